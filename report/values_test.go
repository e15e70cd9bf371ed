package report

import (
	"strings"
	"testing"

	"bekwaam/plan"
)

// TestValuesOpenTheTalk wants the values in what a coach and the teacher get,
// before the goals, and not in what a board gets.
func TestValuesOpenTheTalk(t *testing.T) {
	own, err := plan.EditCoreValues(starter(t), []plan.CoreValue{{Name: "geduld", Question: "Wat kan wachten?"}, {Name: "moed"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		what  string
		p     plan.Plan
		words []string
	}{
		{"of the pack", starter(t), []string{"Waarmee het gesprek opent", "Verbinding", "Wat kies jij hierin zelf?"}},
		{"of one's own", own.Plan, []string{"Waarmee het gesprek opent", "Geduld", "Wat kan wachten?", "Moed"}},
	} {
		for _, a := range []plan.Audience{plan.Coach, plan.Self, plan.Board} {
			s := squeeze(shown(t, render(t, plan.For(c.p, pack(t), a, ""))))
			for _, word := range c.words {
				at := strings.Index(s, squeeze(word))
				if (at >= 0) != (a != plan.Board) {
					t.Errorf("%s, %s: %q at %d", c.what, a, word, at)
				}
				if goal := strings.Index(s, squeeze(c.p.Goals[0].Signs)); at > goal {
					t.Errorf("%s, %s: %q stands behind the first goal", c.what, a, word)
				}
			}
		}
	}
	if s := shown(t, render(t, plan.For(own.Plan, pack(t), plan.Coach, ""))); strings.Contains(squeeze(s), squeeze("Wat kies jij hierin zelf?")) {
		t.Error("the values of the pack stand beside one's own")
	}
}
