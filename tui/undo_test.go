package tui

import (
	"testing"

	"bekwaam/plan"
)

// TestUndoReachesYesterday starts the program anew on the store of an earlier
// one: what was done then can be taken back and brought again.
func TestUndoReachesYesterday(t *testing.T) {
	d := withNoor(t)
	c, err := plan.RemoveGoal(d.m.plan, "d2")
	d.run(commit(c, err)(d.m))
	id := d.m.plan.ID
	p, err := d.st.Load(id)
	if err != nil {
		t.Fatal(err)
	}
	revs, err := d.st.AllRevisions(id)
	if err != nil {
		t.Fatal(err)
	}
	deps := *d.m.deps
	deps.Settings = d.m.settings
	d.m = New(&deps, d.m.rows, p, revs)
	d.size(80, 24)
	d.keys("enter u")
	if len(d.m.plan.Goals) != 2 {
		t.Fatalf("after undo there are %d goals:\n%s", len(d.m.plan.Goals), d.frame())
	}
	d.sees("Ongedaan: doel Zien wie het snapt is terug")
	d.keys("U")
	if len(d.m.plan.Goals) != 1 {
		t.Errorf("after redo there are %d goals", len(d.m.plan.Goals))
	}
}

func TestFrozenVersionTakesNoText(t *testing.T) {
	d := withNoor(t)
	c, err := plan.Sign(d.m.plan, plan.Actor{Name: "Noor Bakker", At: fixed()}, "00")
	d.run(commit(c, err)(d.m))
	d.run(d.m.openStep(1))
	d.m.top().(*profile).choose("school")
	before := d.m.plan.Profile.School
	d.text("x")
	d.sees("Deze versie is getekend.")
	d.keys("tab")
	if d.m.plan.Profile.School != before {
		t.Error("a signed version was changed")
	}
	d.keys("esc n")
	d.sees("Versie 2 is begonnen")
	d.keys("enter")
}

// TestSavesAreNeverLostOrReordered types faster than the disk: what is saved
// last is the newest.
func TestSavesAreNeverLostOrReordered(t *testing.T) {
	d := withNoor(t)
	d.run(d.m.openStep(1))
	d.m.top().(*profile).choose("group")
	for range 20 {
		d.text("x")
		d.keys("tab shift+tab")
	}
	p, err := d.st.Load(d.m.plan.ID)
	if err != nil {
		t.Fatal(err)
	}
	if p.Profile.Group != d.m.plan.Profile.Group || p.Revision != d.m.plan.Revision {
		t.Errorf("the store has %q at %d, the screen %q at %d", p.Profile.Group, p.Revision, d.m.plan.Profile.Group, d.m.plan.Revision)
	}
}
