package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"bekwaam/text"
)

// A field is one line or block of a form. Moving between fields happens in
// Update and never in a command, so no key can land in the wrong field.
type field interface {
	// ID is unique in the form; it is also the row that a click hits.
	ID() string
	// Open takes the value of the plan over, unless it is being typed.
	Open(*env)
	Focus()
	Blur()
	// Update takes a key, a paste or a click; used says whether it did.
	Update(*env, tea.Msg) (used bool, effects []effect)
	// Commit hands what was typed to the plan. It returns false, and a
	// sentence among the effects, for what cannot be understood.
	Commit(*env) ([]effect, bool)
	// Lines draws the field in w cells; the cursor is within them.
	Lines(e *env, w int, focused bool) ([]string, *cursor)
}

// form is a column of fields.
type form struct {
	fields []field
	at     int
	gap    bool // an empty line between the fields
	free   bool // what is typed is no part of the plan
	stayed bool // esc was refused once, for a text that was not understood
	// refused says that the message line tells why a text was not understood.
	refused bool
}

// Open renews every field from the plan.
func (f *form) Open(e *env) {
	for _, x := range f.fields {
		x.Open(e)
	}
	f.at = min(f.at, len(f.fields)-1)
	f.fields[f.at].Focus()
}

// here is the field in hand.
func (f *form) here() field { return f.fields[f.at] }

// goTo commits the field in hand and moves to another; it stays where what
// was typed cannot be understood.
func (f *form) goTo(e *env, i int) []effect {
	effects, ok := f.commit(e)
	if !ok || i < 0 || i >= len(f.fields) {
		return effects
	}
	f.here().Blur()
	f.at = i
	f.here().Focus()
	return effects
}

// commit commits the field in hand. Once it is understood, what was said
// about it goes.
func (f *form) commit(e *env) ([]effect, bool) {
	effects, ok := f.here().Commit(e)
	if ok && f.refused {
		effects = append([]effect{clearMessage()}, effects...)
	}
	f.refused = !ok
	return effects, ok
}

// choose puts the focus on a field by id, without committing.
func (f *form) choose(id string) {
	if i := slices.IndexFunc(f.fields, func(x field) bool { return x.ID() == id }); i >= 0 {
		f.here().Blur()
		f.at = i
		f.here().Focus()
	}
}

// Leave commits what is in hand.
func (f *form) Leave(e *env) []effect {
	effects, _ := f.commit(e)
	return effects
}

// Pause commits what is in hand while the person is only thinking. What
// cannot be understood may not be finished, so nothing is said of it.
func (f *form) Pause(e *env) []effect {
	effects, ok := f.here().Commit(e)
	if !ok {
		return nil
	}
	return effects
}

// Stays keeps the form open at the first esc when what is in hand cannot be
// understood: its sentence is read before the text goes.
func (f *form) Stays(e *env) ([]effect, bool) {
	effects, ok := f.commit(e)
	if ok || f.stayed {
		return effects, false
	}
	f.stayed = true
	return effects, true
}

// Update moves between the fields and hands the rest to the field in hand.
func (f *form) Update(e *env, msg tea.Msg) []effect {
	if c, ok := msg.(clickMsg); ok {
		i := slices.IndexFunc(f.fields, func(x field) bool { return x.ID() == c.Row })
		if i < 0 {
			return nil
		}
		var first []effect
		if i != f.at {
			first = f.goTo(e, i)
		}
		return append(first, func(m *Model) tea.Cmd { // after what was in hand is committed
			if f.here().ID() != c.Row {
				return nil // what was in hand was not understood
			}
			_, effects := f.here().Update(m.env(), msg)
			return m.carryOut(effects)
		})
	}
	f.stayed = false
	key := ""
	if k, ok := msg.(tea.KeyPressMsg); ok {
		key = k.String()
	}
	switch key {
	case "tab":
		return f.goTo(e, f.at+1)
	case "shift+tab":
		return f.goTo(e, f.at-1)
	}
	if why := e.readOnly(); why != "" && !f.free && typing(msg) {
		return []effect{attend(why)}
	}
	used, effects := f.here().Update(e, msg)
	if used {
		return effects
	}
	switch key {
	case "enter", "down":
		return append(effects, f.goTo(e, f.at+1)...)
	case "up":
		return append(effects, f.goTo(e, f.at-1)...)
	}
	return effects
}

// typing reports whether a message would change a text.
func typing(msg tea.Msg) bool {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		return true
	case tea.KeyPressMsg:
		switch msg.String() {
		case "backspace", "delete", "ctrl+h", "ctrl+d", "ctrl+k", "ctrl+u", "ctrl+w", "ctrl+v", "ctrl+t", "alt+backspace", "alt+delete", "alt+d":
			return true
		}
		return msg.Text != ""
	}
	return false
}

// Page draws the fields below each other.
func (f *form) Page(e *env, head ...line) page {
	p := page{Lines: head}
	for i, x := range f.fields {
		focused := i == f.at
		ls, cur := x.Lines(e, e.w, focused)
		if focused {
			p.Focus = [2]int{len(p.Lines), len(p.Lines) + len(ls) - 1}
			if i == 0 {
				p.Focus[0] = 0
			}
			if cur != nil {
				p.Cursor = &cursor{Line: len(p.Lines) + cur.Line, Cell: cur.Cell}
			}
		}
		for j, s := range ls {
			p.Lines = append(p.Lines, line{Text: s, Mark: focused && j == markLine(x), Row: x.ID()})
		}
		if f.gap && i < len(f.fields)-1 {
			p.Lines = append(p.Lines, line{})
		}
	}
	return p
}

// marked is a field whose mark stands on another line than its first.
type marked interface{ MarkLine() int }

func markLine(f field) int {
	if m, ok := f.(marked); ok {
		return m.MarkLine()
	}
	return 0
}

// Form reports that letters are text.
func (f *form) Form() bool { return true }

// formKeys are the keys of every form, for the help line.
func formKeys(extra ...action) []action {
	out := []action{
		{ID: "form.next", Keys: []string{"tab"}, Short: "key.next"},
	}
	return append(out, extra...)
}

// button is the row that leads on.
type button struct {
	id    string
	label func(*env) string
	do    func(*env) []effect
	blank bool // an empty line above it
}

func (b *button) ID() string                   { return b.id }
func (b *button) Open(*env)                    {}
func (b *button) Focus()                       {}
func (b *button) Blur()                        {}
func (b *button) Commit(*env) ([]effect, bool) { return nil, true }

func (b *button) Update(e *env, msg tea.Msg) (bool, []effect) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if msg.String() == "enter" {
			return true, b.do(e)
		}
	case clickMsg:
		return true, b.do(e)
	}
	return false, nil
}

func (b *button) MarkLine() int {
	if b.blank {
		return 1
	}
	return 0
}

func (b *button) Lines(e *env, w int, focused bool) ([]string, *cursor) {
	s := "[ " + text.Cut(b.label(e), w-4) + " ]"
	if focused {
		s = e.st.Selected.Render(s)
	}
	if b.blank {
		return []string{"", s}, &cursor{Line: 1, Cell: 0}
	}
	return []string{s}, &cursor{}
}
