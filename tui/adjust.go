package tui

import (
	"bekwaam/plan"
	"bekwaam/text"
)

// adjust is S101: the words of a goal half-way, with the older ones below
// those that became others.
type adjust struct {
	yearForm
	goal string
}

func newAdjust(e *env, goal string) *adjust {
	s := &adjust{goal: goal}
	for _, x := range []struct{ id, field string }{{"question", "learning_question"}, {"title", "title"}, {"why", "why_for_pupils"},
		{"signs", "signs"}, {"behaviour", "target_behaviour"}} {
		b := s.bind(x.id, x.field)
		if x.id == "title" {
			s.fields = append(s.fields, &older{field: newText(b), s: s, name: x.field})
			continue
		}
		s.fields = append(s.fields, &older{field: &wordsField{newTall(b)}, s: s, name: x.field})
	}
	s.fields = append(s.fields, &older{field: s.day(), s: s, name: "deadline"},
		&button{id: "done", blank: true, label: func(e *env) string { return e.t.T("act.done") }, do: func(*env) []effect { return []effect{back()} }})
	return s
}

func (s *adjust) ID() string       { return "S101" }
func (s *adjust) Step() int        { return 10 }
func (s *adjust) Audience() string { return "coach" }
func (s *adjust) Title(e *env) string {
	return stepTitle(e, 10, e.t.T("s101.part", "Number", goalNumber(e.plan, s.goal)))
}

func (s *adjust) of(e *env) plan.Goal {
	for _, g := range e.plan.Goals {
		if g.ID == s.goal {
			return g
		}
	}
	return plan.Goal{}
}

func (s *adjust) bind(id, name string) bound {
	return bound{id: id, label: "s41." + id, width: goalLabels,
		get: func(e *env) string { return plan.GoalText(s.of(e), name) },
		set: func(e *env, v string) (plan.Change, error) { return plan.AdjustGoal(e.plan, s.goal, name, v) }}
}

func (s *adjust) day() field {
	b := s.bind("deadline", "deadline")
	b.preset = true
	b.get = func(e *env) string { return dayText(e, s.of(e).Deadline) }
	b.set = func(e *env, v string) (plan.Change, error) {
		d, err := readDay(e, v)
		if err != nil {
			return plan.Change{}, err
		}
		return plan.AdjustGoal(e.plan, s.goal, "deadline", d.String())
	}
	return newText(b)
}

func (s *adjust) Page(e *env) page {
	return s.page(e, append(wrapped(e.t.T("s101.reason"), e.w, 0, e.st.Hint.Render), line{})...)
}

// older is a field with the text below it that stood there before.
type older struct {
	field
	s    *adjust
	name string
}

func (f *older) Lines(e *env, w int, focused bool) ([]string, *cursor) {
	out, cur := f.field.Lines(e, w, focused)
	if e.plan.Midyear == nil {
		return out, cur
	}
	for _, a := range e.plan.Midyear.GoalsAdjusted {
		if a.Goal != f.s.goal || a.Field != f.name {
			continue
		}
		was := firstOf(a.From, text.Nothing)
		if d, err := text.ParseISO(a.From); f.name == "deadline" && err == nil {
			was = dayText(e, d)
		}
		for _, l := range hang("  ", e.t.T("s101.was", "Words", was), w, 2) {
			out = append(out, e.st.Label.Render(l))
		}
	}
	return out, cur
}

func (f *older) inside() field { return f.field }
