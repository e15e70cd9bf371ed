package tui

import (
	"testing"
	"time"

	"bekwaam/plan"
	"bekwaam/text"
)

func init() {
	for id, show := range map[string]func(testing.TB) *driver{
		"S100": func(t testing.TB) *driver { return lookingBack(t, winter(t), 2, 9, 10) },
		"S101": func(t testing.TB) *driver {
			p := winter(t)
			c, err := plan.AdjustGoal(p, "d2", "learning_question", "Hoe kan ik aan de instructietafel zien wie de uitleg begrijpt?")
			if err != nil {
				t.Fatal(err)
			}
			d := lookingBack(t, c.Plan, 2, 9, 10)
			d.show(newAdjust(d.m.env(), "d2"))
			return d
		},
		"S110":  func(t testing.TB) *driver { return lookingBack(t, summer(t), 6, 24, 11) },
		"S110b": func(t testing.TB) *driver { return opened(t, lookedBack(t), newSummary()) },
		"S111":  func(t testing.TB) *driver { return opened(t, lookedBack(t), newCarry()) },
		"S112":  func(t testing.TB) *driver { return opened(t, lookedBack(t), &closeYear{}) },
		"S113": func(t testing.TB) *driver {
			d := lookingBack(t, lookedBack(t), 6, 24, 11)
			d.show(newThenNow(d.m.env()))
			return d
		},
		"S114": func(t testing.TB) *driver {
			d := lookingBack(t, summer(t), 6, 24, 11)
			d.show(newDecide(d.m))
			return d
		},
		"S115": func(t testing.TB) *driver { return lookingBack(t, lookedBack(t), 6, 24, 11) },
		"S116": func(t testing.TB) *driver { return opened(t, lookedBack(t), newReadLetter()) },
		"S130": func(t testing.TB) *driver {
			d := withVersions(t)
			d.keys("v enter")
			return d
		},
		"S131": func(t testing.TB) *driver {
			d := withVersions(t)
			d.keys("v 2 down enter")
			return d
		},
		"S117": func(t testing.TB) *driver { return leaving(t) },
		"S118": func(t testing.TB) *driver { d := leaving(t); toWhatGoes(d); d.keys("down space"); return d },
		"S119": func(t testing.TB) *driver { d := leaving(t); toWhatGoes(d); d.keys("space end enter"); return d },
		"S47":  func(t testing.TB) *driver { d := withNoor(t); d.show(newLetter(d.m)); return d },
	} {
		fixtures[id] = show
	}
}

// winter is the plan of Noor Bakker as it runs in February.
func winter(t testing.TB) plan.Plan {
	p := noor(t)
	p.State = plan.Active
	p.Agreements[0].Done = true
	p.Agreements = append(p.Agreements, plan.Agreement{ID: "g2", Who: "Ilse Vermeer", What: "Ilse komt kijken bij de rekenles.", ByWhen: text.Date{Year: 2027, Month: 3, Day: 1}})
	p.Goals = append(p.Goals, plan.Goal{ID: "d3", Title: "Elke week muziek", Question: "Hoe krijgt muziek een vaste plek?", KeptFor: "2027-2028"})
	p.Midyear = &plan.Midyear{Date: text.Date{Year: 2027, Month: 2, Day: 9}, With: "Ilse Vermeer",
		WhatWorked: "Drie van de vier overgangen gaan binnen twee minuten. Ik tel af en wacht.", WhoHelped: "De kijkles bij Sanne en de overgangskaart."}
	return p
}

// lookingBack is a program in which p is open at a step, on a day of 2027.
func lookingBack(t testing.TB, p plan.Plan, month time.Month, day, step int) *driver {
	d := with(t, p)
	d.m.deps.Now = func() time.Time { return time.Date(2027, month, day, 15, 0, 0, 0, time.UTC) }
	d.run(d.m.openStep(step))
	return d
}

// summer is the plan of Noor Bakker as it runs in June, before looking back.
func summer(t testing.TB) plan.Plan {
	p := winter(t)
	p.Letter = &plan.Letter{Text: "Lieve ik van juni.\n\nVergeet niet hoe druk het in september was, en dat je er toch kwam.", Date: text.Date{Year: 2026, Month: 9, Day: 12}}
	p.Goals[0].Signs = "Ze pakken zelf hun spullen en beginnen, zonder herhalen."
	p.Evidence = []plan.Evidence{
		{ID: "b1", Title: "Overgangskaart", Date: text.Date{Year: 2026, Month: 11, Day: 24}, Goals: []string{"d1"}, Audience: "coach"},
		{ID: "b2", Title: "Lesbezoek 3: na de pauze", Date: text.Date{Year: 2027, Month: 1, Day: 12}, Goals: []string{"d1"}, Audience: "coach"},
	}
	return p
}

// lookedBack is that plan with something said about each goal.
func lookedBack(t testing.TB) plan.Plan {
	p := summer(t)
	for id, x := range map[string]plan.GoalEvaluation{
		"d1": {Result: "Bij de meeste overgangen zijn we binnen twee minuten aan het werk.", Outcome: plan.Finished, Reason: "Het gaat vanzelf.", Evidence: []string{"b1"}},
		"d2": {Result: "Aan de instructietafel zie ik het, in de kring nog niet.", Outcome: plan.CarriesOver, Reason: "Het is half af."},
	} {
		c, err := plan.EvaluateGoal(p, id, "", func(e *plan.GoalEvaluation) {
			goal := e.Goal
			*e = x
			e.Goal = goal
			e.CarriedOver = x.Outcome == plan.CarriesOver
		})
		if err != nil {
			t.Fatal(err)
		}
		p = c.Plan
	}
	return p
}

// opened is a program in which p is open in June, on a screen of step 11.
func opened(t testing.TB, p plan.Plan, s screen) *driver {
	d := lookingBack(t, p, 6, 24, 11)
	d.show(s)
	return d
}

// withVersions is a program with an earlier year and with a plan of which a
// version was signed before its first goal got another question.
func withVersions(t testing.TB) *driver {
	before := noor(t)
	before.ID, before.Profile.SchoolYear, before.State = "before", "2025-2026", plan.Closed
	before.Views[0].Fits, before.Views[2].Fits = "start", plan.NoneFits
	d := with(t, before)
	p := noor(t)
	p.State = plan.Active
	d.run(d.m.commit(plan.Change{Plan: p, Act: plan.Act{Name: "new"}}))
	c, err := plan.Sign(d.m.plan, d.m.env().actor(), "00")
	d.run(commit(c, err)(d.m))
	c, err = plan.NewVersion(d.m.plan, d.m.env().actor())
	d.run(commit(c, err)(d.m))
	c, err = plan.EditGoal(d.m.plan, "d1", "learning_question", func(g *plan.Goal) {
		g.Question = "Hoe kan ik vlot wisselen van activiteit, ook na het buitenspelen, zodat leerlingen binnen twee minuten weer aan het werk zijn?"
	})
	d.run(commit(c, err)(d.m))
	c, err = plan.KeepGoal(d.m.plan, "d2", "2027-2028")
	d.run(commit(c, err)(d.m))
	c, err = plan.AddAgreement(d.m.plan, plan.Agreement{ID: "g2", Who: "Ilse Vermeer", What: "Ik kom kijken bij de rekenles."})
	d.run(commit(c, err)(d.m))
	return d
}

// leaving is a program in January in which somebody fills in where they go.
func leaving(t testing.TB) *driver {
	p := winter(t)
	p.Profile.PhaseRecorded = &plan.PhaseRecorded{Phase: "start", By: "Stichting Stroomdal", Date: text.Date{Year: 2026, Month: 8, Day: 24}}
	p.Evidence = []plan.Evidence{{ID: "b1", Title: "Overgangskaart", Date: text.Date{Year: 2026, Month: 11, Day: 24}, Goals: []string{"d1"}, Audience: "coach"}}
	d := lookingBack(t, p, 1, 20, 9)
	d.show(newMoveOn(d.m))
	d.text("31-1")
	d.keys("tab tab")
	d.text("Vereniging De Brug")
	d.keys("tab")
	d.text("basisschool De Boog")
	d.keys("tab tab")
	d.text("0,5")
	d.keys("tab")
	return d
}

// toWhatGoes ends the form and goes on.
func toWhatGoes(d *driver) {
	d.keys("tab tab tab")
	d.text("Andere school.")
	d.keys("tab enter")
}
