package plan_test

import (
	"fmt"
	"strings"
	"testing"

	"bekwaam/plan"
)

func todos(p plan.Plan, on string) string {
	var out []string
	for _, x := range plan.Todos(p, iso(on)) {
		s := x.What
		if x.Item != "" {
			s += " " + x.Item
		}
		if x.N > 1 {
			s += fmt.Sprintf(" (%d)", x.N)
		}
		out = append(out, s)
	}
	return strings.Join(out, ", ")
}

// calm is the case in a November in which nothing has to be done.
func calm(t *testing.T) plan.Plan {
	t.Helper()
	p := starter(t)
	p.Notes, p.Midyear, p.Evaluation, p.CarriedOver = nil, nil, nil, nil
	p.Reflections = []plan.Reflection{{ID: "r1", Date: iso("2026-11-10"), Text: "Kort."}}
	if got := todos(p, "2026-11-20"); got != "" {
		t.Fatalf("there is to do: %s", got)
	}
	return p
}

func TestWhatIsNext(t *testing.T) {
	do := must(t)
	tests := []struct {
		name, on string
		with     func(p plan.Plan) plan.Plan
		want     string
	}{
		{"a question of the coach", "2026-11-20", func(p plan.Plan) plan.Plan {
			p.Notes = []plan.Note{{ID: "n1", Kind: plan.NoteStrength, About: "d1"}, {ID: "n2", Kind: plan.NoteQuestion, About: "d1"}, {ID: "n3", Kind: plan.NoteQuestion, About: "d2"}}
			return p
		}, "answer n2 (2)"},
		{"an answered question", "2026-11-20", func(p plan.Plan) plan.Plan {
			p.Notes = []plan.Note{{ID: "n2", Kind: plan.NoteQuestion, About: "d1"}}
			p.Answers = []plan.Answer{{ID: "w1", Note: "n2", State: plan.NoteAnswered, Text: "Ja."}}
			return p
		}, ""},
		{"an agreement past its day", "2026-11-20", func(p plan.Plan) plan.Plan {
			p.Agreements[3].ByWhen = iso("2026-11-19")
			return p
		}, "past-due g4"},
		{"a talk on Thursday", "2026-11-20", func(p plan.Plan) plan.Plan {
			a := &p.Activities[1] // with the coach
			a.Status, a.Moments, a.Log = plan.Running, []string{"2026-11-26"}, nil
			a.From, a.To = iso("2026-11-26"), iso("2026-11-26")
			return p
		}, "talk a2"},
		{"a talk in eight days", "2026-11-18", func(p plan.Plan) plan.Plan {
			a := &p.Activities[1]
			a.Status, a.Moments, a.Log = plan.Running, []string{"2026-11-26"}, nil
			a.From, a.To = iso("2026-11-26"), iso("2026-11-26")
			return p
		}, ""},
		{"the Friday question on Friday", "2026-11-20", func(p plan.Plan) plan.Plan { return do(plan.AskOnFriday(p, "d1", "Ging het?")) }, "count d1"},
		{"the Friday question on Wednesday", "2026-11-18", func(p plan.Plan) plan.Plan { return do(plan.AskOnFriday(p, "d1", "Ging het?")) }, ""},
		{"the Friday question, answered on Thursday", "2026-11-20", func(p plan.Plan) plan.Plan {
			return do(plan.MarkWeek(do(plan.AskOnFriday(p, "d1", "Ging het?")), "d1", iso("2026-11-19"), plan.MarkNotCounted))
		}, ""},
		{"yesterday without hours", "2026-11-20", func(p plan.Plan) plan.Plan {
			a := &p.Activities[2]
			a.Status, a.Moments, a.Log = plan.Running, []string{"2026-11-19", "2027-02-01"}, nil
			return p
		}, "log a3"},
		{"yesterday, logged", "2026-11-20", func(p plan.Plan) plan.Plan {
			a := &p.Activities[2]
			a.Status, a.Moments = plan.Running, []string{"2026-11-19", "2027-02-01"}
			a.Log = []plan.LogEntry{{Date: iso("2026-11-19"), Hours: 4}}
			return p
		}, ""},
		{"a stretch of a month without a note", "2026-12-05", func(p plan.Plan) plan.Plan {
			a := &p.Activities[2] // from 2 November
			a.Status, a.Log = plan.Running, nil
			return p
		}, "log a3"},
		{"all hours made", "2026-11-20", func(p plan.Plan) plan.Plan {
			p.Activities[0].Status = plan.Running
			p.Activities[0].To = iso("2026-11-26")
			return p
		}, "tick a1"},
		{"no reflection for a month", "2026-12-10", func(p plan.Plan) plan.Plan { return p }, "reflect"},
		{"goals without evidence", "2026-12-09", func(p plan.Plan) plan.Plan {
			p.Evidence = nil
			return p
		}, "evidence d1 (3)"},
		{"half-way in two weeks", "2027-01-26", func(p plan.Plan) plan.Plan {
			p.Reflections[0].Date = iso("2027-01-20")
			return p
		}, "half-way midyear"},
		{"half-way, written", "2027-01-26", func(p plan.Plan) plan.Plan {
			p.Reflections[0].Date = iso("2027-01-20")
			p.Midyear = &plan.Midyear{Date: iso("2027-01-25"), WhatWorked: "Het rad."}
			return p
		}, ""},
		{"the end", "2027-06-01", func(p plan.Plan) plan.Plan {
			p.Reflections[0].Date = iso("2027-05-20")
			p.Agreements[3].Done = true
			return p
		}, "evaluate d1 (3)"},
		{"all looked back on", "2027-06-22", func(p plan.Plan) plan.Plan {
			p.Reflections[0].Date = iso("2027-06-20")
			p.Agreements[3].Done = true
			for _, g := range p.Goals {
				p = do(plan.EvaluateGoal(p, g.ID, "reason", func(e *plan.GoalEvaluation) { e.Reason = "Klaar." }))
			}
			return p
		}, "close"},
		{"closed", "2027-06-22", func(p plan.Plan) plan.Plan {
			p.State = plan.Closed
			return p
		}, "sign"},
		{"discussed", "2026-11-20", func(p plan.Plan) plan.Plan {
			p.State, p.Signatures = plan.Discussed, nil
			return p
		}, "sign"},
		{"agreed", "2026-11-20", func(p plan.Plan) plan.Plan {
			p.State = plan.Agreed
			return p
		}, "start"},
		{"a draft", "2026-11-20", func(p plan.Plan) plan.Plan {
			p.State, p.Signatures = plan.Draft, nil
			return p
		}, ""},
		{"the plan of somebody else", "2027-06-22", func(p plan.Plan) plan.Plan {
			p.EditionInfo = &plan.EditionInfo{Audience: plan.Coach}
			return p
		}, ""},
	}
	for _, tt := range tests {
		p := tt.with(calm(t))
		if got := todos(p, tt.on); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
		first, any := plan.Next(p, iso(tt.on))
		if any != (tt.want != "") || !strings.HasPrefix(tt.want, first.What) {
			t.Errorf("%s: next is %+v", tt.name, first)
		}
	}
}

func TestLineHints(t *testing.T) {
	p := starter(t)
	says := func(on string) string {
		var out []string
		for _, h := range plan.LineHints(p, packOf(t), iso(on)) {
			out = append(out, fmt.Sprintf("%s %s %s %d", h.Line, h.Kind, h.Hours, h.Cents))
		}
		return strings.Join(out, ", ")
	}
	if got := says("2026-11-20"); got != "" {
		t.Errorf("in autumn: %s", got)
	}
	if got := says("2027-02-09"); got != "po-di unused 28 0" {
		t.Errorf("half-way: %s", got)
	}
	p = must(t)(plan.EditActivity(p, "a4", "hours", func(a *plan.Activity) { *a.Hours = 400; a.Cost = 90_000 }))
	if got := says("2026-11-20"); got != "po-dev-hours overdrawn 60 0, po-dev-eur overdrawn 0 54700" {
		t.Errorf("too much planned: %s", got)
	}
	p = must(t)(plan.Log(p, "a4", plan.LogEntry{Date: iso("2027-01-20"), Hours: 400}, ""))
	if got := says("2026-11-20"); !strings.HasPrefix(got, "po-dev-hours overspent 66.75 0") {
		t.Errorf("too much spent: %s", got)
	}
}
