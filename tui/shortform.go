package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
)

// shortForm is a form of a few texts that are no part of a plan, and of a last
// field that does what it is for. The focus may begin on that one, so tab goes
// round.
type shortForm struct {
	form
	does string // the action of enter
}

func (s *shortForm) Update(e *env, msg tea.Msg) []effect {
	if k, ok := msg.(tea.KeyPressMsg); ok && k.String() == "tab" && s.at == len(s.fields)-1 {
		return s.goTo(e, 0)
	}
	return s.form.Update(e, msg)
}

func (s *shortForm) Actions(*env) []action {
	return []action{
		{ID: s.does, Keys: []string{"enter"}, Short: "key.dothis"},
		{ID: "form.next", Keys: []string{"tab"}, Short: "key.otherfield"},
	}
}

// pageWith draws the form with a note between its texts and its last field.
func (s *shortForm) pageWith(e *env, head, note []line) page {
	p := s.form.Page(e, head...)
	at := len(p.Lines) - 1
	p.Lines = append(p.Lines[:at:at], append(note, p.Lines[at:]...)...)
	if s.at == len(s.fields)-1 {
		p.Focus[0], p.Focus[1] = p.Focus[0]+len(note), p.Focus[1]+len(note)
		if p.Cursor != nil {
			p.Cursor.Line += len(note)
		}
	}
	return p
}

// ownText ties a field to a text of the screen, which is no part of a plan.
func ownText(id, label string, width int, at *string) bound {
	return bound{id: id, label: label, width: width, get: func(*env) string { return *at },
		set: func(e *env, v string) (plan.Change, error) { *at = v; return plan.Change{Plan: e.plan}, nil }}
}

// folderText is a folder; spaces around its name are nobody's intention.
func folderText(label string, at *string) bound {
	b := ownText("folder", label, copiesLabels, at)
	b.set = func(e *env, v string) (plan.Change, error) {
		*at = strings.TrimSpace(v)
		return plan.Change{Plan: e.plan}, nil
	}
	return b
}
