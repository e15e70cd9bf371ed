package tui

import (
	tea "charm.land/bubbletea/v2"
)

// A window may be lower than what stands above the first row or below the
// last one. A key that moves, and can move nothing more, then moves the view.

// sight is what a person looks at: where the focus and the cursor are.
type sight struct {
	top    screen
	focus  [2]int
	cursor cursor
}

func (m *Model) sight() sight {
	p := m.top().Page(m.env())
	s := sight{top: m.top(), focus: p.Focus}
	if p.Cursor != nil {
		s.cursor = *p.Cursor
	}
	return s
}

// lookBy is by how many lines a key looks further, 0 for any other key.
func lookBy(key string, form bool, height int) int {
	switch key {
	case "up":
		return -1
	case "down":
		return 1
	case "pgup":
		return -height / 2
	case "pgdown":
		return height / 2
	}
	if form {
		return 0
	}
	switch key {
	case "k":
		return -1
	case "j":
		return 1
	case "home", "g":
		return -farAway
	case "end", "G":
		return farAway
	}
	return 0
}

const farAway = 10_000

// looking does what a key does, and moves the view where the key moved
// nothing.
func (m *Model) looking(k tea.KeyPressMsg, do func() tea.Cmd) tea.Cmd {
	by := lookBy(k.String(), m.top().Form(), m.env().h)
	if by == 0 {
		m.peek = 0
		return do()
	}
	before := m.sight()
	cmd := do()
	if m.sight() != before {
		m.peek = 0
		return cmd
	}
	m.peek += by
	return cmd
}

func (m *Model) bare() bool {
	b, ok := m.top().(bare)
	return ok && b.Bare()
}

// peeked moves the lines in view by what was looked further, as far as there
// are lines.
func (m *Model) peeked(n, room, top, end int) (int, int) {
	if m.peek == 0 || n <= room {
		m.peek = 0
		return top, end
	}
	at := max(0, min(top+m.peek, n-room))
	m.peek = at - top
	switch {
	case m.peek == 0:
		return top, end
	case at == n-room:
		return at, n
	}
	return at, at + room - 1 // one line says how much more there is
}

// scroll returns which lines are shown. The view moves only as far as the
// focus asks, so nothing jumps.
func (m *Model) scroll(p page, room int) (top, end int) {
	top, end = m.follow(p, room)
	return m.peeked(len(p.Lines), room, top, end)
}

// follow keeps the focus in view. Where it takes more lines than there are,
// the mark or the cursor in it stays in view.
func (m *Model) follow(p page, room int) (top, end int) {
	n := len(p.Lines)
	if n <= room {
		m.top0 = 0
		return 0, n
	}
	room-- // the line that says how much more there is
	top = m.top0
	first, last := p.Focus[0], p.Focus[1]
	if at := p.attention(); last-first >= room && at >= first+room {
		first = min(at, last-room+1)
	}
	if last >= top+room {
		top = last - room + 1
	}
	if first < top {
		top = first
	}
	top = max(0, min(top, n-room))
	if top == n-room { // the end is in view: its line is free
		top = max(0, n-room-1)
		if first < top {
			top = first
		}
		m.top0 = top
		return top, min(n, top+room+1)
	}
	m.top0 = top
	return top, top + room
}

// attention is the line of the cursor, or of the mark, within the focus.
func (p page) attention() int {
	if p.Cursor != nil {
		return p.Cursor.Line
	}
	for i := p.Focus[0]; i <= p.Focus[1] && i < len(p.Lines); i++ {
		if p.Lines[i].Mark {
			return i
		}
	}
	return p.Focus[0]
}
