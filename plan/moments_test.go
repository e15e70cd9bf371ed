package plan_test

import (
	"strings"
	"testing"

	"bekwaam/plan"
	"bekwaam/text"
)

func TestReadMoments(t *testing.T) {
	today := text.Date{Year: 2026, Month: 9, Day: 28}
	for typed, want := range map[string]string{
		"":                        "",
		"nov":                     "2026-11",
		"januari 2027":            "2027-01",
		"20 jan":                  "2027-01-20",
		"9-2":                     "2027-02-09",
		"nov, jan, mrt":           "2026-11 2027-01 2027-03",
		"mrt; nov":                "2026-11 2027-03",
		"jan en feb":              "2027-01 2027-02",
		"20 jan and 10 feb":       "2027-01-20 2027-02-10",
		"nov–feb":                 "2026-11 2026-12 2027-01 2027-02",
		"nov t/m jan":             "2026-11 2026-12 2027-01",
		"okt - dec":               "2026-10 2026-11 2026-12",
		"nov, nov":                "2026-11",
		"vandaag":                 "2026-09-28",
		"blah":                    "!",
		"30 feb":                  "!",
		"nov, blah":               "!",
		"mrt–nov":                 "!",
		"1 aug 1999 tot 1 b 2027": "!",
	} {
		got, err := plan.ReadMoments(typed, today, "2026-2027")
		s := strings.Join(got, " ")
		if err != nil {
			s = "!"
		}
		if s != want {
			t.Errorf("%q: %q, want %q (%v)", typed, s, want, err)
		}
	}
}

func TestBeginAndUntil(t *testing.T) {
	begin := func(ms ...string) func(plan.Activity) plan.Activity {
		return func(a plan.Activity) plan.Activity { return a.Begin(ms) }
	}
	until := func(m string) func(plan.Activity) plan.Activity {
		return func(a plan.Activity) plan.Activity {
			b, err := a.Until(m)
			if err != nil {
				b.Moments = append(b.Moments, plan.Code(err))
			}
			return b
		}
	}
	tests := []struct {
		had, want string
		do        func(plan.Activity) plan.Activity
	}{
		{"", "2026-10", begin("2026-10")},
		{"2026-10", "2026-11", begin("2026-11")},
		{"2026-10 2026-11 2026-12", "2026-11 2026-12", begin("2026-11")},
		{"2026-10 2026-11", "2026-09 2026-10 2026-11", begin("2026-09")},
		{"2026-10 2026-11", "2027-02", begin("2027-02")},
		{"2026-10 2027-01", "2026-11", begin("2026-11")},
		{"2026-10", "2026-11 2027-01", begin("2026-11", "2027-01")},
		{"2026-10", "", begin()},
		{"", "2026-10", until("2026-10")},
		{"2026-10", "2026-10 2026-11 2026-12", until("2026-12")},
		{"2026-10 2026-11 2026-12", "2026-10", until("2026-10")},
		{"2026-10", "2026-10 range", until("2026-09")},
		{"2026-11 2027-01 2027-03", "2026-11 2027-01", until("2027-01")},
		{"2026-11 2027-01", "2026-11 2027-01 2027-03", until("2027-03")},
		{"2027-01-20", "2027-01-20 2027-02-10", until("2027-02-10")},
		{"2027-01-20 2027-02-10", "2027-01-20", until("2027-01-20")},
	}
	for _, test := range tests {
		a := test.do(plan.Activity{Moments: strings.Fields(test.had)})
		if got := strings.Join(a.Moments, " "); got != test.want {
			t.Errorf("%q: %q, want %q", test.had, got, test.want)
		}
	}
	a := plan.Activity{}.Begin([]string{"2026-10"})
	if a.From != (text.Date{Year: 2026, Month: 10, Day: 1}) || a.To != (text.Date{Year: 2026, Month: 10, Day: 31}) {
		t.Errorf("days of October: %v to %v", a.From, a.To)
	}
	days := plan.Activity{From: text.Date{Year: 2027, Month: 1, Day: 20}}
	if b, err := days.Until("2027-02"); err != nil || strings.Join(b.Moments, " ") != "2027-01-20 2027-02" {
		t.Errorf("a day without moments, until February: %v, %v", b.Moments, err)
	}
	if a = a.Begin(nil); !a.From.IsZero() || !a.To.IsZero() {
		t.Errorf("no moments leave days: %v to %v", a.From, a.To)
	}
}

func TestShiftStaysInTheSchoolYear(t *testing.T) {
	p := plan.Plan{Profile: plan.Profile{SchoolYear: "2026-2027"}}
	a := plan.Activity{}.Begin([]string{"2026-08", "2027-07"})
	if p.CanShift(packOf(t), a, 1) || p.CanShift(packOf(t), a, -1) {
		t.Error("moved out of the year")
	}
	if b := a.Begin([]string{"2026-10"}); !p.CanShift(packOf(t), b, 1) || !p.CanShift(packOf(t), b, -2) || p.CanShift(packOf(t), b, -3) {
		t.Error("did not move within the year")
	}
	if p.CanShift(packOf(t), plan.Activity{}, 1) {
		t.Error("nothing was moved")
	}
	for day, want := range map[text.Date]string{{Year: 2026, Month: 9, Day: 28}: "2026-09", {Year: 2026, Month: 5, Day: 1}: "2026-08", {Year: 2028, Month: 1, Day: 1}: "2026-08"} {
		if got := p.FirstMonth(packOf(t), day).String(); got != want {
			t.Errorf("first month on %v: %s, want %s", day, got, want)
		}
	}
}

func TestSpend(t *testing.T) {
	on := text.Date{Year: 2027, Month: 1, Day: 14}
	old := text.Date{Year: 2026, Month: 11, Day: 2}
	a := plan.Activity{Log: []plan.LogEntry{{Date: old, Hours: 4, Cost: 1000}, {Date: old.AddDays(1), Hours: 2}}}
	for _, test := range []struct {
		hours   plan.Quarters
		cost    plan.Cents
		entries int
	}{{8, 1000, 3}, {6, 1000, 2}, {3, 500, 1}, {0, 0, 0}, {5, 2500, 2}} {
		b := a.Spend(test.hours, test.cost, on)
		if h, c := b.Spent(); h != test.hours || c != test.cost {
			t.Errorf("%v and %v became %v and %v", test.hours, test.cost, h, c)
		}
		if test.entries < 2 && len(b.Log) != test.entries {
			t.Errorf("%v entries for %v hours, want %v", len(b.Log), test.hours, test.entries)
		}
	}
	if h, _ := a.Spent(); h != 6 {
		t.Error("the activity in hand was changed")
	}
	b := a.Spend(8, 1000, on).Spend(9, 1000, on)
	if n := len(b.Log); n != 3 {
		t.Errorf("two notes of one day are %d entries", n)
	}
}

// TestSchoolYearBeginsWhereTheFrameworkSays: in September in Flanders.
func TestSchoolYearBeginsWhereTheFrameworkSays(t *testing.T) {
	for framework, want := range map[string]string{"nl-po": "2026-08 2027-07", "nl-mbo": "2026-08 2027-07", "vl": "2026-09 2027-08"} {
		p := newIn(t, framework, newPlan(t).Profile.Employment)
		months := p.SchoolMonths(packOf(t))
		if len(months) != 12 || months[0].String()+" "+months[11].String() != want {
			t.Errorf("%s: %v, want %s", framework, months, want)
		}
		a := plan.Activity{}.Begin([]string{months[0].String()})
		b := plan.Activity{}.Begin([]string{months[11].String()})
		if p.CanShift(packOf(t), a, -1) || p.CanShift(packOf(t), b, 1) || !p.CanShift(packOf(t), a, 11) {
			t.Errorf("%s: something moves out of the school year, or not within it", framework)
		}
		if got := p.FirstMonth(packOf(t), text.Date{Year: 2026, Month: 7, Day: 1}); got != months[0] {
			t.Errorf("%s: what is new begins in %s", framework, got)
		}
	}
	if months := (plan.Plan{}).SchoolMonths(nil); months != nil {
		t.Errorf("without a school year: %v", months)
	}
}
