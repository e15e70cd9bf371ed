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
	// Assessor is who judges: an edition holds the competence file as the
	// teacher composed it, and is no file to sign.
	Assessor Audience = "assessor"
)

// The groups that a teacher can add to what the coach sees.
const (
	GroupViews        = "views"        // sentences chosen, without notes
	GroupOpen         = "open"         // answers to the open questions
	GroupObservations = "observations" // what others saw
	GroupStart        = "start"        // the start profile of the initial training
	GroupReflections  = "reflections"  // looking back, in one's own words
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
// plan stay, and for a board only what came as a board edition. Where the
// receiver also evaluates, what the framework keeps at home stays there,
// however it is marked. Assessors get the competence file and nothing else. An audience
// that is none of these gets what a board gets, and an employer that the plan does not have gets nothing; see [CheckEmployer] for
// what to ask before.
func For(p Plan, pack *continuum.Pack, a Audience, employer string) Edition {
	q := p.Clone()
	q.Review = nil
	if q.Assessment != nil {
		q.Assessment.Mine = nil
	}
	if a != Self && employer == "" {
		if _, ok := p.employer(p.Profile.Now); ok {
			employer = p.Profile.Now
		}
	}
	if employer != "" {
		q = forEmployer(q, pack, employer)
	}
	if a == Assessor {
		q = forAssessors(q)
		return Edition{Plan: q, Info: info(q, pack, a, "", p)}
	}
	if a != Self {
		need := rank(string(Board))
		if a == Coach {
			need = rank(string(Coach))
		}
		pack := sieve{pack, p.EditionInfo != nil && p.EditionInfo.Audience == Board}
		leftOut := map[string]bool{}
		for _, x := range q.Evidence {
			leftOut[x.ID] = x.leftOut(a)
		}
		keep(reflect.ValueOf(&q).Elem(), need)
		q.Agreements = keepItems(q.Agreements, func(x Agreement) bool { return rank(x.Audience) >= need })
		q.ExtraLines = keepItems(q.ExtraLines, func(x ExtraLine) bool { return rank(x.Audience) >= need && pack.mayLeave(x.Line, need) })
		q.EntitlementLines = keepItems(q.EntitlementLines, func(x Line) bool { return pack.mayLeave(x.Line, need) })
		q.Evidence = keepItems(q.Evidence, func(x Evidence) bool { return pack.mayShow(x, need) && !leftOut[x.ID] })
		keepCounters(&q, pack.pack)
		if a != Coach {
			keepHome(&q, pack.pack)
		}
		if BetweenJobs(q, pack.pack) {
			forgetWork(&q)
		}
		if !q.Share.Strengths {
			q.Start.Strengths = nil
		}
		q.Midyear, q.Evaluation = shared(q, need)
		if a == Coach {
			addGroups(&q, p)
		}
	}
	inOrder(&q)
	return Edition{Plan: q, Info: info(q, pack, a, employer, p)}
}

// keep empties every field of v that is tagged for a lower rank than need,
// and forgets what has no tag because nobody knows it.
func keep(v reflect.Value, need int) {
	forget(v)
	keepFields(v, need)
}

func keepFields(v reflect.Value, need int) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			keepFields(v.Elem(), need)
		}
	case reflect.Slice:
		for i := range v.Len() {
			keepFields(v.Index(i), need)
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
				keepFields(v.Field(f.index), need)
			}
		}
	}
}

func forgetAll(p *Plan) { forget(reflect.ValueOf(p).Elem()) }

// forget takes out every key that this program does not know.
func forget(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			forget(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			forget(v.Index(i))
		}
	case reflect.Struct:
		fields, ok := fieldCache[v.Type()]
		if !ok {
			return // a date
		}
		for _, f := range fields {
			forget(v.Field(f.index))
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

// A sieve knows what never leaves: from the pack, or because somebody who had
// the pack has already made a board edition of it.
type sieve struct {
	pack *continuum.Pack
	done bool
}

// mayShow reports whether a piece of evidence belongs in an edition. Without
// its kind in the pack nobody can say that it may go to a board.
func (s sieve) mayShow(e Evidence, need int) bool {
	if e.Audience == "" || rank(e.Audience) < need {
		return false
	}
	if need < rank(string(Board)) {
		return true
	}
	if s.pack != nil {
		if kind, ok := s.pack.EvidenceKind(e.Kind); ok {
			return kind.BoardDefault != never
		}
	}
	return s.done
}

// mayLeave reports whether a line may stand in a file for somebody else.
// Where the receiver also evaluates, the pack keeps some lines at home.
func (s sieve) mayLeave(line string, need int) bool {
	if s.pack == nil {
		return s.done || need < rank(string(Board))
	}
	e, ok := s.pack.Entitlement(line)
	return !ok || e.Board != never
}

const never = "never"

// shared returns the half-way and end reports as far as they were shared.
func shared(p Plan, need int) (*Midyear, *Evaluation) {
	m, e := p.Midyear, p.Evaluation
	if need < rank(string(Board)) {
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
