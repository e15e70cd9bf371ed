package tui

import (
	"errors"
	"strings"
	"testing"

	"bekwaam/plan"
	"bekwaam/text"
)

// shared is a plan with something in every group.
func shared(t testing.TB) plan.Plan {
	p := noor(t)
	p.Observations = []plan.Observation{{ID: "o1", Date: text.Date{Year: 2026, Month: 10, Day: 6}, By: &plan.Person{Name: "Ilse Vermeer", Role: plan.RoleCoach}, Text: "De wissel liep vlot.", Competences: []string{"nl-po/organisatie/routines"}}}
	p.Reflections = []plan.Reflection{{ID: "r1", Date: text.Date{Year: 2026, Month: 10, Day: 8}, Text: "Ik praat harder als het druk wordt."}, {ID: "r2", Text: "Het lukte."}}
	return p
}

// TestFileForTheCoach is the row of the shortest path in which the file is
// made: enter, enter.
func TestFileForTheCoach(t *testing.T) {
	d := withNoor(t)
	w := d.m.deps.Work.(*desk)
	d.run(d.m.openStep(7))
	d.on("S70")
	d.sees("Dit gaat mee naar Ilse Vermeer", "[ ] mijn plek: 4 zinnen, zonder toelichting", "[ ] open vragen: 2 antwoorden", "Dit blijft bij jou",
		"› [ Maak het bestand voor Ilse Vermeer ]")
	d.keys("enter")
	d.on("S74")
	d.sees("Je eerste bestand", "Maak mijn sleutel en het bestand")
	d.keys("enter")
	d.on("S71")
	d.sees("De beurt is aan Ilse Vermeer", "Noor-Bakker-2026-2027-v1-coach.pdf", "versie 1 gemaakt voor Ilse Vermeer", "Bestand gemaakt:", "bij je coach")
	p := d.m.plan
	if p.State != plan.Submitted || len(p.Sent) != 1 || p.WorkingVersion != 2 || len(w.packets.made) != 1 {
		t.Fatalf("%s, %d sent, version %d", p.State, len(p.Sent), p.WorkingVersion)
	}
	d.keys("enter c")
	if len(w.opened) != 1 {
		t.Error("the folder was not opened")
	}
	d.keys("esc")
	d.on("S05")
	d.sees("De beurt is aan Ilse Vermeer, sinds 28 sep 2026.")
	d.run(d.m.openStep(7))
	d.on("S71")
}

func TestWithdraw(t *testing.T) {
	d := withNoor(t)
	sentTo(t, d)
	d.run(d.m.openStep(7))
	d.on("S71")
	d.keys("i")
	d.sees("Ingetrokken: versie 1", "Komt er toch een antwoord")
	if d.m.plan.State != plan.Draft {
		t.Fatalf("state %s", d.m.plan.State)
	}
	d.keys("i")
	d.sees("al ingetrokken. Toets u")
	d.keys("u")
	d.sees("De beurt is aan Ilse Vermeer")
	if d.m.plan.State != plan.Submitted || d.m.plan.Sent[0].Withdrawn != "" {
		t.Errorf("after undo %s", d.m.plan.State)
	}
	d.keys("U")
	d.sees("Ingetrokken: versie 1")
	d.keys("esc")
	d.run(d.m.openStep(7))
	d.on("S70")
}

func TestTheFileOnceMore(t *testing.T) {
	d := withNoor(t)
	w := d.m.deps.Work.(*desk)
	w.key = &Key{Name: "Noor Bakker", Fingerprint: "own"}
	w.packets.noDir = true
	d.run(d.m.openStep(7))
	d.keys("enter")
	d.on("S70")
	d.sees("geen map om het in te zetten")
	if len(d.m.plan.Sent) != 0 {
		t.Error("a file that was not made is on record")
	}
	w.packets.noDir, w.fail = false, errors.New("no")
	d.keys("enter")
	d.sees("Het bestand is niet gemaakt")
	w.fail, w.tray.pass = ErrLocked, "vier lange woorden"
	d.keys("enter")
	d.on("S75")
	d.text("vier lange woorden")
	d.keys("enter")
	d.on("S71")
	w.packets.noDir = true
	d.keys("down down down down enter enter")
	d.sees("Het bestand staat er nog niet")
	w.packets.noDir = false
	d.keys("down down down down enter enter")
	if n := len(w.packets.made); n < 1 || w.packets.made[n-1].Package != d.m.plan.Sent[0].Package {
		t.Errorf("made %d", n)
	}
	d.keys("v")
	d.on("S77")
	d.sees("versie 1 gemaakt voor Ilse Vermeer", "Documenten › bekwaam")
	d.keys("enter c")
	if len(w.opened) != 1 {
		t.Error("the PDF was not opened")
	}
}

func TestWhatGoesAlong(t *testing.T) {
	d := with(t, shared(t))
	d.run(d.m.openStep(7))
	d.keys("home")
	for range 12 {
		if strings.HasPrefix(d.m.top().(*coachRound).list.sel, "g:") {
			break
		}
		d.keys("down")
	}
	d.keys("space")
	d.sees("[x] mijn plek")
	d.keys("enter")
	d.on("S76")
	d.keys("down space esc")
	d.on("S70")
	d.sees("[-] mijn plek: 3 van 4 zinnen")
	d.keys("u u")
	d.sees("[ ] mijn plek: 4 zinnen")
	d.keys("down down down enter")
	d.on("S76")
	d.sees("reflecties, per stuk", "Ik praat harder")
	d.keys("enter esc")
	d.keys("down")
	d.sees("[-] reflecties: 1 van 2", "toelichtingen, over mijn school, en wat")
	ed := string(plan.For(d.m.plan, d.m.pack(), plan.Coach, "").Payload())
	if !strings.Contains(ed, "harder als het druk") || strings.Contains(ed, "Het lukte.") {
		t.Error("not the reflection that was ticked")
	}
}

func TestQuestionToTheCoach(t *testing.T) {
	d := withNoor(t)
	d.run(d.m.openStep(7))
	d.keys("t")
	d.text("Is twee te veel")
	d.keys("?")
	d.keys("esc")
	d.on("S70")
	if got := d.m.plan.QuestionToCoach; got != "Is twee te veel?" {
		t.Errorf("asked %q", got)
	}
	d.sees("Is twee te veel?")
	d.keys("u")
	if got := d.m.plan.QuestionToCoach; got != "" {
		t.Errorf("after undo %q", got)
	}
}

func TestSomebodyElseReads(t *testing.T) {
	p := noor(t)
	p.Profile.Coach = nil
	d := with(t, p)
	d.run(d.m.openStep(7))
	d.sees("Je hebt nog geen coach genoteerd", "[ Verder naar 8")
	d.keys("n esc n enter n")
	d.text("Petra Jonker")
	d.keys("enter")
	d.sees("Dit gaat mee naar Petra Jonker", "› [ Maak het bestand voor Petra Jonker ]")
	d.keys("enter enter")
	d.on("S71")
	if d.m.plan.Sent[0].Packet.To.Name != "Petra Jonker" {
		t.Errorf("made for %q", d.m.plan.Sent[0].Packet.To.Name)
	}

	p.Goals, p.Activities = nil, nil
	d = with(t, p)
	d.run(d.m.openStep(7))
	d.sees("zodra er één doel is")
	d.keys("n v home")
	d.on("S70")
	d.keys("enter")
	if d.m.top().ID() == "S70" {
		t.Error("enter leads nowhere")
	}
}
