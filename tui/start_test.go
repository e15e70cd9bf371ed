package tui

import "testing"

func TestFirstStartLeadsToThePath(t *testing.T) {
	d := newDriver(t)
	d.on("S01")
	d.sees("Wie ben je?", "● leraar")
	d.keys("enter enter enter")
	d.on("S03")
	d.sees("Begin mijn plan voor 2026–2027", "Elf korte stappen")
	d.keys("enter")
	if d.m.plan.ID == "" || d.m.plan.Profile.SchoolYear != "2026-2027" {
		t.Errorf("no plan was made: %+v", d.m.plan.Profile)
	}
	if _, err := d.st.Load(d.m.plan.ID); err != nil {
		t.Errorf("the new plan is not in the store: %v", err)
	}
}

func TestFirstStartInEnglish(t *testing.T) {
	d := newDriver(t)
	d.keys("enter enter down")
	d.sees("Who are you?", "● English")
	d.keys("enter")
	d.sees("Begin my plan for 2026–2027")
}

func TestShareOfAJobTakesThePlaceOfThePreset(t *testing.T) {
	d := begun(t)
	d.run(d.m.openStep(1))
	d.m.top().(*profile).choose("fte")
	d.text("8")
	d.keys("enter")
	d.sees("Dat begreep ik niet: 8.")
	d.keys("backspace")
	d.text("0,8")
	d.keys("enter")
	if got := d.m.plan.Profile.FTE; got != 8000 {
		t.Errorf("share is %v", got)
	}
	d.keys("ctrl+z")
	if got := d.m.plan.Profile.FTE; got != 10000 {
		t.Errorf("after undo the share is %v", got)
	}
}
