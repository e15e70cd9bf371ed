package tui

import (
	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
)

// An effect is what a screen asks of the model. Effects are carried out at
// once and in order.
type effect func(*Model) tea.Cmd

// open puts a screen on top.
func open(s screen) effect {
	return func(m *Model) tea.Cmd { return m.push(s) }
}

// swap puts a screen in the place of the one on top.
func swap(s screen) effect {
	return func(m *Model) tea.Cmd { return m.replace(s) }
}

// back goes one level up.
func back() effect { return func(m *Model) tea.Cmd { return m.pop() } }

// goHome goes back to the plans, and onward to a screen of the plan.
func openStep(n int) effect {
	return func(m *Model) tea.Cmd { return m.openStep(n) }
}

// commit takes over the result of an act and saves it. An error becomes a
// sentence in the message line; the plan then stays as it was.
func commit(c plan.Change, err error) effect {
	return func(m *Model) tea.Cmd {
		if err != nil {
			m.fail(err)
			return nil
		}
		return m.commit(c)
	}
}

// commitSaying is commit with a sentence for the message line.
func commitSaying(c plan.Change, err error, id string, args ...any) effect {
	return func(m *Model) tea.Cmd {
		if err != nil {
			m.fail(err)
			return nil
		}
		cmd := m.commit(c)
		if m.failed == nil {
			m.say(id, args...)
		}
		return cmd
	}
}

// say puts a sentence of the catalogue into the message line.
func say(id string, args ...any) effect {
	return func(m *Model) tea.Cmd { m.say(id, args...); return nil }
}

// attend is say for what deserves attention.
func attend(id string, args ...any) effect {
	return func(m *Model) tea.Cmd { m.attend(id, args...); return nil }
}

// settings changes the settings and saves them.
func settings(change func(*Settings)) effect {
	return func(m *Model) tea.Cmd { return m.change(change) }
}

// wait runs work in the background and holds keys back until it is done.
// busy is the catalogue id of what is being done.
func wait(busy string, work func() (any, error), then func(any, error) []effect) effect {
	return func(m *Model) tea.Cmd { return m.wait(busy, work, then) }
}

// undo and redo step through acts, also those of yesterday.
func undo() effect { return func(m *Model) tea.Cmd { return m.undo() } }
func redo() effect { return func(m *Model) tea.Cmd { return m.redo() } }

// interrupt is what the first ctrl+c does: it asks.
func interrupt() effect { return func(m *Model) tea.Cmd { return m.interrupt() } }

// quit saves what is open and ends the program.
func quit() effect { return func(m *Model) tea.Cmd { return m.quit() } }
