package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/text"
)

// help is S160: what can be done on the screen one came from, what cannot be
// done now and why, and words explained.
type help struct {
	box       searchBox
	searching bool
	list      list
	title     string
	hint      string // catalogue id
	said      string // the message, where the line had no room for all of it
	here      []command
	all       []command
	about     string // the heading of terms, "" where they stand among the words
	terms     []term
	cover
}

// helper is a screen with something of its own to explain under help.
type helper interface {
	// Help returns a heading and what stands below it; without a heading the
	// terms stand before the words of the field.
	Help(*env) (heading string, terms []term)
}

// term is a word and what it means.
type term struct{ word, means string }

func newHelp(m *Model) screen {
	below := m.top()
	e := m.env()
	h := &help{box: newSearchBox(), title: below.Title(e), here: m.commandsOf(below.Actions(e), ""), all: m.commandsOf(m.global(), ""), cover: m.coverNow()}
	own := map[string]bool{}
	for _, c := range h.here {
		own[c.key] = true
	}
	h.all = slices.DeleteFunc(h.all, func(c command) bool { return own[c.key] || c.id == "help" })
	if id := hintID(below.ID()); m.t.Has(id) {
		h.hint = m.hintText(id)
	}
	if m.msg.rank > rankHint && text.Width(m.messageText()) > m.messageRoom() {
		h.said = m.messageText()
	}
	if x, ok := below.(helper); ok {
		h.about, h.terms = x.Help(e)
	}
	return h
}

func (h *help) ID() string          { return "S160" }
func (h *help) Title(e *env) string { return e.t.T("s160.title", "Screen", h.title) }
func (h *help) Audience() string    { return "" }
func (h *help) Form() bool          { return h.searching }

func (h *help) Actions(e *env) []action {
	return []action{
		{ID: "help.clear", Keys: []string{"esc"}, Short: "key.back", Do: h.esc},
		{ID: "help.do", Keys: []string{"enter"}, Short: "key.dothis", Do: func() []effect { return h.do(h.list.at(h.rows(e))) }},
		{ID: "help.search", Keys: []string{"/"}, Short: "key.search", Do: func() []effect { h.searching = true; return nil }},
		{ID: "cards.words", Keys: []string{"w"}, Short: "key.words", Do: func() []effect { return []effect{back(), openCards(wordList)} }},
		{ID: "help.close", Keys: []string{"?"}, Do: func() []effect { return []effect{back()} }},
		{ID: "palette", Keys: []string{"ctrl+p"}, Do: func() []effect {
			return []effect{back(), func(m *Model) tea.Cmd { return m.push(newPalette(m)) }}
		}},
	}
}

// esc clears the words searched for first, then gives the screen back.
func (h *help) esc() []effect {
	if h.searching || h.box.Value() != "" {
		h.searching = false
		h.box.Clear()
		return nil
	}
	return []effect{back()}
}

// keyCells is the column of keys.
func (h *help) keyCells() int {
	w := 7
	for _, c := range append(append([]command{}, h.here...), h.all...) {
		w = max(w, text.Width(c.key))
	}
	return w + 2
}

func (h *help) rows(e *env) []row {
	typed, helpKeys := h.box.Value(), h.keyCells()
	var out []row
	section := func(id string, list []command) {
		var found []row
		for _, c := range list {
			if !c.matches(typed) {
				continue
			}
			words := c.words
			if c.why != "" {
				words += " (" + c.reason() + ")"
			}
			id := c.id
			if c.do == nil {
				id = ""
			}
			found = append(found, row{ID: id, Lines: hang(e.st.Key.Render(text.Pad(c.key, helpKeys)), words, e.w, helpKeys)})
		}
		if len(found) > 0 {
			out = append(out, plainRow(e.st.Title.Render(e.t.T(id))))
			out = append(out, found...)
		}
	}
	section("s160.here", h.here)
	if h.about != "" {
		out = append(out, explained(e, h.about, h.terms, typed)...)
	}
	section("s160.everywhere", h.all)
	if typed == "" {
		out = append(out, plainRow(e.t.T("s160.mouse")))
	}
	return append(out, h.words(e, typed)...)
}

// words are the terms of the field with their meaning.
func (h *help) words(e *env, typed string) []row {
	var list []term
	if h.about == "" {
		list = append(list, h.terms...)
	}
	for _, x := range wordItems(e) {
		list = append(list, term{x.Term, x.Text})
	}
	return explained(e, e.t.T("s160.words"), list, typed)
}

// explained are the terms that fit what was typed, below their heading.
func explained(e *env, heading string, list []term, typed string) []row {
	cells := 0
	for _, x := range list {
		cells = max(cells, min(text.Width(x.word)+2, 30))
	}
	var found []row
	for _, x := range list {
		if (command{words: x.word + " " + x.means}).matches(typed) {
			found = append(found, row{Lines: hang(text.Pad(x.word, cells), x.means, e.w, cells)})
		}
	}
	if len(found) == 0 {
		return nil
	}
	return append([]row{plainRow(e.st.Title.Render(heading))}, found...)
}

// hang puts a text behind a head and lets its further lines hang below it.
func hang(head, s string, w, indent int) []string {
	var out []string
	for i, l := range text.Wrap(s, w-indent) {
		if i == 0 {
			out = append(out, head+l)
			continue
		}
		out = append(out, spaces(indent)+l)
	}
	return out
}

func (h *help) Page(e *env) page {
	var head []string
	if h.said != "" {
		head = append(text.Wrap(h.said, e.w), "")
	}
	if h.hint != "" {
		for _, l := range text.Wrap(h.hint, e.w) {
			head = append(head, e.st.Hint.Render(l))
		}
		head = append(head, "")
	}
	rows := h.rows(e)
	box, cell := h.box.View(e.w - 4)
	if h.searching || h.box.Value() != "" {
		head = append(head, "/ "+box, "")
	}
	p := h.list.page(rows, head...)
	if h.searching {
		p.HeadCursor = &cursor{Line: len(head) - 2, Cell: 2 + cell}
	}
	if len(rows) == 0 {
		p.Lines = append(p.Lines, wrapped(e.t.T("s160.nothing", "What", strings.TrimSpace(h.box.Value())), e.w, 0, e.st.Text.Render)...)
	}
	return p
}

func (h *help) Update(e *env, msg tea.Msg) []effect {
	rows := h.rows(e)
	if k, ok := msg.(tea.KeyPressMsg); ok && h.searching {
		switch k.String() {
		case "enter":
			h.searching = false
			return nil
		case "up", "down", "pgup", "pgdown":
			h.list.key(rows, k.String(), e.h)
			return nil
		}
	}
	if _, paste := msg.(tea.PasteMsg); h.searching && (paste || isKey(msg)) {
		h.box.Update(msg)
		h.list = list{}
		return nil
	}
	if id, used := h.list.update(rows, msg, e.h); used && id != "" {
		return h.do(id)
	}
	return nil
}

func isKey(msg tea.Msg) bool { _, ok := msg.(tea.KeyPressMsg); return ok }

func (h *help) do(id string) []effect {
	for _, c := range append(append([]command{}, h.here...), h.all...) {
		if c.id == id {
			return carry(c)
		}
	}
	return nil
}
