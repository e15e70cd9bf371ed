package tui

import "testing"

// TestUndoShowsWhatCameBack in a form whose other end is in view.
func TestUndoShowsWhatCameBack(t *testing.T) {
	d := goalOpen(t)
	f := d.m.top().(*goalForm)
	f.choose("letgo")
	d.text(" en meer")
	d.keys("tab tab right")
	f.choose("question")
	d.keys("ctrl+z")
	if got := f.here().ID(); got != "choice" {
		t.Errorf("after the first undo the focus is on %s", got)
	}
	d.keys("ctrl+z")
	if got := f.here().ID(); got != "letgo" {
		t.Errorf("after the second undo the focus is on %s", got)
	}
	d.keys("ctrl+y")
	if got := f.here().ID(); got != "letgo" {
		t.Errorf("after redo the focus is on %s", got)
	}
}

// TestNothingIsTypedThatCannotBeSaved once a save failed.
func TestNothingIsTypedThatCannotBeSaved(t *testing.T) {
	d := goalOpen(t)
	d.m.failed = errNotSaved
	before := d.m.top().(*goalForm).goal(d.m.env()).Signs
	d.text("x")
	d.sees("! Er is iets niet bewaard, dus nu kun je alleen lezen.", "NIET BEWAARD")
	d.keys("esc")
	if got := d.m.plan.Goals[0].Signs; got != before {
		t.Errorf("the goal has %q", got)
	}
}
