package plan_test

import (
	"slices"
	"strings"
	"testing"

	"bekwaam/plan"
)

func TestRound(t *testing.T) {
	r := newRound(t)
	doc := r.send()
	if p := r.teacher.plan; p.State != plan.Submitted || p.Frozen() || p.WorkingVersion != 2 || len(p.Sent) != 1 {
		t.Fatalf("after sending: state %s, frozen %v, version %d, sent %d", p.State, p.Frozen(), p.WorkingVersion, len(p.Sent))
	}
	if d, ok := r.teacher.plan.MadeNow(r.coach.me); !ok || r.file(&r.teacher, d).EditionInfo.Package != doc.EditionInfo.Package {
		t.Error("the same file cannot be made again")
	}
	r.take(doc)
	c, err := plan.OpenReview(*r.coach.plan, r.by(&r.coach))
	r.coach.do(t, c, err)
	seen, question := r.note(plan.NoteStrength, "d1", "Je telt af."), r.note(plan.NoteQuestion, "d2", "Bij welke overgang?")
	promise := r.note(plan.NoteAgreement, "a2", "Ik kom kijken.")
	c, err = plan.EditReview(*r.coach.plan, "private", func(x *plan.Review) {
		x.Private = append(x.Private, plan.PrivateNote{ID: "z1", About: "d1", Text: "kanarie-van-de-coach"})
	})
	r.coach.do(t, c, err)
	back := r.give(plan.OutcomeQuestion, "Kies samen.")
	if strings.Contains(string(plan.WriteJSON(back)), "kanarie") {
		t.Error("a private note of the coach is in the return")
	}

	c, err = plan.EditGoal(*r.teacher.plan, "d2", "title", func(g *plan.Goal) { g.Title = "Anders" })
	r.teacher.do(t, c, err)
	a := r.accept(back)
	if !slices.Equal(a.Notes, []string{seen, question, promise}) || !slices.Equal(a.Changed, []string{question}) || len(a.Refused) > 0 {
		t.Errorf("the return brings %v, changed since %v, refused %v", a.Notes, a.Changed, a.Refused)
	}
	if p := r.teacher.plan; p.State != plan.Returned || p.Goals[1].Title != "Anders" {
		t.Errorf("state %s, title %q", p.State, p.Goals[1].Title)
	}
	if a := r.accept(back); a.Already == nil {
		t.Error("the same file a second time is not known")
	}

	for _, x := range []plan.Answer{
		{Note: seen, State: plan.NoteSetAside},
		{Note: question, State: plan.NoteAnswered, Text: "Na het buitenspelen."},
		{Note: promise, State: plan.NoteAccepted, Made: "g9"},
	} {
		x.ID = r.id("w")
		c, err := plan.AnswerNote(*r.teacher.plan, x)
		r.teacher.do(t, c, err)
	}
	if last := r.teacher.plan.Agreements[len(r.teacher.plan.Agreements)-1]; last.ID != "g9" || last.What != "Ik kom kijken." || last.Who != "Wil Denkbeeld" {
		t.Errorf("the agreement became %+v", last)
	}
	a = r.take(r.send())
	for _, want := range []string{"d2", "g9"} {
		if !slices.Contains(a.Items, want) {
			t.Errorf("changed for the coach: %v, want %s among them", a.Items, want)
		}
	}
	if p := r.coach.plan; len(p.Review.Private) != 1 || len(p.Notes) != 3 || p.NoteState(question) != plan.NoteAnswered || len(p.Review.Drafts) != 0 {
		t.Errorf("the coach's copy: %+v, %d notes", p.Review, len(p.Notes))
	}
	if a := r.accept(r.give(plan.OutcomeDiscussed, "")); len(a.Notes) != 0 {
		t.Errorf("the second return brings %v again", a.Notes)
	}
	if r.teacher.plan.State != plan.Discussed {
		t.Errorf("state %s", r.teacher.plan.State)
	}
}

func TestWithdrawnAndAnsweredAllTheSame(t *testing.T) {
	r := newRound(t)
	r.take(r.send())
	n := r.note(plan.NoteStrength, "d1", "Mooi.")
	back := r.give(plan.OutcomeDiscussed, "")
	c, err := plan.Withdraw(*r.teacher.plan, "", r.by(&r.teacher))
	r.teacher.do(t, c, err)
	if r.teacher.plan.State != plan.Draft || r.teacher.plan.Sent[0].Withdrawn == "" {
		t.Fatalf("state %s", r.teacher.plan.State)
	}
	a := r.accept(back)
	if !a.Withdrawn || !slices.Equal(a.Notes, []string{n}) || r.teacher.plan.State != plan.Draft {
		t.Errorf("withdrawn %v, notes %v, state %s", a.Withdrawn, a.Notes, r.teacher.plan.State)
	}
	if _, err := plan.Withdraw(*r.teacher.plan, "", noor); plan.Code(err) != plan.CodeState {
		t.Errorf("nothing is out: %v", err)
	}
}

func TestUndoOfAReturn(t *testing.T) {
	r := newRound(t)
	r.take(r.send())
	r.note(plan.NoteStrength, "d1", "Mooi.")
	before := r.teacher.plan.Clone()
	back := r.give(plan.OutcomeDiscussed, "")
	r.accept(back)
	after := r.teacher.plan.Clone()
	undone := plan.Restore(after, before)
	if undone.State != plan.Submitted || len(undone.Notes) != 0 || len(undone.Received) != 0 || len(undone.Moves) != len(before.Moves) {
		t.Errorf("undone: state %s, %d notes, %d moves", undone.State, len(undone.Notes), len(undone.Moves))
	}
	redone := plan.Restore(undone, after)
	if redone.State != plan.Discussed || len(redone.Notes) != 1 || len(redone.Moves) != len(after.Moves) {
		t.Errorf("redone: state %s, %d notes, %d moves", redone.State, len(redone.Notes), len(redone.Moves))
	}
	r.teacher.plan = &undone
	if a := r.accept(back); a.Already != nil || len(a.Notes) != 1 {
		t.Error("what was undone cannot be read in again")
	}
}

func TestProtocolAttacks(t *testing.T) {
	r := newRound(t)
	first := r.send()
	r.take(first)
	r.note(plan.NoteStrength, "d1", "Mooi.")
	back1 := r.give(plan.OutcomeQuestion, "Waarom?")
	other := *r // the coach's other computer, which does not know of the next return
	other.coach.history = map[int]plan.Plan{}
	r.note(plan.NoteQuestion, "d2", "En dan?")
	back2 := r.give(plan.OutcomeDiscussed, "")
	p := other.coach.plan.Clone()
	other.coach.plan = &p
	other.note(plan.NoteSuggestion, "d3", "Een ander spoor.")
	fork := other.give(plan.OutcomeDiscussed, "")
	fresh := r.teacher.plan.Clone()
	reset := func() { q := fresh.Clone(); r.teacher.plan = &q }

	for _, tt := range []struct {
		name string
		read []plan.Plan
		last plan.Plan
		code string
	}{
		{"lower number", []plan.Plan{back2}, back1, plan.CodeOlder},
		{"fork", []plan.Plan{back1, back2}, fork, plan.CodeFork},
		{"fork the other way round", []plan.Plan{back1, fork}, back2, plan.CodeFork},
		{"recipient", nil, resealed(back1, func(q *plan.Plan) { q.EditionInfo.Packet.To = plan.Party{Name: "Daan Willems", Key: "key-daan"} }), plan.CodeRecipient},
		{"sealed by another key", nil, resealed(back1, func(q *plan.Plan) { q.EditionInfo.Packet.From.Key = "key-x" }), plan.CodeStranger},
		{"answers what was never sent", nil, resealed(back1, func(q *plan.Plan) { q.EditionInfo.Packet.BasedOn = "0000" }), plan.CodeStranger},
		{"altered data", nil, func() plan.Plan { q := back1.Clone(); q.Notes[0].Text = "Anders."; return q }(), plan.CodePacket},
		{"the teacher's own file", nil, first, plan.CodePacket},
		{"another plan", nil, resealed(back1, func(q *plan.Plan) { q.ID = "p-x" }), plan.CodeUnknown},
		{"no number", nil, resealed(back1, func(q *plan.Plan) { q.EditionInfo.Packet.Seq = 0 }), plan.CodePacket},
	} {
		reset()
		for _, doc := range tt.read {
			r.accept(doc)
		}
		before := r.teacher.plan.Clone()
		if _, err := r.answer(tt.last); plan.Code(err) != tt.code {
			t.Errorf("%s: %v, want %s", tt.name, err, tt.code)
		}
		if string(plan.WriteJSON(before)) != string(plan.WriteJSON(*r.teacher.plan)) {
			t.Errorf("%s: refused and something changed", tt.name)
		}
	}

	reset()
	forged := resealed(back1, func(q *plan.Plan) {
		q.Goals[2].Title = "Op tijd naar huis"
		q.Notes = append(q.Notes,
			plan.Note{ID: "x1", Kind: plan.NoteQuestion, About: "d99", By: r.coach.me.Name, Key: r.coach.me.Key, Text: "Waar?"},
			plan.Note{ID: "x2", Kind: plan.NoteQuestion, About: "d1", By: "Noor Bedachtsma", Key: "key-noor", Text: "Van een ander."})
	})
	a := r.accept(forged)
	want := []plan.Refusal{{Where: "goals/d3/title", Code: plan.CodeRecord}, {Where: "x1", Code: plan.CodeUnknown}, {Where: "x2", Code: plan.CodeStranger}}
	if !slices.Equal(a.Refused, want) || len(a.Notes) != 1 || r.teacher.plan.Goals[2].Title == "Op tijd naar huis" {
		t.Errorf("refused %v, notes %v", a.Refused, a.Notes)
	}

	older := r.coach.plan.Clone()
	r.take(r.send())
	if _, err := r.receive(first); err != nil {
		t.Errorf("a file that was read before: %v", err)
	}
	if _, err := plan.TakePlan(&older, back1, r.coach.me, r.coach.me.Key, noor); plan.Code(err) != plan.CodePacket {
		t.Errorf("a return read by a coach: %v", err)
	}
	if _, err := plan.TakePlan(r.teacher.plan, first, r.coach.me, r.teacher.me.Key, noor); plan.Code(err) != plan.CodeRecord {
		t.Errorf("one's own plan as a copy: %v", err)
	}
}

func TestRoundIsRefused(t *testing.T) {
	r := newRound(t)
	pack := packOf(t)
	submit := func(p plan.Plan, to plan.Party) error {
		_, _, err := plan.Submit(p, pack, noor, r.teacher.me, to)
		return err
	}
	empty := r.teacher.plan.Clone()
	empty.Goals = nil
	r.take(r.send())
	n := r.note(plan.NoteQuestion, "d1", "Hoe?")
	mine := r.coach.plan.Clone()
	r.accept(r.give(plan.OutcomeDiscussed, ""))
	only := func(_ plan.Change, err error) error { return err }
	end := func(p plan.Plan, outcome string) error {
		_, _, err := plan.CloseReview(p, pack, noor, r.coach.me, r.teacher.me, outcome, "")
		return err
	}
	for _, tt := range []struct {
		name string
		err  error
		code string
	}{
		{"send without a goal", submit(empty, r.coach.me), plan.CodeNoGoal},
		{"send to nobody", submit(*r.teacher.plan, plan.Party{}), plan.CodeRequired},
		{"send somebody else's", submit(mine, r.coach.me), plan.CodeEdition},
		{"open twice", only(plan.OpenReview(*r.teacher.plan, noor)), plan.CodeState},
		{"close one's own", end(*r.teacher.plan, plan.OutcomeDiscussed), plan.CodeRecord},
		{"no such outcome", end(mine, "agreed"), plan.CodeUnknown},
		{"a question without a reason", end(mine, plan.OutcomeQuestion), plan.CodeReason},
		{"a note in one's own plan", only(plan.AddNote(*r.teacher.plan, plan.Note{ID: "x", Kind: plan.NoteQuestion, About: "d1", Text: "?"})), plan.CodeRecord},
		{"a note of no kind", only(plan.AddNote(mine, plan.Note{ID: "x", Kind: "oordeel", About: "d1", Text: "?"})), plan.CodeUnknown},
		{"a note about nothing", only(plan.AddNote(mine, plan.Note{ID: "x", Kind: plan.NoteQuestion, About: "d9", Text: "?"})), plan.CodeUnknown},
		{"an empty note", only(plan.AddNote(mine, plan.Note{ID: "x", Kind: plan.NoteQuestion, About: "d1"})), plan.CodeRequired},
		{"change a note that was sent", only(plan.EditNote(*r.coach.plan, n, "text", func(*plan.Note) {})), plan.CodeRecord},
		{"take a note back that was sent", only(plan.RemoveNote(*r.coach.plan, n)), plan.CodeRecord},
		{"a review of one's own", only(plan.EditReview(*r.teacher.plan, "talk", func(*plan.Review) {})), plan.CodeRecord},
		{"answer nothing", only(plan.AnswerNote(*r.teacher.plan, plan.Answer{ID: "w", Note: "x", State: plan.NoteAccepted})), plan.CodeUnknown},
		{"an empty reply", only(plan.AnswerNote(*r.teacher.plan, plan.Answer{ID: "w", Note: n, State: plan.NoteAnswered})), plan.CodeRequired},
		{"an answer of no kind", only(plan.AnswerNote(*r.teacher.plan, plan.Answer{ID: "w", Note: n, State: "later"})), plan.CodeUnknown},
		{"answer for the teacher", only(plan.AnswerNote(mine, plan.Answer{ID: "w", Note: n, State: plan.NoteAccepted})), plan.CodeRecord},
	} {
		if plan.Code(tt.err) != tt.code {
			t.Errorf("%s: %v, want %s", tt.name, tt.err, tt.code)
		}
	}
}

func TestDraftsOfNotesCanChange(t *testing.T) {
	r := newRound(t)
	r.take(r.send())
	n := r.note(plan.NoteQuestion, "d1", "Hoe?")
	c, err := plan.EditNote(*r.coach.plan, n, "text", func(x *plan.Note) { x.Text, x.ID = "Waarom?", "y" })
	r.coach.do(t, c, err)
	if x := r.coach.plan.Notes[len(r.coach.plan.Notes)-1]; x.ID != n || x.Text != "Waarom?" {
		t.Errorf("%+v", x)
	}
	c, err = plan.RemoveNote(*r.coach.plan, n)
	r.coach.do(t, c, err)
	if len(r.coach.plan.Notes) != 0 || len(r.coach.plan.Review.Drafts) != 0 {
		t.Error("the note is still there")
	}
}
