package tui

import (
	tea "charm.land/bubbletea/v2"
)

func (m *Model) top() screen { return m.stack[len(m.stack)-1] }

// push puts a screen on top, after the one below committed what was in hand.
func (m *Model) push(s screen) tea.Cmd {
	return m.turn(func() { m.stack = append(m.stack, s) })
}

// replace puts a screen in the place of the one on top.
func (m *Model) replace(s screen) tea.Cmd {
	return m.turn(func() { m.stack[len(m.stack)-1] = s })
}

// pop goes one level up; the lowest screen stays. Help and palette give back
// what they covered as it was.
func (m *Model) pop() tea.Cmd {
	c, covers := m.top().(coverer)
	cmd := m.turn(func() {
		if len(m.stack) > 1 {
			m.stack = m.stack[:len(m.stack)-1]
		}
	})
	if covers {
		was := c.covered()
		m.msg, m.top0, m.peek = was.msg, was.top0, was.peek
	}
	return cmd
}

// coverer is a screen that takes the place of another one for a moment.
type coverer interface{ covered() cover }

// cover is what a screen looked like before it was covered.
type cover struct {
	msg        message
	top0, peek int
}

func (c cover) covered() cover { return c }

func (m *Model) coverNow() cover { return cover{m.msg, m.top0, m.peek} }

// turn leaves the screen on top, changes the stack and enters the new top.
// What leaving had to say against stays to be read.
func (m *Model) turn(change func()) tea.Cmd {
	var cmd tea.Cmd
	said := message{}
	if len(m.stack) > 0 {
		m.msg = message{}
		cmd = m.leave()
		said = m.msg
	}
	change()
	cmd = tea.Batch(cmd, m.entered())
	if said.rank == rankAttention {
		m.msg = said
	}
	return cmd
}

// cut goes back to the screen at a depth of the stack.
func (m *Model) cut(depth int) tea.Cmd {
	cmd := m.leave()
	if depth < len(m.stack) {
		m.stack = m.stack[:depth]
	}
	return cmd
}

// entered sets the screen on top up and shows its first-time hint once.
func (m *Model) entered() tea.Cmd {
	m.top0, m.peek, m.msg = 0, 0, message{}
	if o, ok := m.top().(opener); ok {
		o.Open(m.env())
	}
	var cmd tea.Cmd
	if s, ok := m.top().(starter); ok {
		cmd = s.Start(m)
	}
	id := m.top().ID()
	if !m.t.Has(hintID(id)) {
		return cmd
	}
	if !m.settings.Seen[id] {
		m.msg = message{hint: hintID(id), rank: rankHint}
		return tea.Batch(cmd, m.change(func(s *Settings) { s.Seen = withSeen(s.Seen, id) }))
	}
	return cmd
}

// refresh tells every screen that the plan changed below it.
func (m *Model) refresh() {
	if o, ok := m.top().(opener); ok {
		o.Open(m.env())
	}
}

// change changes the settings and saves them.
func (m *Model) change(f func(*Settings)) tea.Cmd {
	lang := m.settings.Language
	f(&m.settings)
	if m.settings.Language != lang {
		m.t = m.textsIn(m.settings.Language)
		m.outdate() // what was said is in the other language
	}
	if !m.settings.Started {
		return nil // nothing is written before the first questions are answered
	}
	if m.failed != nil {
		m.owed = true // what waits goes first: a disk that is full may take these and then nothing any more
		return nil
	}
	return m.saveSettings()
}

func (m *Model) saveSettings() tea.Cmd {
	s := m.settings
	return func() tea.Msg { return settingsMsg{m.deps.Keeper.SaveSettings(s)} }
}

// escape goes one level up; on the home screen there is no level above.
func (m *Model) escape() []effect {
	var effects []effect
	if s, ok := m.top().(stayer); ok {
		var stays bool
		if effects, stays = s.Stays(m.env()); stays {
			return effects
		}
	}
	if len(m.stack) == 1 {
		if m.top().ID() == "S01" {
			return nil
		}
		return []effect{say("msg.home")}
	}
	return append(effects, back())
}

// quitKey is q: it quits on the home screen and says so elsewhere. A q in a
// row of letters is no wish to stop: somebody pastes where the terminal does
// not tell, or leans on the keys.
func (m *Model) quitKey() []effect {
	if len(m.stack) == 1 {
		if m.hurried {
			return []effect{say("msg.q.again")}
		}
		return []effect{quit()}
	}
	return []effect{say("msg.q")}
}

func redraw() effect { return func(*Model) tea.Cmd { return tea.ClearScreen } }
