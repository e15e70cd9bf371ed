package tui

import (
	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
)

// inPlace is a text that is written between the rows of a list. While it is
// open the screen is a form; esc ends it.
type inPlace struct {
	field *longField
	on    bool
}

// newInPlace binds a text to what it reads and to the act that writes it.
func newInPlace(id string, get func(*env) string, set func(*env, string) (plan.Change, error)) inPlace {
	f := newLong(bound{id: id, get: get, set: set}, 4)
	f.hidden = true
	return inPlace{field: f}
}

func (x *inPlace) open(e *env) {
	x.field.dirty = false
	x.field.Open(e)
	x.field.Focus()
	x.on = true
}

// close ends the writing; what was typed is kept.
func (x *inPlace) close(e *env) []effect {
	if !x.on {
		return nil
	}
	x.on = false
	x.field.Blur()
	effects, _ := x.field.Commit(e)
	return effects
}

// keep saves what was typed so far.
func (x *inPlace) keep(e *env) []effect {
	if !x.on {
		return nil
	}
	effects, _ := x.field.Commit(e)
	return effects
}

func (x *inPlace) held() bool { return x.on && x.field.Held() }

func (x *inPlace) update(e *env, msg tea.Msg) []effect {
	if why := e.readOnly(); why != "" && typing(msg) {
		return []effect{attend(why)}
	}
	_, effects := x.field.Update(e, msg)
	return effects
}

// lines draws the text in hand; place puts the cursor into the page.
func (x *inPlace) lines(e *env, indent int) []string {
	out, _ := x.field.Lines(e, e.w-indent, true)
	return indented(out, indent)
}

// place puts the real cursor of the text into a page. skip is how many lines
// of the row come before it.
func (x *inPlace) place(e *env, p *page, id string, skip, indent int) {
	for i, l := range p.Lines {
		if l.Row != id {
			continue
		}
		ls, c := x.field.Lines(e, e.w-indent, true)
		p.Focus = [2]int{i, i + skip + len(ls) - 1}
		if c != nil {
			p.Cursor = &cursor{Line: i + skip + c.Line, Cell: c.Cell + indent}
			p.Focus = [2]int{p.Cursor.Line, p.Cursor.Line}
		}
		return
	}
}
