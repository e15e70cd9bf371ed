package tui

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"bekwaam/continuum"
	"bekwaam/plan"
)

func TestAnotherVersionIsShownAndNothingMovesBeforeAYes(t *testing.T) {
	d := movedOn(t, evidenced(t), true)
	old := d.m.framework().Digest
	d.keys("enter")
	d.on("S172") // at opening, on top of the path
	d.sees("van versie 0.1.0-draft naar versie 0.2.0", "Niets gaat verloren", "Wat jouw plan raakt",
		"Routines en leertijd: is nu Begin en einde van de les en Overgangen in de", "in je plan: jouw zin, doel 1, 2 stukken bewijs",
		"Groepsvorming en veiligheid: heet nu Een groep worden", "Begrip nagaan: anders gezegd (de zin bij basisbekwaam)",
		"Omgaan met storend gedrag: staat er niet meer in")
	d.keys("esc")
	d.on("S05")
	d.sees("Er is een nieuwere versie van je kader. Bekijk wat er verandert.")
	if d.m.plan.Pin.Digest != old || d.m.framework().Digest != old {
		t.Error("the plan moved without a yes")
	}
	d.keys("esc enter")
	d.on("S05") // once is enough
	d.keys("end enter")
	d.on("S172")
	d.keys("end up enter")
	d.on("S172")
	if d.m.plan.Pin.Digest == old || d.m.framework().Version != "0.2.0" {
		t.Errorf("pinned %+v", d.m.plan.Pin)
	}
	d.sees("Je plan hoort nu bij versie 0.2.0. Toets u zet het terug.", "Niet in dit kader, wel in je plan", "Routines en leertijd", "Omgaan met storend gedrag")
	d.m.top().(*otherVersion).list.choose(oldRow + routines)
	d.keys("enter")
	d.on("S30b")
	d.size(80, 40)
	d.sees("Dit staat niet meer in je kader.", "Je oefent vaste routines", "doel 1: Vlotte overgangen", "Lesbezoek 1")
	d.keys("enter")
	d.sees("Het kader heeft hier geen zinnen meer voor.")
	d.keys("esc u")
	if d.m.plan.Pin.Digest != old {
		t.Error("undo does not take it back")
	}
	d.sees("van versie 0.1.0-draft naar versie 0.2.0")
	d.keys("U")
	d.sees("Niet in dit kader, wel in je plan")
	d.keys("esc esc esc enter")
	d.on("S05")
	if strings.Contains(d.frame(), "versie van je kader") {
		t.Errorf("a version that is no other:\n%s", d.frame())
	}
}

func TestWhatWasSplitIsChosen(t *testing.T) {
	d := otherVersionOpen(t)
	d.sees("Kies met enter wat het voor jou wordt.")
	d.m.top().(*otherVersion).list.choose(oldRow + routines)
	d.keys("enter")
	d.on("S172b")
	d.sees("Dit is gesplitst. Wat wordt het voor jou?", "● het blijft onder de oude naam staan")
	d.keys("down enter")
	d.sees("● alles hieronder")
	d.keys("down enter")
	d.sees("● alleen: Begin en einde van de les", "○ alles hieronder")
	d.keys("up enter esc")
	d.on("S172")
	if strings.Contains(d.frame(), "Kies met enter") {
		t.Errorf("it still asks:\n%s", d.frame())
	}
	d.keys("end up enter")
	for _, id := range []string{"nl-po/organisatie/begin-en-einde", "nl-po/organisatie/overgangen"} {
		if v := d.m.plan.ViewOf(id); v.Fits != "start" {
			t.Errorf("%s: %+v", id, v)
		}
		if !slices.Contains(d.m.plan.Goals[0].Competences, id) {
			t.Errorf("the goal lost %s: %v", id, d.m.plan.Goals[0].Competences)
		}
	}
}

func TestEachChangeIsReadSentenceBySentence(t *testing.T) {
	d := otherVersionOpen(t)
	s := d.m.top().(*otherVersion)
	s.list.choose(oldRow + "nl-po/instructie/begrip")
	d.keys("enter")
	d.on("S172b")
	d.sees("startbekwaam · gelijk", "basisbekwaam · veranderd", "was: Je controleert bij alle leerlingen", "Je ziet tijdens de uitleg wie het begrijpt")
	d.keys("enter")
	d.sees("Dit is alleen om te lezen.")
	d.keys("esc")
	s.list.choose(oldRow + "nl-po/klimaat/groep")
	d.keys("enter")
	d.sees("Een groep worden", "was: Groepsvorming en veiligheid")
	d.keys("esc")
	s.list.choose(oldRow + "nl-po/klimaat/gedrag")
	d.keys("enter")
	d.sees("Dit staat er niet meer in. Wat je erover schreef blijft in je plan.")
	d.keys("esc")
	s.list.choose(addRow + "nl-po/partnerschap/digitaal")
	d.keys("enter")
	d.sees("Veilig met media", "Je kent de afspraken over media.")
	d.size(60, 16)
	d.sees("Veilig met media")
}

func TestASignedPlanStaysWithItsVersion(t *testing.T) {
	p := evidenced(t)
	p.Versions = []plan.Version{{Number: 1, Reason: plan.ReasonSigned}}
	d := movedOn(t, p, true)
	d.keys("enter")
	d.on("S05") // not offered at opening
	d.keys("end enter")
	d.on("S172")
	d.keys("end")
	d.sees("Deze versie van je plan is getekend.")
	if strings.Contains(d.frame(), "Ga over op") {
		t.Errorf("a signed version can move:\n%s", d.frame())
	}
	d.keys("enter")
	d.on("S05")
}

func TestAVersionThatIsNotHere(t *testing.T) {
	p := evidenced(t)
	p.Gone = []plan.Sentences{{ID: "nl-po/klimaat/gedrag", Name: "Omgaan met storend gedrag", Phases: map[string]string{"start": "Je let op."}}}
	d := movedOn(t, p, false)
	d.keys("enter")
	d.on("S172")
	d.sees("De versie waarmee je schreef staat niet op deze computer.", "Niet in dit kader, wel in je plan", "Omgaan met storend gedrag")
	d.keys("end up enter")
	if d.m.plan.Pin.Version != "0.2.0" {
		t.Errorf("pinned %+v", d.m.plan.Pin)
	}
	d.sees("Je plan hoort nu bij versie 0.2.0.", "Omgaan met storend gedrag")
	d.m.top().(*otherVersion).list.choose(oldRow + "nl-po/klimaat/gedrag")
	d.keys("enter")
	d.sees("Je let op.")
	d.keys("esc u")
	d.sees("De versie waarmee je schreef staat niet op deze computer.")
}

func TestAVersionThatIsOnlyAnother(t *testing.T) {
	d := movedOn(t, evidenced(t), true)
	d.m.plan.Pin.Version = "9"
	d.keys("enter esc")
	d.sees("Er is een andere versie van je kader.")
}

// TestAVersionIsFoundAmongTheCommands opens it from the list of commands, and
// says why not where there is none.
func TestAVersionIsFoundAmongTheCommands(t *testing.T) {
	d := movedOn(t, evidenced(t), true)
	d.keys("enter esc ctrl+p")
	d.text("andere versie van het kader")
	d.keys("enter")
	d.on("S172")
	d = withNoor(t)
	d.keys("ctrl+p")
	d.text("andere versie van het kader")
	d.keys("enter")
	d.sees("Je plan hoort al bij de versie die hier is.")
	d.keys("ctrl+p")
	d.text("kader: versie")
	d.keys("enter")
	d.on("S171")
	d.keys("esc")
	d.show(&settingsScreen{})
	d.m.top().(*settingsScreen).list.choose(frameworkRow)
	d.sees("Primair onderwijs (Nederland), versie 0.1.0-draft")
	d.keys("enter")
	d.on("S171")
}

// changedAtRandom is a pack in which a framework was changed at random.
func changedAtRandom(t *testing.T, r *rand.Rand, pack *continuum.Pack, id string) *continuum.Pack {
	t.Helper()
	f, _ := pack.Framework(id)
	g := *f
	g.Areas = slices.Clone(f.Areas)
	n := 0
	for i := range g.Areas {
		a := &g.Areas[i]
		var list []continuum.Competence
		for _, c := range a.Competences {
			n++
			words := func(s string) continuum.Text { s = fmt.Sprintf("%s %d", s, n); return continuum.Text{NL: s, EN: s} }
			said := func(c continuum.Competence, s string) continuum.Competence {
				c.Survey = words(s)
				c.Indicators = map[string]continuum.Text{"start": c.Survey, "basis": c.Survey, "vak": c.Survey}
				return c
			}
			switch local := a.ID + "/" + c.ID; r.IntN(6) {
			case 0:
				if len(list) > 0 {
					continue // gone
				}
			case 1:
				c = said(c, "anders")
				c.ID, c.Name, c.RenamedFrom = fmt.Sprintf("nieuw-%d", n), words("Nieuw"), local
			case 2:
				h := said(c, "half")
				h.ID, h.Name, h.RenamedFrom = fmt.Sprintf("een-%d", n), words("Een"), local
				list = append(list, h)
				c = said(c, "heel")
				c.ID, c.Name, c.RenamedFrom = fmt.Sprintf("twee-%d", n), words("Twee"), local
			case 3:
				c = said(c, "anders")
			}
			list = append(list, c)
		}
		a.Competences = list
	}
	world := *pack
	world.Version = "0.2.0"
	with, err := world.With(g)
	if err != nil {
		t.Fatal(err)
	}
	return with
}

// TestAMovedPlanShowsEverything moves random plans to frameworks changed at
// random, by the keys of the screens. Every own view with its note, goal,
// piece of evidence and note of the coach is then to be seen: in the picture,
// under a competence, among the goals and in the coverage.
func TestAMovedPlanShowsEverything(t *testing.T) {
	for seed := range uint64(6) {
		r := rand.New(rand.NewPCG(seed, 33))
		id := []string{"nl-po", "vl"}[seed%2]
		d := inFramework(t, id)
		p := randomPlan(r, d.m.plan, d.m.framework().CompetenceIDs())
		d = with(t, p)
		pack := d.m.deps.Pack
		d.m.deps.Earlier = func(digest string) (*continuum.Framework, bool) {
			f, _ := pack.Framework(id)
			return f, f.Digest == digest
		}
		d.m.deps.Pack = changedAtRandom(t, r, pack, id)
		d.keys("esc enter")
		d.on("S172")
		d.keys("end up enter")
		if d.m.plan.Pin.Version != "0.2.0" {
			t.Fatalf("seed %d: not moved: %+v", seed, d.m.plan.Pin)
		}
		d.size(100, 400)
		everything := map[string]string{}
		d.run(d.m.openStep(3))
		everything["picture"] = d.frame()
		shown := shownOn(d)
		if len(shown["goals"]) != 3 || len(shown["evidence"]) != 3 {
			t.Errorf("seed %d: the coverage shows %v", seed, shown)
		}
		for _, row := range ids(newPicture().rows(d.m.env())) {
			d.show(&reading{competence: competenceAt(row)})
			everything["under"] += d.frame()
			d.keys("esc")
		}
		d.run(d.m.openStep(4))
		everything["goals"] = d.frame()
		want := func(where, words string) {
			if !strings.Contains(everything[where], words) {
				t.Errorf("seed %d: %q is not on the screen: %s", seed, words, where)
			}
		}
		for i := range p.Views {
			want("under", fmt.Sprintf("toelichting %d", i))
		}
		for _, g := range p.Goals {
			want("goals", g.Title)
			want("under", g.Title)
		}
		if strings.Contains(everything["goals"], id+"/") || strings.Contains(everything["picture"], id+"/") {
			t.Errorf("seed %d: an id is shown as text", seed)
		}
		if len(d.m.plan.Notes) != len(p.Notes) || len(d.m.plan.Views) < len(p.Views) {
			t.Errorf("seed %d: notes or views are lost", seed)
		}
	}
}
