package plan_test

import (
	"slices"
	"testing"

	"bekwaam/continuum"
	"bekwaam/plan"
	"bekwaam/templates"
	"bekwaam/text"
)

func TestAgeOfALine(t *testing.T) {
	pack, err := templates.Pack()
	if err != nil {
		t.Fatal(err)
	}
	p := plan.Plan{Profile: plan.Profile{SchoolYear: "2026-2027", Framework: "nl-po"}}
	day := func(y, m, d int) text.Date { return text.Date{Year: y, Month: m, Day: d} }
	tests := []struct {
		line    string
		checked text.Date
		today   text.Date
		year    int
		own     bool
		stale   bool
	}{
		{"po-dev-hours", text.Date{}, day(2026, 9, 28), 2014, false, true},
		{"po-starter-hours", text.Date{}, day(2026, 9, 28), 2024, false, true},
		{"po-dev-hours", day(2026, 9, 1), day(2026, 9, 28), 2014, false, false},
		{"po-dev-hours", day(2026, 6, 1), day(2026, 9, 28), 2014, false, true},
		{"po-dev-hours", day(2026, 9, 1), day(2027, 3, 28), 2014, false, true}, // the agreement ended in February
		{"eigen-1", text.Date{}, day(2026, 9, 28), 0, true, false},
		{"eigen-1", day(2024, 1, 1), day(2026, 9, 28), 0, true, true},
	}
	for _, test := range tests {
		got := plan.AgeOf(p, pack, plan.Line{Line: test.line, CheckedOn: test.checked}, test.today)
		if got.Year != test.year || got.Own != test.own || got.Stale != test.stale {
			t.Errorf("%s checked %v, on %v: %+v", test.line, test.checked, test.today, got)
		}
	}
	p.Profile.Employment = "zzp"
	list, fitting := plan.FundsFirst(p, pack)
	if fitting != 1 || list[0].ID != "eigen-middelen" || len(list) != len(pack.FundingFor("nl-po"))-2 ||
		slices.ContainsFunc(list, func(s *continuum.FundingSource) bool { return s.ID == "eigen-cao" || s.ID == "bestuur" }) {
		t.Errorf("payers of somebody without a board: %d fit, first %s", fitting, list[0].ID)
	}
}

func TestNamePartner(t *testing.T) {
	pack, err := templates.Pack()
	if err != nil {
		t.Fatal(err)
	}
	f, _ := pack.Framework("nl-po")
	p := plan.Plan{Profile: plan.Profile{Framework: "nl-po", Name: "Noor Bakker", Coach: &plan.Person{Name: "Ilse Vermeer", Role: "coach"}}}
	colleague := &plan.Person{Role: "collega"}
	self := &plan.Person{Name: "Noor Bakker", Role: "zelf"}
	for _, test := range []struct {
		was   *plan.Person
		typed string
		want  plan.Person
	}{
		{colleague, "Sanne Kok", plan.Person{Name: "Sanne Kok", Role: "collega"}},
		{colleague, "ilse vermeer", plan.Person{Name: "Ilse Vermeer", Role: "coach"}},
		{colleague, "Externe aanbieder", plan.Person{Role: "aanbieder"}},
		{colleague, "external provider", plan.Person{Role: "aanbieder"}},
		{colleague, "alleen", plan.Person{Name: "Noor Bakker", Role: "zelf"}},
		{self, "Sanne Kok", plan.Person{Name: "Sanne Kok"}},
		{nil, "groep 5", plan.Person{Name: "groep 5"}},
	} {
		if got := plan.NamePartner(p, pack, f, test.was, test.typed, "alleen"); got == nil || got.Name != test.want.Name || got.Role != test.want.Role {
			t.Errorf("%q after %+v: %+v, want %+v", test.typed, test.was, got, test.want)
		}
	}
	if got := plan.NamePartner(p, pack, f, colleague, " "); got != nil {
		t.Errorf("nobody became %+v", got)
	}
}

// TestALineEndsWithTheDecision of the board, on the day that it was taken, and
// with the earliest one that reaches the phase.
func TestALineEndsWithTheDecision(t *testing.T) {
	day := func(y, m, d int) text.Date { return text.Date{Year: y, Month: m, Day: d} }
	line := plan.Line{Line: "po-starter-hours", HoldsUntilPhase: "basis"}
	for name, tt := range map[string]struct {
		phase string
		date  text.Date
		line  plan.Line
		want  text.Date
	}{
		"in the year":        {"basis", day(2027, 2, 1), line, day(2027, 2, 1)},
		"a later phase":      {"vak", day(2027, 2, 1), line, day(2027, 2, 1)},
		"an earlier phase":   {"start", day(2027, 2, 1), line, text.Date{}},
		"before the year":    {"basis", day(2026, 5, 1), line, day(2026, 5, 1)},
		"on its last day":    {"basis", day(2027, 7, 31), line, text.Date{}},
		"after the year":     {"basis", day(2027, 9, 1), line, text.Date{}},
		"not dated":          {"basis", text.Date{}, line, text.Date{}},
		"a line that stays":  {"basis", day(2027, 2, 1), plan.Line{Line: "po-di"}, text.Date{}},
		"nothing is decided": {"", text.Date{}, line, text.Date{}},
	} {
		p := newPlan(t)
		if p.Profile.PhaseRecorded = nil; tt.phase != "" {
			p.Profile.PhaseRecorded = &plan.PhaseRecorded{Phase: tt.phase, Date: tt.date, By: "Stroomdal"}
		}
		got, ended := plan.HeldUntil(p, tt.line)
		if got.Date != tt.want || ended != !tt.want.IsZero() {
			t.Errorf("%s: until %v, %v; want %v", name, got.Date, ended, tt.want)
		}
		if ended == plan.WholeYear(p, tt.line) {
			t.Errorf("%s: ended %v and held the whole year %v", name, ended, plan.WholeYear(p, tt.line))
		}
	}
	p := newPlan(t)
	p.Profile.PhaseRecorded = &plan.PhaseRecorded{Phase: "vak", Date: day(2027, 4, 1)}
	p.Assessment = &plan.Assessment{Decision: &plan.PhaseRecorded{Phase: "basis", Date: day(2027, 3, 1)}}
	if got, _ := plan.HeldUntil(p, line); got.Date != day(2027, 3, 1) {
		t.Errorf("of two decisions the first is not taken: %v", got.Date)
	}
}

// TestAgreementThatEnded is said of a line that was not checked since.
func TestAgreementThatEnded(t *testing.T) {
	day := func(y, m, d int) text.Date { return text.Date{Year: y, Month: m, Day: d} }
	pack, p := packOf(t), newPlan(t)
	end := day(2027, 2, 28)
	for _, tt := range []struct {
		line           string
		checked, today text.Date
		ended          bool
	}{
		{"po-di", text.Date{}, day(2027, 3, 1), true}, {"po-di", text.Date{}, end, false}, {"po-di", day(2027, 2, 28), day(2027, 3, 1), true},
		{"po-di", day(2027, 3, 1), day(2027, 3, 2), false}, {"eigen-1", text.Date{}, day(2027, 3, 1), false}, {"vl-middelen", text.Date{}, day(2030, 1, 1), true},
	} {
		got := plan.AgeOf(p, pack, plan.Line{Line: tt.line, CheckedOn: tt.checked}, tt.today)
		if got.Ended.IsZero() == tt.ended || tt.ended && (got.Ended != end || !got.Stale) {
			t.Errorf("%+v: %+v", tt, got)
		}
	}
	vl := newIn(t, "vl", "vl-tabd")
	if _, ok := plan.LineEnd(vl, pack, plan.Line{Line: "vl-middelen"}); ok {
		t.Error("a decree has an end")
	}
}

func TestOrderedCost(t *testing.T) {
	p := starter(t)
	yes, no := true, false
	p.Activities = []plan.Activity{
		{ID: "a", Cost: 100, Ordered: &yes, Log: []plan.LogEntry{{Cost: 30}}}, {ID: "b", Cost: 1000, Ordered: &no}, {ID: "c", Cost: 10_000},
		{ID: "d", Cost: 5, Ordered: &yes, Status: plan.Dropped, Log: []plan.LogEntry{{Cost: 2}}},
	}
	if got := plan.OrderedCost(p); got != (plan.MoneySum{Planned: 100, Spent: 32}) {
		t.Errorf("%+v", got)
	}
}

func TestSavingYears(t *testing.T) {
	pack := packOf(t)
	for line, want := range map[string]int{"po-dev-eur": 3, "vo-dev-eur": 2, "po-starter-hours": 0, "po-di": 0} {
		if got, known := plan.SavingYears(plan.Line{Line: line}, pack); got != want || !known {
			t.Errorf("%s can be saved for %d years, want %d", line, got, want)
		}
	}
	if _, known := plan.SavingYears(plan.Line{Line: "eigen-1"}, pack); known {
		t.Error("somebody knows of a line of one's own")
	}
}
