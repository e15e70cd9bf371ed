package text

import (
	"errors"
	"math"
	"strings"
	"testing"
)

func TestParseQuarters(t *testing.T) {
	for in, want := range map[string]int{
		"1,5": 6, "1.5": 6, "1:30": 6, "1u30": 6, "1 u 30": 6, "1h15": 5, "0:45": 3, "1:30 u": 6, "6": 24, "6 u": 24, "6u": 24, "6 uur": 24, "6 u.": 24, "6 hours": 24, "1.5 h": 6,
		"1,25": 5, "1,50": 6, ",5": 2, "0": 0, "007": 28, "22,5": 90, "1659": 6636, "10000": 40000,
	} {
		if got, err := ParseQuarters(in); err != nil || got != want {
			t.Errorf("ParseQuarters(%q) = %d, %v, want %d", in, got, err, want)
		}
	}
	for in, code := range map[string]Code{
		"": CodeEmpty, "uur": CodeSyntax, "veel": CodeSyntax, "1,": CodeSyntax, "1,5,5": CodeSyntax, "1:3": CodeSyntax, "1:75": CodeSyntax, "1,5:30": CodeSyntax, ":30": CodeSyntax, "x:30": CodeSyntax,
		"1,3": CodeStep, "1:20": CodeStep, "1,333": CodeStep, "1.250": CodeStep,
		"-1": CodeRange, "-1:30": CodeRange, "10001": CodeRange, "10000:15": CodeRange, strings.Repeat("9", 50): CodeRange,
	} {
		_, err := ParseQuarters(in)
		wantError(t, in, err, KindHours, code)
	}
}

func TestParseCents(t *testing.T) {
	for in, want := range map[string]int64{
		"1250": 125000, "1.250": 125000, "24,50": 2450, "24.50": 2450, "24,5": 2450, "€ 25": 2500, "€25": 2500, "25 euro": 2500, "EUR 25": 2500, "25 €": 2500,
		"25,-": 2500, "25,–": 2500, "€ 25,--": 2500, "1.250,00": 125000, "1,250.00": 125000, "1.250.000": 125000000, "1 250": 125000, "1\u00a0250,50": 125050,
		"0": 0, "0,05": 5, ",50": 50, "99999999,99": maxCents, "007": 700,
	} {
		if got, err := ParseCents(in, NL); err != nil || got != want {
			t.Errorf("ParseCents(%q) = %d, %v, want %d", in, got, err, want)
		}
	}
	for in, code := range map[string]Code{
		"": CodeEmpty, "€": CodeSyntax, "duur": CodeSyntax, "24,": CodeSyntax, "1.2.3": CodeSyntax, "1.25.000": CodeSyntax, "1,2,3,4": CodeSyntax, "12 50": CodeSyntax, "1.250,": CodeSyntax, "-": CodeSyntax, ",-": CodeSyntax, "€ € 5": CodeSyntax, "+5": CodeSyntax,
		"0,005": CodeStep, "24,505": CodeStep, "1,250": CodeStep, "1250,000": CodeStep, "24,5000": CodeStep,
		"-5": CodeRange, "€ -5": CodeRange, "-€5": CodeRange, "100000000": CodeRange, strings.Repeat("9", 55): CodeRange,
	} {
		_, err := ParseCents(in, NL)
		wantError(t, in, err, KindMoney, code)
	}
}

// TestMarkOfThousands is another one in each language; the other mark before
// three digits may be a slip and is asked about.
func TestMarkOfThousands(t *testing.T) {
	for in, want := range map[string]int64{"1,250": 125000, "24.50": 2450, "24,50": 2450, "1,250.00": 125000, "1.250,00": 125000, "1,250,000": 125000000, "1.250.000": 125000000} {
		if got, err := ParseCents(in, EN); err != nil || got != want {
			t.Errorf("ParseCents(%q) in English = %d, %v, want %d", in, got, err, want)
		}
	}
	for _, in := range []string{"24.505", "1.250"} {
		_, err := ParseCents(in, EN)
		wantError(t, in, err, KindMoney, CodeStep)
	}
}

func TestParseShare(t *testing.T) {
	for in, want := range map[string]int64{
		"0,8": 8000, "0.8": 8000, ",8": 8000, "80%": 8000, "80 %": 8000, "72,52%": 7252, "1": 10000, "1,0": 10000, "100%": 10000, "0,7252": 7252, "0.8000": 8000, "0,0001": 1,
	} {
		if got, err := ParseShare(in); err != nil || got != want {
			t.Errorf("ParseShare(%q) = %d, %v, want %d", in, got, err, want)
		}
	}
	for in, code := range map[string]Code{
		"": CodeEmpty, "%": CodeSyntax, "18/24": CodeSyntax, "80%%": CodeSyntax, "8": CodeRange, "0": CodeRange, "0%": CodeRange, "101%": CodeRange, "1,0001": CodeRange, "-0,8": CodeRange,
		"0,72525": CodeStep, "72,525%": CodeStep,
	} {
		_, err := ParseShare(in)
		wantError(t, in, err, KindShare, code)
	}
}

func TestParseDecimal4(t *testing.T) {
	for in, want := range map[string]int64{"12": 120000, "0,5": 5000, "-3.25": -32500, "512.50": 5125000, "999999999,9999": maxDecimal4, "-0": 0} {
		if got, err := ParseDecimal4(in); err != nil || got != want {
			t.Errorf("ParseDecimal4(%q) = %d, %v, want %d", in, got, err, want)
		}
	}
	for in, code := range map[string]Code{
		"": CodeEmpty, "-": CodeSyntax, "--1": CodeSyntax, "1e3": CodeSyntax, "٣": CodeSyntax, ".": CodeSyntax, "0,12345": CodeStep, "1000000000": CodeRange, "99999999999999999999": CodeRange,
	} {
		_, err := ParseDecimal4(in)
		wantError(t, in, err, KindNumber, code)
	}
}

func TestFormatNumbers(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{FormatQuarters(6, NL), "1,5"}, {FormatQuarters(6, EN), "1.5"}, {FormatQuarters(90, NL), "22,5"}, {FormatQuarters(1, NL), "0,25"}, {FormatQuarters(24, NL), "6"}, {FormatQuarters(0, NL), "0"}, {FormatQuarters(-6, NL), "-1,5"}, {FormatQuarters(6636, NL), "1659"},
		{FormatHours(6, NL), "1,5 u"}, {FormatHours(6, EN), "1.5 h"},
		{FormatCents(125000, NL, false), "€ 1.250"}, {FormatCents(2450, NL, false), "€ 24,50"}, {FormatCents(125000, NL, true), "€ 1.250,00"}, {FormatCents(0, NL, false), "€ 0"}, {FormatCents(5, NL, false), "€ 0,05"}, {FormatCents(-4500, NL, false), "€ -45"},
		{FormatCents(125000, EN, false), "€1,250"}, {FormatCents(2450, EN, false), "€24.50"}, {FormatCents(-4500, EN, false), "-€45"}, {FormatCents(123456789012, EN, true), "€1,234,567,890.12"},
		{FormatAmount(29500, NL), "295,00"}, {FormatAmount(125000, NL), "1.250,00"}, {FormatAmount(125000, EN), "1,250.00"}, {FormatAmount(-5, NL), "-0,05"}, {FormatAmount(99999, NL), "999,99"},
		{FormatAmount(math.MinInt64, EN), "-92,233,720,368,547,758.08"},
		{FormatShare(8000, NL), "0,8"}, {FormatShare(8000, EN), "0.8"}, {FormatShare(7252, NL), "0,7252"}, {FormatShare(10000, NL), "1"}, {FormatShare(50, NL), "0,005"},
		{FormatDecimal1(30000, NL), "3,0"}, {FormatDecimal1(27500, EN), "2.75"}, {FormatDecimal1(25000, NL), "2,5"},
		{FormatDecimal4(-32500, NL), "-3,25"},
		{FormatCount(4, 6, NL), "4 van 6"}, {FormatCount(4, 6, EN), "4 of 6"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

// FuzzRead feeds any text to everything that reads. What is taken must be
// written so that it reads back the same, and what is not must say why.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"9-2-2027", "9 feb", "vandaag", "jan", "2026–2027", "1,5", "1:30", "1u30", "€ 1.250,00", "25,-", "80%", "0,7252", "-3.25", "99999999999999999999999", "\x1b[31m9\u202e", "½", "1e9", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		check := func(what string, err error, back bool) {
			t.Helper()
			var pe *ParseError
			if err == nil && !back {
				t.Fatalf("%q as %s does not read back", s, what)
			}
			if err != nil && (!errors.As(err, &pe) || pe.Code == "" || pe.Kind == "") {
				t.Fatalf("%q as %s: %v", s, what, err)
			}
			if pe != nil {
				checkClean(t, s, pe.Input, typedRunes, false)
			}
		}
		for _, lang := range []Lang{NL, EN} {
			d, err := ParseDate(s, today, "2026-2027")
			d2, _ := ParseDate(FormatDate(d, lang, Long), today, "")
			iso, _ := ParseISO(d.String())
			check("date", err, d == d2 && d == iso)
			m, err := ParseMonth(s, today, "2026-2027")
			m2, _ := ParseMonth(FormatMonth(m, lang, Medium), today, "")
			check("month", err, m == m2)
			q, err := ParseQuarters(s)
			q2, _ := ParseQuarters(FormatHours(q, lang))
			check("hours", err, q == q2 && q >= 0)
			c, err := ParseCents(s, lang)
			c2, _ := ParseCents(FormatCents(c, lang, false), lang)
			c3, _ := ParseCents(FormatAmount(c, lang), lang)
			check("money", err, c == c2 && c == c3 && c >= 0)
			p, err := ParseShare(s)
			p2, _ := ParseShare(FormatShare(p, lang))
			check("share", err, p == p2 && p > 0 && p <= whole)
			n, err := ParseDecimal4(s)
			n2, _ := ParseDecimal4(FormatDecimal4(n, lang))
			check("number", err, n == n2)
		}
	})
}

func TestFractionOfAJob(t *testing.T) {
	for s, want := range map[string]struct {
		share int64
		of    int
		shown string
	}{"18/24": {7500, 24, "18/24"}, "22/22": {10000, 22, "22/22"}, "1 / 3": {3333, 3, "1/3"}, "2/3": {6667, 3, "2/3"}, "20,5/24": {8542, 24, "20,5/24"},
		"11,75/23": {5109, 23, "11,75/23"}, "18/22,5": {8000, 0, "0,8"}} {
		got, of, err := ParseFraction(s)
		if err != nil || got != want.share || of != want.of {
			t.Errorf("%s is %d of %d (%v), want %+v", s, got, of, err, want)
		}
		shown := FormatParts(got, of, NL)
		if shown != want.shown {
			t.Errorf("%s is shown as %s", s, shown)
		}
		if again, _, err := ParseFraction(shown); of > 0 && (err != nil || again != got) {
			t.Errorf("%s reads back as %d (%v)", shown, again, err)
		}
	}
	for _, s := range []string{"", "18", "/24", "18/", "0/24", "25/24", "18/0", "a/b", "1/2/3"} {
		if got, _, err := ParseFraction(s); err == nil {
			t.Errorf("%q was read as %d", s, got)
		}
	}
}
