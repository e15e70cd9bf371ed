package tui

import (
	"maps"
	"slices"
	"testing"

	"bekwaam/continuum"
	"bekwaam/plan"
	"bekwaam/text"
)

func init() {
	maps.Copy(fixtures, map[string]func(testing.TB) *driver{
		"S92":  coverageOpen,
		"S92b": func(t testing.TB) *driver { d := coverageOpen(t); d.keys("down down enter"); return d },
		"S95":  func(t testing.TB) *driver { d := at(t, evidenced(t), 3, "4 down down down"); return d },
		"S96":  func(t testing.TB) *driver { d := at(t, promisedPlan(t), 6, "w"); return d },
		"S96b": func(t testing.TB) *driver { d := at(t, promisedPlan(t), 6, "w down down enter"); return d },
		"S171": func(t testing.TB) *driver { d := at(t, evidenced(t), 3, "b"); return d },
		"S172": otherVersionOpen,
		"S172b": func(t testing.TB) *driver {
			d := otherVersionOpen(t)
			d.m.top().(*otherVersion).list.choose(oldRow + routines)
			d.keys("enter")
			return d
		},
	})
}

// evidenced is the plan of Noor Bakker with some pieces of evidence.
func evidenced(t testing.TB) plan.Plan {
	p := aimed(t)
	p.Profile.InductionYear = 1
	day := func(m, d int) text.Date {
		y := 2026
		if m < 8 {
			y++
		}
		return text.Date{Year: y, Month: m, Day: d}
	}
	p.Evidence = []plan.Evidence{
		{ID: "b1", Kind: "observatie", Title: "Lesbezoek 1", Date: day(11, 17), Competences: []string{routines, "nl-po/instructie/begrip"}, Goals: []string{"d1"}, Audience: plan.Private},
		{ID: "b2", Kind: "leerlingfeedback", Title: "Wat vonden jullie van de wissel?", Date: day(1, 12), Competences: []string{routines}, Goals: []string{"d1"}, Audience: string(plan.Board)},
		{ID: "b3", Kind: "observatie", Title: "Lesbezoek 2", Date: day(12, 1), Competences: []string{"nl-po/instructie/begrip"}, Audience: plan.Private},
	}
	return p
}

func coverageOpen(t testing.TB) *driver {
	d := at(t, evidenced(t), 3, "3")
	d.m.settings.Views = map[string]string{"nl-po": "pos"}
	d.keys("down")
	return d
}

// promisedPlan has answers about the school, conditions and agreements.
func promisedPlan(t testing.TB) plan.Plan {
	p := surveyed(t)
	p.Conditions = plan.Conditions{Support: "Ilse kijkt om de week mee.", Time: "Donderdagmiddag vrij.", Promises: []string{"Een vaste invaller."}}
	return p
}

// changedWorld is a pack in which primary education has a newer version:
// something renamed, split, removed, said otherwise and new.
func changedWorld(t testing.TB) *continuum.Pack {
	t.Helper()
	d := newDriver(t)
	f, _ := d.m.deps.Pack.Framework("nl-po")
	g := *f
	g.Areas = slices.Clone(f.Areas)
	edit := func(area, id string, do func(list []continuum.Competence, at int) []continuum.Competence) {
		for i := range g.Areas {
			if g.Areas[i].ID != area {
				continue
			}
			list := slices.Clone(g.Areas[i].Competences)
			at := slices.IndexFunc(list, func(c continuum.Competence) bool { return c.ID == id })
			g.Areas[i].Competences = do(list, at)
		}
	}
	words := func(s string) continuum.Text { return continuum.Text{NL: s, EN: s} }
	edit("organisatie", "routines", func(list []continuum.Competence, at int) []continuum.Competence {
		a, b := list[at], list[at]
		a.ID, a.Name, a.RenamedFrom = "begin-en-einde", words("Begin en einde van de les"), "organisatie/routines"
		b.ID, b.Name, b.RenamedFrom = "overgangen", words("Overgangen in de les"), "organisatie/routines"
		b.Indicators = map[string]continuum.Text{"start": words("Je oefent hoe je van het een naar het ander gaat."), "basis": words("Je gaat vlot van het een naar het ander."), "vak": words("Je leert collega's hoe dat vlot gaat.")}
		return slices.Replace(list, at, at+1, a, b)
	})
	edit("instructie", "begrip", func(list []continuum.Competence, at int) []continuum.Competence {
		c := list[at]
		c.Indicators = maps.Clone(c.Indicators)
		c.Indicators["basis"] = words("Je ziet tijdens de uitleg wie het begrijpt, en doet daar iets mee.")
		list[at] = c
		return list
	})
	edit("klimaat", "gedrag", func(list []continuum.Competence, at int) []continuum.Competence { return slices.Delete(list, at, at+1) })
	edit("klimaat", "groep", func(list []continuum.Competence, at int) []continuum.Competence {
		list[at].ID, list[at].Name, list[at].RenamedFrom = "groepsgevoel", words("Een groep worden"), "klimaat/groep"
		return list
	})
	edit("partnerschap", "", func(list []continuum.Competence, _ int) []continuum.Competence {
		c := list[0]
		c.ID, c.Name, c.Survey = "digitaal", words("Veilig met media"), words("Ik help {leerlingen} veilig met media om te gaan.")
		c.Indicators = map[string]continuum.Text{"start": words("Je kent de afspraken over media."), "basis": words("Je praat met {leerlingen} over media."), "vak": words("Je denkt mee over de afspraken.")}
		return append(list, c)
	})
	world := *d.m.deps.Pack
	world.Version = "0.2.0"
	pack, err := world.With(g)
	if err != nil {
		t.Fatal(err)
	}
	return pack
}

// movedOn is a program with a newer version of the framework than the plan
// pins. Where it kept the earlier one, the plan is shown with that.
func movedOn(t testing.TB, p plan.Plan, kept bool) *driver {
	t.Helper()
	d := with(t, p)
	old := d.m.deps.Pack
	if kept {
		d.m.deps.Earlier = func(digest string) (*continuum.Framework, bool) {
			f, _ := old.Framework("nl-po")
			return f, f.Digest == digest
		}
	}
	d.m.deps.Pack = changedWorld(t)
	d.keys("esc")
	return d
}

func otherVersionOpen(t testing.TB) *driver {
	d := movedOn(t, evidenced(t), true)
	d.keys("enter")
	return d
}
