package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// holder is a screen with a text in hand that may not be in the plan yet.
type holder interface{ Holding() bool }

// holding reports whether something stands on the screen that is not on its
// way to the disk: the header then does not call it saved.
func (m *Model) holding() bool {
	h, ok := m.top().(holder)
	return ok && h.Holding()
}

// held is a field that knows whether it holds what the plan does not have.
type held interface{ Held() bool }

func (f *textField) Held() bool { return f.dirty }
func (f *longField) Held() bool { return f.dirty }

// Holding reports whether the field in hand holds what the plan does not have.
func (f *form) Holding() bool {
	h, ok := f.here().(held)
	return ok && h.Held() && !f.free
}

// Holding reports whether the note holds what the plan does not have.
func (s *sentences) Holding() bool { return s.writing && s.note.dirty }

// Holding reports whether the open condition holds what the plan does not
// have.
func (s *agreementList) Holding() bool { return s.open != nil && s.open.dirty }

// Holding reports whether the text in hand holds what the plan does not have.
func (s *proposals) Holding() bool {
	h, ok := s.write.field.(held)
	return ok && h.Held()
}

// Pause keeps the note while the person is only thinking.
func (s *sentences) Pause(e *env) []effect { return s.Leave(e) }

// Pause keeps the open condition while the person is only thinking.
func (s *agreementList) Pause(e *env) []effect { return s.Leave(e) }

// Pause keeps the text in hand while the person is only thinking.
func (s *proposals) Pause(e *env) []effect { return s.Leave(e) }

// draftMsg says that a text has been in hand for a while: who types on and on
// makes no pause.
type draftMsg struct{}

// draftEvery is how long a text may be in hand before it is kept.
const draftEvery = 2 * time.Second

// draft sets off the keeping of a text that was just begun.
func (m *Model) draft() tea.Cmd {
	if m.drafting || !m.holding() {
		return nil
	}
	m.drafting = true
	return m.deps.Tick(draftEvery, func(time.Time) tea.Msg { return draftMsg{} })
}

// keep keeps the text in hand now.
func (m *Model) keep() tea.Cmd {
	if p, ok := m.top().(pauser); ok && m.holding() {
		return m.carryOut(p.Pause(m.env()))
	}
	return nil
}

// keepDraft keeps the text in hand, and goes on doing so while there is one.
func (m *Model) keepDraft() tea.Cmd {
	m.drafting = false
	cmd := m.keep()
	return tea.Batch(cmd, m.draft())
}
