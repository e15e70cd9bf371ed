package plan_test

import (
	"testing"

	"bekwaam/plan"
	"bekwaam/text"
)

func TestAskAbout(t *testing.T) {
	day := func(y int) text.Date { return text.Date{Year: y, Month: 10, Day: 1} }
	of := func(kind string, y int, competences ...string) plan.Evidence {
		return plan.Evidence{Kind: kind, Date: day(y), Competences: competences}
	}
	for _, x := range []struct {
		list []plan.Evidence
		want string
	}{
		{nil, ""},
		{[]plan.Evidence{of("a", 2026), of("a", 2026)}, "variatie"},
		{[]plan.Evidence{of("a", 2026), of("b", 2026)}, ""},
		{[]plan.Evidence{of("a", 2026, "1", "2", "3", "4"), of("b", 2026)}, "relevantie"},
		{[]plan.Evidence{of("a", 2024), of("b", 2023)}, "actualiteit"},
		{[]plan.Evidence{of("a", 2025), of("b", 2023)}, ""},
		{[]plan.Evidence{of("a", 2026)}, "kwantiteit"},
		{[]plan.Evidence{of("a", 2020)}, "actualiteit"},
		{[]plan.Evidence{{Kind: "a"}}, "kwantiteit"},
	} {
		if got := plan.AskAbout(x.list, "2026-2027"); got != x.want {
			t.Errorf("%v: %q, want %q", x.list, got, x.want)
		}
	}
}

func TestEvidenceFor(t *testing.T) {
	p := starter(t)
	for _, g := range p.LiveGoals() {
		for _, x := range plan.EvidenceFor(p, g) {
			named := false
			for _, id := range x.Goals {
				named = named || id == g.ID
			}
			for _, id := range x.Competences {
				for _, c := range g.Competences {
					named = named || id == c
				}
			}
			if !named {
				t.Errorf("%s is not about %s", x.ID, g.ID)
			}
		}
	}
	g := plan.Goal{ID: "x", Competences: []string{"c"}}
	p = plan.Plan{Evidence: []plan.Evidence{{ID: "1", Goals: []string{"x"}}, {ID: "2", Competences: []string{"c"}}, {ID: "3", Goals: []string{"y"}}}}
	if got := plan.EvidenceFor(p, g); len(got) != 2 {
		t.Errorf("about it: %v", got)
	}
}
