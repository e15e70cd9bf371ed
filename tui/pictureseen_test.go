package tui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"bekwaam/plan"
)

func witnessedOpen(t testing.TB) *driver { return at(t, witnessed(t), 3, "down down down down") }

func readWitnessOpen(t testing.TB) *driver {
	return at(t, witnessed(t), 3, "down down down down enter down down down")
}

func TestThePictureShowsWhatWasRead(t *testing.T) {
	d := at(t, witnessed(t), 3, "down down down down")
	d.sees("Omgaan met storend gedrag    ·         ik           ·            ·",
		"› Routines en leertijd         ·         ik gezien 2  doel         ·",
		"Begrip nagaan                ·         ik           gezien doel  ·")
	d.keys("f")
	d.sees("› Begrip nagaan", "Alleen verschil: 1 van 12 zinnen. Toets f toont weer alles.")
	if strings.Contains(d.frame(), "Routines") {
		t.Errorf("the same place is shown as a difference:\n%s", d.frame())
	}
	d.keys("f")
	d.sees("Routines en leertijd")
	p := witnessed(t)
	p.Observations[1].Reading = nil
	d = at(t, p, 3, "f")
	d.sees("Geen verschil tussen ik en gezien. Toets f toont weer alles.")
	d.keys("down enter f")
	d.on("S30")
	d.sees("Routines en leertijd")
	p.Observations = nil
	d = at(t, p, 3, "f")
	d.sees("Er is nog geen observatie. Toets n schrijft er een op.")
}

func TestWideWordsStayInThePicture(t *testing.T) {
	d := at(t, witnessed(t), 3, "")
	for _, size := range sizes {
		d.size(size[0], size[1])
		e := d.m.env()
		c := ladderOf(e)
		for _, test := range []struct {
			fits string
			seen map[string]int
			aims map[string]bool
		}{
			{"vak", map[string]int{"vak": 2}, nil},
			{"geen", map[string]int{"geen": 3, "start": 2}, map[string]bool{"start": true}},
			{"start", map[string]int{"start": 2}, map[string]bool{"start": true, "basis": true}},
			{"basis", map[string]int{"basis": 2}, map[string]bool{"basis": true}},
		} {
			line := ansi.Strip(c.line("Zelfstandigheid en verantwoordelijkheid", marks(e, test.fits, test.seen, test.aims)))
			if w := ansi.StringWidth(line); w > e.w {
				t.Errorf("%d cells in %d: %q", w, e.w, line)
			}
		}
	}
}

// An observation about no part, or about one that the framework does not
// have, can be reached all the same.
func TestNoObservationIsOutOfReach(t *testing.T) {
	p := witnessed(t)
	p.Observations[0].Competences, p.Observations[0].Reading = nil, nil
	p.Observations[1].Competences, p.Observations[1].Reading = []string{"nl-po/klimaat/burgerschap"}, nil
	d := at(t, p, 3, "")
	d.m.top().(*picture).list.choose("nl-po/klimaat/burgerschap")
	d.sees("› Diversiteit en burgerschap   ·         ·            ·            ·")
	d.m.top().(*picture).list.choose("o/o1")
	d.sees("Observaties zonder onderdeel van het kader", "› 6 okt 2026 · Ilse Vermeer, starterscoach · gezien in de les · Bij de overga")
	d.keys("enter")
	d.on("S91")
	d.sees("› Onderdelen               –", "Enter opent de onderdelen.")
	p = begun(t).m.plan
	p.Observations = []plan.Observation{{ID: "o1", Text: "Rust."}}
	d = at(t, p, 3, "enter")
	d.on("S91")
}

func TestObservationsUnderACompetence(t *testing.T) {
	d := at(t, witnessed(t), 3, "down down down down enter")
	d.sees("startbekwaam · jij nu · gezien 2", "Wat anderen schreven", "6 okt 2026 · Ilse Vermeer, starterscoach · gezien in de les")
	d.keys("d")
	d.sees("Kies eerst een observatie.")
	d.keys("end")
	d.sees("› 8 okt 2026 · Karim Aziz, schoolleider · gezien in de les", "kijkwijzer De Wilgenhof: lesorganisatie 2,75 · instructie 3,0",
		"Jij leest hierin: startbekwaam.", "esc terug   enter open   n observatie   d haal weg   ? hulp")
	d.keys("d")
	d.sees("Weggehaald: observatie van Karim Aziz. Toets u zet het terug.", "› 6 okt 2026")
	d.keys("u")
	d.sees("Ongedaan: de observatie is terug.", "› 8 okt 2026")
	d.keys("enter")
	d.on("S91")
	d.sees("› [ Klaar ]")
	d.keys("enter")
	d.on("S30b")
	d.keys("n")
	d.on("S91")
	d.sees("Onderdelen               Routines en leertijd")
	d.keys("esc esc")
	d.m.top().(*picture).list.choose("nl-po/instructie/uitleg")
	d.keys("enter")
	d.sees("Nog niets. Toets n schrijft op wat iemand in je les zag, hoorde of las.")
	d.keys("esc")
	d.m.top().(*picture).list.choose(behaviour)
	d.keys("enter end")
	d.sees("Wat lees jij daarin? Enter opent het.")
}

func TestAProposalAsksWhatWasNotReadYet(t *testing.T) {
	p := witnessed(t)
	p.Goals = nil
	d := at(t, p, 3, "2")
	d.sees("Karim Aziz schreef hier iets over op 8 okt.")
	if strings.Contains(d.frame(), "Wat lees jij daarin?") {
		t.Errorf("asked about what was read:\n%s", d.frame())
	}
	p.Observations[0].Reading = nil
	d = at(t, p, 3, "2")
	d.sees("Ilse Vermeer schreef hier iets over op 6 okt. Wat lees jij daarin?")
}
