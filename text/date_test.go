package text

import (
	"errors"
	"strings"
	"testing"
	"time"
)

var today = Date{2026, 10, 12}

// wantError fails where err is not the ParseError of kind and code.
func wantError(t *testing.T, in string, err error, kind Kind, code Code) {
	t.Helper()
	var pe *ParseError
	if !errors.As(err, &pe) || pe.Kind != kind || pe.Code != code {
		t.Errorf("%q: got %v, want %s %s", in, err, kind, code)
	}
}

func TestParseDate(t *testing.T) {
	for in, want := range map[string]string{
		"9-2-2027": "2027-02-09", "9-2": "2027-02-09", "9/2/2027": "2027-02-09", "9.2.2027": "2027-02-09", "9.2.": "2027-02-09",
		"9 2 2027": "2027-02-09", "09-02-27": "2027-02-09", "9–2–2027": "2027-02-09", " 9 - 2 - 2027 ": "2027-02-09",
		"9 feb": "2027-02-09", "9 feb.": "2027-02-09", "9feb2027": "2027-02-09", "9 februari 2027": "2027-02-09", "9 FEBRUARI": "2027-02-09",
		"9 Feb 2027": "2027-02-09", "9-feb-2027": "2027-02-09", "2027-02-09": "2027-02-09", "2027/2/9": "2027-02-09",
		"vandaag": "2026-10-12", "Today": "2026-10-12",
		"1 aug": "2026-08-01", "31 jul": "2027-07-31", "31-12": "2026-12-31", "3 mrt": "2027-03-03", "3 maart": "2027-03-03", "3 March": "2027-03-03",
		"1 sept": "2026-09-01", "1 okt": "2026-10-01", "1 Oct": "2026-10-01", "5 mei": "2027-05-05", "5 may": "2027-05-05",
		"29 feb 2028": "2028-02-29", "1\u00a0mei": "2027-05-01",
	} {
		got, err := ParseDate(in, today, "2026-2027")
		if err != nil || got.String() != want {
			t.Errorf("ParseDate(%q) = %v, %v, want %s", in, got, err, want)
		}
	}
	for in, code := range map[string]Code{
		"": CodeEmpty, "  ": CodeEmpty, "straks": CodeSyntax, "9": CodeSyntax, "9-2-2027-1": CodeSyntax, "-9-2": CodeSyntax, "9--2": CodeSyntax,
		"9 ju": CodeSyntax, "9-2-027": CodeSyntax, "9-2-20270": CodeSyntax, "009-2": CodeSyntax, "9,2": CodeSyntax, "feb 9": CodeSyntax,
		"31 feb": CodeCalendar, "29-2": CodeCalendar, "31-4-2027": CodeCalendar, "0-2": CodeCalendar, "9-13": CodeCalendar, "9-0-2027": CodeCalendar,
		"9-2-1812": CodeRange, "9-2-9999": CodeRange, strings.Repeat("9", 500): CodeSyntax, "\x1b[31m": CodeSyntax,
	} {
		_, err := ParseDate(in, today, "2026-2027")
		wantError(t, in, err, KindDate, code)
	}
	// Without a usable school year the one of today counts; without both there is none.
	if got, err := ParseDate("9 feb", Date{2030, 3, 1}, ""); err != nil || got.String() != "2030-02-09" {
		t.Errorf("got %v, %v", got, err)
	}
	_, err := ParseDate("9 feb", Date{}, "2026")
	wantError(t, "9 feb", err, KindDate, CodeSyntax)
}

func TestParseErrorRepeatsSafely(t *testing.T) {
	_, err := ParseDate("\x1b]0;x\x07 "+strings.Repeat("Lang ", 100), today, "")
	var pe *ParseError
	if !errors.As(err, &pe) || pe.Input != strings.TrimSpace("]0;x "+strings.Repeat("Lang ", 11)) {
		t.Errorf("got %+v", pe)
	}
	if got, want := (&ParseError{KindDate, CodeSyntax, "ooit"}).Error(), `read date "ooit": syntax`; got != want {
		t.Errorf("got %s", got)
	}
}

func TestParseISO(t *testing.T) {
	if d, err := ParseISO("2027-02-09"); err != nil || d != (Date{2027, 2, 9}) {
		t.Errorf("got %v, %v", d, err)
	}
	for in, code := range map[string]Code{
		"": CodeEmpty, "2027-2-9": CodeSyntax, "9-2-2027": CodeSyntax, "2027-02-09 ": CodeSyntax, "2027-02-0x": CodeSyntax,
		"2027-02-29": CodeCalendar, "0000-01-01": CodeCalendar, "2027-13-01": CodeCalendar,
	} {
		_, err := ParseISO(in)
		wantError(t, in, err, KindDate, code)
	}
}

func TestDateArithmetic(t *testing.T) {
	day := Date{1895, 1, 1}
	std := time.Date(1895, 1, 1, 0, 0, 0, 0, time.UTC)
	for i := range 120_000 { // every day of three centuries, against the standard library
		y, m, d := std.AddDate(0, 0, i).Date()
		if got := day.AddDays(i); got != (Date{y, int(m), d}) || day.DaysUntil(got) != i || !got.Valid() {
			t.Fatalf("day %d is %v, want %d-%d-%d", i, got, y, m, d)
		}
	}
	const far = int(^uint(0) >> 1)
	for _, c := range []struct{ got, want Date }{
		{Date{2027, 1, 1}.AddDays(-1), Date{2026, 12, 31}},
		{Date{2027, 1, 1}.AddDays(far), Date{9999, 12, 31}},
		{Date{2027, 1, 1}.AddDays(-far - 1), Date{1, 1, 1}},
		{Date{}.AddDays(5), Date{}},
		{Date{2027, 1, 31}.AddMonths(1), Date{2027, 2, 28}},
		{Date{2027, 1, 31}.AddMonths(13), Date{2028, 2, 29}},
		{Date{2027, 1, 31}.AddMonths(-1), Date{2026, 12, 31}},
		{Date{}.AddMonths(1), Date{}},
	} {
		if c.got != c.want {
			t.Errorf("got %v, want %v", c.got, c.want)
		}
	}
	if a, b := (Date{2026, 12, 31}), (Date{2027, 1, 1}); !a.Before(b) || b.Before(a) || a.Before(a) || !(Date{}).Before(a) {
		t.Error("order of days")
	}
	if (Date{}).String() != "" || !(Date{}).IsZero() || (Date{}).Valid() {
		t.Error("no day")
	}
}

func TestFormatDate(t *testing.T) {
	d := Date{2027, 3, 9}
	for _, c := range []struct{ got, want string }{
		{FormatDate(d, NL, Short), "9 mrt"}, {FormatDate(d, NL, Medium), "9 mrt 2027"}, {FormatDate(d, NL, Long), "9 maart 2027"},
		{FormatDate(d, EN, Short), "9 Mar"}, {FormatDate(d, EN, Medium), "9 Mar 2027"}, {FormatDate(d, EN, Long), "9 March 2027"},
		{FormatDate(d, "fr", Medium), "9 mrt 2027"},
		{FormatDate(Date{}, NL, Long), "–"}, {FormatDate(Date{2027, 2, 30}, NL, Long), "–"},
		{FormatMonth(d.YearMonth(), NL, Long), "maart 2027"}, {FormatMonth(d.YearMonth(), NL, Medium), "mrt 2027"}, {FormatMonth(d.YearMonth(), EN, Short), "Mar"},
		{FormatMonth(Month{}, EN, Short), "–"},
		{FormatMonths(Month{2026, 10}, Month{2026, 11}, NL), "okt–nov"}, {FormatMonths(Month{2027, 1}, Month{2027, 2}, EN), "Jan–Feb"},
		{FormatMonths(Month{2026, 10}, Month{2026, 10}, NL), "okt"}, {FormatMonths(Month{}, Month{2026, 10}, NL), "okt"},
		{FormatMonths(Month{2026, 10}, Month{}, NL), "okt"}, {FormatMonths(Month{}, Month{}, NL), "–"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestDatesReadBack(t *testing.T) {
	first, last, _ := SchoolYearDays("2027-2028")
	for d := first; !last.Before(d); d = d.AddDays(1) {
		for _, lang := range []Lang{NL, EN} {
			for _, style := range []Style{Short, Medium, Long} {
				s := FormatDate(d, lang, style)
				if got, err := ParseDate(s, today, "2027-2028"); err != nil || got != d {
					t.Fatalf("%q reads as %v, %v", s, got, err)
				}
				s = FormatMonth(d.YearMonth(), lang, style)
				if got, err := ParseMonth(s, today, "2027-2028"); err != nil || got != d.YearMonth() {
					t.Fatalf("%q reads as %v, %v", s, got, err)
				}
			}
		}
	}
}
