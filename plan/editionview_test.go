package plan_test

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"bekwaam/plan"
)

// TestEveryEditionCoversTheSame gives random plans, some with orphans, to the
// teacher and to the board through every view: whichever it is, each edition
// holds the same goals, evidence and competences.
func TestEveryEditionCoversTheSame(t *testing.T) {
	pack := packOf(t)
	for seed := range uint64(16) {
		r := rand.New(rand.NewPCG(seed, 9))
		f := &pack.Frameworks[seed%4]
		p := written(t, r, f)
		p.Evidence[0].Audience = string(plan.Board)
		if r.IntN(2) == 0 {
			p.Evidence = append(p.Evidence, plan.Evidence{ID: "alleen", Competences: []string{f.ID + "/vroeger/anders"}})
			p.Goals[0].Competences = append(p.Goals[0].Competences, f.ID+"/vroeger/iets")
		}
		views := []string{plan.ByArea}
		for _, o := range plan.ViewsOf(f, pack) {
			views = append(views, o.ID)
		}
		if f.ID != "vl" && len(views) != 6 || f.ID == "vl" && len(views) != 3 {
			t.Fatalf("%s has the views %v", f.ID, views)
		}
		for _, a := range []plan.Audience{plan.Self, plan.Board} {
			var want map[string][]string
			for _, view := range views {
				p.Share.View = view
				e := plan.For(p, pack, a, "")
				if e.Info.View == nil || e.Info.View.ID != view {
					t.Fatalf("%s, %s for %s: view %+v", f.ID, view, a, e.Info.View)
				}
				got := shownIn(e)
				if want == nil {
					want = got
				}
				if !maps.EqualFunc(got, want, slices.Equal) {
					t.Errorf("seed %d, %s for %s: %v, want %v", seed, view, a, got, want)
				}
			}
			if n := len(want["goals"]); n != len(p.Goals) {
				t.Errorf("seed %d for %s: %d goals of %d", seed, a, n, len(p.Goals))
			}
			pieces := len(p.Evidence)
			if a == plan.Board {
				pieces = 0 // a board is not told what a piece is about
			}
			if n := len(want["evidence"]); n != pieces {
				t.Errorf("seed %d for %s: %d pieces of %d", seed, a, n, pieces)
			}
		}
	}
}

// shownIn is everything that the groups of an edition show together.
func shownIn(e plan.Edition) map[string][]string {
	all := map[string]map[string]bool{"goals": {}, "evidence": {}, "competences": {}}
	for _, c := range e.Covered() {
		for _, g := range c.Goals {
			all["goals"][g.ID] = true
		}
		for _, x := range c.Evidence {
			all["evidence"][x.ID] = true
		}
		for _, id := range c.Competences {
			all["competences"][id] = true
		}
	}
	out := map[string][]string{}
	for what, ids := range all {
		out[what] = slices.Sorted(maps.Keys(ids))
	}
	return out
}

func TestAViewIsAChoice(t *testing.T) {
	pack, p := packOf(t), starter(t)
	if v := plan.For(p, pack, plan.Board, "").Info.View; v != nil {
		t.Errorf("a board gets a view that nobody chose: %+v", v)
	}
	if v := plan.For(p, pack, plan.Self, "").Info.View; v == nil || v.ID != plan.ByArea {
		t.Errorf("one's own edition has the view %+v", v)
	}
	p.Share.View = "pos"
	e := plan.For(p, pack, plan.Board, "")
	if v := e.Info.View; v == nil || v.Name != "Vier kritische handelingen (POS)" || v.Groups[0].Name != "handelen in klassensituaties" {
		t.Errorf("view %+v", v)
	}
	for _, g := range e.Info.View.Groups {
		for _, id := range g.Competences {
			if _, ok := e.Competence(id); !ok {
				t.Errorf("%s has no words in the edition", id)
			}
		}
	}
	p.Share.View = "fg" // of another framework
	if v := plan.For(p, pack, plan.Board, "").Info.View; v == nil || v.ID != plan.ByArea {
		t.Errorf("a view of another framework gives %+v", v)
	}

	// Without the pack the view that came stays, as far as it is mentioned.
	p.Share.View = "pos"
	own := plan.For(p, pack, plan.Self, "").Document()
	own.Profile.Framework = "een-ander"
	again := plan.For(own, pack, plan.Board, "")
	want, got := shownIn(e), shownIn(again)
	if again.Info.View == nil || !maps.EqualFunc(got, want, slices.Equal) {
		t.Errorf("made of an edition: %v, want %v", got, want)
	}
	if len(again.Info.Gates) > 0 {
		t.Error("a board gets the order of a decision")
	}
}

func TestTheOrderOfADecision(t *testing.T) {
	pack, p := packOf(t), starter(t)
	f, _ := pack.Framework("nl-po")
	g, _ := f.Gate("basisbekwaam")
	groups := plan.GateOf(p, pack, f, g)
	lines := map[string]plan.GateLine{}
	for _, x := range groups {
		for _, l := range x.Lines {
			lines[l.Competence] = l
		}
	}
	if len(groups) != 4 || len(lines) != len(f.CompetenceIDs()) {
		t.Errorf("%d groups, %d lines", len(groups), len(lines))
	}
	named := map[string]bool{}
	for _, x := range p.Evidence {
		for _, id := range x.Competences {
			named[x.ID] = named[x.ID] || slices.ContainsFunc(lines[id].Evidence, func(e plan.Evidence) bool { return e.ID == x.ID })
		}
	}
	for id, there := range named {
		if !there {
			t.Errorf("the piece %s is in no line", id)
		}
	}
	e := plan.For(p, pack, plan.Self, "")
	if len(e.Info.Gates) != 1 || len(e.Info.Gates[0].Groups) != 4 || e.Info.Gates[0].Groups[0].Lines[0].Sentence == "" {
		t.Errorf("in one's own edition %+v", e.Info.Gates)
	}
	p.Evidence = nil
	if len(plan.For(p, pack, plan.Self, "").Info.Gates) > 0 {
		t.Error("an order of nothing")
	}
}
