package tui

import (
	"errors"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// ask is S08: the first screen where the store has a passphrase. It takes the
// code of the recovery sheet as well. There is no counter and no lock-out.
type ask struct {
	in   textinput.Model
	open func(secret string) (*Model, error)
}

// NewLocked returns the program for a store that is still closed. open opens
// it and returns the program that goes on; its errors are [ErrWrongPass],
// [ErrWrongCode] and whatever keeps a store from being opened, which Refused
// returns after the end.
func NewLocked(d *Deps, open func(secret string) (*Model, error)) *Model {
	m := New(d, nil, plan.Plan{}, nil)
	s := &ask{in: textinput.New(), open: open}
	s.in.Prompt, s.in.CharLimit = "", lineMax
	s.in.EchoMode, s.in.EchoCharacter = textinput.EchoPassword, dot
	s.in.SetVirtualCursor(false)
	s.in.Focus()
	m.stack, m.msg = nil, message{}
	m.push(s)
	return m
}

// Refused returns why a store could not be opened, which is no matter of its
// passphrase, or nil.
func (m *Model) Refused() error { return m.refused }

func (s *ask) ID() string          { return "S08" }
func (s *ask) Title(e *env) string { return e.t.T("s08.title") }
func (s *ask) Audience() string    { return "" }
func (s *ask) Form() bool          { return true }
func (s *ask) Bare() bool          { return true }

func (s *ask) Actions(*env) []action {
	return []action{
		{ID: "ask.stop", Keys: []string{"esc"}, Short: "key.stop", Do: func() []effect { return []effect{quit()} }},
		{ID: "ask.open", Keys: []string{"enter"}, Short: "key.openplans"},
		{ID: "safe.show", Keys: []string{"ctrl+t"}, Short: "key.showtyped", Do: s.show},
	}
}

func (s *ask) show() []effect {
	if s.in.EchoMode == textinput.EchoPassword {
		s.in.EchoMode = textinput.EchoNormal
	} else {
		s.in.EchoMode = textinput.EchoPassword
	}
	return []effect{func(*Model) tea.Cmd { return nil }}
}

func (s *ask) Page(e *env) page {
	out := wrapped(e.t.T("s08.what"), e.w, 0, e.st.Text.Render)
	out = append(out, line{}, line{Text: e.st.Selected.Render(e.t.T("s02.pass")), Mark: true})
	resize(&s.in, e.w-1)
	out = append(out, line{Text: s.in.View()}, line{})
	at := len(out) - 2
	for _, l := range text.Wrap(e.t.T("s08.forgot"), e.w) {
		out = append(out, line{Text: e.st.Hint.Render(l)})
	}
	p := page{Lines: out, Focus: [2]int{at - 1, at}}
	if c := s.in.Cursor(); c != nil {
		p.Cursor = &cursor{Line: at, Cell: c.Position.X}
	}
	return p
}

func (s *ask) Update(e *env, msg tea.Msg) []effect {
	if p, ok := msg.(tea.PasteMsg); ok {
		p.Content, _ = text.Line(p.Content, lineMax)
		msg = p
	}
	if k, ok := msg.(tea.KeyPressMsg); !ok || k.String() != "enter" {
		s.in, _ = s.in.Update(msg)
		return nil
	}
	typed := s.in.Value()
	if typed == "" {
		return []effect{attend("s08.empty")}
	}
	open := s.open
	return []effect{wait("busy.open", func() (any, error) { return open(typed) }, func(v any, err error) []effect {
		switch {
		case errors.Is(err, ErrWrongPass):
			s.in.SetValue("")
			return []effect{attend("s08.wrong")}
		case errors.Is(err, ErrWrongCode):
			return []effect{attend("s08.wrongcode")} // it stays: one letter may be wrong
		case err != nil:
			return []effect{func(m *Model) tea.Cmd { m.refused = err; return m.quit() }}
		}
		return []effect{func(m *Model) tea.Cmd { return m.become(v.(*Model)) }}
	})}
}

// become goes on as another program, in the same window.
func (m *Model) become(next *Model) tea.Cmd {
	w, h, dark, held := m.w, m.h, m.dark, m.held
	*m = *next
	m.w, m.h, m.dark = w, h, dark
	m.restyle()
	cmd := m.Init()
	if safe := m.deps.Safe; safe != nil && safe.ByCode() {
		cmd = tea.Batch(cmd, m.push(newSafeScreen(m)))
		m.say("s09.bycode")
	}
	for _, msg := range held { // typed while the store was being opened
		_, more := m.Update(msg)
		cmd = tea.Batch(cmd, more)
	}
	return cmd
}
