package tui

import "strings"

// A form shows what undo or redo changed: its focus goes to the first field
// that reads otherwise than before, unless the one in hand does.

// formed is a screen that stands on a form.
type formed interface{ base() *form }

func (f *form) base() *form { return f }

// readFields is what each field of a form shows, by its id; nil where the
// screen is no form.
func readFields(s screen, e *env) map[string]string {
	x, ok := s.(formed)
	if !ok {
		return nil
	}
	out := map[string]string{}
	for _, f := range x.base().fields {
		lines, _ := f.Lines(e, textWidth, false)
		out[f.ID()] = strings.Join(lines, "\n")
	}
	return out
}

// followUndo puts the focus on the first field that changed.
func followUndo(s screen, e *env, before map[string]string) {
	x, ok := s.(formed)
	if !ok || before == nil {
		return
	}
	now := readFields(s, e)
	if here := x.base().here().ID(); before[here] != now[here] {
		return
	}
	for _, f := range x.base().fields {
		if was, known := before[f.ID()]; !known || was != now[f.ID()] {
			x.base().choose(f.ID())
			return
		}
	}
}
