package report

import (
	"strings"
	"testing"

	"bekwaam/plan"
)

// TestWhatNobodyLookedUpIsMarked prints a plan with every line and payer that
// nobody looked up: each stands on the pages with a mark, for everybody.
func TestWhatNobodyLookedUpIsMarked(t *testing.T) {
	c, err := plan.New("p", "2026-2027", pack(t), "nl-mbo", "nl")
	if err != nil {
		t.Fatal(err)
	}
	p := c.Plan
	p.Profile.Name = "Noor Bakker"
	p.Goals = []plan.Goal{{ID: "d1", Question: "Hoe?"}}
	p.Activities = []plan.Activity{{ID: "a1", Description: "Cursus", Goals: []string{"d1"}, Funding: "zij-instroom", Cost: 10000, Status: plan.Planned}}
	for _, a := range []plan.Audience{plan.Self, plan.Board} {
		words := squeeze(shown(t, render(t, plan.For(p, pack(t), a, ""))))
		if n := strings.Count(words, squeeze("Subsidie zij-instroom (niet nagekeken)")); n < 2 {
			t.Errorf("%s: the payer is marked %d times", a, n)
		}
		if n := strings.Count(words, squeeze("Subsidie zij-instroom")); n != strings.Count(words, squeeze("Subsidie zij-instroom (niet nagekeken)")) {
			t.Errorf("%s: the payer stands %d times, not each time with its mark", a, n)
		}
		if n := strings.Count(words, squeeze("uit het hoofd of niets gevonden; vul het zelf in")); n != 2 {
			t.Errorf("%s: %d of 2 lines are marked", a, n)
		}
	}
}
