package tui

import (
	"slices"
	"strings"
	"testing"

	"bekwaam/plan"
)

func TestTwoVersionsSideBySide(t *testing.T) {
	d := withVersions(t)
	revision := d.m.plan.Revision
	d.keys("v")
	d.on("S130")
	d.sees("versie 1, 28 sep 2026, getekend", "nu: versie 2, nog niet vast", "3 verschillen, 9 stukken gelijk",
		"› ~ Doel 1 Vlotte overgangen · leervraag", "~ Doel 2 Zien wie het snapt · bewaard voor", "+ Afspraak: Ik kom kijken bij de rekenles.")
	d.keys("enter")
	d.sees("was   …zodat leerlingen", "nu    …ook na het buitenspelen")
	d.keys("right right") // round the corner: the year before, then version 1
	d.sees("Geen verschil")
	d.keys("left left")
	d.send(press("shift+left"))
	d.sees("het jaar 2025–2026")
	d.keys("end up enter")
	d.sees("2 verschillen, 9 stukken gelijk", "~ Eigen zin: Relatie met leerlingen · past nu")
	if d.m.plan.Revision != revision {
		t.Error("looking changed the plan")
	}
}

func TestWhatIsGoneIsSaid(t *testing.T) {
	a := noor(t)
	b := a.Clone()
	b.Agreements, b.Goals[0].Title = nil, ""
	d := with(t, a)
	changes, same := changesBetween(d.m.env(), a, b)
	kinds := ""
	for _, c := range changes {
		kinds += c.kind + ":" + c.label + " "
	}
	if same == 0 || !strings.Contains(kinds, "changed:Korte naam") || !slices.ContainsFunc(changes, func(c textChange) bool { return c.kind == plan.DiffGone && strings.Contains(c.name, "Donderdagmiddag") }) {
		t.Errorf("%+v", changes)
	}
	if changes, _ = changesBetween(d.m.env(), a, a.Clone()); len(changes) != 0 {
		t.Errorf("the same, and different: %+v", changes)
	}
}

func TestOneVersionHasNothingBesideIt(t *testing.T) {
	d := withNoor(t)
	d.keys("v")
	d.sees("Er is nog één versie: dit concept.")
	d.keys("right")
	d.sees("Er is nog maar één versie.")
	d.keys("2")
	d.on("S131")
	d.sees("'26 2026–2027")
	p := noor(t)
	p.Views = nil
	d = with(t, p)
	d.keys("v 2")
	d.sees("Nog geen zin gekozen.")
	d.keys("1")
	d.on("S130")
}

func TestYearsInOnePicture(t *testing.T) {
	d := withVersions(t)
	d.keys("v 2")
	d.sees("Relatie met leerlingen       ·         '25          '26", "Routines en leertijd         '25       '26")
	d.keys("enter")
	d.sees("2025–2026   ", "2026–2027   ")
	d.keys("esc")
	d.on("S130")
}
