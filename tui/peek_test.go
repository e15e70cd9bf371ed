package tui

import (
	"strings"
	"testing"
)

// TestALowWindowShowsTheMark has more lines above the first row than fit.
func TestALowWindowShowsTheMark(t *testing.T) {
	d := fixtures["S80"](t)
	p := d.m.plan
	p.Start.Strengths = nil
	d = with(t, p)
	d.m.deps.Work.(*desk).key = &Key{}
	d.run(d.m.openStep(8))
	d.size(60, 16)
	d.sees("› [ Verder: tekenen ]")
	for range 30 {
		d.keys("up")
	}
	d.sees("Dit staat erin", "naam, school, functie, werktijdfactor")
	d.keys("down")
	if strings.Contains(d.frame(), "Dit staat erin") {
		t.Errorf("the view did not move back:\n%s", d.frame())
	}
	d.keys("home home")
	d.sees("Dit staat erin")
	d.keys("space")
	d.sees("› [x] In de pdf ook een overzicht: per gebied")
}

// TestWhatIsSignedIsRead in a window that is lower than the question.
func TestWhatIsSignedIsRead(t *testing.T) {
	d := fixtures["S81"](t)
	d.size(60, 16)
	d.sees("Je tekent   Jaarplan professionele ontwikkeling", "esc nog niet   t teken nu")
	d.keys("pgdown pgdown")
	d.sees("› esc   nog niet", "toezeggen.")
	d.keys("x")
	d.sees("Druk op t om te tekenen, of op esc.", "Je tekent")
	d.keys("ctrl+p")
	d.on("S81")
}

// TestWordsOfHelpCanBeReached below the last command.
func TestWordsOfHelpCanBeReached(t *testing.T) {
	d := withNoor(t)
	d.keys("? G G")
	d.sees("kaart met uitdagingen")
	d.keys("esc")
	d.on("S05")
}
