package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// employers is the list of employers behind S10, where there are several: a
// file is made for each.
type employers struct {
	list   list
	known  []string // when the screen was last set up
	opened bool
}

func newEmployers() *employers { return &employers{} }

func (s *employers) ID() string          { return "S10b" }
func (s *employers) Step() int           { return 1 }
func (s *employers) Title(e *env) string { return stepTitle(e, 1, e.t.T("s10b.part")) }
func (s *employers) Audience() string    { return "board" }
func (s *employers) Form() bool          { return false }

// Open selects an employer that is new or came back.
func (s *employers) Open(e *env) {
	now := employerIDs(e.plan)
	for _, id := range now {
		if s.opened && !slices.Contains(s.known, id) {
			s.list.choose(id) // the last of them: the first one may have come from the profile
		}
	}
	s.known, s.opened = now, true
}

func employerIDs(p plan.Plan) []string {
	var out []string
	for _, x := range p.Profile.Employers {
		out = append(out, x.ID)
	}
	return out
}

// employerColumns are the widths of the name and the share; the period takes
// the rest.
func employerColumns(e *env) (name, share int) {
	if e.narrow() {
		return 30, 8
	}
	return 40, 10
}

func (s *employers) rows(e *env) []row {
	out := hintRows(e, e.t.T("s10b.reason"))
	list := e.plan.Profile.Employers
	if len(list) == 0 {
		out = append(out, textRows(e, e.t.T("s10b.none"))...)
		if school := firstOf(e.plan.Profile.School, e.plan.Profile.Board); school != "" {
			out = append(out, textRows(e, e.t.T("s10b.first", "School", school))...)
		}
		out = append(out, plainRow(""))
		return append(out, row{ID: "new", Lines: []string{e.t.T("s10b.new")}})
	}
	name, share := employerColumns(e)
	out = append(out, plainRow(e.st.Label.Render(text.Pad(e.t.T("s10b.head.name"), name)+text.Pad(e.t.T("s10b.head.share"), share)+e.t.T("s10b.head.period"))))
	for _, x := range list {
		part := text.Nothing
		if x.FTE > 0 {
			part = shareWords(e, x.FTE, x.FTEOf)
		}
		ls := []string{text.Pad(text.Cut(employerName(e, x.ID), name-1), name) + text.Pad(part, share) + text.Cut(periodWords(e, x), e.w-name-share)}
		for _, l := range text.Wrap(underEmployer(e, x), e.w-2) {
			if l != "" {
				ls = append(ls, "  "+e.st.Label.Render(l))
			}
		}
		out = append(out, row{ID: x.ID, Lines: ls})
	}
	out = append(out, plainRow(""))
	out = append(out, textRows(e, e.t.T("s10b.together", "Share", togetherWords(e)))...)
	out = append(out, plainRow(""))
	return append(out, row{ID: "done", Lines: []string{"[ " + e.t.T("act.done") + " ]"}})
}

// underEmployer is the board, how one works there, and who leads.
func underEmployer(e *env, x plan.Employer) string {
	var parts []string
	if x.School != "" {
		parts = append(parts, x.Board)
	}
	if t, ok := e.pack().EmploymentType(x.Employment); ok {
		parts = append(parts, e.say(t.Name))
	}
	parts = append(parts, x.Function)
	if x.Manager != nil {
		parts = append(parts, x.Manager.Name)
	}
	return joinWords(parts)
}

// joinWords joins what is not empty.
func joinWords(parts []string) string {
	out := ""
	for _, p := range parts {
		switch {
		case p == "":
		case out == "":
			out = p
		default:
			out += ", " + p
		}
	}
	return out
}

// periodWords is from when until when somebody works there.
func periodWords(e *env, x plan.Employer) string {
	from, to := text.FormatDate(x.From, e.lang(), text.Medium), text.FormatDate(x.To, e.lang(), text.Medium)
	switch {
	case x.From.IsZero() && x.To.IsZero():
		return e.t.T("s10b.year")
	case x.To.IsZero():
		return e.t.T("s10b.from", "Date", from)
	case x.From.IsZero():
		return e.t.T("s10b.to", "Date", to)
	}
	return e.t.T("s10b.between", "From", from, "To", to)
}

func (s *employers) Page(e *env) page { return s.list.page(tight(e, s.rows(e))) }

func (s *employers) Actions(e *env) []action {
	id, why := s.list.at(s.rows(e)), ""
	if _, ok := employerAt(e.plan, id); !ok {
		why = "why.noemployer"
	}
	return []action{
		{ID: "employers.open", Keys: []string{"enter"}, Short: "key.open", Do: func() []effect { return s.enter(e) }},
		{ID: "employers.new", Anywhere: true, Keys: []string{"n"}, Short: "key.newemployer", Why: whyFrozen(e), Do: func() []effect { return []effect{openNewEmployer()} }},
		{ID: "employers.remove", Keys: []string{"d", "delete"}, Why: why, Do: func() []effect { return s.remove(e, id) }},
	}
}

func (s *employers) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e)
	}
	return nil
}

func (s *employers) enter(e *env) []effect {
	switch id := s.list.at(s.rows(e)); id {
	case "done":
		return []effect{back()}
	case "new":
		return []effect{openNewEmployer()}
	default:
		return []effect{func(m *Model) tea.Cmd { return m.push(newEmployer(m, id)) }}
	}
}

// openNewEmployer opens an employer that is in the plan from the first words
// on.
func openNewEmployer() effect {
	return func(m *Model) tea.Cmd {
		if why := m.env().readOnly(); why != "" {
			m.attend(why)
			return nil
		}
		return m.push(newEmployer(m, plan.FreeEmployerID(m.plan)))
	}
}

func (s *employers) remove(e *env, id string) []effect {
	name := employerName(e, id)
	c, err := plan.RemoveEmployer(e.plan, e.pack(), id)
	return []effect{commitSaying(c, err, "msg.removed", "What", text.Cut(name, max(e.w-42, 12))),
		func(m *Model) tea.Cmd { s.Open(m.env()); return nil }}
}
