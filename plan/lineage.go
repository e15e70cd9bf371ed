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
	}
	age.Stale = c.Stale(l) && !(age.Own && l.CheckedOn.IsZero())
	return age
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
