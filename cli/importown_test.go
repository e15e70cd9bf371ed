package cli

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bekwaam/plan"
	"bekwaam/store"
	"bekwaam/templates"
)

// A computer of a person, with a store of its own.
type computer struct {
	*desk
	t *testing.T
}

func newComputer(t *testing.T) computer {
	w, _ := testWorld(t)
	return computer{testDesk(t, w), t}
}

// do carries out acts as the screens do.
func (c computer) do(id string, act ...func(plan.Plan) (plan.Change, error)) {
	c.t.Helper()
	p, err := c.st.Load(id)
	if err != nil {
		c.t.Fatal(err)
	}
	var list []store.Entry
	for _, f := range act {
		x, err := f(p)
		if err != nil {
			c.t.Fatal(err)
		}
		p = x.Plan
		list = append(list, store.Entry{Plan: p, Rev: plan.Revision{By: "Noor", Act: x.Act}})
	}
	if _, err := c.st.AppendAll(list); err != nil {
		c.t.Fatal(err)
	}
}

// file exports everything of a plan.
func (c computer) file(id string) string {
	c.t.Helper()
	p, err := c.st.Load(id)
	if err != nil {
		c.t.Fatal(err)
	}
	path := filepath.Join(c.t.TempDir(), id+".json")
	if err := c.export(p, exportFlags{output: path, audience: "self", format: "json"}); err != nil {
		c.t.Fatal(err)
	}
	return path
}

// take imports a file and returns the last revision before and after.
func (c computer) take(id, path string, flags importFlags) (before, after int) {
	c.t.Helper()
	was, _ := c.st.Load(id)
	flags.later = map[string][]plan.Plan{}
	if err := c.importFiles([]string{path}, flags); err != nil {
		c.t.Fatal(err)
	}
	return was.Revision, c.load(id).Revision
}

func (c computer) load(id string) plan.Plan {
	c.t.Helper()
	p, err := c.st.Load(id)
	if err != nil {
		c.t.Fatal(err)
	}
	return p
}

func (c computer) digestOf(id string) string { return plan.StateDigest(c.load(id)) }

// everything is every text that a plan ever held here.
func (c computer) everything(id string) string {
	c.t.Helper()
	revs, err := c.st.AllRevisions(id)
	if err != nil {
		c.t.Fatal(err)
	}
	var b strings.Builder
	for _, r := range revs {
		p, err := c.st.LoadRevision(id, r.N)
		if err != nil {
			c.t.Fatal(err)
		}
		b.Write(plan.WriteJSON(p))
	}
	return b.String()
}

type act = func(plan.Plan) (plan.Change, error)

// someActs are up to n random acts, with every text that they type.
func someActs(rng *rand.Rand, mark string, n int) (acts []act, typed []string) {
	words := func() string {
		typed = append(typed, fmt.Sprintf("«%s%d»", mark, len(typed)))
		return typed[len(typed)-1]
	}
	for i := range 1 + rng.IntN(n) {
		id, s, k, at := fmt.Sprintf("%s-%d", mark, i), words(), rng.IntN(10), rng.IntN(100)
		acts = append(acts, func(p plan.Plan) (plan.Change, error) {
			goal := ""
			if len(p.Goals) > 0 {
				goal = p.Goals[at%len(p.Goals)].ID
			}
			switch {
			case k == 0 || goal == "":
				return plan.AddGoal(p, plan.Goal{ID: id, Question: s})
			case k == 1 && len(p.Goals) > 1:
				return plan.RemoveGoal(p, goal)
			case k < 4:
				return plan.EditGoal(p, goal, "signs", func(g *plan.Goal) { g.Signs = s })
			case k == 4:
				return plan.EditGoal(p, goal, "title", func(g *plan.Goal) { g.Title = s })
			case k == 5:
				return plan.AddActivities(p, plan.Activity{ID: id, Kind: "overig", Description: s, Goals: []string{goal}})
			case k == 6 && len(p.Activities) > 0:
				return plan.EditActivity(p, p.Activities[at%len(p.Activities)].ID, "description", func(a *plan.Activity) { a.Description = s })
			case k == 7:
				return plan.AnswerOpen(p, "trots", s)
			case k == 8:
				return plan.EditConditions(p, "promises", func(x *plan.Conditions) { x.Promises = append(x.Promises, s) })
			}
			return plan.AskCoach(p, s)
		})
	}
	return acts, typed
}

// startPlan is what both computers begin with.
func startPlan(t *testing.T) plan.Plan {
	t.Helper()
	pack, err := templates.Pack()
	if err != nil {
		t.Fatal(err)
	}
	c, err := plan.New("p", "2026-2027", pack, "nl-po", "nl")
	if err != nil {
		t.Fatal(err)
	}
	p := c.Plan
	p.Profile.Name = "Noor Bakker"
	p.Goals = []plan.Goal{{ID: "g1", Title: "Rust"}, {ID: "g2", Question: "Hoe praat ik met ouders?"}, {ID: "g3", Signs: "Ze weten wat ze doen."}}
	p.Activities = []plan.Activity{{ID: "a1", Kind: "overig", Description: "Meekijken", Goals: []string{"g1"}, Status: plan.Planned}, {ID: "a2", Kind: "overig", Goals: []string{"g2"}, Status: plan.Planned}}
	p.Agreements = []plan.Agreement{{ID: "af1", What: "Een uur per week", Who: "Karim"}}
	return p
}

// Random forks between two computers of one person, a hundred in CI, by files
// that are exported and imported. Two pairs of computers write the same: of
// one each takes in the file of the other, of the other the first merges and
// the second takes in what came of it, in turns. All four end with the same
// plan, every text that anybody typed can be read on both computers, and no
// file changes anything a second time.
func TestRandomForksByFiles(t *testing.T) {
	forks := uint64(4)
	if os.Getenv("CI") == "true" {
		forks = 100
	}
	start := startPlan(t)
	a, b, c, d := newComputer(t), newComputer(t), newComputer(t), newComputer(t)
	conflicts := 0
	for seed := range forks {
		rng := rand.New(rand.NewPCG(seed, 5))
		id := fmt.Sprintf("p%d", seed)
		start.ID = id
		known, shared := someActs(rng, "b", 4)
		for _, one := range []computer{a, c} {
			if _, err := one.st.Append(store.Entry{Plan: start, Rev: plan.Revision{Act: plan.Act{Name: "new"}}}); err != nil {
				t.Fatal(err)
			}
			one.do(id, known...)
		}
		first := a.file(id)
		for _, other := range []computer{b, d} {
			other.take(id, first, importFlags{})
		}
		xs, xWords := someActs(rng, "x", 15)
		ys, yWords := someActs(rng, "y", 15)
		for _, one := range []computer{a, c} {
			one.do(id, xs...)
		}
		for _, other := range []computer{b, d} {
			other.do(id, ys...)
		}
		fromA, fromB := a.file(id), b.file(id)
		a.take(id, fromB, importFlags{})
		b.take(id, fromA, importFlags{})
		if seed%2 == 1 {
			c, d = d, c
		}
		c.take(id, d.file(id), importFlags{})
		d.take(id, c.file(id), importFlags{})
		want := a.digestOf(id)
		for i, other := range []computer{b, c, d} {
			if got := other.digestOf(id); got != want {
				t.Fatalf("seed %d: computer %d has another plan: %v", seed, i+2, plan.Diff(a.load(id), other.load(id)))
			}
		}
		if seed%2 == 1 {
			c, d = d, c
		}
		for i, one := range []computer{a, b, c, d} {
			for _, path := range []string{fromA, fromB} {
				if was, is := one.take(id, path, importFlags{}); is != was {
					t.Fatalf("seed %d: computer %d takes in a file once more", seed, i+1)
				}
			}
		}
		hereA, hereB := a.everything(id), b.everything(id)
		for _, words := range slices.Concat(shared, xWords, yWords) {
			stood := strings.Contains(read(t, fromA)+read(t, fromB), words)
			if inA, inB := strings.Contains(hereA, words), strings.Contains(hereB, words); stood && !(inA && inB) {
				t.Fatalf("seed %d: %q is lost: %t, %t", seed, words, inA, inB)
			}
		}
		revs, err := a.st.AllRevisions(id)
		if err != nil {
			t.Fatal(err)
		}
		if slices.ContainsFunc(revs, func(r plan.Revision) bool { return r.Act.Name == plan.ActMerge }) {
			conflicts++
		}
	}
	if conflicts < int(forks)/2 {
		t.Errorf("%d merges in %d forks", conflicts, forks)
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
