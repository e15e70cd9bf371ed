package plan_test

import (
	"slices"
	"strings"
	"testing"

	"bekwaam/plan"
	"bekwaam/text"
)

func TestValidate(t *testing.T) {
	jobs := func(p *plan.Plan) {
		p.Profile.Employers = []plan.Employer{{ID: "a"}, {ID: "b"}}
	}
	amount := plan.Decimal(-1)
	tests := []struct {
		name  string
		edit  func(*plan.Plan)
		code  string
		where string
	}{
		{"as it is", func(*plan.Plan) {}, "", ""},
		{"state", func(p *plan.Plan) { p.State = "signed" }, plan.CodeUnknown, "state"},
		{"language", func(p *plan.Plan) { p.Language = "" }, plan.CodeUnknown, "language"},
		{"revision", func(p *plan.Plan) { p.Revision = -1 }, plan.CodeRange, "revision"},
		{"version", func(p *plan.Plan) { p.WorkingVersion = 0 }, plan.CodeRange, "revision"},
		{"version twice", func(p *plan.Plan) { p.Versions = []plan.Version{{Number: 1}, {Number: 1}} }, plan.CodeTwice, "versions/number"},
		{"year", func(p *plan.Plan) { p.Profile.SchoolYear = "2026-2028" }, plan.CodeDate, "profile/school_year"},
		{"weeks", func(p *plan.Plan) { p.Profile.WorkingWeeks = 54 }, plan.CodeRange, "profile/working_weeks"},
		{"starter", func(p *plan.Plan) { p.Profile.CaoStarter = "ja" }, plan.CodeUnknown, "profile/cao_starter"},
		{"pdg", func(p *plan.Plan) { p.Profile.PDG = "ja" }, plan.CodeUnknown, "profile/pdg"},
		{"employed", func(p *plan.Plan) {
			p.Profile.EmployedFrom, p.Profile.EmployedTo = text.Date{Year: 2027, Month: 2, Day: 1}, text.Date{Year: 2027, Month: 1, Day: 1}
		}, plan.CodeRange, "profile/to"},
		{"goal twice", func(p *plan.Plan) { p.Goals[1].ID = "d1" }, plan.CodeTwice, "goals/id"},
		{"id in two lists", func(p *plan.Plan) { p.Notes[0].ID = "d1" }, plan.CodeTwice, "notes/id"},
		{"ids to come", func(p *plan.Plan) { p.Agreements[0].ID, p.Agreements[1].ID = "", "" }, "", ""},
		{"status", func(p *plan.Plan) { p.Activities[0].Status = "" }, plan.CodeUnknown, "a1/status"},
		{"goal of an activity", func(p *plan.Plan) { p.Activities[0].Goals = []string{"d9"} }, plan.CodeUnknown, "a1/goals"},
		{"end before beginning", func(p *plan.Plan) { p.Activities[0].To = text.Date{Year: 2020, Month: 1, Day: 1} }, plan.CodeRange, "a1/to"},
		{"only an end", func(p *plan.Plan) { p.Activities[0].From = text.Date{} }, "", ""},
		{"goal of evidence", func(p *plan.Plan) { p.Evidence[0].Goals = []string{"d9"} }, plan.CodeUnknown, "b1/goals"},
		{"audience of evidence", func(p *plan.Plan) { p.Evidence[0].Audience = "iedereen" }, plan.CodeUnknown, "b1/audience"},
		{"audience of an agreement", func(p *plan.Plan) { p.Agreements[0].Audience = "self" }, plan.CodeUnknown, "g1/audience"},
		{"kind of note", func(p *plan.Plan) { p.Notes[0].Kind = "compliment" }, plan.CodeUnknown, "n1/kind"},
		{"signature", func(p *plan.Plan) { p.Signatures[0].Status = "ok" }, plan.CodeUnknown, "signatures/status"},
		{"moment", func(p *plan.Plan) { p.Signatures[0].Moment = "ooit" }, plan.CodeUnknown, "signatures/moment"},
		{"evaluation", func(p *plan.Plan) { p.Evaluation.PerGoal[0].Goal = "d9" }, plan.CodeUnknown, "evaluation/goals"},
		{"view twice", func(p *plan.Plan) { p.Views[1].Competence = p.Views[0].Competence }, plan.CodeTwice, "competence_views/competence"},
		{"sentence", func(p *plan.Plan) { p.Views[0].Fits = "goed" }, plan.CodeUnknown, "nl-po/klimaat/relatie/fits"},
		{"wish", func(p *plan.Plan) { p.Views[0].Want = 5 }, plan.CodeRange, "nl-po/klimaat/relatie/want"},
		{"answer", func(p *plan.Plan) { p.Survey.Context["tijd"] = 0 }, plan.CodeRange, "survey/context/tijd"},
		{"line twice", func(p *plan.Plan) { p.EntitlementLines[1].Line = "po-di" }, plan.CodeTwice, "entitlement_lines/line"},
		{"line at two employers", func(p *plan.Plan) {
			jobs(p)
			p.EntitlementLines[1] = p.EntitlementLines[2]
			p.EntitlementLines[1].Employer, p.EntitlementLines[2].Employer = "a", "b"
		}, "", ""},
		{"amount", func(p *plan.Plan) { p.EntitlementLines[0].Amount = &amount }, plan.CodeRange, "po-dev-hours/amount"},
		{"phase", func(p *plan.Plan) { p.EntitlementLines[0].HoldsUntilPhase = "top" }, plan.CodeUnknown, "po-dev-hours/holds_until_phase"},
		{"extra line", func(p *plan.Plan) { p.ExtraLines = []plan.ExtraLine{{Line: "x", Kind: "uur"}} }, plan.CodeUnknown, "x/kind"},
		{"employer both", func(p *plan.Plan) { p.Profile.Employers = []plan.Employer{{ID: plan.Both}} }, plan.CodeTwice, "profile/employers/id"},
		{"employer of an activity", func(p *plan.Plan) { jobs(p); p.Activities[0].Employer = "c" }, plan.CodeUnknown, "a1/employer"},
		{"employer of a line", func(p *plan.Plan) { jobs(p); p.EntitlementLines[0].Employer = "c" }, plan.CodeUnknown, "po-dev-hours/employer"},
		{"employer of the conditions", func(p *plan.Plan) { jobs(p); p.Conditions.Employer = "c" }, plan.CodeUnknown, "conditions/employer"},
		{"employer of a signature", func(p *plan.Plan) { jobs(p); p.Signatures[0].Employer = "c" }, plan.CodeUnknown, "signatures/employer"},
		{"employer of a goal", func(p *plan.Plan) { jobs(p); p.Goals[0].Employer = "a" }, "", ""},
		{"long text", func(p *plan.Plan) { p.Goals[0].Title = strings.Repeat("é", 64<<10+1) }, plan.CodeTooLong, "goals/title"},
		{"text just short enough", func(p *plan.Plan) { p.Goals[0].Title = strings.Repeat("é", 64<<10) }, "", ""},
		{"long list", func(p *plan.Plan) { p.Activities[0].Log = make([]plan.LogEntry, 2001) }, plan.CodeLimit, "activities/log"},
	}
	for _, tt := range tests {
		p := starter(t)
		tt.edit(&p)
		err := plan.Validate(p)
		if plan.Code(err) != tt.code {
			t.Errorf("%s: got %v, want %q", tt.name, err, tt.code)
		} else if tt.code != "" && err.(*plan.Error).Where() != tt.where {
			t.Errorf("%s: at %s, want %s", tt.name, err.(*plan.Error).Where(), tt.where)
		}
	}
}

func TestAdopt(t *testing.T) {
	pack := packOf(t)
	p := starter(t)
	p.Goals[0].Competences = append(p.Goals[0].Competences, "nl-po/x/y")
	before := p.Clone()
	q, remarks := plan.Adopt(p, pack)
	if q.Pin.ID != "nl-po" || q.Pin.Digest == "" || p.Pin.ID != "" || before.Pack != p.Pack {
		t.Errorf("pin %+v", q.Pin)
	}
	codes := []string{}
	for _, r := range remarks {
		codes = append(codes, r.Code+" "+r.Args[0])
	}
	want := []string{"unknown nl-po/x/y"}
	if p.Pack != pack.ID+" "+pack.Version {
		want = append([]string{"pack " + p.Pack}, want...)
	}
	if !slices.Equal(codes, want) {
		t.Errorf("remarks %v, want %v", codes, want)
	}
	p.Pack = "ander 9"
	if q, remarks = plan.Adopt(p, pack); q.Pack != "ander 9" || len(remarks) != 2 || remarks[0].Code != plan.RemarkPack {
		t.Errorf("another pack: %q %v", q.Pack, remarks)
	}
	p.Pack, p.Goals[0].Competences = "", nil
	if q, remarks = plan.Adopt(p, pack); q.Pack != pack.ID+" "+pack.Version || len(remarks) != 0 {
		t.Errorf("no pack: %q %v", q.Pack, remarks)
	}
	p.Profile.Framework = "x"
	if q, _ = plan.Adopt(p, pack); q.Pin.ID != "" {
		t.Error("pinned to what is not there")
	}
}
