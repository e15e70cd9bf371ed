package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"github.com/charmbracelet/x/ansi"
)

// ticks is what is ticked in a list, in the order of ticking; it outlives the
// rows that a filter shows.
type ticks struct{ ids []string }

func newTicked() *ticks { return &ticks{} }

func (t *ticks) has(id string) bool { return slices.Contains(t.ids, id) }

// take makes the ticks among some ids what they are now.
func (t *ticks) take(among, ticked []string) {
	t.ids = slices.DeleteFunc(t.ids, func(id string) bool {
		return slices.Contains(among, id) && !slices.Contains(ticked, id)
	})
	for _, id := range ticked {
		if !t.has(id) {
			t.ids = append(t.ids, id)
		}
	}
}

// tickbox is Huh's field of several answers, driven without commands. It
// holds the ids that are shown; their words are drawn by the screen.
type tickbox struct {
	sel    *huh.MultiSelect[string]
	shown  []string
	ticked []string // among those shown
	all    *ticks
}

// newTickbox shows some ids with the cursor on one of them.
func newTickbox(st *styles, shown []string, all *ticks, at string) *tickbox {
	b := &tickbox{shown: shown, all: all}
	opts := make([]huh.Option[string], len(shown))
	for i, id := range shown {
		opts[i] = huh.NewOption(id, id)
		if all.has(id) {
			b.ticked = append(b.ticked, id)
		}
	}
	b.sel = huh.NewMultiSelect[string]().Value(&b.ticked).Filterable(false).Options(opts...).Height(len(opts) + 1)
	b.sel.WithTheme(st)
	b.sel.WithKeyMap(huh.NewDefaultKeyMap())
	b.sel.WithWidth(textWidth)
	b.sel.Focus()
	b.key(tea.KeyPressMsg{Code: tea.KeyHome})
	for range max(slices.Index(shown, at), 0) {
		b.key(tea.KeyPressMsg{Code: tea.KeyDown})
	}
	return b
}

func (b *tickbox) key(msg tea.Msg) {
	if len(b.shown) == 0 {
		return
	}
	m, _ := b.sel.Update(msg)
	b.sel = m.(*huh.MultiSelect[string])
}

// tickKeys are the keys of Huh's field that mean the same here. It has more,
// which mean something else on the other screens.
var tickKeys = []string{"up", "down", "k", "j", "home", "end", "g", "G", "space"}

// Update moves or ticks; it reports whether the key did either.
func (b *tickbox) Update(msg tea.KeyPressMsg, page int) bool {
	switch k := msg.String(); {
	case slices.Contains(tickKeys, k):
		b.key(msg)
	case k == "pgup" || k == "pgdown":
		step := tea.KeyPressMsg{Code: tea.KeyDown}
		if k == "pgup" {
			step = tea.KeyPressMsg{Code: tea.KeyUp}
		}
		for range page {
			b.key(step)
		}
	default:
		return false
	}
	b.all.take(b.shown, b.ticked)
	return true
}

// At is the id under the cursor, "" where nothing is shown.
func (b *tickbox) At() string {
	if len(b.shown) == 0 {
		return ""
	}
	id, _ := b.sel.Hovered()
	return id
}

// Boxes are the boxes in front of the ids, [x] or [ ], as the field draws
// them.
func (b *tickbox) Boxes() []string {
	out := make([]string, 0, len(b.shown))
	for _, l := range splitLines(b.sel.View()) {
		if len(out) == len(b.shown) {
			break
		}
		box := strings.TrimLeft(strings.TrimPrefix(ansi.Strip(l), "› "), " ")
		out = append(out, box[:min(len(box), 3)])
	}
	return out
}
