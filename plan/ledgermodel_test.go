package plan_test

import (
	"math/big"
	"time"

	"bekwaam/plan"
)

// The rules of reckoning once more, in fractions and without the code of the
// package, to hold the ledger against.

// rat is a number in ten-thousandths as a fraction.
func rat(n int64) *big.Rat { return big.NewRat(n, 10_000) }

// halfUp rounds to whole steps of 1/per, a half upwards, and returns how many.
func halfUp(x *big.Rat, per int64) int64 {
	y := new(big.Rat).Mul(x, big.NewRat(per, 1))
	y.Add(y, big.NewRat(1, 2))
	return new(big.Int).Div(y.Num(), y.Denom()).Int64() // Div rounds down
}

func civil(s string) time.Time {
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return d
}

// A job is the part of a plan that one employer has, or the whole of it.
type job struct {
	fte        int64
	from, to   string // "" for the whole year
	all        []plan.Employer
	id         string // "" for the whole plan
	first, end time.Time
}

func jobOf(p plan.Plan, e *plan.Employer) job {
	year := p.Profile.SchoolYear[:4]
	j := job{fte: int64(p.Profile.FTE), first: civil(year + "-08-01"), end: civil(p.Profile.SchoolYear[5:] + "-07-31"), all: p.Profile.Employers}
	if e != nil {
		j.fte, j.id = int64(e.FTE), e.ID
		if !e.From.IsZero() {
			j.from = e.From.String()
		}
		if !e.To.IsZero() {
			j.to = e.To.String()
		}
	}
	return j
}

func (j job) mine(employer string) bool {
	return j.id == "" || employer == "" || employer == "both" || employer == j.id
}

// share is the part of the school year in which a line holds.
func (j job) share(p plan.Plan, ln plan.Line) *big.Rat {
	order := map[string]int{"start": 0, "basis": 1, "vak": 2}
	days := func(a, b time.Time) int64 { return int64(b.Sub(a).Hours()+0.5)/24 + 1 }
	from, to := j.first, j.end
	if ln.HoldsUntilPhase != "" {
		var said []plan.PhaseRecorded
		if p.Profile.PhaseRecorded != nil {
			said = append(said, *p.Profile.PhaseRecorded)
		}
		if p.Assessment != nil && p.Assessment.Decision != nil {
			said = append(said, *p.Assessment.Decision)
		}
		for _, s := range said {
			if s.Date.IsZero() || order[s.Phase] < order[ln.HoldsUntilPhase] {
				continue
			}
			if d := civil(s.Date.String()); d.Before(to) {
				to = d
			}
		}
	}
	if j.from != "" && civil(j.from).After(from) {
		from = civil(j.from)
	}
	if j.to != "" && civil(j.to).Before(to) {
		to = civil(j.to)
	}
	if to.Before(from) {
		return new(big.Rat)
	}
	return big.NewRat(days(from, to), days(j.first, j.end))
}

// part is this employer's own of n steps that both have.
func (j job) part(n int64) int64 {
	if j.id == "" {
		return n
	}
	whole := new(big.Rat)
	for _, e := range j.all {
		whole.Add(whole, rat(int64(e.FTE)))
	}
	rest := n
	for i, e := range j.all {
		x := rest
		if i < len(j.all)-1 {
			x = 0
			if whole.Sign() > 0 {
				q := new(big.Rat).Quo(rat(int64(e.FTE)), whole)
				x = min(rest, halfUp(q.Mul(q, big.NewRat(n, 1)), 1)) // nobody has less than nothing
			}
		}
		if e.ID == j.id {
			return x
		}
		rest -= x
	}
	panic("no such employer")
}

// A tally is planned and spent, in quarters or cents.
type tally [2]int64

func (t *tally) add(u tally) { t[0], t[1] = t[0]+u[0], t[1]+u[1] }

// modelBook is what the ledger has to say about one job.
type modelBook struct {
	hours, money           map[string][2]int64 // available and planned by line
	spentHours, spentMoney map[string]int64
	full                   map[string]string
	ordered, none, total   tally
	bySource               map[string]tally
	nobody                 tally
}

func model(p plan.Plan, j job) modelBook {
	b := modelBook{map[string][2]int64{}, map[string][2]int64{}, map[string]int64{}, map[string]int64{}, map[string]string{}, tally{}, tally{}, tally{}, map[string]tally{}, tally{}}
	inHours := map[string]bool{}
	for _, ln := range p.EntitlementLines {
		if j.mine(ln.Employer) && ln.Unit == "uur" {
			inHours[ln.Line] = true
		}
	}
	onLine, own := map[string]*tally{}, map[string]*tally{}
	at := func(m map[string]*tally, k string) *tally {
		if m[k] == nil {
			m[k] = &tally{}
		}
		return m[k]
	}
	for _, a := range p.Activities {
		if !j.mine(a.Employer) {
			continue
		}
		both := a.Employer == "" || a.Employer == "both"
		own4 := func(n int64) int64 {
			if both {
				return j.part(n)
			}
			return n
		}
		var h, c tally
		if a.Status != plan.Dropped {
			if a.Hours != nil {
				h[0] = own4(int64(*a.Hours))
			}
			c[0] = own4(int64(a.Cost))
		}
		var sh, sc int64
		for _, e := range a.Log {
			sh, sc = sh+int64(e.Hours), sc+int64(e.Cost)
		}
		h[1], c[1] = own4(sh), own4(sc)
		ordered := a.Ordered != nil && *a.Ordered
		b.total.add(h)
		switch {
		case ordered:
			b.ordered.add(h)
		case inHours[a.HoursLine]:
			at(onLine, a.HoursLine).add(h)
		default:
			b.none.add(h)
		}
		switch {
		case c == tally{}:
		case a.Funding == "":
			b.nobody.add(c)
		default:
			t := b.bySource[a.Funding]
			t.add(c)
			b.bySource[a.Funding] = t
			if !ordered {
				at(own, a.Funding).add(c)
			}
		}
	}
	for _, ln := range p.EntitlementLines {
		if !j.mine(ln.Employer) {
			continue
		}
		full := new(big.Rat)
		if ln.Amount != nil {
			full = rat(int64(*ln.Amount))
		}
		if ln.Unit == "uur" && ln.Per == "werkweek" {
			full.Mul(full, big.NewRat(int64(p.Profile.WorkingWeeks), 1))
		}
		has := new(big.Rat).Mul(full, j.share(p, ln))
		if ln.ProRata {
			has.Mul(has, rat(j.fte))
		}
		switch ln.Unit {
		case "uur":
			t := at(onLine, ln.Line)
			b.hours[ln.Line] = [2]int64{halfUp(has, 4) + int64(ln.CarriedIn), t[0]}
			b.spentHours[ln.Line], b.full[ln.Line] = t[1], full.RatString()
		case "euro":
			t := at(own, ln.Source)
			b.money[ln.Line] = [2]int64{halfUp(has, 100) + int64(ln.CarriedInCents), t[0]}
			b.spentMoney[ln.Line] = t[1]
		}
	}
	return b
}
