package plan

import (
	"slices"

	"bekwaam/continuum"
	"bekwaam/text"
)

// proRata multiplies n by the working-time factor and by the share of the
// school year in which the line holds, and rounds once, to whole parts of
// which perUnit make one of n.
func proRata(p Plan, ln Line, n Decimal, perUnit int64) int64 {
	factors := []int64{int64(n), perUnit}
	by := int64(unit4)
	if held, total := daysHeld(p, ln); held != total {
		factors, by = append(factors, int64(held)), by*int64(total)
	}
	if ln.ProRata {
		factors, by = append(factors, int64(p.Profile.FTE)), by*unit4
	}
	return mulDiv(by, factors...)
}

// daysHeld returns on how many days of the school year a line holds: to and
// including the day on which the board recorded the phase that ends it, and
// within the employment where that has dates.
func daysHeld(p Plan, ln Line) (held, total int) {
	first, last, ok := text.SchoolYearDays(p.Profile.SchoolYear)
	if !ok {
		return 1, 1
	}
	total = first.DaysUntil(last) + 1
	from, to := first, last
	if ln.HoldsUntilPhase != "" {
		for _, d := range p.decisions() {
			if !d.Date.IsZero() && phaseIndex(d.Phase) >= phaseIndex(ln.HoldsUntilPhase) && d.Date.Before(to) {
				to = d.Date
			}
		}
	}
	if f := p.Profile.EmployedFrom; from.Before(f) {
		from = f
	}
	if t := p.Profile.EmployedTo; !t.IsZero() && t.Before(to) {
		to = t
	}
	return max(0, from.DaysUntil(to)+1), total
}

// decisions are the phases that a board recorded for this teacher.
func (p Plan) decisions() []PhaseRecorded {
	var out []PhaseRecorded
	if d := p.Profile.PhaseRecorded; d != nil {
		out = append(out, *d)
	}
	if p.Assessment != nil && p.Assessment.Decision != nil {
		out = append(out, *p.Assessment.Decision)
	}
	return out
}

// phases in the order of the continuum, as every framework has them.
var phases = []string{"start", "basis", "vak"}

func phaseIndex(id string) int { return slices.Index(phases, id) }

// notOffered lists the lines of the framework that do not hold for somebody
// outside the collective agreement.
func notOffered(p Plan, pack *continuum.Pack) []string {
	if pack == nil {
		return nil
	}
	t, ok := pack.EmploymentType(p.Profile.Employment)
	if !ok || t.CaoApplies != "no" {
		return nil
	}
	var out []string
	for _, e := range pack.Entitlements {
		if e.Framework == p.Profile.Framework {
			out = append(out, e.ID)
		}
	}
	slices.Sort(out)
	return out
}
