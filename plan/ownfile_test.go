package plan_test

import (
	"slices"
	"strings"
	"testing"

	"bekwaam/plan"
)

// computer keeps a plan, what it went through and its history, as a store does.
type ownComputer struct {
	t     *testing.T
	p     plan.Plan
	trail plan.Trail
	at    map[string]plan.Plan
	kept  []plan.Plan
}

func (c *ownComputer) now(p plan.Plan) {
	d := plan.StateDigest(p)
	c.p, c.trail = p, append(plan.Trail{d}, c.trail...)
	c.kept = append(c.kept, p)
	if c.at == nil {
		c.at = map[string]plan.Plan{}
	}
	c.at[d] = p
}

func (c *ownComputer) ask(words string) {
	x, err := plan.AskCoach(c.p, words)
	if err != nil {
		c.t.Fatal(err)
	}
	c.now(x.Plan)
}

func (c *ownComputer) file() plan.Plan {
	doc, _, err := plan.Read(plan.For(c.p, packOf(c.t), plan.Self, "").WithAncestors(c.trail).Payload())
	if err != nil || !plan.CheckPackage(doc) {
		c.t.Fatalf("cannot be read again: %v", err)
	}
	return doc
}

func (c *ownComputer) take(doc plan.Plan, pick plan.Pick) plan.OwnFile {
	c.t.Helper()
	x, err := plan.TakeOwn(c.p, doc, doc, c.trail, func(at int) plan.Plan {
		for _, d := range c.trail[at:] {
			if p, ok := c.at[strings.TrimSuffix(d, "~")]; ok {
				return p
			}
		}
		return plan.Plan{}
	}, func(plan.Conflict) plan.Pick { return pick })
	if err != nil {
		c.t.Fatal(err)
	}
	if len(x.Changes) > 0 {
		for _, change := range x.Changes {
			c.now(change.Plan)
		}
		c.trail = append(plan.Trail{plan.StateDigest(c.p)}, x.Trail...)
	}
	return x
}

// Both computers choose otherwise of one fork, and meet again: the same field
// is asked about once more, and neither gives way in silence.
func TestBothChoseOtherwise(t *testing.T) {
	home, school := &ownComputer{t: t}, &ownComputer{t: t}
	home.now(drafted(t))
	school.now(home.p)
	home.ask("thuis")
	school.ask("school")
	fromHome, fromSchool := home.file(), school.file()
	home.take(fromSchool, plan.PickMine)
	school.take(fromHome, plan.PickMine)
	if home.p.QuestionToCoach != "thuis" || school.p.QuestionToCoach != "school" {
		t.Fatalf("chose %q and %q", home.p.QuestionToCoach, school.p.QuestionToCoach)
	}
	fromHome, fromSchool = home.file(), school.file()
	x, y := home.take(fromSchool, plan.PickEither), school.take(fromHome, plan.PickEither)
	if x.Descent != plan.DescentFork || len(x.Conflicts) != 1 || len(y.Conflicts) != 1 {
		t.Errorf("%d with %v, %v", x.Descent, x.Conflicts, y.Conflicts)
	}
	if a, b := plan.StateDigest(home.p), plan.StateDigest(school.p); a != b {
		t.Errorf("%q and %q", home.p.QuestionToCoach, school.p.QuestionToCoach)
	}
	if x := home.take(school.file(), plan.PickEither); x.Descent != plan.DescentSame {
		t.Errorf("then they are %d", x.Descent)
	}
	school.ask("verder")
	if x := home.take(school.file(), plan.PickEither); x.Descent != plan.DescentNewer || home.p.QuestionToCoach != "verder" {
		t.Errorf("what goes on from there is %d, %q", x.Descent, home.p.QuestionToCoach)
	}
	for _, words := range []string{"thuis", "school"} {
		for _, c := range []*ownComputer{home, school} {
			if !slices.ContainsFunc(c.kept, func(p plan.Plan) bool { return p.QuestionToCoach == words }) {
				t.Errorf("%q is lost", words)
			}
		}
	}
}

// What was taken back here and never there goes along with the next file; a
// file of before is older.
func TestTakenBack(t *testing.T) {
	home, school := &ownComputer{t: t}, &ownComputer{t: t}
	home.now(drafted(t))
	first := home.p
	home.ask("weg ermee")
	school.take1(home)
	home.now(first) // undo
	if x := home.take(school.file(), plan.PickEither); x.Descent != plan.DescentOlder || home.p.QuestionToCoach != first.QuestionToCoach {
		t.Errorf("what was taken back comes again: %d", x.Descent)
	}
	if x := school.take(home.file(), plan.PickEither); x.Descent != plan.DescentNewer || school.p.QuestionToCoach != first.QuestionToCoach {
		t.Errorf("what was taken back stays there: %d", x.Descent)
	}
}

// take1 is the first file of a plan.
func (c *ownComputer) take1(from *ownComputer) {
	doc := from.file()
	doc.EditionInfo = nil
	c.now(doc)
}

// What one side froze stays; the other's words come into the version after.
func TestMergeWithAFrozenVersion(t *testing.T) {
	base := drafted(t)
	signed, err := plan.Sign(base, noor, "")
	if err != nil {
		t.Fatal(err)
	}
	c, err := plan.AskCoach(base, "Nog dit?")
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range [][2]plan.Plan{{signed.Plan, c.Plan}, {c.Plan, signed.Plan}} {
		got, err := plan.Merge(base, x[0], x[1], nil)
		if err != nil {
			t.Fatal(err)
		}
		if p := got.Plan; p.Frozen() || p.WorkingVersion != 2 || p.QuestionToCoach != "Nog dit?" || p.SignedVersion() != 1 {
			t.Errorf("version %d, frozen %t, %q", p.WorkingVersion, p.Frozen(), p.QuestionToCoach)
		}
	}
	got, err := plan.Merge(base, signed.Plan, base, nil)
	if err != nil || !got.Plan.Frozen() {
		t.Errorf("nothing was written, yet it is not frozen any more: %v", err)
	}
	other, err := plan.Sign(c.Plan, plan.Actor{Name: noor.Name, At: noor.At.AddDate(0, 0, 1)}, "")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := plan.Merge(base, signed.Plan, other.Plan, nil); plan.Code(err) != plan.CodeFrozen {
		t.Errorf("one version signed twice: %v", err)
	}
	closed := base.Clone()
	closed.State = plan.Closed
	if _, err := plan.Merge(base, closed, c.Plan, nil); plan.Code(err) != plan.CodeClosed {
		t.Errorf("written on in a closed year: %v", err)
	}
}

// Both texts may stay, one below the other, where they are sentences.
func TestMergeBoth(t *testing.T) {
	base := drafted(t)
	edit := func(words string, month int) plan.Plan {
		c, err := plan.EditGoal(base, "d1", "signs", func(g *plan.Goal) { g.Signs, g.Deadline.Month = words, month })
		if err != nil {
			t.Fatal(err)
		}
		return c.Plan
	}
	got, err := plan.Merge(base, edit("Een.", 4), edit("Twee.", 5), func(plan.Conflict) plan.Pick { return plan.PickBoth })
	if err != nil || len(got.Conflicts) != 2 {
		t.Fatalf("%v, %v", got.Conflicts, err)
	}
	for _, g := range got.Plan.Goals {
		if g.ID == "d1" && (g.Signs != "Een.\nTwee." || g.Deadline.Month != 5) {
			t.Errorf("%q, %v", g.Signs, g.Deadline)
		}
	}
	for _, x := range got.Conflicts {
		if x.Both() != (x.Field == "signs") {
			t.Errorf("%v: both %t", x, x.Both())
		}
	}
}
