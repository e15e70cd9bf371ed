package plan

import (
	"slices"
	"strings"

	"bekwaam/text"
)

// Log notes hours and money that an activity really took on a day. line, where
// it is not "", is the entitlement that the activity draws on from now on; an
// activity that the school ordered draws on none. What was planned or only
// wanted runs from then on.
//
// Errors: CodeRequired without a day or with nothing to note, CodeRange below
// zero, CodeUnknown for a line that the plan does not have, CodeNotOffered for
// a line of an ordered activity.
func Log(p Plan, id string, e LogEntry, line string) (Change, error) {
	fail := func(code, field string, args ...string) (Change, error) {
		return Change{}, &Error{Code: code, Item: id, Field: field, Args: args}
	}
	switch {
	case e.Hours < 0:
		return fail(CodeRange, "log/hours", e.Hours.String())
	case e.Cost < 0:
		return fail(CodeRange, "log/cost_cents", itoa(int(e.Cost)))
	case e.Hours == 0 && e.Cost == 0:
		return fail(CodeRequired, "log/hours")
	case e.Date.IsZero():
		return fail(CodeRequired, "log/date")
	}
	if line != "" {
		at := activityItems.at(&p, id)
		switch {
		case !slices.ContainsFunc(p.EntitlementLines, func(l Line) bool { return l.Line == line && l.Unit == "uur" }):
			return fail(CodeUnknown, "hours_line", line)
		case at >= 0 && p.Activities[at].ordered():
			return fail(CodeNotOffered, "hours_line", line)
		}
	}
	c, err := activityItems.edit(p, id, "log", func(a *Activity) {
		a.Log = append(a.Log, clone(e))
		slices.SortStableFunc(a.Log, func(x, y LogEntry) int { return x.Date.Compare(y.Date) })
		if line != "" {
			a.HoursLine = line
		}
		if a.Status == Planned || a.Status == Wanted {
			a.Status = Running
		}
	})
	return c.as(err, "activity.log", id, e.Hours.String(), itoa(int(e.Cost)))
}

// Unlog takes an entry of the log away, counted from 0 in the order of days.
func Unlog(p Plan, id string, entry int) (Change, error) {
	if at := activityItems.at(&p, id); at >= 0 && (entry < 0 || entry >= len(p.Activities[at].Log)) {
		return Change{}, &Error{Code: CodeRange, Item: id, Field: "log", Args: []string{itoa(entry)}}
	}
	c, err := activityItems.edit(p, id, "log", func(a *Activity) { a.Log = slices.Delete(a.Log, entry, entry+1) })
	return c.as(err, "activity.unlog", id)
}

// SetStatus says how an activity stands. Dropping one needs a reason, which
// goes when it is taken up again. What was spent on it stays spent. CodeReason
// without one, CodeUnknown for another status.
func SetStatus(p Plan, id, status, reason string) (Change, error) {
	switch {
	case !slices.Contains(statuses, status):
		return Change{}, &Error{Code: CodeUnknown, Item: id, Field: "status", Args: []string{status}}
	case status == Dropped && strings.TrimSpace(reason) == "":
		return Change{}, &Error{Code: CodeReason, Item: id, Field: "status_reason"}
	}
	c, err := activityItems.edit(p, id, "status", func(a *Activity) { a.Status, a.StatusReason = status, reason })
	return c.as(err, "activity."+status, id)
}

// MoveActivity gives an activity other moments, days or months. Where it was
// before stays in the history: that it moved is no status. CodeNothing where
// it stays where it is.
func MoveActivity(p Plan, id string, moments []string) (Change, error) {
	at := activityItems.at(&p, id)
	if at < 0 {
		return Change{}, unknown(id)
	}
	was, to := momentsText(p.Activities[at]), inTime(slices.Clone(moments))
	c, err := activityItems.edit(p, id, "moments", func(a *Activity) {
		a.Moments, a.From, a.To = to, text.Date{}, text.Date{}
		settleMoments(a)
	})
	if err == nil && was == momentsText(c.Plan.Activities[at]) {
		return Change{}, &Error{Code: CodeNothing, Item: id}
	}
	return c.as(err, "activity.move", id, was, strings.Join(to, " "))
}

// momentsText is when an activity is, as a document has it.
func momentsText(a Activity) string {
	if len(a.Moments) > 0 {
		return strings.Join(a.Moments, " ")
	}
	return strings.Trim(a.From.String()+".."+a.To.String(), ".")
}

// How often an activity comes back between its first and its last day.
const (
	EveryWeek      = "week"
	EveryTwoWeeks  = "two-weeks"
	EveryFourWeeks = "four-weeks"
)

// Repeats lists how often an activity may come back; "" is not at all.
var Repeats = []string{"", EveryWeek, EveryTwoWeeks, EveryFourWeeks}

// WeeksBetween is how many weeks lie between two times, 0 for what does not
// come back.
func WeeksBetween(repeat string) int {
	return map[string]int{EveryWeek: 1, EveryTwoWeeks: 2, EveryFourWeeks: 4}[repeat]
}

// RepeatActivity says how often an activity comes back, at what time ("15:30",
// "" for the whole day) and for how many minutes.
//
// Errors: CodeUnknown for another rhythm, CodeDate for no time of the clock,
// CodeRange for minutes below zero or more than a day, CodeRequired where it
// comes back and has no first and last day.
func RepeatActivity(p Plan, id, repeat, clock string, minutes int) (Change, error) {
	c, err := activityItems.edit(p, id, "repeat", func(a *Activity) { a.Repeat, a.Time, a.Minutes = repeat, clock, minutes })
	if at := activityItems.at(&c.Plan, id); err == nil && repeat != "" && (c.Plan.Activities[at].From.IsZero() || c.Plan.Activities[at].To.IsZero()) {
		return Change{}, &Error{Code: CodeRequired, Item: id, Field: "from"}
	}
	return c.as(err, "activity.repeat", id, repeat)
}

// Occurrences returns the days of an activity in their order: each time that
// it comes back from its first day to its last, or else the days among its
// moments. A month is no day. There are at most 400.
func Occurrences(a Activity) []text.Date {
	var out []text.Date
	if step := 7 * WeeksBetween(a.Repeat); step > 0 && !a.From.IsZero() {
		for d := a.From; !a.To.Before(d) && len(out) < 400; d = d.AddDays(step) {
			out = append(out, d)
		}
		return out
	}
	for _, m := range a.Moments {
		if d, err := text.ParseISO(m); err == nil {
			out = append(out, d)
		}
	}
	if len(a.Moments) == 0 && !a.From.IsZero() && (a.To.IsZero() || a.To == a.From) {
		out = append(out, a.From)
	}
	slices.SortFunc(out, text.Date.Compare)
	return slices.Compact(out)
}

// clockTime reports whether s is a time of the clock such as 08:05.
func clockTime(s string) bool {
	digit := func(i int) int { return int(s[i] - '0') }
	if len(s) != 5 || s[2] != ':' {
		return false
	}
	for _, i := range []int{0, 1, 3, 4} {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return digit(0)*10+digit(1) < 24 && digit(3) < 6
}
