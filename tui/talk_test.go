package tui

import (
	"errors"
	"io/fs"
	"strings"
	"testing"

	"bekwaam/plan"
)

func talking(t testing.TB) *driver {
	d := readingCoach(t)
	d.keys("space >")
	d.on("S142")
	return d
}

func TestTalk(t *testing.T) {
	d := talking(t)
	d.size(80, 40)
	d.sees("Het gesprek is van Noor.", "Om te bespreken", "[x] Noor vraagt: Is twee doelen te veel?", "[x] Doel 1 Vlotte overgangen",
		"Vragen die kunnen helpen (plan lezen en kiezen)", "[ ] Welk doel geeft je energie")
	d.keys("home enter")
	d.text("22 okt")
	d.keys("enter")
	d.sees("Gesprek · 22 okt 2026", "Gesprek op        22 okt 2026")
	if d.m.plan.Review.Talk.Day != 22 {
		t.Error("the day was not kept")
	}
	d.keys("down space")
	d.sees("[ ] Noor vraagt")
	d.keys("space")
	d.sees("[x] Noor vraagt")
	for !strings.Contains(d.frame(), "› [ ] Welk doel") {
		d.keys("down")
	}
	d.keys("space")
	d.sees("› [x] Welk doel geeft je energie")
	d.keys("t")
	d.text("Wat gaat vanzelf?")
	d.keys("enter")
	if q := d.m.plan.Review.Questions; len(q) != 2 || q[1] != "Wat gaat vanzelf?" {
		t.Errorf("questions %q", q)
	}
	d.keys("f")
	if d.m.plan.Review.Moment != "voor-lesbezoek" {
		t.Errorf("moment %q", d.m.plan.Review.Moment)
	}
	d.keys("n")
	d.sees("te zien voor: jij en Noor")
	d.text("Ik kom kijken bij de gymles.")
	d.keys("esc")
	d.text("17 nov")
	d.keys("esc")
	d.sees("Ik kom kijken bij de gymles.", "Ilse Vermeer    17 nov 2026")
	d.keys("s enter")
	d.on("S142")
	w := d.m.deps.Work.(*desk)
	if len(w.printed) != 1 {
		t.Fatalf("printed %d sheets", len(w.printed))
	}
	all := ""
	for _, p := range w.printed[0].Parts {
		all += p.Heading + "\n"
		for _, x := range p.Items {
			all += x.Term + " " + x.Text + "\n"
		}
	}
	for _, want := range []string{"Is twee doelen te veel?", "Doel 1 Vlotte overgangen", "Welk doel geeft je energie", "Wat gaat vanzelf?", "17 nov 2026 Ik kom kijken bij de gymles."} {
		if !strings.Contains(all, want) {
			t.Errorf("the printed agenda lacks %q:\n%s", want, all)
		}
	}
	d.keys("d")
	for _, n := range d.m.plan.Notes {
		if n.Text == "Ik kom kijken bij de gymles." {
			t.Error("the agreement was not removed")
		}
	}
	d.keys("u home down down enter")
	d.on("S141")
	d.sees("› ~ Doel 1 Vlotte overgangen")
}

func TestGiveBack(t *testing.T) {
	d := talking(t)
	d.keys("esc 2")
	d.text("Waarom nu?")
	d.keys("esc > >")
	d.on("S143")
	d.sees("Teruggeven aan Noor Bakker", "› ● besproken", "○ terug met vragen", "1 notitie, jouw uitkomst", "de agenda, de spiegelkaart", "Je geeft geen oordeel")
	d.keys("down enter")
	d.sees("● terug met vragen", "› [ Maak het bestand voor Noor Bakker ]")
	d.keys("enter")
	d.sees("Schrijf in één zin waarom")
	d.text("Kies samen.")
	d.keys("esc")
	w := d.m.deps.Work.(*desk)
	w.fail = fs.ErrNotExist
	d.keys("enter")
	d.sees("Er is geen map")
	w.fail = errors.New("no")
	d.keys("enter")
	d.sees("Het bestand is niet gemaakt")
	if len(d.m.plan.Sent) != 1 {
		t.Fatal("a failure was recorded as given back")
	}
	w.fail = nil
	d.keys("enter")
	d.on("S145")
	d.sees("De beurt is aan Noor Bakker.", "Documenten › bekwaam ›", "Terug met vragen, 28 sep 2026.")
	last := d.m.plan.Sent[1].Packet
	if last.Outcome != plan.OutcomeQuestion || last.Reason != "Kies samen." || len(d.m.plan.Review.Drafts) != 0 || d.m.plan.State != plan.Returned {
		t.Errorf("%+v, %s", last, d.m.plan.State)
	}
	d.keys("end up enter c")
	if len(w.opened) != 1 {
		t.Error("the PDF was not opened")
	}
	d.keys("home enter")
	d.on("S140")
	d.sees("De starter is aan zet", "Noor Bakker", "1 vraag open")
	d.keys("enter o")
	d.on("S145")
}

func TestGiveBackWithoutAKey(t *testing.T) {
	d := asCoach(t, firstVersion(t))
	w := d.m.deps.Work.(*desk)
	w.key = nil
	d.keys("enter > > enter")
	d.sees("Er staat nog geen notitie. Alleen een uitkomst")
	d.keys("enter")
	d.on("S74")
	d.sees("Ilse Vermeer", "op deze computer, met een wachtzin", "Typ een wachtzin")
	d.text("vier woorden lang genoeg")
	d.keys("enter enter")
	d.on("S143")
	if w.key == nil || w.tray.pass != "vier woorden lang genoeg" {
		t.Fatalf("%+v, %q", w.key, w.tray.pass)
	}
	d.keys("enter")
	d.on("S145")
	if k := d.m.plan.Sent[0].Packet; k.Outcome != plan.OutcomeDiscussed || k.From.Name != ilse.Name {
		t.Errorf("%+v", k)
	}
}

// TestShortestPathOfACoach is the path from the home to a file given back,
// counted in keys beside the text that is typed: less than forty.
func TestShortestPathOfACoach(t *testing.T) {
	d := asCoach(t)
	x := newPair(t, noor(t))
	arrives(d, x.file(), "new")
	w := d.m.deps.Work.(*desk)
	w.packets.me = ilse
	count := 0
	keys := func(names string) {
		t.Helper()
		count += len(strings.Fields(names))
		d.keys(names)
	}
	keys("o enter")
	d.on("S163")
	keys("w")
	d.on("S72")
	keys("enter")
	d.on("S141")
	keys("down down down 1")
	d.text("Je maakte je vraag kleiner.")
	keys("esc down down 2")
	d.text("Bij welke overgang?")
	keys("esc space up up up space >")
	d.on("S142")
	keys("n")
	d.text("Ik kom kijken.")
	keys("esc")
	d.text("17 nov")
	keys("esc >")
	d.on("S143")
	keys("enter enter")
	d.on("S145")
	if count >= 40 {
		t.Errorf("%d keys", count)
	}
	t.Logf("%d keys", count)
	notes := map[string]int{}
	for _, n := range d.m.plan.Notes {
		notes[n.Kind]++
	}
	if notes[plan.NoteStrength] != 1 || notes[plan.NoteQuestion] != 1 || notes[plan.NoteAgreement] != 1 || len(d.m.plan.Sent) != 1 {
		t.Errorf("%v, %d sent", notes, len(d.m.plan.Sent))
	}
}
