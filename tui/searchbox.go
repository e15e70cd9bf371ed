package tui

import (
	"strings"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"bekwaam/text"
)

// searchBox is one line of text that narrows a list as it is typed.
type searchBox struct{ in textinput.Model }

func newSearchBox() searchBox {
	b := searchBox{in: textinput.New()}
	b.in.Prompt = ""
	b.in.CharLimit = 80
	b.in.SetVirtualCursor(false)
	b.in.Focus()
	return b
}

// newSecretBox is the same for a passphrase: it shows a dot for every letter.
func newSecretBox() searchBox {
	b := newSearchBox()
	b.in.EchoMode = textinput.EchoPassword
	b.in.CharLimit = lineMax
	return b
}

// Value is what was typed.
func (b *searchBox) Value() string { return b.in.Value() }

// Clear takes the words away.
func (b *searchBox) Clear() { b.in.SetValue("") }

// Update takes letters, editing keys and pastes.
func (b *searchBox) Update(msg tea.Msg) {
	if p, ok := msg.(tea.PasteMsg); ok {
		p.Content, _ = text.Line(p.Content, 80)
		msg = p
	}
	b.in, _ = b.in.Update(msg)
}

// View draws the words in w cells; the cell is where the cursor stands.
func (b *searchBox) View(w int) (s string, cell int) {
	resize(&b.in, w-1)
	if c := b.in.Cursor(); c != nil {
		cell = c.Position.X
	}
	return b.in.View(), cell
}

// holds reports whether every word that was typed stands in one of the texts.
func holds(words string, texts ...string) bool {
	all := strings.ToLower(strings.Join(texts, " "))
	for _, w := range strings.Fields(strings.ToLower(words)) {
		if !strings.Contains(all, w) {
			return false
		}
	}
	return true
}
