package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// shown are the activities that the filter leaves.
func (s *activities) shown(e *env) []plan.Activity {
	if s.goal == "" {
		return e.plan.Activities
	}
	return slices.DeleteFunc(slices.Clone(e.plan.Activities), func(a plan.Activity) bool { return !a.For(s.goal) })
}

func (s *activities) listRows(e *env) []row {
	var out []row
	if len(e.plan.Activities) == 0 {
		r := row{ID: "new"}
		r.Lines = text.Wrap(s.emptyWords(e), e.w)
		out = append(out, r, plainRow(""))
		return append(out, row{ID: "on", Lines: []string{"[ " + stepButton(e, 6) + " ]"}})
	}
	c := s.widths(e)
	for _, g := range s.grouped(e, s.shown(e)) {
		if g.title != "" {
			out = append(out, plainRow(e.st.Label.Render(text.Cut(g.title, e.w))))
		}
		for _, a := range g.list {
			name := activityName(e, a)
			if a.Status == plan.Done {
				name = "✓ " + name
			}
			out = append(out, row{ID: a.ID, Lines: []string{c.line(name, forGoals(e, a), firstOf(partnerWords(e, a.Partner), text.Nothing), whenWords(e, a), hoursCell(e, a), costCell(e, a))}})
		}
	}
	out = append(out, s.totalRows(e, c)...)
	if s.goal != "" {
		all, shown := len(e.plan.Activities), len(s.shown(e))
		out = append(out, textRows(e, e.t.T("msg.filtered", "Shown", shown, "All", all, "Hidden", all-shown,
			"Filter", e.t.T("s50.filter.goal", "Number", goalNumber(e.plan, s.goal))))...)
	}
	if q := s.question(e); q != "" {
		out = append(out, textRows(e, q)...)
	}
	return append(out, plainRow(""), row{ID: "on", Lines: []string{"[ " + stepButton(e, 6) + " ]"}})
}

func (s *activities) emptyWords(e *env) string {
	for _, g := range e.plan.LiveGoals() {
		if g.ID == goalWithout(e.plan) {
			return e.t.T("s50.none.goal", "Goal", goalTitle(e, g))
		}
	}
	return e.t.T("s50.none")
}

// whenWords is when, or that it is done or off.
func whenWords(e *env, a plan.Activity) string {
	switch {
	case a.Status == plan.Done || a.Status == plan.Dropped:
		return e.t.T("activity." + a.Status)
	case a.Status == plan.Wanted && len(a.Months()) == 0:
		return e.t.T("activity.wanted")
	}
	return monthRange(e, a)
}

func costCell(e *env, a plan.Activity) string {
	if a.Status == plan.Dropped {
		return text.Nothing
	}
	return moneyOrNothing(e, a.Cost)
}

// hoursCell puts hours that the school ordered in brackets: they do not count.
func hoursCell(e *env, a plan.Activity) string {
	switch {
	case a.Status == plan.Dropped:
		return text.Nothing
	case a.Hours != nil && a.Ordered != nil && *a.Ordered:
		return "(" + hoursOf(e, a.Hours) + ")"
	}
	return hoursOf(e, a.Hours)
}

// totals are the teacher's own hours and all costs of the plan.
func (s *activities) totals(e *env) (hours, cost string) {
	h, c := ownTotals(e)
	return quarters(e, h), money(e, c)
}

func ownTotals(e *env) (plan.Quarters, plan.Cents) {
	l := plan.Reckon(e.plan, e.pack())
	cost := l.Money.NoPayer.Planned
	for _, x := range l.Money.BySource {
		cost += x.Planned
	}
	return l.Hours.Total.Planned - l.Hours.Ordered.Planned, cost
}

// totalRows is the line under the columns, and what does not count.
func (s *activities) totalRows(e *env, c columns) []row {
	hours, cost := s.totals(e)
	word := e.t.T("s50.total")
	if s.goal != "" {
		word = e.t.T("s50.total.plan")
	}
	line := ""
	if c.cost > 0 {
		left := max(c.name+c.goal+c.with, 0)
		if text.Width(word) >= c.when {
			left = max(0, left+c.when-text.Width(word)-1)
		}
		line = text.PadLeft(cost, c.cost)
		line = spaces(left) + text.Pad(word, e.w-left-c.hours-c.cost) + text.PadLeft(hours, c.hours) + line
	} else {
		line = text.PadLeft(word+"   "+hours+"   "+cost, e.w)
	}
	out := []row{plainRow(line)}
	l := plan.Reckon(e.plan, e.pack())
	if o := l.Hours.Ordered.Planned; o > 0 {
		out = append(out, textRows(e, e.t.T("s50.ordered", "Hours", quarters(e, o)))...)
	}
	return out
}

// question is one thing to think about: what is open for the selected
// activity, then a goal that nothing is done for, then the whole.
func (s *activities) question(e *env) string {
	if a, ok := activityOf(e.plan, s.list.sel); ok && closedTrial(a) && a.Learned == "" {
		return e.t.T("s50.trial.learned")
	}
	asked := s.asked.of(e)
	for _, check := range []string{"hours-none", "payer", "mandated"} {
		for _, q := range asked {
			if q.Check == check && slices.Contains(q.About, s.list.sel) {
				return checkWords(e, check)
			}
		}
	}
	if id := goalWithout(e.plan); id != "" {
		return e.t.T("s40.ask", "Number", goalNumber(e.plan, id), "Question", lowerFirst(checkWords(e, "practice")))
	}
	for _, check := range []string{"practice", "active", "feedback", "collective", "duration"} {
		for _, q := range asked {
			if q.Check == check {
				return checkWords(e, check)
			}
		}
	}
	return ""
}

func (s *activities) listActions(e *env) []action {
	id := s.here(e)
	why := ""
	if id == "" {
		why = "why.noactivity"
	}
	filter := ""
	if len(e.plan.LiveGoals()) == 0 {
		filter = "why.nogoal"
	}
	return []action{
		{ID: "activities.open", Keys: []string{"enter"}, Short: "key.open", Do: func() []effect { return s.enter(e) }},
		{ID: "activities.new", Anywhere: true, Keys: []string{"n"}, Short: "key.fromlist", Why: whyFrozen(e), Do: func() []effect { return s.choose(e) }},
		{ID: "activities.done", Keys: []string{"space"}, Why: why, Do: func() []effect { return s.done(e, id) }},
		{ID: "log.hours", Keys: []string{"+"}, Why: whyNoLogging(e), Do: func() []effect { return []effect{openLogging(id)} }},
		{ID: "activities.remove", Keys: []string{"d", "delete"}, Why: why, Do: func() []effect { return s.remove(e, id) }},
		s.groupAction(e),
		{ID: "activities.filter", Keys: []string{"f"}, Why: filter, Do: func() []effect { s.nextGoal(e); return nil }},
	}
}

// whyFrozen is why nothing can be added to a signed version.
func whyFrozen(e *env) string {
	if e.plan.Frozen() {
		return "err.frozen"
	}
	return ""
}

// goalAfter is the next goal to filter by; "" is before the first one and
// after the last.
func goalAfter(e *env, id string) string {
	live := goalIDs(e.plan.LiveGoals())
	if at := slices.Index(live, id) + 1; at < len(live) {
		return live[at]
	}
	return ""
}

func (s *activities) nextGoal(e *env) { s.goal = goalAfter(e, s.goal) }

// done marks an activity as done and asks what it took, and of a trial what it
// taught; a second time takes the mark back.
func (s *activities) done(e *env, id string) []effect {
	a, _ := activityOf(e.plan, id)
	to, asks := plan.Done, "spent"
	if a.Status == plan.Done {
		to = plan.Planned
		if len(a.Log) > 0 {
			to = plan.Running
		}
	}
	if a.Trial {
		asks = "learned"
	}
	act := func(p plan.Plan) (plan.Change, error) { return plan.SetStatus(p, id, to, "") }
	if to != plan.Done {
		return []effect{inYear(act, say("s50.undone", "Name", shortName(a.Description, 40)))}
	}
	return []effect{inYear(act, func(m *Model) tea.Cmd { return m.push(newActivityAt(m, id, asks)) })}
}

func (s *activities) remove(e *env, id string) []effect {
	a, _ := activityOf(e.plan, id)
	s.at(e) // so that the next one takes its place
	c, err := plan.RemoveActivity(e.plan, id)
	return []effect{commitSaying(c, err, "msg.removed", "What", shortName(a.Description, e.w-42)),
		func(m *Model) tea.Cmd { s.Open(m.env()); return nil }}
}
