package tui

import (
	"errors"
	"strings"
	"testing"

	"bekwaam/plan"
)

// fullShelf takes nothing until there is room.
type fullShelf struct {
	shelf
	full bool
	why  string
	last *[]Entry
}

type refusal struct{ why string }

func (refusal) Error() string { return "refused" }
func (r refusal) Why() string { return r.why }
func (r refusal) Again() bool { return r.why == "full" }

func (k *fullShelf) Save(entries []Entry) error {
	if k.full {
		return refusal{k.why}
	}
	*k.last = append(*k.last, entries...)
	return k.shelf.Save(entries)
}

func TestWhatWasNotSavedIsSavedOnceThereIsRoom(t *testing.T) {
	d := begun(t)
	var kept []Entry
	k := &fullShelf{shelf: d.m.deps.Keeper.(shelf), full: true, why: "full", last: &kept}
	d.m.deps.Keeper = k
	p := d.m.plan.Clone()
	p.QuestionToCoach = "Past dit?"
	d.run(d.m.commit(plan.Change{Plan: p, Act: plan.Act{Name: "question"}}))
	d.sees("NIET BEWAARD", "De schijf is vol", "bekwaam-nood-", "Bewaar nu opnieuw")
	d.keys("enter") // still full
	d.sees("NIET BEWAARD", "Bewaar nu opnieuw")
	k.full = false
	d.keys("enter")
	d.sees("bewaard", "Alles is nu bewaard.")
	if strings.Contains(d.frame(), "NIET BEWAARD") {
		t.Errorf("still says that something is not saved:\n%s", d.frame())
	}
	if len(kept) != 1 || kept[0].Plan.QuestionToCoach != "Past dit?" || len(d.m.Unsaved()) != 0 {
		t.Errorf("kept %d, unsaved %d", len(kept), len(d.m.Unsaved()))
	}
	got, err := d.st.Load(p.ID)
	if err != nil || got.QuestionToCoach != "Past dit?" {
		t.Errorf("on disk %q, %v", got.QuestionToCoach, err)
	}
	d.run(d.m.commit(plan.Change{Plan: plan.Restore(p, d.m.plan), Act: plan.Act{Name: "question"}}))
	if d.m.failed != nil {
		t.Error("and then saves no more")
	}
}

func TestNotSavedSaysWhy(t *testing.T) {
	for why, want := range map[string]string{
		"changed": "Het bestand is buiten bekwaam veranderd.", "denied": "bekwaam mag hier niet schrijven.", "other": "Bewaren lukte niet.",
	} {
		d := begun(t)
		d.m.failed = refusal{why}
		d.show(newNotSaved(d.m))
		d.sees(want, "Stop bekwaam en start het opnieuw")
		if strings.Contains(d.frame(), "Bewaar nu opnieuw") {
			t.Errorf("%s: offers to try again", why)
		}
	}
	if whyNotSaved(errors.New("x")) != "other" || canSaveAgain(errors.New("x")) {
		t.Error("an unknown error is no reason to try again")
	}
}
