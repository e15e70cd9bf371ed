package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"
)

// withAlt are the keys that a text field knows together with alt: they move
// and remove by words.
var withAlt = []string{"alt+left", "alt+right", "alt+b", "alt+f", "alt+d", "alt+backspace", "alt+delete"}

// parted takes apart what a terminal hands over as one key. Esc and the next
// key, typed in a burst, arrive as that key with alt; nobody who types fast
// should lose both. What a text field knows with alt stays whole in a form.
func parted(k tea.KeyPressMsg, form bool) []tea.KeyPressMsg {
	if !k.Mod.Contains(tea.ModAlt) || k.Mod.Contains(tea.ModCtrl) || form && slices.Contains(withAlt, k.String()) {
		return []tea.KeyPressMsg{k}
	}
	next := k
	next.Mod &^= tea.ModAlt
	if r := next.Code; r >= ' ' && r < tea.KeyExtended && r != tea.KeyBackspace {
		if next.Mod.Contains(tea.ModShift) && next.ShiftedCode != 0 {
			r = next.ShiftedCode
		}
		next.Text = string(r)
	}
	return []tea.KeyPressMsg{{Code: tea.KeyEscape}, next}
}

// burst handles keys one after the other, each of them where the one before
// led to.
func (m *Model) burst(keys []tea.KeyPressMsg) tea.Cmd {
	var cmds []tea.Cmd
	for _, k := range keys {
		if m.waiting != nil {
			cmds = append(cmds, m.hold(k))
			continue
		}
		cmds = append(cmds, m.input(k))
	}
	return tea.Batch(cmds...)
}
