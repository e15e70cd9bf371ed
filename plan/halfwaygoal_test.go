package plan_test

import (
	"slices"
	"testing"

	"bekwaam/plan"
)

func TestWhatBecomesOfAGoalHalfway(t *testing.T) {
	do, p := must(t), inMay(t)
	was := p.Goals[0].Question
	if got := plan.GoalHalfway(p, "d1"); got != plan.GoalStays {
		t.Errorf("before a word: %s", got)
	}
	p = do(plan.AdjustGoal(p, "d1", "learning_question", "Een kleinere vraag?"))
	if got := plan.GoalHalfway(p, "d1"); got != plan.GoalAdjusted {
		t.Errorf("adjusted: %s", got)
	}
	p = do(plan.DecideHalfway(p, "d1", plan.GoalKept))
	if p.Goals[0].KeptFor != "2027-2028" || plan.GoalHalfway(p, "d1") != plan.GoalKept || p.Goals[0].Question == was {
		t.Errorf("kept: %+v", p.Goals[0])
	}
	p = do(plan.DecideHalfway(p, "d1", plan.GoalLetGo))
	if p.Goals[0].KeptFor != "" || plan.GoalHalfway(p, "d1") != plan.GoalLetGo || p.Evaluation.PerGoal[0].Outcome != plan.LetGoOf {
		t.Errorf("let go: %+v", p.Evaluation)
	}
	if len(p.NotLookedBackOn()) != len(p.LiveGoals()) {
		t.Error("a goal that is let go is looked back on without a reason")
	}
	p = do(plan.DecideHalfway(p, "d1", plan.GoalStays))
	if p.Goals[0].Question != was || len(p.Midyear.GoalsAdjusted) != 0 || p.Evaluation != nil {
		t.Errorf("it stays: %+v, %+v, %+v", p.Goals[0], p.Midyear, p.Evaluation)
	}
	p = do(plan.EvaluateGoal(p, "d1", "result", func(e *plan.GoalEvaluation) { e.Result = "Het lukt." }))
	p = do(plan.DecideHalfway(p, "d1", plan.GoalLetGo))
	p = do(plan.DecideHalfway(p, "d1", plan.GoalStays))
	if e := p.Evaluation.PerGoal; len(e) != 1 || e[0].Result != "Het lukt." || e[0].Outcome != "" {
		t.Errorf("what was written went along: %+v", e)
	}
	for _, bad := range [][2]string{{"d9", plan.GoalKept}, {"d1", "gone"}} {
		if _, err := plan.DecideHalfway(p, bad[0], bad[1]); plan.Code(err) != plan.CodeUnknown {
			t.Errorf("%v: %v", bad, err)
		}
	}
}

func TestStepsAreDueInTheirTime(t *testing.T) {
	p := inMay(t)
	for _, tt := range []struct {
		day   string
		state plan.State
		want  []int
	}{
		{"2026-10-01", plan.Active, []int{9}},
		{"2027-01-25", plan.Active, []int{9}},
		{"2027-01-26", plan.Active, []int{9, 10}},
		{"2027-01-26", plan.Draft, []int{9}},
		{"2027-05-31", plan.Active, []int{9, 10}},
		{"2027-06-01", plan.Active, []int{9, 11}},
		{"2027-06-01", plan.Closed, []int{9}},
	} {
		p.State = tt.state
		p.Goals[0].Deadline, p.Goals[1].Deadline, p.Goals[2].Deadline = iso("2027-03-26"), iso("2027-06-30"), iso("2027-02-01")
		if got := plan.StepsDue(p, iso(tt.day), 9, 10, 11); !slices.Equal(got, tt.want) {
			t.Errorf("%s, %s: %v, want %v", tt.day, tt.state, got, tt.want)
		}
	}
	if d := (plan.Plan{}).EndOfYear(); !d.IsZero() {
		t.Errorf("the end of no year is %v", d)
	}
}

func TestAClosedYearIsPutRightInAVersionOfItsOwn(t *testing.T) {
	do, p := must(t), lookBack(t, inMay(t))
	if _, err := plan.Correct(p, noor); plan.Code(err) != plan.CodeState {
		t.Errorf("put right before it is closed: %v", err)
	}
	p = do(plan.Close(p, noor))
	if _, err := plan.Corrected(p, noor); plan.Code(err) != plan.CodeState {
		t.Errorf("put right without having begun: %v", err)
	}
	n := p.WorkingVersion
	p = do(plan.Correct(p, noor))
	if p.State != plan.Closed || p.Frozen() || !p.Correcting() || p.WorkingVersion != n+1 {
		t.Errorf("%s, version %d", p.State, p.WorkingVersion)
	}
	if _, err := plan.Correct(p, noor); plan.Code(err) != plan.CodeNothing {
		t.Errorf("begun twice: %v", err)
	}
	p = do(plan.EvaluateGoal(p, "d1", "result", func(e *plan.GoalEvaluation) { e.Result = "Drie van de vijf dagen." }))
	p = do(plan.Corrected(p, noor))
	last := p.Versions[len(p.Versions)-1]
	if !p.Frozen() || p.Correcting() || last.Number != n+1 || last.Of != n || last.Reason != plan.ReasonClosed {
		t.Errorf("%+v", p.Versions)
	}
	if _, err := plan.EvaluateGoal(p, "d1", "result", func(*plan.GoalEvaluation) {}); plan.Code(err) != plan.CodeClosed {
		t.Errorf("changed afterwards: %v", err)
	}
	p.Versions, p.WorkingVersion = nil, 1
	if p = do(plan.Correct(p, noor)); p.WorkingVersion != 2 || len(p.Versions) != 1 || !p.Correcting() {
		t.Errorf("closed elsewhere: %+v", p.Versions)
	}
}
