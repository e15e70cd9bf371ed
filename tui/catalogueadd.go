package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// add puts what is ticked in the plan, or else what is selected, or else what
// was searched for in vain, as one act.
func (s *catalogue) add(e *env) []effect {
	kinds := slices.Clone(s.ticked.ids)
	if len(kinds) == 0 && s.field.At() != "" {
		kinds = []string{s.field.At()}
	}
	words := ""
	if s.field.At() == "" && s.box.Value() != "" {
		kinds, words = append(kinds, ownKind), s.box.Value()
	}
	if len(kinds) == 0 {
		return []effect{say("s51.nothing.chosen")}
	}
	return []effect{func(m *Model) tea.Cmd {
		c, err := plan.AddActivities(m.plan, s.made(m, kinds, words)...)
		if err != nil {
			m.fail(err)
			return nil
		}
		cmd := m.commit(c)
		s.ticked.ids = nil
		cmd = tea.Batch(cmd, m.pop())
		m.msg = message{text: m.t.N("s51.added", len(kinds)), rank: rankResult}
		return cmd
	}}
}

// made are the activities of some kinds, in the order of the catalogue.
func (s *catalogue) made(m *Model, kinds []string, words string) []plan.Activity {
	e := m.env()
	var out []plan.Activity
	for _, k := range s.kinds(e) {
		if !slices.Contains(kinds, k.ID) {
			continue
		}
		goal := s.goal
		if goalNumber(e.plan, goal) == 0 {
			goal = ""
		}
		a := plan.FromKind(e.plan, e.pack(), e.fw, k, m.deps.NewID(), goal)
		if words != "" && k.ID == ownKind {
			a.Description, _ = text.Line(words, lineMax)
		}
		out = append(out, a)
	}
	return out
}
