package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// goalList is S40, step 4: the goals in the person's own words, the first one
// first, with one open question at a time.
type goalList struct {
	list   list
	known  []string // goals when the screen was last set up
	asked  goalQuestions
	search goalSearch
}

func newGoals(*Model) screen { return &goalList{search: goalSearch{box: newSearchBox()}} }

func (s *goalList) ID() string          { return "S40" }
func (s *goalList) Step() int           { return 4 }
func (s *goalList) Title(e *env) string { return stepTitle(e, 4, "") }
func (s *goalList) Audience() string    { return "board" }
func (s *goalList) Form() bool          { return s.search.typing }

// Open puts the selection on a goal that was not there before: a new one, or
// one that came back.
func (s *goalList) Open(e *env) {
	was := s.known
	s.known = comeBack(&s.list, s.known, goalIDs(e.plan.Goals))
	if was != nil && len(s.known) > len(was) || !s.search.on(e) {
		s.search.clear()
		s.search.filter = goalsAll
	}
}

// comeBack selects the first id that is not among those known, and returns
// what is known now.
func comeBack(l *list, known, now []string) []string {
	if known != nil {
		for _, id := range now {
			if !slices.Contains(known, id) {
				l.choose(id)
				break
			}
		}
	}
	if now == nil {
		now = []string{}
	}
	return now
}

func goalIDs(goals []plan.Goal) []string {
	var out []string
	for _, g := range goals {
		out = append(out, g.ID)
	}
	return out
}

func (s *goalList) Update(e *env, msg tea.Msg) []effect {
	if s.search.typing {
		return s.typeWords(e, msg)
	}
	if id, _ := s.list.update(s.rows(e), msg, e.h/2); id != "" {
		return s.enter(e)
	}
	return nil
}

func (s *goalList) Actions(e *env) []action {
	first, rest := s.searching()
	switch {
	case s.search.typing:
		return first
	case !s.search.on(e):
		first, rest = nil, nil
	}
	sel := s.sel(e)
	why := func(no bool) string {
		if no {
			return "why.nothisgoal"
		}
		return ""
	}
	live := goalIDs(e.plan.LiveGoals())
	at := slices.Index(live, sel)
	order := func(to int) string {
		if to < 0 || to >= len(live) || at < 0 {
			return "why.goalorder"
		}
		return ""
	}
	return slices.Concat(first, []action{
		{ID: "goals.open", Keys: []string{"enter"}, Short: "key.open", Do: func() []effect { return s.enter(e) }},
		{ID: "goals.new", Anywhere: true, Keys: []string{"n"}, Short: "key.newgoal", Do: func() []effect { return []effect{openNewGoal()} }},
		{ID: "goals.up", Keys: []string{"+", "="}, Why: order(at - 1), Do: func() []effect { return s.move(e, at, at-1) }},
		{ID: "goals.down", Keys: []string{"-"}, Why: order(at + 1), Do: func() []effect { return s.move(e, at, at+1) }},
		{ID: "goals.remove", Keys: []string{"d", "delete"}, Why: why(sel == ""), Do: func() []effect { return s.remove(e, sel) }},
		{ID: "goals.keep", Keys: []string{"m"}, Why: why(sel == ""), Do: func() []effect { return s.keep(e, sel) }},
		{ID: "goals.school", Anywhere: true, Keys: []string{"s"}, Do: func() []effect { return []effect{openItem(newSchoolGoals)} }},
		letterAction(e),
		{ID: "goals.order", Keys: []string{"+"}, Short: "key.order", Why: why(len(live) < 2)},
	}, rest, []action{
		{ID: "next", Keys: []string{">"}, Short: "key.on", Do: func() []effect { return []effect{openStep(5)} }},
	})
}

// sel is the goal that is selected, "" for none.
func (s *goalList) sel(e *env) string {
	if id := s.list.at(s.rows(e)); slices.Contains(goalIDs(e.plan.Goals), id) {
		return id
	}
	return ""
}

func (s *goalList) enter(e *env) []effect {
	switch id := s.list.at(s.rows(e)); id {
	case "on":
		return []effect{openStep(5)}
	case "":
		return nil
	default:
		return []effect{func(m *Model) tea.Cmd { return m.push(newGoal(m, id)) }}
	}
}

// openNewGoal opens a goal that begins with a question of one's own. It is in
// the plan from the first words on.
func openNewGoal() effect {
	return func(m *Model) tea.Cmd { return m.push(newGoal(m, m.deps.NewID())) }
}

// move changes the places of two goals of this year; goals kept for later
// stand between them in the plan and are passed over.
func (s *goalList) move(e *env, at, to int) []effect {
	live, all := goalIDs(e.plan.LiveGoals()), goalIDs(e.plan.Goals)
	by := slices.Index(all, live[to]) - slices.Index(all, live[at])
	s.list.choose(live[at])
	c, err := plan.MoveGoal(e.plan, live[at], by)
	return []effect{commit(c, err)}
}

func (s *goalList) remove(e *env, id string) []effect {
	what := e.t.T("s40.what", "Number", goalNumber(e.plan, id))
	if goalNumber(e.plan, id) == 0 {
		what = itemName(e.plan, id)
	}
	s.list.at(s.rows(e)) // so that the next one takes its place
	c, err := plan.RemoveGoal(e.plan, id)
	return []effect{commitSaying(c, err, "msg.removed", "What", what), s.again()}
}

// keep keeps a goal for the next school year, or takes it back to this one.
func (s *goalList) keep(e *env, id string) []effect {
	year, said := nextSchoolYear(e.plan), "s40.kept"
	if goalNumber(e.plan, id) == 0 {
		year, said = "", "s40.unkept"
	}
	c, err := plan.KeepGoal(e.plan, id, year)
	return []effect{commitSaying(c, err, said, "Year", text.FormatSchoolYear(year), "Name", itemName(e.plan, id))}
}

// again notes which goals there are, so that one that comes back is seen.
func (s *goalList) again() effect {
	return func(m *Model) tea.Cmd { s.Open(m.env()); return nil }
}

// goalNumber is the place of a goal among those of this year from 1, 0 for
// one that is kept for later.
func goalNumber(p plan.Plan, id string) int {
	return slices.Index(goalIDs(p.LiveGoals()), id) + 1
}

// nextSchoolYear is the school year after that of the plan.
func nextSchoolYear(p plan.Plan) string {
	_, last, _ := text.SchoolYearDays(p.Profile.SchoolYear)
	return text.SchoolYearOf(last.AddDays(1))
}
