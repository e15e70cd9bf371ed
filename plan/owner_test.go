package plan_test

import (
	"slices"
	"strings"
	"testing"

	"bekwaam/continuum"
	"bekwaam/plan"
)

func TestKindsForWhoeverOwnsThePlan(t *testing.T) {
	pack := packOf(t)
	own := map[string]string{"training-starterscoach": "coach", "leernetwerk-coaches": "coach", "training-assessoren": "assessor"}
	for i := range pack.Frameworks {
		f := pack.Frameworks[i].ID
		c, err := plan.New("p", "2026-2027", pack, f, "nl")
		if err != nil {
			t.Fatal(err)
		}
		for _, also := range [][]string{nil, {"coach"}, {"assessor"}, {"coach", "assessor"}} {
			p := c.Plan.Clone()
			p.Profile.Also = also
			if err := plan.Validate(p); err != nil {
				t.Fatal(err)
			}
			got := plan.Kinds(p, pack)
			for _, k := range pack.KindsFor(f, "", "") {
				who, special := own[k.ID]
				want := !special || slices.Contains(also, who)
				if slices.Contains(got, k) != want {
					t.Errorf("%s, also %v: %s is offered: %v", f, also, k.ID, !want)
				}
			}
			for _, a := range pack.Frameworks[i].Areas {
				area := f + "/" + a.ID
				if slices.ContainsFunc(plan.SuggestedKinds(p, pack, area), func(k *continuum.ActivityKind) bool { return !k.For(also) }) {
					t.Errorf("%s, also %v: a kind of somebody else is suggested", area, also)
				}
			}
		}
	}
}

func TestWhatATeacherIsBesideIt(t *testing.T) {
	p := starter(t)
	_, err := plan.EditProfile(p, packOf(t), "also", func(x *plan.Profile) { x.Also = []string{"directeur"} })
	if plan.Code(err) != plan.CodeUnknown {
		t.Errorf("directeur: %v", err)
	}
	c, err := plan.EditProfile(p, packOf(t), "also", func(x *plan.Profile) { x.Also = []string{"coach"} })
	if err != nil {
		t.Fatal(err)
	}
	if board := plan.For(c.Plan, packOf(t), plan.Board, ""); len(board.Plan.Profile.Also) > 0 || strings.Contains(string(board.Payload()), `"also"`) {
		t.Error("the board gets what else the teacher is")
	}
}

func TestSchoolGoalsOfEachEmployer(t *testing.T) {
	p := starter(t)
	p.Profile.Employers = []plan.Employer{{ID: "e1", Board: "Stroomdal", FTE: 4000}, {ID: "e2", Board: "De Brug", FTE: 4000}}
	p.SchoolGoals = []plan.SchoolGoal{{ID: "s1", Text: "Rust", Employer: "e1"}, {ID: "s2", Text: "Rekenen", Employer: "e2"}, {ID: "s3", Text: "Lezen"}}
	var got []string
	for _, g := range plan.For(p, packOf(t), plan.Coach, "e2").Plan.SchoolGoals {
		got = append(got, g.ID+g.Employer)
	}
	if !slices.Equal(got, []string{"s2", "s3"}) {
		t.Errorf("the edition of one employer has %v", got)
	}
	p.SchoolGoals[0].Employer = "e9"
	if err := plan.Validate(p); plan.Code(err) != plan.CodeUnknown {
		t.Errorf("an employer that is not there: %v", err)
	}
}
