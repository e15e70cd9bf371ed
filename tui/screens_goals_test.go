package tui

import (
	"maps"
	"testing"

	"bekwaam/plan"
	"bekwaam/text"
)

func init() {
	maps.Copy(fixtures, map[string]func(testing.TB) *driver{
		"S40": goalsOpen, "S41": goalOpen, "S41b": partsOpen, "S60": agreementsOpen, "S60b": agreementOpen,
	})
}

// planned is the plan of Noor Bakker with the goals, conditions and agreements
// of October.
func planned(t testing.TB) plan.Plan {
	p := noor(t)
	day := func(y, m, d int) text.Date { return text.Date{Year: y, Month: m, Day: d} }
	p.Goals[0].Signs = "Ze pakken zelf hun spullen en beginnen, zonder dat ik iets herhaal."
	p.Goals[0].TargetBehaviour = "Ik gebruik steeds dezelfde vijf stappen en wacht tot iedereen kijkt."
	p.Goals[0].SmallestStep = "Na de pauze tel ik af en wacht ik."
	p.Goals[0].LetGo = "de klassenkrant, tot Kerst"
	p.Goals[0].LinkSchool = "schoolplan: rust in de klas"
	p.Goals[0].EvidencePlanned = "observatie, feedback van leerlingen"
	p.Goals[1].Aims = []plan.Aim{{Competence: "nl-po/instructie/begrip", Phase: "basis"}}
	p.Goals = append(p.Goals, plan.Goal{ID: "d3", Title: "Elke week muziek", OwnChoice: "eigen keuze",
		Question: "Hoe kan ik elke week muziek geven, zodat ook leerlingen die niet graag zingen meedoen?"})
	p.Conditions = plan.Conditions{Support: "Ilse Vermeer kijkt mee en praat na", Time: "donderdagmiddag van 14:00 tot 15:30",
		Replacement: "bij twee kijklessen", Promises: []string{"een coach op donderdag, en ruimte om te proberen"}, Material: "wisbordjes voor de hele groep"}
	p.Agreements = []plan.Agreement{
		{ID: "g1", Who: "Karim Aziz", What: "Donderdagmiddag staat vrij in het rooster.", ByWhen: day(2026, 11, 1)},
		{ID: "g2", Who: "Karim Aziz", What: "Er is vervanging bij twee kijklessen.", ByWhen: day(2026, 10, 13)},
		{ID: "g3", Who: "Ilse Vermeer", What: "Ik kijk drie keer mee bij een overgang.", ByWhen: day(2027, 3, 31)},
		{ID: "g4", Who: "Noor Bakker", What: "Ik neem tot Kerst geen nieuwe taak op me.", ByWhen: day(2026, 12, 18)},
	}
	return p
}

// goalsOpen is S40 with three goals.
func goalsOpen(t testing.TB) *driver {
	d := with(t, planned(t))
	d.run(d.m.openStep(4))
	return d
}

// goalsEmpty is S40 without a goal, with proposals that wait.
func goalsEmpty(t testing.TB) *driver {
	p := planned(t)
	p.Goals, p.Activities = nil, nil
	for i := range p.Views {
		p.Views[i].Want = 3
	}
	d := with(t, p)
	d.run(d.m.openStep(4))
	return d
}

// goalOpen is S41 on the first goal, with the signs in hand.
func goalOpen(t testing.TB) *driver {
	d := goalsOpen(t)
	d.keys("enter")
	d.m.top().(*goalForm).choose("signs")
	return d
}

// partsOpen is the choice of a part of the framework for the third goal.
func partsOpen(t testing.TB) *driver {
	d := goalsOpen(t)
	d.keys("down down enter")
	d.m.top().(*goalForm).choose("competence")
	d.keys("enter")
	d.text("muziek")
	d.keys("esc down down")
	return d
}

// agreementsOpen is S60 with five conditions and four agreements.
func agreementsOpen(t testing.TB) *driver {
	d := with(t, planned(t))
	d.run(d.m.openStep(6))
	return d
}

// agreementsEmpty is S60 without conditions and agreements.
func agreementsEmpty(t testing.TB) *driver {
	p := planned(t)
	p.Conditions, p.Agreements = plan.Conditions{}, nil
	d := with(t, p)
	d.run(d.m.openStep(6))
	return d
}

// agreementOpen is the form of the third agreement.
func agreementOpen(t testing.TB) *driver {
	d := agreementsOpen(t)
	d.keys("down down enter")
	return d
}
