package tui

import (
	"testing"

	"bekwaam/plan"
	"bekwaam/templates"
)

// TestAFrameworkOfABoardIsChosen takes one that was read in, at the first step,
// finds its origin on the screen about it, and goes back by undo.
func TestAFrameworkOfABoardIsChosen(t *testing.T) {
	d := begun(t)
	f, problems := templates.OpenFramework("own.yaml", []byte(`id: eigen-po
version: '2026.1'
name: {nl: Kader van Stroomdal, en: Framework of Stroomdal}
country: NL
sector: po
valid_from: '2026-08-01'
extends: nl-po
`))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	d.m.deps.Pack = d.m.deps.Pack.Holding(f)
	d.m.deps.Own = map[string]Origin{f.Digest: {File: "own.yaml", At: fixed()}}
	d.run(d.m.openStep(1))
	d.m.top().(*profile).choose("framework")
	before := d.m.plan.Profile.Framework
	d.keys("left")
	d.sees("kader van Stroomdal, eigen kader")
	if pin := d.m.plan.Pin; d.m.plan.Profile.Framework != "eigen-po" || pin.Digest != f.Digest || pin.Version != "2026.1" {
		t.Errorf("the plan has %s and pins %+v", d.m.plan.Profile.Framework, pin)
	}
	if kinds := d.m.pack().KindsFor("eigen-po", "start", ""); len(kinds) == 0 {
		t.Error("no activities for it")
	}
	d.run(d.m.openStep(3))
	d.keys("b")
	d.on("S171")
	d.sees("Versie 2026.1", "Ingelezen op", "uit own.yaml")
	d.keys("esc")
	d.run(d.m.openStep(1))
	d.keys("ctrl+z")
	if d.m.plan.Profile.Framework != before {
		t.Errorf("after undo it is %s", d.m.plan.Profile.Framework)
	}
	if got := sectorName(d.m.env(), f); got != "kader van Stroomdal" {
		t.Errorf("named %q", got)
	}

	if plan.Words(d.m.plan, d.m.pack()) == nil {
		t.Error("a plan without words")
	}
}
