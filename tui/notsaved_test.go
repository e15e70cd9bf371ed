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

// narrowShelf takes settings while it is full for plans, as a disk does on which
// a small line still fits, and then nothing any more.
type narrowShelf struct {
	*fullShelf
	broken   bool
	settings int
}

func (k *narrowShelf) Save(entries []Entry) error {
	if k.broken {
		return refusal{"changed"}
	}
	return k.fullShelf.Save(entries)
}

func (k *narrowShelf) SaveSettings(s Settings) error {
	if k.broken = k.full; k.broken {
		return refusal{"full"}
	}
	k.settings++
	return k.fullShelf.SaveSettings(s)
}

// TestSettingsWaitForAPlanThatIsNotSaved changes a setting while the disk is
// full: it is written after the plan, and nobody says that the plan is saved.
func TestSettingsWaitForAPlanThatIsNotSaved(t *testing.T) {
	d := begun(t)
	var kept []Entry
	k := &narrowShelf{fullShelf: &fullShelf{shelf: d.m.deps.Keeper.(shelf), full: true, why: "full", last: &kept}}
	d.m.deps.Keeper = k
	p := d.m.plan.Clone()
	p.QuestionToCoach = "Past dit?"
	d.run(d.m.commit(plan.Change{Plan: p, Act: plan.Act{Name: "question"}}))
	d.run(d.m.change(func(s *Settings) { s.Ascii = true }))
	d.send(settingsMsg{refusal{"full"}}) // one that was under way
	if strings.Contains(d.frame(), "Je plan wel") {
		t.Errorf("says that the plan is saved:\n%s", d.frame())
	}
	if k.broken {
		t.Error("settings went to a disk that has no room for the plan")
	}
	k.full = false
	d.keys("enter")
	d.sees("Alles is nu bewaard.")
	if len(kept) != 1 || k.settings != 1 || !d.m.settings.Ascii {
		t.Errorf("kept %d, settings %d", len(kept), k.settings)
	}
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
