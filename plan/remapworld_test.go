package plan_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"bekwaam/continuum"
	"bekwaam/plan"
)

// some returns a random part of a list, at least one of it.
func some(r *rand.Rand, list []string, most int) []string {
	list = slices.Clone(list)
	r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list[:1+r.IntN(min(most, len(list)))]
}

// written is a random plan in which everything that can name competences of a
// framework does.
func written(t testing.TB, r *rand.Rand, f *continuum.Framework) plan.Plan {
	t.Helper()
	c, err := plan.New("p", "2026-2027", packOf(t), f.ID, "nl")
	if err != nil {
		t.Fatal(err)
	}
	p, ids := c.Plan, f.CompetenceIDs()
	for i, id := range some(r, ids, len(ids)) {
		p.Views = append(p.Views, plan.View{Competence: id, Fits: []string{"geen", "start", "basis", "vak"}[r.IntN(4)], Want: 1 + r.IntN(4), Note: fmt.Sprintf("note %d", i)})
	}
	for i := range 3 {
		g := plan.Goal{ID: fmt.Sprintf("d%d", i), Title: "Doel", Competences: some(r, ids, 4)}
		for _, id := range g.Competences {
			g.Aims = append(g.Aims, plan.Aim{Competence: id, Phase: "basis"})
		}
		p.Goals = append(p.Goals, g)
		p.SchoolGoals = append(p.SchoolGoals, plan.SchoolGoal{ID: fmt.Sprintf("s%d", i), Text: "Rust", Of: plan.OfSchool, Competences: some(r, ids, 2)})
		p.Evidence = append(p.Evidence, plan.Evidence{ID: fmt.Sprintf("b%d", i), Kind: "verslag", Audience: "private", Competences: some(r, ids, 3), Goals: []string{g.ID}})
		p.Reflections = append(p.Reflections, plan.Reflection{ID: fmt.Sprintf("r%d", i), Competences: some(r, ids, 2)})
		o := plan.Observation{ID: fmt.Sprintf("o%d", i), Competences: some(r, ids, 3), Text: "gezien"}
		for _, id := range o.Competences {
			o.Reading = append(o.Reading, plan.Reading{Competence: id, Fits: "start"})
		}
		if i == 2 {
			o.Key = "fp" // a record of somebody else
		}
		p.Observations = append(p.Observations, o)
		p.Notes = append(p.Notes, plan.Note{ID: fmt.Sprintf("n%d", i), Kind: "vraag", About: g.ID, Text: "Waarom?"})
	}
	p.Focus.Competences, p.Focus.SetAside = some(r, ids, 3), some(r, ids, 3)
	settled, _, err := plan.Read(plan.WriteJSON(p))
	if err != nil {
		t.Fatal(err)
	}
	return settled
}

// A newVersion is a framework changed at random, with what became of each
// competence: its new id, nothing where it is gone or was split.
type newVersion struct {
	f     *continuum.Framework
	now   map[string]string
	split map[string][]string
}

func changed(t testing.TB, r *rand.Rand, f *continuum.Framework) newVersion {
	t.Helper()
	v := newVersion{now: map[string]string{}, split: map[string][]string{}}
	g := *f
	g.Areas = slices.Clone(f.Areas)
	words := func(c continuum.Competence, s string) continuum.Competence {
		c.Survey = continuum.Text{NL: s, EN: s}
		c.Indicators = map[string]continuum.Text{"start": c.Survey, "basis": c.Survey, "vak": c.Survey}
		return c
	}
	n := 0
	for i := range g.Areas {
		a := &g.Areas[i]
		var list []continuum.Competence
		for _, c := range a.Competences {
			n++
			old, local := f.CompetenceID(a, &c), a.ID+"/"+c.ID
			as := func(id string) { c.ID, v.now[old] = id, f.AreaID(a)+"/"+id }
			switch r.IntN(8) {
			case 0: // gone
				if len(list) > 0 {
					continue
				}
				as(c.ID)
			case 1: // another id
				as(fmt.Sprintf("ander-%d", n))
			case 2: // another id and other words, and it says so
				c = words(c, fmt.Sprintf("anders %d", n))
				c.RenamedFrom = local
				as(fmt.Sprintf("nieuw-%d", n))
			case 3: // two of one
				for _, half := range []string{"een", "twee"} {
					h := words(c, fmt.Sprintf("%s %d", half, n))
					h.RenamedFrom, h.ID = local, fmt.Sprintf("%s-%d", half, n)
					list = append(list, h)
					v.split[old] = append(v.split[old], f.AreaID(a)+"/"+h.ID)
				}
				continue
			case 4: // other words
				c = words(c, fmt.Sprintf("anders %d", n))
				as(c.ID)
			case 5: // a new one beside it
				h := words(c, fmt.Sprintf("erbij %d", n))
				h.ID = fmt.Sprintf("erbij-%d", n)
				list = append(list, h)
				as(c.ID)
			default:
				as(c.ID)
			}
			list = append(list, c)
		}
		a.Competences = list
	}
	with, err := packOf(t).With(g)
	if err != nil {
		t.Fatal(err)
	}
	v.f, _ = with.Framework(g.ID)
	return v
}

// where lists what names which competence: "goals/d1 nl-po/…".
func where(p plan.Plan) []string {
	var out []string
	add := func(place string, ids ...string) {
		for _, id := range ids {
			out = append(out, place+" "+id)
		}
	}
	for _, v := range p.Views {
		add("view:"+v.Note+v.Fits, v.Competence)
	}
	for _, g := range p.Goals {
		add("goals/"+g.ID, g.Competences...)
		for _, a := range g.Aims {
			add("aims/"+g.ID+a.Phase, a.Competence)
		}
	}
	for _, g := range p.SchoolGoals {
		add("school_goals/"+g.ID, g.Competences...)
	}
	for _, e := range p.Evidence {
		add("evidence/"+e.ID, e.Competences...)
	}
	for _, x := range p.Reflections {
		add("reflections/"+x.ID, x.Competences...)
	}
	for _, o := range p.Observations {
		add("observations/"+o.ID, o.Competences...)
		for _, x := range o.Reading {
			add("reading/"+o.ID+x.Fits, x.Competence)
		}
	}
	add("focus", p.Focus.Competences...)
	add("aside", p.Focus.SetAside...)
	return out
}

// without takes every competence out of a plan, and what pins the framework.
func without(p plan.Plan) plan.Plan {
	p = p.Clone()
	p.Pin, p.Gone, p.Views = plan.Pin{}, nil, nil
	p.Focus.Competences, p.Focus.SetAside = nil, nil
	for i := range p.Goals {
		p.Goals[i].Competences, p.Goals[i].Aims = nil, nil
	}
	for i := range p.SchoolGoals {
		p.SchoolGoals[i].Competences = nil
	}
	for i := range p.Evidence {
		p.Evidence[i].Competences = nil
	}
	for i := range p.Reflections {
		p.Reflections[i].Competences = nil
	}
	for i := range p.Observations {
		p.Observations[i].Competences, p.Observations[i].Reading = nil, nil
	}
	return p
}

func idIn(link string) (place, id string) {
	i := strings.LastIndex(link, " ")
	return link[:i], link[i+1:]
}
