package tui

import (
	"testing"

	tea "charm.land/bubbletea/v2"
)

// TestEscInABurst types esc and the next key so fast that the terminal hands
// them over as one.
func TestEscInABurst(t *testing.T) {
	d := goalsOpen(t)
	d.keys("enter")
	d.on("S41")
	d.send(tea.KeyPressMsg{Code: '>', Mod: tea.ModAlt})
	d.on("S50")
	d.send(tea.KeyPressMsg{Code: tea.KeyEscape, Mod: tea.ModAlt})
	d.on("S04")
	d.keys("enter")
	d.run(d.m.openStep(4))
	d.keys("down")
	d.send(tea.KeyPressMsg{Code: 'u', ShiftedCode: 'U', Mod: tea.ModAlt | tea.ModShift})
	d.on("S05")
	d.sees("Niets om opnieuw te doen.")
}

func TestAltMovesByWordsInAText(t *testing.T) {
	d := begun(t)
	d.run(d.m.openStep(1))
	d.text("Noor Bakker")
	d.send(tea.KeyPressMsg{Code: tea.KeyBackspace, Mod: tea.ModAlt})
	d.on("S10")
	d.text("de Wit")
	d.keys("tab")
	if got := d.m.plan.Profile.Name; got != "Noor de Wit" {
		t.Errorf("the name is %q", got)
	}
}
