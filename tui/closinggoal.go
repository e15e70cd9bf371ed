package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// closingGoal is S110: the look back on one goal at the end of the year, in the
// words of the teacher.
type closingGoal struct {
	yearForm
	goal string
}

func newClosingGoal(e *env, goal string) screen {
	s := &closingGoal{goal: goal}
	s.arrange(e)
	s.choose(s.firstEmpty(e))
	return s
}

func (s *closingGoal) ID() string       { return "S110" }
func (s *closingGoal) Step() int        { return 11 }
func (s *closingGoal) Audience() string { return "coach" }

func (s *closingGoal) Title(e *env) string {
	return stepTitle(e, 11, e.t.T("s41.part", "Number", goalNumber(e.plan, s.goal), "Of", len(e.plan.LiveGoals())))
}

func (s *closingGoal) of(e *env) plan.Goal {
	for _, g := range e.plan.Goals {
		if g.ID == s.goal {
			return g
		}
	}
	return plan.Goal{ID: s.goal}
}

func (s *closingGoal) said(e *env) plan.GoalEvaluation { x, _ := evaluated(e.plan, s.goal); return x }

func (s *closingGoal) bind(id, name string, at func(*plan.GoalEvaluation) *string) bound {
	return bound{id: id, label: "s110." + id, width: 34,
		get: func(e *env) string { x := s.said(e); return *at(&x) },
		set: func(e *env, v string) (plan.Change, error) {
			return plan.EvaluateGoal(e.plan, s.goal, name, func(x *plan.GoalEvaluation) { *at(x) = v })
		}}
}

func (s *closingGoal) long(id, name string, at func(*plan.GoalEvaluation) *string) field {
	return s.kept(id, func() field { return &wordsField{newTall(s.bind(id, name, at))} })
}

func (s *closingGoal) arrange(e *env) {
	list := []field{
		s.long("result", "result", func(x *plan.GoalEvaluation) *string { return &x.Result }),
		s.long("effect", "effect_on_pupils", func(x *plan.GoalEvaluation) *string { return &x.EffectOnPupils }),
	}
	for i, x := range s.evidence(e) {
		list = append(list, s.kept("ev:"+x.ID+itoa(min(i, 1)), func() field { return s.shows(x.ID, i == 0) }))
	}
	list = append(list, s.kept("outcome", s.outcome))
	switch s.said(e).Outcome {
	case "":
	case plan.CarriesOver:
		list = append(list, s.reason(), s.kept("question", s.question))
	default:
		list = append(list, s.reason())
	}
	list = append(list, s.long("next", "next", func(x *plan.GoalEvaluation) *string { return &x.Next }),
		s.kept("done", func() field { return &button{id: "done", blank: true, label: s.onWords, do: s.on} }))
	s.lay(list...)
}

// evidence are the pieces that may show it: those of the goal, and what was
// ticked before.
func (s *closingGoal) evidence(e *env) []plan.Evidence {
	out := plan.EvidenceFor(e.plan, s.of(e))
	for _, id := range s.said(e).Evidence {
		if x, ok := evidenceIn(e.plan, id); ok && !slices.ContainsFunc(out, func(y plan.Evidence) bool { return y.ID == id }) {
			out = append(out, x)
		}
	}
	return out
}

// shows is one piece of evidence that may show it.
func (s *closingGoal) shows(id string, first bool) field {
	f := &tickField{id: "ev:" + id,
		label: func(e *env) string {
			x, _ := evidenceIn(e.plan, id)
			return text.Pad(dayText(e, x.Date), 14) + x.Title
		},
		get: func(e *env) bool { return slices.Contains(s.said(e).Evidence, id) },
		set: func(e *env, on bool) (plan.Change, error) {
			return plan.EvaluateGoal(e.plan, s.goal, "evidence", func(x *plan.GoalEvaluation) {
				x.Evidence = slices.DeleteFunc(slices.Clone(x.Evidence), func(y string) bool { return y == id })
				if on {
					x.Evidence = append(x.Evidence, id)
				}
			})
		}}
	if !first {
		return f
	}
	return &under{field: f, above: func(e *env, _ int) []string { return []string{e.st.Label.Render(e.t.T("s110.evidence"))} }}
}

// outcome is what becomes of the goal.
func (s *closingGoal) outcome() field {
	b := s.bind("outcome", "outcome", func(x *plan.GoalEvaluation) *string { return &x.Outcome })
	return newChoice(b, func(e *env) []option {
		var out []option
		for _, x := range plan.GoalOutcomes {
			id := "outcome." + x
			if x == plan.CarriesOver {
				id = "s110.carries"
			}
			out = append(out, option{x, e.t.T(id, "Year", text.FormatSchoolYear(nextSchoolYear(e.plan)))})
		}
		return out
	})
}

// reason is why, asked in the words of what was chosen.
func (s *closingGoal) reason() field {
	return s.kept("reason", func() field {
		f := newTall(s.bind("reason", "reason", func(x *plan.GoalEvaluation) *string { return &x.Reason }))
		f.head = func(e *env) string { return e.t.T("s110.reason." + firstOf(s.said(e).Outcome, plan.Finished)) }
		return &wordsField{f}
	})
}

// question is with which question a goal goes along.
func (s *closingGoal) question() field {
	b := s.bind("question", "next", nil)
	b.get = func(e *env) string {
		for _, c := range e.plan.CarriedOver {
			if c.FromGoal == s.goal {
				return c.Question
			}
		}
		return ""
	}
	b.set = func(e *env, v string) (plan.Change, error) { return plan.AskNextYear(e.plan, s.goal, "", v) }
	return &wordsField{newTall(b)}
}

func (s *closingGoal) firstEmpty(e *env) string {
	x := s.said(e)
	switch {
	case x.Result == "":
		return "result"
	case x.EffectOnPupils == "":
		return "effect"
	case x.Outcome == "":
		return "outcome"
	}
	return "done"
}

func (s *closingGoal) Open(e *env) {
	s.arrange(e)
	s.form.Open(e)
}

func (s *closingGoal) Update(e *env, msg tea.Msg) []effect {
	return append(s.yearForm.Update(e, msg), func(m *Model) tea.Cmd { s.arrange(m.env()); return nil })
}

func (s *closingGoal) Page(e *env) page {
	g := s.of(e)
	head := []line{{Text: e.st.Title.Render(text.Cut(firstOf(itemName(e.plan, s.goal), e.t.T("s40.unasked")), e.w))}}
	if sought := firstOf(g.Signs, g.TargetBehaviour, g.Question); sought != "" {
		head = append(head, wrapped(e.t.T("s110.sought", "Words", sought), e.w, 0, e.st.Text.Render)...)
	}
	if e.plan.Midyear != nil {
		for _, a := range e.plan.Midyear.GoalsAdjusted {
			if a.Goal == s.goal && a.Field != "deadline" {
				head = append(head, wrapped(e.t.T("s110.adjusted", "Words", a.From), e.w, 0, e.st.Label.Render)...)
			}
		}
	}
	return s.page(e, append(head, line{})...)
}

// next is the goal after this one, "" after the last.
func (s *closingGoal) next(e *env) string {
	live := goalIDs(e.plan.LiveGoals())
	if at := slices.Index(live, s.goal); at+1 < len(live) {
		return live[at+1]
	}
	return ""
}

func (s *closingGoal) onWords(e *env) string {
	switch next := s.next(e); {
	case next != "":
		return e.t.T("s110.on", "Number", goalNumber(e.plan, next))
	default:
		if _, ok := plan.OpenLetter(e.plan); ok {
			return e.t.T("s110.on.letter")
		}
		return e.t.T("s110.on.then")
	}
}

// on goes to the next goal, and after the last to the letter or to the answers
// of September.
func (s *closingGoal) on(e *env) []effect {
	if next := s.next(e); next != "" {
		return []effect{swap(newClosingGoal(e, next))}
	}
	if _, ok := plan.OpenLetter(e.plan); ok {
		return []effect{swap(newReadLetter())}
	}
	return []effect{swap(newThenNow(e))}
}
