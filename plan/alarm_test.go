package plan_test

import (
	"fmt"
	"slices"
	"testing"

	"bekwaam/plan"
	"bekwaam/privacy"
)

// TestAlarmsSayWhere plants one thing in every sort of text and wants its
// place.
func TestAlarmsSayWhere(t *testing.T) {
	p := starter(t)
	p.Goals[0].Title = "Sem uit groep 5 op gang helpen"
	p.Activities[0].Partner = &plan.Person{Name: "Fatima (4 havo)", Role: "leerlingen"}
	p.Agreements[0].What = "Bellen met 06-12345678"
	p.Evidence[0].Title = "Mail van ouder@voorbeeld.nl"
	p.Conditions.Support = "Het nummer 111222333 staat er nog"
	p.Reflections[0].Text = "85.07.30-033.28 en adhd"
	got := map[string]bool{}
	for _, h := range plan.Alarms(p) {
		got[fmt.Sprintf("%s %s %s %s", h.Item, h.Field, h.Kind, h.Word)] = true
	}
	for _, want := range []string{
		p.Goals[0].ID + " title name Sem", p.Activities[0].ID + " name name Fatima", p.Agreements[0].ID + " what phone 06-12345678",
		p.Evidence[0].ID + " title email ouder@voorbeeld.nl", "conditions support citizen 111222333",
		p.Reflections[0].ID + " text register 85.07.30-033.28", p.Reflections[0].ID + " text health adhd",
	} {
		if !got[want] {
			t.Errorf("no alarm %q in %v", want, got)
		}
	}
	if kinds := plan.Alarms(plan.For(p, packOf(t), plan.Board, "").Plan); slices.ContainsFunc(kinds, func(h plan.Hit) bool { return h.Kind == privacy.Register }) {
		t.Error("what does not go to the board is told about the board's edition")
	}
}

// TestNoFalseAlarmOnTheCases looks at everything that three teachers wrote,
// the private texts too. What is told is meant: a pupil is named twice, and
// three private words are about the teachers' own health.
func TestNoFalseAlarmOnTheCases(t *testing.T) {
	var got []string
	for _, name := range cases {
		for _, h := range plan.Alarms(planOf(t, readCase(t, name))) {
			got = append(got, h.Item+" "+h.Word)
		}
	}
	if want := []string{"r1 Migraine", "b2 Jayden", "b7 Jayden", "r2 huisarts", "r2 zwanger"}; !slices.Equal(got, want) {
		t.Errorf("%q, not %q", got, want)
	}
}
