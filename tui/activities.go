package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// The views of step 5.
const (
	viewList = iota + 1
	viewTimeline
	viewLedger
	viewYear
)

// activities is step 5: what will be done, as a list (S50), in the months of
// the year (S53), in hours and money (S54), and with who acts at which moment
// of the year (S55).
type activities struct {
	view   int
	list   list // of activities, in list and timeline
	lines  list // of entitlements
	year   list // of moments and what the plan has at one of them
	known  []string
	rules  []string // the lines of entitlement when the screen was last set up
	fresh  bool     // not set up yet
	goal   string   // only activities for this goal, "" for all
	group  string   // how the list is put together, groupNone for the order of the plan
	months bool     // hours and money month by month
	ticked *ticks   // chosen in the catalogue and not yet put in the plan
	month  int      // first month of the timeline where not all fit
	moved  bool     // the person scrolled the months
	asked  goalQuestions
}

func newActivities(*Model) screen {
	return &activities{view: viewList, fresh: true, ticked: newTicked()}
}

func (s *activities) ID() string {
	switch s.view {
	case viewTimeline:
		return "S53"
	case viewLedger:
		if s.months {
			return "S54c"
		}
		return "S54"
	case viewYear:
		return "S55"
	}
	return "S50"
}

func (s *activities) Step() int        { return 5 }
func (s *activities) Audience() string { return "board" }
func (s *activities) Form() bool       { return false }

var viewNames = map[int]string{viewList: "step.5.list", viewTimeline: "step.5.timeline", viewLedger: "step.5.ledger", viewYear: "step.5.year"}

func (s *activities) Title(e *env) string { return stepTitle(e, 5, e.t.T(viewNames[s.view])) }

// Open chooses the next useful thing the first time, and later what is new or
// came back.
func (s *activities) Open(e *env) {
	now := activityIDs(e.plan.Activities)
	var rules []string
	for _, l := range e.plan.EntitlementLines {
		rules = append(rules, l.Line)
	}
	s.rules = comeBack(&s.lines, s.rules, rules)
	if s.fresh {
		s.fresh = false
		s.list.choose(nextActivity(e.plan))
		s.known = comeBack(&s.list, nil, now)
		return
	}
	s.known = comeBack(&s.list, s.known, now)
	if g := s.goal; g != "" && goalNumber(e.plan, g) == 0 {
		s.goal = ""
	}
}

// nextActivity is the first one without a month, else the way on.
func nextActivity(p plan.Plan) string {
	for _, a := range p.LiveActivities() {
		if len(a.Months()) == 0 {
			return a.ID
		}
	}
	if len(p.Activities) == 0 {
		return "new"
	}
	return "on"
}

func (s *activities) rows(e *env) []row {
	switch s.view {
	case viewTimeline:
		return s.timelineRows(e)
	case viewLedger:
		if s.months {
			return s.monthRows(e)
		}
		return s.ledgerRows(e)
	case viewYear:
		return s.yearRows(e)
	}
	return s.listRows(e)
}

// sel is the list that the selection of this view is in.
func (s *activities) sel() *list {
	switch s.view {
	case viewLedger:
		return &s.lines
	case viewYear:
		return &s.year
	}
	return &s.list
}

func (s *activities) Page(e *env) page {
	rows := s.rows(e)
	return downToTheEnd(s.sel().page(rows, s.head(e)...), rows, s.sel().at(rows))
}

// downToTheEnd brings what stands below the last row into view with it.
func downToTheEnd(p page, rows []row, at string) page {
	if all := ids(rows); len(all) > 0 && all[len(all)-1] == at {
		p.Focus[1] = len(p.Lines) - 1
	}
	return p
}

// head is the reason, the views and the names of the columns; a low
// window has the last two only.
func (s *activities) head(e *env) []string {
	views := ""
	for v := viewList; v <= viewYear; v++ {
		word := itoa(v) + " " + e.t.T(viewNames[v])
		if v == s.view {
			word = e.st.Selected.Render(word)
		} else {
			word = e.st.Label.Render(word)
		}
		if v > viewList {
			views += "   "
		}
		views += word
	}
	out := []string{views}
	if e.h > 16 {
		reason := e.t.T(map[int]string{viewList: "s50.reason", viewTimeline: "s53.reason", viewLedger: "s54.reason", viewYear: "s55.reason"}[s.view])
		out = nil
		for _, l := range text.Wrap(reason, e.w) {
			out = append(out, e.st.Hint.Render(l))
		}
		out = append(out, "", views, "")
	}
	columns := ""
	switch s.view {
	case viewTimeline:
		columns = s.monthsHead(e)
	case viewLedger:
		if !s.months {
			columns = ledgerHead(e)
		}
	case viewYear:
	default:
		columns = s.listHead(e)
	}
	if columns == "" {
		return out
	}
	return append(out, columns)
}

func (s *activities) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.sel().update(s.rows(e), msg, max(e.h/2, 1)); id != "" {
		return s.enter(e)
	}
	return nil
}

// at is the selected id of this view.
func (s *activities) at(e *env) string { return s.sel().at(s.rows(e)) }

// here is the selected activity, "" for none.
func (s *activities) here(e *env) string {
	if s.view == viewLedger || s.view == viewYear {
		return ""
	}
	id := s.at(e)
	if slices.Contains(activityIDs(e.plan.Activities), id) {
		return id
	}
	return ""
}

// show changes the view, as opening a screen does: its first-time hint comes
// once.
func (s *activities) show(view int) []effect {
	if view == s.view || view < viewList || view > viewYear {
		return nil
	}
	return []effect{func(m *Model) tea.Cmd { s.view = view; return m.entered() }}
}

func (s *activities) Actions(e *env) []action {
	out := s.ownActions(e)
	for i, id := range []string{"activities.list", "activities.timeline", "activities.ledger", "activities.year"} {
		view := i + 1
		out = append(out, action{ID: id, Anywhere: true, Keys: []string{itoa(view)}, Do: func() []effect { return s.show(view) }})
	}
	before, after, both, word := "activities.left", "activities.right", "activities.side", ""
	by := func(n int) []effect { return s.show(s.view + n) }
	if s.view == viewTimeline && e.narrow() {
		before, after, both, word = "activities.earlier", "activities.later", "activities.months", "key.months"
		by = func(n int) []effect { s.scroll(e, 3*n); return nil }
	}
	out = append(out,
		action{ID: before, Keys: []string{"h", "left"}, Do: func() []effect { return by(-1) }},
		action{ID: after, Keys: []string{"l", "right"}, Do: func() []effect { return by(1) }},
		action{ID: both, Keys: []string{"left"}, Short: word},
		action{ID: "activities.views", Keys: []string{"1", "2", "3", "4"}, Short: "key.view"},
		action{ID: "next", Keys: []string{">"}, Short: "key.on", Do: func() []effect { return []effect{openStep(6)} }})
	return out
}

func (s *activities) ownActions(e *env) []action {
	switch s.view {
	case viewTimeline:
		return s.timelineActions(e)
	case viewLedger:
		return s.ledgerActions(e)
	case viewYear:
		return s.yearActions(e)
	}
	return s.listActions(e)
}

func (s *activities) enter(e *env) []effect {
	switch id := s.at(e); {
	case id == "on":
		return []effect{openStep(6)}
	case id == "new":
		return s.choose(e)
	case id == "own":
		return s.newOwn(e)
	case id == "" || id == "rest" || s.view == viewLedger && s.months:
		return nil
	case s.view == viewYear:
		return s.openYear(e, id)
	case s.view == viewLedger:
		return []effect{func(m *Model) tea.Cmd { return m.push(newLine(m, id)) }}
	default:
		return []effect{func(m *Model) tea.Cmd { return m.push(newActivity(m, id)) }}
	}
}

// choose opens the catalogue for the goal that needs an activity most.
func (s *activities) choose(e *env) []effect {
	goal := goalWithout(e.plan)
	if s.goal != "" {
		goal = s.goal
	}
	if a, ok := activityOf(e.plan, s.here(e)); ok && goal == "" && len(a.Goals) > 0 {
		goal = a.Goals[0]
	}
	return []effect{func(m *Model) tea.Cmd { return m.push(newCatalogue(m, goal, s.ticked)) }}
}

// goalWithout is the first goal of this year that has no activity of its own,
// or "". What is for all goals counts for none of them here.
func goalWithout(p plan.Plan) string {
	for _, g := range p.LiveGoals() {
		if !slices.ContainsFunc(p.LiveActivities(), func(a plan.Activity) bool { return slices.Contains(a.Goals, g.ID) }) {
			return g.ID
		}
	}
	return ""
}
