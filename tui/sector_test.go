package tui

import (
	"strings"
	"testing"

	"bekwaam/plan"
	"bekwaam/text"
)

// inFramework is a program with a plan of another framework, with a goal and
// an activity, on its path.
func inFramework(t testing.TB, id string) *driver {
	t.Helper()
	d := newDriver(t)
	c, err := plan.New("sector", "2026-2027", d.m.deps.Pack, id, "nl")
	if err != nil {
		t.Fatal(err)
	}
	p := c.Plan
	p.Profile.Name, p.Profile.School = "Noor Bakker", "De Wilgenhof"
	p.Profile.Coach = &plan.Person{Name: "Ilse Vermeer", Role: plan.RoleCoach}
	p.Profile.Manager = &plan.Person{Name: "Karim Aziz", Role: plan.RoleManager}
	p.Survey.Context = map[string]int{"peers": 1, "regels": 1}
	p.Goals = []plan.Goal{{ID: "d1", Title: "Vlotte overgangen", Question: "Hoe kan ik vlot wisselen?", Deadline: text.Date{Year: 2027, Month: 2, Day: 9}}}
	f, _ := d.m.deps.Pack.Framework(id)
	for i, k := range d.m.deps.Pack.KindsFor(id, "start", "") {
		if i < 6 {
			p.Activities = append(p.Activities, plan.FromKind(p, d.m.deps.Pack, f, k, "a"+itoa(i), "d1"))
		}
	}
	return with(t, p)
}

// TestWordsOfTheSector looks at every step of a plan in Flanders and in
// vocational education: no word of another sector stands there.
func TestWordsOfTheSector(t *testing.T) {
	for id, foreign := range map[string]string{
		"vl": "leerkracht schoolleider starterscoach docent teamleider onderwijsmanager cao pabo startersrechten werktijdfactor " +
			"po-raad vo-raad ib'er duo-collega inspectie onderwijsregio lerarenbeurs zij-instroom bevoegd lesbezoek schoolbestuurder " +
			"primair voortgezet mbo studenten bpv intern interne kwaliteitscoördinator zorgteam lbs dienstjaren benoeming",
		"nl-mbo": "leerling leerlingen leerkracht schoolleider starterscoach directie groeiplan mentor klasbezoek",
		"nl-vo":  "leerkracht schoolleider starterscoach studenten directie groeiplan klasbezoek",
	} {
		d := inFramework(t, id)
		see := func() {
			words := strings.FieldsFunc(strings.ToLower(d.frame()), func(r rune) bool { return strings.ContainsRune(" \n.,:;()[]?!«»\"", r) })
			for _, w := range words {
				for _, f := range strings.Fields(foreign) {
					if w == f {
						t.Errorf("%s: %q on %s:\n%s", id, w, d.m.top().ID(), d.frame())
					}
				}
			}
		}
		for _, s := range allSteps() {
			d.run(d.m.openStep(s.Number))
			see()
			d.keys("end")
			see()
		}
		d.run(d.m.openStep(5))
		for _, key := range []string{"enter", "esc", "2", "3", "1", "n", "f", "f"} {
			d.keys(key)
			see()
		}
	}
}

func TestShareOfAJobInParts(t *testing.T) {
	d := inFramework(t, "vl")
	d.run(d.m.openStep(1))
	d.m.top().(*profile).choose("fte")
	d.sees("Opdracht (deel van een volle)", "Vlaanderen: tien functionele gehelen")
	d.text("18/24")
	d.keys("enter")
	if got := d.m.plan.Profile.FTE; got != 7500 {
		t.Errorf("18/24 is %v", got)
	}
	d = inFramework(t, "nl-po")
	d.run(d.m.openStep(1))
	d.m.top().(*profile).choose("fte")
	d.text("18/24")
	d.keys("enter")
	d.sees("Dat begreep ik niet")
}
