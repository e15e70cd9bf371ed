package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// schoolGoals is S42: what school and team want this year, written down once
// and then there to choose from at every goal.
type schoolGoals struct {
	list  list
	known []string
}

func newSchoolGoals(*Model) screen { return &schoolGoals{} }

func (s *schoolGoals) ID() string          { return "S42" }
func (s *schoolGoals) Step() int           { return 4 }
func (s *schoolGoals) Title(e *env) string { return stepTitle(e, 4, e.t.T("s42.part")) }
func (s *schoolGoals) Audience() string    { return "coach" }
func (s *schoolGoals) Form() bool          { return false }

// Open selects one that is new or came back.
func (s *schoolGoals) Open(e *env) { s.known = comeBack(&s.list, s.known, schoolGoalIDs(e.plan)) }

func schoolGoalIDs(p plan.Plan) []string {
	var out []string
	for _, g := range p.SchoolGoals {
		out = append(out, g.ID)
	}
	return out
}

// rows are the goals of the school, then those of the team.
func (s *schoolGoals) rows(e *env) []row {
	out := hintRows(e, e.t.T("s42.reason"))
	if len(e.plan.SchoolGoals) == 0 {
		return append(out, row{ID: "new", Lines: text.Wrap(e.t.T("s42.none"), e.w)})
	}
	for _, of := range []string{plan.OfSchool, plan.OfTeam} {
		headed := false
		for _, g := range e.plan.SchoolGoals {
			if (g.Of == plan.OfTeam) != (of == plan.OfTeam) {
				continue
			}
			if !headed {
				out, headed = append(out, plainRow(e.st.Title.Render(e.t.T("s42.head."+of)))), true
			}
			out = append(out, row{ID: g.ID, Lines: schoolGoalLines(e, g)})
		}
		if headed {
			out = append(out, plainRow(""))
		}
	}
	return out[:len(out)-1]
}

// schoolGoalLines are the words of one and, below them, whose it is among
// several employers and the parts that it touches.
func schoolGoalLines(e *env, g plan.SchoolGoal) []string {
	out := text.Wrap(firstOf(strings.Join(strings.Fields(g.Text), " "), text.Nothing), e.w)
	var about []string
	if g.Employer != "" && g.Employer != plan.Both {
		about = append(about, employerName(e, g.Employer))
	}
	for _, id := range g.Competences {
		about = append(about, competenceName(e, id))
	}
	if len(about) > 0 {
		for _, l := range text.Wrap(strings.Join(about, ", "), e.w-2) {
			out = append(out, "  "+e.st.Label.Render(l))
		}
	}
	return out
}

func (s *schoolGoals) Page(e *env) page { return withHeading(s.list.page(s.rows(e))) }

func (s *schoolGoals) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.list.update(s.rows(e), msg, max(e.h/2, 1)); id != "" {
		return s.enter(e)
	}
	return nil
}

func (s *schoolGoals) Actions(e *env) []action {
	why := reasonUnless(slices.Contains(schoolGoalIDs(e.plan), s.list.at(s.rows(e))), "why.noschoolgoal")
	return []action{
		{ID: "schoolgoals.open", Keys: []string{"enter"}, Short: "key.open", Do: func() []effect { return s.enter(e) }},
		{ID: "schoolgoals.new", Keys: []string{"n"}, Short: "key.newgoal", Why: whyFrozen(e), Do: func() []effect { return []effect{openNewSchoolGoal()} }},
		{ID: "schoolgoals.remove", Keys: []string{"d", "delete"}, Short: "key.remove", Why: why, Do: func() []effect { return s.remove(e) }},
	}
}

func (s *schoolGoals) enter(e *env) []effect {
	switch id := s.list.at(s.rows(e)); id {
	case "new":
		if why := whyFrozen(e); why != "" {
			return []effect{say(why)}
		}
		return []effect{openNewSchoolGoal()}
	case "":
		return nil
	default:
		return []effect{openItem(func(m *Model) screen { return newSchoolGoal(m, id) })}
	}
}

// openNewSchoolGoal opens one that is in the plan from the first words on.
func openNewSchoolGoal() effect {
	return openItem(func(m *Model) screen { return newSchoolGoal(m, m.deps.NewID()) })
}

func (s *schoolGoals) remove(e *env) []effect {
	id := s.list.at(s.rows(e)) // so that the next one takes its place
	c, err := plan.RemoveSchoolGoal(e.plan, id)
	return []effect{commitSaying(c, err, "msg.removed", "What", e.t.T("s42.what")),
		func(m *Model) tea.Cmd { s.Open(m.env()); return nil }}
}
