package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// conditions are what is needed to carry a plan out, in the order of S60: the
// ids of the rows.
var conditions = []string{"support", "time", "replacement", "promises", "material"}

// conditionNames are their names in a document.
var conditionNames = map[string]string{"support": "support", "time": "time_in_timetable", "replacement": "replacement",
	"promises": "promises_by_school", "material": "material"}

// conditionText is a condition as it is written: of the promises each is a
// line.
func conditionText(c plan.Conditions, id string) string {
	switch id {
	case "support":
		return c.Support
	case "time":
		return c.Time
	case "replacement":
		return c.Replacement
	case "promises":
		return strings.Join(c.Promises, "\n")
	}
	return c.Material
}

func setCondition(c *plan.Conditions, id, v string) {
	switch id {
	case "support":
		c.Support = v
	case "time":
		c.Time = v
	case "replacement":
		c.Replacement = v
	case "promises":
		c.Promises = nil
		for _, l := range strings.Split(v, "\n") {
			if l = strings.TrimSpace(l); l != "" {
				c.Promises = append(c.Promises, l)
			}
		}
	default:
		c.Material = v
	}
}

// begin opens a condition in its place.
func (s *agreementList) begin(e *env, id string) {
	s.list.choose(id)
	s.open = newTall(bound{id: id, label: "s60." + id,
		get: func(e *env) string { return conditionText(plan.ConditionsOf(e.plan, s.employer), id) },
		set: func(e *env, v string) (plan.Change, error) {
			return plan.EditEmployerConditions(e.plan, s.employer, conditionNames[id], func(c *plan.Conditions) { setCondition(c, id, v) })
		}})
	s.open.hidden, s.open.in.MinHeight = true, 1
	s.open.Open(e)
	s.open.Focus()
}

// close commits the open condition; the screen is a list again.
func (s *agreementList) close(e *env) []effect {
	effects, _ := s.open.Commit(e)
	s.open = nil
	return effects
}

// write is what a key does while a condition is open: tab goes on to the next
// one, and at the edge of the text the arrows leave it.
func (s *agreementList) write(e *env, msg tea.Msg) []effect {
	if why := e.readOnly(); why != "" && typing(msg) {
		return []effect{attend(why)}
	}
	at := slices.Index(conditions, s.open.ID())
	switch msg := msg.(type) {
	case clickMsg:
		if msg.Row == s.open.ID() {
			return nil
		}
		s.list.choose(msg.Row)
		return s.close(e)
	case tea.KeyPressMsg:
		switch msg.String() {
		case "tab":
			return s.goOn(e, at+1)
		case "shift+tab":
			return s.goOn(e, at-1)
		}
		used, effects := s.open.Update(e, msg)
		if used {
			return effects
		}
		effects = append(effects, s.close(e)...)
		s.list.key(s.rows(e), msg.String(), e.h)
		return effects
	}
	_, effects := s.open.Update(e, msg)
	return effects
}

// goOn closes the open condition and opens another; past the ends the screen
// is a list again.
func (s *agreementList) goOn(e *env, to int) []effect {
	effects := s.close(e)
	if to < 0 || to >= len(conditions) {
		return append(effects, func(m *Model) tea.Cmd {
			if to > 0 {
				m.carryOut(s.otherHalf(m.env()))
			}
			return nil
		})
	}
	return append(effects, func(m *Model) tea.Cmd { s.begin(m.env(), conditions[to]); return nil })
}

// conditionRow is a condition with its label. One that is closed is one line,
// one that is open shows all of it.
func (s *agreementList) conditionRow(e *env, id string) row {
	label := e.st.Label.Render(text.Pad(e.t.T("s60."+id), conditionLabels))
	w := e.w - conditionLabels
	if s.open != nil && s.open.ID() == id {
		label = e.st.Selected.Render(text.Pad(e.t.T("s60."+id), conditionLabels))
		s.open.fitted(w)
		ls, _ := s.open.Lines(e, w, true)
		for i := range ls {
			ls[i] = spaces(conditionLabels) + ls[i]
		}
		ls[0] = label + strings.TrimPrefix(ls[0], spaces(conditionLabels))
		if id == "promises" {
			for _, l := range text.Wrap(e.t.T("s60.promises.hint"), w) {
				ls = append(ls, spaces(conditionLabels)+e.st.Hint.Render(l))
			}
		}
		return row{ID: id, Lines: ls}
	}
	v := strings.ReplaceAll(conditionText(plan.ConditionsOf(e.plan, s.employer), id), "\n", " · ")
	if v == "" {
		v = e.st.Label.Render(text.Nothing)
	}
	return row{ID: id, Lines: []string{label + text.Cut(v, w)}}
}

const conditionLabels = 22

// Page puts the cursor into the condition that is open.
func (s *agreementList) Page(e *env) page {
	p := s.list.page(s.rows(e))
	if s.open == nil {
		return p
	}
	at := slices.IndexFunc(p.Lines, func(l line) bool { return l.Row == s.open.ID() })
	if c := s.open.in.Cursor(); c != nil && at >= 0 {
		p.Cursor = &cursor{Line: at + c.Position.Y, Cell: conditionLabels + c.Position.X}
		p.Focus = [2]int{at, p.Focus[1]}
	}
	return p
}
