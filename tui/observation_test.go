package tui

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"bekwaam/plan"
	"bekwaam/text"
)

func init() {
	maps.Copy(fixtures, map[string]func(testing.TB) *driver{
		"S91": observationOpen, "S91a": observedPartsOpen, "S91b": observedSentenceOpen,
	})
}

const (
	behaviour     = "nl-po/klimaat/gedrag"
	understanding = "nl-po/instructie/begrip"
)

// witnessed is the plan of Noor Bakker in October: she read the words of two
// people, and those of Ilse about behaviour not yet.
func witnessed(t testing.TB) plan.Plan {
	p := aimed(t)
	p.Observations[0].Source = plan.SourceSeen
	p.Observations[0].Reading = []plan.Reading{{Competence: routines, Fits: "start"}}
	p.Observations = append(p.Observations, plan.Observation{ID: "o2", Date: text.Date{Year: 2026, Month: 10, Day: 8},
		By: &plan.Person{Name: "Karim Aziz", Role: plan.RoleManager}, Source: plan.SourceSeen, Instrument: "kijkwijzer De Wilgenhof",
		Competences: []string{routines, understanding}, Text: "Na de pauze was de groep binnen drie minuten aan het werk.",
		ICALTScores: []plan.Score{{Domain: "lesorganisatie", Score: 27_500}, {Domain: "instructie", Score: 30_000}},
		Reading:     []plan.Reading{{Competence: routines, Fits: "start"}, {Competence: understanding, Fits: "basis"}}})
	return p
}

// openObserved opens one of the observations through S30 and S30b.
func openObserved(t testing.TB, p plan.Plan, id string) *driver {
	d := at(t, p, 3, "down down down down enter")
	d.m.top().(*reading).list.choose(observationRow + id)
	d.keys("enter")
	return d
}

func observationOpen(t testing.TB) *driver {
	d := openObserved(t, witnessed(t), "o1")
	d.m.top().(*observationForm).choose("text")
	return d
}

func observedPartsOpen(t testing.TB) *driver {
	d := observationOpen(t)
	d.m.top().(*observationForm).choose("parts")
	d.keys("enter")
	return d
}

func observedSentenceOpen(t testing.TB) *driver {
	d := observationOpen(t)
	d.m.top().(*observationForm).choose("reads/" + behaviour)
	d.keys("right right space")
	return d
}

func TestWriteDownWhatSomebodySaw(t *testing.T) {
	p := aimed(t)
	p.Observations = nil
	d := at(t, p, 3, "down down down down n")
	d.on("S91")
	d.sees("3 Mijn plek · observatie erbij", "te zien voor: alleen jij", "Datum                    28 sep 2026", "› Wie zag het",
		"Onderdelen               Routines en leertijd", "Wat laat het zien?", "Wat lees jij erin?",
		"Routines en leertijd     ○ deze zin   ○ een andere   ○ weet ik niet", "[ Klaar ]",
		"Laat namen en foto's van leerlingen weg. Een letter of rol is genoeg.", "esc terug   tab volgende")
	if strings.Contains(d.frame(), "leerklimaat") {
		t.Errorf("scores are asked for without an instrument:\n%s", d.frame())
	}
	d.keys("esc")
	d.on("S30")
	if len(d.m.plan.Observations) != 0 {
		t.Fatalf("an untouched observation was kept: %+v", d.m.plan.Observations)
	}
	d.keys("n")
	d.text("ilse vermeer")
	d.keys("enter")
	d.sees("Wie zag het              Ilse Vermeer", "› Rol                      starterscoach")
	d.keys("enter right")
	d.sees("Hoe                      gezien in de les")
	d.keys("right enter")
	d.text("kijkwijzer A")
	d.keys("enter")
	d.sees("Hoe                      gehoord", "leerklimaat              –", "Wat het instrument gaf, van 1,0 tot 4,0.", "Enter opent de onderdelen.")
	d.keys("tab")
	d.sees("Wat zag jij zelf?")
	d.text("Het werd stil.")
	d.keys("enter")
	d.text("Toen begon je.")
	d.keys("tab right")
	d.sees("● deze zin", "Je oefent vaste routines voor begin")
	d.m.top().(*observationForm).choose("score/instructie")
	d.text("2,75")
	d.keys("enter enter")
	got := d.m.plan.Observations
	if len(got) != 1 {
		t.Fatalf("%d observations", len(got))
	}
	o := got[0]
	if o.Date.String() != "2026-09-28" || o.By.Name != "Ilse Vermeer" || o.By.Role != plan.RoleCoach || o.Source != plan.SourceHeard ||
		o.Instrument != "kijkwijzer A" || o.Text != "Het werd stil.\nToen begon je." || !slices.Equal(o.Competences, []string{routines}) ||
		o.Reads(routines) != "start" || len(o.ICALTScores) != 1 || o.ICALTScores[0].Domain != "instructie" || o.ICALTScores[0].Score != 27_500 {
		t.Errorf("written down: %+v", o)
	}
	d.keys("esc")
	d.on("S30")
	d.sees("› Routines en leertijd         ·         ik gezien    doel         ·")
	if f := plan.For(d.m.plan, d.m.deps.Pack, plan.Board, "").Plan; len(f.Observations) != 0 {
		t.Errorf("the board gets %+v", f.Observations)
	}
	for range len(d.m.revs) - 1 {
		d.keys("u")
	}
	if len(d.m.plan.Observations) != 0 {
		t.Errorf("after undo: %+v", d.m.plan.Observations)
	}
}

// The coach keeps the word of the framework, also where partners have none.
func TestTheCoachHasTheWordOfTheFramework(t *testing.T) {
	c, err := plan.New("x", "2026-2027", newDriver(t).m.deps.Pack, "vl", "nl")
	if err != nil {
		t.Fatal(err)
	}
	p := c.Plan
	p.Profile.Coach = &plan.Person{Name: "An Maes", Role: plan.RoleCoach}
	d := at(t, p, 3, "n")
	d.text("an maes")
	d.keys("tab")
	d.sees("Wie zag het              An Maes", "› Rol                      mentor")
}

func TestWhatCannotBeUnderstoodIsAskedAgain(t *testing.T) {
	d := openObserved(t, witnessed(t), "o2")
	f := d.m.top().(*observationForm)
	f.choose("score/instructie")
	d.text("5")
	d.keys("tab")
	d.sees("! Een score loopt van 1,0 tot 4,0, niet 5.", "› instructie")
	d.keys("backspace tab")
	if o := d.m.plan.Observations[1]; len(o.ICALTScores) != 1 {
		t.Errorf("a score that was wiped stays: %+v", o.ICALTScores)
	}
	f.choose("instrument")
	d.keys("ctrl+u tab")
	d.sees("Hier is nog iets nodig.", "kijkwijzer De Wilgenhof")
	f.choose("date")
	d.text("31 feb")
	d.keys("esc")
	d.on("S91")
	d.sees("Die dag bestaat niet: 31 feb.")
	d.keys("esc")
	d.on("S30b")
	if got := d.m.plan.Observations[1].Date.String(); got != "2026-10-08" {
		t.Errorf("date %s", got)
	}
}

func TestReadInAnObservation(t *testing.T) {
	d := openObserved(t, witnessed(t), "o1")
	d.sees("3 Mijn plek · observatie ", "› Omgaan met storend gedr… ○ deze zin   ○ een andere   ○ weet ik niet", "Je reageert rustig en kort")
	reads := func(want string) {
		t.Helper()
		if got := d.m.plan.Observations[0].Reads(behaviour); got != want {
			t.Fatalf("reads %q, want %q:\n%s", got, want, d.frame())
		}
	}
	d.keys("right")
	reads("start")
	d.keys("space")
	reads("")
	d.keys("right right")
	reads("start")
	d.sees("De spatiebalk opent de zinnen.", "spatie toon de zinnen")
	d.keys("right")
	reads("weet-niet")
	d.keys("left enter")
	d.on("S91b")
	d.sees("3 Mijn plek · Omgaan met storend gedrag", "Welke zin lees jij hierin?", "1 ○ nog geen van deze zinnen", "5 ● weet ik niet", "wachtte je tot het stil was.")
	if strings.Contains(d.frame(), "basisbekwaam") {
		t.Errorf("a sentence has the name of its phase:\n%s", d.frame())
	}
	d.keys("3")
	d.on("S91")
	reads("basis")
	d.sees("○ deze zin   ● een andere   ○ weet ik niet", "› Omgaan met storend gedr…")
	d.keys("space down up enter")
	reads("basis")
	d.keys("space home enter")
	reads("geen")
	d.sees("nog geen van deze zinnen")
	d.keys("ctrl+z ctrl+z ctrl+z")
	reads("start")
	d.sees("● deze zin")
	d.keys("tab shift+tab enter")
	d.sees("› [ Klaar ]")
}

func TestReadWithoutAnOwnSentence(t *testing.T) {
	p := witnessed(t)
	p.Observations[0].Competences = []string{"nl-po/klimaat/burgerschap", "nl-po/klimaat/eigen-rol-leerling"}
	p.Observations[0].Reading = nil
	d := at(t, p, 3, "")
	d.m.top().(*picture).list.choose("nl-po/klimaat/eigen-rol-leerling")
	d.keys("enter end enter")
	d.on("S91")
	d.sees("○ kies een zin   ○ weet ik niet")
	if strings.Contains(d.frame(), "deze zin") {
		t.Errorf("there is no sentence of one's own:\n%s", d.frame())
	}
	d.keys("enter 2")
	d.on("S91")
	d.sees("● kies een zin")
}

func TestWhoCanSeeAnObservation(t *testing.T) {
	p := witnessed(t)
	p.Share.Coach = []string{plan.GroupObservations}
	d := openObserved(t, p, "o1")
	d.sees("te zien voor: jij en je coach", "Wat lees jij erin?  alleen jij")
}

func TestARecordOfSomebodyElseIsOnlyRead(t *testing.T) {
	p := witnessed(t)
	p.Observations[1].Key = "fp"
	p.Observations[1].Reading = nil
	d := openObserved(t, p, "o2")
	d.sees("8 okt 2026 · Karim Aziz, schoolleider · gezien in de les", "Na de pauze was de groep",
		"kijkwijzer De Wilgenhof: lesorganisatie 2,75 · instructie 3,0", "› Routines en leertijd", "[ Klaar ]")
	if strings.Contains(d.frame(), "Datum ") {
		t.Errorf("a record of somebody else can be changed:\n%s", d.frame())
	}
	d.keys("right esc")
	if got := d.m.plan.Observations[1].Reads(routines); got != "start" {
		t.Errorf("reads %q", got)
	}
	d.on("S30b")
	d.keys("d")
	d.sees("! Dit schreef iemand anders en blijft zo.")
	if len(d.m.plan.Observations) != 2 {
		t.Error("it was removed")
	}
}

func TestPartsAreTickedAndFound(t *testing.T) {
	d := observedPartsOpen(t)
	d.on("S91a")
	d.sees("waar gaat het over?", "› [x] Routines en leertijd", "[x] Omgaan met storend gedrag", "[ ] Heldere uitleg", "Je oefent vaste routines")
	d.text("heldere uitleg")
	d.sees("› [ ] Heldere uitleg", "esc leeg   enter kruis aan")
	d.keys("enter")
	d.sees("› [x] Heldere uitleg")
	d.keys("esc")
	d.on("S91a")
	d.text("zoekdiep")
	d.sees("zoekdiep")
	d.keys("enter esc esc")
	d.on("S91")
	d.sees("Onderdelen               Routines en leertijd", "Omgaan met storend gedrag", "                           Heldere uitleg", "› Onderdelen")
	if got := d.m.plan.Observations[0].Competences; len(got) != 3 {
		t.Errorf("about %v", got)
	}
	d.keys("enter")
	d.m.top().(*observedParts).list.choose(routines)
	d.keys("enter esc")
	if o := d.m.plan.Observations[0]; slices.Contains(o.Competences, routines) || o.Reads(routines) != "" {
		t.Errorf("still about routines: %+v", o)
	}
}

func TestAFrozenPlanKeepsItsObservations(t *testing.T) {
	p := witnessed(t)
	p.Versions = []plan.Version{{Number: 1, Reason: plan.ReasonSigned}}
	d := openObserved(t, p, "o1")
	before := plan.WriteJSON(d.m.plan)
	f := d.m.top().(*observationForm)
	for _, id := range []string{"who", "text", "reads/" + behaviour} {
		f.choose(id)
		d.keys("x right")
		d.sees("Deze versie is getekend.")
	}
	d.sees("Omgaan met storend gedr… ○ deze zin   ○ een andere   ○ weet ik niet")
	f.choose("source")
	d.keys("right")
	d.sees("gezien in de les", "Deze versie is getekend.")
	d.keys("esc d")
	d.sees("Deze versie is getekend.")
	if after := plan.WriteJSON(d.m.plan); string(after) != string(before) {
		t.Error("the plan changed")
	}
}

func TestClicksOnAnObservation(t *testing.T) {
	d := openObserved(t, witnessed(t), "o1")
	f := d.m.top().(*observationForm)
	row := "reads/" + behaviour
	at := func(cell int) {
		d.run(d.m.carryOut(f.Update(d.m.env(), clickMsg{Row: row, Cell: cell})))
	}
	at(observationLabels + 1)
	if got := d.m.plan.Observations[0].Reads(behaviour); got != "start" {
		t.Errorf("a click on this sentence gives %q", got)
	}
	at(observationLabels + 32)
	if got := d.m.plan.Observations[0].Reads(behaviour); got != "weet-niet" {
		t.Errorf("a click on not knowing gives %q", got)
	}
	at(observationLabels + 15)
	d.on("S91b")
}
