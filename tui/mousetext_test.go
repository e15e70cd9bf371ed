package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"bekwaam/plan"
)

// longText has two paragraphs, of which the first one is wrapped.
const longText = "Als we van taal naar rekenen gaan ben ik zo vijf minuten kwijt. Dan wordt het druk en ga ik harder praten dan ik wil.\nNa de pauze is het nog erger."

// cursorBefore fails unless the cursor of the screen stands just before the given
// words.
func (d *driver) cursorBefore(words string) {
	d.t.Helper()
	c := d.m.View().Cursor
	if c == nil {
		d.t.Fatalf("no cursor, want it before %q:\n%s", words, d.frame())
	}
	l := strings.Split(d.frame(), "\n")[c.Y]
	if rest := ansi.TruncateLeft(l, c.X, ""); !strings.HasPrefix(rest, words) {
		d.t.Errorf("the cursor stands before %q, want %q:\n%s", rest, words, d.frame())
	}
}

func TestAClickPlacesTheCursorInALongText(t *testing.T) {
	p := noor(t)
	p.Survey.Open = map[string]string{"trots": "Dinsdag, toen iedereen doorwerkte.", "wringt": longText}
	d := with(t, p)
	d.show(newOpenQuestions(d.m.env()))
	f := d.m.top().(*openQuestions)
	f.choose("wringt")
	for _, words := range []string{"vijf minuten", "Als we", "harder", "erger.", "pauze"} {
		d.clickOn(words)
		d.cursorBefore(words)
	}
	d.clickOn("harder")
	d.text("x")
	d.sees("xharder")
	d.keys("backspace tab")

	// One click takes another question in hand and places the cursor in it.
	d.clickOn("iedereen")
	if got := f.here().ID(); got != "trots" {
		t.Fatalf("in hand is %s", got)
	}
	d.cursorBefore("iedereen")

	// On the question itself, and behind the end of a line.
	d.clickOn("op je lesgeven") // the question, which is no text to write in
	d.cursorBefore("iedereen")
	for y, l := range strings.Split(d.frame(), "\n") {
		if strings.Contains(l, "Dinsdag") {
			d.send(tea.MouseClickMsg{X: 70, Y: y, Button: tea.MouseLeft})
		}
	}
	if got := f.fields[0].(*openQuestion).in.Column(); got != len([]rune(p.Survey.Open["trots"])) {
		t.Errorf("behind the end the cursor stands at %d", got)
	}
}

func TestAClickInATextThatIsScrolled(t *testing.T) {
	p := noor(t)
	p.Survey.Open = map[string]string{"trots": strings.Repeat(longText+"\n", 4) + "Het einde is hier."}
	d := with(t, p)
	d.show(newOpenQuestions(d.m.env()))
	f := d.m.top().(*openQuestions)
	f.choose("trots")
	d.sees("Het einde is hier.")
	before := d.frame()
	d.clickOn("erger.")
	d.cursorBefore("erger.")
	if after := d.frame(); after != before {
		t.Errorf("the text jumps:\n%s\nit was\n%s", after, before)
	}
}

func TestAClickOnTheNoteOpensIt(t *testing.T) {
	p := noor(t)
	p.Views = []plan.View{{Competence: "nl-po/instructie/begrip", Fits: "start", Note: "Bij rekenen zie ik het pas als ik nakijk."}}
	d := with(t, p)
	a, _ := d.m.env().fw.Area("nl-po/instructie")
	for i, id := range competencesIn(d.m.env().fw, a) {
		if id == "nl-po/instructie/begrip" {
			d.show(newSentences(d.m.env(), a, i))
		}
	}
	d.clickOn("rekenen")
	if !d.m.top().Form() {
		t.Fatalf("the note is not open:\n%s", d.frame())
	}
	d.cursorBefore("rekenen")
	d.text("de ")
	d.keys("esc")
	if got := d.m.plan.Views[0].Note; got != "Bij de rekenen zie ik het pas als ik nakijk." {
		t.Errorf("the note is %q", got)
	}
}

func TestTheHeadingStaysAboveManyQuestions(t *testing.T) {
	p := busy(t)
	d := with(t, p)
	d.run(d.m.openStep(7))
	d.size(60, 16)
	d.keys("home down down down down down")
	d.sees("Vragen bij je plan")
}
