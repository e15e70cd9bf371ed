package tui

import (
	tea "charm.land/bubbletea/v2"
)

// Checked is something that was found in the store and put right, or not. The
// code is one of the store's repairs, or one of these.
type Checked struct {
	Code  string
	Count int
	File  string
}

// The codes of a [Checked] beside those of the store.
const (
	CheckedFine    = "fine"    // everything was read and is in order
	CheckedDamaged = "damaged" // something cannot be put right here
)

// checkedRank orders what can be said in one line: the gravest first.
var checkedRank = []string{CheckedDamaged, "lost", "day", "database", "journal", "snapshot", "replay", CheckedFine}

type checkedMsg struct{ found []Checked }

// check lets everything be read that was not read before the first frame.
func (m *Model) check() tea.Cmd {
	check := m.deps.Check
	if check == nil {
		return nil
	}
	return func() tea.Msg { return checkedMsg{check()} }
}

// sayChecked says the gravest of what was found in the message line. That all
// is in order pushes nothing out.
func (m *Model) sayChecked(found []Checked) {
	for _, code := range checkedRank {
		for _, x := range found {
			if x.Code != code {
				continue
			}
			switch {
			case code == "replay":
				m.msg = message{text: m.t.N("msg.repaired", x.Count), rank: rankResult}
			case code != CheckedFine:
				m.msg = message{text: m.t.T("msg.checked."+code, "Count", x.Count, "Day", x.File), rank: rankAttention}
			case m.msg.rank == 0:
				m.msg = message{text: m.t.T("msg.checked.fine"), rank: rankHint}
			}
			return
		}
	}
}
