package tui

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"bekwaam/text"
)

// unlock is S75: it asks once for the passphrase of the own key.
type unlock struct {
	box  searchBox
	then effect // what the key was needed for, nil where that is said
}

// newUnlockFor asks for the passphrase and then goes on.
func newUnlockFor(then effect) *unlock {
	s := newUnlock()
	s.then = then
	return s
}

func newUnlock() *unlock {
	return &unlock{box: newSecretBox()}
}

func (s *unlock) ID() string          { return "S75" }
func (s *unlock) Title(e *env) string { return e.t.T("s75.title") }
func (s *unlock) Audience() string    { return "private" }
func (s *unlock) Form() bool          { return true }
func (s *unlock) Bare() bool          { return true }

func (s *unlock) Actions(*env) []action {
	return []action{{ID: "unlock.open", Keys: []string{"enter"}, Short: "key.unlock"}}
}

func (s *unlock) Page(e *env) page {
	label := e.t.T("s75.pass") + "  "
	field, cell := s.box.View(e.w - text.Width(label))
	out := lines(append(text.Wrap(e.t.T("s75.what"), e.w), "", e.st.Label.Render(label)+field)...)
	at := len(out) - 1
	return page{Lines: out, Focus: [2]int{at, at}, Cursor: &cursor{Line: at, Cell: text.Width(label) + cell}}
}

func (s *unlock) Update(e *env, msg tea.Msg) []effect {
	if k, ok := msg.(tea.KeyPressMsg); !ok || k.String() != "enter" {
		s.box.Update(msg)
		return nil
	}
	work, typed := e.deps.Work, s.box.Value()
	s.box.Clear()
	return []effect{wait("busy.key", func() (any, error) { return nil, work.Unlock(typed) }, func(_ any, err error) []effect {
		if err != nil {
			return []effect{attend("s75.wrong")}
		}
		if s.then != nil {
			return []effect{back(), s.then}
		}
		return []effect{back(), say("s75.done")}
	})}
}

// notSigned is what follows a signature that was not made: the passphrase is
// asked for where that is what lacked.
func notSigned(err error, id string) []effect {
	if errors.Is(err, ErrLocked) {
		return []effect{open(newUnlock())}
	}
	return []effect{attend(id)}
}
