package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"bekwaam/text"
)

// option is one answer of a choice.
type option struct{ ID, Label string }

// choiceField is one of a few: ← and → change it in place, space unfolds
// them all.
type choiceField struct {
	bound
	options func(*env) []option
	unfolding
	shown int // lines above the unfolded answers
}

func newChoice(b bound, options func(*env) []option) *choiceField {
	return &choiceField{bound: b, options: options}
}

func (f *choiceField) Open(*env)                    {}
func (f *choiceField) Focus()                       {}
func (f *choiceField) Blur()                        { f.fold() }
func (f *choiceField) Commit(*env) ([]effect, bool) { return nil, true }

func (f *choiceField) Update(e *env, msg tea.Msg) (bool, []effect) {
	opts := f.options(e)
	if c, ok := msg.(clickMsg); ok {
		return true, f.click(e, opts, c)
	}
	k, ok := msg.(tea.KeyPressMsg)
	if !ok || len(opts) == 0 {
		return false, nil
	}
	if f.opened() {
		if id, chosen := f.move(k); chosen {
			effects, _ := f.commit(e, id)
			return true, effects
		}
		return true, nil
	}
	switch k.String() {
	case "left":
		return true, f.step(e, opts, -1)
	case "right":
		return true, f.step(e, opts, 1)
	case "space":
		f.more = newPicker(e.st, opts, f.get(e))
		return true, nil
	}
	return false, nil
}

// click takes the answer that was hit where they all stand open, else the
// next one; on the label it only takes the focus.
func (f *choiceField) click(e *env, opts []option, c clickMsg) []effect {
	if !f.opened() {
		if c.Cell < f.width {
			return nil
		}
		return f.step(e, opts, 1)
	}
	at := c.Nth - f.shown
	f.fold()
	if at < 0 || at >= len(opts) {
		return nil
	}
	effects, _ := f.commit(e, opts[at].ID)
	return effects
}

// step goes to the next answer, round the corner; from no answer at all to
// the first or the last.
func (f *choiceField) step(e *env, opts []option, by int) []effect {
	i := slices.IndexFunc(opts, func(o option) bool { return o.ID == f.get(e) })
	if i < 0 && by < 0 {
		i = 0
	}
	i = (i + by + len(opts)) % len(opts)
	effects, _ := f.commit(e, opts[i].ID)
	return effects
}

func (f *choiceField) Lines(e *env, w int, focused bool) ([]string, *cursor) {
	opts := f.options(e)
	word := text.Nothing
	for _, o := range opts {
		if o.ID == f.get(e) {
			word = o.Label
		}
	}
	hint := ""
	if focused && f.hint != "" {
		hint = e.t.T(f.hint)
	}
	ls := text.Wrap(word, w-f.width)
	out := []string{f.row(e, ls[0], w, focused)}
	if hint != "" && !e.narrow() && text.Width(ls[0])+f.width+text.Width(hint)+2 <= w {
		out[0] = fit(out[0], w-text.Width(hint)) + e.st.Hint.Render(hint)
		hint = ""
	}
	for _, l := range ls[1:] {
		out = append(out, spaces(f.width)+l)
	}
	cur := &cursor{Cell: f.width}
	if f.shown = len(out); focused && f.opened() {
		out, cur = f.below(out, f.width, w)
	}
	if hint != "" {
		for _, l := range text.Wrap(hint, w-f.width) {
			out = append(out, spaces(f.width)+e.st.Hint.Render(l))
		}
	}
	return out, cur
}
