package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"bekwaam/pdf"
	"bekwaam/plan"
	"bekwaam/report"
	"bekwaam/store"
	"bekwaam/text"
)

// commented are the comments that other programs left in a copy of a file that
// was made here.
type commented struct {
	plan  plan.Plan
	notes []plan.Note
}

// commentsIn reads the comments in a file, where it is a copy of one that was
// made of a plan here for a coach; false where it is none or nobody wrote in
// it. Nothing but the comments is taken, and nothing vouches for them.
func (s *session) commentsIn(data []byte, inHand *plan.Plan) (commented, bool, error) {
	found, err := pdf.ReadComments(data)
	if err != nil || len(found.List) == 0 || found.Keywords == "" {
		return commented{}, false, nil // the strict reader says what is wrong with it
	}
	p, made, ok, err := s.madeAs(strings.TrimSpace(found.Keywords), inHand)
	if err != nil || !ok {
		return commented{}, false, err
	}
	out := commented{plan: p}
	pack := s.packFor(p)
	var areas []report.Area
	pages, doc := 0, p
	if then, err := s.st.LoadRevision(p.ID, made.Revision); err == nil {
		if e, ok := plan.Reissue(then, pack, made); ok {
			doc = e.Document()
			if areas, pages, err = report.Areas(e, report.Options{Now: made.Packet.At.Time(), Words: keyWords}); err != nil {
				return commented{}, false, err
			}
		}
	}
	if pages != len(found.Pages) {
		areas = nil // pages came or went: nothing stands where it stood
	}
	for _, c := range found.List {
		about := ""
		if h := found.Pages[c.Page-1]; areas != nil && h > report.PageHeight-1 && h < report.PageHeight+1 {
			const mm = 25.4 / 72
			about = report.ItemAt(areas, c.Page, (h-c.Box[3])*mm, (h-c.Box[1])*mm)
		}
		out.notes = append(out.notes, s.asNote(c, doc, made, first(about, "plan")))
	}
	return out, true, nil
}

// madeAs finds the packet with this id among those that were made of the plans
// here.
func (s *session) madeAs(id string, inHand *plan.Plan) (plan.Plan, plan.Dispatch, bool, error) {
	has := func(p plan.Plan) (plan.Dispatch, bool) {
		at := slices.IndexFunc(p.Sent, func(d plan.Dispatch) bool { return d.Package == id && d.Packet.Kind == plan.PacketPlan })
		if at < 0 || p.IsCopy() {
			return plan.Dispatch{}, false
		}
		return p.Sent[at], true
	}
	if inHand != nil {
		if d, ok := has(*inHand); ok {
			return *inHand, d, true, nil
		}
	}
	list, _, err := s.st.Page(store.ByChange, "", 1<<20)
	if err != nil {
		return plan.Plan{}, plan.Dispatch{}, false, err
	}
	for _, row := range list {
		p, err := s.st.Load(row.ID)
		if err != nil {
			return plan.Plan{}, plan.Dispatch{}, false, err
		}
		if d, ok := has(p); ok {
			return p, d, true, nil
		}
	}
	return plan.Plan{}, plan.Dispatch{}, false, nil
}

// asNote makes a note of a comment. Its id follows from who wrote what about
// which item of which file, so the same comment in two copies is one note. A
// comment that ends in a question mark is a question, any other a suggestion.
func (s *session) asNote(c pdf.Comment, doc plan.Plan, made plan.Dispatch, about string) plan.Note {
	t := s.words()
	words := strings.TrimSpace(typedText(c.Text))
	if words == "" {
		words = t.T("comment.mark")
	}
	by := first(strings.TrimSpace(clean(c.Author)), t.T("comment.nobody"))
	sum := sha256.Sum256([]byte(strings.Join([]string{made.Package, about, clean(c.Author), typedText(c.Text)}, "\x00")))
	n := plan.Note{ID: "pdf-" + hex.EncodeToString(sum[:16]), Kind: plan.NoteSuggestion, About: about, By: by, Text: words, Source: made.Package}
	if strings.HasSuffix(words, "?") {
		n.Kind = plan.NoteQuestion
	}
	n.Date = s.today()
	if !c.At.IsZero() {
		y, m, d := c.At.Date()
		if day := (text.Date{Year: y, Month: int(m), Day: d}); day.Valid() && day.Compare(n.Date) <= 0 {
			n.Date = day
		}
	}
	n.AboutHash, _ = plan.ContentHash(doc, about)
	return n
}

// importComments takes the comments in a copy of one's own file. It reports
// false for any other file.
func (s *session) importComments(name string, data []byte, flags importFlags, pending map[string]plan.Plan, t *taken) (*store.Entry, bool, error) {
	in, ok, err := s.commentsIn(data, nil)
	if err != nil || !ok {
		return nil, false, err
	}
	if p, is := pending[in.plan.ID]; is {
		in.plan = p
	}
	t.Plan, t.Kind = in.plan.ID, "comments"
	if !flags.unsigned {
		return nil, true, s.distrust("cli.err.comments", "File", name, "Count", len(in.notes))
	}
	by := plan.Actor{Name: in.plan.Profile.Name, At: s.Now()}
	c, err := plan.TakeComments(in.plan, by, in.notes)
	switch {
	case plan.Code(err) == plan.CodeNothing:
		t.Unchanged = true
		return nil, true, nil
	case err != nil:
		return nil, true, s.documentFault(name, err)
	}
	for _, n := range c.Plan.Notes[len(in.plan.Notes):] {
		t.New = append(t.New, n.ID)
	}
	s.remark("cli.remark.comments", "File", name)
	pending[in.plan.ID] = c.Plan
	return &store.Entry{Plan: c.Plan, Rev: plan.Revision{At: plan.At(by.At), By: by.Name, Act: c.Act}}, true, nil
}

// Comments works out what the comments in a file would bring, where it is a
// copy of one that was made here; false for any other file. inHand is the plan
// that is open. The change of what is all there already is empty.
func (d *desk) Comments(path string, inHand plan.Plan) (plan.Change, []plan.Note, bool, error) {
	data, err := d.contents(d.fromHome(path))
	if err != nil {
		return plan.Change{}, nil, false, err
	}
	in, ok, err := d.commentsIn(data, &inHand)
	if err != nil || !ok {
		return plan.Change{}, nil, false, err
	}
	c, err := plan.TakeComments(in.plan, plan.Actor{Name: in.plan.Profile.Name, At: d.Now()}, in.notes)
	if plan.Code(err) == plan.CodeNothing {
		return plan.Change{}, in.notes, true, nil
	}
	return c, in.notes, true, err
}
