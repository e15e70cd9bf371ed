package tui

import (
	"strings"
	"testing"
)

// TestEachSettingIsACommand of its own, in the language in use.
func TestEachSettingIsACommand(t *testing.T) {
	d := goalOpen(t)
	d.keys("ctrl+p")
	d.text("ascii")
	d.sees("› Tekens: alleen ASCII", "instellingen")
	d.keys("enter")
	d.on("S41")
	if !d.m.settings.Ascii || strings.ContainsAny(d.frame(), "·›…") {
		t.Errorf("not ASCII:\n%s", d.frame())
	}
	d.keys("ctrl+p")
	d.text("language")
	d.keys("enter")
	d.on("S41")
	d.sees("How will pupils notice this", "visible to: per field", "esc back")
	if got := d.m.top().(*goalForm).here().ID(); got != "signs" {
		t.Errorf("the focus is on %s", got)
	}
}

func TestSettingsChangeInPlace(t *testing.T) {
	d := fixtures["S170"](t)
	d.keys("right")
	d.sees("Language", "English", "Where your plans are")
	d.keys("left down right")
	d.sees("Muis                  aan")
	d.keys("down enter")
	d.sees("zonder kleur")
	d.keys("esc")
	d.on("S05")
}

// TestASmallWindowKeepsTheTextInHand before it says that it is saved.
func TestASmallWindowKeepsTheTextInHand(t *testing.T) {
	d := begun(t)
	d.run(d.m.openStep(1))
	d.text("Noor")
	d.size(52, 12)
	d.sees("Je tekst is bewaard.")
	if got := d.m.plan.Profile.Name; got != "Noor" {
		t.Errorf("the plan has %q", got)
	}
	d.size(80, 24)
	d.text(" Bakker")
	d.keys("tab")
	if got := d.m.plan.Profile.Name; got != "Noor Bakker" {
		t.Errorf("the plan has %q", got)
	}
}
