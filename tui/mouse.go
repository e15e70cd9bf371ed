package tui

import (
	tea "charm.land/bubbletea/v2"
)

// click selects a row; a click on the selected row does what enter does.
func (m *Model) click(msg tea.MouseClickMsg) tea.Cmd {
	if msg.Button != tea.MouseLeft {
		return nil
	}
	m.stopAsked = false
	if msg.Y == m.h-1 {
		return m.clickHelp(msg.X)
	}
	e := m.env()
	p := m.top().Page(e)
	y := msg.Y - 2
	if y < 0 || y >= e.h {
		return nil
	}
	room := max(e.h-len(p.Head), 1)
	top, end := m.scroll(p, room)
	at := y - len(p.Head) + top
	if y < len(p.Head) || at >= end {
		return nil
	}
	m.typed++
	l := p.Lines[at]
	if l.Row == "" {
		return nil
	}
	nth := 0
	for nth < at && p.Lines[at-nth-1].Row == l.Row {
		nth++
	}
	hit := clickMsg{Row: l.Row, Cell: msg.X - margin, Line: at, Nth: nth}
	cmd := m.carryOut(m.top().Update(e, hit))
	m.point(hit)
	return tea.Batch(cmd, m.pause())
}

// wheel moves the selection as the arrows do.
func (m *Model) wheel(msg tea.MouseWheelMsg) tea.Cmd {
	k := tea.KeyPressMsg{Code: tea.KeyDown}
	switch msg.Button {
	case tea.MouseWheelUp:
		k.Code = tea.KeyUp
	case tea.MouseWheelDown:
	default:
		return nil
	}
	return m.looking(k, func() tea.Cmd { return m.carryOut(m.top().Update(m.env(), k)) })
}
