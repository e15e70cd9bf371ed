package plan_test

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"bekwaam/continuum"
	"bekwaam/plan"
)

// TestRemapLosesNothing moves random plans to frameworks changed at random.
func TestRemapLosesNothing(t *testing.T) {
	for seed := range uint64(24) {
		r := rand.New(rand.NewPCG(seed, 3))
		from, _ := packOf(t).Framework([]string{"nl-po", "vl"}[seed%2])
		p, v := written(t, r, from), changed(t, r, from)
		choices := map[string][]string{}
		for old, halves := range v.split {
			if r.IntN(2) == 0 {
				choices[old] = halves
			}
		}
		c, report, err := plan.Remap(p, from, v.f, choices)
		if err != nil {
			t.Fatal(err)
		}
		q := c.Plan
		if !bytes.Equal(plan.WriteJSON(without(q)), plan.WriteJSON(without(p))) {
			t.Fatalf("seed %d: something else changed", seed)
		}
		have := where(q)
		for _, link := range where(p) {
			place, id := idIn(link)
			want := []string{id}
			switch {
			case place == "observations/o2" || strings.HasPrefix(place, "reading/o2"): // a record
			case v.now[id] != "":
				want = []string{v.now[id]}
			case len(choices[id]) > 0:
				want = choices[id]
			}
			for _, now := range want {
				if !slices.Contains(have, place+" "+now) {
					t.Errorf("seed %d: %s is %s, and not there: %v", seed, link, now, have)
				}
			}
		}
		reachable(t, q, v.f)
		for old, halves := range v.split {
			undecided := slices.ContainsFunc(report.Undecided, func(m plan.Moved) bool { return m.From == old && slices.Equal(m.To, halves) })
			if named := strings.Contains(strings.Join(where(p), "\n"), old); undecided != (named && choices[old] == nil) {
				t.Errorf("seed %d: %s is undecided: %v", seed, old, undecided)
			}
		}
		if len(report.Beside) > 0 {
			t.Errorf("seed %d: views beside others %v", seed, report.Beside)
		}
		if q.Pin.Digest != v.f.Digest || c.Act.Name != "remap" {
			t.Errorf("seed %d: pinned %v", seed, q.Pin)
		}
		back, _, err := plan.Remap(q, v.f, from, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range p.Views {
			if !slices.ContainsFunc(back.Plan.Views, func(x plan.View) bool { return x.Note == w.Note && x.Fits == w.Fits }) {
				t.Errorf("seed %d: there and back, the view %q is gone", seed, w.Note)
			}
		}
		reachable(t, back.Plan, from)
	}
}

// reachable wants every competence that a plan names to be in the framework
// or among the orphans, with words and with what names it, and the document to
// come back as it was.
func reachable(t *testing.T, p plan.Plan, f *continuum.Framework) {
	t.Helper()
	orphans := map[string]plan.Orphan{}
	for _, o := range plan.Orphans(p, f) {
		orphans[o.ID] = o
		if o.Words.Name == "" || len(o.Words.Phases) != 3 || len(o.Where) == 0 {
			t.Errorf("nobody can see what %s was: %+v", o.ID, o)
		}
	}
	for _, link := range where(p) {
		place, id := idIn(link)
		_, _, there := f.Competence(id)
		o, orphan := orphans[id]
		if there == orphan {
			t.Errorf("%s: in the framework %v, an orphan %v", link, there, orphan)
		}
		if item := strings.HasPrefix(place, "evidence/") || strings.HasPrefix(place, "goals/"); orphan && item && !slices.Contains(o.Where, place) {
			t.Errorf("%s is not named by its orphan: %v", link, o.Where)
		}
	}
	again, _, err := plan.Read(plan.WriteJSON(p))
	if err != nil || !bytes.Equal(plan.WriteJSON(again), plan.WriteJSON(p)) {
		t.Errorf("it does not come back as it was (%v)", err)
	}
	// What goes to others has the words as well, and of nothing else.
	e := plan.For(p, packOf(t), plan.Board, "")
	for _, g := range p.Goals {
		for _, id := range g.Competences {
			if o, ok := orphans[id]; ok {
				if s, there := e.Competence(id); !there || s.Name != o.Words.Name {
					t.Errorf("the board does not get the words of %s", id)
				}
			}
		}
	}
	if len(e.Plan.Gone) > 0 {
		t.Error("words of what only the teacher names go along")
	}
}

func TestRemapWhereTwoBecomeOne(t *testing.T) {
	from, _ := packOf(t).Framework("nl-po")
	p := newPlan(t)
	a, b, c := "nl-po/klimaat/relatie", "nl-po/klimaat/groep", "nl-po/klimaat/gedrag"
	p.Views = []plan.View{{Competence: a, Fits: "start", Note: "a"}, {Competence: b, Fits: "basis", Note: "b"}, {Competence: c, Fits: "vak", Note: "c"}}
	p.Goals = []plan.Goal{{ID: "d1", Competences: []string{a, b}, Aims: []plan.Aim{{Competence: a, Phase: "vak"}, {Competence: b, Phase: "basis"}}}}
	got, report, err := plan.Remap(p, from, from, map[string][]string{a: {b}, c: {a, "nl-po/niet/hier"}})
	if err != nil {
		t.Fatal(err)
	}
	// a finds its place taken and stays, so c stays too.
	if q := got.Plan; q.ViewOf(a).Note != "a" || q.ViewOf(b).Note != "b" || q.ViewOf(c).Note != "c" || len(q.Views) != 3 {
		t.Errorf("views %+v", q.Views)
	}
	if !slices.Equal(report.Beside, []string{a, c}) {
		t.Errorf("beside %v", report.Beside)
	}
	if g := got.Plan.Goals[0]; !slices.Equal(g.Competences, []string{b, a}) || len(g.Aims) != 2 {
		t.Errorf("goal %+v", g)
	}

	// A round of three all find a place.
	got, report, err = plan.Remap(p, from, from, map[string][]string{a: {b}, b: {c}, c: {a}})
	if err != nil || len(report.Beside) != 0 {
		t.Fatal(err, report)
	}
	if q := got.Plan; q.ViewOf(b).Note != "a" || q.ViewOf(c).Note != "b" || q.ViewOf(a).Note != "c" {
		t.Errorf("views %+v", q.Views)
	}
}

func TestRemapToAnotherSector(t *testing.T) {
	pack := packOf(t)
	po, _ := pack.Framework("nl-po")
	vo, _ := pack.Framework("nl-vo")
	vl, _ := pack.Framework("vl")
	p := starter(t)
	c, report, err := plan.Remap(p, po, vo, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(plan.Orphans(c.Plan, vo)) > 0 || len(report.Stayed) > 0 || !slices.Contains(report.Changed, "nl-vo/klimaat/relatie") {
		t.Errorf("to secondary education %+v", report)
	}
	if !slices.Equal(report.Added, []string{"nl-vo/organisatie/veel-klassen", "nl-vo/inhoud/lob", "nl-vo/partnerschap/mentoraat"}) {
		t.Errorf("new there %v", report.Added)
	}
	if c.Plan.Profile.Framework != "nl-vo" || c.Plan.Profile.Sector != "vo" || c.Plan.ViewOf("nl-vo/klimaat/relatie").Note != p.ViewOf("nl-po/klimaat/relatie").Note {
		t.Error("the views did not go along")
	}

	c, err = plan.EditProfile(p, pack, "framework", func(pr *plan.Profile) { pr.Framework = "vl" })
	if err != nil {
		t.Fatal(err)
	}
	q := c.Plan
	if pr := q.Profile; pr.Employment != "vl-tabd" || pr.Sector != "" || pr.Coach.Role != "mentor-vl" || pr.Manager.Role != "evaluator-vl" {
		t.Errorf("profile %+v, coach %+v, manager %+v", pr, pr.Coach, pr.Manager)
	}
	if len(q.Views) != len(p.Views) || len(plan.Orphans(q, vl)) == 0 {
		t.Error("views are lost on the way to Flanders")
	}
	reachable(t, q, vl)
	c, err = plan.EditProfile(q, pack, "framework", func(pr *plan.Profile) { pr.Framework = "nl-po" })
	if err != nil || len(plan.Orphans(c.Plan, po)) > 0 || len(c.Plan.Gone) > 0 || c.Plan.Profile.Employment != "bestuur" {
		t.Errorf("back home there are orphans (%v)", err)
	}
}
