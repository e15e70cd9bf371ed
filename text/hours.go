package text

import "strings"

// maxQuarters is ten thousand hours: more than five years of full-time work.
const maxQuarters = 4 * 10_000

// hourWords may stand after a number of hours.
var hourWords = []string{"uren", "uur", "u.", "u", "hours", "hour", "hrs", "hr", "h"}

// ParseQuarters reads a number of hours as people type it: 6, 6 u, 1,5, 1.25,
// 1:30, 1u30. The result is in quarter hours. Anything between two quarters is
// CodeStep, also a third decimal, so that "1.250" is asked again and not taken
// for an hour and a quarter.
func ParseQuarters(s string) (int, error) {
	t, err := read(KindHours, s)
	if err != nil {
		return 0, err
	}
	digits := t.s
	for _, word := range hourWords {
		if rest, ok := strings.CutSuffix(digits, word); ok {
			digits = strings.TrimSpace(rest)
			break
		}
	}
	if i := strings.IndexAny(digits, ":uh"); i > 0 {
		return t.clock(strings.TrimSpace(digits[:i]), strings.TrimSpace(digits[i+1:]))
	}
	hundredths, err := t.positive(digits, 2, maxQuarters*25)
	if err != nil {
		return 0, err
	}
	if hundredths%25 != 0 {
		return 0, t.fail(CodeStep)
	}
	return int(hundredths / 25), nil
}

// clock reads whole hours and two digits of minutes.
func (t typed) clock(hours, minutes string) (int, error) {
	m, ok := number(minutes, 2, 2)
	if !ok || m > 59 || strings.ContainsAny(hours, ",.") {
		return 0, t.fail(CodeSyntax)
	}
	h, err := t.positive(hours, 0, maxQuarters/4-1)
	if err != nil {
		return 0, err
	}
	if m%15 != 0 {
		return 0, t.fail(CodeStep)
	}
	return 4*int(h) + m/15, nil
}

// FormatQuarters writes quarter hours in hours, without a unit: 1,5 or 1.5,
// 22,25, 6. It has no thousands separator, so that it reads back as it was.
func FormatQuarters(q int, lang Lang) string {
	sign, n := magnitude(int64(q))
	return sign + FormatDecimal4(int64(n/4*whole+n%4*whole/4), lang)
}

// FormatHours writes quarter hours with their unit, as in tables: 1,5 u, 1.5 h.
func FormatHours(q int, lang Lang) string {
	if lang == EN {
		return FormatQuarters(q, lang) + " h"
	}
	return FormatQuarters(q, lang) + " u"
}
