package tui

import (
	"strings"
	"testing"

	"bekwaam/plan"
)

// TestSignedOnPaper: what is written down shows as that and never as checked,
// and can be taken back and brought back.
func TestSignedOnPaper(t *testing.T) {
	d := withSigned(t)
	d.m.top().(*signed).list.choose("paper")
	d.keys("enter")
	d.on("S85")
	d.keys("right")
	d.sees("schoolleider", "Karim Aziz")
	d.keys("tab tab")
	d.text("2 feb 2031")
	d.keys("tab enter")
	d.on("S85")
	d.sees("Een dag die nog komt kan niet.")
	d.text("27 sep 2026")
	d.keys("tab enter")
	d.on("S82")
	d.sees("Opgeschreven: Karim Aziz tekende op papier.", "– schoolleider    Karim Aziz            op papier getekend, 27 sep 2026", "○ starterscoach")
	if f := d.frame(); strings.Contains(f, "✓ schoolleider") {
		t.Errorf("it looks checked:\n%s", f)
	}
	if d.m.plan.State != plan.Agreed {
		t.Errorf("the plan is %s", d.m.plan.State)
	}
	d.keys("u")
	d.sees("○ schoolleider")
	if d.m.plan.State == plan.Agreed || d.m.plan.SignedVersion() != 1 {
		t.Errorf("after undo the plan is %s, signed version %d", d.m.plan.State, d.m.plan.SignedVersion())
	}
	d.keys("U")
	d.sees("– schoolleider")
}

// TestTheTeacherSignsOnPaper freezes the version, without a file that is signed.
func TestTheTeacherSignsOnPaper(t *testing.T) {
	d := withNoor(t)
	d.m.deps.Work.(*desk).key = &Key{}
	d.run(d.m.openStep(8))
	d.on("S80")
	d.m.top().(*handover).list.choose("paper")
	d.keys("enter")
	d.on("S85")
	d.sees("Wie tekende               leerkracht", "verandert versie 1 niet meer")
	d.keys("tab")
	d.keys("ctrl+u")
	d.keys("tab tab enter")
	d.sees("Schrijf de naam op.")
	d.text("Noor Bakker")
	d.keys("tab tab enter")
	d.on("S80")
	d.sees("– leerkracht", "op papier getekend, 28 sep 2026", "Je tekende versie 1 met de pen")
	if strings.Contains(d.frame(), "Verder: tekenen") {
		t.Errorf("it offers to sign once more:\n%s", d.frame())
	}
	if !d.m.plan.Frozen() || d.m.plan.Signatures[0].Key != "" {
		t.Errorf("frozen %v, %+v", d.m.plan.Frozen(), d.m.plan.Signatures)
	}
	d.keys("enter") // what leads on is chosen: who else signed
	d.on("S85")
	d.sees("starterscoach", "Ilse Vermeer")
	d.keys("esc esc")
	d.on("S05")
	d.sees("getekend 28 sep 2026")
	d.run(d.m.openStep(8))
	d.on("S80")
	d.m.top().(*handover).list.choose("begin")
	d.keys("enter")
	d.sees("loopt")
	if d.m.plan.State != plan.Active {
		t.Errorf("the plan is %s", d.m.plan.State)
	}
	if strings.Contains(d.frame(), "Aan de slag met je plan") {
		t.Error("a plan that runs is offered to start")
	}
	d.keys("esc esc")
	d.run(d.m.openStep(8))
	d.sees("Je tekende versie 1 met de pen")
}

// TestSignedElsewhere: a plan that was signed on another computer says so, and
// does not offer what cannot be done.
func TestSignedElsewhere(t *testing.T) {
	d := withSigned(t)
	d.run(settings(func(x *Settings) { x.Made = nil })(d.m))
	d.run(d.m.openStep(8))
	d.on("S80")
	d.sees("Versie 1 is getekend. Waar dat bestand staat")
	if strings.Contains(d.frame(), "Verder: tekenen") {
		t.Error("it offers to sign what is signed")
	}
}
