package plan

import (
	"reflect"

	"bekwaam/continuum"
)

// Audience is who may see something.
type Audience string

// The audiences, from few to many. Self is the teacher's own edition.
const (
	Self    Audience = "self"
	Private          = "private" // as a value on an item: only the teacher
	Coach   Audience = "coach"
	Board   Audience = "board"
)

// The groups that a teacher can add to what the coach sees.
const (
	GroupViews        = "views"        // sentences chosen, without notes
	GroupOpen         = "open"         // answers to the open questions
	GroupObservations = "observations" // what others saw
)

// rank orders the audiences: an edition of rank r holds what is tagged for a
// rank of at least r.
func rank(see string) int {
	switch see {
	case string(Board), "":
		return 3
	case string(Coach):
		return 2
	}
	return 1
}

// For returns the edition of p for an audience and, where there are several
// employers, for one of them ("" for all). It is the only function that drops
// things: pages and data are both made from what it returns.
//
// What is not tagged for an audience is gone, also keys that this program
// does not know. The pack says which kinds never go to a board and gives the
// words the edition carries; where it is nil the words that came with the
// plan stay.
func For(p Plan, pack *continuum.Pack, a Audience, employer string) Edition {
	q := p.Clone()
	if employer != "" {
		q = forEmployer(q, employer)
	}
	if a != Self {
		need := rank(string(a))
		keep(reflect.ValueOf(&q).Elem(), need)
		q.Agreements = keepItems(q.Agreements, func(x Agreement) bool { return rank(x.Audience) >= need })
		q.ExtraLines = keepItems(q.ExtraLines, func(x ExtraLine) bool { return rank(x.Audience) >= need && mayLeave(pack, q, x.Line) })
		q.EntitlementLines = keepItems(q.EntitlementLines, func(x Line) bool { return mayLeave(pack, q, x.Line) })
		q.Evidence = keepItems(q.Evidence, func(x Evidence) bool { return mayShow(pack, x, need) })
		if !q.Share.Strengths {
			q.Start.Strengths = nil
		}
		q.Midyear, q.Evaluation = shared(q, a)
		if a == Coach {
			addGroups(&q, p)
		}
	}
	return Edition{Plan: q, Info: info(q, pack, a, employer, p.EditionInfo)}
}

// keep empties every field of v that is tagged for a lower rank than need.
func keep(v reflect.Value, need int) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			keep(v.Elem(), need)
		}
	case reflect.Slice:
		for i := range v.Len() {
			keep(v.Index(i), need)
		}
	case reflect.Struct:
		fields, ok := fieldCache[v.Type()]
		if !ok {
			return // a date
		}
		for _, f := range fields {
			see := f.see
			if see == "" {
				see = Private
			}
			if rank(see) < need {
				v.Field(f.index).SetZero()
			} else {
				keep(v.Field(f.index), need)
			}
		}
		v.FieldByName("Unknown").SetZero()
	}
}

func keepItems[T any](list []T, ok func(T) bool) []T {
	var out []T
	for _, x := range list {
		if ok(x) {
			out = append(out, x)
		}
	}
	return out
}

// mayShow reports whether a piece of evidence belongs in an edition. Without
// its kind in the pack nobody can say that it may go to a board.
func mayShow(pack *continuum.Pack, e Evidence, need int) bool {
	if e.Audience == "" || rank(e.Audience) < need {
		return false
	}
	if need < rank(string(Board)) || pack == nil {
		return true
	}
	kind, ok := pack.EvidenceKind(e.Kind)
	return ok && kind.BoardDefault != never
}

// mayLeave reports whether a line may stand in a file for somebody else.
// Where the receiver also evaluates, the pack keeps some lines at home.
func mayLeave(pack *continuum.Pack, p Plan, line string) bool {
	if pack == nil {
		return true
	}
	e, ok := pack.Entitlement(line)
	return !ok || e.Board != never
}

const never = "never"

// shared returns the half-way and end reports as far as they were shared.
func shared(p Plan, a Audience) (*Midyear, *Evaluation) {
	m, e := p.Midyear, p.Evaluation
	if a != Board {
		return m, e
	}
	if m != nil && (!p.Share.MidyearSummary || m.SummaryForBoard == "") {
		m = nil
	}
	if e != nil && !p.Share.Evaluation {
		e.PerGoal = nil
	}
	if e != nil && e.SummaryForBoard == "" && len(e.PerGoal) == 0 {
		e = nil
	}
	return m, e
}

// addGroups adds what the teacher ticked for the coach.
func addGroups(q *Plan, whole Plan) {
	c := whole.Clone()
	for _, g := range whole.Share.Coach {
		switch g {
		case GroupViews:
			q.Views = c.Views
			for i := range q.Views {
				q.Views[i].Note, q.Views[i].Unknown = "", nil
			}
		case GroupOpen:
			q.Survey.Open = c.Survey.Open
		case GroupObservations:
			q.Observations = c.Observations
		}
	}
}
