package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
)

// firstSentence is the first sentence of the second area, with no answers.
func firstSentence(t *testing.T) *driver {
	d := begun(t)
	d.run(d.m.openStep(2))
	d.keys("esc down enter")
	d.on("S22")
	return d
}

const routines = "nl-po/organisatie/routines"

func TestASecondDigitNeverChangesTheFirstAnswer(t *testing.T) {
	for first, want := range map[string]string{"1": "geen", "2": "start", "3": "basis", "4": "vak", "5": "weet-niet"} {
		d := firstSentence(t)
		d.keys(first + " 3")
		if v := d.m.plan.ViewOf(routines); v.Fits != want || v.Want != 3 {
			t.Errorf("%s 3 gives %+v", first, v)
		}
		free := want == "geen" || want == "weet-niet"
		if got := strings.Contains(d.frame(), "werken? Overslaan mag."); got != free {
			t.Errorf("%s: the second question is asked for: %v", want, !got)
		}
	}
}

func TestArrowsAndSpaceChooseToo(t *testing.T) {
	d := firstSentence(t)
	d.keys("down down space")
	if v := d.m.plan.ViewOf(routines); v.Fits != "basis" {
		t.Errorf("space gives %+v", v)
	}
	for _, step := range []struct {
		keys string
		want int
	}{{"right", 1}, {"right right", 3}, {"left", 2}, {"space", 3}, {"6", 3}, {"5", 3}, {"l l", 1}} {
		d.keys(step.keys)
		if v := d.m.plan.ViewOf(routines); v.Want != step.want {
			t.Errorf("after %s the wish is %d, want %d", step.keys, v.Want, step.want)
		}
	}
	d.keys("tab 1")
	if v := d.m.plan.ViewOf(routines); v.Fits != "geen" {
		t.Errorf("tab does not lead to the first question: %+v", v)
	}
	d.keys("é")
	if v := d.m.plan.ViewOf(routines); v.Want != 2 {
		t.Errorf("é is not taken for 2: %+v", v)
	}
}

func TestEnterWithoutAChoiceSkips(t *testing.T) {
	d := firstSentence(t)
	d.keys("enter")
	d.sees("2 van 4")
	d.keys("shift+tab")
	d.sees("1 van 4")
	d.keys("shift+tab")
	d.sees("Dit is hier de eerste zin.")
	d.keys("enter enter enter enter")
	d.on("S21")
	d.sees("› ○ Instructie en lesopbouw")
	if len(d.m.plan.Views) != 0 {
		t.Errorf("skipping left views: %v", d.m.plan.Views)
	}
}

func TestANoteIsATextUntilEsc(t *testing.T) {
	d := firstSentence(t)
	d.keys("2 t")
	d.sees("esc klaar met schrijven", "ctrl+p alles")
	d.text("Na de pauze gaat het mis. q1")
	d.keys("enter")
	d.text("Tweede regel")
	d.keys("esc")
	d.on("S22")
	if v := d.m.plan.ViewOf(routines); v.Note != "Na de pauze gaat het mis. q1\nTweede regel" || v.Fits != "start" {
		t.Errorf("kept %+v", v)
	}
	d.sees("Tweede regel", "? hulp")
	d.keys("u")
	if v := d.m.plan.ViewOf(routines); v.Note != "" {
		t.Errorf("after undo the note is %q", v.Note)
	}
	d.keys("t")
	d.text("Half")
	d.run(d.m.leave()) // a pause
	if v := d.m.plan.ViewOf(routines); v.Note != "Half" {
		t.Errorf("a pause kept %q", v.Note)
	}
	d.text("weg")
	d.keys("esc enter shift+tab")
	d.sees("Halfweg")
}

func TestUndoGoesToTheSentenceItChanged(t *testing.T) {
	d := firstSentence(t)
	d.keys("2 4 enter 3 enter")
	d.sees("3 van 4")
	d.keys("u")
	d.sees("2 van 4", "Ongedaan: je keuze bij een zin")
	d.keys("U")
	d.sees("2 van 4", "3 ●")
	d.keys("enter ? esc")
	d.sees("3 van 4") // help does not lead back
}

func TestAFrozenPlanKeepsItsAnswers(t *testing.T) {
	p := surveyed(t)
	p.Versions = []plan.Version{{Number: 1, Reason: plan.ReasonSigned}}
	d := at(t, p, 2, "home down enter 4")
	d.sees("Deze versie is getekend.")
	if v := d.m.plan.ViewOf("nl-po/klimaat/relatie"); v.Fits != "basis" {
		t.Errorf("a frozen plan changed: %+v", v)
	}
	d.keys("t")
	d.text("nieuw")
	d.keys("esc")
	if f := d.m.top().(*sentences).note.in.Value(); f != "" {
		t.Errorf("the field shows %q, which is not kept", f)
	}
}

func TestASentenceFitsTheSmallWindow(t *testing.T) {
	d := firstSentence(t)
	d.size(60, 16)
	d.sees("Welke zin past nu het best?", "› 1 ○ nog geen van deze zinnen")
	d.keys("2")
	d.sees("Wil je hier dit jaar aan werken?", "› 1 ○ nu niet   2 ○ misschien   3 ○ graag   4 ○ dit eerst")
}

func TestClicksChoose(t *testing.T) {
	d := firstSentence(t)
	click := func(words string) {
		t.Helper()
		for y, l := range strings.Split(d.frame(), "\n") {
			if at := strings.Index(l, words); at >= 0 {
				x := len([]rune(l[:at]))
				d.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
				return
			}
		}
		t.Fatalf("no %q:\n%s", words, d.frame())
	}
	click("Je wisselt vlot")
	click("graag")
	if v := d.m.plan.ViewOf(routines); v.Fits != "basis" || v.Want != 3 {
		t.Errorf("clicks give %+v", v)
	}
	click("dit eerst")
	if v := d.m.plan.ViewOf(routines); v.Want != 4 {
		t.Errorf("the wish is %d", v.Want)
	}
	d.keys("esc end up")
	click("Over mijn school")
	d.on("S23")
	click("Er kijkt regelmatig")
	d.keys("2")
	if d.m.plan.Survey.Context["les-gezien"] != 2 {
		t.Errorf("answers %v", d.m.plan.Survey.Context)
	}
	d.sees("› Ik spreek regelmatig")
	click("Ik spreek regelmatig")
	d.sees("› Ik leer van de lessen")
}

// TestUndoPutsTheMarkerBack on the answer that came back.
func TestUndoPutsTheMarkerBack(t *testing.T) {
	d := surveyOpen(t)
	d.m.top().(*survey).list.choose("nl-po/activeren")
	d.keys("enter 2 3")
	d.sees("› 1 ○ nu niet   2 ○ misschien   3 ● graag")
	d.keys("u u")
	d.sees("› 1 ○ nog geen van deze zinnen")
	d.keys("U")
	d.sees("› 2 ●")
	d.keys("U")
	d.sees("› 1 ○ nu niet   2 ○ misschien   3 ● graag")
}
