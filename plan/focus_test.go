package plan_test

import (
	"slices"
	"testing"

	"bekwaam/continuum"
	"bekwaam/plan"
	"bekwaam/text"
)

const (
	routines = "nl-po/organisatie/routines"
	relation = "nl-po/klimaat/relatie"
	conduct  = "nl-po/klimaat/gedrag"
	explain  = "nl-po/instructie/uitleg"
)

// viewed is a plan with these views, and the framework it is written with.
func viewed(t *testing.T, views ...plan.View) (plan.Plan, *continuum.Framework, continuum.Scale) {
	t.Helper()
	pack := packOf(t)
	c, err := plan.New("p", "2026-2027", pack, "nl-po", "nl")
	if err != nil {
		t.Fatal(err)
	}
	f, _ := pack.Framework("nl-po")
	fits, _ := pack.Scale("fits")
	p := c.Plan
	p.Views = views
	return p, f, *fits
}

func TestProposalsLeaveOutWhatIsSettled(t *testing.T) {
	p, f, fits := viewed(t,
		plan.View{Competence: relation, Fits: "basis", Want: 1},
		plan.View{Competence: conduct, Fits: "start", Want: 3},
		plan.View{Competence: routines, Fits: "start", Want: 4},
		plan.View{Competence: explain, Fits: "weet-niet", Want: 3})
	tests := map[string]struct {
		edit  func(*plan.Plan)
		limit int
		want  []string
	}{
		"wish first":     {func(*plan.Plan) {}, 3, []string{routines, conduct, explain}},
		"never more":     {func(*plan.Plan) {}, 1, []string{routines}},
		"none asked for": {func(*plan.Plan) {}, 0, nil},
		"set aside":      {func(p *plan.Plan) { p.Focus.SetAside = []string{routines} }, 3, []string{conduct, explain}},
		"has a goal":     {func(p *plan.Plan) { p.Goals = []plan.Goal{{ID: "d", Competences: []string{conduct}}} }, 3, []string{routines, explain}},
		"goal of a next year": {func(p *plan.Plan) {
			p.Goals = []plan.Goal{{ID: "d", Competences: []string{conduct}, KeptFor: "2027-2028"}}
		}, 3, []string{routines, conduct, explain}},
	}
	for name, test := range tests {
		q := p.Clone()
		test.edit(&q)
		var got []string
		for _, x := range plan.Proposals(q, f, fits, test.limit) {
			got = append(got, x.Competence)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", name, got, test.want)
		}
	}
	p.Observations = []plan.Observation{{ID: "o", Competences: []string{routines}}}
	reasons := plan.Proposals(p, f, fits, 1)[0].Reasons
	if len(reasons) != 3 || reasons[2].Code != continuum.ReasonObserved {
		t.Errorf("an observation gives no reason: %v", reasons)
	}
}

func TestStrongPoints(t *testing.T) {
	p, f, _ := viewed(t,
		plan.View{Competence: explain, Fits: "start", Want: 2},
		plan.View{Competence: routines, Fits: "vak", Want: 4}, // to be worked on
		plan.View{Competence: conduct, Fits: "basis"},
		plan.View{Competence: relation, Fits: "basis", Want: 1},
		plan.View{Competence: "nl-po/klimaat/groep", Fits: "geen"},
		plan.View{Competence: "nl-vo/klimaat/groep", Fits: "vak"})
	if got, want := plan.StrongPoints(p, f, 3), []string{relation, conduct, explain}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if got := plan.StrongPoints(p, f, 1); len(got) != 1 {
		t.Errorf("more than asked for: %v", got)
	}
}

func TestGoalOnACompetence(t *testing.T) {
	for fits, want := range map[string]string{"geen": "start", "start": "basis", "basis": "vak", "vak": "", "weet-niet": "", "": ""} {
		p, f, _ := viewed(t, plan.View{Competence: routines, Fits: fits, Want: 4})
		g := plan.GoalOn(p, f, "d", routines)
		if g.Title != "Routines en leertijd" || !slices.Equal(g.Competences, []string{routines}) {
			t.Errorf("%q: goal %+v", fits, g)
		}
		if want == "" && len(g.Aims) > 0 || want != "" && (len(g.Aims) != 1 || g.Aims[0].Phase != want) {
			t.Errorf("%q: aims %v, want %q", fits, g.Aims, want)
		}
		if g.Deadline != (text.Date{Year: 2027, Month: 2, Day: 9}) {
			t.Errorf("looked back upon %v", g.Deadline)
		}
		if _, err := plan.AddGoal(p, g); err != nil {
			t.Errorf("%q: %v", fits, err)
		}
	}
	if d := (plan.Plan{}).HalfWay(); d != (text.Date{}) {
		t.Errorf("half-way of no year is %v", d)
	}
}
