package tui

import (
	"strings"
	"testing"

	"bekwaam/plan"
)

// step1 is a program on the profile, with a field in hand.
func step1(t testing.TB, p plan.Plan, field string) *driver {
	d := with(t, p)
	d.run(d.m.openStep(1))
	d.m.top().(*profile).choose(field)
	return d
}

func TestRecordedPhaseHasADateAndSomebody(t *testing.T) {
	d := step1(t, noor(t), "phase")
	if strings.Contains(d.frame(), "Besloten door") {
		t.Errorf("the decision is asked for before there is one:\n%s", d.frame())
	}
	d.sees("bekwaam rekent")
	d.keys("right right")
	d.sees("basisbekwaam", "Besloten door                   Stichting Stroomdal", "Datum van het besluit           28 sep 2026")
	d.keys("tab")
	d.text(", mevrouw Hendriks")
	d.keys("tab")
	d.text("morgen")
	d.keys("tab")
	d.sees("Dat begreep ik niet: morgen.")
	d.keys("ctrl+u")
	d.keys("tab")
	d.sees("Geef een datum")
	d.text("1 sep")
	d.keys("tab")
	r := d.m.plan.Profile.PhaseRecorded
	if r == nil || r.Phase != "basis" || r.By != "Stichting Stroomdal, mevrouw Hendriks" || r.Date.String() != "2026-09-01" {
		t.Errorf("recorded %+v", r)
	}
	d.m.top().(*profile).choose("phase")
	d.keys("left left")
	if d.m.plan.Profile.PhaseRecorded != nil || strings.Contains(d.frame(), "Besloten door") {
		t.Errorf("the decision is still there:\n%s", d.frame())
	}
}

// TestStarterRightsChangeTheLines asks only where the usual answer may not
// hold, or where somebody looks at the year.
func TestStarterRightsChangeTheLines(t *testing.T) {
	d := step1(t, noor(t), "year")
	if strings.Contains(d.frame(), "Startersrechten") {
		t.Errorf("the usual answer is asked for:\n%s", d.frame())
	}
	lines := len(d.m.plan.EntitlementLines)
	d.keys("left")
	d.sees("langer", "Startersrechten                 weet ik niet")
	d.keys("right")
	if got := d.m.plan.Profile.CaoStarter; got != "yes" {
		t.Errorf("in the first year the usual answer is %q", got)
	}
	d.keys("tab")
	d.sees("Heb je de startersrechten", "van je cao?")
	d.keys("right")
	d.sees("Startersrechten                 nee")
	if got := len(d.m.plan.EntitlementLines); got != lines-1 {
		t.Errorf("%d lines are offered, want %d", got, lines-1)
	}
	d.keys("ctrl+z")
	if got := len(d.m.plan.EntitlementLines); got != lines {
		t.Errorf("after undo %d lines", got)
	}
}

func TestWithoutABoardThereIsAClient(t *testing.T) {
	p := noor(t)
	p.Profile.Employment = "zzp"
	d := step1(t, p, "year")
	d.sees("Opdrachtgever", "Ontvanger")
	d.keys("left")
	if strings.Contains(d.frame(), "Startersrechten") {
		t.Errorf("rights of an agreement are asked for without one:\n%s", d.frame())
	}
}

// TestEscClosesTheChoicesFirst and takes none of them.
func TestEscClosesTheChoicesFirst(t *testing.T) {
	d := step1(t, noor(t), "employment")
	d.keys("space")
	d.sees("○ invalpool van meerdere besturen", "esc terug   enter kies")
	d.keys("down esc")
	d.on("S10")
	if strings.Contains(d.frame(), "○ invalpool") || d.m.plan.Profile.Employment != noor(t).Profile.Employment {
		t.Errorf("esc took a choice, or left them open:\n%s", d.frame())
	}
	d = goalOpen(t)
	d.m.top().(*goalForm).choose("choice")
	d.keys("space down esc")
	d.on("S41")
	d.size(60, 16)
	d.keys("space down down")
	d.sees("● opdracht van school")
}
