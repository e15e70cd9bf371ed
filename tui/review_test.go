package tui

import (
	"strings"
	"testing"

	"bekwaam/plan"
)

// reading is the program of a coach with the second version open.
func readingCoach(t testing.TB) *driver {
	x := secondVersion(t)
	d := asCoach(t, x)
	d.keys("enter")
	d.on("S141")
	return d
}

func TestReviewOfAFirstVersion(t *testing.T) {
	d := asCoach(t, firstVersion(t))
	d.on("S140")
	d.keys("enter")
	d.on("S141")
	d.sees("bekwaam · coach Ilse Vermeer · Noor Bakker, in bespreking", "Lezen · versie 1 van", "te zien voor: jij en Noor", "Alles is nieuw.",
		"Noor vraagt: Is twee doelen te veel?", "Doel 1 Vlotte overgangen", "Spiegelkaart")
	if d.m.plan.State != plan.InReview || d.m.revs[len(d.m.revs)-1].By != ilse.Name {
		t.Errorf("state %s by %q", d.m.plan.State, d.m.revs[len(d.m.revs)-1].By)
	}
	d.keys("down down enter")
	d.sees("Leervraag", "Hoe kan ik vlot wisselen van activiteit")
	d.keys("1")
	d.text("Je maakte je vraag kleiner.")
	d.keys("esc")
	d.sees("1 dit zag ik werken", "Je maakte je vraag kleiner.")
	if n := d.m.plan.Notes; len(n) != 1 || n[0].About != "d1" || n[0].Kind != plan.NoteStrength || n[0].By != ilse.Name || n[0].Key != ilse.Key {
		t.Fatalf("notes %+v", n)
	}
	// Writing on, emptying, and bringing back.
	d.keys("enter")
	d.text(" Mooi.")
	d.keys("esc")
	if got := d.m.plan.Notes[0].Text; got != "Je maakte je vraag kleiner. Mooi." {
		t.Errorf("after writing on: %q", got)
	}
	d.keys("d")
	if len(d.m.plan.Notes) != 0 {
		t.Error("the note was not removed")
	}
	d.keys("u")
	if len(d.m.plan.Notes) != 1 {
		t.Error("u did not bring the note back")
	}
}

func TestAgreementWhileReading(t *testing.T) {
	d := asCoach(t, firstVersion(t))
	d.keys("enter 4")
	d.text("Ik kom kijken.")
	d.keys("esc")
	d.on("S141")
	d.sees("Voor wanneer")
	d.text("38 nov")
	d.keys("esc")
	d.sees("Die dag bestaat niet")
	for range 3 {
		d.keys("backspace")
	}
	for range 3 {
		d.keys("backspace")
	}
	d.text("17 nov")
	d.keys("esc")
	d.sees("4 afspraak, 17 nov 2026", "Ik kom kijken.")
	if n := d.m.plan.Notes[0]; n.Due.Day != 17 || n.Kind != plan.NoteAgreement || n.About != "plan" {
		t.Errorf("%+v", n)
	}
}

func TestANoteForNobodyElse(t *testing.T) {
	d := asCoach(t, firstVersion(t))
	d.keys("enter down down 5")
	d.sees("te zien voor: alleen jij")
	d.text("kanarie")
	d.keys("esc")
	d.sees("te zien voor: jij en Noor", "5 alleen voor mij", "kanarie")
	p := d.m.plan
	if len(p.Notes) != 0 || len(p.Review.Private) != 1 || p.Review.Private[0].About != "d1" {
		t.Fatalf("%+v, %+v", p.Notes, p.Review.Private)
	}
	for _, a := range []plan.Audience{plan.Self, plan.Coach, plan.Board, plan.Assessor} {
		if strings.Contains(string(plan.For(p, nil, a, "").Payload()), "kanarie") {
			t.Errorf("a private note is in the edition for %s", a)
		}
	}
	d.keys("d")
	if len(d.m.plan.Review.Private) != 0 {
		t.Error("it was not removed")
	}
}

func TestReviewOfASecondVersion(t *testing.T) {
	d := readingCoach(t)
	d.size(80, 30)
	d.sees("3 veranderd sinds jij op 15 sep teruggaf", "~ Doel 1 Vlotte overgangen", "+ Afspraak: Ik kom kijken bij de rekenles.",
		"– Korte cursus", "Spiegelkaart", "m andere kaart", "was", "nu", "Jouw vraag van 15 sep", "Noor antwoordt op", "Na het buitenspelen, dan is het vijf")
	first := d.frame()
	d.keys("m")
	if d.frame() == first {
		t.Error("m shows no other card")
	}
	d.keys("down")
	if strings.Contains(d.frame(), "Na het buitenspelen, dan") {
		t.Error("what is not selected stays unfolded")
	}
	d.keys("up space")
	d.sees("Dit staat op de agenda", "bespreken")
	d.keys("space")
	d.sees("Dit staat niet meer op de agenda")
	d.keys("f")
	if strings.Contains(d.frame(), "Niet veranderd") {
		t.Error("f shows what did not change")
	}
	d.keys("f")
	// A note on what is gone is about the plan.
	d.keys("down down 3")
	d.text("Jammer?")
	d.keys("esc")
	if n := d.m.plan.Notes[len(d.m.plan.Notes)-1]; n.About != "plan" || n.Kind != plan.NoteSuggestion {
		t.Errorf("%+v", n)
	}
}

func TestATextThatChangedSince(t *testing.T) {
	x := firstVersion(t)
	x.note("n1", plan.NoteQuestion, "d1", "Waarom dit?")
	c, err := plan.EditGoal(x.teacher, "d1", "title", func(g *plan.Goal) { g.Title = "Anders" })
	x.teaches(c, err)
	x.take(x.file())
	d := asCoach(t, x)
	d.keys("enter")
	d.sees("Waarom dit?", "gaat over de tekst van toen")
}
