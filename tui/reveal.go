package tui

import (
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/text"
)

// reveal is S79: it asks for the passphrase of a file that somebody made
// secret, and goes on with the file.
type reveal struct {
	box  searchBox
	path string
}

func newReveal(path string) *reveal {
	return &reveal{box: newSecretBox(), path: path}
}

func (s *reveal) ID() string          { return "S79" }
func (s *reveal) Title(e *env) string { return e.t.T("s79.title") }
func (s *reveal) Audience() string    { return "private" }
func (s *reveal) Form() bool          { return true }
func (s *reveal) Bare() bool          { return true }

// name is what the file is called, on any system.
func (s *reveal) name() string { return s.path[strings.LastIndexAny(s.path, `/\`)+1:] }

func (s *reveal) Actions(*env) []action {
	return []action{{ID: "reveal.open", Keys: []string{"enter"}, Short: "key.look"}}
}

func (s *reveal) Page(e *env) page {
	label := e.t.T("s75.pass") + "  "
	field, cell := s.box.View(e.w - text.Width(label))
	out := append([]string{text.Cut(s.name(), e.w), ""}, text.Wrap(e.t.T("s79.what"), e.w)...)
	all := lines(append(out, "", e.st.Label.Render(label)+field)...)
	at := len(all) - 1
	return page{Lines: all, Focus: [2]int{at, at}, Cursor: &cursor{Line: at, Cell: text.Width(label) + cell}}
}

func (s *reveal) Update(e *env, msg tea.Msg) []effect {
	if k, ok := msg.(tea.KeyPressMsg); !ok || k.String() != "enter" {
		s.box.Update(msg)
		return nil
	}
	work, typed, path := e.deps.Work, s.box.Value(), s.path
	s.box.Clear()
	return []effect{wait("busy.judge", func() (any, error) { return nil, work.Reveal(path, typed) }, func(_ any, err error) []effect {
		var bad Unreadable
		switch {
		case errors.Is(err, ErrPassphrase):
			return []effect{attend("s79.wrong")}
		case errors.As(err, &bad):
			return append([]effect{back()}, badFile(bad, path)...)
		case err != nil:
			return []effect{attend("file.bad.missing")}
		}
		return []effect{back(), func(m *Model) tea.Cmd { return m.carryOut(judgeFile(m.env(), path)) }}
	})}
}
