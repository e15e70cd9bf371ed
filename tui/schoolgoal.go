package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
)

// schoolGoal is S42b: one goal of school or team.
type schoolGoal struct {
	form
	id string
}

func newSchoolGoal(m *Model, id string) screen {
	s := &schoolGoal{id: id}
	s.fields = []field{
		newTall(bound{id: "text", label: "s42.text", width: observationLabels,
			get: func(e *env) string { g, _ := s.saved(e); return g.Text },
			set: func(e *env, v string) (plan.Change, error) {
				return s.edit(e, "text", func(g *plan.SchoolGoal) { g.Text = v })
			}}),
		s.choice("of", func(g *plan.SchoolGoal) *string { return &g.Of }, func(e *env) []option {
			return []option{{plan.OfSchool, e.t.T("s42.of.school")}, {plan.OfTeam, e.t.T("s42.of.team")}}
		}),
	}
	if len(m.plan.Profile.Employers) > 1 {
		s.fields = append(s.fields, s.choice("employer", func(g *plan.SchoolGoal) *string { return &g.Employer }, func(e *env) []option {
			out := []option{{"", e.t.T("s42.employer.both")}}
			for _, x := range e.plan.Profile.Employers {
				out = append(out, option{x.ID, employerName(e, x.ID)})
			}
			return out
		}))
	}
	s.fields = append(s.fields, newPartsField(s), &button{id: "done", blank: true, label: func(e *env) string { return e.t.T("act.done") },
		do: func(*env) []effect { return []effect{back()} }})
	return s
}

func (s *schoolGoal) ID() string       { return "S42b" }
func (s *schoolGoal) Step() int        { return 4 }
func (s *schoolGoal) Audience() string { return "coach" }

func (s *schoolGoal) Title(e *env) string {
	part := "s42.new"
	if _, ok := s.saved(e); ok {
		part = "s42.one"
	}
	return stepTitle(e, 4, e.t.T(part))
}

// saved is the goal as the plan has it, or as it begins.
func (s *schoolGoal) saved(e *env) (plan.SchoolGoal, bool) {
	i := slices.IndexFunc(e.plan.SchoolGoals, func(g plan.SchoolGoal) bool { return g.ID == s.id })
	if i < 0 {
		return plan.SchoolGoal{ID: s.id, Of: plan.OfSchool}, false
	}
	return e.plan.SchoolGoals[i], true
}

// edit is the act that changes the goal; the first one adds it.
func (s *schoolGoal) edit(e *env, name string, do func(*plan.SchoolGoal)) (plan.Change, error) {
	g, ok := s.saved(e)
	if !ok {
		do(&g)
		return plan.AddSchoolGoal(e.plan, g)
	}
	return plan.EditSchoolGoal(e.plan, s.id, name, do)
}

func (s *schoolGoal) choice(id string, at func(*plan.SchoolGoal) *string, options func(*env) []option) field {
	return newChoice(bound{id: id, label: "s42." + id, width: observationLabels,
		get: func(e *env) string { g, _ := s.saved(e); return *at(&g) },
		set: func(e *env, v string) (plan.Change, error) {
			return s.edit(e, id, func(g *plan.SchoolGoal) { *at(g) = v })
		}}, options)
}

func (s *schoolGoal) parts(e *env) []string { g, _ := s.saved(e); return g.Competences }

func (s *schoolGoal) setParts(e *env, parts []string) (plan.Change, error) {
	return s.edit(e, "competences", func(g *plan.SchoolGoal) { g.Competences = parts })
}

func (s *schoolGoal) Page(e *env) page {
	p := s.form.Page(e, append(wrapped(e.t.T("s42.parts.why"), e.w, 0, e.st.Hint.Render), line{})...)
	followPick(&p, s.here())
	return p
}

func (s *schoolGoal) Update(e *env, msg tea.Msg) []effect {
	return append(s.form.Update(e, msg), renew(&s.form))
}

func (s *schoolGoal) Actions(*env) []action {
	switch f := s.here().(type) {
	case *observedPartsField:
		return append([]action{{ID: "observed.parts", Keys: []string{"enter"}, Short: "key.parts"}}, fieldKeys(f)...)
	case *longField:
		return append(fieldKeys(f), editorAction(f))
	}
	return fieldKeys(s.here())
}
