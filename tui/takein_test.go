package tui

import (
	"testing"

	"bekwaam/plan"
)

// TestAnswerIsTakenIn is the row of the shortest path in which an answer is
// read: o, enter, z, enter.
func TestAnswerIsTakenIn(t *testing.T) {
	d := withAnswer(t, "new", plan.OutcomeQuestion)
	before := plan.WriteJSON(d.m.plan)
	d.keys("o enter")
	d.on("S163")
	d.sees("beker zomer ladder kersen molen egel", "zonder controle")
	d.keys("enter x")
	d.on("S163")
	d.keys("z")
	d.on("S72")
	d.sees("Ilse Vermeer, nog niet gecontroleerd", "versie 1, die jij op 28 sep 2026 maakte", "terug met vragen", "Mooi begin.",
		"5 notities: 1 dit zag ik werken, 2 vragen, 1 suggestie, 1", "› Neem over")
	if string(plan.WriteJSON(d.m.plan)) != string(before) {
		t.Error("looking changed the plan")
	}
	d.keys("enter")
	d.sees("Overgenomen: 5 notities van Ilse Vermeer. Toets u maakt het ongedaan.")
	if len(d.m.plan.Notes) != 5 || d.m.plan.State != plan.Returned {
		t.Fatalf("%d notes, %s", len(d.m.plan.Notes), d.m.plan.State)
	}
	d.keys("u")
	if len(d.m.plan.Notes) != 0 || d.m.plan.State != plan.Submitted {
		t.Errorf("after undo %d notes, %s", len(d.m.plan.Notes), d.m.plan.State)
	}
	d.keys("U")
	if len(d.m.plan.Notes) != 5 || d.m.plan.State != plan.Returned {
		t.Errorf("after redo %d notes, %s", len(d.m.plan.Notes), d.m.plan.State)
	}
	d.keys("esc esc o enter")
	d.on("S72")
	d.sees("al overgenomen. Er is niets nieuws.", "› Neem niet over")
}

func TestAnswerIsLeft(t *testing.T) {
	d := withAnswer(t, "known", plan.OutcomeDiscussed)
	w := d.m.deps.Work.(*desk)
	d.keys("o enter")
	d.on("S72")
	d.sees("sleutel gecontroleerd op 28 sep 2026", "besproken")
	d.keys("o")
	if len(w.opened) != 1 {
		t.Error("the PDF was not opened")
	}
	d.keys("end enter")
	d.on("S06")
	if len(d.m.plan.Notes) != 0 {
		t.Error("it was taken in")
	}

	// The words can be compared from the preview too.
	d = withAnswer(t, "unchecked", plan.OutcomeDiscussed)
	d.keys("o enter")
	d.on("S72")
	d.keys("end up enter")
	d.on("S163")
	d.keys("w")
	d.on("S72")
	d.sees("sleutel gecontroleerd")
	d.keys("esc esc")
	d.on("S04")

	// Another key under a known name stops.
	d = withAnswer(t, "other-key", plan.OutcomeDiscussed)
	d.keys("o enter z w")
	d.on("S164")
	d.keys("esc")
	d.on("S06")

	// Without a seal the row to take it in is not the first one.
	d = withNoor(t)
	keyless := plan.Party{Name: ilse.Name}
	arrives(d, answerOf(t, keyless, sentTo(t, d), plan.OutcomeDiscussed, "", fiveNotes()...), "")
	d.keys("esc esc o enter")
	d.on("S72")
	d.sees("zonder zegel", "heeft geen zegel", "› Neem niet over")
	d.keys("home enter")
	if len(d.m.plan.Notes) != 5 {
		t.Error("it was not taken in though the person said so")
	}
}

// TestWhatIsNotTakenIn gives each reason its sentence and its way out.
func TestWhatIsNotTakenIn(t *testing.T) {
	for why, x := range map[string]struct {
		err  *plan.Error
		sees []string
		ask  bool
	}{
		"older":     {&plan.Error{Code: plan.CodeOlder}, []string{"is ouder dan wat je al overnam", "Je mist dus niets"}, false},
		"fork":      {&plan.Error{Code: plan.CodeFork}, []string{"hetzelfde nummer", "Wat je al overnam, blijft staan"}, true},
		"recipient": {&plan.Error{Code: plan.CodeRecipient}, []string{"gemaakt voor Noor Bakker, niet voor jou", "bestand voor jou"}, true},
		"stranger":  {&plan.Error{Code: plan.CodeStranger, Field: "from"}, []string{"het zegel is van een", "Bel Ilse Vermeer"}, false},
		"elsewhere": {&plan.Error{Code: plan.CodeStranger, Field: "based_on"}, []string{"een bestand dat jij niet maakte", "twee computers"}, true},
		"unknown":   {&plan.Error{Code: plan.CodeUnknown, Field: "id"}, []string{"een plan dat niet op deze computer staat", "reservekopie"}, false},
		"altered":   {&plan.Error{Code: CodeAltered}, []string{"na het maken veranderd", "Bekijk wat er met het zegel is"}, true},
		"packet":    {&plan.Error{Code: plan.CodePacket}, []string{"geen plan of antwoord dat hier past"}, true},
	} {
		d := withAnswer(t, "known", plan.OutcomeDiscussed)
		w := d.m.deps.Work.(*desk)
		w.packets.refused = x.err
		d.keys("o enter")
		d.on("S72")
		d.sees(append(x.sees, "Neem niet over", "Open de pdf")...)
		before := d.m.plan.Revision
		d.keys("enter")
		d.on("S06")
		d.keys("enter home enter")
		if x.ask {
			d.sees("Het bericht is gekopieerd")
		}
		if d.m.plan.Revision != before {
			t.Errorf("%s: the plan changed", why)
		}
	}
}

func TestFileOfANewerProgram(t *testing.T) {
	d := withNoor(t)
	w := d.m.deps.Work.(*desk)
	w.tray.files = []Received{{Path: "/x/nieuw.pdf", Name: "nieuw.pdf"}}
	w.tray.bad = map[string]Unreadable{"/x/nieuw.pdf": FileNewer}
	d.keys("esc o enter")
	d.on("S165")
	d.sees("Jij gebruikt versie 1.0", "Er is niets veranderd.", "› Open de pdf")
	d.keys("enter")
	if len(w.opened) != 1 {
		t.Error("the PDF was not opened")
	}
	d.keys("down enter")
	d.sees("Haal hem waar je bekwaam vandaan hebt")
	d.keys("esc")
	d.on("S06")
}
