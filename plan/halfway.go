package plan

import (
	"slices"

	"bekwaam/text"
)

// EditMidyear changes the look back half-way, making it where there is none;
// field names what changed.
func EditMidyear(p Plan, field string, edit func(*Midyear)) (Change, error) {
	return change(p, "midyear.edit", []string{field}, func(q *Plan) error {
		if q.Midyear == nil {
			q.Midyear = &Midyear{}
		}
		edit(q.Midyear)
		return nil
	})
}

// goalTexts are the texts of a goal that can become others half-way, by the
// name of their field.
var goalTexts = map[string]func(*Goal) *string{
	"title":             func(g *Goal) *string { return &g.Title },
	"learning_question": func(g *Goal) *string { return &g.Question },
	"why_for_pupils":    func(g *Goal) *string { return &g.WhyForPupils },
	"target_behaviour":  func(g *Goal) *string { return &g.TargetBehaviour },
	"signs":             func(g *Goal) *string { return &g.Signs },
	"link_school":       func(g *Goal) *string { return &g.LinkSchool },
	"evidence_planned":  func(g *Goal) *string { return &g.EvidencePlanned },
}

// GoalTexts are the fields of a goal that [AdjustGoal] takes.
var GoalTexts = []string{"title", "learning_question", "why_for_pupils", "target_behaviour", "signs", "link_school", "evidence_planned", "deadline"}

// GoalText is what a field of a goal says that [AdjustGoal] takes, "" for
// another one.
func GoalText(g Goal, field string) string {
	if field == "deadline" {
		return g.Deadline.String()
	}
	if of, ok := goalTexts[field]; ok {
		return *of(&g)
	}
	return ""
}

// AdjustGoal gives a goal another text, or another deadline, and keeps the
// older one beside it in the look back half-way. Adjusted twice, the text from
// before the first time stays the older one; adjusted back, nothing is kept.
// CodeUnknown for a field that is no text, CodeDate for no day.
func AdjustGoal(p Plan, goal, field, to string) (Change, error) {
	return change(p, "goal.adjust", []string{goal, field}, func(q *Plan) error {
		at := goalItems.at(q, goal)
		if at < 0 {
			return unknown(goal)
		}
		was, err := setGoalText(&q.Goals[at], field, to)
		if err != nil {
			return err
		}
		if q.Midyear == nil {
			q.Midyear = &Midyear{}
		}
		list := &q.Midyear.GoalsAdjusted
		i := slices.IndexFunc(*list, func(a Adjustment) bool { return a.Goal == goal && a.Field == field })
		switch {
		case i < 0 && was != to:
			*list = append(*list, Adjustment{Goal: goal, Field: field, From: was, To: to})
		case i >= 0 && (*list)[i].From == to:
			*list = slices.Delete(*list, i, i+1)
		case i >= 0:
			(*list)[i].To = to
		}
		return nil
	})
}

// setGoalText writes a field of a goal and returns what stood there.
func setGoalText(g *Goal, field, to string) (was string, err error) {
	if field == "deadline" {
		was = g.Deadline.String()
		d := text.Date{}
		if to != "" {
			if d, err = text.ParseISO(to); err != nil {
				return "", &Error{Code: CodeDate, Item: g.ID, Field: field, Args: []string{to}, Err: err}
			}
		}
		g.Deadline = d
		return was, nil
	}
	of, ok := goalTexts[field]
	if !ok {
		return "", &Error{Code: CodeUnknown, Item: g.ID, Field: "field", Args: []string{field}}
	}
	was, *of(g) = *of(g), to
	return was, nil
}

// EndMidyear ends the look back half-way: the version being written is frozen
// with it and the plan goes on running. It needs a plan that runs (CodeState)
// and a look back with a day and a word (CodeRequired).
func EndMidyear(p Plan, by Actor) (Change, error) {
	if err := p.writable(); err != nil {
		return Change{}, err
	}
	m := p.Midyear
	switch {
	case p.State != Active:
		return Change{}, &Error{Code: CodeState, Field: "state", Args: []string{string(p.State)}}
	case m == nil || m.WhatWorked == "" && m.WhatChanges == "":
		return Change{}, &Error{Code: CodeRequired, Item: "midyear", Field: "what_worked"}
	case m.Date.IsZero():
		return Change{}, &Error{Code: CodeRequired, Item: "midyear", Field: "date"}
	}
	q := p.Clone()
	q.Moves = append(q.Moves, Move{Act: "half-way", From: Active, To: Active, By: by.Name, At: At(by.At)})
	q.freeze(ReasonHalfway, "", by)
	return Change{q, Act{Name: "midyear.end", Args: []string{itoa(p.WorkingVersion)}, Fixed: true}}, nil
}
