package plan_test

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"bekwaam/plan"
	"bekwaam/text"
)

// Whatever is logged, moved, dropped and taken up again, the ledger is that of
// the model after every act, moving and dropping spend nothing, and the months
// together are the ledger.
func TestActsOfTheYearKeepTheBooks(t *testing.T) {
	for seed := range uint64(400) {
		actsKeepTheBooks(t, seed)
	}
}

func FuzzActsOfTheYear(f *testing.F) {
	f.Add(uint64(1))
	f.Fuzz(actsKeepTheBooks)
}

func actsKeepTheBooks(t *testing.T, seed uint64) {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 17))
	p := anyPlan(r)
	p.State, p.Language, p.WorkingVersion = plan.Active, "nl", 1
	if len(p.Activities) == 0 {
		return
	}
	spent := spentOf(p)
	for range 12 {
		id := p.Activities[r.IntN(len(p.Activities))].ID
		day := text.Date{Year: 2026 + r.IntN(3), Month: 1 + r.IntN(12), Day: 1 + r.IntN(28)}
		more := tally{}
		var c plan.Change
		var err error
		switch r.IntN(5) {
		case 0, 1:
			more = tally{int64(1 + r.IntN(30)), int64(r.IntN(9_000))}
			c, err = plan.Log(p, id, plan.LogEntry{Date: day, Hours: plan.Quarters(more[0]), Cost: plan.Cents(more[1])}, "")
		case 2:
			c, err = plan.MoveActivity(p, id, []string{day.String(), day.YearMonth().Add(r.IntN(4)).String()})
		case 3:
			c, err = plan.SetStatus(p, id, plan.Dropped, "Geen tijd.")
		default:
			c, err = plan.SetStatus(p, id, plan.Running, "")
		}
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		p = c.Plan
		spent.add(more)
		if got := spentOf(p); got != spent {
			t.Fatalf("seed %d: after %s %v is spent, want %v", seed, c.Act.Name, got, spent)
		}
		l := plan.Reckon(p, packOf(t))
		if got, want := book(l.Hours, l.Money), model(p, jobOf(p, nil)); !reflect.DeepEqual(got, want) {
			t.Fatalf("seed %d: after %s %+v, want %+v", seed, c.Act.Name, got, want)
		}
		for i, e := range l.ByEmployer {
			if got, want := book(e.Hours, e.Money), model(p, jobOf(p, &p.Profile.Employers[i])); !reflect.DeepEqual(got, want) {
				t.Fatalf("seed %d, %s: after %s %+v, want %+v", seed, e.ID, c.Act.Name, got, want)
			}
		}
		monthsAreTheLedger(t, seed, p, l)
	}
}

// spentOf is what the activities say was spent, in quarters and cents.
func spentOf(p plan.Plan) tally {
	var out tally
	for _, a := range p.Activities {
		for _, e := range a.Log {
			out.add(tally{int64(e.Hours), int64(e.Cost)})
		}
	}
	return out
}

func monthsAreTheLedger(t *testing.T, seed uint64, p plan.Plan, l plan.Ledger) {
	t.Helper()
	var hours plan.HourSum
	var money plan.MoneySum
	lines, payers := map[string]plan.HourSum{}, map[string]plan.MoneySum{}
	list := plan.ByMonth(p, packOf(t))
	for i, m := range list {
		if i > 0 && !m.Month.IsZero() && !list[i-1].Month.Before(m.Month) {
			t.Fatalf("seed %d: %s comes after %s", seed, m.Month, list[i-1].Month)
		}
		hours.Planned, hours.Spent = hours.Planned+m.Hours.Planned, hours.Spent+m.Hours.Spent
		money.Planned, money.Spent = money.Planned+m.Money.Planned, money.Spent+m.Money.Spent
		for _, x := range m.Lines {
			s := lines[x.Line]
			lines[x.Line] = plan.HourSum{Planned: s.Planned + x.Planned, Spent: s.Spent + x.Spent}
		}
		for _, x := range m.Payers {
			s := payers[x.Source]
			payers[x.Source] = plan.MoneySum{Planned: s.Planned + x.Planned, Spent: s.Spent + x.Spent}
		}
	}
	if hours != l.Hours.Total {
		t.Fatalf("seed %d: the months have %+v, the ledger %+v", seed, hours, l.Hours.Total)
	}
	once := map[string]bool{} // a line of several employers stands there more than once
	for _, x := range l.Hours.Lines {
		if s := lines[x.Line]; !once[x.Line] && (s != plan.HourSum{Planned: x.Planned, Spent: x.Spent}) {
			t.Fatalf("seed %d: the months of %s have %+v, the ledger %+v", seed, x.Line, s, x)
		}
		once[x.Line] = true
	}
	want := l.Money.NoPayer
	if payers[""] != want {
		t.Fatalf("seed %d: without a payer %+v, the ledger %+v", seed, payers[""], want)
	}
	for _, x := range l.Money.BySource {
		if payers[x.Source] != x.MoneySum {
			t.Fatalf("seed %d: %s pays %+v, in the ledger %+v", seed, x.Source, payers[x.Source], x.MoneySum)
		}
		want.Planned, want.Spent = want.Planned+x.Planned, want.Spent+x.Spent
	}
	if money != want {
		t.Fatalf("seed %d: the months have %+v, the ledger %+v", seed, money, want)
	}
}
