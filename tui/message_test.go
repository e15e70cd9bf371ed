package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// TestAMessageStaysTrue goes away with the act that makes it untrue.
func TestAMessageStaysTrue(t *testing.T) {
	d := mySchoolOpen(t)
	d.keys("4 u")
	d.sees("Toets U doet het opnieuw.")
	d.keys("3")
	if strings.Contains(d.frame(), "Toets U") {
		t.Errorf("U is still offered after another act:\n%s", d.frame())
	}
}

// TestARefusalGoesWhenItIsAnswered even where the old text is put back.
func TestARefusalGoesWhenItIsAnswered(t *testing.T) {
	d := goalOpen(t)
	d.m.top().(*goalForm).choose("deadline")
	d.text("31-2")
	d.keys("tab")
	d.sees("! Die dag bestaat niet: 31-2.")
	for range 4 {
		d.keys("backspace")
	}
	d.text("9 feb 2027")
	d.keys("tab")
	if strings.Contains(d.frame(), "Die dag bestaat niet") {
		t.Errorf("it is still refused:\n%s", d.frame())
	}
}

// TestALongMessage keeps what can be done next in view, and is whole in help.
func TestALongMessage(t *testing.T) {
	d := agreementsOpen(t)
	d.keys("down d")
	d.sees("Weggehaald: afspraak Er is vervanging bij twee… Toets u zet het terug.")
	d.keys("u")
	d.sees("is terug. Toets U doet het opnieuw.")
	d.size(60, 16)
	d.keys("U u ?")
	d.sees("is terug. Toets U doet het", "opnieuw.")
	d.keys("esc")
	d.sees("Ongedaan: afspraak Er is")
}

// TestAHintSpeaksTheLanguageInUse also where it was shown in the other one.
func TestAHintSpeaksTheLanguageInUse(t *testing.T) {
	d := goalOpen(t)
	d.sees("Rechts staat een vraag om over na te denken.")
	d.size(60, 16)
	d.sees("Onder het veld staat een vraag om over na te denken.")
	d.m.change(func(s *Settings) { s.Language = "en" })
	d.sees("Below the field is a question to think about.")
}

// TestAFullTextSaysSo when something is pasted into it or typed on.
func TestAFullTextSaysSo(t *testing.T) {
	d := questionsOpen(t)
	d.send(tea.PasteMsg{Content: strings.Repeat("Plakken is ook typen. ", 300)})
	d.sees("! Hier passen 5000 tekens.")
	d.keys("tab")
	d.keys("shift+tab")
	d.send(tea.PasteMsg{Content: strings.Repeat("p", pasteRoom)}) // what was left free behind the paste
	d.text("x")
	d.sees("! Hier passen 5000 tekens.")
	d = begun(t)
	d.run(d.m.openStep(1))
	d.send(tea.PasteMsg{Content: strings.Repeat("a", 500)})
	d.sees("! Hier passen 400 tekens.")
	d.keys("home backspace tab")
	if got := len(d.m.plan.Profile.Name); got != 400 {
		t.Errorf("%d characters were kept", got)
	}
	d.sees("…", "2026–2027 · concept") // the name gives way in the header
}
