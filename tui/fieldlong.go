package tui

import (
	"unicode/utf8"

	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"

	"bekwaam/text"
)

// pasteRoom is what a paste that does not fit leaves free, so that one can say
// behind it where the rest is.
const pasteRoom = 200

// longField is several lines of text under its label. In hand it shows some
// lines, elsewhere the first one.
type longField struct {
	bound
	in     textarea.Model
	height int
	head   func(*env) string // its label, where that is no catalogue id
	hidden bool              // no label line of its own
	dirty  bool
}

func newLong(b bound, height int) *longField {
	f := &longField{bound: b, in: textarea.New(), height: height}
	f.in.Prompt, f.in.ShowLineNumbers = "", false
	f.in.CharLimit, f.in.MaxHeight = longMax, 0
	f.in.SetVirtualCursor(false)
	st := textarea.DefaultStyles(true)
	plain := st.Focused.Base
	for _, s := range []*textarea.StyleState{&st.Focused, &st.Blurred} {
		s.CursorLine, s.Text, s.EndOfBuffer, s.Prompt = plain, plain, plain, plain
	}
	f.in.SetStyles(st)
	return f
}

func (f *longField) Open(e *env) {
	if v := f.get(e); !f.dirty && f.in.Value() != v {
		f.in.CharLimit = max(longMax, len([]rune(v))) // a longer text from elsewhere keeps its end
		f.in.SetValue(v)
		f.in.MoveToEnd()
	}
}

func (f *longField) Focus() { f.in.Focus() }
func (f *longField) Blur()  { f.in.Blur() }

// edge reports whether the cursor is on the first or the last line.
func (f *longField) edge(key string) bool {
	info := f.in.LineInfo()
	if key == "up" {
		return f.in.Line() == 0 && info.RowOffset == 0
	}
	return f.in.Line() == f.in.LineCount()-1 && info.RowOffset >= info.Height-1
}

func (f *longField) Update(e *env, msg tea.Msg) (bool, []effect) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if k := msg.String(); (k == "up" || k == "down") && f.edge(k) {
			return false, nil
		}
	case tea.PasteMsg:
		s, _ := text.Text(msg.Content, pasteMax)
		msg.Content = s
		room := f.in.CharLimit - utf8.RuneCountInString(f.in.Value())
		full := utf8.RuneCountInString(s) > room
		if full {
			msg.Content = string([]rune(s)[:max(room-pasteRoom, 0)])
		}
		f.in, _ = f.in.Update(msg)
		f.dirty = true
		return true, noRoom(full, f.in.CharLimit)
	case clickMsg:
		return true, nil
	default:
		return false, nil
	}
	before := f.in.Value()
	f.in, _ = f.in.Update(msg)
	f.dirty = f.dirty || f.in.Value() != before
	return true, noRoom(adds(msg) && f.in.Value() == before && utf8.RuneCountInString(before) >= f.in.CharLimit, f.in.CharLimit)
}

// adds reports whether a message would make a text longer.
func adds(msg tea.Msg) bool {
	k, ok := msg.(tea.KeyPressMsg)
	return ok && (k.Text != "" || k.String() == "enter")
}

// noRoom says that a text is full, so that nobody thinks that the rest of it
// was kept.
func noRoom(full bool, most int) []effect {
	if !full {
		return nil
	}
	return []effect{attend("msg.full", "Most", most)}
}

func (f *longField) Commit(e *env) ([]effect, bool) {
	if !f.dirty {
		return nil, true
	}
	v, _ := text.Text(f.in.Value(), f.in.CharLimit)
	effects, ok := f.commit(e, v)
	f.dirty = !ok
	return effects, ok
}

// SetText puts a text from elsewhere in, such as from an editor.
func (f *longField) SetText(s string) {
	s, _ = text.Text(s, longMax)
	f.in.SetValue(s)
	f.dirty = true
}

func (f *longField) labelText(e *env) string {
	if f.head != nil {
		return f.head(e)
	}
	return e.t.T(f.label)
}

func (f *longField) Lines(e *env, w int, focused bool) ([]string, *cursor) {
	var out []string
	if !f.hidden {
		style := e.st.Label
		if focused {
			style = e.st.Selected
		}
		for _, l := range text.Wrap(f.labelText(e), w) {
			out = append(out, style.Render(l))
		}
	}
	if !focused {
		return append(out, f.closed(e, w)), nil
	}
	hint := ""
	if f.hint != "" {
		hint = e.t.T(f.hint)
	}
	room, side := w, []string(nil)
	if hint != "" && !e.narrow() {
		room = w - 26
		side = text.Wrap(hint, 24)
	}
	f.in.SetWidth(room)
	f.in.SetHeight(f.height)
	body := f.inView()
	for i := range body {
		if i < len(side) {
			body[i] = fit(body[i], room+2) + e.st.Hint.Render(side[i])
		}
	}
	start := len(out)
	out = append(out, body...)
	for i := len(body); i < len(side); i++ {
		out = append(out, spaces(room+2)+e.st.Hint.Render(side[i]))
	}
	if hint != "" && e.narrow() {
		for _, l := range text.Wrap(hint, w) {
			out = append(out, e.st.Hint.Render(l))
		}
	}
	if c := f.in.Cursor(); c != nil {
		return out, &cursor{Line: start + c.Position.Y, Cell: c.Position.X}
	}
	return out, nil
}

// inView are the lines that are shown in hand, with the cursor in them. A text
// that was just put in scrolls only once it was drawn.
func (f *longField) inView() []string {
	body := f.in.View()
	if c := f.in.Cursor(); c != nil && (c.Y < 0 || c.Y >= f.in.Height()) {
		f.in, _ = f.in.Update(nil)
		body = f.in.View()
	}
	return splitLines(body)
}

// closed is the first line of the text, with … where there is more.
func (f *longField) closed(e *env, w int) string {
	v := f.in.Value()
	if v == "" {
		return ""
	}
	ls := text.Wrap(v, w)
	if len(ls) > 1 {
		return text.Cut(ls[0]+" "+ls[1], w)
	}
	return ls[0]
}

func splitLines(s string) []string {
	var out []string
	for len(s) > 0 {
		i := 0
		for i < len(s) && s[i] != '\n' {
			i++
		}
		out = append(out, s[:i])
		if i == len(s) {
			break
		}
		s = s[i+1:]
	}
	return out
}
