package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"bekwaam/text"
)

// pickField is a line of text that may also be one of a few: as long as it is
// empty or one of them, ← and → go through them and space unfolds them all.
// Words of one's own are typed as in any text.
type pickField struct {
	*textField
	// options are the texts to choose from; the id of each is its words.
	options func(*env) []option
	// last is a row below them that leads somewhere else.
	last func(*env) option
	open func() []effect
	unfolding
}

// picks reports whether keys choose: nothing else was typed.
func (f *pickField) picks(e *env) bool {
	v := f.in.Value()
	return v == "" || slices.ContainsFunc(f.options(e), func(o option) bool { return o.ID == v })
}

func (f *pickField) Blur() { f.fold(); f.textField.Blur() }

func (f *pickField) Update(e *env, msg tea.Msg) (bool, []effect) {
	k, isKey := msg.(tea.KeyPressMsg)
	if f.opened() {
		if !isKey {
			f.fold()
			return true, nil
		}
		switch id, chosen := f.move(k); {
		case chosen && id == f.last(e).ID:
			return true, f.open()
		case chosen:
			return true, f.take(e, id)
		}
		return true, nil
	}
	if isKey && f.picks(e) {
		switch k.String() {
		case "left":
			return true, f.step(e, -1)
		case "right":
			return true, f.step(e, 1)
		case "space":
			f.more = newPicker(e.st, append(f.options(e), f.last(e)), f.in.Value())
			return true, nil
		}
	}
	return f.textField.Update(e, msg)
}

// step goes to the next one, round the corner.
func (f *pickField) step(e *env, by int) []effect {
	all := f.options(e)
	if len(all) == 0 {
		return nil
	}
	i := slices.IndexFunc(all, func(o option) bool { return o.ID == f.in.Value() })
	if i < 0 && by < 0 {
		i = 0
	}
	return f.take(e, all[(i+by+len(all))%len(all)].ID)
}

// take writes one of them.
func (f *pickField) take(e *env, v string) []effect {
	f.dirty = false
	effects, _ := f.commit(e, v)
	return append(effects, renewed(f.textField))
}

func (f *pickField) Lines(e *env, w int, focused bool) ([]string, *cursor) {
	out, cur := f.textField.Lines(e, w, focused)
	if v := f.in.Value(); focused && v != "" && f.picks(e) && text.Width(v) > w-f.width {
		out[0] = f.row(e, text.Cut(v, w-f.width), w, true) // a choice is read from its beginning
		cur = &cursor{Cell: f.width}
	}
	if !focused || !f.opened() {
		return out, cur
	}
	return f.below(out, f.width, w)
}
