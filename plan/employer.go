package plan

import (
	"slices"

	"bekwaam/continuum"
)

// Both is the employer of an item that belongs to every employer.
const Both = "both"

func mine(employer, id string) bool { return employer == "" || employer == Both || employer == id }

// CheckEmployer returns nil where an edition for a and one employer can be
// made: CodeRequired for a board edition of a plan with several employers and
// none named, since it would show the one to the other, CodeUnknown for an
// employer that the plan does not have.
//
// Between jobs there is none, whoever stands in the plan.
func CheckEmployer(p Plan, pack *continuum.Pack, a Audience, employer string) error {
	if BetweenJobs(p, pack) && p.Profile.Now == "" {
		p.Profile.Employers = nil
	}
	_, known := p.employer(employer)
	switch {
	case employer == "" && a == Board && len(p.Profile.Employers) > 1 && p.Profile.Now == "":
		return &Error{Code: CodeRequired, Item: "profile", Field: "employers", Args: p.employerIDs()}
	case employer != "" && !known:
		return &Error{Code: CodeUnknown, Item: "profile", Field: "employers", Args: append([]string{employer}, p.employerIDs()...)}
	}
	return nil
}

func (p Plan) employer(id string) (at int, ok bool) {
	at = slices.IndexFunc(p.Profile.Employers, func(e Employer) bool { return e.ID == id })
	return at, at >= 0
}

func (p Plan) employerIDs() []string {
	var out []string
	for _, e := range p.Profile.Employers {
		out = append(out, e.ID)
	}
	return out
}

// forEmployer returns p as one employer's edition has it: what belongs to
// others is gone, what belongs to both is divided by the working-time
// factors, rounded half up; the employer listed last takes what is left.
//
// A plan without a list of employers is one employer's already. An employer
// that is not in the list gets nothing.
func forEmployer(p Plan, pack *continuum.Pack, id string) Plan {
	if len(p.Profile.Employers) == 0 {
		return p
	}
	at, ok := p.employer(id)
	if !ok {
		none := Plan{ID: p.ID, Language: p.Language}
		settle(&none)
		return none
	}
	all := p.Profile.Employers
	me := all[at]
	q := p.Clone()
	if now := p.Profile.Now; now != "" {
		sinceThen(&q, me, me.ID == now)
	}
	ofEmployer(&q.Profile, pack, me)
	if a := q.Assessment; a != nil && a.Decision != nil {
		a.Decision = decidedFor(a.Decision, me)
	}
	q.SchoolGoals = keepItems(q.SchoolGoals, func(x SchoolGoal) bool { return mine(x.Employer, id) })
	q.Goals = keepItems(q.Goals, func(x Goal) bool { return mine(x.Employer, id) })
	q.Activities = keepItems(q.Activities, func(x Activity) bool { return mine(x.Employer, id) })
	q.Agreements = keepItems(q.Agreements, func(x Agreement) bool { return mine(x.Employer, id) })
	q.Evidence = keepItems(q.Evidence, func(x Evidence) bool { return mine(x.Employer, id) })
	holds := HasAgreement(q, pack)
	q.EntitlementLines = keepItems(q.EntitlementLines, func(x Line) bool { return mine(x.Employer, id) && (holds || !ofPack(x, pack)) })
	q.ExtraLines = keepItems(q.ExtraLines, func(x ExtraLine) bool { return mine(x.Employer, id) })
	q.Signatures = keepItems(q.Signatures, func(x Signature) bool { return mine(x.Employer, id) })
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
	forgetOthers(&q)
	unname(&q)
	inOrder(&q)
	return q
}

// ofPack reports whether a line is one of an agreement or decree, which the
// pack offers.
func ofPack(l Line, pack *continuum.Pack) bool {
	if pack == nil {
		return false
	}
	_, known := pack.Entitlement(l.Line)
	return known
}

// ofEmployer makes the profile that of one employer. How one works there does
// not say that there are others.
func ofEmployer(pr *Profile, pack *continuum.Pack, me Employer) {
	pr.Employment = workAt(*pr, pack, me)
	pr.FTEOf = me.FTEOf
	pr.FTE, pr.School, pr.SchoolCode, pr.Board, pr.Manager = me.FTE, me.School, me.SchoolCode, me.Board, me.Manager
	pr.EmployedFrom, pr.EmployedTo = me.From, me.To
	if me.Function != "" {
		pr.Function = me.Function
	}
	pr.PhaseRecorded = decidedFor(pr.PhaseRecorded, me)
	pr.Employers, pr.Now = nil, ""
}

// decidedFor keeps a decision and, where another board took it, not who.
func decidedFor(d *PhaseRecorded, me Employer) *PhaseRecorded {
	if d == nil || d.By == me.Board {
		return d
	}
	return &PhaseRecorded{Phase: d.Phase, Date: d.Date}
}

// forgetOthers takes out what points at an item of another employer.
func forgetOthers(q *Plan) {
	goals, lines := map[string]bool{}, map[string]bool{}
	for _, g := range q.Goals {
		goals[g.ID] = true
	}
	for _, l := range q.EntitlementLines {
		lines[l.Line] = true
	}
	known := func(id string) bool { return goals[id] }
	for i := range q.Activities {
		a := &q.Activities[i]
		a.Goals = keepItems(a.Goals, known)
		if !lines[a.HoursLine] {
			a.HoursLine = ""
		}
	}
	for i := range q.Evidence {
		q.Evidence[i].Goals = keepItems(q.Evidence[i].Goals, known)
	}
	q.CarriedOver = keepItems(q.CarriedOver, func(x CarriedOver) bool { return known(x.FromGoal) })
	if q.Evaluation != nil {
		q.Evaluation.PerGoal = keepItems(q.Evaluation.PerGoal, func(x GoalEvaluation) bool { return known(x.Goal) })
	}
	if q.Midyear != nil {
		q.Midyear.GoalsAdjusted = keepItems(q.Midyear.GoalsAdjusted, func(x Adjustment) bool { return known(x.Goal) })
	}
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

// part is one employer's share of n by working-time factor. The parts of all
// employers together are n, and none is below zero.
func part(n int64, all []Employer, at int) int64 {
	whole := int64(0)
	for _, e := range all {
		whole += int64(e.FTE)
	}
	rest := n
	for i, e := range all {
		x := rest
		if i < len(all)-1 {
			x = 0
			if whole > 0 {
				x = min(rest, mulDiv(whole, n, int64(e.FTE)))
			}
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
	for _, of := range employersOf(q) {
		*of = ""
	}
}
