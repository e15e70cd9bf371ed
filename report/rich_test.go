package report

import (
	"fmt"
	"testing"

	"bekwaam/plan"
	"bekwaam/text"
)

// rich is the starter with all that it has not: strengths and an evaluation
// that were shared, aims, moments, an assessment, lines in percent and days.
func rich(t testing.TB) plan.Plan {
	p := starter(t)
	yes := true
	p.Profile.Name = "Noor Rijkelijk"
	p.WorkingVersion = 3
	p.Share = plan.Share{Strengths: true, MidyearSummary: true, Evaluation: true}
	p.Goals[0].Aims = []plan.Aim{{Competence: "nl-po/instructie/uitleg", Phase: "basis"}}
	p.Goals = append(p.Goals, plan.Goal{ID: "d4", Title: "Muziek in de kring", Question: "Hoe zing ik elke dag?", KeptFor: "2027-2028"},
		plan.Goal{ID: "d5", Question: "Een vraag zonder titel?"})
	half := plan.Quarters(6)
	p.Activities = append(p.Activities,
		plan.Activity{ID: "a11", AllGoals: true, Kind: "lezen", Moments: []string{"2026-11-18", "2027-01"}, Hours: &half, Status: plan.Planned, Note: "in de trein", Material: "een boek"},
		plan.Activity{ID: "a12", Goals: []string{"d1", "d2"}, Description: "Naar een congres", Cost: 12_345, Status: plan.Dropped, Ordered: &yes},
		plan.Activity{ID: "a13", Description: "Kosten zonder betaler", Cost: 1_000_000, Status: plan.Wanted})
	p.Conditions.Material = "Een tweede digibord"
	d := func(n int64) *plan.Decimal { v := plan.Decimal(n * 10_000); return &v }
	p.ExtraLines = []plan.ExtraLine{
		{Line: "eigen-taak", Kind: "percent", Percent: d(10), Base: d(25), Actual: d(23), Unit: "lessen per week"},
		{Line: "eigen-hooguit", Kind: "up_to_percent", Percent: d(20), Base: d(18), Actual: d(2), Unit: "lestijden"},
		{Line: "eigen-dagen", Kind: "days", Required: d(290), Recorded: d(284), Unit: "dagen"},
	}
	day := text.Date{Year: 2027, Month: 5, Day: 11}
	p.Assessment = &plan.Assessment{
		Separate: []plan.Judging{{ID: "j1", Assessor: &plan.Person{Name: "Abel Bedenksel"}, Judgements: []plan.Judgement{{Competence: "nl-po/instructie/uitleg", Judgement: "partly", Reason: "alleen voor de beoordelaars"}}}},
		Agreed: &plan.Advice{Date: day, Judgements: []plan.Judgement{
			{Competence: "nl-po/instructie/uitleg", Judgement: "shown", Source: []string{"gezien", "gelezen"}, Reason: "Twee lessen gezien."},
			{Competence: "nl-po/partnerschap/ouders", Judgement: "not-shown"}}},
		Decision: &plan.PhaseRecorded{Phase: "basis", Date: day, By: "Stichting Fictief Primair"},
	}
	p.Signatures = append(p.Signatures, plan.Signature{Moment: "plan", Role: "board", Name: "Stichting Fictief Primair", Date: day, Status: plan.Declined, Version: 2})
	return settled(t, p)
}

// settled is a plan as it comes out of a document.
func settled(t testing.TB, p plan.Plan) plan.Plan {
	t.Helper()
	q, _, err := plan.Read(plan.WriteJSON(p))
	if err != nil {
		t.Fatal(err)
	}
	return q
}

// long is a plan of three goals with ten activities each, 60 pieces of evidence
// and 25 agreements, with texts of every length.
func long(t testing.TB, shift int) plan.Plan {
	p := starter(t)
	words := "lezen en rekenen met de hele groep terwijl ik rondloop en kijk wie er vastloopt of al klaar is "
	some := func(i int) string {
		n := (i*37 + shift*11) % (3 * len(words))
		return fmt.Sprintf("Stuk %d %s", i, (words + words + words)[:n])
	}
	p.Activities, p.Evidence, p.Agreements = nil, nil, nil
	p.Goals = p.Goals[:3]
	day := text.Date{Year: 2026, Month: 9, Day: 1}
	states := []string{plan.Done, plan.Running, plan.Planned, plan.Wanted}
	for i := range 30 {
		h := plan.Quarters(4 * i)
		from := day.AddMonths(i % 9)
		a := plan.Activity{ID: fmt.Sprintf("a%d", i), Goals: []string{p.Goals[i/10].ID}, Kind: "cursus-kort", Description: some(i),
			Partner: &plan.Person{Name: "Bureau Nooitgehoord", Role: "aanbieder"}, From: from, To: from.AddMonths(i % 4), Hours: &h, HoursLine: "po-dev-hours",
			Cost: plan.Cents(1000 * i), Funding: "eigen-cao", Status: states[i%4]}
		if i%4 == 0 {
			a.Log = []plan.LogEntry{{Date: from, Hours: h, Cost: a.Cost}}
		}
		p.Activities = append(p.Activities, a)
	}
	for i := range 60 {
		p.Evidence = append(p.Evidence, plan.Evidence{ID: fmt.Sprintf("b%d", i), Kind: "lesontwerp", Title: some(i + shift), Date: day.AddDays(i), Audience: "board"})
	}
	for i := range 25 {
		p.Agreements = append(p.Agreements, plan.Agreement{ID: fmt.Sprintf("g%d", i), Who: "Ria van Papier", What: some(2 * i), ByWhen: day.AddDays(i)})
	}
	return p
}
