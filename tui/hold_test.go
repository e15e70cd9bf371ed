package tui

import (
	"strings"
	"testing"
)

// TestOnlyWhatIsKeptIsCalledSaved: a text in hand is not, until there was a
// pause or it was in hand for a while.
func TestOnlyWhatIsKeptIsCalledSaved(t *testing.T) {
	d := begun(t)
	d.run(d.m.openStep(1))
	d.sees(" bewaard")
	d.text("Noor")
	d.sees("bewaart…")
	d.send(draftMsg{})
	d.sees(" bewaard")
	if got := d.m.plan.Profile.Name; got != "Noor" {
		t.Errorf("the plan has %q", got)
	}
	d.text(" Bakker")
	d.sees("bewaart…")
	d.send(pauseMsg{d.m.typed})
	d.sees(" bewaard")
	if got := d.m.plan.Profile.Name; got != "Noor Bakker" {
		t.Errorf("the plan has %q", got)
	}
}

// TestTextsInPlaceAreKeptInAPause as those of a form are.
func TestTextsInPlaceAreKeptInAPause(t *testing.T) {
	d := agreementsEmpty(t)
	d.keys("enter")
	d.text("een coach")
	d.sees("bewaart…")
	d.send(pauseMsg{d.m.typed})
	if got := d.m.plan.Conditions.Support; got != "een coach" {
		t.Errorf("support is %q", got)
	}
	d = sentenceOpen(t)
	d.keys("t")
	d.text(" Ook bij taal.")
	d.send(pauseMsg{d.m.typed})
	if got := d.m.plan.ViewOf("nl-po/instructie/begrip").Note; !strings.HasSuffix(got, "Ook bij taal.") {
		t.Errorf("the note is %q", got)
	}
	d = proposalsOpen(t)
	d.keys("t")
	d.text("Elke dag.")
	d.send(pauseMsg{d.m.typed})
	if got := d.m.plan.Focus.Reason; got != "Elke dag." {
		t.Errorf("the reason is %q", got)
	}
	d.text(" Echt.")
	d.keys("esc")
	if got := d.m.plan.Focus.Reason; got != "Elke dag. Echt." {
		t.Errorf("the reason is %q", got)
	}
}
