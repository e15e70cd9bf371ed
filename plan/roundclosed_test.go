package plan_test

import (
	"testing"

	"bekwaam/plan"
)

// TestRoundInAClosedYear sends a year that is closed, and takes the answer: of
// the plan only the records change.
func TestRoundInAClosedYear(t *testing.T) {
	r := newRound(t)
	p := *r.teacher.plan
	p.State = plan.Closed
	p.Versions = []plan.Version{{Number: 1, Reason: plan.ReasonClosed, At: plan.At(noor.At), By: noor.Name}}
	r.teacher.plan = &p
	r.teacher.history[p.Revision] = p
	before := p.Clone()

	c, err := plan.ShareWithCoach(p, plan.GroupReflections, true)
	r.teacher.do(t, c, err)
	doc := r.send()
	if len(doc.Reflections) != len(p.Reflections) || len(doc.Reflections) == 0 {
		t.Errorf("%d reflections went along, want %d", len(doc.Reflections), len(p.Reflections))
	}
	c, err = plan.ShareWithCoach(*r.teacher.plan, plan.GroupReflections, false)
	r.teacher.do(t, c, err)
	if now := r.teacher.plan; now.State != plan.Closed || now.WorkingVersion != before.WorkingVersion || len(now.Versions) != 1 || len(now.Moves) != len(before.Moves) || len(now.Sent) != 1 {
		t.Errorf("sending changes the plan: %s, version %d, %d versions, %d moves", now.State, now.WorkingVersion, len(now.Versions), len(now.Moves))
	}
	r.take(doc)
	if s := plan.StandingOf(*r.coach.plan); s.Turn != plan.TurnCoach {
		t.Errorf("the turn is of %s", s.Turn)
	}
	question, promise := r.note(plan.NoteQuestion, "d1", "Wat neem je mee?"), r.note(plan.NoteAgreement, "plan", "Ik lees volgend jaar mee.")
	back := r.give(plan.OutcomeDiscussed, "")
	if a := r.accept(back); len(a.Notes) != 2 || len(a.Refused) > 0 {
		t.Fatalf("the answer brings %v, refused %v", a.Notes, a.Refused)
	}
	for _, x := range []plan.Answer{{Note: question, State: plan.NoteAnswered, Text: "De rust."}, {Note: promise, State: plan.NoteAccepted, Made: "g9"}} {
		x.ID = r.id("w")
		c, err := plan.AnswerNote(*r.teacher.plan, x)
		r.teacher.do(t, c, err)
	}
	now := *r.teacher.plan
	if now.NoteState(promise) != plan.NoteAccepted || len(now.Agreements) != len(before.Agreements) || now.State != plan.Closed {
		t.Errorf("%s, %d agreements, state %s", now.NoteState(promise), len(now.Agreements), now.State)
	}
	for _, d := range plan.Diff(before, now) {
		switch d.Block {
		case "notes", "answers":
		default:
			t.Errorf("the plan was changed: %+v", d)
		}
	}
	c, err = plan.Withdraw(now, "", noor)
	if plan.Code(err) != plan.CodeState {
		t.Errorf("an answered file is withdrawn: %+v, %v", c.Act, err)
	}
}

// TestWhatGoesAlongIsChosenInAFrozenVersion: the choice of what a reader sees
// is no part of what was signed; what the board sees is.
func TestWhatGoesAlongIsChosenInAFrozenVersion(t *testing.T) {
	p := starter(t)
	p.Versions = []plan.Version{{Number: p.WorkingVersion, Reason: plan.ReasonSigned}}
	item := plan.SharedItems(p, plan.GroupReflections)[0]
	c, err := plan.ShareItem(p, plan.GroupReflections, item, true)
	if err != nil || !c.Plan.Share.Goes(plan.GroupReflections, item) || p.Share.Goes(plan.GroupReflections, item) {
		t.Fatalf("%v: %+v", err, c.Plan.Share)
	}
	if c, err = plan.ShareItem(c.Plan, plan.GroupReflections, item, false); err != nil || c.Plan.Share.Goes(plan.GroupReflections, item) {
		t.Errorf("%v: %+v", err, c.Plan.Share)
	}
	// The document of before is no correction of the version.
	later, err := plan.ShareWithCoach(p, plan.GroupReflections, true)
	if err != nil {
		t.Fatal(err)
	}
	if c, err := plan.Replace(later.Plan, p); err != nil || !c.Plan.Share.Goes(plan.GroupReflections, item) {
		t.Errorf("an earlier document: %v, %+v", err, c.Plan.Share)
	}
	if _, err := plan.EditShare(p, "strengths", func(s *plan.Share) { s.Strengths = !s.Strengths }); plan.Code(err) != plan.CodeFrozen {
		t.Errorf("what the board sees: %v", err)
	}
	p.EditionInfo = &plan.EditionInfo{Audience: plan.Coach}
	if _, err := plan.ShareWithCoach(p, plan.GroupReflections, true); plan.Code(err) != plan.CodeCopy {
		t.Errorf("in a copy: %v", err)
	}
}
