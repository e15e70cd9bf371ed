package tui

import "bekwaam/text"

// columns are the widths of the list of activities; 0 leaves a column out.
type columns struct{ name, goal, with, when, hours, cost int }

// widths fits the columns to what stands in them. Where there is no room,
// cost leaves the rows first, then the hours, then the goal.
func (s *activities) widths(e *env) columns {
	c := columns{goal: 5, with: 15, when: 8, hours: 7, cost: 7}
	name, with := 0, 0
	for _, a := range s.shown(e) {
		name = max(name, text.Width(a.Description)+2)
		with = max(with, text.Width(partnerWords(e, a.Partner))+1)
		c.goal = max(c.goal, min(text.Width(forGoals(e, a))+1, 9))
		c.when = max(c.when, text.Width(whenWords(e, a))+1)
		c.hours = max(c.hours, text.Width(hoursCell(e, a))+1)
		c.cost = max(c.cost, text.Width(moneyOrNothing(e, a.Cost))+2)
	}
	hours, cost := s.totals(e)
	c.hours, c.cost = max(c.hours, text.Width(hours)+1), max(c.cost, text.Width(cost)+2)
	least := 24
	if e.narrow() {
		least = max(least, min(name, 33)) // whole names rather than more columns
	}
	rest := func() int { return e.w - c.goal - c.with - c.when - c.hours - c.cost }
	for _, drop := range []*int{&c.cost, &c.hours, &c.goal} {
		if rest() < least {
			*drop = 0
		}
	}
	if spare := rest() - max(name, least); spare > 0 && with > c.with {
		c.with = min(with, c.with+spare)
	}
	c.name = rest()
	return c
}

func (c columns) line(name, goal, with, when, hours, cost string) string {
	out := text.Pad(text.Cut(name, c.name-1), c.name)
	if c.goal > 0 {
		out += text.Pad(text.Cut(goal, c.goal-1), c.goal)
	}
	out += text.Pad(text.Cut(with, c.with-1), c.with) + text.Pad(when, c.when)
	if c.hours > 0 {
		out += text.PadLeft(hours, c.hours)
	}
	if c.cost > 0 {
		out += text.PadLeft(cost, c.cost)
	}
	return out
}

func (s *activities) listHead(e *env) string {
	if len(e.plan.Activities) == 0 {
		return ""
	}
	t := e.t.T
	return e.st.Label.Render(s.widths(e).line(t("s50.activity"), t("s50.goal"), t("s50.with"), t("s50.when"), t("s50.hours"), t("s50.cost")))
}
