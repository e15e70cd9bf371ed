package plan_test

import (
	"bytes"
	"reflect"
	"testing"

	"bekwaam/plan"
	"bekwaam/text"
)

// second adds an employer to the starter of the case, whose own one comes first.
func second(t *testing.T) plan.Plan {
	t.Helper()
	p := starter(t)
	p.Profile.FTE = 5000
	c, err := plan.AddEmployer(p, packOf(t), plan.Employer{ID: plan.FreeEmployerID(p), School: "School B", Board: "Bestuur B", FTE: 3000})
	if err != nil {
		t.Fatal(err)
	}
	return c.Plan
}

func must(t *testing.T) func(plan.Change, error) plan.Plan {
	return func(c plan.Change, err error) plan.Plan {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return c.Plan
	}
}

// TestSecondEmployerKeepsTheFirst: what stood in the profile becomes the first
// employer, and all of it is the profile's again once the second one goes.
func TestSecondEmployerKeepsTheFirst(t *testing.T) {
	before := starter(t)
	before.Profile.FTE = 5000
	p := second(t)
	es := p.Profile.Employers
	if len(es) != 2 || es[0].School != before.Profile.School || es[0].Board != before.Profile.Board || es[0].FTE != 5000 || es[0].Manager == nil ||
		es[0].Manager.Name != before.Profile.Manager.Name || es[0].ID == es[1].ID || p.Profile.FTE != 8000 {
		t.Fatalf("employers %+v in %v", es, p.Profile.FTE)
	}
	p = must(t)(plan.RemoveEmployer(p, packOf(t), es[1].ID))
	if !(plan.Change{Plan: p}).Same(before) {
		t.Errorf("after removing it:\n%+v\nwant\n%+v", p.Profile, before.Profile)
	}
	empty := must(t)(plan.AddEmployer(newPlan(t), packOf(t), plan.Employer{ID: "w1", School: "School A"}))
	if len(empty.Profile.Employers) != 1 {
		t.Errorf("a profile without an employer made one: %+v", empty.Profile.Employers)
	}
}

// TestWhatTheRemovedEmployerHad becomes that of the one that is left; where
// both had the same line it is the line of the one that is left.
func TestWhatTheRemovedEmployerHad(t *testing.T) {
	p := second(t)
	p.Activities[0].Employer, p.Activities[1].Employer, p.Agreements[0].Employer, p.Goals[0].Employer = "w1", "w2", plan.Both, "w1"
	ten, twenty := plan.Decimal(100_000), plan.Decimal(200_000)
	p.EntitlementLines = []plan.Line{{Line: "x", Unit: "uur", Amount: &ten, Employer: "w1"}, {Line: "x", Unit: "uur", Amount: &twenty, Employer: "w2"}, {Line: "y", Unit: "uur", Employer: "w1"}}
	p = must(t)(plan.EditEmployerConditions(p, "w2", "support", func(c *plan.Conditions) { c.Support = "van B" }))
	p = must(t)(plan.RemoveEmployer(p, packOf(t), "w1"))
	if p.Profile.School != "School B" || p.Profile.Board != "Bestuur B" || p.Profile.FTE != 3000 || p.Profile.Manager != nil || p.Conditions.Support != "van B" {
		t.Errorf("the one that is left is %+v with %+v", p.Profile, p.Conditions)
	}
	if p.Activities[0].Employer+p.Activities[1].Employer+p.Agreements[0].Employer+p.Goals[0].Employer != "" {
		t.Error("something names an employer still")
	}
	if ls := p.EntitlementLines; len(ls) != 2 || *ls[0].Amount != twenty || ls[1].Line != "y" {
		t.Errorf("lines %+v", ls)
	}
}

func TestEmployersTogether(t *testing.T) {
	day := func(m, d int) text.Date { return text.Date{Year: 2027, Month: m, Day: d} }
	for _, tt := range []struct {
		list []plan.Employer
		want plan.Share4
	}{
		{nil, 0},
		{[]plan.Employer{{FTE: 5000}, {FTE: 3000}}, 8000},
		{[]plan.Employer{{FTE: 8000, To: day(1, 31)}, {FTE: 7000, From: day(2, 1)}}, 8000},
		{[]plan.Employer{{FTE: 8000, To: day(2, 1)}, {FTE: 1000, From: day(2, 1)}}, 9000},
		{[]plan.Employer{{FTE: 2000}, {FTE: 3000, From: day(2, 1), To: day(3, 1)}, {FTE: 4000, From: day(3, 2)}}, 6000},
	} {
		if got := plan.ShareAtOnce(tt.list); got != tt.want {
			t.Errorf("%+v: %s, want %s", tt.list, got, tt.want)
		}
	}
	p := second(t)
	_, err := plan.EditEmployer(p, packOf(t), "w2", "fte", func(e *plan.Employer) { e.FTE = 5001 })
	if plan.Code(err) != plan.CodeShare {
		t.Errorf("more than a full job: %v", err)
	}
	if _, err := plan.EditEmployer(p, packOf(t), "w9", "fte", func(*plan.Employer) {}); plan.Code(err) != plan.CodeUnknown {
		t.Errorf("an unknown one: %v", err)
	}
	if _, err := plan.RemoveEmployer(p, packOf(t), "w9"); plan.Code(err) != plan.CodeUnknown {
		t.Errorf("an unknown one: %v", err)
	}
	if _, err := plan.AddEmployer(p, packOf(t), plan.Employer{ID: "w2"}); plan.Code(err) != plan.CodeTwice {
		t.Errorf("one twice: %v", err)
	}
	if _, err := plan.AddEmployer(p, packOf(t), plan.Employer{}); plan.Code(err) != plan.CodeRequired {
		t.Errorf("one without an id: %v", err)
	}
	p = must(t)(plan.EditEmployer(p, packOf(t), "w1", "school", func(e *plan.Employer) { e.School, e.ID = "School C", "x" }))
	if p.Profile.School != "School C" || p.Profile.Employers[0].ID != "w1" {
		t.Errorf("the first employer stands in the profile as %q, id %s", p.Profile.School, p.Profile.Employers[0].ID)
	}
}

// TestConditionsOfAnEmployer begin with those of all, and are none of their
// own once they are the same again.
func TestConditionsOfAnEmployer(t *testing.T) {
	p := second(t)
	all := p.Conditions.Support
	p = must(t)(plan.EditEmployerConditions(p, "w2", "time", func(c *plan.Conditions) { c.Time = "kanarie-tijd" }))
	if c := plan.ConditionsOf(p, "w2"); c.Time != "kanarie-tijd" || c.Support != all || plan.ConditionsOf(p, "w1").Time == "kanarie-tijd" {
		t.Errorf("conditions %+v", c)
	}
	if e := plan.For(p, packOf(t), plan.Board, "w1"); bytes.Contains(e.Payload(), []byte("kanarie-tijd")) {
		t.Error("the conditions of one stand in the file of the other")
	}
	p = must(t)(plan.EditEmployerConditions(p, "w2", "time", func(c *plan.Conditions) { c.Time = p.Conditions.Time }))
	if p.Profile.Employers[1].Conditions != nil {
		t.Errorf("conditions of its own that are those of all: %+v", p.Profile.Employers[1].Conditions)
	}
	if got := must(t)(plan.EditEmployerConditions(p, "", "time", func(c *plan.Conditions) { c.Time = "x" })); got.Conditions.Time != "x" {
		t.Error("those of all did not change")
	}
	if _, err := plan.EditEmployerConditions(p, "w9", "time", func(*plan.Conditions) {}); plan.Code(err) != plan.CodeUnknown {
		t.Errorf("an unknown employer: %v", err)
	}
	p.Conditions.Employer = "w1"
	if got := plan.ConditionsOf(p, "w2"); !reflect.DeepEqual(got, plan.Conditions{}) {
		t.Errorf("conditions of one are those of the other: %+v", got)
	}
}

// TestOneBoardAndWorkForOneself: the lines of the agreement count at the board
// only, and a file says nothing of the other way of working.
func TestOneBoardAndWorkForOneself(t *testing.T) {
	pack := packOf(t)
	p := second(t)
	p.Profile.Employment = "meer-besturen"
	p = must(t)(plan.EditEmployer(p, pack, "w2", "employment", func(e *plan.Employer) { e.Employment = "zzp" }))
	p = must(t)(plan.AddLine(p, plan.Line{Line: "eigen-x", Unit: "uur"}))
	if !plan.HasAgreement(p, pack) || plan.WithoutBoard(p, pack) || !plan.SeveralEmployers(p, pack) {
		t.Error("with a board and an own firm there is a board")
	}
	books := plan.Reckon(p, pack).ByEmployer
	if len(books[0].Hours.Lines) != 4 || len(books[1].Hours.Lines) != 1 || len(books[1].Money.Lines) != 0 {
		t.Errorf("lines %+v and %+v", books[0].Hours.Lines, books[1].Hours.Lines)
	}
	one, other := plan.For(p, pack, plan.Board, "w1"), plan.For(p, pack, plan.Board, "w2")
	if one.Plan.Profile.Employment != "bestuur" || one.Info.WithoutBoard || bytes.Contains(one.Payload(), []byte("meerdere besturen")) {
		t.Errorf("the board reads %q", one.Plan.Profile.Employment)
	}
	if other.Plan.Profile.Employment != "zzp" || !other.Info.WithoutBoard || bytes.Contains(other.Payload(), []byte("po-starter-hours")) {
		t.Errorf("the client reads %q", other.Plan.Profile.Employment)
	}
	p.Profile.Employment = "tussen"
	if !plan.WithoutBoard(p, pack) || plan.CheckEmployer(p, pack, plan.Board, "") != nil {
		t.Error("between jobs there is an employer")
	}
}

// TestSameLineAtTwoEmployers is two lines, each changed by itself.
func TestSameLineAtTwoEmployers(t *testing.T) {
	p := second(t)
	p.EntitlementLines = []plan.Line{{Line: "x", Unit: "uur", Employer: "w1", Note: "a"}, {Line: "x", Unit: "uur", Employer: "w2", Note: "b"}, {Line: "y", Unit: "uur", Note: "c"}}
	p.Activities[0].HoursLine = "x"
	for id, note := range map[string]string{"x\x00w1": "a", "x\x00w2": "b", "x": "a", "y\x00w2": "c"} {
		if l, ok := plan.LineAt(p, id); !ok || l.Note != note {
			t.Errorf("%q is %+v", id, l)
		}
	}
	if _, ok := plan.LineAt(p, "z"); ok {
		t.Error("a line that is not there")
	}
	p = must(t)(plan.EditLine(p, "x\x00w2", "carried_in", func(l *plan.Line) { l.CarriedIn, l.Line = 4, "z" }))
	if a, b := p.EntitlementLines[0], p.EntitlementLines[1]; a.CarriedIn != 0 || b.CarriedIn != 4 || b.Line != "x" || b.Edited {
		t.Errorf("%+v %+v", a, b)
	}
	p = must(t)(plan.RemoveLine(p, "x\x00w1"))
	if len(p.EntitlementLines) != 2 || p.EntitlementLines[0].Employer != "w2" || p.Activities[0].HoursLine != "x" {
		t.Errorf("after removing one %+v", p.EntitlementLines)
	}
	p = must(t)(plan.RemoveLine(p, "x\x00w2"))
	if len(p.EntitlementLines) != 1 || p.Activities[0].HoursLine != "" {
		t.Errorf("after removing both %+v", p.EntitlementLines)
	}
}
