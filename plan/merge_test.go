package plan_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"bekwaam/plan"
	"bekwaam/text"
)

// drafted is the worked case as a draft with everything in it.
func drafted(t *testing.T) plan.Plan {
	p := starter(t)
	p.State, p.Signatures, p.Versions, p.Moves, p.WorkingVersion = plan.Draft, nil, nil, nil, 1
	if p.ID == "" {
		p.ID = "p"
	}
	return p
}

// Random forks between two computers of one person, a hundred in CI: the same
// plan in either order, every text of both sides in the plan or in what gave
// way to another text, and the same again changes nothing.
func TestRandomForks(t *testing.T) {
	forks := uint64(30)
	if os.Getenv("CI") == "true" {
		forks = 100
	}
	start := drafted(t)
	conflicts := 0
	for seed := range forks {
		rng := rand.New(rand.NewPCG(seed, 23))
		base := someEdits(t, rng, start, "b", 4)
		x, y := someEdits(t, rng, base, "x", 20), someEdits(t, rng, base, "y", 20)
		known := base
		if seed%10 == 9 {
			known = plan.Plan{}
		}
		one, err := plan.Merge(known, x, y, nil)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		two, err := plan.Merge(known, y, x, nil)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if !bytes.Equal(plan.WriteJSON(one.Plan), plan.WriteJSON(two.Plan)) {
			t.Fatalf("seed %d: another plan in the other order: %v", seed, plan.Diff(one.Plan, two.Plan))
		}
		if len(one.Conflicts) != len(two.Conflicts) {
			t.Fatalf("seed %d: %d conflicts, %d in the other order", seed, len(one.Conflicts), len(two.Conflicts))
		}
		conflicts += len(one.Conflicts)
		kept := string(plan.WriteJSON(one.Plan))
		for _, c := range one.Conflicts {
			kept += c.Mine + "\n" + c.Theirs + "\n"
		}
		before := string(plan.WriteJSON(base))
		here, there := string(plan.WriteJSON(x)), string(plan.WriteJSON(y))
		for _, words := range append(typed(here), typed(there)...) {
			if !strings.Contains(before, words) && !strings.Contains(kept, words) {
				t.Fatalf("seed %d: %q is lost", seed, words)
			}
		}
		for _, side := range []plan.Plan{x, y} {
			again, err := plan.Merge(side, one.Plan, side, nil)
			if err != nil || len(again.Conflicts) > 0 || plan.StateDigest(again.Plan) != plan.StateDigest(one.Plan) {
				t.Fatalf("seed %d: the same again changes the plan: %v %v", seed, err, plan.Diff(one.Plan, again.Plan))
			}
		}
	}
	if conflicts < int(forks) {
		t.Errorf("%d conflicts in %d forks: they hardly meet", conflicts, forks)
	}
}

// typed are the texts that someEdits wrote, «x3» and the like.
func typed(doc string) []string {
	var out []string
	for _, part := range strings.Split(doc, "«")[1:] {
		words, _, _ := strings.Cut(part, "»")
		out = append(out, "«"+words+"»")
	}
	return out
}

// someEdits goes on from p by up to n random acts, whose texts begin with mark.
func someEdits(t *testing.T, rng *rand.Rand, p plan.Plan, mark string, n int) plan.Plan {
	t.Helper()
	count := 0
	words := func() string { count++; return fmt.Sprintf("«%s%d»", mark, count) }
	id := func() string { count++; return fmt.Sprintf("%s-%d", mark, count) }
	for range rng.IntN(n + 1) {
		var c plan.Change
		var err error
		goal := func() string { return p.Goals[rng.IntN(len(p.Goals))].ID }
		switch k := rng.IntN(12); {
		case k == 0 || len(p.Goals) == 0:
			c, err = plan.AddGoal(p, plan.Goal{ID: id(), Question: words()})
		case k == 1:
			c, err = plan.RemoveGoal(p, goal())
		case k < 4:
			c, err = plan.EditGoal(p, goal(), "signs", func(g *plan.Goal) { g.Signs = words() })
		case k == 4:
			c, err = plan.EditGoal(p, goal(), "title", func(g *plan.Goal) {
				g.Title, g.Competences = words(), append(g.Competences, "nl-po/"+id())
			})
		case k == 5:
			c, err = plan.AddActivities(p, plan.Activity{ID: id(), Kind: "overig", Description: words(), Goals: []string{goal()}})
		case k == 6 && len(p.Activities) > 0:
			at := p.Activities[rng.IntN(len(p.Activities))].ID
			c, err = plan.EditActivity(p, at, "description", func(a *plan.Activity) { a.Description = words() })
		case k == 7 && len(p.Activities) > 0:
			c, err = plan.RemoveActivity(p, p.Activities[rng.IntN(len(p.Activities))].ID)
		case k == 8:
			c, err = plan.AnswerOpen(p, []string{"trots", "energie"}[rng.IntN(2)], words())
		case k == 9:
			c, err = plan.AskCoach(p, words())
		case k == 10:
			c, err = plan.EditConditions(p, "promises", func(x *plan.Conditions) { x.Promises = append(x.Promises, words()) })
		default:
			c, err = plan.EditView(p, []string{"nl-po/a", "nl-po/b"}[rng.IntN(2)], func(v *plan.View) { v.Want, v.Note = 1+rng.IntN(4), words() })
		}
		if err != nil {
			t.Fatal(err)
		}
		p = c.Plan
	}
	return p
}

func TestMerge(t *testing.T) {
	base := drafted(t)
	edit := func(c plan.Change, err error) plan.Plan {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return c.Plan
	}
	signs := func(p plan.Plan, s string) plan.Plan {
		return edit(plan.EditGoal(p, "d1", "signs", func(g *plan.Goal) { g.Signs = s }))
	}
	title := func(p plan.Plan, s string) plan.Plan {
		return edit(plan.EditGoal(p, "d1", "title", func(g *plan.Goal) { g.Title = s }))
	}
	gone := edit(plan.RemoveGoal(base, "d1"))
	d1 := func(p plan.Plan) *plan.Goal {
		for _, g := range p.Goals {
			if g.ID == "d1" {
				return &g
			}
		}
		return nil
	}
	for name, x := range map[string]struct {
		mine, theirs plan.Plan
		pick         plan.Pick
		signs, title string
		conflicts    int
		gone         bool
	}{
		"two fields":         {signs(base, "A"), title(base, "B"), plan.PickEither, "A", "B", 0, false},
		"one field":          {title(signs(base, "A"), "T"), title(signs(base, "B"), "T"), plan.PickEither, "B", "T", 1, false},
		"mine":               {title(signs(base, "A"), "T"), title(signs(base, "B"), "T"), plan.PickMine, "A", "T", 1, false},
		"theirs":             {title(signs(base, "B"), "T"), title(signs(base, "A"), "T"), plan.PickTheirs, "A", "T", 1, false},
		"emptied and edited": {title(signs(base, ""), "T"), title(signs(base, "A"), "T"), plan.PickEither, "A", "T", 1, false},
		"taken away":         {gone, base, plan.PickEither, "", "", 0, true},
		"taken and edited":   {gone, title(signs(base, "A"), "T"), plan.PickEither, "A", "T", 0, false},
	} {
		got, err := plan.Merge(base, x.mine, x.theirs, func(plan.Conflict) plan.Pick { return x.pick })
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		g := d1(got.Plan)
		if g == nil || x.gone {
			if (g == nil) != x.gone {
				t.Errorf("%s: the goal is there: %t", name, g != nil)
			}
			continue
		}
		if g.Signs != x.signs || g.Title != x.title || len(got.Conflicts) != x.conflicts {
			t.Errorf("%s: %q %q, %d conflicts, want %q %q, %d", name, g.Signs, g.Title, len(got.Conflicts), x.signs, x.title, x.conflicts)
		}
	}
}

// A goal that one side took away comes back where the other refers to it, and
// what does not hold together is taken from one side whole.
func TestMergeHolds(t *testing.T) {
	base := drafted(t)
	gone, err := plan.RemoveGoal(base, "d1")
	if err != nil {
		t.Fatal(err)
	}
	added, err := plan.AddActivities(base, plan.Activity{ID: "nieuw", Kind: "overig", Goals: []string{"d1"}})
	if err != nil {
		t.Fatal(err)
	}
	got, err := plan.Merge(base, gone.Plan, added.Plan, nil)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(got.Plan.Goals, func(g plan.Goal) bool { return g.ID == "d1" }) {
		t.Error("an activity refers to a goal that is gone")
	}
	a, b := base.Clone(), base.Clone()
	a.Profile.EmployedFrom, b.Profile.EmployedTo = text.Date{Year: 2027, Month: 3, Day: 1}, text.Date{Year: 2026, Month: 12, Day: 1}
	if got, err = plan.Merge(base, a, b, nil); err != nil || len(got.Conflicts) != 1 || got.Conflicts[0].Block != "profile" {
		t.Errorf("a job that ends before it begins: %v, %v", got.Conflicts, err)
	}
}
func TestDescent(t *testing.T) {
	first := drafted(t)
	c, err := plan.AskCoach(first, "Een")
	if err != nil {
		t.Fatal(err)
	}
	second := c.Plan
	if c, err = plan.AskCoach(first, "Twee"); err != nil {
		t.Fatal(err)
	}
	other := c.Plan
	state := plan.StateDigest
	file := func(p plan.Plan, digests ...string) plan.Plan {
		doc, _, err := plan.Read(plan.For(p, packOf(t), plan.Self, "").WithAncestors(digests).Payload())
		if err != nil || !plan.CheckPackage(doc) {
			t.Fatalf("cannot be read again: %v", err)
		}
		return doc
	}
	for name, x := range map[string]struct {
		doc  plan.Plan
		here plan.Trail
		want plan.Descent
		base int
	}{
		"same":    {file(second, state(second), state(first)), plan.Trail{state(second), state(first)}, plan.DescentSame, 0},
		"newer":   {file(second, state(second), state(first)), []string{state(first)}, plan.DescentNewer, 0},
		"older":   {file(first, state(first)), plan.Trail{state(second), state(first)}, plan.DescentOlder, 1},
		"fork":    {file(other, state(other), state(first)), plan.Trail{state(second), state(first)}, plan.DescentFork, 1},
		"strange": {file(other, state(other)), []string{state(second)}, plan.DescentFork, -1},
		"unsaid":  {file(other), []string{state(second)}, plan.DescentUnknown, -1},
	} {
		if got, base := plan.DescentOf(x.doc, x.here); got != x.want || base != x.base {
			t.Errorf("%s: %d from %d, want %d from %d", name, got, base, x.want, x.base)
		}
	}
	board := plan.For(second, packOf(t), plan.Board, "").WithAncestors([]string{"x"})
	if board.Info.Ancestors != nil {
		t.Error("a board learns what the plan was before")
	}
}
