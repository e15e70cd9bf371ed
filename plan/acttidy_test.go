package plan_test

import (
	"testing"

	"bekwaam/plan"
)

// What an act does beside the obvious.
func TestActsTidyUp(t *testing.T) {
	p := starter(t)
	pack := packOf(t)
	do := func(c plan.Change, err error) plan.Plan {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return c.Plan
	}
	q := do(plan.RemoveGoal(p, "d1"))
	if len(q.Activities[0].Goals)+len(q.Evidence[0].Goals) > 0 || len(q.Evaluation.PerGoal) != 2 || q.Goals[0].Order != 1 {
		t.Error("a removed goal is remembered somewhere")
	}
	q = do(plan.MoveGoal(p, "d3", -2))
	if q.Goals[0].ID != "d3" || q.Goals[0].Order != 1 || q.Goals[2].Order != 3 {
		t.Errorf("moved: %s %d", q.Goals[0].ID, q.Goals[0].Order)
	}
	q = do(plan.RemoveLine(p, "po-di"))
	if q.Activities[8].HoursLine != "" {
		t.Error("an activity draws on a line that is gone")
	}
	q = do(plan.EditLine(p, "po-di", "checked_on", func(l *plan.Line) { l.CheckedOn.Year = 2027 }))
	if q.EntitlementLines[2].Edited {
		t.Error("looking a line up counts as changing it")
	}
	q = do(plan.EditView(p, "nl-po/klimaat/groep", func(v *plan.View) { *v = plan.View{} }))
	if len(q.Views) != len(p.Views)-1 {
		t.Error("a view without an answer stays")
	}
	q = do(plan.EditProfile(p, pack, "employment", func(x *plan.Profile) { x.Employment = "zzp" }))
	if len(q.EntitlementLines) > 0 || len(plan.Offered(q, pack)) > 0 {
		t.Error("lines of an agreement that does not hold")
	}
	if l := plan.Reckon(q, pack); l.Hours.NoLine.Planned == 0 || len(l.LinesNotOffered) == 0 {
		t.Error("hours on a line that is gone stand nowhere")
	}
	q = do(plan.EditProfile(q, pack, "employment", func(x *plan.Profile) { x.Employment = "bestuur" }))
	if len(q.EntitlementLines) == 0 {
		t.Error("no line is offered again")
	}
	q = do(plan.AnswerOpen(p, "trots", ""))
	if _, ok := q.Survey.Open["trots"]; ok {
		t.Error("an empty answer stays")
	}
}
