package tui

import (
	"maps"
	"strings"
	"testing"

	"bekwaam/plan"
	"bekwaam/text"
)

func init() {
	maps.Copy(fixtures, map[string]func(testing.TB) *driver{
		"S90": func(t testing.TB) *driver { return at(t, kept(t), 9, "") },
		"S91c": func(t testing.TB) *driver {
			d := at(t, kept(t), 9, "enter")
			d.m.top().(*evidenceForm).choose("text")
			return d
		},
		"S93": func(t testing.TB) *driver {
			d := at(t, kept(t), 9, "4 enter")
			d.m.top().(*reflectionForm).choose("kort/2")
			return d
		},
		"S93b": func(t testing.TB) *driver { return at(t, kept(t), 9, "4") },
	})
}

// kept is the plan of Noor Bakker in January: four pieces, and two reflections.
func kept(t testing.TB) plan.Plan {
	p := witnessed(t)
	on := func(y, m, d int) text.Date { return text.Date{Year: y, Month: m, Day: d} }
	p.Evidence = []plan.Evidence{
		{ID: "e1", Kind: "lesontwerp", Title: "Overgangskaart", Date: on(2026, 11, 24), Goals: []string{p.Goals[0].ID}, Audience: "board"},
		{ID: "e2", Kind: "observatie", Title: "Lesbezoek 3: na de pauze", Date: on(2027, 1, 12), Competences: []string{routines},
			Audience: "coach", By: "Ilse Vermeer", Source: plan.SourceSeen, Place: "op papier, in mijn map",
			Note: "Binnen twee minuten aan het werk bij drie van de vier overgangen. Na het buitenspelen vier minuten."},
		{ID: "e3", Kind: "video-fragment", Title: "Overgang na het rekenen", Date: on(2026, 12, 8), Goals: []string{p.Goals[0].ID}, Audience: "private"},
		{ID: "e4", Kind: "deelnamebewijs", Title: "Leernetwerk, keer 1 en 2", Date: on(2026, 12, 17), Audience: "board", LeftOut: []string{"board"}},
	}
	p.Reflections = []plan.Reflection{
		{ID: "r1", Date: on(2026, 10, 13), Model: "kort", About: "Kijken bij Sanne", Answers: map[string]string{
			"kort/1": "Sanne zegt niets. Ze gaat bij de deur staan en kijkt op haar horloge.",
			"kort/2": "Ik praat te veel tijdens de overgang. Mijn stem maakt het drukker.",
			"grow/1": "Binnen twee minuten aan het werk."}},
		{ID: "r2", Date: on(2026, 9, 30), Model: "starrt", Answers: map[string]string{"starrt/1": "De overgang na het buitenspelen duurde tien minuten."}},
	}
	return p
}

func TestDossierListsTheNewestFirst(t *testing.T) {
	d := at(t, kept(t), 9, "")
	d.on("S90")
	d.sees("9 Dossier · bewijs", "te zien voor: per stuk", "› 12 jan 2027", "Lesbezoek 3: na de pauze", "gaat niet mee", "bestuur: titel")
	f := d.frame()
	last := -1
	for _, title := range []string{"Lesbezoek 3", "Leernetwerk", "Overgang na het", "Overgangskaart", "Karim Aziz"} {
		at := strings.Index(f, title)
		if at <= last {
			t.Errorf("%s stands in another place:\n%s", title, f)
		}
		last = at
	}
	d.keys("down down down down enter")
	d.on("S91") // an observation opens as it does on step 3
	d.keys("esc 2")
	d.on("S92")
	d.keys("esc 3")
	d.on("S54")
	d.keys("esc 4")
	d.on("S93b")
	d.keys("1 / l e s b e z o e k enter")
	d.on("S90")
	d.sees("1 van", "Lesbezoek 3")
	d.keys("esc f")
	d.sees("verborgen door")
}

func TestWhoSeesEvidence(t *testing.T) {
	d := at(t, kept(t), 9, "")
	audience := func(id string) string {
		x, _ := evidenceIn(d.m.plan, id)
		return x.Audience
	}
	d.keys("right")
	if audience("e2") != "board" {
		t.Errorf("right: %s", audience("e2"))
	}
	d.keys("left left left")
	if audience("e2") != "private" {
		t.Errorf("left: %s", audience("e2"))
	}
	d.keys("x")
	d.sees("Dit ziet niemand anders.")
	d.keys("u")
	if audience("e2") != "coach" {
		t.Errorf("undo: %s", audience("e2"))
	}
	d.keys("x")
	d.sees("Dit stuk gaat niet mee in het bestand voor je coach.")
	if x, _ := evidenceIn(d.m.plan, "e2"); len(x.LeftOut) != 1 {
		t.Errorf("left out for %v", x.LeftOut)
	}
	d.keys("x")
	if x, _ := evidenceIn(d.m.plan, "e2"); len(x.LeftOut) != 0 {
		t.Errorf("still left out for %v", x.LeftOut)
	}
	d.keys("down down right right")
	d.sees("Dit soort gaat nooit naar het bestuur.")
	if audience("e3") != "coach" {
		t.Errorf("a kind that never goes to a board is for %s", audience("e3"))
	}
	d.keys("d")
	if _, there := evidenceIn(d.m.plan, "e3"); there {
		t.Error("not removed")
	}
	d.keys("u")
	if _, there := evidenceIn(d.m.plan, "e3"); !there {
		t.Error("not brought back")
	}
}

func TestAddEvidence(t *testing.T) {
	p := kept(t)
	p.Evidence, p.Observations = nil, nil
	d := at(t, p, 9, "")
	d.sees("Nog geen bewijs. Toets n voegt iets toe")
	d.keys("enter d left x f")
	d.keys("n")
	d.on("S91c")
	d.sees("9 Dossier · bewijs erbij", "Datum                    28 sep 2026")
	d.keys("esc")
	if len(d.m.plan.Evidence) != 0 {
		t.Fatal("an empty piece was added")
	}
	d.keys("n right right tab K a a r t tab tab right tab")
	if len(d.m.plan.Evidence) != 1 {
		t.Fatalf("%d pieces", len(d.m.plan.Evidence))
	}
	x := d.m.plan.Evidence[0]
	if x.Kind != "lesontwerp" || x.Title != "Kaart" || x.Audience != "board" || x.Date.IsZero() || len(x.Goals) != 1 {
		t.Errorf("%+v", x)
	}
	d.m.top().(*evidenceForm).choose("where")
	d.text("https://example.org/kaart")
	d.keys("tab")
	if x = d.m.plan.Evidence[0]; x.Link != "https://example.org/kaart" || x.Place != "" {
		t.Errorf("link %q, place %q", x.Link, x.Place)
	}
	d.keys("esc")
	d.on("S90")
	d.sees("› 28 sep 2026", "Kaart")
}

func TestWriteAReflection(t *testing.T) {
	p := kept(t)
	p.Reflections = nil
	d := at(t, p, 9, "4")
	d.sees("Nog geen reflectie.")
	d.keys("n")
	d.on("S93")
	d.sees("te zien voor: alleen jij", "Kort", "Eén ding dat werkte.")
	d.text("Rustig beginnen.")
	d.keys("tab")
	d.m.top().(*reflectionForm).choose("model")
	d.keys("right")
	if len(d.m.plan.Reflections) != 1 {
		t.Fatalf("%d reflections", len(d.m.plan.Reflections))
	}
	if x := d.m.plan.Reflections[0]; x.Model == "kort" || x.Answers["kort/1"] != "Rustig beginnen." {
		t.Errorf("%+v", x)
	}
	d.size(80, 40)
	d.sees("Ook geschreven")
	d.size(80, 24)
	d.keys("esc")
	d.on("S93b")
	d.sees("Rustig beginnen.")
	d.keys("d")
	d.sees("Nog geen reflectie.")
	d.keys("u")
	d.sees("Rustig beginnen.")
}

func TestAnotherModelBeforeTheFirstWord(t *testing.T) {
	d := at(t, kept(t), 9, "4 n")
	d.m.top().(*reflectionForm).choose("model")
	d.keys("left")
	d.sees("GROW", "Doel: wat wil je bereiken?")
	if len(d.m.plan.Reflections) != 2 {
		t.Error("an empty reflection was added")
	}
}

func TestWhatHappensAfterSigningIsInTheNextVersion(t *testing.T) {
	signed, err := plan.Sign(kept(t), plan.Actor{Name: "Noor Bakker", At: fixed()}, "00")
	if err != nil {
		t.Fatal(err)
	}
	d := at(t, signed.Plan, 9, "n")
	d.on("S91c")
	if d.m.plan.Frozen() || d.m.plan.WorkingVersion != signed.Plan.WorkingVersion+1 {
		t.Errorf("version %d, frozen %v", d.m.plan.WorkingVersion, d.m.plan.Frozen())
	}
}
