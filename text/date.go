package text

import "fmt"

// Years that a person can type. Documents may hold the years 1 to 9999.
const (
	minYear = 1900
	maxYear = 2199
)

// Date is a day of the civil calendar, without a time or a place. The zero
// value means that no day is given.
type Date struct {
	Year, Month, Day int
}

// ParseDate reads a day as people type it: 9-2-2027, 9/2/27, 9.2, 9 feb,
// 9 februari 2027, 9 Feb 2027, 2027-02-09, vandaag or today. Day comes before
// month, also in English. Month names and words are taken in Dutch and English
// alike. A day without a year falls in schoolYear ("2026-2027", August to
// July), or in the school year of today where schoolYear is empty.
func ParseDate(s string, today Date, schoolYear string) (Date, error) {
	t, err := read(KindDate, s)
	if err != nil {
		return Date{}, err
	}
	if t.s == "vandaag" || t.s == "today" {
		return today, nil
	}
	w, ok := split(t.s)
	if !ok {
		return Date{}, t.fail(CodeSyntax)
	}
	var day, month, year string
	switch {
	case len(w) == 2:
		day, month = w[0], w[1]
	case len(w) == 3 && len(w[0]) == 4:
		year, month, day = w[0], w[1], w[2]
	case len(w) == 3:
		day, month, year = w[0], w[1], w[2]
	default:
		return Date{}, t.fail(CodeSyntax)
	}
	d := Date{}
	var okDay, okMonth bool
	d.Day, okDay = number(day, 1, 2)
	d.Month, okMonth = monthNumber(month)
	if !okDay || !okMonth {
		return Date{}, t.fail(CodeSyntax)
	}
	if d.Year, err = t.year(year, d.Month, today, schoolYear); err != nil {
		return Date{}, err
	}
	if !d.Valid() {
		return Date{}, t.fail(CodeCalendar)
	}
	return d, nil
}

// ParseISO reads a day as documents write it, 2027-02-09, and nothing else.
func ParseISO(s string) (Date, error) {
	t := typed{kind: KindDate, raw: shown(s)}
	if s == "" {
		return Date{}, t.fail(CodeEmpty)
	}
	var d Date
	if len(s) != len("2027-02-09") || s[4] != '-' || s[7] != '-' {
		return Date{}, t.fail(CodeSyntax)
	}
	var okYear, okMonth, okDay bool
	d.Year, okYear = number(s[:4], 4, 4)
	d.Month, okMonth = number(s[5:7], 2, 2)
	d.Day, okDay = number(s[8:], 2, 2)
	if !okYear || !okMonth || !okDay {
		return Date{}, t.fail(CodeSyntax)
	}
	if !d.Valid() {
		return Date{}, t.fail(CodeCalendar)
	}
	return d, nil
}

// String is the day as documents write it, 2027-02-09, and "" where no day is
// given.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// IsZero says that no day is given.
func (d Date) IsZero() bool { return d == Date{} }

// Valid says whether the calendar has this day, in the years 1 to 9999.
func (d Date) Valid() bool {
	return d.YearMonth().Valid() && d.Day >= 1 && d.Day <= d.YearMonth().Days()
}

// Before says whether d comes before e.
func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }

// Compare is negative where d comes before e, zero on the same day and
// positive after it. A day that is not given comes before every other.
func (d Date) Compare(e Date) int {
	if d.Year != e.Year {
		return d.Year - e.Year
	}
	if d.Month != e.Month {
		return d.Month - e.Month
	}
	return d.Day - e.Day
}

// AddDays is the day n days later, or earlier where n is negative. It stops at
// the ends of the years 1 and 9999; where no day is given it stays so.
func (d Date) AddDays(n int) Date {
	if d.IsZero() {
		return d
	}
	first, last := Date{1, 1, 1}.number(), Date{9999, 12, 31}.number()
	// Bounding n first keeps the sum from running over.
	n = max(min(n, last-first), first-last)
	return dateOf(max(min(d.number()+n, last), first))
}

// AddMonths is the same day n months later, or the last day of that month
// where it is shorter. It stops as Month.Add does.
func (d Date) AddMonths(n int) Date {
	if d.IsZero() {
		return d
	}
	m := d.YearMonth().Add(n)
	return Date{m.Year, m.Month, min(d.Day, m.Days())}
}

// DaysUntil is the number of days from d to e, negative where e comes first.
func (d Date) DaysUntil(e Date) int { return e.number() - d.number() }

// YearMonth is the month that d falls in.
func (d Date) YearMonth() Month { return Month{d.Year, d.Month} }

// number counts days from 1 March of the year 0. Years that begin in March end
// with the leap day, which makes a sum of it.
func (d Date) number() int {
	y, m := d.Year, d.Month-3
	if m < 0 {
		y, m = y-1, m+12
	}
	return 365*y + y/4 - y/100 + y/400 + (153*m+2)/5 + d.Day - 1
}

// dateOf undoes number.
func dateOf(n int) Date {
	era, day := n/146097, n%146097
	y := (day - day/1460 + day/36524 - day/146096) / 365
	day -= 365*y + y/4 - y/100
	m := (5*day + 2) / 153
	d := Date{Year: 400*era + y, Month: m + 3, Day: day - (153*m+2)/5 + 1}
	if d.Month > 12 {
		d.Year, d.Month = d.Year+1, d.Month-12
	}
	return d
}
