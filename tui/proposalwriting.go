package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
)

// writing is a text that is written in place on a list screen: the own
// reason for a focus, or a line about what goes well.
type writing struct {
	field field
	row   string // the row in which it stands
	line  bool   // one line, which enter ends
	slot  int    // of a line: its place among the own lines
}

func (w writing) open() bool { return w.field != nil }

// ownReasonHeight is how many lines the own reason shows in hand.
const ownReasonHeight = 3

// startWriting opens the text of a row.
func (s *proposals) startWriting(e *env, id, competence string) []effect {
	if competence != "" {
		f := newLong(bound{id: id,
			get: func(e *env) string { return e.plan.Focus.Reason },
			set: func(e *env, v string) (plan.Change, error) { return setReason(e, competence, v) },
		}, ownReasonHeight)
		f.hidden = true
		s.write = writing{field: longInPlace{f}, row: id}
	} else {
		s.write = s.strengthWriting(e, id)
	}
	s.write.field.Open(e)
	if s.write.line {
		s.preset(e)
	}
	s.write.field.Focus()
	return nil
}

// longInPlace is a long text that shows the plan's text again where the plan
// refused what was written.
type longInPlace struct{ *longField }

func (f longInPlace) Commit(e *env) ([]effect, bool) { return commitLong(f.longField, e) }

// setReason writes why the teacher looks at this competence. There is one
// reason for the whole focus.
func setReason(e *env, competence, v string) (plan.Change, error) {
	return plan.EditFocus(e.plan, "reason", func(f *plan.Focus) {
		f.Reason = v
		if v != "" && !slices.Contains(f.Competences, competence) {
			f.Competences = append(f.Competences, competence)
		}
	})
}

// strengthWriting is the field for a line about what goes well. While it is
// being written its place among the own lines is fixed, and an emptied line
// keeps its place until it is left.
func (s *proposals) strengthWriting(e *env, id string) writing {
	own := e.plan.Start.Strengths
	slot := min(s.strengthAt(e, id), len(own))
	// A proposal gives way to the first letter; own words stay.
	f := newText(bound{id: id, preset: slot >= len(own),
		get: func(e *env) string {
			if slot < len(e.plan.Start.Strengths) {
				return e.plan.Start.Strengths[slot]
			}
			return ""
		},
		set: func(e *env, v string) (plan.Change, error) {
			return plan.EditStart(e.plan, "strengths", func(st *plan.Start) {
				if slot < len(st.Strengths) {
					st.Strengths[slot] = v
				} else {
					st.Strengths = append(st.Strengths, v)
				}
			})
		}})
	return writing{field: f, row: id, line: true, slot: slot}
}

// preset puts the proposal of the row into the field; untouched it is not
// kept.
func (s *proposals) preset(e *env) {
	f := s.write.field.(*textField)
	if f.in.Value() != "" {
		return
	}
	for _, l := range s.strengths(e) {
		if l.id == s.write.row {
			f.in.SetValue(l.guess)
		}
	}
}

// close ends the writing and keeps what was written. Lines that were emptied
// go.
func (s *proposals) close(e *env) []effect {
	w := s.write
	effects, _ := w.field.Commit(e)
	w.field.Blur()
	s.write = writing{}
	if !w.line {
		return effects
	}
	s.list.choose(strengthRow + itoa(w.slot))
	return append(effects, func(m *Model) tea.Cmd {
		p := m.plan
		if !slices.Contains(p.Start.Strengths, "") {
			return nil
		}
		c, err := plan.EditStart(p, "strengths", func(st *plan.Start) {
			st.Strengths = slices.DeleteFunc(st.Strengths, func(l string) bool { return l == "" })
		})
		return commit(c, err)(m)
	})
}

// strength is one line about what goes well: own words, or a proposal.
type strength struct{ id, words, guess string }

// strengthLines is how many lines there are at least.
const strengthLines = 3

// strengths are the own lines, filled up with proposals: each row has one of
// its own, so that none moves when another line is written. The line being
// written stays in its row.
func (s *proposals) strengths(e *env) []strength {
	own := slices.Clone(e.plan.Start.Strengths)
	if s.write.line && s.write.slot < len(own) {
		own = slices.Delete(own, s.write.slot, s.write.slot+1)
	}
	guesses := plan.StrongPoints(e.plan, e.fw, strengthLines)
	var out []strength
	for i := 0; i < strengthLines || len(own) > 0; i++ {
		l := strength{id: strengthRow + itoa(i)}
		switch {
		case s.write.line && s.write.row == l.id:
		case len(own) > 0:
			l.words, own = own[0], own[1:]
		}
		if l.words == "" && i < len(guesses) {
			l.guess = competenceName(e, guesses[i])
		}
		out = append(out, l)
	}
	return out
}

// strengthAt is the number of a row among the lines, from 0.
func (s *proposals) strengthAt(e *env, id string) int {
	return max(slices.IndexFunc(s.strengths(e), func(l strength) bool { return l.id == id }), 0)
}
