package plan_test

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"bekwaam/plan"
)

// TestLookingAheadIsWhatHappens moves random plans to frameworks changed at
// random: what was said before is what comes of it, and the plan is untouched.
func TestLookingAheadIsWhatHappens(t *testing.T) {
	for seed := range uint64(8) {
		r := rand.New(rand.NewPCG(seed, 11))
		from, _ := packOf(t).Framework([]string{"nl-po", "vl"}[seed%2])
		p, v := written(t, r, from), changed(t, r, from)
		before := p.Clone()
		m := plan.LookAhead(p, from, v.f, nil)
		if !reflect.DeepEqual(p, before) {
			t.Fatalf("seed %d: looking changed the plan", seed)
		}
		_, report, err := plan.Remap(p, from, v.f, nil)
		if err != nil || !reflect.DeepEqual(report, m.Report) {
			t.Errorf("seed %d: said %+v, came %+v (%v)", seed, m.Report, report, err)
		}
		splits := map[string][]string{}
		for _, x := range m.Splits() {
			splits[x.From] = x.To
		}
		for old, halves := range v.split {
			if !slices.Equal(splits[old], halves) {
				t.Errorf("seed %d: %s became %v, want %v", seed, old, splits[old], halves)
			}
		}
		if len(splits) != len(v.split) {
			t.Errorf("seed %d: %d were split, want %d", seed, len(splits), len(v.split))
		}
		for _, link := range where(p) {
			if place, id := idIn(link); place[:2] == "go" && !slices.Contains(m.Named[id], place) {
				t.Errorf("seed %d: %s is not named by %s", seed, id, place)
			}
		}
	}
}

// TestRepin moves a plan whose own version nobody has: all stays, and what
// came along as words stays readable.
func TestRepin(t *testing.T) {
	pack, p := packOf(t), starter(t)
	f, _ := pack.Framework("nl-po")
	p.Goals[0].Competences = append(p.Goals[0].Competences, "nl-po/vroeger/iets")
	p.EditionInfo = &plan.EditionInfo{Audience: plan.Self, Sentences: []plan.Sentences{{ID: "nl-po/vroeger/iets", Name: "Iets van vroeger", Phases: map[string]string{"start": "Zo."}}}}
	if o := plan.Orphans(p, f); len(o) != 1 || o[0].Words.Name != "Iets van vroeger" {
		t.Fatalf("orphans %+v", o)
	}
	c, err := plan.Repin(p, f)
	if err != nil {
		t.Fatal(err)
	}
	q := c.Plan
	q.EditionInfo = nil
	if q.Pin.Digest != f.Digest || !slices.Equal(q.Goals[0].Competences, p.Goals[0].Competences) {
		t.Errorf("pinned %+v, goal %v", q.Pin, q.Goals[0].Competences)
	}
	if o := plan.Orphans(q, f); len(o) != 1 || o[0].Words.Phases["start"] != "Zo." {
		t.Errorf("afterwards %+v", o)
	}
}
