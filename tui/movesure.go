package tui

import (
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// LostFiles are files of the dossier, by name, that could not go along in an
// archive.
type LostFiles []string

func (x LostFiles) Error() string { return "files are gone: " + strings.Join(x, ", ") }

// moveSure is S119: what moving on would do, with the books of both employers,
// and, once it is done, what is still to be done.
type moveSure struct {
	list list
	form *moveOn
	done bool
	made Made // the archive, once it was made and read back
}

func (s *moveSure) ID() string          { return "S119" }
func (s *moveSure) Title(e *env) string { return e.t.T("s119.title") }
func (s *moveSure) Audience() string    { return "private" }
func (s *moveSure) Form() bool          { return false }

// Open goes back to asking where the act was undone.
func (s *moveSure) Open(e *env) {
	if s.done && e.plan.Profile.Now == s.form.from {
		s.done = false
	}
	if s.list.sel == "" {
		s.list.choose("go")
	}
}

// ahead is the plan as it would be, and why it cannot.
func (s *moveSure) ahead(e *env) (plan.Plan, error) {
	n := 0
	p := e.plan.Clone()
	at := *e
	if p.Frozen() { // the act opens the next version first
		if c, err := plan.NewVersion(p, e.actor()); err == nil {
			at.plan = c.Plan
		}
	}
	c, err := s.form.move(&at, func() string { n++; return "ahead" + itoa(n) })
	return c.Plan, err
}

func (s *moveSure) rows(e *env) []row {
	if s.done {
		return s.after(e)
	}
	p, err := s.ahead(e)
	if err != nil {
		return []row{plainRow(text.Wrap(moveTrouble(e, err), e.w)...), plainRow(""), {ID: "back", Lines: []string{"[ " + e.t.T("s119.back") + " ]"}}}
	}
	out := books(e, p)
	dropped, letGo := 0, 0
	for i, a := range e.plan.Activities {
		if a.Status != plan.Dropped && p.Activities[i].Status == plan.Dropped {
			dropped++
		}
	}
	for i, a := range e.plan.Agreements {
		if a.Open() && !p.Agreements[i].Open() {
			letGo++
		}
	}
	out = append(out, plainRow(""), plainRow(text.Wrap(e.t.T("s119.stays", "Activities", e.t.N("s05.d.activities", dropped), "Agreements", e.t.N("s05.d.agreements", letGo)), e.w)...))
	if d := p.Profile.PhaseRecorded; d != nil && d.Phase != "" {
		out = append(out, plainRow(text.Wrap(e.t.T("s119.phase", "Phase", phaseName(e, d.Phase), "Date", dayText(e, d.Date), "By", d.By), e.w)...))
	}
	return append(out, plainRow(text.Wrap(e.t.T("s119.shares"), e.w)...), plainRow(""), row{ID: "go", Lines: []string{"[ " + e.t.T("s119.go") + " ]"}})
}

// books are hours and money with each employer, both shown.
func books(e *env, p plan.Plan) []row {
	var out []row
	at := *e
	at.plan = p
	for _, b := range plan.Reckon(p, e.pack()).ByEmployer {
		words := e.t.T("s119.period.none")
		for _, x := range p.Profile.Employers {
			if x.ID == b.ID && !x.To.IsZero() {
				words = e.t.T("s119.until", "Date", dayText(e, x.To))
			} else if x.ID == b.ID && !x.From.IsZero() {
				words = e.t.T("s119.from", "Date", dayText(e, x.From))
			}
		}
		paid, planned := b.Money.NoPayer.Spent, b.Money.NoPayer.Planned
		for _, x := range b.Money.BySource {
			paid, planned = paid+x.Spent, planned+x.Planned
		}
		out = append(out, plainRow(e.st.Title.Render(text.Cut(employerName(&at, b.ID)+", "+words, e.w))),
			plainRow("  "+text.Cut(e.t.T("s119.book", "Planned", text.FormatQuarters(int(b.Hours.Total.Planned), e.lang()), "Spent", text.FormatQuarters(int(b.Hours.Total.Spent), e.lang()),
				"Money", text.FormatCents(int64(planned), e.lang(), false), "Paid", text.FormatCents(int64(paid), e.lang(), false)), e.w-2)))
	}
	return out
}

// moveTrouble says why one cannot move on like this.
func moveTrouble(e *env, err error) string {
	x := (*plan.Error)(nil)
	if errors.As(err, &x) {
		if id := "s119.err." + x.Code; e.t.Has(id) {
			return e.t.T(id)
		}
	}
	return e.t.T("s119.err.other")
}

// after is what is still to be done once one has moved on.
func (s *moveSure) after(e *env) []row {
	out := append(textRows(e, e.t.T("s119.done")), plainRow(""))
	add := func(id, words string) {
		out = append(out, row{ID: id, Lines: hang("", words, e.w, 2)})
	}
	archive := e.t.T("s119.archive")
	if s.made.File != "" {
		archive = e.t.T("s119.archive.made", "File", s.made.Shown)
	}
	add("archive", archive)
	add("coach", e.t.T("s119.coach"))
	if s.made.File != "" {
		add("erase", e.t.T("s119.erase"))
	}
	return append(out, plainRow(""), row{ID: "path", Lines: []string{"[ " + e.t.T("s119.path") + " ]"}})
}

func (s *moveSure) Page(e *env) page {
	head := hintLines(e, e.t.T("s119.reason"))
	if s.done || e.h < lowWindow { // all of it is read before one goes on
		head = nil
	}
	return s.list.page(tight(e, s.rows(e)), head...)
}

func (s *moveSure) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e)
	}
	return nil
}

func (s *moveSure) Actions(e *env) []action {
	return []action{
		{ID: "move.do", Keys: []string{"enter"}, Short: "key.dothis", Do: func() []effect { return s.enter(e) }},
		{ID: "undo", Keys: []string{"u"}, Short: "key.undo", Do: func() []effect { return []effect{undo()} }},
	}
}

func (s *moveSure) enter(e *env) []effect {
	switch s.list.at(s.rows(e)) {
	case "back":
		return []effect{back()}
	case "go":
		return append(thawed(e, func(e *env) []effect {
			c, err := s.form.move(e, e.deps.NewID)
			return []effect{commit(c, err), func(m *Model) tea.Cmd {
				s.done = err == nil
				s.list.choose("archive")
				return nil
			}}
		}), say("s119.moved"))
	case "archive":
		work := e.deps.Work
		return []effect{wait("busy.archive", func() (any, error) { return work.Archive() }, func(v any, err error) []effect {
			if lost := (LostFiles)(nil); errors.As(err, &lost) {
				return []effect{attend("s119.archive.lost", "File", lost[0])}
			}
			if err != nil {
				return []effect{attend("s119.archive.failed")}
			}
			s.made = v.(Made)
			return []effect{say("s119.archive.opens")}
		})}
	case "coach":
		return []effect{openStep(7)}
	case "erase":
		return []effect{openEraseChoice()}
	case "path":
		return []effect{func(m *Model) tea.Cmd { return m.cut(1) }, openPath()}
	}
	return nil
}
