package tui

import (
	"testing"

	"bekwaam/plan"
	"bekwaam/templates"
	"bekwaam/text"
)

// fixtures opens each screen with the plan of Noor Bakker on it.
var fixtures = map[string]func(testing.TB) *driver{
	"S01": newDriver,
	"S03": func(t testing.TB) *driver { d := newDriver(t); d.keys("enter enter enter"); return d },
	"S05": withNoor,
	"S10": func(t testing.TB) *driver { d := withNoor(t); d.run(d.m.openStep(1)); return d },
	"S70": func(t testing.TB) *driver { d := withNoor(t); d.run(d.m.openStep(7)); return d },
	"S74": func(t testing.TB) *driver { d := withNoor(t); d.run(d.m.openStep(8)); return d },
	"S75b": func(t testing.TB) *driver {
		d := withSigned(t)
		d.m.deps.Work.(*desk).key.Locked = true
		d.show(newKeyPass(d.m))
		return d
	},
	"S80":  func(t testing.TB) *driver { d := withNoor(t); d.run(d.m.openStep(8)); d.keys("enter"); return d },
	"S81":  func(t testing.TB) *driver { d := withNoor(t); d.run(d.m.openStep(8)); d.keys("enter enter"); return d },
	"S82":  withSigned,
	"S85":  func(t testing.TB) *driver { d := withSigned(t); d.run(openPaper("")(d.m)); return d },
	"S160": func(t testing.TB) *driver { d := withNoor(t); d.keys("?"); return d },
	"S161": func(t testing.TB) *driver { d := withNoor(t); d.keys("ctrl+p"); d.text("te"); return d },
	"S166": func(t testing.TB) *driver {
		d := withNoor(t)
		d.m.failed = errNotSaved
		d.m.emergency = "Documenten › bekwaam-nood-2026-09-28-1000.json"
		d.show(newNotSaved(d.m))
		return d
	},
	"S167": withNoor,
	"S177": func(t testing.TB) *driver {
		d := withNoor(t)
		d.show(&settingsScreen{})
		d.run(openCopies()(d.m))
		return d
	},
	"S170": func(t testing.TB) *driver { d := withNoor(t); d.show(&settingsScreen{}); return d },
}

type notSavedError struct{}

func (notSavedError) Error() string { return "no space left on device" }
func (notSavedError) Why() string   { return "full" }
func (notSavedError) Again() bool   { return false }

var errNotSaved = notSavedError{}

// withNoor is a program in which the plan of Noor Bakker is open on its path.
func withNoor(t testing.TB) *driver { return with(t, noor(t)) }

// withSigned is that program after the plan was signed.
func withSigned(t testing.TB) *driver {
	d := withNoor(t)
	d.run(d.m.openStep(8))
	d.keys("enter enter t")
	return d
}

// noor is a plan as it stands in October: goals, activities and agreements.
func noor(t testing.TB) plan.Plan {
	t.Helper()
	pack, err := templates.Pack()
	if err != nil {
		t.Fatal(err)
	}
	c, err := plan.New("noor", "2026-2027", pack, "nl-po", "nl")
	if err != nil {
		t.Fatal(err)
	}
	p := c.Plan
	p.Profile.Name, p.Profile.School, p.Profile.Board = "Noor Bakker", "basisschool De Wilgenhof", "Stichting Stroomdal"
	p.Profile.Group, p.Profile.FTE = "groep 5", 8000
	p.Profile.Coach = &plan.Person{Name: "Ilse Vermeer", Role: plan.RoleCoach}
	p.Profile.Manager = &plan.Person{Name: "Karim Aziz", Role: plan.RoleManager}
	p.Survey.Open = map[string]string{"trots": "Dinsdag, toen iedereen doorwerkte terwijl ik aan de instructietafel zat.",
		"wringt": "Als we van taal naar rekenen gaan ben ik zo vijf minuten kwijt. Dan wordt het druk en ga ik harder praten."}
	p.Survey.Context = map[string]int{"peers": 2, "coach-wie": 4}
	for _, v := range [][2]string{{"klimaat/relatie", "basis"}, {"klimaat/groep", "start"}, {"organisatie/routines", "start"}, {"instructie/begrip", "start"}} {
		p.Views = append(p.Views, plan.View{Competence: "nl-po/" + v[0], Fits: v[1], Want: 2})
	}
	p.Goals = []plan.Goal{
		{ID: "d1", Title: "Vlotte overgangen", Question: "Hoe kan ik vlot wisselen van activiteit, zodat leerlingen binnen twee minuten weer aan het werk zijn?",
			WhyForPupils: "Dan houden we meer tijd over om te leren.", Competences: []string{"nl-po/organisatie/routines"},
			Aims: []plan.Aim{{Competence: "nl-po/organisatie/routines", Phase: "basis"}}, Deadline: text.Date{Year: 2027, Month: 2, Day: 9}, OwnChoice: "eigen keuze"},
		{ID: "d2", Title: "Zien wie het snapt", Question: "Hoe kan ik tijdens de rekenles zien wie de uitleg begrijpt, zodat ook stille leerlingen op tijd hulp krijgen?",
			Competences: []string{"nl-po/instructie/begrip"}, Deadline: text.Date{Year: 2027, Month: 6, Day: 24}, OwnChoice: "eigen keuze"},
	}
	six, three := plan.Quarters(24), plan.Quarters(12)
	no := false
	p.Activities = []plan.Activity{
		{ID: "a1", Goals: []string{"d1"}, Kind: "kijken-collega", Description: "Kijken bij een collega", Partner: &plan.Person{Name: "Sanne Kok", Role: "collega"},
			Moments: []string{"2026-10", "2026-11"}, Hours: &three, HoursLine: "po-dev-hours", Ordered: &no, Status: plan.Planned},
		{ID: "a2", Goals: []string{"d2"}, Kind: "cursus-kort", Description: "Korte cursus: Begrip nagaan", Partner: &plan.Person{Name: "Bureau Leswijs", Role: "aanbieder"},
			Moments: []string{"2027-01", "2027-02"}, Hours: &six, HoursLine: "po-dev-hours", Cost: 25000, Funding: "eigen-cao", Ordered: &no, Status: plan.Planned},
	}
	p.Agreements = []plan.Agreement{{ID: "g1", Who: "Karim Aziz", What: "Donderdagmiddag staat vrij in het rooster.", ByWhen: text.Date{Year: 2026, Month: 11, Day: 1}}}
	p.Start.Strengths = []string{"De kinderen komen uit zichzelf naar me toe."}
	return p
}
