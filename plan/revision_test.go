package plan_test

import (
	"math/rand/v2"
	"testing"

	"bekwaam/plan"
)

// The history is only ever added to; undo and redo follow from it. Beside it
// runs the simplest model of the same: two stacks of texts.
func TestUndoAndRedo(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 1))
		text := "0"
		at := []string{"", text} // the plan at each revision
		revs := []plan.Revision{{N: 1, Act: plan.Act{Name: "new"}}}
		var undo, redo []string
		for step := range 60 {
			rev := plan.Revision{N: len(revs) + 1}
			switch n := r.IntN(10); {
			case n < 4:
				undo, redo = append(undo, text), nil
				text = string(rune('a' + step%26))
			case n < 5:
				rev.Act.Fixed = true
				undo, redo = nil, nil
				text += "!"
			case n < 8:
				target, ok := plan.UndoTarget(revs)
				if ok != (len(undo) > 0) {
					t.Fatalf("seed %d: undo offered %v, want %v", seed, ok, len(undo) > 0)
				}
				if !ok {
					continue
				}
				rev.Undoes = target.N
				redo, text = append(redo, text), at[target.N-1]
				if want := undo[len(undo)-1]; text != want {
					t.Fatalf("seed %d: undo leads to %q, want %q", seed, text, want)
				}
				undo = undo[:len(undo)-1]
			default:
				target, ok := plan.RedoTarget(revs)
				if ok != (len(redo) > 0) {
					t.Fatalf("seed %d: redo offered %v, want %v", seed, ok, len(redo) > 0)
				}
				if !ok {
					continue
				}
				rev.Redoes = target.N
				undo, text = append(undo, text), at[target.N]
				if want := redo[len(redo)-1]; text != want {
					t.Fatalf("seed %d: redo leads to %q, want %q", seed, text, want)
				}
				redo = redo[:len(redo)-1]
			}
			revs, at = append(revs, rev), append(at, text)
		}
	}
}

func TestRestore(t *testing.T) {
	old := starter(t)
	old.State = plan.Draft
	c, err := plan.RemoveGoal(old, "d1")
	if err != nil {
		t.Fatal(err)
	}
	now := c.Plan
	now.Revision, now.State = 9, plan.Active
	now.Versions = []plan.Version{{Number: 1}}
	got := plan.Restore(now, old)
	if len(got.Goals) != 3 || got.Revision != 9 || got.State != plan.Active || len(got.Versions) != 1 {
		t.Errorf("restored %d goals, revision %d, %s, %d versions", len(got.Goals), got.Revision, got.State, len(got.Versions))
	}
	got.Versions[0].Number, got.Goals[0].Title = 5, "x"
	if now.Versions[0].Number != 1 || old.Goals[0].Title == "x" {
		t.Error("what was restored shares something with its sources")
	}
}
