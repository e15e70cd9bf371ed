package tui

import (
	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// closeYear is S112: what closing does, and the one key that does it.
type closeYear struct{}

func (s *closeYear) ID() string          { return "S112" }
func (s *closeYear) Step() int           { return 11 }
func (s *closeYear) Title(e *env) string { return stepTitle(e, 11, e.t.T("s112.part")) }
func (s *closeYear) Audience() string    { return "board" }
func (s *closeYear) Form() bool          { return false }
func (s *closeYear) Bare() bool          { return true }

func (s *closeYear) Actions(*env) []action {
	return []action{
		{ID: "close.no", Keys: []string{"esc"}, Short: "key.notyet", Do: func() []effect { return []effect{back()} }},
		{ID: "close.yes", Keys: []string{"a"}, Short: "key.close"},
	}
}

func (s *closeYear) Page(e *env) page {
	var out []row
	next := nextSchoolYear(e.plan)
	pair := func(id, value string) {
		label := ""
		if id != "" {
			label = e.t.T(id)
		}
		out = append(out, plainRow(hang(e.st.Label.Render(text.Pad(label, 12)), value, e.w, 12)...))
	}
	pair("s112.close", e.t.T("s112.what", "Year", text.FormatSchoolYear(e.plan.Profile.SchoolYear), "Version", workingVersion(e.plan)))
	pair("s112.get", e.t.T("s112.report"))
	if taken(e.rows, next) {
		pair("", e.t.T("s112.plan.there", "Year", text.FormatSchoolYear(next)))
	} else {
		pair("", e.t.T("s112.plan", "Year", text.FormatSchoolYear(next), "What", alongWords(e)))
	}
	out = append(out, plainRow(""), plainRow(text.Wrap(e.t.T("s112.after"), e.w)...), plainRow(""))
	var open []string
	for _, a := range e.plan.Agreements {
		if a.Open() {
			open = append(open, itemName(e.plan, a.ID))
		}
	}
	if len(open) > 0 {
		out = append(out, plainRow(e.st.Title.Render(e.t.T("s112.open"))),
			plainRow(text.Wrap(e.t.N("s112.agreements", len(open), "Name", open[0]), e.w)...), plainRow(text.Wrap(e.t.T("s112.write"), e.w)...), plainRow(""))
	}
	out = append(out, plainRow(e.st.Key.Render(text.Pad("a", 6))+e.t.T("s112.yes")),
		row{ID: "esc", Lines: []string{e.st.Key.Render(text.Pad("esc", 6)) + e.t.T("act.not-yet")}})
	l := list{sel: "esc"}
	p := l.page(tight(e, out))
	if len(p.Lines) > e.h {
		p.Focus = [2]int{} // what closing does is read first
	}
	return p
}

func (s *closeYear) Update(e *env, msg tea.Msg) []effect {
	k, ok := msg.(tea.KeyPressMsg)
	switch {
	case !ok:
		return nil
	case k.String() == "a":
		return s.close(e)
	case lookBy(k.String(), true, e.h) != 0 && len(s.Page(e).Lines) > e.h:
		return nil // it moves the view
	}
	return []effect{say("s112.only")}
}

// close closes the year and makes the plan of the next one, in one save.
func (s *closeYear) close(e *env) []effect {
	c, err := plan.Close(e.plan, e.actor())
	if err != nil {
		return []effect{commit(c, err)}
	}
	year := nextSchoolYear(e.plan)
	if taken(e.rows, year) {
		return []effect{commit(c, nil), openStep(8), say("s112.closed", "Year", text.FormatSchoolYear(e.plan.Profile.SchoolYear))}
	}
	next, err := plan.NextYear(c.Plan, e.pack(), e.deps.NewID(), year)
	if err != nil {
		return []effect{commit(next, err)}
	}
	return []effect{func(m *Model) tea.Cmd { return tea.Batch(m.beside(next), m.commit(c)) }, openStep(8),
		say("s112.closed.next", "Year", text.FormatSchoolYear(e.plan.Profile.SchoolYear), "Next", text.FormatSchoolYear(year))}
}

// nextPlan opens the plan of the year after a closed one, and makes it where
// it is not there yet.
func nextPlan(e *env) []effect {
	year := nextSchoolYear(e.plan)
	for _, r := range e.rows {
		if r.SchoolYear == year && r.Teacher == e.plan.Profile.Name {
			return withPlan(e, r.ID, func(m *Model) tea.Cmd { return m.cut(1) }, openPath())
		}
	}
	c, err := plan.NextYear(e.plan, e.pack(), e.deps.NewID(), year)
	if err != nil {
		return []effect{commit(c, err)}
	}
	return []effect{func(m *Model) tea.Cmd { return m.cut(1) }, commit(c, nil), openPath()}
}
