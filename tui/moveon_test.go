package tui

import (
	"testing"

	"bekwaam/plan"
)

func TestMovingOnInOneFlow(t *testing.T) {
	d := leaving(t)
	toWhatGoes(d)
	d.on("S118")
	d.sees("[ ] Vlotte overgangen", "[ ] Overgangskaart", "[ ] Ilse komt kijken bij de rekenles.")
	d.keys("space")
	d.sees("[x] Vlotte overgangen")
	d.keys("end enter")
	d.on("S119")
	d.sees("basisschool De Wilgenhof, tot en met 31 jan 2027", "basisschool De Boog, vanaf 1 feb 2027", "Je vastgelegde fase blijft staan: startbekwaam")
	if d.m.plan.Profile.School != "basisschool De Wilgenhof" {
		t.Error("looking ahead changed the plan")
	}
	d.keys("enter")
	p := d.m.plan
	if p.Profile.School != "basisschool De Boog" || p.Profile.Employers[1].FTE != 5000 || p.Profile.Coach != nil || p.Profile.PhaseRecorded == nil {
		t.Fatalf("%+v", p.Profile)
	}
	if p.Goals[0].Employer != "" || p.Goals[1].Employer == "" || p.Activities[0].Status != plan.Dropped || p.Agreements[1].Reason != "Andere school." {
		t.Errorf("%+v %+v", p.Goals, p.Agreements)
	}
	d.sees("Je bent overgestapt.", "Maak een archief")
	d.keys("enter")
	d.sees("Het archief is gemaakt en opnieuw gelezen: Documenten › bekwaam ›", "Wis op deze computer")
	d.keys("u")
	if d.m.plan.Profile.School != "basisschool De Wilgenhof" {
		t.Errorf("undone: %+v", d.m.plan.Profile)
	}
	d.sees("[ Ga verder bij je nieuwe werk ]")
	d.keys("end enter down enter")
	if d.m.stepHere() != 7 {
		t.Errorf("on step %d", d.m.stepHere())
	}
}

func TestMovingOnSaysWhatIsMissing(t *testing.T) {
	d := lookingBack(t, winter(t), 1, 20, 9)
	d.show(newMoveOn(d.m))
	d.keys("tab tab tab tab tab tab tab tab tab tab enter end enter")
	d.on("S119")
	d.sees("Er stopt iets dat nog liep.")
	revision := d.m.plan.Revision
	d.keys("enter")
	d.on("S118")
	if d.m.plan.Revision != revision {
		t.Error("something changed")
	}
	d = leaving(t)
	toWhatGoes(d)
	d.keys("end enter enter")
	d.m.deps.Work.(*desk).fail = LostFiles{"kaart.pdf"}
	d.keys("enter")
	d.sees("In het archief ontbreekt kaart.pdf")
	d.m.deps.Work.(*desk).fail = errNotSaved
	d.keys("enter")
	d.sees("Het archief lukte niet.")
}
