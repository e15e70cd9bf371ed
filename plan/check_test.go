package plan_test

import (
	"slices"
	"strings"
	"testing"

	"bekwaam/plan"
	"bekwaam/text"
)

// quiet is the case with nothing left to ask.
func quiet(t *testing.T) plan.Plan {
	p := starter(t)
	p.Goals[1].LinkSchool, p.Goals[2].WhyForPupils = "Past bij het jaarplan.", "Leerlingen hebben een frisse juf."
	p.Survey.Context["energie"] = 3
	p.EntitlementLines[2].CheckedOn = text.Date{Year: 2027, Month: 4, Day: 1}
	return p
}

func TestQuestions(t *testing.T) {
	only := func(p *plan.Plan, kinds ...string) {
		p.Activities = p.Activities[:len(kinds)]
		for i, k := range kinds {
			p.Activities[i].Kind, p.Activities[i].Partner = k, &plan.Person{Role: "aanbieder"}
		}
	}
	tests := []struct {
		name string
		edit func(*plan.Plan)
		want string // check and what it is about
	}{
		{"nothing", func(*plan.Plan) {}, ""},
		{"a fourth goal", func(p *plan.Plan) {
			g := p.Goals[0]
			g.ID, g.EvidencePlanned = "d4", ""
			p.Goals = append(p.Goals, g)
		}, "max-goals, evidence d4"},
		{"a fourth goal kept for later", func(p *plan.Plan) { p.Goals = append(p.Goals, plan.Goal{ID: "d4", KeptFor: "2027-2028"}) }, ""},
		{"no subject", func(p *plan.Plan) {
			p.Goals[2] = plan.Goal{ID: "d3", Question: "Hoe blijf ik rustig?", WhyForPupils: "Rust.", LinkSchool: "x", Deadline: p.Goals[1].Deadline}
			p.Activities[7].Goals, p.Activities[8].Goals = nil, nil // material and reading are about content
		}, "content d3"},
		{"nothing but listening", func(p *plan.Plan) { only(p, "lezen", "cursus-kort") }, "active, collective, feedback, practice"},
		{"all in a month", func(p *plan.Plan) {
			for i := range p.Activities {
				p.Activities[i].From = text.Date{Year: 2026, Month: 10, Day: 1 + i}
				p.Activities[i].To = text.Date{Year: 2026, Month: 10, Day: 28}
			}
		}, "duration"},
		{"all in a month and a day", func(p *plan.Plan) {
			for i := range p.Activities {
				p.Activities[i].From = text.Date{Year: 2026, Month: 10, Day: 1}
				p.Activities[i].To = text.Date{Year: 2026, Month: 10, Day: 29}
			}
		}, ""},
		{"no days at all", func(p *plan.Plan) {
			for i := range p.Activities {
				p.Activities[i].From, p.Activities[i].To = text.Date{}, text.Date{}
			}
		}, ""},
		{"ordered and on a line", func(p *plan.Plan) { p.Activities[9].HoursLine = "po-dev-hours" }, "mandated a10"},
		{"ordered and from the own budget", func(p *plan.Plan) { p.Activities[9].Funding = "eigen-cao" }, "mandated a10"},
		{"dropped and without hours", func(p *plan.Plan) { p.Activities[0].Hours, p.Activities[0].Status = nil, plan.Dropped }, ""},
		{"a name of a pupil", func(p *plan.Plan) { p.Notes[0].Text = "Die leerling Sem werkte door." }, "privacy-name n1"},
		{"a name of a parent", func(p *plan.Plan) { p.Goals[0].Signs = "De moeder van Sem belt in groep 3." }, "privacy-name d1"},
		{"a name among private words", func(p *plan.Plan) { p.Reflections[0].Text = "De leerling Sem." }, ""},
		{"a pupil without a name", func(p *plan.Plan) { p.Goals[0].Signs = "Elke leerling uit groep 3 werkt." }, ""},
		{"health for the board", func(p *plan.Plan) { p.Conditions.Support = "Na mijn Burn-out rustig aan." }, "privacy-health conditions"},
		{"health for the coach", func(p *plan.Plan) { p.Notes[0].Text = "Denk aan je hernia." }, ""},
		{"coach and manager of one of two jobs", func(p *plan.Plan) {
			p.Profile.Employers = []plan.Employer{{ID: "a", FTE: 8000, Manager: &plan.Person{Name: "Wil Denkbeeld"}}}
		}, "coach-sep"},
		{"coach and assessor", func(p *plan.Plan) { p.Profile.Assessors = []string{"Wil Denkbeeld"} }, "coach-sep"},
		{"nobody coaches", func(p *plan.Plan) { p.Profile.Coach, p.Profile.Assessors = nil, []string{""} }, ""},
		{"looked up before the agreement ended", func(p *plan.Plan) { p.EntitlementLines[2].CheckedOn = text.Date{Year: 2027, Month: 2, Day: 28} }, "entitlement-old po-di"},
		{"a line that nobody uses", func(p *plan.Plan) { p.EntitlementLines[2].CheckedOn, p.Activities[8].HoursLine = text.Date{}, "" }, ""},
		{"a line of one's own", func(p *plan.Plan) {
			p.EntitlementLines = append(p.EntitlementLines, plan.Line{Line: "eigen-x", Unit: "uur"})
			p.Activities[8].HoursLine, p.Activities[8].Hours = "eigen-x", new(plan.Quarters)
		}, ""},
		{"evidence of one kind", func(p *plan.Plan) { p.Evidence[1].Kind = "observatie"; p.Evidence = p.Evidence[:2] }, "vraak"},
		{"one piece of evidence", func(p *plan.Plan) { p.Evidence = p.Evidence[:1] }, ""},
		{"old evidence", func(p *plan.Plan) {
			for i := range p.Evidence {
				p.Evidence[i].Date.Year -= 3
			}
		}, "vraak"},
	}
	today := text.Date{Year: 2027, Month: 6, Day: 22}
	for _, tt := range tests {
		p := quiet(t)
		tt.edit(&p)
		var got []string
		for _, q := range plan.Questions(p, packOf(t), today) {
			got = append(got, strings.TrimSpace(q.Check+" "+strings.Join(q.About, " ")))
		}
		want := strings.Split(tt.want, ", ")
		if tt.want == "" {
			want = nil
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: asks %v, want %v", tt.name, got, want)
		}
	}
}
