package plan

import "slices"

// Both is the employer of an item that belongs to every employer.
const Both = "both"

func mine(employer, id string) bool { return employer == "" || employer == Both || employer == id }

// forEmployer returns p as one employer's edition has it: what belongs to
// others is gone, what belongs to both is divided by the working-time
// factors, rounded half up; the employer listed last takes what is left.
func forEmployer(p Plan, id string) Plan {
	at := slices.IndexFunc(p.Profile.Employers, func(e Employer) bool { return e.ID == id })
	if at < 0 {
		return p
	}
	all := p.Profile.Employers
	me := all[at]
	q := p.Clone()
	pr := &q.Profile
	pr.FTE, pr.School, pr.SchoolCode, pr.Board, pr.Manager = me.FTE, me.School, me.SchoolCode, me.Board, me.Manager
	if me.Function != "" {
		pr.Function = me.Function
	}
	if pr.PhaseRecorded != nil && pr.PhaseRecorded.By != me.Board {
		pr.PhaseRecorded.By = ""
	}
	pr.Employers = nil
	q.employedFrom, q.employedTo = me.From, me.To
	q.Goals = keepItems(q.Goals, func(x Goal) bool { return mine(x.Employer, id) })
	q.Activities = keepItems(q.Activities, func(x Activity) bool { return mine(x.Employer, id) })
	q.Agreements = keepItems(q.Agreements, func(x Agreement) bool { return mine(x.Employer, id) })
	q.Evidence = keepItems(q.Evidence, func(x Evidence) bool { return mine(x.Employer, id) })
	q.EntitlementLines = keepItems(q.EntitlementLines, func(x Line) bool { return mine(x.Employer, id) })
	q.ExtraLines = keepItems(q.ExtraLines, func(x ExtraLine) bool { return mine(x.Employer, id) })
	q.Signatures = keepItems(q.Signatures, func(x Signature) bool { return mine(x.Employer, id) })
	left := map[string]bool{}
	for _, g := range q.Goals {
		left[g.ID] = true
	}
	q.CarriedOver = keepItems(q.CarriedOver, func(x CarriedOver) bool { return left[x.FromGoal] })
	if q.Evaluation != nil {
		q.Evaluation.PerGoal = keepItems(q.Evaluation.PerGoal, func(x GoalEvaluation) bool { return left[x.Goal] })
	}
	switch {
	case me.Conditions != nil:
		q.Conditions = clone(*me.Conditions)
	case !mine(q.Conditions.Employer, id):
		q.Conditions = Conditions{}
	}
	for i := range q.Activities {
		if q.Activities[i].Employer == Both || q.Activities[i].Employer == "" {
			divide(&q.Activities[i], all, at)
		}
	}
	unname(&q)
	return q
}

// divide keeps one employer's share of an activity of both.
func divide(a *Activity, all []Employer, at int) {
	if a.Hours != nil {
		h := Quarters(part(int64(*a.Hours), all, at))
		a.Hours = &h
	}
	a.Cost = Cents(part(int64(a.Cost), all, at))
	if len(a.Log) == 0 {
		return
	}
	h, c := a.Spent()
	a.Log = []LogEntry{{Date: a.Log[len(a.Log)-1].Date, Hours: Quarters(part(int64(h), all, at)), Cost: Cents(part(int64(c), all, at))}}
}

// part is one employer's share of n by working-time factor.
func part(n int64, all []Employer, at int) int64 {
	whole := int64(0)
	for _, e := range all {
		whole += int64(e.FTE)
	}
	if whole == 0 {
		return 0
	}
	rest := n
	for i, e := range all {
		x := rest
		if i < len(all)-1 {
			x = halfUp(n*int64(e.FTE), whole)
		}
		if i == at {
			return x
		}
		rest -= x
	}
	return rest
}

// unname takes the names of employers out, so that an edition says nothing
// about there being others.
func unname(q *Plan) {
	for i := range q.Goals {
		q.Goals[i].Employer = ""
	}
	for i := range q.Activities {
		q.Activities[i].Employer = ""
	}
	for i := range q.Agreements {
		q.Agreements[i].Employer = ""
	}
	for i := range q.Evidence {
		q.Evidence[i].Employer = ""
	}
	for i := range q.EntitlementLines {
		q.EntitlementLines[i].Employer = ""
	}
	for i := range q.ExtraLines {
		q.ExtraLines[i].Employer = ""
	}
	for i := range q.Signatures {
		q.Signatures[i].Employer = ""
	}
	q.Conditions.Employer = ""
}
