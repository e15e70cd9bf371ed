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

// TestHelpOfAScreen has its own words, the reasons in brackets, and the way
// out of the program.
func TestHelpOfAScreen(t *testing.T) {
	d := sentenceOpen(t)
	d.keys("?")
	d.sees("De fase bij elke zin", "zin 2", "startbekwaam", "zin 4", "shift+tab  naar de vorige zin")
	d.keys("?")
	d.on("S22")
	d = withNoor(t)
	d.keys("?")
	d.sees("nieuwe versie na het tekenen (alleen na het tekenen)", "(niets om opnieuw te doen)", "ctrl+c   twee keer: stoppen, alles is bewaard")
	d.keys("/")
	d.text("twee keer")
	d.keys("enter down enter")
	d.on("S05")
	d.sees("Stoppen? Druk nog een keer op ctrl+c.")
	d = goalsOpen(t)
	d.keys("? /")
	d.text("leervraag")
	d.sees("leervraag", "wat jij wilt kunnen, als vraag")
	d.keys("enter ctrl+p")
	d.on("S161")
	d.keys("esc")
	d.on("S40")
}

// TestOneQuestionHasNoWayRound it.
func TestOneQuestionHasNoWayRound(t *testing.T) {
	d := newDriver(t)
	d.keys("ctrl+p ctrl+z")
	d.on("S01")
}

func TestPaletteShowsTheNearestFirst(t *testing.T) {
	d := withNoor(t)
	d.keys("ctrl+p")
	d.text("tek")
	d.sees("› Tekenen en doorgeven")
	d.keys("esc")
	d.on("S05")
	d.keys("s")
	d.keys("ctrl+p")
	d.text("stop")
	d.keys("enter")
	d.sees("Stoppen? Druk nog een keer op ctrl+c.")
}

// TestPaletteActsOnNothingUnseen offers from elsewhere only what needs no
// selected row.
func TestPaletteActsOnNothingUnseen(t *testing.T) {
	d := withNoor(t)
	for _, c := range d.m.allCommands(d.m.top()) {
		if c.id == "goals.remove" || c.id == "activities.open" || c.id == "round.open" {
			t.Errorf("%s is offered from the path", c.id)
		}
	}
	d.keys("ctrl+p")
	d.text("bekijk de pdf")
	d.keys("enter") // there is no key yet, and the proof needs none
	d.on("S80")
	d.sees("De proef staat open")
	d.keys("esc")
	d.keys("ctrl+p")
	d.text("tijdlijn")
	d.keys("enter")
	d.on("S53")
}
