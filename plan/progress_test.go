package plan_test

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"bekwaam/plan"
	"bekwaam/text"
)

var built = []int{1, 2, 3, 4, 5, 6, 7, 8}

// A plan grows step by step; each row says what the path looks like after it,
// one sign a step: . open, o begun, x done.
func TestProgressAlongThePath(t *testing.T) {
	pack := packOf(t)
	c, err := plan.New("p", "2026-2027", pack, "nl-po", "nl")
	if err != nil {
		t.Fatal(err)
	}
	p := c.Plan
	on := func(month, day int) text.Date { return text.Date{Year: 2026, Month: month, Day: day} }
	tests := []struct {
		name string
		do   func(*plan.Plan)
		path string
		next int
	}{
		{"new", func(*plan.Plan) {}, "...........", 1},
		{"name", func(p *plan.Plan) { p.Profile.Name = "Noor Bakker" }, "o..........", 1},
		{"school", func(p *plan.Plan) { p.Profile.School = "De Wilgenhof" }, "x..........", 2},
		{"an open answer", func(p *plan.Plan) { p.Survey.Open = map[string]string{"trots": "ja"} }, "xo.........", 2},
		{"a sentence", func(p *plan.Plan) {
			p.Views = []plan.View{{Competence: "nl-po/klimaat/relatie", Fits: "start", Want: 4}}
		}, "xo.........", 3},
		{"a reason", func(p *plan.Plan) { p.Focus.Reason = "daarom" }, "xoo........", 3},
		{"a focus", func(p *plan.Plan) { p.Focus.Competences = []string{"nl-po/klimaat/relatie"} }, "xox........", 4},
		{"an empty goal", func(p *plan.Plan) { p.Goals = []plan.Goal{{ID: "d1"}} }, "xoxo.......", 4},
		{"a question", func(p *plan.Plan) { p.Goals[0].Question, p.Goals[0].Deadline = "Hoe?", on(12, 1) }, "xoxx.......", 5},
		{"a dropped activity", func(p *plan.Plan) { p.Activities = []plan.Activity{{ID: "a1", Status: plan.Dropped}} }, "xoxxo......", 5},
		{"an activity", func(p *plan.Plan) { p.Activities[0].Status = plan.Planned }, "xoxxx......", 6},
		{"a condition", func(p *plan.Plan) { p.Conditions.Support = "ja" }, "xoxxxx.....", 8},
		{"a coach", func(p *plan.Plan) { p.Profile.Coach = &plan.Person{Name: "Ilse Vermeer"} }, "xoxxxx.....", 7},
		{"a question to the coach", func(p *plan.Plan) { p.QuestionToCoach = "Te veel?" }, "xoxxxxo....", 7},
		{"with the coach", func(p *plan.Plan) {
			p.State, p.Moves = plan.Submitted, []plan.Move{{Act: "submit", To: plan.Submitted, At: "2026-10-12T10:00:00Z"}}
		}, "xoxxxxo....", 8},
		{"back with a question", func(p *plan.Plan) { p.State = plan.Returned }, "xoxxxxo....", 7},
		{"discussed", func(p *plan.Plan) {
			p.State, p.Moves = plan.Discussed, append(p.Moves, plan.Move{Act: "return", To: plan.Discussed})
		}, "xoxxxxx....", 8},
		{"signed", func(p *plan.Plan) {
			c, err := plan.Sign(*p, plan.Actor{Name: "Noor Bakker", At: time.Date(2026, 11, 3, 15, 8, 0, 0, time.UTC)}, "")
			if err != nil {
				t.Fatal(err)
			}
			*p = c.Plan
		}, "xoxxxxxx...", 0},
		{"evidence before the start", func(p *plan.Plan) { p.Evidence = []plan.Evidence{{ID: "b1"}} }, "xoxxxxxx...", 0},
		{"running", func(p *plan.Plan) { p.State = plan.Active }, "xoxxxxxxo..", 0},
		{"half-way begun", func(p *plan.Plan) { p.Midyear = &plan.Midyear{WhatWorked: "veel"} }, "xoxxxxxxoo.", 0},
		{"half-way", func(p *plan.Plan) { p.Midyear.Date = on(12, 9) }, "xoxxxxxxox.", 0},
		{"looking back", func(p *plan.Plan) { p.Evaluation = &plan.Evaluation{} }, "xoxxxxxxoxo", 0},
		{"closed", func(p *plan.Plan) { p.State = plan.Closed }, "xoxxxxxxxxx", 0},
	}
	signs := map[plan.StepState]string{plan.StepOpen: ".", plan.StepBegun: "o", plan.StepDone: "x"}
	for _, tt := range tests {
		tt.do(&p)
		before := p.Clone()
		steps := plan.Progress(p, pack)
		var path strings.Builder
		for i, s := range steps {
			if s.Number != i+1 {
				t.Errorf("step %d stands in place %d", s.Number, i+1)
			}
			path.WriteString(signs[s.State])
		}
		if got := path.String(); got != tt.path {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.path)
		}
		if next := plan.NextStep(steps, built...); next != tt.next {
			t.Errorf("%s: next is %d, want %d", tt.name, next, tt.next)
		}
		if !reflect.DeepEqual(p, before) {
			t.Errorf("%s: looking changed the plan", tt.name)
		}
	}
}

func TestProgressDetails(t *testing.T) {
	p := starter(t)
	p.Goals[2].KeptFor = "2027-2028"
	steps := plan.Progress(p, packOf(t))
	counts := map[int][]plan.Count{
		2: {{What: plan.CountOpen, N: 6, Of: 6}, {What: plan.CountViews, N: 20, Of: 35}, {What: plan.CountContext, N: 15, Of: 16}},
		4: {{What: plan.CountGoals, N: 2}, {What: plan.CountKept, N: 1}},
		5: {{What: plan.CountActivities, N: 10}},
		6: {{What: plan.CountAgreements, N: 4}, {What: plan.CountKeptWord, N: 3, Of: 4}},
		7: {{What: plan.CountNotes, N: 6}},
		8: {{What: plan.CountSigned, N: 3, Of: 3}},
		9: {{What: plan.CountEvidence, N: 14}},
		// The evaluation speaks about all three, one of which was kept for later.
		11: {{What: plan.CountEvaluated, N: 3, Of: 2}},
	}
	for n, want := range counts {
		if got := steps[n-1].Counts; !reflect.DeepEqual(got, want) {
			t.Errorf("step %d counts %v, want %v", n, got, want)
		}
	}
	if s := steps[6]; s.Name != "Wil Denkbeeld" || s.State != plan.StepDone {
		t.Errorf("coach round: %+v", s)
	}
	if s := steps[7]; s.Date.String() != "2026-11-12" || s.State != plan.StepDone || s.Name != "Noor Bedachtsma" {
		t.Errorf("signed: %+v", s)
	}
	if d := steps[9].Date.String() + " " + steps[10].Date.String(); d != "2027-02-11 2027-06-19" {
		t.Errorf("days %s", d)
	}
	p.Midyear, p.Evaluation, p.Goals[2].KeptFor = nil, nil, ""
	steps = plan.Progress(p, nil)
	if d := steps[9].Date.String() + " " + steps[10].Date.String(); d != "2027-02-09 2027-06-18" {
		t.Errorf("days planned %s", d)
	}
	if c := steps[1].Count(plan.CountViews); c.N != 20 || c.Of != 0 || steps[1].State != plan.StepBegun {
		t.Errorf("without a pack: %+v", steps[1])
	}
	if c := steps[0].Count(plan.CountViews); c.N != 0 {
		t.Error("step 1 counts no sentences")
	}
}
