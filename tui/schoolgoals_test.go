package tui

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"bekwaam/plan"
)

func init() {
	maps.Copy(fixtures, map[string]func(testing.TB) *driver{
		"S42": schoolGoalsOpen, "S42a": schoolPartsOpen, "S42b": schoolGoalOpen,
	})
}

// wanted is the plan of October with what school and team want this year.
func wanted(t testing.TB) plan.Plan {
	p := planned(t)
	p.SchoolGoals = []plan.SchoolGoal{
		{ID: "s1", Of: plan.OfSchool, Text: "Rust in de klas: in elke groep dezelfde routines aan het begin, bij een wissel en aan het einde", Competences: []string{routines, behaviour}},
		{ID: "s2", Of: plan.OfTeam, Text: "Meer tijd voor begrijpend lezen"},
	}
	return p
}

func schoolGoalsOpen(t testing.TB) *driver {
	d := with(t, wanted(t))
	d.run(d.m.openStep(4))
	d.keys("s")
	return d
}

func schoolGoalOpen(t testing.TB) *driver {
	d := schoolGoalsOpen(t)
	d.keys("enter")
	return d
}

func schoolPartsOpen(t testing.TB) *driver {
	d := schoolGoalOpen(t)
	d.m.top().(*schoolGoal).choose("parts")
	d.keys("enter")
	return d
}

func TestWriteDownWhatSchoolAndTeamWant(t *testing.T) {
	d := with(t, planned(t))
	d.run(d.m.openStep(4))
	d.keys("s")
	d.on("S42")
	d.sees("4 Doelen · doelen van school en team", "te zien voor: jij en je coach", "› Nog geen doel van school of team.")
	d.keys("d")
	d.sees("Er is nog geen doel van school of team.")
	d.keys("enter")
	d.on("S42b")
	d.keys("esc")
	if len(d.m.plan.SchoolGoals) != 0 {
		t.Fatalf("an untouched goal was kept: %+v", d.m.plan.SchoolGoals)
	}
	d.keys("n")
	d.text("Rust in de klas")
	d.keys("tab right tab enter")
	d.on("S42a")
	d.sees("4 Doelen · waar gaat het over?")
	d.text("routines en leertijd")
	d.keys("enter esc esc")
	d.on("S42b")
	d.sees("Van wie                  mijn team", "Onderdelen               Routines en leertijd")
	d.keys("tab enter")
	d.on("S42")
	d.sees("Van je team", "› Rust in de klas", "    Routines en leertijd")
	want := plan.SchoolGoal{Text: "Rust in de klas", Of: plan.OfTeam}
	if g := d.m.plan.SchoolGoals[0]; g.Text != want.Text || g.Of != want.Of || !slices.Equal(g.Competences, []string{routines}) {
		t.Errorf("written down: %+v", g)
	}
	d.keys("d")
	d.sees("Weggehaald: doel van school of team", "Nog geen doel")
	d.keys("u")
	d.sees("› Rust in de klas")
	d.keys("u u u")
	if len(d.m.plan.SchoolGoals) != 0 {
		t.Errorf("after undo %+v", d.m.plan.SchoolGoals)
	}
	d.keys("esc")
	d.on("S40")
}

func TestAGoalFitsAGoalOfTheSchool(t *testing.T) {
	p := wanted(t)
	p.Goals[0].LinkSchool = ""
	d := with(t, p)
	d.show(newGoal(d.m, "d1"))
	f := d.m.top().(*goalForm)
	fits := func(want string) {
		t.Helper()
		if got := d.m.plan.Goals[0].LinkSchool; got != want {
			t.Fatalf("it fits %q, want %q:\n%s", got, want, d.frame())
		}
	}
	f.choose("school")
	d.sees("spatie alle keuzes")
	d.keys("right")
	fits(p.SchoolGoals[0].Text)
	d.keys("right")
	fits("Meer tijd voor begrijpend lezen")
	d.keys("left left")
	fits("Meer tijd voor begrijpend lezen")
	d.keys("space")
	d.sees("○ Rust in de klas", "● Meer tijd voor begrijpend lezen")
	d.keys("down")
	d.sees("● doelen van school en team opschrijven")
	d.keys("up up enter")
	fits(p.SchoolGoals[0].Text)
	d.keys("space down down enter")
	d.on("S42")
	d.keys("esc")
	d.on("S41")
	fits(p.SchoolGoals[0].Text)

	// Words of one's own are a text like any other.
	d.keys("end")
	for range len(p.SchoolGoals[0].Text) {
		d.keys("backspace")
	}
	d.text("ons jaarplan, punt twee")
	d.keys("left left space")
	d.text("x")
	d.keys("tab")
	fits("ons jaarplan, punt tw xee")
	d.keys("ctrl+z")
	fits(p.SchoolGoals[0].Text)
	d.m.plan.Versions = []plan.Version{{Number: 1, Reason: plan.ReasonSigned}}
	f.choose("school")
	d.keys("right")
	d.sees("Deze versie is getekend")
	fits(p.SchoolGoals[0].Text)
}

func TestAProposalNamesTheGoalOfTheSchool(t *testing.T) {
	p := wanted(t)
	p.Goals, p.Activities, p.Observations = nil, nil, nil
	p.Views = []plan.View{{Competence: routines, Fits: "start", Want: 3}, {Competence: understanding, Fits: "start", Want: 3}}
	for _, size := range [][2]int{{80, 24}, {60, 16}} {
		d := with(t, p)
		d.show(newProposals())
		d.size(size[0], size[1])
		d.sees("Je school wil dit jaar: Rust in de klas.")
	}
	p.SchoolGoals[0].Of = plan.OfTeam
	d := with(t, p)
	d.show(newProposals())
	d.sees("Je team wil dit jaar: Rust in de klas.")
	p.SchoolGoals = nil
	d = with(t, p)
	d.show(newProposals())
	if strings.Contains(d.frame(), "wil dit jaar:") {
		t.Errorf("a goal of the school that is not there:\n%s", d.frame())
	}
}

func TestSchoolGoalsOfASignedVersion(t *testing.T) {
	p := wanted(t)
	p.Versions = []plan.Version{{Number: 1, Reason: plan.ReasonSigned}}
	d := with(t, p)
	d.show(newSchoolGoals(d.m))
	for _, key := range []string{"n", "d"} {
		d.keys(key)
		d.on("S42")
		d.sees("Deze versie is getekend")
	}
}

func TestAGoalOfOneOfTwoSchools(t *testing.T) {
	p := wanted(t)
	p.Profile.Employers = []plan.Employer{{ID: "e1", School: "De Wilgenhof", FTE: 5000}, {ID: "e2", School: "De Brug", FTE: 3000}}
	d := with(t, p)
	d.show(newSchoolGoal(d.m, "s2"))
	d.m.top().(*schoolGoal).choose("employer")
	d.sees("Welke school             alle scholen waar ik werk")
	d.keys("right right")
	if g := d.m.plan.SchoolGoals[1]; g.Employer != "e2" {
		t.Errorf("%+v", g)
	}
	d.keys("esc")
	d.show(newSchoolGoals(d.m))
	d.sees("  De Brug")
}

func TestWhatElseATeacherIs(t *testing.T) {
	p := noor(t)
	d := step1(t, p, "year")
	if strings.Contains(d.frame(), "Ik ben ook") {
		t.Errorf("somebody in the first year is asked:\n%s", d.frame())
	}
	d.keys("left")
	d.sees("Ik ben ook                      alleen leerkracht")
	d.m.top().(*profile).choose("also")
	d.keys("right")
	d.sees("Ik ben ook                      starterscoach", "activiteiten")
	d.keys("right right")
	d.sees("starterscoach en assessor")
	if got := d.m.plan.Profile.Also; !slices.Equal(got, []string{plan.RoleCoach, plan.RoleAssessor}) {
		t.Errorf("also %v", got)
	}
	d.keys("right")
	if got := d.m.plan.Profile.Also; len(got) != 0 {
		t.Errorf("also %v", got)
	}
	c, err := plan.New("x", "2026-2027", d.m.deps.Pack, "vl", "nl")
	if err != nil {
		t.Fatal(err)
	}
	c.Plan.Profile.Also = []string{plan.RoleCoach}
	d = step1(t, c.Plan, "also")
	d.sees("Ik ben ook                      mentor")
	d.keys("space")
	if strings.Contains(d.frame(), "assessor") {
		t.Errorf("nobody assesses here:\n%s", d.frame())
	}
}
