package tui

import "slices"

// action is one row of the table that feeds keys, help line, help screen and
// palette.
type action struct {
	ID   string   // catalogue id of its words in help and palette: act.ID
	Keys []string // as Bubble Tea names them; the first one is shown
	// Why is the catalogue id of the reason why it cannot be done now.
	Why string
	// Short is the catalogue id of its word in the help line; "" keeps it out.
	Short string
	Do    func() []effect
	// Anywhere says that it makes sense from other screens too: it does not
	// act on a row that one has to see.
	Anywhere bool
	// Quiet keeps a key that only explains itself out of help and palette.
	Quiet bool
}

// global are the actions that every screen has. On a form only those with a
// control key are taken as keys.
func (m *Model) global() []action {
	e := m.env()
	out := []action{
		{ID: "back", Keys: []string{"esc"}, Do: m.escape},
		{ID: "help", Keys: []string{"?"}, Do: func() []effect { return []effect{open(newHelp(m))} }},
		{ID: "palette", Keys: []string{"ctrl+p", ":"}, Do: func() []effect { return []effect{open(newPalette(m))} }},
		{ID: "undo", Keys: []string{"u", "ctrl+z"}, Why: m.whyNoUndo(), Do: func() []effect { return []effect{undo()} }},
		{ID: "redo", Keys: []string{"U", "ctrl+y"}, Why: m.whyNoRedo(), Do: func() []effect { return []effect{redo()} }},
		{ID: "saved", Keys: []string{"ctrl+s"}, Do: func() []effect { return []effect{say("msg.already-saved")} }},
		{ID: "redraw", Keys: []string{"ctrl+l"}, Do: func() []effect { return []effect{redraw()} }},
		{ID: "quit", Keys: []string{"q"}, Quiet: len(m.stack) > 1, Do: m.quitKey},
		{ID: "stop", Keys: []string{"ctrl+c"}, Do: func() []effect { return []effect{interrupt()} }},
	}
	if m.settings.Started {
		out = append(out, m.cardsAction())
	}
	if e.plan.ID != "" {
		out = append(out,
			action{ID: "next", Keys: []string{">"}, Why: m.whyNoStep(1), Do: func() []effect { return m.stepBy(1) }},
			action{ID: "previous", Keys: []string{"<"}, Why: m.whyNoStep(-1), Do: func() []effect { return m.stepBy(-1) }})
	}
	return out
}

// find returns the action of the top screen, or a global one, for a key.
func (m *Model) find(key string) (action, bool) {
	top := m.top()
	form := top.Form()
	for _, list := range [][]action{top.Actions(m.env()), m.roundAbout()} {
		for _, a := range list {
			for _, k := range a.Keys {
				if k == key && (!form || takenInForm(k)) {
					return a, true
				}
			}
		}
	}
	return action{}, false
}

// roundAbout are the global actions that the screen on top leaves: one that
// asks a single question has a way back and no way round it.
func (m *Model) roundAbout() []action {
	if !m.bare() {
		return m.global()
	}
	return slices.DeleteFunc(m.global(), func(a action) bool { return a.ID != "back" && a.ID != "redraw" })
}

// takenInForm reports whether a key is a command where letters are text.
func takenInForm(key string) bool {
	return len(key) > 1 && key != "space" && key != "enter" && key != "tab" && key != "shift+tab" &&
		key != "up" && key != "down" && key != "left" && key != "right" && key != "home" && key != "end" && key != "delete" && key != "backspace"
}
