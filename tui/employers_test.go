package tui

import (
	"maps"
	"strings"
	"testing"

	"bekwaam/plan"
)

func init() {
	maps.Copy(fixtures, map[string]func(testing.TB) *driver{"S10b": employersOpen, "S10c": employerOpen})
}

// twoJobs is the plan of Noor Bakker with a second employer.
func twoJobs(t testing.TB) plan.Plan {
	p := planned(t)
	p.Profile.Employment, p.Profile.FTE = "meer-besturen", 5000
	d := newDriver(t)
	c, err := plan.AddEmployer(p, d.m.deps.Pack, plan.Employer{ID: "w2", School: "De Papieren Brug", Board: "Vereniging Schijnbaar", FTE: 3000,
		Manager: &plan.Person{Name: "Truus van Karton", Role: plan.RoleManager}})
	if err != nil {
		t.Fatal(err)
	}
	return c.Plan
}

// employersOpen is S10b with two employers.
func employersOpen(t testing.TB) *driver {
	d := step1(t, twoJobs(t), "employers")
	d.keys("enter")
	return d
}

// employerOpen is the form of the second employer.
func employerOpen(t testing.TB) *driver {
	d := employersOpen(t)
	d.keys("down enter")
	return d
}

// TestSecondEmployerFromStepOne adds one by keys: what stood on the form is
// the first, and all of it comes back with undo.
func TestSecondEmployerFromStepOne(t *testing.T) {
	p := noor(t)
	p.Profile.Employment, p.Profile.FTE = "meer-besturen", 5000
	d := step1(t, p, "employers")
	d.sees("Werkgevers                      één; enter voegt er een toe", "School                          basisschool De Wilgenhof")
	d.keys("enter")
	d.on("S10b")
	d.sees("Je plan heeft nu één werkgever.", "Wat je over basisschool De Wilgenhof invulde, wordt de eerste.", "› Een werkgever erbij")
	d.keys("enter esc")
	if len(d.m.plan.Profile.Employers) != 0 {
		t.Error("an untouched employer was kept")
	}
	d.keys("n")
	d.on("S10c")
	d.text("De Papieren Brug")
	d.keys("enter")
	d.text("Vereniging Schijnbaar")
	d.keys("enter space")
	d.sees("○ via een uitzendbureau")
	d.keys("esc enter")
	d.text("0,6")
	d.keys("enter")
	d.sees("Samen is dat meer dan een volle baan.")
	d.keys("shift+tab")
	d.text("0,3")
	d.keys("enter")
	d.text("leerkracht groep 7")
	d.keys("enter")
	d.text("Truus van Karton")
	d.keys("enter")
	d.text("1 feb")
	d.keys("enter enter enter")
	d.on("S10b")
	d.sees("basisschool De Wilgenhof", "0,5       hele jaar", "› De Papieren Brug                        0,3       vanaf 1 feb 2027",
		"Vereniging Schijnbaar, leerkracht groep 7, Truus van Karton", "Samen 0,8 van een volle baan.")
	es := d.m.plan.Profile.Employers
	if len(es) != 2 || es[0].Manager.Name != "Karim Aziz" || es[1].FTE != 3000 || d.m.plan.Profile.FTE != 8000 {
		t.Fatalf("employers %+v", es)
	}
	d.keys("end enter")
	d.on("S10")
	d.sees("Werkgevers                      basisschool De Wilgenhof 0,5", "De Papieren Brug 0,3", "samen 0,8")
	if f := d.frame(); strings.Contains(f, "Werktijdfactor") || strings.Contains(f, "Schoolbestuur") {
		t.Errorf("what stands with each employer stands here too:\n%s", f)
	}
	d.keys("enter down d")
	d.sees("Weggehaald: De Papieren Brug.", "Je plan heeft nu één werkgever.")
	if d.m.plan.Profile.School != "basisschool De Wilgenhof" || d.m.plan.Profile.FTE != 5000 {
		t.Errorf("left with %+v", d.m.plan.Profile)
	}
	d.keys("u")
	d.sees("› De Papieren Brug")
}

func TestEmployerTakenBackBelowItsForm(t *testing.T) {
	d := step1(t, noor(t), "employment")
	d.keys("right")
	d.m.top().(*profile).choose("employers")
	d.keys("enter n")
	d.text("De Brug")
	d.keys("enter ctrl+z")
	d.sees("Deze werkgever staat niet meer in je plan.")
	d.keys("x enter ctrl+y")
	d.sees("De Brug")
	d.keys("esc")
	d.on("S10b")
	d.keys("end d")
	d.sees("Kies eerst een werkgever.")
}

func TestEmployerInALowWindow(t *testing.T) {
	d := employerOpen(t)
	d.size(60, 16)
	for range 12 {
		d.keys("tab")
	}
	d.selected("[ Klaar ]")
	d.keys("enter")
	d.sees("De Papieren Brug")
}

// TestEmployerOfAnItem is asked only where there are several.
func TestEmployerOfAnItem(t *testing.T) {
	one := goalsOpen(t)
	one.run(one.m.openStep(5))
	one.show(newActivityAt(one.m, "a1", "from"))
	if strings.Contains(one.frame(), "Voor werkgever") {
		t.Errorf("asked with one employer:\n%s", one.frame())
	}
	d := with(t, twoJobs(t))
	d.run(d.m.openStep(5))
	d.show(newActivityAt(d.m, "a1", "employer"))
	d.sees("Voor werkgever           beide", "we naar je deel bij elke")
	d.keys("right right")
	d.sees("De Papieren Brug")
	if got := d.activityNow("a1").Employer; got != "w2" {
		t.Errorf("activity of %q", got)
	}
	d.keys("ctrl+z ctrl+z")
	if got := d.activityNow("a1").Employer; got != "" {
		t.Errorf("after undo of %q", got)
	}
	d.run(d.m.openStep(6))
	d.keys("enter")
	d.on("S60b")
	d.m.top().(*agreementForm).choose("employer")
	d.keys("right esc")
	d.sees("met basisschool De Wilgenhof")
	if got := d.m.plan.Agreements[0].Employer; got != "w1" {
		t.Errorf("agreement of %q", got)
	}
	d.run(d.m.openStep(5))
	d.keys("3 enter")
	d.on("S54b")
	d.sees("basisschool De Wilgenhof: dit schooljaar: 80 u × 0,5, samen 40 u.", "De Papieren Brug: dit schooljaar: 80 u × 0,3, samen 24 u.")
	d.m.top().(*entitlement).choose("employer")
	d.keys("right right")
	if l := d.m.plan.EntitlementLines[0]; l.Employer != "w2" || l.Edited {
		t.Errorf("line %+v", l)
	}
	if f := d.frame(); strings.Contains(f, "De Wilgenhof: dit schooljaar") {
		t.Errorf("the line still holds at the other:\n%s", f)
	}
}

// TestConditionsOfOneEmployer stand beside those of all.
func TestConditionsOfOneEmployer(t *testing.T) {
	d := with(t, twoJobs(t))
	d.run(d.m.openStep(6))
	d.sees("Voorwaarden bij alle werkgevers", "f andere werkgever")
	d.keys("f f")
	d.sees("Voorwaarden bij De Papieren Brug", "Ilse Vermeer kijkt mee")
	d.keys("tab enter")
	d.text(" op vrijdag")
	d.keys("esc")
	if c := plan.ConditionsOf(d.m.plan, "w2"); !strings.HasSuffix(c.Support, "op vrijdag") || strings.HasSuffix(d.m.plan.Conditions.Support, "op vrijdag") {
		t.Errorf("conditions %+v and of all %+v", c, d.m.plan.Conditions)
	}
	d.keys("f")
	d.sees("Voorwaarden bij alle werkgevers")
	d.keys("u")
	if d.m.plan.Profile.Employers[1].Conditions != nil {
		t.Error("undo left conditions of its own")
	}
}
