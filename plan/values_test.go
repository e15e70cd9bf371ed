package plan_test

import (
	"errors"
	"reflect"
	"testing"

	"bekwaam/plan"
)

func TestCoreValuesOfTheOwnPartnership(t *testing.T) {
	p, pack := starter(t), packOf(t)
	if got := plan.OpeningValues(p, pack, "en"); len(got) != 3 || got[0].Name != "dialogue" || got[2].Question != "What do you choose yourself in this?" {
		t.Fatalf("%v", got)
	}
	own := []plan.CoreValue{{Name: "rust", Question: "Wat kan wachten?"}, {}, {Name: "moed"}}
	c, err := plan.EditCoreValues(p, own)
	if err != nil || len(c.Plan.CoreValues) != 2 || len(own) != 3 {
		t.Fatalf("%v %v", c.Plan.CoreValues, err)
	}
	if got := plan.OpeningValues(c.Plan, pack, "en"); len(got) != 2 || !reflect.DeepEqual(got[0], own[0]) {
		t.Errorf("%v", got)
	}
	again, err := plan.EditCoreValues(c.Plan, nil)
	if err != nil || again.Plan.CoreValues != nil || !again.Same(p) {
		t.Errorf("%v %v", again.Plan.CoreValues, err)
	}
	if _, err := plan.EditCoreValues(p, make([]plan.CoreValue, 0)); err != nil {
		t.Error(err)
	}
	many := []plan.CoreValue{{Name: "a"}, {Name: "b"}, {Name: "c"}, {Name: "d"}, {Name: "e"}, {Name: "f"}}
	var refused *plan.Error
	if _, err := plan.EditCoreValues(p, many); !errors.As(err, &refused) || refused.Code != plan.CodeRange {
		t.Errorf("six values: %v", err)
	}
	if got := plan.OpeningValues(p, nil, "nl"); got != nil {
		t.Errorf("without a pack: %v", got)
	}
}

// TestWhoGetsTheValues looks at the words of each edition, also of one made of
// a document whose framework nobody here knows.
func TestWhoGetsTheValues(t *testing.T) {
	p, pack := starter(t), packOf(t)
	for _, a := range []plan.Audience{plan.Self, plan.Coach, plan.Board} {
		want := 3
		if a == plan.Board {
			want = 0
		}
		e := plan.For(p, pack, a, "")
		if got := e.OpeningValues(); len(got) != want {
			t.Errorf("%s: %v", a, got)
		}
		q := plan.For(p, pack, plan.Self, "").Document()
		q.Profile.Framework = "een-ander"
		if got := plan.For(q, pack, a, "").OpeningValues(); len(got) != want {
			t.Errorf("%s of a document: %v", a, got)
		}
	}
	own, err := plan.EditCoreValues(p, []plan.CoreValue{{Name: "rust", Question: "Wat kan wachten?"}})
	if err != nil {
		t.Fatal(err)
	}
	if got := plan.For(own.Plan, pack, plan.Coach, "").OpeningValues(); !reflect.DeepEqual(got, own.Plan.CoreValues) {
		t.Errorf("%v", got)
	}
	if got := plan.For(own.Plan, pack, plan.Board, "").Plan.CoreValues; got != nil {
		t.Errorf("a board gets %v", got)
	}
}
