package plan

import (
	"slices"
	"strings"
)

// Loose is a reference in a plan to something that the plan does not hold:
// the goal of an activity, the line of its hours, what a note is about. What
// others wrote about an item that was removed since stays and is loose.
type Loose struct {
	Where string // what refers: activities/a1, notes/n2, signatures/teacher
	Field string
	To    string // what it refers to
}

// LooseEnds returns the references of p that lead nowhere, in the order of
// the document. line says which lines of hours and money are known beside
// those of the plan. Competences have [Orphans].
func LooseEnds(p Plan, line func(id string) bool) []Loose {
	var out []Loose
	check := func(ok bool, where, field, to string) {
		if to != "" && !ok {
			out = append(out, Loose{where, field, to})
		}
	}
	item := func(id string) bool {
		_, _, ok := find(p, id)
		return ok || slices.ContainsFunc(p.Views, func(v View) bool { return v.Competence == id }) || strings.Count(id, "/") == 2
	}
	goal := func(id string) bool { return slices.ContainsFunc(p.Goals, func(g Goal) bool { return g.ID == id }) }
	note := func(id string) bool { return slices.ContainsFunc(p.Notes, func(n Note) bool { return n.ID == id }) }
	evidence := func(id string) bool {
		return slices.ContainsFunc(p.Evidence, func(e Evidence) bool { return e.ID == id })
	}
	goals := func(ids []string, where string) {
		for _, id := range ids {
			check(goal(id), where, "goals", id)
		}
	}
	for _, a := range p.Activities {
		goals(a.Goals, "activities/"+a.ID)
		own := slices.ContainsFunc(p.EntitlementLines, func(l Line) bool { return l.Line == a.HoursLine })
		check(own || line(a.HoursLine), "activities/"+a.ID, "hours_line", a.HoursLine)
	}
	for _, e := range p.Evidence {
		goals(e.Goals, "evidence/"+e.ID)
	}
	for _, o := range p.Observations {
		check(item(o.About), "observations/"+o.ID, "about", o.About)
		check(slices.ContainsFunc(p.Observations, func(x Observation) bool { return x.ID == o.Follows }), "observations/"+o.ID, "follows", o.Follows)
	}
	for _, n := range p.Notes {
		check(item(n.About), "notes/"+n.ID, "about", n.About)
		check(note(n.Follows), "notes/"+n.ID, "follows", n.Follows)
		check(slices.ContainsFunc(p.Agreements, func(a Agreement) bool { return a.ID == n.TakenInto }), "notes/"+n.ID, "taken_into", n.TakenInto)
	}
	if p.Midyear != nil {
		for _, a := range p.Midyear.GoalsAdjusted {
			check(goal(a.Goal), "midyear", "goals_adjusted", a.Goal)
		}
	}
	if p.Evaluation != nil {
		for _, e := range p.Evaluation.PerGoal {
			check(goal(e.Goal), "evaluation", "goal", e.Goal)
		}
	}
	for _, c := range p.Confirmations {
		check(item(c.About), "confirmations/"+c.ID, "about", c.About)
	}
	for _, s := range p.Signatures {
		known := s.Version == 0 || slices.ContainsFunc(p.Versions, func(v Version) bool { return v.Number == s.Version })
		check(known, "signatures/"+s.Role, "version", itoa(s.Version))
	}
	if p.Assessment != nil {
		judged := func(list []Judgement, where string) {
			for _, j := range list {
				for _, id := range j.Evidence {
					_, inFile := p.Assessment.File.Piece(id)
					check(inFile || evidence(id), where, "evidence", id)
				}
			}
		}
		for _, x := range p.Assessment.Separate {
			judged(x.Judgements, "assessment/"+x.ID)
		}
		if p.Assessment.Agreed != nil {
			judged(p.Assessment.Agreed.Judgements, "assessment/agreed")
		}
	}
	return out
}
