package text

import "testing"

func TestParseMonth(t *testing.T) {
	for in, want := range map[string]string{
		"jan": "2027-01", "januari": "2027-01", "1": "2027-01", "01": "2027-01", "01-2027": "2027-01", "1/27": "2027-01", "jan 2030": "2030-01",
		"januari 2027": "2027-01", "January 2027": "2027-01", "2027-01": "2027-01", "2027 januari": "2027-01", "8": "2026-08", "7": "2027-07", "Okt.": "2026-10",
	} {
		got, err := ParseMonth(in, today, "2026-2027")
		if err != nil || got.String() != want {
			t.Errorf("ParseMonth(%q) = %v, %v, want %s", in, got, err, want)
		}
	}
	for in, code := range map[string]Code{
		"": CodeEmpty, "ooit": CodeSyntax, "2027": CodeSyntax, "9 feb 2027": CodeSyntax, "13": CodeCalendar, "0-2027": CodeCalendar,
		"1-1500": CodeRange, "1-202": CodeSyntax, "-1": CodeSyntax,
	} {
		_, err := ParseMonth(in, today, "2026-2027")
		wantError(t, in, err, KindMonth, code)
	}
	if got, err := ParseMonth("jan", today, ""); err != nil || got != (Month{2027, 1}) {
		t.Errorf("got %v, %v", got, err)
	}
}

func TestParseISOMonth(t *testing.T) {
	if m, err := ParseISOMonth("2027-01"); err != nil || m != (Month{2027, 1}) {
		t.Errorf("got %v, %v", m, err)
	}
	for in, code := range map[string]Code{"": CodeEmpty, "2027-1": CodeSyntax, "2027-01-01": CodeSyntax, "2027-ab": CodeSyntax, "2027-13": CodeCalendar} {
		_, err := ParseISOMonth(in)
		wantError(t, in, err, KindMonth, code)
	}
}

func TestMonthArithmetic(t *testing.T) {
	const far = int(^uint(0) >> 1)
	for _, c := range []struct{ got, want Month }{
		{Month{2026, 12}.Add(1), Month{2027, 1}}, {Month{2027, 1}.Add(-1), Month{2026, 12}}, {Month{2026, 8}.Add(11), Month{2027, 7}},
		{Month{2026, 8}.Add(far), Month{9999, 12}}, {Month{2026, 8}.Add(-far - 1), Month{1, 1}}, {Month{}.Add(3), Month{}},
	} {
		if c.got != c.want {
			t.Errorf("got %v, want %v", c.got, c.want)
		}
	}
	feb := Month{2028, 2}
	if feb.First() != (Date{2028, 2, 1}) || feb.Last() != (Date{2028, 2, 29}) || (Month{2100, 2}).Days() != 28 || (Month{2000, 2}).Days() != 29 {
		t.Error("days of a month")
	}
	if !feb.Before(Month{2028, 3}) || feb.Before(feb) || (Month{2029, 1}).Before(feb) || (Month{}).String() != "" {
		t.Error("order of months")
	}
}

func TestSchoolYear(t *testing.T) {
	first, last, ok := SchoolYearDays("2027-2028")
	if !ok || first != (Date{2027, 8, 1}) || last != (Date{2028, 7, 31}) || first.DaysUntil(last)+1 != 366 {
		t.Errorf("got %v to %v", first, last)
	}
	if _, _, ok := SchoolYearDays("2027"); ok {
		t.Error("2027 is no school year of a document")
	}
	if SchoolYearOf(Date{2027, 7, 31}) != "2026-2027" || SchoolYearOf(Date{2027, 8, 1}) != "2027-2028" || SchoolYearOf(Date{}) != "" {
		t.Error("school year of a day")
	}
	if FormatSchoolYear("2026-2027") != "2026–2027" || FormatSchoolYear("ooit") != "ooit" {
		t.Error("school year as people read it")
	}
}
