package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// penRow is the row of the note in hand.
const penRow = "pen"

// pen is a note in hand on S141. It is in the plan from its first words on,
// and gone again with the last.
type pen struct {
	kind  string // one of plan.NoteKinds, or "" for one that only the coach sees
	id    string // "" until it is in the plan
	about string
	under string // the row that it stands below
	text  *longField
	due   *textField // of an agreement
	onDue bool
}

// desktop is a screen on which a note can be in hand.
type desktop interface {
	choose(row string)
	done(e *env) []effect // commits the note and puts it down
}

func isNote(row string) bool {
	return strings.HasPrefix(row, "note:") || strings.HasPrefix(row, "own:")
}

// write opens a new note on what is selected, or one that is there.
func (s *review) write(e *env, kind, id string) []effect {
	at := s.at(e).piece
	about, under := at.About(), at.ID
	if s.gone(e, at.ID) {
		about = string(plan.PieceWhole)
	}
	switch {
	case at.ID == "":
		under = s.list.sel
	case kind != "" && about == string(plan.PieceWhole):
		under = about // a note cannot be about this part alone
	}
	s.pen = newPen(e, kind, id, about, under)
	return nil
}

// newPen takes a note in hand: a new one, or one that is there.
func newPen(e *env, kind, id, about, under string) *pen {
	p := &pen{kind: kind, id: id, about: about, under: under}
	p.text = newLong(bound{id: "text", get: p.words, set: p.set}, 3)
	p.text.hidden = true
	if kind == plan.NoteAgreement {
		p.due = newText(bound{id: "due", label: "s60.field.by", width: 16, get: p.day, set: p.setDay})
		p.due.Open(e)
	}
	p.text.Open(e)
	p.text.Focus()
	return p
}

// row is where the note stands once it is put down.
func (p *pen) row() string {
	switch {
	case p.id == "":
		return p.under
	case p.kind == "":
		return "own:" + p.id
	}
	return "note:" + p.id
}

// holding reports whether the note holds what the plan does not have.
func (p *pen) holding() bool { return p != nil && (p.text.dirty || p.due != nil && p.due.dirty) }

// insert puts the note in hand among the rows of a page, below the row that it
// belongs to and the notes that are there already.
func (p *pen) insert(e *env, l *list, rows []row, w int, head ...string) page {
	at := slices.IndexFunc(rows, func(r row) bool { return r.ID == p.under })
	for at >= 0 && at+1 < len(rows) && isNote(rows[at+1].ID) {
		at++
	}
	body, cur := p.lines(e, w)
	out := l.page(slices.Insert(slices.Clone(rows), at+1, row{ID: penRow, Lines: body}), head...)
	for i := range out.Lines {
		if out.Lines[i].Mark = out.Lines[i].Row == penRow && (i == 0 || out.Lines[i-1].Row != penRow); out.Lines[i].Mark {
			out.Focus = [2]int{i, i + len(body) - 1}
			if cur != nil {
				out.Cursor = &cursor{Line: i + cur.Line, Cell: cur.Cell}
			}
		}
	}
	return out
}

// gone reports whether a piece is no part of the plan any more.
func (s *review) gone(e *env, id string) bool {
	return !slices.ContainsFunc(plan.Pieces(e.plan), func(x plan.Piece) bool { return x.ID == id })
}

// words are the note as the plan has it.
func (p *pen) words(e *env) string {
	if p.kind == "" && e.plan.Review != nil {
		for _, n := range e.plan.Review.Private {
			if n.ID == p.id {
				return n.Text
			}
		}
	}
	for _, n := range e.plan.Notes {
		if n.ID == p.id {
			return n.Text
		}
	}
	return ""
}

// set is the act that writes the note.
func (p *pen) set(e *env, words string) (plan.Change, error) {
	words = strings.TrimSpace(words)
	if p.kind == "" {
		return p.setOwn(e, words)
	}
	switch {
	case words == "" && p.id == "":
		return plan.Change{Plan: e.plan}, nil
	case words == "":
		id := p.id
		p.id = ""
		return plan.RemoveNote(e.plan, id)
	case p.id != "":
		return plan.EditNote(e.plan, p.id, "text", func(n *plan.Note) { n.Text = words })
	}
	me := e.me()
	n := plan.Note{ID: e.deps.NewID(), Kind: p.kind, About: p.about, Text: words, By: me.Name, Key: me.Key, Date: e.today(), At: plan.At(e.deps.Now())}
	c, err := plan.AddNote(e.plan, n)
	if err == nil {
		p.id = n.ID
	}
	return c, err
}

// setOwn is the act that writes a note which only the coach sees.
func (p *pen) setOwn(e *env, words string) (plan.Change, error) {
	if words == "" && p.id == "" {
		return plan.Change{Plan: e.plan}, nil
	}
	if p.id == "" {
		p.id = e.deps.NewID()
	}
	id := p.id
	if words == "" {
		p.id = ""
	}
	return plan.EditReview(e.plan, "private", func(r *plan.Review) {
		at := slices.IndexFunc(r.Private, func(n plan.PrivateNote) bool { return n.ID == id })
		switch {
		case words == "" && at >= 0:
			r.Private = slices.Delete(r.Private, at, at+1)
		case at >= 0:
			r.Private[at].Text = words
		case words != "":
			r.Private = append(r.Private, plan.PrivateNote{ID: id, About: p.under, Text: words, At: plan.At(e.deps.Now())})
		}
	})
}

// day is the day of an agreement, as it is typed.
func (p *pen) day(e *env) string {
	for _, n := range e.plan.Notes {
		if n.ID == p.id {
			return dayText(e, n.Due)
		}
	}
	return ""
}

func (p *pen) setDay(e *env, v string) (plan.Change, error) {
	d, err := readDay(e, v)
	if err != nil {
		return plan.Change{}, err
	}
	return plan.EditNote(e.plan, p.id, "due", func(n *plan.Note) { n.Due = d })
}

// commit hands what was typed to the plan.
func (p *pen) commit(e *env) []effect {
	if p.onDue {
		effects, _ := p.due.Commit(e)
		return effects
	}
	effects, _ := p.text.Commit(e)
	return effects
}

func (p *pen) actions(s desktop, e *env) []action {
	out := []action{{ID: "pen.done", Keys: []string{"esc"}, Short: "key.written", Do: func() []effect { return p.esc(s, e) }}}
	if p.due != nil && !p.onDue {
		out = append(out, action{ID: "form.next", Keys: []string{"tab"}, Short: "key.next"})
	}
	if !p.onDue {
		out = append(out, editorAction(p.text))
	}
	return out
}

// esc ends the note. One that is an agreement first asks for its day.
func (p *pen) esc(s desktop, e *env) []effect {
	if p.due != nil && !p.onDue && strings.TrimSpace(p.text.in.Value()) != "" {
		return p.toDue(e)
	}
	var day []effect
	if p.onDue {
		var ok bool
		if day, ok = p.due.Commit(e); !ok {
			return day
		}
	}
	return append(day, s.done(e)...)
}

func (p *pen) toDue(e *env) []effect {
	effects := p.commit(e)
	p.text.Blur()
	p.onDue = true
	p.due.Focus()
	return effects
}

func (p *pen) update(s desktop, e *env, msg tea.Msg) []effect {
	if c, ok := msg.(clickMsg); ok && c.Row != penRow {
		return append(s.done(e), func(*Model) tea.Cmd { s.choose(c.Row); return nil })
	}
	k, _ := msg.(tea.KeyPressMsg)
	if p.onDue {
		switch k.String() {
		case "enter", "tab":
			return p.esc(s, e)
		case "shift+tab", "up":
			effects, ok := p.due.Commit(e)
			if ok {
				p.onDue = false
				p.due.Blur()
				p.text.Focus()
			}
			return effects
		}
		_, effects := p.due.Update(e, msg)
		return effects
	}
	if k.String() == "tab" {
		if p.due == nil || strings.TrimSpace(p.text.in.Value()) == "" {
			return nil
		}
		return p.toDue(e)
	}
	_, effects := p.text.Update(e, msg)
	return effects
}

// lines draw the note: its kind, its words and, of an agreement, its day.
func (p *pen) lines(e *env, w int) ([]string, *cursor) {
	number, kind := "5", "private"
	if p.kind != "" {
		number, kind = itoa(slices.Index(plan.NoteKinds, p.kind)+1), p.kind
	}
	out := []string{spaces(4) + e.st.Selected.Render(number+" "+e.t.T("s141.kind."+kind))}
	var cur *cursor
	if p.onDue {
		for _, l := range text.Wrap(p.text.in.Value(), w-9) {
			out = append(out, spaces(9)+l)
		}
	} else {
		p.text.fitted(w - 9)
		body, c := p.text.Lines(e, w-9, true)
		if c != nil {
			cur = &cursor{Line: len(out) + c.Line, Cell: 9 + c.Cell}
		}
		for _, l := range body {
			out = append(out, spaces(9)+l)
		}
	}
	if p.due == nil {
		return out, cur
	}
	body, c := p.due.Lines(e, w-9, p.onDue)
	if c != nil && p.onDue {
		cur = &cursor{Line: len(out) + c.Line, Cell: 9 + c.Cell}
	}
	for _, l := range body {
		out = append(out, spaces(9)+l)
	}
	return out, cur
}
