package plan_test

import (
	"testing"

	"bekwaam/plan"
)

// TestExchange: everything that was made for somebody and came back stands
// there once, in order, with what was withdrawn marked as such.
func TestExchange(t *testing.T) {
	r := newRound(t)
	first := r.send()
	r.take(first)
	r.note(plan.NoteStrength, "d1", "Mooi.")
	back := r.give(plan.OutcomeQuestion, "Kies samen.")
	c, err := plan.Withdraw(*r.teacher.plan, "", r.by(&r.teacher))
	r.teacher.do(t, c, err)
	r.accept(back)
	c, err = plan.EditGoal(*r.teacher.plan, "d2", "title", func(g *plan.Goal) { g.Title = "Anders" })
	r.teacher.do(t, c, err)
	r.send()
	c, err = plan.Sign(*r.teacher.plan, r.by(&r.teacher), "key")
	r.teacher.do(t, c, err)

	got := r.teacher.plan.Exchange()
	if len(got) != 4 {
		t.Fatalf("%d files: %+v", len(got), got)
	}
	for i, want := range []plan.Exchanged{
		{Way: plan.WayMade, Version: 1, Answered: true},
		{Way: plan.WayReceived, Version: 1, Outcome: plan.OutcomeQuestion, Reason: "Kies samen.", Answers: got[0].ID},
		{Way: plan.WayMade, Version: 2, Answers: got[1].ID},
		{Way: plan.WaySigned, Version: 3},
	} {
		x := got[i]
		if i < 2 && x.Withdrawn == "" || i >= 2 && x.Withdrawn != "" {
			t.Errorf("%d: withdrawn %q", i, x.Withdrawn)
		}
		if x.ID == "" || x.At == "" || i > 0 && x.At < got[i-1].At || i < 3 && !x.With.Is(r.coach.me) {
			t.Errorf("%d: %+v", i, x)
		}
		x.ID, x.At, x.With, x.Withdrawn = "", "", plan.Party{}, ""
		if x.Way != want.Way || x.Version != want.Version || x.Outcome != want.Outcome || x.Reason != want.Reason || x.Answers != want.Answers || x.Answered != want.Answered {
			t.Errorf("%d: %+v, want %+v", i, x, want)
		}
	}
}

// TestWithdrawOneOfTwo: two people read, and what one of them has is withdrawn
// by its id; the plan stays with the other.
func TestWithdrawOneOfTwo(t *testing.T) {
	r := newRound(t)
	r.send()
	c, d, err := plan.Submit(*r.teacher.plan, nil, r.by(&r.teacher), r.teacher.me, plan.Party{Name: "Petra Jonker"})
	r.teacher.do(t, c, err)
	p := *r.teacher.plan
	if now := p.RoundNow(); now.Sent.Package != d.Package {
		t.Fatalf("the last file is %+v", now)
	}
	c, err = plan.Withdraw(p, p.Sent[0].Package, r.by(&r.teacher))
	if err != nil || c.Plan.State != plan.Submitted || c.Plan.Sent[0].Withdrawn == "" || c.Plan.Sent[1].Withdrawn != "" || c.Act.Args[1] != r.coach.me.Name {
		t.Fatalf("%v: %s, %+v", err, c.Plan.State, c.Act)
	}
	if back := plan.Restore(c.Plan, p); back.Sent[0].Withdrawn != "" || back.State != plan.Submitted {
		t.Errorf("undone: %+v, %s", back.Sent[0], back.State)
	}
	if _, err := plan.Withdraw(c.Plan, p.Sent[0].Package, noor); plan.Code(err) != plan.CodeNothing {
		t.Errorf("a second time: %v", err)
	}
	if _, err := plan.Withdraw(c.Plan, "x", noor); plan.Code(err) != plan.CodeUnknown {
		t.Errorf("no such file: %v", err)
	}
	c, err = plan.Withdraw(c.Plan, "", r.by(&r.teacher))
	if err != nil || c.Plan.State != plan.Draft || c.Plan.Sent[1].Withdrawn == "" {
		t.Errorf("the last one: %v, %s", err, c.Plan.State)
	}
}

// TestWithdrawWhileItRuns: a plan that runs can be with a reader too, and what
// the reader has can be withdrawn without a move of the plan.
func TestWithdrawWhileItRuns(t *testing.T) {
	r := newRound(t)
	r.teacher.plan.State = plan.Active
	r.send()
	moves := len(r.teacher.plan.Moves)
	c, err := plan.Withdraw(*r.teacher.plan, "", r.by(&r.teacher))
	if err != nil || c.Plan.State != plan.Active || c.Plan.Sent[0].Withdrawn == "" || len(c.Plan.Moves) != moves {
		t.Fatalf("%v: %s", err, c.Plan.State)
	}
	if back := plan.Restore(c.Plan, *r.teacher.plan); back.Sent[0].Withdrawn != "" {
		t.Error("it cannot be put back")
	}
}
