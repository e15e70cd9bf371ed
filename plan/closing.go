package plan

import (
	"slices"

	"bekwaam/text"
)

// What becomes of a goal at the end of a year.
const (
	Finished    = "finished"
	CarriesOver = "carried-over"
	LetGoOf     = "let-go"
)

// GoalOutcomes lists what becomes of a goal, in the order in which they are offered.
var GoalOutcomes = []string{Finished, CarriesOver, LetGoOf}

var outcomes = append([]string{""}, GoalOutcomes...)

// EditEvaluation changes the look back at the end, making it where there is
// none; field names what changed. The goals have [EvaluateGoal].
func EditEvaluation(p Plan, field string, edit func(*Evaluation)) (Change, error) {
	return change(p, "evaluation.edit", []string{field}, func(q *Plan) error {
		if q.Evaluation == nil {
			q.Evaluation = &Evaluation{}
		}
		edit(q.Evaluation)
		return nil
	})
}

// EvaluateGoal changes what is said about one goal at the end, making it where
// nothing was; field names what changed. A goal that is carried over is among
// those that go along, with what is next, or else its learning question.
func EvaluateGoal(p Plan, goal, field string, edit func(*GoalEvaluation)) (Change, error) {
	return change(p, "evaluation.goal", []string{goal, field}, func(q *Plan) error {
		at := goalItems.at(q, goal)
		if at < 0 {
			return unknown(goal)
		}
		if q.Evaluation == nil {
			q.Evaluation = &Evaluation{}
		}
		list := &q.Evaluation.PerGoal
		i := slices.IndexFunc(*list, func(e GoalEvaluation) bool { return e.Goal == goal })
		if i < 0 {
			*list, i = append(*list, GoalEvaluation{Goal: goal}), len(*list)
		}
		e := &(*list)[i]
		was := e.Outcome
		edit(e)
		e.Goal = goal
		if e.Outcome != was {
			e.CarriedOver = e.Outcome == CarriesOver
		}
		settleCarried(q, q.Goals[at], *e)
		return nil
	})
}

// settleCarried keeps the list of goals that go along in line with what is
// said about one goal.
func settleCarried(q *Plan, g Goal, e GoalEvaluation) {
	at := slices.IndexFunc(q.CarriedOver, func(c CarriedOver) bool { return c.FromGoal == g.ID })
	switch {
	case !e.CarriedOver && at >= 0:
		q.CarriedOver = slices.Delete(q.CarriedOver, at, at+1)
	case e.CarriedOver && at < 0:
		c := CarriedOver{FromGoal: g.ID, ToYear: nextYear(q.Profile.SchoolYear), Question: e.Next}
		if c.Question == "" {
			c.Question = g.Question
		}
		q.CarriedOver = append(q.CarriedOver, c)
	}
}

// nextYear is the school year after one, "" where that is none.
func nextYear(year string) string {
	_, last, ok := text.SchoolYearDays(year)
	if !ok {
		return ""
	}
	return YearOf(last.AddDays(1))
}

// GoesOn ticks an item that goes along to the next year, or takes the tick
// away: a goal, an activity or an agreement.
func GoesOn(p Plan, id string, along bool) (Change, error) {
	return change(p, "going-on", []string{id}, func(q *Plan) error {
		if q.GoingOn == nil {
			on := q.goingOn()
			q.GoingOn = &on
		}
		var of *[]string
		switch {
		case goalItems.at(q, id) >= 0:
			of = &q.GoingOn.Goals
		case activityItems.at(q, id) >= 0:
			of = &q.GoingOn.Activities
		case agreementItems.at(q, id) >= 0:
			of = &q.GoingOn.Agreements
		default:
			return unknown(id)
		}
		*of = keepItems(*of, func(x string) bool { return x != id })
		if along {
			*of = append(*of, id)
		}
		return nil
	})
}

// GoesAlong is what goes along to the next year: what the teacher ticked, and
// as long as nothing was ticked or unticked the goals that are carried over or
// were kept for then.
func GoesAlong(p Plan) GoingOn { return clone(p.goingOn()) }

func (p Plan) goingOn() GoingOn {
	if p.GoingOn != nil {
		return *p.GoingOn
	}
	var on GoingOn
	for _, g := range p.Goals {
		carried := slices.ContainsFunc(p.CarriedOver, func(c CarriedOver) bool { return c.FromGoal == g.ID })
		if carried || g.KeptFor != "" && g.KeptFor == nextYear(p.Profile.SchoolYear) {
			on.Goals = append(on.Goals, g.ID)
		}
	}
	return on
}

// Close closes the year: the version being written is frozen and nothing in
// the plan changes any more but what the board decides and who signs. It needs
// a plan that runs (CodeState) and a word about each goal of the year
// (CodeReason, the goals in Args).
func Close(p Plan, by Actor) (Change, error) {
	if p.IsCopy() {
		return Change{}, &Error{Code: CodeCopy}
	}
	if p.State != Active {
		return Change{}, &Error{Code: CodeState, Field: "state", Args: []string{string(p.State)}}
	}
	if open := p.NotLookedBackOn(); len(open) > 0 {
		e := &Error{Code: CodeReason, Item: "evaluation", Field: "per_goal"}
		for _, g := range open {
			e.Args = append(e.Args, g.ID)
		}
		return Change{}, e
	}
	q := p.Clone()
	if !q.Frozen() {
		q.freeze(ReasonClosed, "", by)
	}
	c := move(q, "close", Closed, by)
	c.Act.Fixed = true
	return c, nil
}

// Decide records which phase the board decided on, with the day and by whom.
// Nothing here works that out. In a closed year the plan is judged then; in a
// running one the lines that hold until a phase follow from it. After an advice
// it stands beside the advice. A board decides in its copy of the plan, with its
// key.
//
// Errors: CodeRecord where a board decided with its key already, CodeUnknown for no phase, CodeRequired without a name or a day,
// CodeRange for a day to come, CodeCopy.
func Decide(p Plan, by Actor, d PhaseRecorded) (Change, error) {
	fail := func(code, field string, args ...string) (Change, error) {
		return Change{}, &Error{Code: code, Item: "phase_recorded", Field: field, Args: args}
	}
	switch {
	case p.IsCopy() && (p.EditionInfo.Audience != Board || d.Key == ""):
		return Change{}, &Error{Code: CodeCopy}
	case p.Assessment != nil && p.Assessment.Decision != nil && p.Assessment.Decision.Key != "":
		return fail(CodeRecord, "decision", p.Assessment.Decision.By)
	case !slices.Contains(phases, d.Phase):
		return fail(CodeUnknown, "phase", d.Phase)
	case d.By == "":
		return fail(CodeRequired, "by")
	case d.Date.IsZero():
		return fail(CodeRequired, "date")
	case day(by.At).Before(d.Date):
		return fail(CodeRange, "date", d.Date.String())
	}
	d.RecordedBy, d.At = by.Name, At(by.At)
	args := []string{d.Phase, d.Date.String(), d.By}
	advised := p.Assessment != nil && p.Assessment.Agreed != nil
	if p.State != Closed && p.State != Judged && !advised {
		return change(p, "decide", args, func(q *Plan) error {
			q.Profile.PhaseRecorded = &d
			return nil
		})
	}
	q := p.Clone()
	if q.Assessment == nil {
		q.Assessment = &Assessment{}
	}
	q.Assessment.Decision = &d
	c := Change{Plan: q}
	if p.State == Closed && !p.IsCopy() {
		c = move(q, "decide", Judged, by)
	}
	c.Act = Act{Name: "decide", Args: args, Fixed: true}
	return c, nil
}

// AskNextYear says with which question a goal goes along, and to which school
// year; "" is the one after this. CodeDate for no school year.
func AskNextYear(p Plan, goal, year, question string) (Change, error) {
	if year == "" {
		year = nextYear(p.Profile.SchoolYear)
	}
	if !validYear(year) {
		return Change{}, &Error{Code: CodeDate, Item: goal, Field: "to_year", Args: []string{year}}
	}
	return change(p, "evaluation.next", []string{goal}, func(q *Plan) error {
		if goalItems.at(q, goal) < 0 {
			return unknown(goal)
		}
		at := slices.IndexFunc(q.CarriedOver, func(c CarriedOver) bool { return c.FromGoal == goal })
		if at < 0 {
			q.CarriedOver, at = append(q.CarriedOver, CarriedOver{FromGoal: goal}), len(q.CarriedOver)
		}
		q.CarriedOver[at].ToYear, q.CarriedOver[at].Question = year, question
		return nil
	})
}
