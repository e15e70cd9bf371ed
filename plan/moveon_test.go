package plan_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"bekwaam/plan"
	"bekwaam/text"
)

// inWinter is the case in the last days of January: what comes later did not
// happen yet.
func inWinter(t *testing.T) plan.Plan {
	t.Helper()
	p := inMay(t)
	last := iso("2027-01-31")
	for i := range p.Activities {
		a := &p.Activities[i]
		a.Log = slices.DeleteFunc(a.Log, func(e plan.LogEntry) bool { return last.Before(e.Date) })
		if last.Before(a.To) {
			a.Status = plan.Running
		}
	}
	p.Evidence = slices.DeleteFunc(p.Evidence, func(e plan.Evidence) bool { return last.Before(e.Date) })
	p.Observations = slices.DeleteFunc(p.Observations, func(o plan.Observation) bool { return last.Before(o.Date) })
	p.Notes = slices.DeleteFunc(p.Notes, func(n plan.Note) bool { return last.Before(n.Date) })
	p.Signatures = p.Signatures[:3]
	return p
}

func ids() func() string {
	n := 0
	return func() string { n++; return fmt.Sprintf("new%d", n) }
}

// moveTwice moves on 1 February from the board to none, on 1 April to another.
func moveTwice(t *testing.T, p plan.Plan, first, second []string) plan.Plan {
	t.Helper()
	do, pack, id := must(t), packOf(t), ids()
	p = do(plan.MoveOn(p, pack, plan.Leaving{Last: iso("2027-01-31"), Take: first, Reason: "Ik ga weg bij deze school.", NewID: id,
		Next: plan.Employer{ID: "tussen", Employment: "tussen"}}))
	if got := p.Profile.Now; got != "tussen" || p.Profile.School != "" || p.Profile.Coach != nil || p.Profile.Group != "" {
		t.Errorf("now at %q, %+v", got, p.Profile)
	}
	if !plan.BetweenJobs(p, pack) {
		t.Error("not between jobs")
	}
	return do(plan.MoveOn(p, pack, plan.Leaving{Last: iso("2027-03-31"), Take: second, Reason: "Weer een baan.", NewID: id,
		Next: plan.Employer{ID: "b", Board: "Vereniging Schijnbaar Onderwijs", School: "cbs De Papieren Brug", FTE: 5000, Employment: "bestuur",
			Manager: &plan.Person{Name: "Truus van Karton", Role: "manager"}, Function: "leerkracht groep 5"}}))
}

func TestMovingOnInTheYear(t *testing.T) {
	pack := packOf(t)
	p := inWinter(t)
	p.Activities[6].Partner, p.Agreements[3].Who = nil, p.Profile.Name // what is ticked names nobody of the old school
	p.Share = plan.Share{Coach: []string{plan.GroupObservations, plan.GroupOpen}, Strengths: true}
	was := plan.Reckon(p, pack)
	q := moveTwice(t, p, []string{"d3", "a7", "b2", "g4"}, []string{"d3", "g4", "b2", "new1"})
	l := plan.Reckon(q, pack)
	if len(l.ByEmployer) != 3 {
		t.Fatalf("%d ledgers", len(l.ByEmployer))
	}
	a, b := l.ByEmployer[0], l.ByEmployer[2]
	// 184 of 365 days at 0.8, 122 of 365 at 0.5: worked out apart.
	if got := fmt.Sprint(a.Hours.Lines[0].Available, a.Hours.Lines[1].Available, b.Hours.Lines[0].Available); got != "32.25 16.25 13.25" {
		t.Errorf("available %s", got)
	}
	if a.Money.Lines[0].Available != 20164 || b.Money.Lines[0].Available != 8356 {
		t.Errorf("available %d and %d cents", a.Money.Lines[0].Available, b.Money.Lines[0].Available)
	}
	var spent plan.Quarters
	var paid plan.Cents
	for _, e := range l.ByEmployer {
		spent += e.Hours.Total.Spent
		for _, s := range e.Money.BySource {
			paid += s.Spent
		}
		paid += e.Money.NoPayer.Spent
	}
	wasPaid := was.Money.NoPayer.Spent
	for _, s := range was.Money.BySource {
		wasPaid += s.Spent
	}
	if spent != was.Hours.Total.Spent || l.Hours.Total.Spent != was.Hours.Total.Spent || paid != wasPaid {
		t.Errorf("spent %s h and %d cents, before it %s and %d", spent, paid, was.Hours.Total.Spent, wasPaid)
	}
	// Six afternoons of twelve hours: three times two were made, six are left.
	if x := activity(t, q, "a7"); x.Status != plan.Done || x.Hours.String() != "6" || x.To != iso("2027-01-31") || x.Employer != "w1" {
		t.Errorf("what was: %+v", x)
	}
	if x := activity(t, q, "new1"); x.Hours.String() != "6" || x.Employer != "b" || len(x.Log) != 0 || x.HoursLine != "" {
		t.Errorf("what goes on: %+v", x)
	}
	if x := activity(t, q, "a8"); x.Status != plan.Dropped || x.StatusReason == "" || x.Employer != "w1" {
		t.Errorf("what was let go: %+v", x)
	}
	if q.Profile.PhaseRecorded.By != "Stichting Fictief Primair" || q.Profile.Employers[0].Coach.Name != "Wil Denkbeeld" {
		t.Error("the recorded phase or the old coach is gone")
	}
	nothingOfTheOldSchool(t, p, q)
}

// nothingOfTheOldSchool looks for each text of what was not ticked.
func nothingOfTheOldSchool(t *testing.T, p, q plan.Plan) {
	t.Helper()
	pack := packOf(t)
	old := string(plan.For(q, pack, plan.Board, "w1").Payload())
	for _, a := range []plan.Audience{plan.Board, plan.Coach, plan.Assessor} {
		e := plan.For(q, pack, a, "")
		here := string(e.Payload())
		for _, s := range []string{p.Profile.Board, p.Profile.School, p.Profile.Coach.Name, p.Profile.Manager.Name, p.Profile.Group, p.Conditions.Support, p.Conditions.Promises[0],
			p.Goals[0].Title, p.Goals[1].Question, p.Activities[0].Description, p.Activities[3].Partner.Name, p.Activities[9].Description, p.Agreements[0].What,
			p.Notes[0].Text, p.Observations[0].Text, p.Start.Strengths[0], p.Survey.Open["rem"], "Ik ga weg bij deze school"} {
			if s == "" {
				t.Fatal("an empty text to look for")
			}
			quoted, _ := json.Marshal(s)
			if strings.Contains(here, strings.Trim(string(quoted), `"`)) {
				t.Errorf("the file for the %s of the new school says %.40q", a, s)
			}
		}
		if a == plan.Assessor {
			continue // who gets only what was put into the competence file
		}
		for _, s := range []string{"cbs De Papieren Brug", "Truus van Karton", "leerkracht groep 5", p.Goals[2].Title, p.Activities[6].Description, p.Agreements[3].What} {
			if !strings.Contains(here, s) {
				t.Errorf("the file for the %s of the new school does not say %q", a, s)
			}
		}
		if e.Plan.Profile.FTE != 5000 || len(e.Plan.Goals) != 1 || len(e.Plan.Signatures) != 0 || e.Plan.Profile.PhaseRecorded.By != "" {
			t.Errorf("%s: %s, %d goals, %+v", a, e.Plan.Profile.FTE, len(e.Plan.Goals), e.Plan.Profile.PhaseRecorded)
		}
	}
	for _, s := range []string{p.Profile.Board, p.Profile.Group, p.Profile.Coach.Name, p.Conditions.Support, p.Activities[0].Description} {
		if !strings.Contains(old, s) {
			t.Errorf("the file for the old school does not say %q", s)
		}
	}
	for _, s := range []string{"Schijnbaar", "Truus", "groep 5 "} {
		if strings.Contains(old, s) {
			t.Errorf("the file for the old school says %q", s)
		}
	}
}

// Wherever the year is cut, every hour and every cent is one employer's, and
// the ledger of each is that of the model.
func TestMovingOnKeepsTheBooks(t *testing.T) {
	pack := packOf(t)
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 23))
		p := anyPlan(r)
		p.State, p.Language, p.WorkingVersion = plan.Active, "nl", 1
		p.Profile.Employers = nil
		own := func(of *string) { *of = "" }
		var lines []plan.Line
		for i, x := range p.EntitlementLines {
			own(&x.Employer)
			if slices.IndexFunc(lines, func(l plan.Line) bool { return l.Line == x.Line }) < 0 {
				lines = append(lines, p.EntitlementLines[i])
				own(&lines[len(lines)-1].Employer)
			}
		}
		p.EntitlementLines = lines
		var take []string
		for i := range p.Activities {
			own(&p.Activities[i].Employer)
			if r.IntN(2) == 0 {
				take = append(take, p.Activities[i].ID)
			}
		}
		first, _, _ := text.SchoolYearDays(p.Profile.SchoolYear)
		was := plan.Reckon(p, pack)
		var dropped plan.Quarters
		for _, a := range p.Activities {
			if a.Hours != nil && (a.Status == plan.Wanted || a.Status == plan.Planned || a.Status == plan.Running) && !slices.Contains(take, a.ID) {
				dropped += *a.Hours
			}
		}
		c, err := plan.MoveOn(p, pack, plan.Leaving{Last: first.AddDays(r.IntN(360)), Take: take, Reason: "Weg.", NewID: ids(),
			Next: plan.Employer{ID: "nieuw", FTE: plan.Share4(1 + r.IntN(10_000)), Board: "B"}})
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		q := c.Plan
		l := plan.Reckon(q, pack)
		var sum plan.HourSum
		for i, e := range l.ByEmployer {
			sum.Planned, sum.Spent = sum.Planned+e.Hours.Total.Planned, sum.Spent+e.Hours.Total.Spent
			if got, want := book(e.Hours, e.Money), model(q, jobOf(q, &q.Profile.Employers[i])); fmt.Sprint(got) != fmt.Sprint(want) {
				t.Fatalf("seed %d, %s: %+v, want %+v", seed, e.ID, got, want)
			}
		}
		if want := (plan.HourSum{Planned: was.Hours.Total.Planned - dropped, Spent: was.Hours.Total.Spent}); sum != want || l.Hours.Total != want {
			t.Fatalf("seed %d: %+v together, %+v in all, want %+v", seed, sum, l.Hours.Total, want)
		}
	}
}

func TestMovingOnIsRefused(t *testing.T) {
	pack := packOf(t)
	base := plan.Leaving{Last: iso("2027-01-31"), Next: plan.Employer{ID: "b", School: "B", FTE: 1000}, Reason: "Weg.", NewID: ids()}
	for name, tt := range map[string]struct {
		p    plan.Plan
		edit func(*plan.Leaving)
		code string
	}{
		"without a last day":          {inWinter(t), func(l *plan.Leaving) { l.Last = text.Date{} }, plan.CodeRequired},
		"without a reason":            {inWinter(t), func(l *plan.Leaving) { l.Reason = "" }, plan.CodeReason},
		"an employer that is not":     {inWinter(t), func(l *plan.Leaving) { l.Employer = "x" }, plan.CodeUnknown},
		"with something that is not":  {inWinter(t), func(l *plan.Leaving) { l.Take = []string{"d9"} }, plan.CodeUnknown},
		"beginning before the end":    {inWinter(t), func(l *plan.Leaving) { l.Next.From = iso("2027-01-31") }, plan.CodeRange},
		"one of two, without which":   {twoJobs(t), func(*plan.Leaving) {}, plan.CodeRequired},
		"while the other one goes on": {twoJobs(t), func(l *plan.Leaving) { l.Employer = twoJobs(t).Profile.Employers[0].ID }, plan.CodeNotOffered},
	} {
		l := base
		tt.edit(&l)
		if _, err := plan.MoveOn(tt.p, pack, l); plan.Code(err) != tt.code {
			t.Errorf("%s: %v, want %s", name, err, tt.code)
		}
	}
}
