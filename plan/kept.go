package plan

import (
	"slices"

	"bekwaam/continuum"
)

// Evaluates reports whether whoever receives the plan also evaluates the
// teacher. Then some things stay at home, marked private or not.
func Evaluates(p Plan, pack *continuum.Pack) bool {
	if pack == nil {
		return false
	}
	t, ok := pack.EmploymentType(p.Profile.Employment)
	return ok && t.RecipientEvaluates
}

// KeptHits returns where the board edition of p still holds a word of what
// stays at home, in a text that the teacher typed and can change. It is a
// hint before a file is made.
func KeptHits(p Plan, pack *continuum.Pack) []Hit {
	f := frameworkOf(p, pack)
	if f == nil || !Evaluates(p, pack) {
		return nil
	}
	return Hits(For(p, pack, Board, "").Plan, func(s string) string {
		if !f.StaysHome(s) {
			return ""
		}
		return s
	})
}

// keepCounters takes out of q the lines that count towards what stays with a
// teacher who is evaluated by the receiver of the plan: they leave in no
// edition for others, by whatever name.
func keepCounters(q *Plan, pack *continuum.Pack) {
	f := frameworkOf(*q, pack)
	if f == nil || !Evaluates(*q, pack) {
		return
	}
	goes := func(texts ...string) bool { return !slices.ContainsFunc(texts, f.StaysHome) }
	q.ExtraLines = keepItems(q.ExtraLines, func(x ExtraLine) bool { return goes(x.Line, x.Unit) })
	q.EntitlementLines = keepItems(q.EntitlementLines, func(x Line) bool { return goes(x.Line, x.Name, x.Unit, x.Per) })
	for i := range q.Activities {
		if !goes(q.Activities[i].HoursLine) {
			q.Activities[i].HoursLine = ""
		}
	}
}

// keepHome takes out of q every agreement, promise and piece of
// evidence that holds a word of the framework for what stays with a teacher
// who is evaluated by the receiver.
func keepHome(q *Plan, pack *continuum.Pack) {
	f := frameworkOf(*q, pack)
	if f == nil || !Evaluates(*q, pack) {
		return
	}
	goes := func(texts ...string) bool { return !slices.ContainsFunc(texts, f.StaysHome) }
	q.Agreements = keepItems(q.Agreements, func(x Agreement) bool { return goes(x.Who, x.What) })
	q.Evidence = keepItems(q.Evidence, func(x Evidence) bool { return goes(x.Title) })
	promised := func(c *Conditions) { c.Promises = keepItems(c.Promises, func(s string) bool { return goes(s) }) }
	promised(&q.Conditions)
	for _, e := range q.Profile.Employers {
		if e.Conditions != nil {
			promised(e.Conditions)
		}
	}
}
