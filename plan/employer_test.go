package plan_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"bekwaam/plan"
	"bekwaam/text"
)

// twoJobs is a plan with two employers, the second from February on.
func twoJobs(t *testing.T) plan.Plan {
	t.Helper()
	p := starter(t)
	p.Profile.FTE = 8000
	p.Profile.Employers = []plan.Employer{
		{ID: "a", Board: "Bestuur A", School: "School A", FTE: 5000, To: text.Date{Year: 2027, Month: 1, Day: 31}},
		{ID: "b", Board: "Bestuur B", School: "School B", FTE: 3000, From: text.Date{Year: 2027, Month: 2, Day: 1}, Function: "invaller"},
	}
	return p
}

func TestEmployerForPartOfTheYear(t *testing.T) {
	p := twoJobs(t)
	available := map[string]plan.Quarters{"a": 81, "b": 48} // 80 x 0.5 x 184/365 and 80 x 0.3 x 181/365, in quarters
	for _, e := range plan.Reckon(p, packOf(t)).ByEmployer {
		if l := e.Hours.Lines[0]; l.Available != available[e.ID] {
			t.Errorf("%s has %s hours, want %s", e.ID, l.Available, available[e.ID])
		}
		// The same once the edition went through its data.
		read, _, err := plan.Read(plan.For(p, packOf(t), plan.Board, e.ID).Payload())
		if err != nil {
			t.Fatal(err)
		}
		if l := plan.Reckon(read, packOf(t)).Hours.Lines[0]; l.Available != available[e.ID] {
			t.Errorf("%s, read back, has %s hours, want %s", e.ID, l.Available, available[e.ID])
		}
	}
}

func TestEmployerEditionHoldsNothingOfTheOther(t *testing.T) {
	p := twoJobs(t)
	p.Goals = append(p.Goals, plan.Goal{ID: "kanarie-d", Question: "kanarie", Employer: "a"})
	p.Activities[1].Goals = []string{"kanarie-d", "d1"}
	p.Activities[2].HoursLine = "kanarie-lijn"
	p.EntitlementLines = append(p.EntitlementLines, plan.Line{Line: "kanarie-lijn", Unit: "uur", Employer: "a"})
	p.Evidence[1].Goals = []string{"kanarie-d"}
	p.CarriedOver = append(p.CarriedOver, plan.CarriedOver{FromGoal: "kanarie-d"})
	p.Evaluation.PerGoal = append(p.Evaluation.PerGoal, plan.GoalEvaluation{Goal: "kanarie-d"})
	p.Midyear.GoalsAdjusted = append(p.Midyear.GoalsAdjusted, plan.Adjustment{Goal: "kanarie-d"})
	p.Conditions.Employer, p.Conditions.Support = "a", "kanarie"
	p.Profile.PhaseRecorded = &plan.PhaseRecorded{Phase: "start", By: "kanarie", RecordedBy: "kanarie", Key: "kanarie"}
	p.Assessment = &plan.Assessment{Decision: &plan.PhaseRecorded{Phase: "basis", By: "kanarie"}}
	p.ExtraLines = []plan.ExtraLine{{Line: "kanarie", Kind: "days", Employer: "a"}}
	p.Signatures[0].Employer, p.Signatures[0].Name = "a", "kanarie"
	p.Share.Evaluation = true
	if err := plan.Validate(p); err != nil {
		t.Fatal(err)
	}
	for _, a := range []plan.Audience{plan.Self, plan.Coach, plan.Board} {
		e := plan.For(p, packOf(t), a, "b")
		payload := e.Payload()
		if i := bytes.Index(payload, []byte("kanarie")); i >= 0 {
			t.Errorf("%s: something of the other employer: %s", a, payload[max(0, i-80):i+10])
		}
		if a != plan.Self && bytes.Contains(payload, []byte("Bestuur A")) {
			t.Errorf("%s: the name of the other employer", a)
		}
		if _, _, err := plan.Read(payload); err != nil {
			t.Errorf("%s: cannot be read again: %v", a, err)
		}
		if q := e.Plan; q.Profile.Function != "invaller" || q.Profile.School != "School B" || len(q.Profile.Employers) > 0 {
			t.Errorf("%s: profile %+v", a, q.Profile)
		}
		for i, x := range e.Plan.Activities {
			if x.Order != i+1 || x.Employer != "" {
				t.Errorf("%s: activity %s shows that others were left out", a, x.ID)
			}
		}
	}
}

func TestEmployerThatIsNotThere(t *testing.T) {
	p := twoJobs(t)
	for _, a := range []plan.Audience{plan.Self, plan.Coach, plan.Board} {
		e := plan.For(p, packOf(t), a, "c")
		if strings.Contains(string(e.Payload()), "Noor") || len(e.Plan.Goals)+len(e.Plan.Activities) > 0 {
			t.Errorf("%s: somebody who is no employer gets something", a)
		}
		if _, _, err := plan.Read(e.Payload()); err != nil {
			t.Error(err)
		}
	}
}

func TestCheckEmployer(t *testing.T) {
	one, two := starter(t), twoJobs(t)
	tests := []struct {
		p        plan.Plan
		a        plan.Audience
		employer string
		code     string
	}{
		{one, plan.Board, "", ""}, {one, plan.Board, "a", plan.CodeUnknown}, {one, plan.Self, "", ""},
		{two, plan.Board, "", plan.CodeRequired}, {two, plan.Board, "b", ""}, {two, plan.Board, "c", plan.CodeUnknown},
		{two, plan.Coach, "", ""}, {two, plan.Self, "", ""}, {two, plan.Self, "c", plan.CodeUnknown},
	}
	for _, tt := range tests {
		err := plan.CheckEmployer(tt.p, packOf(t), tt.a, tt.employer)
		if plan.Code(err) != tt.code {
			t.Errorf("%s %q: %v, want %q", tt.a, tt.employer, err, tt.code)
		}
	}
	err := plan.CheckEmployer(two, packOf(t), plan.Board, "").(*plan.Error)
	if !slices.Equal(err.Args, []string{"a", "b"}) {
		t.Errorf("the choices are %v", err.Args)
	}
}
