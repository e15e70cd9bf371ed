package tui

import (
	"errors"
	"unicode/utf8"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// lineMax is how much one line of text may hold, longMax a long text.
const (
	lineMax = 400
	longMax = 5000
)

// errLater is what set returns for an answer that the form keeps to itself
// until there are words to put into the plan with it.
var errLater = errors.New("kept until there are words with it")

// bound ties a field to the plan: how its value is read and written.
type bound struct {
	id    string
	label string // catalogue id
	hint  string // catalogue id of the question beside it, or ""
	width int    // of the column of labels
	// caption is the label where that is no text of the catalogue.
	caption func(*env) string
	// preset says that the value is usually an answer filled in beforehand:
	// the first letter typed takes its place.
	preset bool
	// secret shows a dot for every letter.
	secret bool
	get    func(*env) string
	// set returns the act that writes a cleaned value. A *text.ParseError
	// says that it was not understood.
	set func(*env, string) (plan.Change, error)
}

func (b bound) ID() string { return b.id }

// commit writes value when it differs; ok is false for what is not understood.
func (b bound) commit(e *env, value string) (effects []effect, ok bool) {
	if value == b.get(e) {
		return nil, true
	}
	c, err := b.set(e, value)
	if errors.Is(err, errLater) {
		return nil, true
	}
	if p := (*text.ParseError)(nil); errors.As(err, &p) {
		return []effect{attend("parse."+string(p.Kind)+"."+string(p.Code), "Value", p.Input)}, false
	}
	return []effect{commit(c, err)}, true
}

// row draws the label, the value and, where there is room, the question.
func (b bound) row(e *env, value string, w int, focused bool) string {
	style, words := e.st.Label, ""
	if focused {
		style = e.st.Selected
	}
	if b.caption != nil {
		words = b.caption(e)
	} else {
		words = e.t.T(b.label)
	}
	return style.Render(text.Pad(text.Cut(words, b.width-1), b.width)) + value
}

// textField is one line of text.
type textField struct {
	bound
	in    textinput.Model
	dirty bool
	fresh bool // nothing was typed since it was entered
	wrote bool // something was typed since the screen was opened
	cells int  // of its value where it shares its line, 0 for the whole line
}

func newText(b bound) *textField {
	f := &textField{bound: b, in: textinput.New()}
	f.in.Prompt = ""
	f.in.CharLimit = lineMax
	f.in.SetVirtualCursor(false)
	if b.secret {
		f.in.EchoMode = textinput.EchoPassword
	}
	return f
}

func (f *textField) Open(e *env) {
	if v := f.get(e); !f.dirty && f.in.Value() != v {
		f.in.CharLimit = max(lineMax, len([]rune(v))) // a longer text from elsewhere keeps its end
		f.in.SetValue(v)
		f.in.CursorEnd()
	}
}

func (f *textField) Focus() {
	f.in.Focus()
	f.in.CursorEnd()
	f.fresh = true
}

func (f *textField) Blur() { f.in.Blur() }

func (f *textField) Update(e *env, msg tea.Msg) (bool, []effect) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch msg.String() {
		case "up", "down", "enter":
			return false, nil
		}
	case tea.PasteMsg:
		s, _ := text.Line(msg.Content, pasteMax)
		msg.Content = s
		full := utf8.RuneCountInString(f.in.Value())+utf8.RuneCountInString(s) > f.in.CharLimit
		f.in, _ = f.in.Update(msg)
		f.dirty, f.wrote = true, true
		return true, noRoom(full, f.in.CharLimit)
	case clickMsg:
		f.in.SetCursor(max(0, msg.Cell-f.width))
		return true, nil
	default:
		return false, nil
	}
	before := f.in.Value()
	if k, ok := msg.(tea.KeyPressMsg); ok && f.preset && f.fresh && k.Text != "" {
		f.in.SetValue("")
	}
	f.fresh = false
	f.in, _ = f.in.Update(msg)
	f.dirty = f.dirty || f.in.Value() != before
	f.wrote = f.wrote || f.dirty
	return true, noRoom(adds(msg) && f.in.Value() == before && utf8.RuneCountInString(before) >= f.in.CharLimit, f.in.CharLimit)
}

func (f *textField) Commit(e *env) ([]effect, bool) {
	if !f.dirty {
		return nil, true
	}
	v, _ := text.Line(f.in.Value(), f.in.CharLimit)
	effects, ok := f.commit(e, v)
	f.dirty = !ok
	return effects, ok
}

// resize makes an input w cells wide and lets the part in view follow, which
// the input itself does only when its cursor passes an edge.
func resize(in *textinput.Model, w int) {
	if w = max(w, 1); in.Width() == w {
		return
	}
	at := in.Position()
	in.SetWidth(w)
	in.CursorEnd()
	in.SetCursor(at)
}

func (f *textField) Lines(e *env, w int, focused bool) ([]string, *cursor) {
	room := w - f.width
	if f.cells > 0 {
		room = f.cells
	}
	hint := ""
	if focused && f.hint != "" {
		hint = e.t.T(f.hint)
	}
	below := hint != "" && (e.narrow() || room-text.Width(hint)-2 < 14)
	if hint != "" && !below {
		room -= text.Width(hint) + 2
	}
	resize(&f.in, room-1)
	value := f.in.View()
	if !focused {
		value = text.Cut(f.in.Value(), room)
		if f.in.Value() == "" {
			value = e.st.Label.Render(text.Nothing)
		}
	}
	out := []string{f.row(e, value, w, focused)}
	switch {
	case below:
		for _, l := range text.Wrap(hint, w-f.width) {
			out = append(out, spaces(f.width)+e.st.Hint.Render(l))
		}
	case hint != "":
		out[0] = fit(out[0], w-text.Width(hint)) + e.st.Hint.Render(hint)
	}
	if c := f.in.Cursor(); focused && c != nil {
		return out, &cursor{Cell: f.width + c.Position.X}
	}
	return out, nil
}
