package plan

import (
	"strconv"

	"bekwaam/continuum"
	"bekwaam/text"
)

// LineAge is how old a line of entitlement is.
type LineAge struct {
	Checked text.Date // by the teacher, zero for never
	Year    int       // of the latest dated source of the pack, 0 where undated
	Own     bool      // the teacher's own line, which the pack does not know
	Stale   bool      // it asks to be checked again
	Ended   text.Date // last day of the agreement behind it, where that has passed since it was checked
}

// AgeOf returns how old a line is on a day. A line is stale where it was
// never checked, or not in this school year, or not since the agreement
// behind it ended; a line of the teacher's own never is before it was checked
// once.
func AgeOf(p Plan, pack *continuum.Pack, l Line, today text.Date) LineAge {
	c := &checker{p: p, pack: pack, today: today}
	age := LineAge{Checked: l.CheckedOn, Own: true}
	if e, ok := pack.Entitlement(l.Line); ok {
		age.Own = false
		age.Year = firstYearIn(e.LatestDatedSource)
		if end, ok := LineEnd(p, pack, l); ok && end.Before(today) && !end.Before(l.CheckedOn) {
			age.Ended = end
		}
	}
	age.Stale = c.Stale(l) && !(age.Own && l.CheckedOn.IsZero())
	return age
}

// LineEnd returns the last day on which the agreement behind a line of the pack
// holds: as the line says itself, else of the agreement of the framework.
func LineEnd(p Plan, pack *continuum.Pack, l Line) (text.Date, bool) {
	if pack == nil {
		return text.Date{}, false
	}
	e, ok := pack.Entitlement(l.Line)
	if !ok {
		return text.Date{}, false
	}
	if d, err := text.ParseISO(e.HoldsFor.To); err == nil {
		return d, true
	}
	return (&checker{p: p, pack: pack}).termEnd()
}

// HeldUntil returns the decision of a board with which a line ends, where it
// ends before the school year does: its date is the last day on which the line
// holds.
func HeldUntil(p Plan, l Line) (PhaseRecorded, bool) {
	_, last, ok := text.SchoolYearDays(p.Profile.SchoolYear)
	var first PhaseRecorded
	for _, d := range p.decisions() {
		if l.HoldsUntilPhase == "" || d.Date.IsZero() || phaseIndex(d.Phase) < phaseIndex(l.HoldsUntilPhase) || ok && !d.Date.Before(last) {
			continue
		}
		if first.Date.IsZero() || d.Date.Before(first.Date) {
			first = d
		}
	}
	return first, !first.Date.IsZero()
}

// OrderedCost is what costs that the school ordered, planned and spent: it is
// on no line of the teacher's own.
func OrderedCost(p Plan) MoneySum {
	var sum MoneySum
	for _, a := range p.Activities {
		if a.ordered() {
			_, planned := a.planned()
			_, spent := a.Spent()
			sum.add(planned, spent)
		}
	}
	return sum
}

// firstYearIn returns the first year that a source names: 2014 in
// "2014 + undated pages". A source that only says "after 2014" is undated.
func firstYearIn(s string) int {
	if len(s) < 4 {
		return 0
	}
	y, err := strconv.Atoi(s[:4])
	if err != nil || y < 1900 {
		return 0
	}
	return y
}

// WholeYear reports whether a line holds on every day of the school year.
func WholeYear(p Plan, l Line) bool {
	held, total := daysHeld(p, l)
	return held == total
}

// FundsFirst returns who may pay where the plan's framework holds, those that
// go with the teacher's employment first; fitting is how many those are.
func FundsFirst(p Plan, pack *continuum.Pack) (list []*continuum.FundingSource, fitting int) {
	all := pack.FundingFor(p.Profile.Framework)
	typical := map[string]bool{}
	if t, ok := pack.EmploymentType(p.Profile.Employment); ok {
		for _, id := range t.TypicalFunding {
			typical[id] = true
		}
	}
	var rest []*continuum.FundingSource
	for _, s := range all {
		if !Payable(p, pack, s) {
			continue
		}
		if typical[s.ID] {
			list = append(list, s)
		} else {
			rest = append(rest, s)
		}
	}
	return append(list, rest...), len(list)
}
