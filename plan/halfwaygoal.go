package plan

import "slices"

// What becomes of a goal half-way.
const (
	GoalStays    = "stays"
	GoalAdjusted = "adjusted"
	GoalKept     = "kept" // for the year after this one
	GoalLetGo    = "let-go"
)

// GoalsHalfway lists what becomes of a goal half-way, in the order in which it
// is offered.
var GoalsHalfway = []string{GoalStays, GoalAdjusted, GoalKept, GoalLetGo}

// GoalHalfway says what became of a goal as far as it was said.
func GoalHalfway(p Plan, goal string) string {
	at := goalItems.at(&p, goal)
	switch {
	case at < 0:
		return ""
	case p.Goals[at].KeptFor != "":
		return GoalKept
	case p.outcomeOf(goal) == LetGoOf:
		return GoalLetGo
	case p.Midyear != nil && slices.ContainsFunc(p.Midyear.GoalsAdjusted, func(a Adjustment) bool { return a.Goal == goal }):
		return GoalAdjusted
	}
	return GoalStays
}

func (p Plan) outcomeOf(goal string) string {
	if p.Evaluation != nil {
		for _, e := range p.Evaluation.PerGoal {
			if e.Goal == goal {
				return e.Outcome
			}
		}
	}
	return ""
}

// DecideHalfway says half-way what becomes of a goal: it stays, is kept for
// the next year or is let go. A goal that stays has its texts from before they
// were adjusted. A goal is adjusted by [AdjustGoal] and not by this, which then
// only takes the others back. Why a goal is let go is asked at the end of the
// year. CodeUnknown for no goal and for nothing that can become of one.
func DecideHalfway(p Plan, goal, what string) (Change, error) {
	if !slices.Contains(GoalsHalfway, what) {
		return Change{}, &Error{Code: CodeUnknown, Item: goal, Field: "half-way", Args: []string{what}}
	}
	return change(p, "goal.half-way", []string{goal, what}, func(q *Plan) error {
		at := goalItems.at(q, goal)
		if at < 0 {
			return unknown(goal)
		}
		g := &q.Goals[at]
		if what == GoalStays && q.Midyear != nil {
			for _, a := range q.Midyear.GoalsAdjusted {
				if a.Goal != goal {
					continue
				}
				if _, err := setGoalText(g, a.Field, a.From); err != nil {
					return err
				}
			}
			q.Midyear.GoalsAdjusted = keepItems(q.Midyear.GoalsAdjusted, func(a Adjustment) bool { return a.Goal != goal })
		}
		g.KeptFor = ""
		if what == GoalKept {
			g.KeptFor = nextYear(q.Profile.SchoolYear)
		}
		q.letGoHalfway(goal, what == GoalLetGo)
		return nil
	})
}

// letGoHalfway notes at the end of the year that a goal is let go, or takes
// that back. What was written about the goal stays.
func (p *Plan) letGoHalfway(goal string, letGo bool) {
	if letGo == (p.outcomeOf(goal) == LetGoOf) {
		return
	}
	if p.Evaluation == nil {
		p.Evaluation = &Evaluation{}
	}
	list := &p.Evaluation.PerGoal
	i := slices.IndexFunc(*list, func(e GoalEvaluation) bool { return e.Goal == goal })
	if i < 0 {
		*list, i = append(*list, GoalEvaluation{Goal: goal}), len(*list)
	}
	e := &(*list)[i]
	e.Outcome, e.CarriedOver = "", false
	if letGo {
		e.Outcome = LetGoOf
	}
	settleCarried(p, p.Goals[goalItems.at(p, goal)], *e)
	if e.Outcome == "" && e.Result == "" && e.Reason == "" && e.EffectOnPupils == "" && e.Next == "" && len(e.Evidence)+len(e.Unknown) == 0 {
		*list = slices.Delete(*list, i, i+1)
	}
	if v := p.Evaluation; len(v.PerGoal)+len(v.Unknown) == 0 && v.SummaryForBoard == "" && v.Date.IsZero() {
		p.Evaluation = nil
	}
}
