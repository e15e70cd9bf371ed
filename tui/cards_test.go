package tui

import (
	"errors"
	"io/fs"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
)

// TestCardsAreOneKeyAway opens the cards from where they help, and comes back
// to the same place.
func TestCardsAreOneKeyAway(t *testing.T) {
	d := with(t, planned(t))
	for _, c := range []struct {
		step       int
		keys, on   string
		open, fits string
	}{
		{1, "", "S10", "ctrl+g", "Past bij 1 Jij en je werk"},
		{2, "", "S21", "m", "Past bij 2 Vragen aan jezelf"},
		{3, "", "S30", "m", "Past bij 3 Mijn plek"},
		{3, "2", "S31", "m", "Past bij 3 Mijn plek"},
		{4, "", "S40", "ctrl+g", "Past bij 4 Doelen"},
		{4, "enter", "S41", "ctrl+g", "Past bij 4 Doelen"},
		{5, "", "S50", "m", "Past bij 5 Activiteiten"},
		{5, "n", "S51", "m", "Past bij 5 Activiteiten"},
		{6, "", "S60", "m", "Past bij 6 Afspraken"},
		{7, "", "S70", "m", "Past bij 7 Coachronde"},
		{8, "enter", "S80", "m", "Past bij 8 Tekenen en doorgeven"},
	} {
		d.run(d.m.openStep(c.step))
		d.keys(c.keys)
		if c.step == 8 && d.m.top().ID() == "S74" {
			d.keys("enter")
		}
		d.on(c.on)
		before := d.m.top()
		d.keys(c.open)
		d.on("S180")
		d.sees(c.fits)
		d.keys("esc")
		if d.m.top() != before {
			t.Errorf("esc leads from the cards of %s to %s", c.on, d.m.top().ID())
		}
	}
	d.run(d.m.openStep(4))
	d.keys("m")
	d.on("S40") // there the letter keeps a goal for later
}

func TestWordsFromAnyScreen(t *testing.T) {
	d := goalOpen(t)
	d.keys("ctrl+p")
	d.text("woorden")
	d.keys("enter")
	d.on("S180")
	d.sees("basisbekwaam", "richtpunt na ongeveer drie jaar")
	d.keys("esc")
	d.on("S41")
	d = agreementsOpen(t)
	d.keys("? w")
	d.on("S180")
	d.sees("basisbekwaam")
	d.keys("1 enter ? w") // from among the cards it goes back to them
	d.on("S180")
	d.keys("esc")
	d.on("S60")
}

func TestWordsAreFound(t *testing.T) {
	d := cardsOpen(t)
	d.keys("5 /")
	d.text("drie jaar")
	d.sees("basisbekwaam", "inductiefase")
	if f := d.frame(); strings.Contains(f, "werktijdfactor") {
		t.Errorf("a word that does not fit:\n%s", f)
	}
	d.keys("enter down")
	d.sees("› inductiefase", "/   drie jaar", "esc zoekwoord weg")
	d.keys("esc")
	d.on("S180")
	d.sees("bekwaamheidsdossier")
	d.keys("/")
	d.text("zeppelin")
	d.sees("Geen woord met \"zeppelin\".")
	d.send(tea.PasteMsg{Content: "\n"})
	d.keys("backspace esc")
	d.sees("bekwaamheidsdossier")
	d.keys("enter 4 5 esc")
	d.on("S60")
}

func TestListsOfCards(t *testing.T) {
	d := cardsOpen(t)
	for _, c := range []struct{ key, sees string }{
		{"2", "Plan lezen en kiezen"}, {"right", "STARRT"}, {"right", "eigenaarschap"}, {"l", "kijkwijzer"}, {"right", "Ook te gebruiken"},
		{"left", "kijkwijzer"}, {"1", "Haalbaar werk"}, {"3", "GROW"},
	} {
		d.keys(c.key)
		d.sees(c.sees)
	}
	d.keys("ctrl+g")
	d.sees("Haalbaar werk")
	if n := len(d.m.stack); d.m.top().ID() != "S180" || n != 4 {
		t.Errorf("%d screens", n)
	}
}

// TestWithoutABoard puts what is for those without a fixed board first.
func TestWithoutABoard(t *testing.T) {
	p := planned(t)
	p.Profile.Employment = "uitzend"
	d := with(t, p)
	d.run(d.m.openStep(6))
	d.keys("m")
	fits, others, _ := strings.Cut(d.frame(), "Ook te gebruiken")
	if !strings.Contains(fits, "Starten zonder vast bestuur") || strings.Contains(others, "Starten zonder vast bestuur") {
		t.Errorf("not first:\n%s", d.frame())
	}
	d.keys("2")
	d.sees("Past bij 6 Afspraken", "Zonder vast bestuur")
}

func TestCardForEachReader(t *testing.T) {
	d := fixtures["S181"](t)
	d.sees("Vragen voor: leerkracht   (1 van 4)", "Welk van je doelen zou je kiezen als niemand meekeek?")
	d.keys("right")
	d.sees("Vragen voor: starterscoach   (2 van 4)", "Hoe voorkom jij dat je het plan van de starter overneemt?")
	d.keys("right l")
	d.sees("Vragen voor: bestuur   (4 van 4)")
	d.keys("right")
	d.sees("(1 van 4)")
	d.keys("left m")
	d.sees("Haalbaar werk", "Vragen voor: bestuur   (4 van 4)")
	d.keys("esc")
	d.sees("› Haalbaar werk")
	for range 8 {
		d.keys("enter m esc")
	}
	d.sees("› Haalbaar werk") // after the last one comes the first
	d.m.settings.Role = "coach"
	d.keys("enter")
	d.sees("Vragen voor: starterscoach   (2 van 4)")
}

func TestPageToPrint(t *testing.T) {
	d := fixtures["S181"](t)
	work := d.m.deps.Work.(*desk)
	d.keys("o")
	d.sees("Er is nog geen blad gemaakt. Toets s maakt het.")
	d.keys("s")
	d.on("S185")
	d.sees("Spiegelkaart: Eigenaarschap en kaders", "/home/noor/Documenten/bekwaam", "› [ Maak de pdf ]")
	d.keys("right enter") // not yet
	d.on("S181")
	d.keys("s enter")
	d.on("S181")
	d.sees("Toets o opent het.")
	if n := len(work.printed); n != 1 || len(work.printed[0].Parts[0].Items) != 4 {
		t.Fatalf("%d pages, %+v", n, work.printed)
	}
	d.keys("o")
	d.sees("De pdf staat open.")
	if got := strings.Join(work.opened, " "); got != "/home/noor/Documenten/bekwaam/x.pdf" || d.m.settings.Folder != "" {
		t.Errorf("opened %q, kept %q", got, d.m.settings.Folder)
	}
	d.keys("s tab ctrl+u")
	d.text("/mnt/stick")
	work.fail = &fs.PathError{Op: "print", Path: "/mnt/stick", Err: fs.ErrNotExist}
	d.keys("tab enter")
	d.on("S185")
	d.sees("Die map is er niet. Kies een map die er al is.", "› Map")
	work.fail = errors.New("full")
	d.keys("tab enter")
	d.sees("Daar schrijven lukte niet.")
	work.fail = nil
	d.keys("enter")
	d.on("S181")
	if d.m.settings.Folder != "/mnt/stick" {
		t.Errorf("the folder is forgotten: %q", d.m.settings.Folder)
	}
	work.fail = errors.New("no window")
	d.keys("o")
	d.sees("Er is geen venster om het blad te openen.")
	work.fail = nil
	for _, c := range []struct{ keys, kind string }{{"esc 2 s enter", "Vragen voor een gesprek"}, {"3 s enter", "Terugkijken"}, {"4 s enter", "Waarden"}, {"5 s enter", "Woorden"}} {
		d.keys(c.keys)
		d.on("S180")
		if last := work.printed[len(work.printed)-1]; last.Kind != c.kind || len(last.Parts) == 0 {
			t.Errorf("%s makes %+v", c.keys, last)
		}
	}
}

func TestOwnValues(t *testing.T) {
	d := cardsOpen(t)
	d.keys("4 enter")
	d.on("S184")
	d.keys("ctrl+u")
	d.text("geduld")
	d.keys("tab ctrl+u")
	d.text("Wat kan wachten?")
	d.keys("esc")
	d.sees("geduld", "Wat kan wachten?", "verbinding")
	if got := d.m.plan.CoreValues; len(got) != 3 || got[0].Name != "geduld" || got[0].Question != "Wat kan wachten?" {
		t.Fatalf("%+v", got)
	}
	d.keys("2 enter")
	d.sees("geduld", "Wat kan wachten?")
	d.keys("esc 4 u")
	d.sees("Ongedaan: de waarden", "geduld")
	d.keys("U enter")
	// Emptied, a value makes room for the next one.
	d.keys("ctrl+u tab ctrl+u tab")
	if got := d.m.plan.CoreValues; len(got) != 2 || got[0].Name != "verbinding" {
		t.Errorf("%+v", got)
	}
	d.sees("Waarde 1   verbinding", "Waarde 3   –")
	d.m.top().(*values).choose("usual")
	d.keys("enter")
	d.sees("Waarde 1   dialoog", "De gewone waarden staan er weer.")
	d.keys("enter")
	d.sees("Dit zijn de gewone waarden.")
	d.m.top().(*values).choose("done")
	d.keys("enter")
	d.on("S180")
	d.run(d.m.openStep(7))
	d.sees("Waarmee het gesprek opent", "verbinding")
	d.size(120, 40)
	d.sees("Wie heb je hierbij nodig")
	d.size(80, 24)
	d.m.top().(*coachRound).list.choose("values")
	d.keys("enter")
	d.on("S180")
	d.sees("dialoog", "enter verander")
}

// TestCardsWithoutAPlan can be read, but values belong to a plan.
func TestCardsWithoutAPlan(t *testing.T) {
	d := newDriver(t)
	d.keys("enter enter enter")
	d.on("S03")
	d.keys("m")
	d.on("S180")
	d.sees("Het leren van de starter staat voorop")
	d.keys("4 enter")
	d.on("S180")
	d.sees("Er is nog geen plan.")
	d.keys("5")
	d.sees("basisbekwaam")
	d.keys("esc")
	d.on("S03")
}

func TestValuesOfASignedPlan(t *testing.T) {
	p := planned(t)
	c, err := plan.Sign(p, plan.Actor{Name: "Noor Bakker", At: fixed()}, "00")
	if err != nil {
		t.Fatal(err)
	}
	d := with(t, c.Plan)
	d.keys("m 4 enter")
	d.on("S184")
	d.text("x")
	d.sees("Deze versie is getekend.")
}
