package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/text"
)

// mostPiled is how many accents may be typed onto one letter.
const mostPiled = 6

// cleanKey cleans the text of a key: in a terminal that does not tell pastes
// from keys, what was pasted arrives as keys. It is false where nothing is
// left of a key that was only text.
func (m *Model) cleanKey(k tea.KeyPressMsg) (tea.KeyPressMsg, bool) {
	if k.Text == "" {
		m.piled = 0
		return k, true
	}
	// An accent needs something to stand on; the letter is on the screen already.
	s, _ := text.Line("0"+k.Text, pasteMax)
	var left strings.Builder
	for _, r := range strings.TrimPrefix(s, "0") {
		if text.Width(string(r)) > 0 {
			m.piled = 0
		} else if m.piled++; m.piled > mostPiled {
			continue
		}
		left.WriteRune(r)
	}
	k.Text = left.String()
	return k, k.Text != ""
}
