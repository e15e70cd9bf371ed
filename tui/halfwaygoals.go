package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// goalField is before the id of the goal that a field is about.
const goalField = "goal:"

// halfwayGoal is what becomes of one goal half-way. On "adjust" enter opens
// its words.
type halfwayGoal struct {
	*choiceField
	goal string
	s    *halfway
}

func (s *halfway) goal(id string, first bool) field {
	b := bound{id: goalField + id, width: halfwayLabels, caption: func(e *env) string {
		if n := goalNumber(e.plan, id); n > 0 {
			return itoa(n) + " " + firstOf(itemName(e.plan, id), e.t.T("s40.unasked"))
		}
		return firstOf(itemName(e.plan, id), e.t.T("s40.unasked"))
	}}
	b.get = func(e *env) string {
		if s.adjusts[id] {
			return plan.GoalAdjusted
		}
		return plan.GoalHalfway(e.plan, id)
	}
	b.set = func(e *env, v string) (plan.Change, error) {
		was := plan.GoalHalfway(e.plan, id)
		if s.adjusts[id] = v == plan.GoalAdjusted; s.adjusts[id] && (was == plan.GoalStays || was == plan.GoalAdjusted) {
			return plan.Change{Plan: e.plan}, nil
		}
		return plan.DecideHalfway(e.plan, id, v)
	}
	f := &halfwayGoal{newChoice(b, func(e *env) []option { return s.goalOptions(e, id) }), id, s}
	if !first {
		return f
	}
	return &under{field: f, above: func(e *env, _ int) []string { return []string{e.st.Label.Render(e.t.T("s100.goals"))} }}
}

func (s *halfway) goalOptions(e *env, id string) []option {
	var out []option
	for _, x := range plan.GoalsHalfway {
		words := e.t.T("s100.goal."+x, "Year", text.FormatSchoolYear(nextSchoolYear(e.plan)))
		if to := adjustedTo(e.plan, id); x == plan.GoalAdjusted && to != "" {
			words = e.t.T("s100.goal.adjusted.to", "Words", to)
		}
		out = append(out, option{x, words})
	}
	return out
}

// adjustedTo is the first text of a goal that became another one half-way.
func adjustedTo(p plan.Plan, goal string) string {
	if p.Midyear == nil {
		return ""
	}
	list := p.Midyear.GoalsAdjusted
	if at := slices.IndexFunc(list, func(a plan.Adjustment) bool { return a.Goal == goal && a.Field != "deadline" }); at >= 0 {
		s, _ := text.Line(list[at].To, longMax)
		return s
	}
	return ""
}

func (f *halfwayGoal) Update(e *env, msg tea.Msg) (bool, []effect) {
	if k, ok := msg.(tea.KeyPressMsg); ok && k.String() == "enter" && !f.opened() && f.get(e) == plan.GoalAdjusted {
		return true, []effect{open(newAdjust(e, f.goal))}
	}
	return f.choiceField.Update(e, msg)
}

func (f *halfwayGoal) Lines(e *env, w int, focused bool) ([]string, *cursor) {
	if focused && !f.opened() {
		f.hint = ""
		if f.get(e) == plan.GoalAdjusted {
			f.hint = "s100.adjust.hint"
		}
	}
	if !focused {
		word := ""
		for _, o := range f.options(e) {
			if o.ID == f.get(e) {
				word = o.Label
			}
		}
		return []string{f.row(e, text.Cut(word, w-f.width), w, false)}, nil
	}
	return f.choiceField.Lines(e, w, focused)
}
