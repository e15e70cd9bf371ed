package tui

import "testing"

// TestThePassphraseOfAKey is set, changed and taken away from the settings.
func TestThePassphraseOfAKey(t *testing.T) {
	d := withSigned(t)
	d.show(&settingsScreen{})
	open := func() {
		t.Helper()
		d.m.top().(*settingsScreen).list.choose(keyRow)
		d.keys("enter")
		d.on("S75b")
	}
	open()
	d.text("vier losse woorden hier")
	d.keys("tab")
	d.text("vier losse woorden daar")
	d.keys("tab enter")
	d.sees("De twee zijn niet gelijk.")
	d.keys("ctrl+u")
	d.text("vier losse woorden hier")
	d.keys("tab enter")
	d.on("S170")
	d.sees("achter de nieuwe wachtzin", "achter een wachtzin")
	open()
	d.text("wat anders")
	d.keys("tab tab tab enter")
	d.sees("Dat is niet de wachtzin van nu.")
	d.keys("ctrl+u")
	d.text("vier losse woorden hier")
	d.keys("tab")
	d.text("kort")
	d.keys("tab")
	d.text("kort")
	d.keys("tab enter")
	d.on("S75b")
	d.sees("minstens")
	d.keys("ctrl+u tab ctrl+u tab enter")
	d.on("S170")
	d.sees("Je sleutel staat achter geen wachtzin.", "zonder wachtzin")
	open()
	d.m.deps.Work.(*desk).fail = errNotSaved
	d.keys("tab tab enter")
	d.sees("Er is niets veranderd.")
}
