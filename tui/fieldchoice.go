package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"github.com/charmbracelet/x/ansi"

	"bekwaam/text"
)

// option is one answer of a choice.
type option struct{ ID, Label string }

// choiceField is one of a few: ← and → change it in place, space unfolds
// them all.
type choiceField struct {
	bound
	options func(*env) []option
	more    *picker // unfolded, or nil
	shown   int     // lines above the unfolded answers
}

func newChoice(b bound, options func(*env) []option) *choiceField {
	return &choiceField{bound: b, options: options}
}

func (f *choiceField) Open(*env)                    {}
func (f *choiceField) Focus()                       {}
func (f *choiceField) Blur()                        { f.more = nil }
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
	if f.more != nil {
		switch k.String() {
		case "enter", "space":
			id := f.more.Value()
			f.more = nil
			effects, _ := f.commit(e, id)
			return true, effects
		default:
			f.more.Update(msg)
			return true, nil
		}
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
	if f.more == nil {
		if c.Cell < f.width {
			return nil
		}
		return f.step(e, opts, 1)
	}
	at := c.Nth - f.shown
	f.more = nil
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
	if f.shown = len(out); focused && f.more != nil {
		lines, at := f.more.Lines()
		cur = &cursor{Line: len(out) + at, Cell: f.width}
		for _, l := range lines {
			out = append(out, spaces(f.width)+l)
		}
	}
	if hint != "" {
		for _, l := range text.Wrap(hint, w-f.width) {
			out = append(out, spaces(f.width)+e.st.Hint.Render(l))
		}
	}
	return out, cur
}

// picker is Huh's choice field, driven without commands.
type picker struct {
	sel   *huh.Select[string]
	value string
	n     int
}

func newPicker(st *styles, opts []option, value string) *picker {
	p := &picker{value: value, n: len(opts)}
	list := make([]huh.Option[string], len(opts))
	for i, o := range opts {
		list[i] = huh.NewOption(o.Label, o.ID)
	}
	p.sel = huh.NewSelect[string]().Options(list...).Value(&p.value).Height(len(opts) + 1)
	p.sel.WithTheme(st)
	km := huh.NewDefaultKeyMap()
	km.Select.Filter.SetEnabled(false)
	p.sel.WithKeyMap(km)
	p.sel.WithWidth(textWidth)
	p.sel.Focus()
	return p
}

// Value is the answer under the cursor.
func (p *picker) Value() string { return p.value }

// Update moves; it reports whether the cursor moved.
func (p *picker) Update(msg tea.Msg) bool {
	before := p.value
	m, _ := p.sel.Update(msg)
	p.sel = m.(*huh.Select[string])
	if v, ok := p.sel.Hovered(); ok {
		p.value = v
	}
	return p.value != before
}

// Lines are the answers, and which one has the cursor.
func (p *picker) Lines() (out []string, at int) {
	for i, l := range splitLines(p.sel.View()) {
		if i >= p.n {
			break
		}
		l = strings.TrimRight(ansi.Strip(l), " ")
		if strings.HasPrefix(l, "● ") {
			at = len(out)
		} else {
			l = "○ " + strings.TrimPrefix(l, "  ")
		}
		out = append(out, l)
	}
	return out, at
}
