package continuum

import (
	"slices"
	"strings"
	"testing"
)

func gated(t *testing.T, g Gate) *Pack {
	t.Helper()
	p := smallPack()
	g.ID, g.Name, g.Note = "besluit", text("besluit"), text("vraag het na")
	p.Frameworks[0].Gates = []Gate{g}
	if err := p.Resolve(); err != nil {
		t.Fatal(err)
	}
	return p
}

func TestAGateNamesLinesAndPhases(t *testing.T) {
	p := gated(t, Gate{Phase: "basis", Order: "kwaliteitskader", Lines: []GateLine{{Of: "een"}, {Of: "een/orde", Phase: "start"}}})
	f, _ := p.Framework("bb") // inherited
	g, ok := f.Gate("besluit")
	if !ok {
		t.Fatal("no gate")
	}
	for id, want := range map[string]string{"bb/een/uitleg": "basis", "bb/een/orde": "start", "bb/twee/ouders": "", "bb/niet/hier": ""} {
		phase, counts := f.Counts(g, id)
		if phase != want || counts != (want != "") {
			t.Errorf("%s: %q, %v", id, phase, counts)
		}
	}
	o, _ := p.Overlay("kwaliteitskader")
	groups := f.ByGate(g, o)
	if len(groups) != 1 || groups[0].Item.ID != "waarborg" || !slices.Equal(groups[0].Competences, []string{"bb/een/uitleg", "bb/een/orde"}) {
		t.Errorf("groups %+v", groups)
	}
	if byArea := f.ByGate(g, nil); len(byArea) != 1 || byArea[0].Item.ID != "een" {
		t.Errorf("by area %+v", byArea)
	}
	if whole := f.ByOverlay(o); len(whole[0].Competences)+len(whole[1].Competences) != len(f.CompetenceIDs()) {
		t.Error("the gate changed the overlay")
	}
	if _, ok := f.Gate("anders"); ok {
		t.Error("a gate from nowhere")
	}
}

func TestAGateWithoutLinesIsAboutEverything(t *testing.T) {
	p := gated(t, Gate{Phase: "basis"})
	f, _ := p.Framework("aa")
	n := 0
	for _, group := range f.ByGate(&f.Gates[0], nil) {
		n += len(group.Competences)
	}
	if n != len(f.CompetenceIDs()) {
		t.Errorf("%d of %d count", n, len(f.CompetenceIDs()))
	}
}

func TestGatesAndLevelsAreChecked(t *testing.T) {
	spoil := func(f func(*Framework)) string {
		p := smallPack()
		f(&p.Frameworks[0])
		err := p.Resolve()
		if err == nil {
			return ""
		}
		var said []string
		for _, x := range err.(*InvalidError).Problems {
			said = append(said, x.Key+" "+x.Code)
		}
		return strings.Join(said, "; ")
	}
	whole := Gate{ID: "besluit", Name: text("besluit"), Note: text("vraag het na"), Phase: "basis"}
	with := func(change func(*Gate)) func(*Framework) {
		return func(f *Framework) {
			g := whole
			change(&g)
			f.Gates = []Gate{g}
		}
	}
	for want, change := range map[string]func(*Framework){
		"": with(func(*Gate) {}),
		"frameworks[0].gates[0].phase unknown-ref":          with(func(g *Gate) { g.Phase = "expert" }),
		"frameworks[0].gates[0].order unknown-ref":          with(func(g *Gate) { g.Order = "pos" }),
		"frameworks[0].gates[0].lines[0].of unknown-ref":    with(func(g *Gate) { g.Lines = []GateLine{{Of: "drie"}} }),
		"frameworks[0].gates[0].lines[1].of duplicate-id":   with(func(g *Gate) { g.Lines = []GateLine{{Of: "een/orde"}, {Of: "een/orde"}} }),
		"frameworks[0].gates[0].lines[0].phase unknown-ref": with(func(g *Gate) { g.Lines = []GateLine{{Of: "een", Phase: "expert"}} }),
		"frameworks[0].gates[0].sources[0] unknown-ref":     with(func(g *Gate) { g.Sources, g.Confidence = []string{"S99"}, "undated" }),
		"frameworks[0].gates[0].confidence missing-value":   with(func(g *Gate) { g.Sources = []string{"S1"} }),
		"frameworks[0].levels missing-value":                func(f *Framework) { f.Levels = []Level{{text("domein"), text("domeinen")}} },
		"frameworks[0].confidence bad-value":                func(f *Framework) { f.Confidence = "zeker" },
	} {
		if got := spoil(change); got != want {
			t.Errorf("said %q, want %q", got, want)
		}
	}
}

func TestNamesOfLevels(t *testing.T) {
	p := smallPack()
	p.Frameworks[1].Levels = []Level{{Text{"rol", "role"}, Text{"rollen", "roles"}}, {text("taak"), text("taken")}}
	p.Disclaimers = []Text{text("Elk {gebied} heeft {onderdelen}. {Gebieden} zijn geen {onderdeel}.")}
	if err := p.Resolve(); err != nil {
		t.Fatal(err)
	}
	a, _ := p.Framework("aa")
	b, _ := p.Framework("bb")
	if got := a.Say(p.Disclaimers[0], "en"); got != "Elk area heeft parts. Areas zijn geen part." {
		t.Errorf("without names: %q", got)
	}
	if got := b.Say(p.Disclaimers[0], "nl"); got != "Elk rol heeft taken. Rollen zijn geen taak." {
		t.Errorf("with names: %q", got)
	}
	if w := b.TreeWords(); len(w) != 4 || w["gebied"].EN != "role" || w["onderdelen"].NL != "taken" {
		t.Errorf("words %v", w)
	}
}
