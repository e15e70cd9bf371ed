package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// halfway is S100, step 10: what works and what changes. A goal that becomes
// another one keeps its older text beside it.
type halfway struct {
	yearForm
	adjusts map[string]bool // goals of which the words are about to become others
}

const halfwayLabels = 24

func newHalfway(m *Model) screen {
	s := &halfway{adjusts: map[string]bool{}}
	s.arrange(m.env())
	s.choose(s.firstEmpty(m.env()))
	return s
}

func (s *halfway) ID() string          { return "S100" }
func (s *halfway) Step() int           { return 10 }
func (s *halfway) Title(e *env) string { return stepTitle(e, 10, "") }
func (s *halfway) Audience() string    { return "coach" }

// midyear is the look back as the plan has it, or as it begins: today, with
// the coach.
func midyear(e *env) plan.Midyear {
	if e.plan.Midyear != nil && !(e.plan.Midyear.Date.IsZero() && e.plan.Midyear.WhatWorked == "" && e.plan.Midyear.With == "") {
		return *e.plan.Midyear
	}
	m := plan.Midyear{Date: e.today()}
	if e.plan.Midyear != nil {
		m = *e.plan.Midyear
		m.Date = e.today()
	}
	if c := e.plan.Profile.Coach; c != nil {
		m.With = c.Name
	}
	return m
}

// edit changes the look back; its first words bring the day and the coach
// along that stood there.
func (s *halfway) edit(e *env, name string, do func(*plan.Midyear)) (plan.Change, error) {
	begin := midyear(e)
	return plan.EditMidyear(e.plan, name, func(m *plan.Midyear) {
		m.Date, m.With = begin.Date, begin.With
		do(m)
	})
}

// ended reports whether the version in hand is the one that ended half-way.
func (s *halfway) ended(e *env) bool {
	return slices.ContainsFunc(e.plan.Versions, func(v plan.Version) bool {
		return v.Number == e.plan.WorkingVersion && v.Reason == plan.ReasonHalfway
	})
}

func (s *halfway) arrange(e *env) {
	list := []field{
		s.short("with", "with", func(m *plan.Midyear) *string { return &m.With }),
		s.kept("date", s.day),
		s.long("worked", "what_worked", func(m *plan.Midyear) *string { return &m.WhatWorked }),
		s.long("helped", "who_helped", func(m *plan.Midyear) *string { return &m.WhoHelped }),
	}
	for i, g := range e.plan.Goals {
		list = append(list, s.kept(goalField+g.ID, func() field { return s.goal(g.ID, i == 0) }))
	}
	changes := s.long("changes", "what_changes", func(m *plan.Midyear) *string { return &m.WhatChanges })
	s.lay(append(list,
		s.kept("agreed", func() field { return &under{field: changes, above: s.agreements} }),
		s.long("taken", "taken_out", func(m *plan.Midyear) *string { return &m.TakenOut }),
		s.long("summary", "summary_for_board", func(m *plan.Midyear) *string { return &m.SummaryForBoard }),
		s.kept("done", func() field { return &button{id: "done", blank: true, label: s.doneWords, do: s.done} }))...)
}

func (s *halfway) bind(id, name string, at func(*plan.Midyear) *string) bound {
	return bound{id: id, label: "s100." + id, width: halfwayLabels,
		get: func(e *env) string { m := midyear(e); return *at(&m) },
		set: func(e *env, v string) (plan.Change, error) {
			return s.edit(e, name, func(m *plan.Midyear) { *at(m) = v })
		}}
}

func (s *halfway) short(id, name string, at func(*plan.Midyear) *string) field {
	return s.kept(id, func() field {
		b := s.bind(id, name, at)
		b.preset = true
		return newText(b)
	})
}

func (s *halfway) long(id, name string, at func(*plan.Midyear) *string) field {
	return s.kept(id, func() field { return &wordsField{newTall(s.bind(id, name, at))} })
}

func (s *halfway) day() field {
	b := s.bind("date", "date", nil)
	b.preset = true
	b.get = func(e *env) string { return dayText(e, midyear(e).Date) }
	b.set = func(e *env, v string) (plan.Change, error) {
		d, err := readDay(e, v)
		if err == nil && d.IsZero() {
			err = &text.ParseError{Kind: text.KindDate, Code: text.CodeEmpty, Input: v}
		}
		if err != nil {
			return plan.Change{}, err
		}
		return s.edit(e, "date", func(m *plan.Midyear) { m.Date = d })
	}
	return newText(b)
}

// agreements are how many of them were kept.
func (s *halfway) agreements(e *env, w int) []string {
	if len(e.plan.Agreements) == 0 {
		return nil
	}
	kept := 0
	for _, a := range e.plan.Agreements {
		if a.Done {
			kept++
		}
	}
	return []string{e.st.Label.Render(text.Pad(e.t.T("s100.agreements"), halfwayLabels)) + e.t.T("s100.kept", "A", kept, "B", len(e.plan.Agreements))}
}

func (s *halfway) firstEmpty(e *env) string {
	m := midyear(e)
	switch {
	case s.ended(e):
		return "done"
	case m.WhatWorked == "":
		return "worked"
	case m.WhoHelped == "":
		return "helped"
	}
	return "done"
}

func (s *halfway) Open(e *env) {
	s.arrange(e)
	s.form.Open(e)
}

func (s *halfway) Update(e *env, msg tea.Msg) []effect {
	return append(s.yearForm.Update(e, msg), func(m *Model) tea.Cmd { s.arrange(m.env()); return nil })
}

func (s *halfway) Page(e *env) page {
	return s.page(e, append(wrapped(e.t.T("s100.reason"), e.w, 0, e.st.Hint.Render), line{})...)
}

func (s *halfway) doneWords(e *env) string {
	if s.ended(e) {
		return stepButton(e, 7)
	}
	return e.t.T("s100.done", "Version", workingVersion(e.plan))
}

// workingVersion is the number of the version that is being written, or that
// the next words begin.
func workingVersion(p plan.Plan) int {
	if p.Frozen() && p.State != plan.Closed && p.State != plan.Judged {
		return p.WorkingVersion + 1
	}
	return p.WorkingVersion
}

// done freezes the version with what was written. The report then goes to the
// coach like any other file.
func (s *halfway) done(e *env) []effect {
	if s.ended(e) {
		return []effect{openStep(7)}
	}
	if e.plan.State != plan.Active {
		return []effect{attend("s100.notrunning")}
	}
	m := midyear(e)
	if m.WhatWorked == "" && m.WhatChanges == "" {
		s.choose("worked")
		return []effect{attend("s100.nowords")}
	}
	c, err := plan.EndMidyear(e.plan, e.actor())
	return []effect{commitSaying(c, err, "s100.ended", "Version", e.plan.WorkingVersion)}
}
