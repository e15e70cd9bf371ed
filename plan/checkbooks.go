package plan

import (
	"slices"

	"bekwaam/text"
)

// personal are the payers that are the teacher's own.
var personal = []string{"eigen-cao", "mbo-individueel", "eigen-middelen"}

// books asks about hours, money and entitlements.
func (c *checker) books() {
	l := Reckon(c.p, c.pack)
	hours, money := l.Hours.Lines, l.Money.Lines
	if len(l.ByEmployer) > 0 {
		hours, money = nil, nil
		for _, e := range l.ByEmployer {
			hours, money = append(hours, e.Hours.Lines...), append(money, e.Money.Lines...)
		}
	}
	each(c, "hours-over", hours, func(x HourLine) string { return x.Line }, func(x HourLine) bool { return x.LeftPlanned < 0 })
	each(c, "budget-over", money, func(x MoneyLine) string { return x.Line }, func(x MoneyLine) bool { return x.LeftPlanned < 0 })
	each(c, "hours-none", c.acts, activityID, func(a Activity) bool { return a.Hours == nil })
	each(c, "payer", c.acts, activityID, func(a Activity) bool { return a.Cost > 0 && a.Funding == "" })
	each(c, "mandated", c.acts, activityID, func(a Activity) bool {
		return a.ordered() && (a.HoursLine != "" || a.Cost > 0 && slices.Contains(personal, a.Funding))
	})
	each(c, "entitlement-old", c.p.EntitlementLines, func(l Line) string { return l.Line }, func(l Line) bool { return c.inUse(l) && c.Stale(l) })
}

// inUse reports whether an activity draws on a line of the pack.
func (c *checker) inUse(l Line) bool {
	if _, ok := c.pack.Entitlement(l.Line); !ok {
		return false
	}
	return slices.ContainsFunc(c.acts, func(a Activity) bool {
		if l.Unit == "euro" {
			return a.Cost > 0 && a.Funding == l.Source && l.Source != ""
		}
		return !a.ordered() && a.HoursLine == l.Line
	})
}

// Stale reports whether a line asks to be checked: never checked, or not in
// this school year, or, once the agreement behind it has ended, not since.
func (c *checker) Stale(l Line) bool {
	if l.CheckedOn.IsZero() {
		return true
	}
	since := text.Date{Year: c.p.FirstYear(), Month: 8, Day: 1}
	if end, ok := c.termEnd(); ok && end.Before(c.today) {
		since = end
	}
	return !since.Before(l.CheckedOn)
}

// termEnd returns the last day of the collective agreement of the framework,
// which the pack keeps as a line of text with a period.
func (c *checker) termEnd() (text.Date, bool) {
	for _, e := range c.pack.Entitlements {
		if e.Framework == c.p.Profile.Framework && e.Per == "looptijd" && e.HoldsFor.To != "" {
			d, err := text.ParseISO(e.HoldsFor.To)
			return d, err == nil
		}
	}
	return text.Date{}, false
}
