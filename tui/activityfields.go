package tui

import (
	"slices"
	"strings"

	"bekwaam/plan"
	"bekwaam/text"
)

// edit is an act on the moments of the activity.
func (s *activity) edit(e *env, change func(plan.Activity) plan.Activity) []effect {
	c, err := plan.EditActivity(e.plan, s.id, "moments", func(a *plan.Activity) { *a = change(*a) })
	return []effect{commit(c, err)}
}

func (s *activity) readMoments(e *env, v string) ([]string, error) {
	list, err := plan.ReadMoments(v, e.today(), e.plan.Profile.SchoolYear)
	if err == nil && len(list) > mostMoments {
		return nil, &text.ParseError{Kind: text.KindMonth, Code: text.CodeRange, Input: v}
	}
	return list, err
}

// mostMoments is how many moments an activity of one school year may have;
// more come from a year that was typed wrong.
const mostMoments = 24

// from is the beginning, or every moment where they do not follow each other.
func (s *activity) from() field {
	f := &monthField{textField: newText(bound{id: "from", label: "s52.from", width: activityLabels, preset: true,
		get: func(e *env) string { a, _ := activityOf(e.plan, s.id); return beginWords(e, a) }})}
	f.months = monthOptions
	f.read = func(e *env, v string) error { _, err := s.readMoments(e, v); return err }
	f.set = func(e *env, v string) []effect {
		list, _ := s.readMoments(e, v)
		return s.edit(e, func(a plan.Activity) plan.Activity { return a.Begin(list) })
	}
	f.choose = func(e *env, m string) []effect {
		return s.edit(e, func(a plan.Activity) plan.Activity { return a.Begin([]string{m}) })
	}
	f.chosen = func(e *env) string { return s.monthAt(e, false).String() }
	f.step = func(e *env, by int) []effect {
		a, _ := activityOf(e.plan, s.id)
		switch {
		case len(a.Months()) == 0:
			return f.choose(e, e.plan.FirstMonth(e.pack(), e.today()).String())
		case a.Stretch() && len(a.Moments) > 0 && isMonth(a.Moments[0]):
			return f.choose(e, a.Months()[0].Add(by).String())
		}
		return s.edit(e, func(a plan.Activity) plan.Activity { return a.Shift(by) })
	}
	return again(f)
}

// to is the last moment; until it is given it follows the beginning.
func (s *activity) to() field {
	f := &monthField{textField: newText(bound{id: "to", label: "s52.to", width: activityLabels, preset: true,
		get: func(e *env) string { a, _ := activityOf(e.plan, s.id); return endWords(e, a) }})}
	var last func(*env, string) []effect
	until := func(e *env, m string) (plan.Activity, error) {
		a, _ := activityOf(e.plan, s.id)
		return a.Until(m)
	}
	f.months = monthOptions
	f.read = func(e *env, v string) error {
		list, err := s.readMoments(e, v)
		if err == nil && len(list) > 0 {
			_, err = until(e, list[len(list)-1])
		}
		return err
	}
	f.set = func(e *env, v string) []effect {
		list, _ := s.readMoments(e, v)
		if len(list) == 0 {
			return nil
		}
		return last(e, list[len(list)-1])
	}
	last = func(e *env, m string) []effect {
		next, err := until(e, m)
		if err != nil {
			return []effect{attend("s52.to.before")}
		}
		return s.edit(e, func(plan.Activity) plan.Activity { return next })
	}
	f.choose = last
	f.chosen = func(e *env) string { return s.monthAt(e, true).String() }
	f.step = func(e *env, by int) []effect {
		a, _ := activityOf(e.plan, s.id)
		if len(a.Months()) == 0 {
			return f.choose(e, e.plan.FirstMonth(e.pack(), e.today()).String())
		}
		return f.choose(e, s.monthAt(e, true).Add(by).String())
	}
	return again(f)
}

// again makes a field show what its own act wrote.
func again(f *monthField) field {
	after := func(do func(*env, string) []effect) func(*env, string) []effect {
		return func(e *env, v string) []effect {
			return append(do(e, v), renewed(f))
		}
	}
	choose, step := f.choose, f.step
	f.choose = after(choose)
	f.step = func(e *env, by int) []effect { return append(step(e, by), renewed(f)) }
	return f
}

// monthAt is the first or the last month of the activity, and where it has
// none the month that something new may begin in.
func (s *activity) monthAt(e *env, last bool) text.Month {
	a, _ := activityOf(e.plan, s.id)
	list := a.Months()
	switch {
	case len(list) == 0:
		return e.plan.FirstMonth(e.pack(), e.today())
	case last:
		return list[len(list)-1]
	}
	return list[0]
}

func isMonth(m string) bool { _, err := text.ParseISOMonth(m); return err == nil }

// beginWords is the first month or day; moments with gaps are all there, as
// they are typed.
func beginWords(e *env, a plan.Activity) string {
	if len(a.Moments) == 0 {
		return dayWords(e, a.From)
	}
	if a.Stretch() {
		return momentWords(e, a.Moments[0], text.Long)
	}
	var out []string
	for _, m := range a.Moments {
		out = append(out, momentWords(e, m, text.Short))
	}
	return strings.Join(out, ", ")
}

func endWords(e *env, a plan.Activity) string {
	if len(a.Moments) == 0 {
		return dayWords(e, a.To)
	}
	return momentWords(e, a.Moments[len(a.Moments)-1], text.Long)
}

func dayWords(e *env, d text.Date) string {
	if d.IsZero() {
		return ""
	}
	return text.FormatDate(d, e.lang(), text.Medium)
}

// momentWords is a month or a day; without a year only where it is read back
// in the same school year.
func momentWords(e *env, m string, style text.Style) string {
	if mo, err := text.ParseISOMonth(m); err == nil {
		if style == text.Short && text.SchoolYearOf(mo.First()) != e.plan.Profile.SchoolYear {
			style = text.Medium
		}
		return text.FormatMonth(mo, e.lang(), style)
	}
	d, err := text.ParseISO(m)
	if err != nil {
		return m
	}
	if style == text.Long || text.SchoolYearOf(d) != e.plan.Profile.SchoolYear {
		style = text.Medium
	}
	return text.FormatDate(d, e.lang(), style)
}

// allGoals is the answer "alle doelen"; some are several goals at once, which
// a plan from elsewhere may have.
const (
	allGoals  = "*"
	someGoals = "+"
)

func (s *activity) goals() field {
	b := s.bind("goals", func(e *env, a plan.Activity) string {
		switch {
		case a.AllGoals:
			return allGoals
		case len(a.Goals) > 1:
			return someGoals
		}
		return strings.Join(a.Goals, "")
	}, func(_ *env, a *plan.Activity, v string) error {
		switch v {
		case someGoals:
		case allGoals:
			a.AllGoals, a.Goals = true, nil
		case "":
			a.AllGoals, a.Goals = false, nil
		default:
			a.AllGoals, a.Goals = false, []string{v}
		}
		return nil
	})
	return newChoice(b, func(e *env) []option {
		a, _ := activityOf(e.plan, s.id)
		var out []option
		if len(a.Goals) > 1 {
			out = append(out, option{someGoals, forGoals(e, a)})
		}
		for _, g := range e.plan.Goals {
			if g.KeptFor == "" || slices.Contains(a.Goals, g.ID) {
				out = append(out, option{g.ID, goalTitle(e, g)})
			}
		}
		return append(out, option{allGoals, e.t.T("s52.goals.all")}, option{"", e.t.T("s52.goals.none")})
	})
}
