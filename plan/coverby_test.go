package plan_test

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"bekwaam/continuum"
	"bekwaam/plan"
)

// TestEveryViewShowsTheSameEvidence looks at random plans, some with orphans,
// through every overlay of their framework.
func TestEveryViewShowsTheSameEvidence(t *testing.T) {
	pack := packOf(t)
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 5))
		f := &pack.Frameworks[seed%4]
		p := written(t, r, f)
		if r.IntN(2) == 0 {
			p.Evidence[0].Competences = append(p.Evidence[0].Competences, "nl-po/vroeger/iets")
			p.Evidence = append(p.Evidence, plan.Evidence{ID: "alleen", Competences: []string{"nl-po/vroeger/anders"}})
		}
		whole := plan.Cover(p, f)
		want := seen(plan.CoverBy(p, f, nil))
		if len(want["evidence"]) != len(p.Evidence) || len(want["goals"]) != len(p.Goals) || len(want["views"]) != len(p.Views) {
			t.Errorf("seed %d: by area %d pieces, %d goals, %d views", seed, len(want["evidence"]), len(want["goals"]), len(want["views"]))
		}
		for _, o := range pack.OverlaysFor(f.ID) {
			groups := plan.CoverBy(p, f, o)
			got := seen(groups)
			if !maps.EqualFunc(got, want, slices.Equal) {
				t.Errorf("seed %d, %s: %v, want %v", seed, o.ID, got, want)
			}
			with := map[string]bool{}
			for _, g := range groups {
				if g.Gone {
					continue
				}
				for _, id := range g.With {
					with[id] = true
				}
			}
			if len(with) != whole.With {
				t.Errorf("seed %d, %s: %d competences with evidence, want %d", seed, o.ID, len(with), whole.With)
			}
		}
	}
}

// seen is everything that the groups of a view show together.
func seen(groups []plan.GroupCover) map[string][]string {
	all := map[string]map[string]bool{"evidence": {}, "goals": {}, "views": {}, "with": {}, "competences": {}}
	for _, g := range groups {
		for what, ids := range map[string][]string{"evidence": g.Evidence, "goals": g.Goals, "views": g.Viewed, "with": g.With, "competences": g.Competences} {
			for _, id := range ids {
				all[what][id] = true
			}
		}
	}
	out := map[string][]string{}
	for what, ids := range all {
		out[what] = slices.Sorted(maps.Keys(ids))
	}
	return out
}

func TestCoverByOfTheCase(t *testing.T) {
	pack := packOf(t)
	p := planOf(t, readCase(t, "flemish"))
	f, _ := pack.Framework("vl")
	o, _ := pack.Overlay("icalt")
	groups := map[string]plan.GroupCover{}
	for _, g := range plan.CoverBy(p, f, o) {
		groups[g.Item.ID] = g
	}
	if g := groups["lesorganisatie"]; !slices.Equal(g.With, []string{"vl/fg4/klas-org"}) || !slices.Equal(g.Evidence, []string{"b1", "b2", "b3"}) || !slices.Equal(g.Goals, []string{"d1"}) {
		t.Errorf("organisation %+v", g)
	}
	if g := groups[""]; !slices.Contains(g.With, "vl/fg10/meertalig") {
		t.Errorf("what no domain names %+v", g)
	}
	var item continuum.OverlayItem = groups["lesorganisatie"].Item
	if f.Say(item.Name, "nl") != "lesorganisatie" {
		t.Errorf("the group has no name: %v", item)
	}
}
