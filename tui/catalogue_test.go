package tui

import (
	"strings"
	"testing"

	"bekwaam/plan"
)

func TestCatalogueFitsTheGoal(t *testing.T) {
	d := activitiesEmpty(t)
	d.keys("n")
	d.sees("kiezen voor doel 1", "past bij doel 1 Vlotte overgangen", `3 van 27 getoond: 24 verborgen door "past bij doel 1". Toets f toont alles.`)
	d.sees("Je kiest één kijkvraag en bezoekt een les.", "in eigen klas")
	d.keys("f")
	d.sees("f   alles", "Samen voor de klas")
	d.keys("end")
	d.sees("Alle 27 staan hier.")
	d.keys("f")
	d.sees("zonder kosten")
	d.keys("f")
	d.sees("samen met anderen")
	d.keys("f")
	d.sees("in eigen klas")
	d.keys("f")
	d.sees("past bij doel 1")
}

func TestSearchInBothLanguages(t *testing.T) {
	d := activitiesEmpty(t)
	d.keys("n space /") // the filter leaves nothing of these words
	d.text("podcast")
	d.sees("f   alles", "Lezen of luisteren", `1 van 27 getoond: 26 verborgen door "podcast".`, "Gekozen: 1")
	d.keys("enter space")
	d.sees("Gekozen: 2")
	d.keys("esc")
	d.on("S51")
	d.sees("geen zoekwoord", "past bij doel 1")
	d.keys("/")
	d.text("classroom nothing")
	d.keys("esc esc")
	d.on("S50")
	if len(d.m.plan.Activities) != 0 {
		t.Fatal("esc added something")
	}
	d.keys("n")
	d.sees("Gekozen: 2")
	d.keys("enter")
	if got := d.order(); got != "Kijken bij een collega|Lezen of luisteren" {
		t.Errorf("added %s", got)
	}
	d.keys("u")
	if len(d.m.plan.Activities) != 0 {
		t.Error("one undo did not take all of them back")
	}
}

func TestEnterTakesTheSelectedOne(t *testing.T) {
	d := activitiesEmpty(t)
	d.keys("n down enter")
	d.sees("1 activiteit staat in je plan.")
	d.selected("Gesprek met starterscoach")
}

func TestSearchInVain(t *testing.T) {
	d := catalogueNothing(t)
	d.sees(`Niets gevonden met "kalligrafie". Enter maakt er een eigen activiteit van.`, `0 van 27 getoond: 27 verborgen door "kalligrafie".`)
}

func TestOwnActivityFromTheWords(t *testing.T) {
	d := activitiesEmpty(t)
	d.keys("n /")
	d.text("kalligrafie in groep 5")
	d.sees(`Niets gevonden met "kalligrafie in groep 5".`, "activiteit van.")
	d.keys("enter")
	d.on("S50")
	a := d.m.plan.Activities[0]
	if a.Kind != ownKind || a.Description != "kalligrafie in groep 5" || !a.For("d1") {
		t.Errorf("%+v", a)
	}
}

func TestCatalogueMovesAndClicks(t *testing.T) {
	d := activitiesEmpty(t)
	d.keys("n f end")
	last := d.frame()
	if !strings.Contains(last, "Alles wat hier niet staat") {
		t.Errorf("end does not show the last one:\n%s", last)
	}
	d.keys("pgup pgdown home")
	d.selected("[ ] Kijken bij een collega")
	d.m.top().Update(d.m.env(), clickMsg{Row: "coachgesprek", Cell: 1})
	d.selected("[x] Gesprek met starterscoach")
	d.m.top().Update(d.m.env(), clickMsg{Row: "coachgesprek", Cell: 20})
	d.selected("[ ] Gesprek met starterscoach")
	d.size(60, 16)
	d.keys("end")
	d.sees("Alle 27 staan hier.")
}

func TestCatalogueWithoutAPartOfTheFramework(t *testing.T) {
	p := busy(t)
	p.Activities = p.Activities[:2]
	p.Goals[1].Competences, p.Activities[1].Goals = nil, []string{"d1"}
	d := step5(t, p)
	d.keys("n")
	d.sees("kiezen voor doel 2", "f   alles")
}

func TestKindsForCoachesAndAssessors(t *testing.T) {
	own := []string{"Training tot starterscoach", "Leernetwerk van starterscoaches", "Training en intervisie van assessoren"}
	for _, test := range []struct {
		also []string
		all  string
		sees []bool
	}{
		{nil, "Alle 27 staan hier.", []bool{false, false, false}},
		{[]string{plan.RoleCoach}, "Alle 29 staan hier.", []bool{true, true, false}},
		{[]string{plan.RoleAssessor}, "Alle 28 staan hier.", []bool{false, false, true}},
		{[]string{plan.RoleCoach, plan.RoleAssessor}, "Alle 30 staan hier.", []bool{true, true, true}},
	} {
		p := busy(t)
		p.Activities, p.Profile.Also = nil, test.also
		d := step5(t, p)
		d.keys("n f end")
		d.sees(test.all)
		for i, name := range own {
			d.m.top().(*catalogue).box.Clear()
			d.keys("/")
			d.text(strings.ToLower(name))
			if got := strings.Contains(d.frame(), "[ ] "+name); got != test.sees[i] {
				t.Errorf("also %v: %s is there: %v\n%s", test.also, name, got, d.frame())
			}
			d.keys("esc")
		}
	}
}
