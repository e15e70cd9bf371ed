package plan

import (
	"slices"

	"bekwaam/text"
)

// StepsDue returns of the steps with these numbers those whose time has come:
// half-way and the end of the year are due in a plan that runs, each from two
// weeks before its day, and half-way no more once the end is near.
func StepsDue(p Plan, today text.Date, steps ...int) []int {
	half, end := p.momentsDue(today)
	return slices.DeleteFunc(slices.Clone(steps), func(n int) bool { return n == 10 && !half || n == 11 && !end })
}

// momentsDue reports whether it is time for half-way and for the end.
func (p Plan) momentsDue(today text.Date) (half, end bool) {
	const before = 14
	last := p.EndOfYear()
	if last.IsZero() || p.State != Active {
		return false, false
	}
	end = !today.Before(last.AddDays(-before))
	return !end && !today.Before(p.HalfWay().AddDays(-before)), end
}

// EndOfYear is the day around which the year is looked back on: when the last
// goal is due, and in June at the latest. It is zero without a school year.
func (p Plan) EndOfYear() text.Date {
	_, last, ok := text.SchoolYearDays(p.Profile.SchoolYear)
	if !ok {
		return text.Date{}
	}
	end := closeStep(p).Date
	if june := (text.Date{Year: last.Year, Month: 6, Day: 15}); end.IsZero() || june.Before(end) {
		end = june
	}
	return end
}
