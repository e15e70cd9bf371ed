package plan

import (
	"slices"

	"bekwaam/continuum"
	"bekwaam/text"
)

// NextYear returns the plan of a later school year that goes on from a closed
// one, under a new id. What the teacher ticked goes along and says where it
// came from; the person, the work, the own view and the dossier always do;
// hours, money, notes and signatures never do. What an employer that has left
// was alone stays behind.
//
// Errors: CodeState for a year that is not closed, CodeCopy for the plan of
// somebody else, CodeDate for no school year, CodeRange for one that is not
// later, CodeUnknown where the pack does not have the framework.
func NextYear(p Plan, pack *continuum.Pack, id, year string) (Change, error) {
	if p.IsCopy() {
		return Change{}, &Error{Code: CodeCopy}
	}
	if p.State != Closed && p.State != Judged {
		return Change{}, &Error{Code: CodeState, Field: "state", Args: []string{string(p.State)}}
	}
	c, err := New(id, year, pack, p.Profile.Framework, p.Language)
	if err != nil {
		return Change{}, err
	}
	q := c.Plan
	years := q.FirstYear() - p.FirstYear()
	if years < 1 {
		return Change{}, &Error{Code: CodeRange, Item: "profile", Field: "school_year", Args: []string{year}}
	}
	whole := p.Clone()
	q.YearBefore, q.Gone, q.CoreValues = p.ID, whole.Gone, whole.CoreValues
	q.Profile = laterProfile(whole, year, years)
	q.Start = Start{Strengths: whole.Start.Strengths, Brought: whole.Start.Brought}
	q.Views, q.Observations, q.Conditions = whole.Views, whole.Observations, whole.Conditions
	q.Share.View = p.Share.View

	along := p.goingOn()
	origin := func(item string) *Origin { return &Origin{Year: p.Profile.SchoolYear, Plan: p.ID, Item: item} }
	goes := func(list []string, id string) bool { return slices.Contains(list, id) }
	for _, g := range whole.Goals {
		if goes(along.Goals, g.ID) {
			q.Goals = append(q.Goals, laterGoal(g, whole, origin(g.ID)))
		}
	}
	goal := func(id string) bool { return goes(along.Goals, id) }
	for _, a := range whole.Activities {
		if goes(along.Activities, a.ID) {
			q.Activities = append(q.Activities, laterActivity(a, 12*years, goal, origin(a.ID)))
		}
	}
	for _, a := range whole.Agreements {
		if goes(along.Agreements, a.ID) {
			a.ByWhen, a.Done, a.LetGo, a.Reason, a.Origin = text.Date{}, false, text.Date{}, "", origin(a.ID)
			q.Agreements = append(q.Agreements, a)
		}
	}
	for _, e := range whole.Evidence {
		e.Goals = keepItems(e.Goals, goal)
		if e.Origin == nil {
			e.Origin = origin(e.ID)
		}
		q.Evidence = append(q.Evidence, e)
	}
	for _, r := range whole.Reflections {
		r.Goals = keepItems(r.Goals, goal)
		q.Reflections = append(q.Reflections, r)
	}
	if q, err = settleLater(q, pack); err != nil {
		return Change{}, err
	}
	return Change{q, Act{Name: "carry", Args: []string{p.Profile.SchoolYear, year}}}, nil
}

// laterProfile is who the teacher is and where they work in a later year: what
// the board decided goes along, the days of this year's work do not.
func laterProfile(p Plan, year string, years int) Profile {
	pr := p.Profile
	first, _, _ := text.SchoolYearDays(year)
	pr.SchoolYear, pr.InductionYear = year, pr.InductionYear+years
	for _, d := range p.decisions() {
		if pr.PhaseRecorded == nil || pr.PhaseRecorded.Date.Before(d.Date) {
			pr.PhaseRecorded = &d
		}
	}
	if !pr.EmployedTo.IsZero() && pr.EmployedTo.Before(first) {
		pr.EmployedTo = text.Date{}
	}
	pr.EmployedFrom = text.Date{}
	for i := range pr.Employers {
		pr.Employers[i].From = text.Date{}
	}
	return pr
}

// laterGoal is a goal that goes along: asked anew where the look back says
// how, with nothing counted yet.
func laterGoal(g Goal, p Plan, from *Origin) Goal {
	if at := slices.IndexFunc(p.CarriedOver, func(c CarriedOver) bool { return c.FromGoal == g.ID }); at >= 0 && p.CarriedOver[at].Question != "" {
		g.Question = p.CarriedOver[at].Question
	}
	g.KeptFor, g.Deadline, g.Origin = "", text.Date{}, from
	if g.OwnCount != nil {
		g.OwnCount.Marks = nil
	}
	return g
}

// laterActivity is an activity that goes along: planned, at the same time of
// the later year, with nothing spent on it.
func laterActivity(a Activity, months int, goal func(string) bool, from *Origin) Activity {
	a = a.Shift(months)
	a.Status, a.StatusReason, a.Learned, a.Log, a.Origin = Planned, "", "", nil, from
	a.Goals = keepItems(a.Goals, goal)
	return a
}

// settleLater offers the lines of the new year and takes out what points at
// what stayed behind.
func settleLater(q Plan, pack *continuum.Pack) (Plan, error) {
	first, _, _ := text.SchoolYearDays(q.Profile.SchoolYear)
	settleRights(&q, pack, q.Profile)
	q.EntitlementLines = Offered(q, pack)
	for _, e := range slices.Clone(q.Profile.Employers) {
		if e.To.IsZero() || !e.To.Before(first) {
			continue
		}
		q.Goals = keepItems(q.Goals, func(x Goal) bool { return x.Employer != e.ID })
		q.Activities = keepItems(q.Activities, func(x Activity) bool { return x.Employer != e.ID })
		q.Agreements = keepItems(q.Agreements, func(x Agreement) bool { return x.Employer != e.ID })
		if q.Conditions.Employer == e.ID {
			q.Conditions = Conditions{}
		}
		c, err := RemoveEmployer(q, pack, e.ID)
		if err != nil {
			return q, err
		}
		q = c.Plan
	}
	goals := map[string]bool{}
	for _, g := range q.Goals {
		goals[g.ID] = true
	}
	for i := range q.Activities {
		a := &q.Activities[i]
		a.Goals = keepItems(a.Goals, func(id string) bool { return goals[id] })
		if !slices.ContainsFunc(q.EntitlementLines, func(l Line) bool { return l.Line == a.HoursLine }) {
			a.HoursLine = ""
		}
	}
	for i := range q.Evidence {
		q.Evidence[i].Goals = keepItems(q.Evidence[i].Goals, func(id string) bool { return goals[id] })
	}
	for i := range q.Reflections {
		q.Reflections[i].Goals = keepItems(q.Reflections[i].Goals, func(id string) bool { return goals[id] })
	}
	inOrder(&q)
	return q, Validate(q)
}
