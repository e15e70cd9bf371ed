package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// waiting is work in the background that decides what comes next.
type waiting struct {
	id    int
	busy  string // catalogue id
	shown bool   // it took so long that the screen says so
	then  func(any, error) []effect
}

type (
	workMsg struct {
		id    int
		value any
		err   error
	}
	busyMsg struct{ id int }
)

// heldMax bounds what is kept of a person who types on while the program
// works; beyond it keys are dropped.
const heldMax = 4096

func (m *Model) wait(busy string, work func() (any, error), then func(any, error) []effect) tea.Cmd {
	m.jobs++
	id := m.jobs
	m.waiting = &waiting{id: id, busy: busy, then: then}
	run := func() tea.Msg {
		v, err := work()
		return workMsg{id, v, err}
	}
	tell := m.deps.Tick(300*time.Millisecond, func(time.Time) tea.Msg { return busyMsg{id} })
	return tea.Batch(run, tell)
}

// hold keeps a message for later. Once the screen says that it works, esc
// stops the waiting; what the work brings is then left alone.
func (m *Model) hold(msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch {
		case k.String() == "ctrl+c":
			return m.interrupt()
		case k.String() == "esc" && m.waiting.shown:
			m.waiting, m.held = nil, nil
			m.say("msg.stopped")
			return nil
		}
	}
	if len(m.held) < heldMax {
		m.held = append(m.held, msg)
	}
	return nil
}

// worked takes the result over and then the keys that came meanwhile.
func (m *Model) worked(msg workMsg) tea.Cmd {
	if m.waiting == nil || m.waiting.id != msg.id {
		return nil // stopped
	}
	then := m.waiting.then
	m.waiting = nil
	cmds := []tea.Cmd{m.carryOut(then(msg.value, msg.err))}
	for len(m.held) > 0 && m.waiting == nil {
		next := m.held[0]
		m.held = m.held[1:]
		cmds = append(cmds, m.input(next))
	}
	return tea.Batch(cmds...)
}
