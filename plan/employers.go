package plan

import (
	"slices"

	"bekwaam/continuum"
)

// AddEmployer adds an employer. The first one that is added beside the school
// and the board of the profile makes those an employer of their own, so that
// nothing is written twice. A share of 0 is one that is not known yet.
func AddEmployer(p Plan, pack *continuum.Pack, e Employer) (Change, error) {
	return change(p, "employer.add", []string{e.ID}, func(q *Plan) error {
		if e.ID == "" {
			return &Error{Code: CodeRequired, Item: "profile/employers", Field: "id"}
		}
		if len(q.Profile.Employers) == 0 {
			if was, ok := profileEmployer(q.Profile); ok {
				was.ID = freeEmployerID(q.Profile, e.ID)
				q.Profile.Employers = append(q.Profile.Employers, was)
			}
		}
		q.Profile.Employers = append(q.Profile.Employers, clone(e))
		return settleEmployers(q, pack)
	})
}

// EditEmployer changes one employer; field names what changed.
func EditEmployer(p Plan, pack *continuum.Pack, id, field string, edit func(*Employer)) (Change, error) {
	return change(p, "employer.edit", []string{id, field}, func(q *Plan) error {
		at, ok := q.employer(id)
		if !ok {
			return unknown(id)
		}
		edit(&q.Profile.Employers[at])
		q.Profile.Employers[at].ID = id
		return settleEmployers(q, pack)
	})
}

// RemoveEmployer takes an employer away. What was this one's alone becomes
// that of the others. The last one that is left is the employer of the profile
// again.
func RemoveEmployer(p Plan, pack *continuum.Pack, id string) (Change, error) {
	return change(p, "employer.remove", []string{id}, func(q *Plan) error {
		at, ok := q.employer(id)
		if !ok {
			return unknown(id)
		}
		q.Profile.Employers = slices.Delete(q.Profile.Employers, at, at+1)
		gone := func(s string) bool { return s == id }
		kept := map[string]bool{}
		for _, l := range q.EntitlementLines {
			kept[l.Line] = kept[l.Line] || l.Employer != id
		}
		q.EntitlementLines = keepItems(q.EntitlementLines, func(l Line) bool { return l.Employer != id || !kept[l.Line] })
		if len(q.Profile.Employers) == 1 {
			only := q.Profile.Employers[0]
			if err := settleEmployers(q, pack); err != nil {
				return err
			}
			if only.Conditions != nil {
				q.Conditions = clone(*only.Conditions)
			}
			q.Profile.EmployedFrom, q.Profile.EmployedTo = only.From, only.To
			q.Profile.Employers = nil
			gone = func(string) bool { return true }
		}
		for _, of := range employersOf(q) {
			if gone(*of) {
				*of = ""
			}
		}
		return settleEmployers(q, pack)
	})
}

// EditEmployerConditions changes what is needed at one employer, which then
// has conditions of its own, beginning with those of all; "" changes those of
// all. Conditions that became the same as those of all are so again.
func EditEmployerConditions(p Plan, id, field string, edit func(*Conditions)) (Change, error) {
	if id == "" {
		return EditConditions(p, field, edit)
	}
	return change(p, "conditions.edit", []string{field, id}, func(q *Plan) error {
		at, ok := q.employer(id)
		if !ok {
			return unknown(id)
		}
		c := ConditionsOf(*q, id)
		edit(&c)
		c.Employer = ""
		own := &q.Profile.Employers[at].Conditions
		*own = &c
		all := ConditionsOf(*q, "")
		all.Employer = ""
		if (Change{Plan: Plan{Conditions: c}}).Same(Plan{Conditions: all}) {
			*own = nil
		}
		return nil
	})
}

// ConditionsOf is what is needed at one employer, "" for what holds for all.
func ConditionsOf(p Plan, id string) Conditions {
	if at, ok := p.employer(id); ok && p.Profile.Employers[at].Conditions != nil {
		return clone(*p.Profile.Employers[at].Conditions)
	}
	if id != "" && !mine(p.Conditions.Employer, id) {
		return Conditions{}
	}
	return clone(p.Conditions)
}

// Mine reports whether an item of the employer of, "" or Both for all, is of
// the employer with this id.
func Mine(of, id string) bool { return mine(of, id) }

// FreeEmployerID is the first id that no employer has: w1, w2 and on. The
// employer of the profile, who has none yet, will be the first.
func FreeEmployerID(p Plan) string {
	if _, ok := profileEmployer(p.Profile); ok && len(p.Profile.Employers) == 0 {
		return freeEmployerID(p.Profile, freeEmployerID(p.Profile, ""))
	}
	return freeEmployerID(p.Profile, "")
}

func freeEmployerID(pr Profile, taken string) string {
	for n := 1; ; n++ {
		id := "w" + itoa(n)
		if id != taken && !slices.ContainsFunc(pr.Employers, func(e Employer) bool { return e.ID == id }) {
			return id
		}
	}
}

// profileEmployer is the one employer of a profile, as far as it says who
// that is.
func profileEmployer(pr Profile) (Employer, bool) {
	e := Employer{Board: pr.Board, School: pr.School, SchoolCode: pr.SchoolCode, FTE: pr.FTE, FTEOf: pr.FTEOf, From: pr.EmployedFrom, To: pr.EmployedTo}
	if pr.Manager != nil {
		m := clone(*pr.Manager)
		e.Manager = &m
	}
	return e, e.Board != "" || e.School != "" || e.Manager != nil
}

// settleEmployers keeps the profile in line with the employers: the share of
// a job is what they are together, and where a document has room for one
// employer only, the first stands there.
func settleEmployers(q *Plan, pack *continuum.Pack) error {
	pr := &q.Profile
	if len(pr.Employers) == 0 {
		return nil
	}
	sum := ShareAtOnce(pr.Employers)
	if sum > unit4 {
		return &Error{Code: CodeShare, Item: "profile/employers", Field: "fte", Args: []string{sum.String()}}
	}
	before := q.Clone()
	if sum > 0 {
		pr.FTE = sum
	}
	first := clone(pr.Employers[0])
	if at, ok := q.employer(pr.Now); ok {
		first = clone(pr.Employers[at])
	}
	pr.School, pr.SchoolCode, pr.Board, pr.Manager, pr.FTEOf = first.School, first.SchoolCode, first.Board, first.Manager, first.FTEOf
	settleReceiver(q, pack, before)
	return nil
}

// ShareAtOnce is the largest share of a full job that employers are together
// on any one day.
func ShareAtOnce(list []Employer) Share4 {
	most := Share4(0)
	for _, e := range list { // the sum only grows on a day on which somebody begins
		sum := Share4(0)
		for _, x := range list {
			if !e.From.Before(x.From) && (x.To.IsZero() || !x.To.Before(e.From)) {
				sum += x.FTE
			}
		}
		most = max(most, sum)
	}
	return most
}

// employersOf points at the employer that each item names.
func employersOf(q *Plan) []*string {
	out := []*string{&q.Conditions.Employer}
	for i := range q.SchoolGoals {
		out = append(out, &q.SchoolGoals[i].Employer)
	}
	for i := range q.Goals {
		out = append(out, &q.Goals[i].Employer)
	}
	for i := range q.Activities {
		out = append(out, &q.Activities[i].Employer)
	}
	for i := range q.Agreements {
		out = append(out, &q.Agreements[i].Employer)
	}
	for i := range q.Evidence {
		out = append(out, &q.Evidence[i].Employer)
	}
	for i := range q.EntitlementLines {
		out = append(out, &q.EntitlementLines[i].Employer)
	}
	for i := range q.ExtraLines {
		out = append(out, &q.ExtraLines[i].Employer)
	}
	for i := range q.Signatures {
		out = append(out, &q.Signatures[i].Employer)
	}
	return out
}
