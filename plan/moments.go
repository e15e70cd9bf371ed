package plan

import (
	"slices"
	"strings"

	"bekwaam/continuum"
	"bekwaam/text"
)

// ReadMoments reads when something happens as people type it: a month, a day,
// a list of them ("nov, jan, mrt") or a stretch of months ("nov–mrt"). The
// answer is in the form of Activity.Moments; nothing typed is no moments. A
// *text.ParseError names the part that was not understood.
func ReadMoments(s string, today text.Date, schoolYear string) ([]string, error) {
	var out []string
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ';' }) {
		for _, one := range splitWords(part, " en ", " and ") {
			if one = strings.TrimSpace(one); one == "" {
				continue
			}
			list, err := readStretch(one, today, schoolYear)
			if err != nil {
				return nil, err
			}
			out = append(out, list...)
		}
	}
	return inTime(out), nil
}

func splitWords(s string, words ...string) []string {
	for _, w := range words {
		s = strings.ReplaceAll(s, w, ",")
	}
	return strings.Split(s, ",")
}

// readStretch reads one moment, or all months from one to another.
func readStretch(s string, today text.Date, schoolYear string) ([]string, error) {
	one, err := readMoment(s, today, schoolYear)
	if err == nil {
		return []string{one}, nil
	}
	for _, between := range []string{"–", " t/m ", " tot en met ", " tot ", " to ", "-"} {
		first, last, ok := strings.Cut(s, between)
		if !ok {
			continue
		}
		a, errA := text.ParseMonth(strings.TrimSpace(first), today, schoolYear)
		b, errB := text.ParseMonth(strings.TrimSpace(last), today, schoolYear)
		if errA == nil && errB == nil && !b.Before(a) {
			return monthsFrom(a, b), nil
		}
	}
	return nil, err
}

// readMoment reads a day or a month.
func readMoment(s string, today text.Date, schoolYear string) (string, error) {
	if d, err := text.ParseDate(s, today, schoolYear); err == nil {
		return d.String(), nil
	}
	m, err := text.ParseMonth(s, today, schoolYear)
	return m.String(), err
}

// monthsFrom lists the months from a to b, three years at most.
func monthsFrom(a, b text.Month) []string {
	var out []string
	for m := a; !b.Before(m) && len(out) < 36; m = m.Add(1) {
		out = append(out, m.String())
	}
	return out
}

// inTime sorts moments by their first day and drops repeats.
func inTime(list []string) []string {
	slices.SortStableFunc(list, func(a, b string) int {
		x, _, _ := momentSpan(a)
		y, _, _ := momentSpan(b)
		return x.Compare(y)
	})
	return slices.Compact(list)
}

// Stretch reports whether the moments are one month after the other, without
// a gap and without days; so are no moments and a single one.
func (a Activity) Stretch() bool {
	for i, m := range a.Moments {
		mo, err := text.ParseISOMonth(m)
		if err != nil {
			return len(a.Moments) == 1
		}
		if before, err := text.ParseISOMonth(a.Moments[max(i-1, 0)]); i > 0 && (err != nil || before.Add(1) != mo) {
			return false
		}
	}
	return true
}

// Begin sets when an activity happens. One month that comes before the last
// one of a stretch lengthens or shortens the stretch; anything else takes the
// place of what was there. No moments take the days away too.
func (a Activity) Begin(moments []string) Activity {
	a.Moments = slices.Clone(a.Moments)
	if len(moments) == 1 && len(a.Moments) > 1 && a.Stretch() {
		first, err1 := text.ParseISOMonth(moments[0])
		last, err2 := text.ParseISOMonth(a.Moments[len(a.Moments)-1])
		if err1 == nil && err2 == nil && !last.Before(first) && !first.Add(36).Before(last) {
			moments = monthsFrom(first, last)
		}
	}
	a.Moments = inTime(slices.Clone(moments))
	a.From, a.To = text.Date{}, text.Date{}
	settleMoments(&a)
	return a
}

// Until sets the last moment of an activity. After a month every month up to
// it is taken in; what lies after it goes. CodeRange says that it lies before
// the first moment. Without a first moment it becomes the only one.
func (a Activity) Until(moment string) (Activity, error) {
	from, to, ok := momentSpan(moment)
	if !ok {
		return a, &Error{Code: CodeDate, Item: a.ID, Field: "moments", Args: []string{moment}}
	}
	switch {
	case len(a.Moments) == 0 && a.From.IsZero():
		return a.Begin([]string{moment}), nil
	case len(a.Moments) == 0:
		a.Moments = []string{a.From.String()}
	}
	start, _, _ := momentSpan(a.Moments[0])
	if to.Before(start) {
		return a, &Error{Code: CodeRange, Item: a.ID, Field: "to", Args: []string{moment}}
	}
	last, err := text.ParseISOMonth(moment)
	if first, err1 := text.ParseISOMonth(a.Moments[0]); err == nil && err1 == nil && a.Stretch() {
		a.Moments = nil
		return a.Begin(monthsFrom(first, last)), nil
	}
	kept := keepItems(slices.Clone(a.Moments), func(m string) bool {
		day, _, _ := momentSpan(m)
		return day.Before(from)
	})
	if len(kept) == 0 {
		kept = []string{a.Moments[0]}
		if start.YearMonth() == from.YearMonth() {
			kept = nil
		}
	}
	a.Moments = inTime(append(kept, moment))
	a.From, a.To = text.Date{}, text.Date{}
	settleMoments(&a)
	return a, nil
}

// SchoolMonths are the twelve months of the plan's school year, from the month
// in which it begins where its framework holds: August or September. Without a
// school year there are none.
func (p Plan) SchoolMonths(pack *continuum.Pack) []text.Month {
	first, _, ok := text.SchoolYearDays(p.Profile.SchoolYear)
	if !ok {
		return nil
	}
	begin := yearMonth
	if f := frameworkOf(p, pack); f != nil {
		begin = firstMonthOf(pack, f)
	}
	start := first.YearMonth().Add((begin - yearMonth + 12) % 12)
	out := make([]text.Month, 12)
	for i := range out {
		out[i] = start.Add(i)
	}
	return out
}

// FirstMonth is the month in which something new may begin: this month, or
// the first one of the school year where this month is not in it.
func (p Plan) FirstMonth(pack *continuum.Pack, today text.Date) text.Month {
	months := p.SchoolMonths(pack)
	if len(months) == 0 || slices.Contains(months, today.YearMonth()) {
		return today.YearMonth()
	}
	return months[0]
}

// CanShift reports whether an activity stays within the school year when it
// is moved by whole months. What lies outside already may move towards it.
func (p Plan) CanShift(pack *continuum.Pack, a Activity, months int) bool {
	year := p.SchoolMonths(pack)
	list := a.Shift(months).Months()
	if len(year) == 0 || len(list) == 0 {
		return len(list) > 0
	}
	if months < 0 {
		return !list[0].Before(year[0])
	}
	return !year[len(year)-1].Before(list[len(list)-1])
}
