package text

import "fmt"

// firstMonth is the month in which a school year begins, here and in documents.
const firstMonth = 8

// SchoolYearOf is the school year that d falls in, "2026-2027", and "" where
// no day is given.
func SchoolYearOf(d Date) string {
	switch {
	case d.IsZero():
		return ""
	case d.Month < firstMonth:
		return schoolYear(d.Year - 1)
	}
	return schoolYear(d.Year)
}

// SchoolYearDays is the first and the last day of a school year in the form of
// documents: 1 August and 31 July. ok is false for any other text.
func SchoolYearDays(year string) (first, last Date, ok bool) {
	start, ok := schoolYearStart(year)
	if !ok {
		return Date{}, Date{}, false
	}
	return Date{start, firstMonth, 1}, Date{start + 1, firstMonth - 1, 31}, true
}

// FormatSchoolYear is a school year as people read it, "2026–2027". Any other
// text comes back as it is.
func FormatSchoolYear(year string) string {
	start, ok := schoolYearStart(year)
	if !ok {
		return year
	}
	return fmt.Sprintf("%d–%d", start, start+1)
}

func schoolYear(start int) string { return fmt.Sprintf("%04d-%04d", start, start+1) }

// schoolYearStart is the year in which a school year of a document begins.
func schoolYearStart(year string) (int, bool) {
	if len(year) != len("2026-2027") || year[4] != '-' {
		return 0, false
	}
	from, okFrom := number(year[:4], 4, 4)
	to, okTo := number(year[5:], 4, 4)
	return from, okFrom && okTo && from >= 1 && to == from+1
}

// year reads the year of a date or a month, or finds it where none was typed:
// the one that puts month in the school year.
func (t typed) year(s string, month int, today Date, school string) (int, error) {
	if s == "" {
		start, ok := schoolYearStart(school)
		if !ok {
			start, ok = schoolYearStart(SchoolYearOf(today))
		}
		if !ok {
			return 0, t.fail(CodeSyntax)
		}
		if month < firstMonth {
			start++
		}
		return start, nil
	}
	y, ok := number(s, 2, 4)
	if !ok || len(s) == 3 {
		return 0, t.fail(CodeSyntax)
	}
	if len(s) == 2 {
		y += 2000
	}
	if y < minYear || y > maxYear {
		return 0, t.fail(CodeRange)
	}
	return y, nil
}
