package tui

import (
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

// TestAQAmongLettersDoesNotStop pastes letters on the home screen, as a terminal
// does that does not tell pastes, and then presses q.
func TestAQAmongLettersDoesNotStop(t *testing.T) {
	d := with(t, kept(t))
	at := fixed()
	d.m.deps.Now = func() time.Time { return at }
	d.run(d.m.cut(1))
	d.on("S04")
	d.keys("x q")
	if d.m.quitting {
		t.Fatal("a q right behind a letter ended the program")
	}
	d.sees("Stoppen? Druk nog een keer op q.")
	at = at.Add(time.Second)
	d.keys("q")
	if !d.m.quitting {
		t.Error("q did not end the program")
	}
}

// TestALongPasteLeavesRoomForAWord pastes more than a text can hold.
func TestALongPasteLeavesRoomForAWord(t *testing.T) {
	d := at(t, kept(t), 9, "4 n")
	long := make([]byte, 200_000)
	for i := range long {
		long[i] = 'p'
	}
	d.send(tea.PasteMsg{Content: string(long)})
	d.sees("Hier passen 5000 tekens.")
	d.text("KLAAR")
	d.sees("pKLAAR")
	d.keys("tab")
	if n := len(d.m.plan.Reflections[len(d.m.plan.Reflections)-1].Answers["kort/1"]); n != longMax-pasteRoom+5 {
		t.Errorf("%d letters", n)
	}
}
