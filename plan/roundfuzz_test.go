package plan_test

import (
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"bekwaam/plan"
)

// Random rounds, a hundred of them in CI, with edits on both sides: no record is lost, the
// teacher has all records of both, the coach's copy is the last edition with
// the coach's own records, a file read twice changes nothing, and the order in
// which files come in does not matter.
func TestRandomRounds(t *testing.T) {
	rounds := uint64(20)
	if os.Getenv("CI") == "true" {
		rounds = 100
	}
	for seed := range rounds {
		r := newRound(t)
		r.lighten()
		rng := rand.New(rand.NewPCG(seed, 5))
		given := map[string]string{} // notes that went out, with their texts
		var returns []plan.Plan
		for range 2 + rng.IntN(4) {
			for range rng.IntN(4) {
				r.edit(rng)
			}
			doc := r.send()
			r.take(doc)
			if a := r.take(doc); a.Already == nil {
				t.Fatal("the coach read the same file twice")
			}
			for range rng.IntN(4) {
				r.edit(rng) // while the coach reads
			}
			for range rng.IntN(4) {
				about := []string{"d1", "plan", "conditions"}
				for _, g := range r.coach.plan.Goals {
					about = append(about, g.ID)
				}
				kind := plan.NoteKinds[rng.IntN(len(plan.NoteKinds))]
				if x := about[1+rng.IntN(len(about)-1)]; rng.IntN(3) > 0 {
					r.note(kind, x, r.id("tekst"))
				}
			}
			if rng.IntN(4) == 0 {
				continue // the coach says nothing this time
			}
			back := r.give([]string{plan.OutcomeDiscussed, plan.OutcomeQuestion}[rng.IntN(2)], "Omdat.")
			for _, n := range back.Notes {
				given[n.ID] = n.Text
			}
			returns = append(returns, back)
			if rng.IntN(3) > 0 {
				r.deliver(rng, returns)
				r.respond(rng)
			}
		}
		r.deliver(rng, returns)
		have := map[string]string{}
		for _, n := range r.teacher.plan.Notes {
			have[n.ID] = n.Text
		}
		if len(returns) > 0 && !maps.Equal(have, given) {
			t.Fatalf("seed %d: the teacher has %d notes, %d were given", seed, len(have), len(given))
		}
		r.take(r.send())
		r.same(seed)
	}
}

// edit changes something of the teacher's.
func (r *round) edit(rng *rand.Rand) {
	p := *r.teacher.plan
	var c plan.Change
	var err error
	switch goals := p.Goals; {
	case rng.IntN(5) == 0 || len(goals) == 0:
		c, err = plan.AddGoal(p, plan.Goal{ID: r.id("d"), Question: r.id("Hoe")})
	case rng.IntN(6) == 0 && len(goals) > 1:
		c, err = plan.RemoveGoal(p, goals[rng.IntN(len(goals))].ID)
	default:
		c, err = plan.EditGoal(p, goals[rng.IntN(len(goals))].ID, "title", func(g *plan.Goal) { g.Title = r.id("titel") })
	}
	r.teacher.do(r.t, c, err)
}

// deliver hands over all returns in a random order, some of them twice.
func (r *round) deliver(rng *rand.Rand, returns []plan.Plan) {
	for _, i := range rng.Perm(len(returns)) {
		for range 1 + rng.IntN(2) {
			before := r.teacher.plan.Clone()
			a, err := r.answer(returns[i])
			switch {
			case plan.Code(err) == plan.CodeOlder: // what came later holds it all
			case err != nil:
				r.t.Fatal(err)
			case a.Already != nil:
				if !a.Change.Same(before) {
					r.t.Fatal("a file read twice changes something")
				}
			default:
				if len(a.Refused) > 0 {
					r.t.Fatalf("refused %v", a.Refused)
				}
				if got, want := titles(a.Change.Plan), titles(before); !slices.Equal(got, want) {
					r.t.Fatalf("a return changed a text: %v, want %v", got, want)
				}
				r.teacher.keep(a.Change)
			}
		}
	}
}

func titles(p plan.Plan) []string {
	var out []string
	for _, g := range p.Goals {
		out = append(out, g.Title)
	}
	return out
}

// respond answers some notes.
func (r *round) respond(rng *rand.Rand) {
	for _, n := range r.teacher.plan.Notes {
		x := plan.Answer{ID: r.id("w"), Note: n.ID, By: r.teacher.me.Name, State: []string{plan.NoteAccepted, plan.NoteAnswered, plan.NoteSetAside}[rng.IntN(3)],
			Text: "Dank.", Made: r.id("g")}
		if rng.IntN(2) == 0 && r.teacher.plan.NoteState(n.ID) == plan.NoteOpen {
			c, err := plan.AnswerNote(*r.teacher.plan, x)
			r.teacher.do(r.t, c, err)
		}
	}
}

// same asks that the coach's copy is the teacher's plan as it was sent, with
// the coach's own records beside it.
func (r *round) same(seed uint64) {
	r.t.Helper()
	d, _ := r.teacher.plan.LastTo(r.coach.me)
	sent := r.file(&r.teacher, d)
	copied := r.coach.plan.Clone()
	if len(copied.Answers) != len(sent.Answers) {
		r.t.Fatalf("seed %d: %d answers, %d were sent", seed, len(copied.Answers), len(sent.Answers))
	}
	mine := map[string]bool{}
	for _, n := range copied.Notes {
		mine[n.ID] = true
	}
	for _, n := range sent.Notes {
		if !mine[n.ID] {
			r.t.Fatalf("seed %d: the coach lost note %s", seed, n.ID)
		}
	}
	copied.Notes, sent.Notes, copied.Received, copied.Sent, copied.Review, copied.Moves = nil, nil, nil, nil, nil, nil
	copied.Revision = sent.Revision
	if got, want := string(plan.WriteJSON(copied)), string(plan.WriteJSON(sent)); got != want {
		r.t.Fatalf("seed %d: the coach's copy is not what was sent", seed)
	}
}

// The coach round of the worked case: what is kept, what a note is about now,
// what is refused, what the coach is shown.
func TestRoundOfTheCase(t *testing.T) {
	r := newRound(t)
	full := starter(t)
	full.State, full.Signatures, full.Versions, full.Moves = plan.Draft, nil, nil, nil
	for i := range full.Notes {
		full.Notes[i].Key = r.coach.me.Key
	}
	r.teacher.plan = &full
	before := len(full.Notes)
	r.take(r.send())

	edit := func(c plan.Change, err error) { t.Helper(); r.teacher.do(t, c, err) }
	edit(plan.EditGoal(*r.teacher.plan, "d1", "signs", func(g *plan.Goal) { g.Signs = "In twintig minuten hooguit twee." }))
	q := r.teacher.plan.Clone()
	for i := range q.Evaluation.PerGoal {
		if q.Evaluation.PerGoal[i].Goal == "d2" {
			q.Evaluation.PerGoal[i].Next = "In november al bellen."
		}
	}
	q.Evidence = append(q.Evidence, plan.Evidence{ID: "b12", Kind: "feedback-collega", Title: "Briefje van Anne", Goals: []string{"d3"}, Audience: "coach"})
	edit(plan.Replace(*r.teacher.plan, q))
	edit(plan.EditAgreement(*r.teacher.plan, "g2", "what", func(a *plan.Agreement) { a.What = "Naast elkaar leggen" }))
	edit(plan.RemoveAgreement(*r.teacher.plan, "g4"))

	ids := map[string]string{}
	for _, about := range []string{"d1", "evaluation/d2", "d3", "g4", "b10", "plan"} {
		ids[r.note(plan.NoteQuestion, about, "Over "+about)] = about
	}
	back := resealed(r.give(plan.OutcomeDiscussed, ""), func(q *plan.Plan) { q.Goals[2].Title = "Op tijd naar huis" })
	a := r.accept(back)
	if !slices.Equal(a.Refused, []plan.Refusal{{Where: "goals/d3/title", Code: plan.CodeRecord}}) {
		t.Errorf("refused %v", a.Refused)
	}
	if n := len(r.teacher.plan.Notes); before != 6 || n != 12 {
		t.Errorf("%d notes before, %d after, want 6 and 12", before, n)
	}
	want := map[string]plan.NoteAge{"d1": plan.NoteChanged, "evaluation/d2": plan.NoteChanged, "d3": plan.NoteSame, "g4": plan.NoteGone,
		"b10": plan.NoteSame, "plan": plan.NoteSame}
	for _, n := range r.teacher.plan.Notes {
		if about, ok := ids[n.ID]; ok && plan.AgeOfNote(*r.teacher.plan, n) != want[about] {
			t.Errorf("the note about %s is %s, want %s", about, plan.AgeOfNote(*r.teacher.plan, n), want[about])
		}
	}
	items := r.take(r.send()).Items
	slices.Sort(items)
	if want := []string{"b12", "d1", "evaluation/d2", "g2", "g4"}; !slices.Equal(items, want) {
		t.Errorf("changed for the coach: %v, want %v", items, want)
	}
}

// lighten leaves the goals only, so that many rounds are quick.
func (r *round) lighten() {
	p := r.teacher.plan
	p.Activities, p.Evidence, p.Observations, p.Evaluation, p.Midyear, p.Views = nil, nil, nil, nil, nil, nil
	p.Survey, p.Reflections, p.EntitlementLines, p.Assessment = plan.Survey{}, nil, nil, nil
}
