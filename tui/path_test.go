package tui

import (
	"strings"
	"testing"
)

// TestThePathShowsWhereOneComesFrom, and no half words.
func TestThePathShowsWhereOneComesFrom(t *testing.T) {
	d := withNoor(t)
	d.keys("home down down down enter esc")
	d.on("S05")
	d.sees("› Plannen       ✓  4 Doelen")
	d.size(60, 16)
	if f := d.frame(); strings.Contains(f, "…") {
		t.Errorf("words are cut on the path:\n%s", f)
	}
}

// TestTitleLeavesTheStepOut where there is no room for it.
func TestTitleLeavesTheStepOut(t *testing.T) {
	d := sentenceOpen(t)
	d.sees("2 Vragen aan jezelf · Instructie en lesopbouw")
	d.size(60, 16)
	d.sees("2 · Instructie en lesopbouw", "alleen jij")
	for title, want := range map[string]string{"8 Tekenen en doorgeven · klaar": "8 · klaar", "4 Doelen": "4 Doelen", "Hulp bij 4 Doelen · x": "Hulp bij 4 Doelen · x"} {
		if got := withoutStep(title); got != want {
			t.Errorf("%q becomes %q, want %q", title, got, want)
		}
	}
}
