package tui

import (
	"strings"
	"testing"

	"bekwaam/plan"
)

// manyGoals is S40 with eight goals, the last one kept for later.
func manyGoals(t testing.TB) *driver {
	p := planned(t)
	for _, name := range []string{"Rekenen", "Spelling", "Muziek", "Gym", "Tekenen"} {
		p.Goals = append(p.Goals, plan.Goal{ID: "x" + name, Title: name})
	}
	p.Goals[7].KeptFor = "2027-2028"
	d := with(t, p)
	d.run(d.m.openStep(4))
	return d
}

func TestSearchFromSixGoalsOn(t *testing.T) {
	d := manyGoals(t)
	d.sees("enter open   n nieuw doel   + - volgorde   / zoek   ? hulp")
	d.keys("/")
	d.text("muziek")
	d.sees("/   muziek", "› 3 Elke week muziek", "6 Muziek", `2 van 8 getoond: 6 verborgen door "muziek".`)
	d.keys("down enter")
	d.sees("› 6 Muziek")
	d.keys("d")
	d.sees("Weggehaald: doel 6.")
	if len(d.m.plan.Goals) != 7 {
		t.Errorf("%d goals are left, want 7", len(d.m.plan.Goals))
	}
	d.keys("u")
	d.sees("› 6 Muziek", "5 Spelling") // it is shown, so nothing hides it
	d.keys("f end")
	d.sees(`7 van 8 getoond: 1 verborgen door "doelen van dit jaar".`)
	d.keys("f")
	d.sees(`1 van 8 getoond: 7 verborgen door "bewaard voor later".`, "Tekenen")
	d.keys("f / z z z esc")
	d.on("S40")
	if strings.Contains(d.frame(), "getoond") {
		t.Errorf("something is still hidden:\n%s", d.frame())
	}
	d.keys("esc")
	d.on("S05")
}

func TestFewGoalsNeedNoSearch(t *testing.T) {
	d := goalsOpen(t)
	d.keys("/ f")
	d.on("S40")
	if f := d.frame(); strings.Contains(f, "zoek") || strings.Contains(f, "getoond") {
		t.Errorf("three goals can be searched:\n%s", f)
	}
}
