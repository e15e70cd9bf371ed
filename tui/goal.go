package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// goalForm is S41: guided questions that begin with pupils and end with the
// smallest step.
type goalForm struct {
	form
	id    string
	items []goalItem // beside fields, at the same places
	draft plan.Goal  // what a goal begins with that is not in the plan yet
	asked goalQuestions
}

// newGoal opens the goal with this id. One that is not in the plan is added
// with the first words that are written.
func newGoal(m *Model, id string) screen {
	e := m.env()
	s := &goalForm{id: id, draft: plan.Goal{ID: id, OwnChoice: ownChoices[0], Deadline: laterDay(e, e.plan.HalfWay())}}
	s.makeFields()
	s.choose(s.firstEmpty(e))
	return s
}

// laterDay is d, or no day where d has passed.
func laterDay(e *env, d text.Date) text.Date {
	if d.Before(e.today()) {
		return text.Date{}
	}
	return d
}

func (s *goalForm) ID() string       { return "S41" }
func (s *goalForm) Step() int        { return 4 }
func (s *goalForm) Audience() string { return "per-field" }

func (s *goalForm) Title(e *env) string {
	live := goalIDs(e.plan.LiveGoals())
	at, of := slices.Index(live, s.id), len(live)
	g := s.goal(e)
	if g.KeptFor != "" {
		return stepTitle(e, 4, e.t.T("goal.kept-for", "Year", text.FormatSchoolYear(g.KeptFor)))
	}
	if at < 0 {
		at, of = of, of+1
	}
	return stepTitle(e, 4, e.t.T("s41.part", "Number", at+1, "Of", of))
}

// goal is the goal as the plan has it, or as it begins.
func (s *goalForm) goal(e *env) plan.Goal {
	for _, g := range e.plan.Goals {
		if g.ID == s.id {
			return g
		}
	}
	return s.draft
}

// edit is the act that changes the goal; the first one adds it.
func (s *goalForm) edit(e *env, name string, do func(*plan.Goal)) (plan.Change, error) {
	if !slices.Contains(goalIDs(e.plan.Goals), s.id) {
		g := s.draft
		do(&g)
		return plan.AddGoal(e.plan, g)
	}
	return plan.EditGoal(e.plan, s.id, name, do)
}

// firstEmpty is the field that the focus starts on: the first one that is
// empty, or the way back when all is written.
func (s *goalForm) firstEmpty(e *env) string {
	for i, x := range s.items {
		if x.get != nil && x.get(s.goal(e)) == "" {
			return s.fields[i].ID()
		}
	}
	return "done"
}

func (s *goalForm) Update(e *env, msg tea.Msg) []effect {
	if c, ok := msg.(clickMsg); ok {
		msg = s.clicked(e, c)
	}
	return append(s.form.Update(e, msg), renew(&s.form))
}

// renew shows what the plan made of the fields that were left: a date in full,
// or the old text where the act could not be done.
func renew(f *form) effect {
	return func(m *Model) tea.Cmd {
		for i, x := range f.fields {
			if i != f.at {
				x.Open(m.env())
			}
		}
		return nil
	}
}

func (s *goalForm) Actions(e *env) []action {
	if list := foldKeys(s.here()); list != nil {
		return list
	}
	out := []action{{ID: "goal.back", Keys: []string{"esc"}, Short: "key.back", Do: func() []effect { return s.escape(e) }}}
	return append(append(out, fieldKeys(s.here())...), editorAction(s.here()))
}

// escape keeps everything and goes back to the goals.
func (s *goalForm) escape(e *env) []effect {
	effects, stays := s.Stays(e)
	if stays {
		return effects
	}
	return append(effects, s.leaveToGoals())
}

// leaveToGoals goes back to S40, also from where a goal began in step 3.
func (s *goalForm) leaveToGoals() effect {
	id := s.id
	return func(m *Model) tea.Cmd {
		var cmd tea.Cmd
		if below, ok := m.stack[max(len(m.stack)-2, 0)].(stepper); ok && below.Step() == 3 {
			cmd = m.openStep(4)
		} else {
			cmd = m.pop()
		}
		if l, ok := m.top().(*goalList); ok && slices.Contains(goalIDs(m.plan.Goals), id) {
			l.list.choose(id)
		}
		return cmd
	}
}
