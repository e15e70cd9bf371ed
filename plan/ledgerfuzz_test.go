package plan_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"reflect"
	"testing"

	"bekwaam/plan"
	"bekwaam/text"
)

// anyPlan is a random plan with lines, activities and often several employers.
func anyPlan(r *rand.Rand) plan.Plan {
	first := 2025 + r.IntN(4) // with and without a 29 February
	one := func(list ...string) string { return list[r.IntN(len(list))] }
	date := func() text.Date {
		return text.Date{Year: first + r.IntN(3) - r.IntN(2), Month: 1 + r.IntN(12), Day: 1 + r.IntN(28)}
	}
	p := plan.Plan{Profile: plan.Profile{SchoolYear: fmt.Sprintf("%d-%d", first, first+1), WorkingWeeks: 1 + r.IntN(52), FTE: plan.Share4(1 + r.IntN(10_000)),
		Employment: one("bestuur", "meer-besturen", "zzp"), Framework: one("nl-po", "vl")}}
	if r.IntN(3) > 0 {
		p.Profile.PhaseRecorded = &plan.PhaseRecorded{Phase: one("start", "basis", "vak"), Date: date()}
	}
	if r.IntN(4) == 0 {
		p.Assessment = &plan.Assessment{Decision: &plan.PhaseRecorded{Phase: one("basis", "vak"), Date: date()}}
	}
	owners := []string{"", "both"}
	if n := r.IntN(4); n > 1 {
		for i := range n {
			e := plan.Employer{ID: string(rune('a' + i)), FTE: plan.Share4(r.IntN(6_000))}
			if r.IntN(3) == 0 {
				e.From = date()
			}
			if r.IntN(3) == 0 {
				e.To = date()
			}
			if !e.From.IsZero() && !e.To.IsZero() && e.To.Before(e.From) {
				e.From, e.To = e.To, e.From
			}
			p.Profile.Employers, owners = append(p.Profile.Employers, e), append(owners, e.ID)
		}
	}
	for i := range 1 + r.IntN(5) {
		ln := plan.Line{Line: fmt.Sprintf("l%d", i), Unit: one("uur", "uur", "euro", "dagen"), Per: one("werkweek", "jaar"), ProRata: r.IntN(2) == 0,
			Source: one("eigen-cao", "bestuur"), HoldsUntilPhase: one("", "", "basis", "vak"), Employer: one(owners...)}
		if r.IntN(8) > 0 {
			ln.Amount = decimals(r.Int64N(2_000_0000))
		}
		if r.IntN(3) == 0 {
			ln.CarriedIn, ln.CarriedInCents = plan.Quarters(r.IntN(200)), plan.Cents(r.IntN(90_000))
		}
		p.EntitlementLines = append(p.EntitlementLines, ln)
	}
	for i := range r.IntN(9) {
		ordered := r.IntN(3) == 0
		a := plan.Activity{ID: fmt.Sprintf("a%d", i), HoursLine: one("", "l0", "l1", "l2", "weg"), Cost: plan.Cents(r.IntN(3) * r.IntN(50_000)),
			Funding: one("", "eigen-cao", "bestuur", "bureau"), Status: one(plan.Wanted, plan.Planned, plan.Running, plan.Done, plan.Dropped), Employer: one(owners...)}
		if r.IntN(5) > 0 {
			h := plan.Quarters(r.IntN(160))
			a.Hours = &h
		}
		if r.IntN(3) > 0 {
			a.Ordered = &ordered
		}
		for range r.IntN(4) {
			a.Log = append(a.Log, plan.LogEntry{Date: date(), Hours: plan.Quarters(r.IntN(40)), Cost: plan.Cents(r.IntN(20_000))})
		}
		p.Activities = append(p.Activities, a)
	}
	return p
}

// book is what a ledger says, in the shape of the model.
func book(h plan.HourBook, m plan.MoneyBook) modelBook {
	b := modelBook{map[string][2]int64{}, map[string][2]int64{}, map[string]int64{}, map[string]int64{}, map[string]string{}, tally{}, tally{}, tally{}, map[string]tally{}, tally{}}
	for _, x := range h.Lines {
		b.hours[x.Line], b.spentHours[x.Line] = [2]int64{int64(x.Available), int64(x.Planned)}, int64(x.Spent)
		b.full[x.Line] = big.NewRat(int64(x.Full), 10_000).RatString()
	}
	for _, x := range m.Lines {
		b.money[x.Line], b.spentMoney[x.Line] = [2]int64{int64(x.Available), int64(x.Planned)}, int64(x.Spent)
	}
	for _, x := range m.BySource {
		b.bySource[x.Source] = tally{int64(x.Planned), int64(x.Spent)}
	}
	of := func(s plan.HourSum) tally { return tally{int64(s.Planned), int64(s.Spent)} }
	b.ordered, b.none, b.total = of(h.Ordered), of(h.NoLine), of(h.Total)
	b.nobody = tally{int64(m.NoPayer.Planned), int64(m.NoPayer.Spent)}
	return b
}

// holdsToModel compares the ledger of a plan with the model and with itself.
func holdsToModel(t *testing.T, seed uint64) {
	t.Helper()
	p := anyPlan(rand.New(rand.NewPCG(seed, 11)))
	l := plan.Reckon(p, packOf(t))
	if got, want := book(l.Hours, l.Money), model(p, jobOf(p, nil)); !reflect.DeepEqual(got, want) {
		t.Errorf("seed %d: %+v, want %+v", seed, got, want)
	}
	if len(l.ByEmployer) != len(p.Profile.Employers) {
		t.Fatalf("seed %d: %d ledgers for %d employers", seed, len(l.ByEmployer), len(p.Profile.Employers))
	}
	var total tally
	var paid, free tally
	for i, e := range l.ByEmployer {
		got := book(e.Hours, e.Money)
		if want := model(p, jobOf(p, &p.Profile.Employers[i])); !reflect.DeepEqual(got, want) {
			t.Errorf("seed %d, %s: %+v, want %+v", seed, e.ID, got, want)
		}
		total.add(got.total)
		free.add(got.nobody)
		for _, s := range got.bySource {
			paid.add(s)
		}
	}
	if len(l.ByEmployer) > 0 {
		// Every hour and every cent is one employer's, and only one's.
		if want := (tally{int64(l.Hours.Total.Planned), int64(l.Hours.Total.Spent)}); total != want {
			t.Errorf("seed %d: the employers have %v together, the plan %v", seed, total, want)
		}
		var want tally
		for _, s := range l.Money.BySource {
			want.add(tally{int64(s.Planned), int64(s.Spent)})
		}
		if paid != want || free != (tally{int64(l.Money.NoPayer.Planned), int64(l.Money.NoPayer.Spent)}) {
			t.Errorf("seed %d: they pay %v and %v together, the plan has %v and %v", seed, paid, free, want, l.Money.NoPayer)
		}
	}
	books := []plan.EmployerLedger{{Hours: l.Hours, Money: l.Money}}
	for _, e := range append(books, l.ByEmployer...) {
		sum := plan.HourSum{Planned: e.Hours.Ordered.Planned + e.Hours.NoLine.Planned, Spent: e.Hours.Ordered.Spent + e.Hours.NoLine.Spent}
		for _, x := range e.Hours.Lines {
			sum.Planned, sum.Spent = sum.Planned+x.Planned, sum.Spent+x.Spent
			if x.LeftPlanned != x.Available-x.Planned || x.LeftSpent != x.Available-x.Spent || x.Available < 0 {
				t.Errorf("seed %d: left over %+v", seed, x)
			}
		}
		if sum != e.Hours.Total {
			t.Errorf("seed %d: %v hours stand somewhere, %v in all", seed, sum, e.Hours.Total)
		}
		for _, x := range e.Money.Lines {
			if x.LeftPlanned != x.Available-x.Planned || x.LeftSpent != x.Available-x.Spent || x.Available < 0 {
				t.Errorf("seed %d: left over %+v", seed, x)
			}
		}
	}
	if p.Profile.Employment == "zzp" && len(l.LinesNotOffered) != len(packOf(t).EntitlementsFor(p.Profile.Framework)) {
		t.Errorf("seed %d: lines not offered %v", seed, l.LinesNotOffered)
	}
}

func TestLedgerHoldsToTheModel(t *testing.T) {
	for seed := range uint64(3000) {
		holdsToModel(t, seed)
	}
}

func FuzzLedger(f *testing.F) {
	f.Add(uint64(1))
	f.Fuzz(holdsToModel)
}
