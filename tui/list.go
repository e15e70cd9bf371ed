package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"
)

// list is the selection in a list screen: by id, so that it stays on the
// same thing when things are added, removed or moved.
type list struct {
	sel   string
	place int // where sel was, for when it goes away
}

// row is one thing in a list: an id and the lines that show it. A row
// without an id is only read.
type row struct {
	ID    string
	Lines []string
}

// plainRow is a row that is only read.
func plainRow(lines ...string) row { return row{Lines: lines} }

// lowWindow is the height of the body below which empty lines give way.
const lowWindow = 16

// tight leaves the empty lines out where the window is low, so that the rows
// to choose from are in view with what stands above them.
func tight(e *env, rows []row) []row {
	if e.h >= lowWindow {
		return rows
	}
	return slices.DeleteFunc(slices.Clone(rows), func(r row) bool { return r.ID == "" && len(r.Lines) == 1 && r.Lines[0] == "" })
}

func ids(rows []row) []string {
	out := make([]string, 0, len(rows))
	for _, r := range rows {
		if r.ID != "" {
			out = append(out, r.ID)
		}
	}
	return out
}

// at returns the selected id. What was removed gives way to the next one.
func (l *list) at(rows []row) string {
	all := ids(rows)
	if len(all) == 0 {
		return ""
	}
	if i := slices.Index(all, l.sel); i >= 0 {
		l.place = i
		return l.sel
	}
	l.place = min(max(l.place, 0), len(all)-1)
	l.sel = all[l.place]
	return l.sel
}

// choose puts the selection on an id.
func (l *list) choose(id string) { l.sel = id }

// key moves the selection; it reports whether the key was one that moves.
func (l *list) key(rows []row, key string, pageSize int) bool {
	all := ids(rows)
	if len(all) == 0 {
		return false
	}
	i := slices.Index(all, l.at(rows))
	switch key {
	case "up", "k":
		i--
	case "down", "j":
		i++
	case "home", "g":
		i = 0
	case "end", "G":
		i = len(all) - 1
	case "pgup":
		i -= pageSize
	case "pgdown":
		i += pageSize
	default:
		return false
	}
	l.sel = all[min(max(i, 0), len(all)-1)]
	return true
}

// update handles what every list handles: moving, and clicks. It returns the
// id that was clicked a second time, as enter would open it.
func (l *list) update(rows []row, msg tea.Msg, pageSize int) (opened string, used bool) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return "", l.key(rows, msg.String(), pageSize)
	case clickMsg:
		if msg.Row == l.at(rows) {
			return msg.Row, true
		}
		l.sel = msg.Row
		return "", true
	}
	return "", false
}

// page lays rows out with the mark on the selected one.
func (l *list) page(rows []row, head ...string) page {
	sel := l.at(rows)
	p := page{Head: lines(head...), Lines: make([]line, 0, len(rows)+8)}
	for _, r := range rows {
		for i, s := range r.Lines {
			if r.ID == sel && sel != "" {
				if i == 0 {
					p.Focus[0] = len(p.Lines)
				}
				p.Focus[1] = len(p.Lines)
			}
			p.Lines = append(p.Lines, line{Text: s, Mark: i == 0 && r.ID == sel && sel != "", Row: r.ID})
		}
	}
	if i := slices.IndexFunc(rows, func(r row) bool { return r.ID != "" }); i >= 0 && rows[i].ID == sel {
		p.Focus[0] = 0 // the lines above the first row belong to it
	}
	return p
}

// headed is what stands above the rows of a list, with an empty line below it
// where there is room.
func headed(e *env, head ...string) []string {
	if e.h >= lowWindow {
		head = append(head, "")
	}
	return head
}
