package plan_test

import (
	"slices"
	"testing"

	"bekwaam/plan"
)

func TestLooseEnds(t *testing.T) {
	known := func(id string) bool { return id == "po-di" }
	p := starter(t)
	if got := plan.LooseEnds(p, func(string) bool { return true }); len(got) > 0 {
		t.Errorf("loose ends of a whole plan: %v", got)
	}
	p = plan.Plan{
		Goals:      []plan.Goal{{ID: "d1"}},
		Agreements: []plan.Agreement{{ID: "g1"}},
		Evidence:   []plan.Evidence{{ID: "b1", Goals: []string{"d1", "d2"}}},
		Activities: []plan.Activity{{ID: "a1", Goals: []string{"d1", "d9"}, HoursLine: "weg"}, {ID: "a2", HoursLine: "po-di"}, {ID: "a3", HoursLine: "eigen"}},
		Notes: []plan.Note{{ID: "n1", About: "d1", TakenInto: "g1"}, {ID: "n2", About: "d8", Follows: "n1", TakenInto: "g7"},
			{ID: "n3", About: "plan", Follows: "n9"}, {ID: "n4", About: "nl-po/klimaat/groep"}},
		Observations:     []plan.Observation{{ID: "o1", About: "a9", Follows: "o0"}},
		EntitlementLines: []plan.Line{{Line: "eigen"}},
		Midyear:          &plan.Midyear{GoalsAdjusted: []plan.Adjustment{{Goal: "d5"}}},
		Evaluation:       &plan.Evaluation{PerGoal: []plan.GoalEvaluation{{Goal: "d6"}}},
		Confirmations:    []plan.Confirmation{{ID: "c1", About: "midyear"}, {ID: "c2", About: "a8"}},
		Versions:         []plan.Version{{Number: 1}},
		Signatures:       []plan.Signature{{Role: "teacher", Version: 1}, {Role: "coach", Version: 2}, {Role: "manager"}},
		Assessment: &plan.Assessment{Separate: []plan.Judging{{ID: "j1", Judgements: []plan.Judgement{{Evidence: []string{"b1", "b4"}}}}},
			Agreed: &plan.Advice{Judgements: []plan.Judgement{{Evidence: []string{"b5"}}}}},
	}
	want := []plan.Loose{
		{Where: "activities/a1", Field: "goals", To: "d9"}, {Where: "activities/a1", Field: "hours_line", To: "weg"},
		{Where: "evidence/b1", Field: "goals", To: "d2"},
		{Where: "observations/o1", Field: "about", To: "a9"}, {Where: "observations/o1", Field: "follows", To: "o0"},
		{Where: "notes/n2", Field: "about", To: "d8"}, {Where: "notes/n2", Field: "taken_into", To: "g7"},
		{Where: "notes/n3", Field: "follows", To: "n9"},
		{Where: "midyear", Field: "goals_adjusted", To: "d5"}, {Where: "evaluation", Field: "goal", To: "d6"},
		{Where: "confirmations/c2", Field: "about", To: "a8"},
		{Where: "signatures/coach", Field: "version", To: "2"},
		{Where: "assessment/j1", Field: "evidence", To: "b4"}, {Where: "assessment/agreed", Field: "evidence", To: "b5"},
	}
	if got := plan.LooseEnds(p, known); !slices.Equal(got, want) {
		t.Errorf("loose ends\n%v\nwant\n%v", got, want)
	}
}

// The history begins anew where old revisions were thinned out.
func TestNothingBeforeAGapIsTakenBack(t *testing.T) {
	rev := func(n int) plan.Revision { return plan.Revision{N: n, Act: plan.Act{Name: "edit"}} }
	revs := []plan.Revision{rev(1), rev(2), rev(40), rev(41), rev(42)}
	for _, want := range []int{42, 41, 0} {
		got, ok := plan.UndoTarget(revs)
		if ok != (want > 0) || got.N != want {
			t.Fatalf("undo takes %d back, want %d", got.N, want)
		}
		if ok {
			revs = append(revs, plan.Revision{N: revs[len(revs)-1].N + 1, Undoes: got.N})
		}
	}
	for _, want := range []int{41, 42, 0} {
		got, ok := plan.RedoTarget(revs)
		if ok != (want > 0) || got.N != want {
			t.Fatalf("redo brings %d back, want %d", got.N, want)
		}
		if ok {
			revs = append(revs, plan.Revision{N: revs[len(revs)-1].N + 1, Redoes: got.N})
		}
	}
	// What was taken back before the gap is not brought back after it.
	revs = []plan.Revision{rev(1), {N: 7, Undoes: 6}, {N: 8, Undoes: 5}, rev(9), {N: 10, Undoes: 9}}
	if got, ok := plan.RedoTarget(revs); !ok || got.N != 9 {
		t.Errorf("redo brings %d back, want 9", got.N)
	}
	if got, ok := plan.UndoTarget(revs); ok {
		t.Errorf("undo takes %d back, want nothing", got.N)
	}
}
