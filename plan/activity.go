package plan

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"bekwaam/text"
)

func itoa(n int) string { return strconv.Itoa(n) }

func compare(a, b string) int { return strings.Compare(a, b) }

func day(t time.Time) text.Date {
	y, m, d := t.Date()
	return text.Date{Year: y, Month: int(m), Day: d}
}

// FirstYear returns the calendar year in which the school year begins, 0
// where none was filled in.
func (p Plan) FirstYear() int {
	first, _, _ := strings.Cut(p.Profile.SchoolYear, "-")
	y, err := strconv.Atoi(first)
	if err != nil {
		return 0
	}
	return y
}

// settleMoments derives the first and the last day from the moments.
func settleMoments(a *Activity) {
	for i, m := range a.Moments {
		from, to, ok := momentSpan(m)
		if !ok {
			continue
		}
		if i == 0 || from.Before(a.From) {
			a.From = from
		}
		if i == 0 || a.To.Before(to) {
			a.To = to
		}
	}
}

// momentSpan returns the first and the last day of a moment: a day, or a
// whole month.
func momentSpan(m string) (from, to text.Date, ok bool) {
	if d, err := text.ParseISO(m); err == nil {
		return d, d, true
	}
	mo, err := text.ParseISOMonth(m)
	if err != nil {
		return text.Date{}, text.Date{}, false
	}
	return mo.First(), mo.Add(1).First().AddDays(-1), true
}

// Months returns the months in which an activity stands in the timeline: its
// moments, or every month from the first day to the last.
func (a Activity) Months() []text.Month {
	var out []text.Month
	for _, m := range a.Moments {
		if from, _, ok := momentSpan(m); ok && !slices.Contains(out, from.YearMonth()) {
			out = append(out, from.YearMonth())
		}
	}
	if len(out) > 0 || a.From.IsZero() {
		return out
	}
	to := a.To
	if to.Before(a.From) {
		to = a.From
	}
	for m := a.From.YearMonth(); !to.YearMonth().Before(m) && len(out) < 36; m = m.Add(1) {
		out = append(out, m)
	}
	return out
}

// Shift moves an activity by whole months, later or, below zero, earlier.
func (a Activity) Shift(months int) Activity {
	a.Moments = slices.Clone(a.Moments)
	for i, m := range a.Moments {
		if d, err := text.ParseISO(m); err == nil {
			a.Moments[i] = d.AddMonths(months).String()
		} else if mo, err := text.ParseISOMonth(m); err == nil {
			a.Moments[i] = mo.Add(months).String()
		}
	}
	if !a.From.IsZero() {
		a.From = a.From.AddMonths(months)
	}
	if !a.To.IsZero() {
		a.To = a.To.AddMonths(months)
	}
	settleMoments(&a)
	return a
}

// For reports whether an activity serves a goal.
func (a Activity) For(goal string) bool { return a.AllGoals || slices.Contains(a.Goals, goal) }

// asked reports whether a goal is one: a learning question makes it, or at
// least a title.
func (g Goal) asked() bool { return g.Question != "" || g.Title != "" }

// LiveGoals are the goals of this year: not kept for a later one.
func (p Plan) LiveGoals() []Goal {
	return keepItems(p.Goals, func(g Goal) bool { return g.KeptFor == "" })
}

// LiveActivities are the activities that were not dropped.
func (p Plan) LiveActivities() []Activity {
	return keepItems(p.Activities, func(a Activity) bool { return a.Status != Dropped })
}
