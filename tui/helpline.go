package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// helpWord is a key and its word in the help line, and what a click on it
// types.
type helpWord struct {
	key, word string
	press     tea.KeyPressMsg
	none      bool // the word stands for several keys: a click does nothing
}

// helpGap stands between two words of the help line.
const helpGap = "   "

func (w helpWord) draw(st *styles) string { return st.Key.Render(w.key) + " " + w.word }

// helpWords are the way out first, then what enter does, then more keys as
// far as there is room, the way to help last.
func (m *Model) helpWords(e *env) []helpWord {
	actions := m.top().Actions(e)
	own := map[string]bool{}
	for _, a := range actions {
		own[m.shownKey(a)] = true
	}
	var all []helpWord
	add := func(key, shown, word string) {
		press, ok := keyPress(key)
		all = append(all, helpWord{shown, m.t.T(word), press, !ok})
	}
	switch {
	case own["esc"] || len(m.stack) == 1 && m.top().Form():
	case len(m.stack) == 1:
		add("q", "q", "key.quit")
	default:
		add("esc", "esc", "key.back")
	}
	for _, a := range actions {
		if a.Short != "" && a.Why == "" && len(a.Keys) > 0 {
			key := a.Keys[0]
			if m.shownKey(a) != key && key != "space" {
				key = "" // more than one key
			}
			add(key, m.shownKey(a), a.Short)
		}
	}
	var last []helpWord
	switch {
	case m.bare() || own["?"]:
	case m.top().Form():
		last = []helpWord{{key: "ctrl+p", word: m.t.T("key.all"), press: tea.KeyPressMsg{Code: 'p', Mod: tea.ModCtrl}}}
	default:
		last = []helpWord{{key: "?", word: m.t.T("key.help"), press: tea.KeyPressMsg{Code: '?', Text: "?"}}}
	}
	room := min(m.w-margin, textWidth+margin) - 1
	shown := 0
	for shown < len(all) && (shown < 2 || m.helpWidth(append(all[:shown+1:shown+1], last...)) <= room) {
		shown++
	}
	return append(all[:shown:shown], last...)
}

func (m *Model) helpWidth(words []helpWord) int {
	w := 0
	for i, x := range words {
		if i > 0 {
			w += len(helpGap)
		}
		w += ansi.StringWidth(x.draw(m.st))
	}
	return w
}

func (m *Model) helpLine(e *env) string {
	var parts []string
	for _, w := range m.helpWords(e) {
		parts = append(parts, w.draw(m.st))
	}
	return spaces(margin) + strings.Join(parts, helpGap)
}

// clickHelp types the key on whose word somebody clicked.
func (m *Model) clickHelp(x int) tea.Cmd {
	at := margin
	for _, w := range m.helpWords(m.env()) {
		end := at + ansi.StringWidth(w.draw(m.st))
		if x >= at && x < end && !w.none {
			return m.input(w.press)
		}
		at = end + len(helpGap)
	}
	return nil
}

// keyPress is a key by its name; ok is false for what is no single key.
func keyPress(name string) (k tea.KeyPressMsg, ok bool) {
	codes := map[string]rune{"esc": tea.KeyEscape, "enter": tea.KeyEnter, "tab": tea.KeyTab}
	switch {
	case codes[name] != 0:
		return tea.KeyPressMsg{Code: codes[name]}, true
	case name == "space":
		return tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}, true
	case name == "shift+tab":
		return tea.KeyPressMsg{Code: tea.KeyTab, Mod: tea.ModShift}, true
	case strings.HasPrefix(name, "ctrl+"):
		return tea.KeyPressMsg{Code: rune(name[len("ctrl+")]), Mod: tea.ModCtrl}, true
	case len(name) == 1:
		return tea.KeyPressMsg{Code: rune(name[0]), Text: name}, true
	}
	return tea.KeyPressMsg{}, false
}
