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
