package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
)

// coverage is S92: which part of the framework the goals and the evidence
// speak about. It lists and counts; there is no bar and no percentage.
type coverage struct{ list list }

func newCoverage() *coverage { return &coverage{} }

func (s *coverage) ID() string          { return "S92" }
func (s *coverage) Step() int           { return 3 }
func (s *coverage) Title(e *env) string { return stepTitle(e, 3, e.t.T("step.3.coverage")) }
func (s *coverage) Audience() string    { return "private" }
func (s *coverage) Form() bool          { return false }

// The rows of the screen: a goal or a group of the view by what follows.
const (
	goalRow  = "goal/"
	groupRow = "group/"
)

// Open unfolds the first row.
func (s *coverage) Open(e *env) { s.list.at(s.rows(e)) }

func (s *coverage) Page(e *env) page {
	head := placeTabs(e, 3, "s92.reason")
	if head[1] == "" {
		head = head[:1]
	}
	rows := s.rows(e)
	p := withHeading(s.list.page(rows, append(head, viewLine(e))...))
	if all := ids(rows); s.list.at(rows) == all[len(all)-1] {
		p.Focus[1] = len(p.Lines) - 1 // the lines below the last row
	}
	return p
}

func (s *coverage) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e)
	}
	return nil
}

func (s *coverage) Actions(e *env) []action {
	view := viewAction(e, "w", "f")
	view.Short = "key.reorder"
	return append([]action{
		{ID: "coverage.open", Keys: []string{"enter"}, Short: "key.open", Do: func() []effect { return s.enter(e) }},
		view,
		{ID: "next", Keys: []string{">"}, Short: "key.on", Do: func() []effect { return []effect{openStep(4)} }},
	}, placeActions(e, "coverage")...)
}

// enter opens a goal, or the competences of a group.
func (s *coverage) enter(e *env) []effect {
	id := s.list.at(s.rows(e))
	if goal, ok := strings.CutPrefix(id, goalRow); ok {
		return toItem(e, "", goal)
	}
	if group, ok := strings.CutPrefix(id, groupRow); ok {
		return []effect{open(&coveredGroup{group: group})}
	}
	return nil
}

// groupID is the id of a group's row; the last two have items without an id.
func groupID(g plan.GroupCover) string {
	switch {
	case g.Gone:
		return groupRow + "-gone"
	case g.Item.ID == "":
		return groupRow + "-rest"
	}
	return groupRow + g.Item.ID
}

// coveredGroup is S92b: the competences of one group, each with what the plan
// has about it.
type coveredGroup struct {
	list  list
	group string
}

func (s *coveredGroup) ID() string       { return "S92b" }
func (s *coveredGroup) Step() int        { return 3 }
func (s *coveredGroup) Audience() string { return "private" }
func (s *coveredGroup) Form() bool       { return false }

func (s *coveredGroup) Title(e *env) string {
	if g, ok := s.here(e); ok {
		return stepTitle(e, 3, groupName(e, g))
	}
	return stepTitle(e, 3, e.t.T("step.3.coverage"))
}

// here is the group; it may be gone when undo changed the plan below.
func (s *coveredGroup) here(e *env) (plan.GroupCover, bool) {
	all := covered(e)
	i := slices.IndexFunc(all, func(g plan.GroupCover) bool { return groupID(g) == groupRow+s.group })
	if i < 0 {
		return plan.GroupCover{}, false
	}
	return all[i], true
}

func (s *coveredGroup) Page(e *env) page { return s.list.page(s.rows(e)) }

func (s *coveredGroup) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e)
	}
	return nil
}

func (s *coveredGroup) Actions(e *env) []action {
	return []action{{ID: "place.read", Keys: []string{"enter"}, Short: "key.read", Do: func() []effect { return s.enter(e) }}}
}

func (s *coveredGroup) enter(e *env) []effect {
	if id := s.list.at(s.rows(e)); id != "" {
		return []effect{open(&reading{competence: id})}
	}
	return nil
}
