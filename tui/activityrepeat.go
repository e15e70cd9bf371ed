package tui

import (
	"bekwaam/plan"
	"bekwaam/text"
)

// repeats is how often an activity comes back between its first day and its
// last.
func (s *activity) repeats() field {
	b := s.bind("repeat", func(_ *env, a plan.Activity) string { return a.Repeat }, nil)
	b.set = func(e *env, v string) (plan.Change, error) {
		a, _ := activityOf(e.plan, s.id)
		return plan.RepeatActivity(e.plan, s.id, v, a.Time, a.Minutes)
	}
	return newChoice(b, func(e *env) []option {
		var out []option
		for _, r := range plan.Repeats {
			out = append(out, option{r, e.t.T("s52.repeat." + firstOf(r, "none"))})
		}
		return out
	})
}

// clock is at what time it begins, "" for the whole day.
func (s *activity) clock() field {
	b := s.bind("clock", func(_ *env, a plan.Activity) string { return a.Time }, nil)
	b.set = func(e *env, v string) (plan.Change, error) {
		a, _ := activityOf(e.plan, s.id)
		at, err := text.ParseClock(v)
		if err != nil {
			return plan.Change{}, err
		}
		return plan.RepeatActivity(e.plan, s.id, a.Repeat, at, a.Minutes)
	}
	b.hint = "s52.clock.hint"
	return newText(b)
}

// lasting is how long one time takes, in minutes.
func (s *activity) lasting() field {
	b := s.bind("minutes", func(_ *env, a plan.Activity) string {
		if a.Minutes == 0 {
			return ""
		}
		return itoa(a.Minutes)
	}, nil)
	b.set = func(e *env, v string) (plan.Change, error) {
		a, _ := activityOf(e.plan, s.id)
		n := 0
		for _, r := range v {
			if n = n*10 + int(r-'0'); r < '0' || r > '9' || n > 24*60 {
				return plan.Change{}, &text.ParseError{Kind: text.KindNumber, Code: text.CodeSyntax, Input: v}
			}
		}
		return plan.RepeatActivity(e.plan, s.id, a.Repeat, a.Time, n)
	}
	b.hint, b.preset = "s52.minutes.hint", true
	return newText(b)
}

// onDays reports whether the time of an activity can be said: it comes back,
// or is on days rather than in months.
func onDays(a plan.Activity) bool {
	return a.Repeat != "" || len(plan.Occurrences(a)) > 0 || a.Time != ""
}
