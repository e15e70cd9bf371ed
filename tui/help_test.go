package tui

import "testing"

func TestPaletteFindsInBothLanguages(t *testing.T) {
	d := begun(t)
	d.keys("ctrl+p")
	d.on("S161")
	d.text("goals")
	d.sees("Doelen")
	d.keys("esc")
	d.keys("ctrl+p")
	d.text("xyzzy")
	d.sees(`Geen opdracht met "xyzzy".`)
}

func TestHelpGivesTheScreenBack(t *testing.T) {
	d := newDriver(t)
	d.keys("enter enter enter ?")
	d.on("S160")
	d.sees("Hulp bij Mijn plannen", "nieuw plan", "Overal")
	d.keys("/")
	d.text("zzz")
	d.sees(`Niets gevonden met "zzz"`)
	d.keys("esc esc")
	d.on("S03")
}
