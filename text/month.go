package text

import (
	"fmt"
	"strings"
)

// Month is one month of one year. The zero value means that none is given.
type Month struct {
	Year, Month int
}

// ParseMonth reads a month as people type it: jan, januari, 1, 01-2027,
// januari 2027, 1/27 or 2027-01. A month without a year falls in schoolYear
// ("2026-2027"), or in the school year of today where schoolYear is empty.
func ParseMonth(s string, today Date, schoolYear string) (Month, error) {
	t, err := read(KindMonth, s)
	if err != nil {
		return Month{}, err
	}
	w, ok := split(t.s)
	if !ok || len(w) > 2 {
		return Month{}, t.fail(CodeSyntax)
	}
	month, year := w[0], ""
	if len(w) == 2 {
		if year = w[1]; len(month) == 4 && isDigit(month[0]) {
			month, year = year, month
		}
	}
	var m Month
	if m.Month, ok = monthNumber(month); !ok {
		return Month{}, t.fail(CodeSyntax)
	}
	if m.Year, err = t.year(year, m.Month, today, schoolYear); err != nil {
		return Month{}, err
	}
	if !m.Valid() {
		return Month{}, t.fail(CodeCalendar)
	}
	return m, nil
}

// ParseISOMonth reads a month as documents write it, 2027-01, and nothing else.
func ParseISOMonth(s string) (Month, error) {
	t := typed{kind: KindMonth, raw: shown(s)}
	if s == "" {
		return Month{}, t.fail(CodeEmpty)
	}
	if len(s) != len("2027-01") || s[4] != '-' {
		return Month{}, t.fail(CodeSyntax)
	}
	y, okYear := number(s[:4], 4, 4)
	n, okMonth := number(s[5:], 2, 2)
	if !okYear || !okMonth {
		return Month{}, t.fail(CodeSyntax)
	}
	m := Month{y, n}
	if !m.Valid() {
		return Month{}, t.fail(CodeCalendar)
	}
	return m, nil
}

// String is the month as documents write it, 2027-01, and "" where none is
// given.
func (m Month) String() string {
	if m.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d", m.Year, m.Month)
}

// IsZero says that no month is given.
func (m Month) IsZero() bool { return m == Month{} }

// Valid says whether the calendar has this month, in the years 1 to 9999.
func (m Month) Valid() bool {
	return m.Year >= 1 && m.Year <= 9999 && m.Month >= 1 && m.Month <= 12
}

// Before says whether m comes before n.
func (m Month) Before(n Month) bool {
	return m.Year < n.Year || m.Year == n.Year && m.Month < n.Month
}

// Add is the month n months later, or earlier where n is negative. It stops at
// the ends of the years 1 and 9999; where none is given it stays so.
func (m Month) Add(n int) Month {
	if m.IsZero() {
		return m
	}
	first, last := 12, 12*10000-1 // months since the year 0
	n = max(min(n, last), -last)
	at := max(min(12*m.Year+m.Month-1+n, last), first)
	return Month{at / 12, at%12 + 1}
}

// First is the first day of m.
func (m Month) First() Date { return Date{m.Year, m.Month, 1} }

// Last is the last day of m.
func (m Month) Last() Date { return Date{m.Year, m.Month, m.Days()} }

// Days is how many days m has, and 0 for a month that does not exist.
func (m Month) Days() int {
	switch m.Month {
	case 1, 3, 5, 7, 8, 10, 12:
		return 31
	case 4, 6, 9, 11:
		return 30
	case 2:
		if m.Year%4 == 0 && (m.Year%100 != 0 || m.Year%400 == 0) {
			return 29
		}
		return 28
	}
	return 0
}

// monthNumber reads a month in digits, by its three letters, or by three or
// more letters of its name, in lower case. The number may be one that the
// calendar does not have.
func monthNumber(s string) (int, bool) {
	if n, ok := number(s, 1, 2); ok {
		return n, true
	}
	if len(s) < 3 {
		return 0, false
	}
	for _, lang := range []Lang{NL, EN} {
		for i, name := range monthNames[lang] {
			if s == strings.ToLower(monthShort[lang][i]) || strings.HasPrefix(strings.ToLower(name), s) {
				return i + 1, true
			}
		}
	}
	return 0, false
}
