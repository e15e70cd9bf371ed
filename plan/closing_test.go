package plan_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"bekwaam/plan"
)

// inMay is the case before it looked back.
func inMay(t *testing.T) plan.Plan {
	t.Helper()
	p := starter(t)
	p.Midyear, p.Evaluation, p.CarriedOver = nil, nil, nil
	return p
}

func TestHalfWayKeepsTheOlderText(t *testing.T) {
	do, p := must(t), inMay(t)
	was := p.Goals[0].Question
	p = do(plan.AdjustGoal(p, "d1", "learning_question", "Een eerste andere vraag?"))
	p = do(plan.AdjustGoal(p, "d1", "learning_question", "Een kleinere vraag?"))
	p = do(plan.AdjustGoal(p, "d1", "deadline", "2027-05-28"))
	list := p.Midyear.GoalsAdjusted
	if len(list) != 2 || list[0].From != was || list[0].To != "Een kleinere vraag?" || list[1].From != "2027-03-26" || p.Goals[0].Deadline != iso("2027-05-28") {
		t.Errorf("adjusted %+v", list)
	}
	p = do(plan.AdjustGoal(p, "d1", "learning_question", was))
	if list = p.Midyear.GoalsAdjusted; len(list) != 1 || p.Goals[0].Question != was {
		t.Errorf("back as it was, and kept: %+v", list)
	}
	if _, err := plan.EndMidyear(p, noor); plan.Code(err) != plan.CodeRequired {
		t.Errorf("ended without a word: %v", err)
	}
	p = do(plan.EditMidyear(p, "what_worked", func(m *plan.Midyear) { m.WhatWorked = "Het rad." }))
	if _, err := plan.EndMidyear(p, noor); plan.Code(err) != plan.CodeRequired {
		t.Errorf("ended without a day: %v", err)
	}
	p = do(plan.EditMidyear(p, "date", func(m *plan.Midyear) { m.Date = iso("2027-02-09") }))
	n := p.WorkingVersion
	p = do(plan.EndMidyear(p, noor))
	if v := p.Versions[len(p.Versions)-1]; p.State != plan.Active || !p.Frozen() || v.Number != n || v.Reason != plan.ReasonHalfway {
		t.Errorf("%s, %+v", p.State, p.Versions)
	}
	if _, err := plan.EditMidyear(p, "date", func(*plan.Midyear) {}); plan.Code(err) != plan.CodeFrozen {
		t.Errorf("changed after it ended: %v", err)
	}
	p = do(plan.NewVersion(p, noor))
	if _, err := plan.EditMidyear(p, "who_helped", func(m *plan.Midyear) { m.WhoHelped = "Wil" }); err != nil {
		t.Errorf("not in the next version either: %v", err)
	}
	p.State = plan.Draft
	if _, err := plan.EndMidyear(p, noor); plan.Code(err) != plan.CodeState {
		t.Errorf("ended before it began: %v", err)
	}
}

// lookBack says a word about each goal.
func lookBack(t *testing.T, p plan.Plan) plan.Plan {
	do := must(t)
	for id, outcome := range map[string]string{"d1": plan.Finished, "d2": plan.LetGoOf, "d3": plan.CarriesOver} {
		p = do(plan.EvaluateGoal(p, id, "outcome", func(e *plan.GoalEvaluation) {
			e.Outcome, e.Reason = outcome, "Zo liep het."
			if outcome == plan.CarriesOver {
				e.Next = "Hoe houd ik de woensdag vrij?"
			}
		}))
	}
	return p
}

func TestAYearIsClosedWithAWordAboutEachGoal(t *testing.T) {
	p := inMay(t)
	_, err := plan.Close(p, noor)
	if e := (*plan.Error)(nil); plan.Code(err) != plan.CodeReason {
		t.Errorf("closed without a word: %v", err)
	} else if e = err.(*plan.Error); !slices.Equal(e.Args, []string{"d1", "d2", "d3"}) {
		t.Errorf("the goals are %v", e.Args)
	}
	p = lookBack(t, p)
	if len(p.CarriedOver) != 1 || p.CarriedOver[0].FromGoal != "d3" || p.CarriedOver[0].ToYear != "2027-2028" {
		t.Errorf("carried over %+v", p.CarriedOver)
	}
	q := must(t)(plan.EvaluateGoal(p, "d3", "outcome", func(e *plan.GoalEvaluation) { e.Outcome = plan.Finished }))
	if len(q.CarriedOver) != 0 || q.Evaluation.PerGoal[slices.IndexFunc(q.Evaluation.PerGoal, func(e plan.GoalEvaluation) bool { return e.Goal == "d3" })].CarriedOver {
		t.Errorf("finished, and carried over: %+v", q.CarriedOver)
	}
	c, err := plan.Close(p, noor)
	if err != nil {
		t.Fatal(err)
	}
	p = c.Plan
	last := p.Versions[len(p.Versions)-1]
	if p.State != plan.Closed || last.Reason != plan.ReasonClosed || !c.Act.Fixed || p.Moves[len(p.Moves)-1].To != plan.Closed {
		t.Errorf("%s, %+v", p.State, last)
	}
	if _, err := plan.Close(p, noor); plan.Code(err) != plan.CodeState {
		t.Errorf("closed twice: %v", err)
	}
	if _, err := plan.Log(p, "a1", plan.LogEntry{Date: iso("2027-06-30"), Hours: 1}, ""); plan.Code(err) != plan.CodeClosed {
		t.Errorf("logged in a closed year: %v", err)
	}
}

func TestADecisionIsRecordedAndNeverWorkedOut(t *testing.T) {
	july := plan.Actor{Name: "Noor Bedachtsma", At: time.Date(2027, 7, 5, 9, 0, 0, 0, time.UTC)}
	d := plan.PhaseRecorded{Phase: "basis", Date: iso("2027-07-01"), By: "Stichting Fictief Primair"}
	for name, bad := range map[string]func(*plan.PhaseRecorded){
		plan.CodeUnknown:  func(d *plan.PhaseRecorded) { d.Phase = "expert" },
		plan.CodeRequired: func(d *plan.PhaseRecorded) { d.By = "" },
		plan.CodeRange:    func(d *plan.PhaseRecorded) { d.Date = iso("2027-07-06") },
	} {
		x := d
		bad(&x)
		if _, err := plan.Decide(starter(t), july, x); plan.Code(err) != name {
			t.Errorf("%+v: %v, want %s", x, err, name)
		}
	}
	running := must(t)(plan.Decide(starter(t), july, plan.PhaseRecorded{Phase: "basis", Date: iso("2027-02-01"), By: d.By}))
	if running.State != plan.Active || running.Profile.PhaseRecorded.Phase != "basis" || running.Profile.PhaseRecorded.RecordedBy != july.Name {
		t.Errorf("%s, %+v", running.State, running.Profile.PhaseRecorded)
	}
	if got := plan.Reckon(running, packOf(t)).Hours.Lines[1].Available; got.String() != "16.25" {
		t.Errorf("the starter's line holds %s h, want 16.25", got)
	}
	closed := must(t)(plan.Close(lookBack(t, inMay(t)), july))
	judged := must(t)(plan.Decide(closed, july, d))
	if judged.State != plan.Judged || judged.Assessment.Decision.Phase != "basis" || judged.Profile.PhaseRecorded.Phase != "start" {
		t.Errorf("%s, %+v", judged.State, judged.Assessment)
	}
}

func TestTheNextYearKnowsWhereItCameFrom(t *testing.T) {
	do, pack := must(t), packOf(t)
	p := lookBack(t, inMay(t))
	p = do(plan.AskOnFriday(p, "d3", "Om half vijf weg?"))
	p = do(plan.MarkWeek(p, "d3", iso("2027-06-04"), plan.MarkYes))
	p = do(plan.GoesOn(p, "a7", true))
	p = do(plan.GoesOn(p, "g4", true))
	if _, err := plan.NextYear(p, pack, "n", "2027-2028"); plan.Code(err) != plan.CodeState {
		t.Errorf("went on from a year that runs: %v", err)
	}
	p = do(plan.Close(p, noor))
	for year, code := range map[string]string{"2026-2027": plan.CodeRange, "2025-2026": plan.CodeRange, "2027": plan.CodeDate} {
		if _, err := plan.NextYear(p, pack, "n", year); plan.Code(err) != code {
			t.Errorf("to %s: %v, want %s", year, err, code)
		}
	}
	before := p.Clone()
	q := do(plan.NextYear(p, pack, "n", "2027-2028"))
	if string(plan.WriteJSON(p)) != string(plan.WriteJSON(before)) {
		t.Error("the closed year changed")
	}
	if q.ID != "n" || q.YearBefore != p.ID || q.State != plan.Draft || q.Profile.SchoolYear != "2027-2028" || q.Profile.InductionYear != 2 || q.Profile.Name != p.Profile.Name {
		t.Errorf("%s from %s, %s, %+v", q.ID, q.YearBefore, q.State, q.Profile)
	}
	if len(q.Goals) != 1 || q.Goals[0].ID != "d3" || q.Goals[0].Question != "Hoe houd ik de woensdag vrij?" || q.Goals[0].Origin.Year != "2026-2027" || q.Goals[0].Origin.Plan != p.ID || q.Goals[0].Origin.Item != "d3" {
		t.Errorf("goals %+v", q.Goals)
	}
	if oc := q.Goals[0].OwnCount; oc == nil || oc.Question == "" || len(oc.Marks) != 0 {
		t.Errorf("the Friday question %+v", oc)
	}
	if len(q.Activities) != 1 || q.Activities[0].Status != plan.Planned || len(q.Activities[0].Log) != 0 || q.Activities[0].From != iso("2027-10-01") || q.Activities[0].Origin == nil {
		t.Errorf("activities %+v", q.Activities)
	}
	if len(q.Agreements) != 1 || q.Agreements[0].Done || !q.Agreements[0].ByWhen.IsZero() {
		t.Errorf("agreements %+v", q.Agreements)
	}
	if len(q.Evidence) != len(p.Evidence) || len(q.Views) != len(p.Views) || len(q.Observations) != len(p.Observations) {
		t.Error("the dossier or the own view stayed behind")
	}
	if len(q.Notes)+len(q.Signatures)+len(q.Versions)+len(q.Moves) > 0 || q.Midyear != nil || q.Evaluation != nil || len(q.Survey.Open) > 0 {
		t.Error("something of the year went along that never does")
	}
	l := plan.Reckon(q, pack)
	if l.Hours.Total.Spent != 0 || len(l.Hours.Lines) == 0 || l.Hours.Lines[0].Spent != 0 {
		t.Errorf("hours went along: %+v", l.Hours)
	}
	for _, e := range q.Evidence {
		for _, g := range e.Goals {
			if g != "d3" {
				t.Errorf("%s is for %s, which stayed behind", e.ID, g)
			}
		}
	}
}

func TestNothingTickedAndEverythingUnticked(t *testing.T) {
	do, pack := must(t), packOf(t)
	p := lookBack(t, inMay(t))
	p = do(plan.KeepGoal(p, "d1", "2027-2028"))
	if got := plan.GoesAlong(p); !slices.Equal(got.Goals, []string{"d1", "d3"}) {
		t.Errorf("goes along %v", got.Goals)
	}
	p = do(plan.GoesOn(do(plan.GoesOn(p, "d1", false)), "d3", false))
	p = do(plan.Close(p, noor))
	if q := do(plan.NextYear(p, pack, "n", "2028-2029")); len(q.Goals) != 0 || q.Profile.InductionYear != 3 {
		t.Errorf("unticked, and goes along: %+v", q.Goals)
	}
}

func TestPlacesYearUnderYear(t *testing.T) {
	p := starter(t)
	q := p.Clone()
	q.Profile.SchoolYear = "2027-2028"
	q.Views[0].Fits = "vak"
	f, _ := packOf(t).Framework("nl-po")
	list := plan.Places(f, p, q)
	moved := []string{}
	for _, x := range list {
		if len(x.Years) != 2 || x.Years[0].Year != "2026-2027" {
			t.Fatalf("%+v", x)
		}
		if x.Moved() {
			moved = append(moved, x.Competence)
		}
	}
	if strings.Join(moved, " ") != q.Views[0].Competence {
		t.Errorf("moved: %v", moved)
	}
	if len(list) < len(p.Views) || len(list) > len(f.CompetenceIDs()) {
		t.Errorf("%d competences", len(list))
	}
}
