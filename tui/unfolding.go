package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"github.com/charmbracelet/x/ansi"
)

// unfolding is what a field has that can show all its answers below itself.
type unfolding struct{ more *picker }

func (u *unfolding) opened() bool { return u.more != nil }
func (u *unfolding) fold()        { u.more = nil }

// move takes a key while the answers stand open; chosen says that id was.
func (u *unfolding) move(k tea.KeyPressMsg) (id string, chosen bool) {
	switch k.String() {
	case "enter", "space":
		id = u.more.Value()
		u.fold()
		return id, true
	case "esc", "tab", "shift+tab":
		u.fold()
	default:
		u.more.Update(k)
	}
	return "", false
}

// below appends the answers to the lines of the field, under its value.
func (u *unfolding) below(out []string, label, w int) ([]string, *cursor) {
	list, at := u.more.Lines()
	cur := &cursor{Line: len(out) + at, Cell: label}
	for _, l := range list {
		out = append(out, spaces(label)+fit(l, w-label))
	}
	return out, cur
}

// picker is Huh's choice field, driven without commands.
type picker struct {
	sel   *huh.Select[string]
	value string
	n     int
}

func newPicker(st *styles, opts []option, value string) *picker {
	p := &picker{value: value, n: len(opts)}
	list := make([]huh.Option[string], len(opts))
	for i, o := range opts {
		list[i] = huh.NewOption(o.Label, o.ID)
	}
	p.sel = huh.NewSelect[string]()
	p.sel.WithTheme(st) // first: without one each answer makes a theme anew
	p.sel.Options(list...).Value(&p.value).Height(len(opts) + 1)
	km := huh.NewDefaultKeyMap()
	km.Select.Filter.SetEnabled(false)
	p.sel.WithKeyMap(km)
	p.sel.WithWidth(textWidth)
	p.sel.Focus()
	return p
}

// Value is the answer under the cursor.
func (p *picker) Value() string { return p.value }

// Update moves; it reports whether the cursor moved.
func (p *picker) Update(msg tea.Msg) bool {
	before := p.value
	m, _ := p.sel.Update(msg)
	p.sel = m.(*huh.Select[string])
	if v, ok := p.sel.Hovered(); ok {
		p.value = v
	}
	return p.value != before
}

// Lines are the answers, and which one has the cursor.
func (p *picker) Lines() (out []string, at int) {
	for i, l := range splitLines(p.sel.View()) {
		if i >= p.n {
			break
		}
		l = strings.TrimRight(ansi.Strip(l), " ")
		if strings.HasPrefix(l, "● ") {
			at = len(out)
		} else {
			l = "○ " + strings.TrimPrefix(l, "  ")
		}
		out = append(out, l)
	}
	return out, at
}
