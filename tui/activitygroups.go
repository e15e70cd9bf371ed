package tui

import (
	"slices"

	"bekwaam/plan"
	"bekwaam/text"
)

// How the list of activities is put together.
const (
	groupNone  = ""
	groupGoal  = "goal"
	groupMonth = "month"
	groupState = "state"
)

var groupings = []string{groupNone, groupGoal, groupMonth, groupState}

// groupAction puts the list together in the next way.
func (s *activities) groupAction(e *env) action {
	word := "key.group"
	if e.narrow() {
		word = "" // the views come first
	}
	return action{ID: "activities.group", Keys: []string{"w"}, Short: word, Why: reasonUnless(len(e.plan.Activities) > 1, "why.onegroup"), Do: func() []effect {
		s.group = groupings[(slices.Index(groupings, s.group)+1)%len(groupings)]
		return []effect{say("s50.group." + firstOf(s.group, "none"))}
	}}
}

// grouped are activities under the headings of the way that was chosen; one
// group without a heading where none was.
func (s *activities) grouped(e *env, list []plan.Activity) []group {
	var out []group
	put := func(title string, a plan.Activity) {
		if i := slices.IndexFunc(out, func(g group) bool { return g.title == title }); i >= 0 {
			out[i].list = append(out[i].list, a)
			return
		}
		out = append(out, group{title, []plan.Activity{a}})
	}
	switch s.group {
	case groupGoal:
		for _, g := range e.plan.Goals {
			for _, a := range list {
				if !a.AllGoals && len(a.Goals) > 0 && a.Goals[0] == g.ID {
					put(goalTitle(e, g), a)
				}
			}
		}
		for _, a := range list {
			if a.AllGoals || len(a.Goals) == 0 {
				put(e.t.T("s50.group.rest"), a)
			}
		}
	case groupMonth:
		sorted := slices.Clone(list)
		first := func(a plan.Activity) text.Month {
			if m := a.Months(); len(m) > 0 {
				return m[0]
			}
			return text.Month{Year: 9999, Month: 12}
		}
		slices.SortStableFunc(sorted, func(a, b plan.Activity) int {
			x, y := first(a), first(b)
			switch {
			case x == y:
				return 0
			case x.Before(y):
				return -1
			}
			return 1
		})
		for _, a := range sorted {
			title := e.t.T("s50.group.nomonth")
			if len(a.Months()) > 0 {
				title = upperFirst(text.FormatMonth(first(a), e.lang(), text.Long))
			}
			put(title, a)
		}
	case groupState:
		for _, state := range []string{plan.Running, plan.Planned, plan.Wanted, plan.Done, plan.Dropped} {
			for _, a := range list {
				if a.Status == state {
					put(upperFirst(e.t.T("activity."+state)), a)
				}
			}
		}
	default:
		return []group{{list: list}}
	}
	return out
}
