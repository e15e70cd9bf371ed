package tui

import (
	"strings"
	"testing"
	"time"

	"bekwaam/plan"
)

// withNotes is a program on S73 with the answer of the coach taken in.
func withNotes(t testing.TB, outcome string) *driver {
	t.Helper()
	d := withAnswer(t, "known", outcome)
	d.keys("o enter enter")
	d.on("S73")
	return d
}

// TestNotesOfTheCoach is the row of the shortest path: accept two, answer
// one, leave one, go on.
func TestNotesOfTheCoach(t *testing.T) {
	d := withNotes(t, plan.OutcomeDiscussed)
	d.sees("5 notities van Ilse Vermeer", "Doel 1 Vlotte overgangen", "○ vraag", "Ilse Vermeer, 15 okt 2026: besproken.")
	sel := func() string { return d.m.top().(*roundNotes).list.sel }
	state := func(n string) string { return d.m.plan.NoteState(n) }
	if sel() != "n1" {
		t.Fatalf("begins on %s", sel())
	}
	d.keys("a")
	if state("n1") != plan.NoteAccepted || sel() != "n2" {
		t.Errorf("after a: %s, on %s", state("n1"), sel())
	}
	d.keys("r")
	d.text("Na het buitenspelen, dan is het vijf minuten.")
	d.keys("esc")
	if state("n2") != plan.NoteAnswered || sel() != "n3" {
		t.Errorf("after r: %s, on %s", state("n2"), sel())
	}
	d.sees("beantwoord", "Jij: Na het buitenspelen")
	d.keys("x")
	if state("n3") != plan.NoteSetAside || sel() != "n5" {
		t.Errorf("after x: %s, on %s", state("n3"), sel())
	}
	d.keys("a")
	d.sees("De afspraak staat nu bij stap 6")
	last := d.m.plan.Agreements[len(d.m.plan.Agreements)-1]
	if last.What != "Ik kom kijken bij de rekenles." || last.Who != "Ilse Vermeer" {
		t.Errorf("the agreement became %+v", last)
	}
	d.keys("u")
	if state("n5") != plan.NoteOpen || len(d.m.plan.Agreements) != 1 {
		t.Errorf("after undo: %s, %d agreements", state("n5"), len(d.m.plan.Agreements))
	}
	d.keys("U")
	d.m.top().(*roundNotes).list.choose("n4")
	d.keys("x")
	if sel() != "on" {
		t.Errorf("after the last one on %s", sel())
	}
	d.sees("Geen notities open", "› [ Verder naar 8 Tekenen en doorgeven ]")
	d.keys("enter")
	d.on("S74")
	if d.m.plan.Goals[0].Title != "Vlotte overgangen" || d.m.plan.Goals[0].Question != noor(t).Goals[0].Question {
		t.Error("a note changed a text")
	}
}

func TestNotesWithAQuestion(t *testing.T) {
	d := withNotes(t, plan.OutcomeQuestion)
	d.keys("end")
	d.sees("terug met vragen", "› [ Maak versie 2 voor Ilse Vermeer ]")
	d.keys("enter")
	d.on("S70")
	d.keys("esc")
	d.on("S73")
	d.keys("esc")
	d.on("S05")
	d.sees("5 notities open")
	d.keys("esc")
	d.on("S04")
	d.sees("beantwoord 3 notities")
}

func TestNoteOnAnEarlierText(t *testing.T) {
	d := withNoor(t)
	doc := sentTo(t, d)
	c, err := plan.EditGoal(d.m.plan, "d2", "title", func(g *plan.Goal) { g.Title = "Anders" })
	d.run(commit(c, err)(d.m))
	arrives(d, answerTo(t, doc, plan.OutcomeDiscussed, "", fiveNotes()...), "known")
	d.keys("esc esc o enter")
	d.sees("1 notitie gaat over een tekst die je daarna veranderde")
	d.keys("enter")
	d.sees("! gaat over je tekst van vóór 15 okt 2026")
	c, err = plan.RemoveGoal(d.m.plan, "d2")
	d.run(commit(c, err)(d.m))
	d.keys("end")
	d.sees("gaat over iets wat niet meer in je plan staat")
}

func TestNotesGoToTheirPlace(t *testing.T) {
	d := withNotes(t, plan.OutcomeDiscussed)
	d.keys("enter")
	d.on("S41")
	d.run(d.m.openStep(7))
	d.m.top().(*roundNotes).list.choose("n4")
	d.keys("enter")
	d.on("S73")
	d.sees("Deze notitie gaat over het hele plan.")

	// A suggestion becomes an activity of the goal that it is about.
	d.m.top().(*roundNotes).list.choose("n3")
	d.keys("n")
	d.on("S52")
	a := d.m.plan.Activities[len(d.m.plan.Activities)-1]
	if !strings.HasPrefix(a.Description, "Probeer wisbordjes") || len(a.Goals) != 1 || a.Goals[0] != "d2" || d.m.plan.NoteState("n3") != plan.NoteAccepted {
		t.Errorf("activity %+v, note %s", a, d.m.plan.NoteState("n3"))
	}

	d.run(d.m.openStep(7))
	d.keys("f end")
	d.sees("1 notitie niet getoond")
	d.keys("f")
	d.sees("5 notities van")
}

// TestReplyIsKept: what is typed is on disk after a pause, and quitting keeps
// it too.
func TestReplyIsKept(t *testing.T) {
	d := withNotes(t, plan.OutcomeDiscussed)
	d.m.deps.Now = func() time.Time { return fixed().Add(time.Hour) }
	d.keys("down r")
	d.text("Na het")
	d.send(pauseMsg{d.m.typed})
	if a, _ := d.m.plan.AnswerOf("n2"); a.Text != "Na het" {
		t.Errorf("after a pause %q", a.Text)
	}
	d.text(" buitenspelen")
	d.send(HangupMsg{})
	if a, _ := d.m.plan.AnswerOf("n2"); a.Text != "Na het buitenspelen" || len(d.m.plan.Answers) != 1 {
		t.Errorf("at the end %+v", d.m.plan.Answers)
	}
}

// TestANoteStandsWithItsText: the selected note has the text that it is about
// with it, and where that was changed since, what it said then over what it
// says now.
func TestANoteStandsWithItsText(t *testing.T) {
	d := withNotes(t, plan.OutcomeDiscussed)
	d.sees("Je tekst: ")
	was := d.m.plan.Goals[0].Question
	if got := strings.Count(d.frame(), "Je tekst:"); got != 1 {
		t.Errorf("%d notes show a text, want the selected one", got)
	}
	c, err := plan.EditGoal(d.m.plan, "d1", "question", func(g *plan.Goal) { g.Question = "Hoe begin ik de dag?" })
	if err != nil {
		t.Fatal(err)
	}
	d.run(d.m.commit(c))
	d.run(d.m.openStep(7))
	d.on("S73")
	d.sees("gaat over je tekst van vóór", "was  "+strings.Join(strings.Fields(was)[:3], " "), "nu   Hoe begin ik de dag?")
	d.keys("r")
	d.text("Dat is nu anders.")
	d.sees("nu   Hoe begin ik de dag?", "Dat is nu anders.")
	d.keys("esc u u")
	d.sees("Je tekst: ")
	// Nothing of it is left: the note still shows what it was about.
	c, err = plan.RemoveGoal(d.m.plan, "d2")
	if err != nil {
		t.Fatal(err)
	}
	d.run(d.m.commit(c))
	d.run(d.m.openStep(7))
	d.m.top().(*roundNotes).list.choose("n3")
	d.sees("niet meer in je plan staat", "was  ", "nu   –")
}
