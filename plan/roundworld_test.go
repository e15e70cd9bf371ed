package plan_test

import (
	"fmt"
	"testing"
	"time"

	"bekwaam/continuum"
	"bekwaam/plan"
)

// A round is a teacher and a coach who send each other files, as two programs
// would: each with a plan of its own and every revision of it.
type round struct {
	t              *testing.T
	pack           *continuum.Pack
	teacher, coach side
	now            time.Time
	ids            int
}

type side struct {
	me      plan.Party
	plan    *plan.Plan
	history map[int]plan.Plan
}

func newRound(t *testing.T) *round {
	p := starter(t)
	p.State, p.Notes, p.Signatures, p.Versions, p.Moves = plan.Draft, nil, nil, nil, nil
	r := &round{t: t, pack: packOf(t), now: time.Date(2026, 10, 12, 8, 0, 0, 0, time.UTC)}
	r.teacher = side{me: plan.Party{Name: "Noor Bedachtsma", Key: "key-noor"}, plan: &p, history: map[int]plan.Plan{}}
	r.coach = side{me: plan.Party{Name: "Wil Denkbeeld", Key: "key-wil"}, history: map[int]plan.Plan{}}
	return r
}

func (r *round) tick() plan.Actor {
	r.now = r.now.Add(time.Hour)
	return plan.Actor{At: r.now}
}

func (r *round) id(prefix string) string {
	r.ids++
	return fmt.Sprintf("%s-%d", prefix, r.ids)
}

// do records an act as the store does: the revision counts on.
func (s *side) do(t *testing.T, c plan.Change, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	s.keep(c)
}

func (s *side) keep(c plan.Change) {
	p := c.Plan.Clone()
	if s.plan != nil {
		p.Revision = s.plan.Revision
	}
	p.Revision++
	s.plan = &p
	s.history[p.Revision] = p.Clone()
}

func (r *round) by(s *side) plan.Actor {
	a := r.tick()
	a.Name = s.me.Name
	return a
}

// send makes the teacher's file and returns what the coach's program reads.
func (r *round) send() plan.Plan {
	r.t.Helper()
	c, d, err := plan.Submit(*r.teacher.plan, r.pack, r.by(&r.teacher), r.teacher.me, r.coach.me)
	r.teacher.do(r.t, c, err)
	return r.file(&r.teacher, d)
}

// file makes the file of a packet anew, and reads it as any program would.
func (r *round) file(s *side, d plan.Dispatch) plan.Plan {
	r.t.Helper()
	e, ok := plan.Reissue(s.history[d.Revision], r.pack, d)
	if !ok {
		r.t.Fatalf("revision %d is not what packet %s shows", d.Revision, d.Package)
	}
	doc, _, err := plan.Read(e.Payload())
	if err != nil {
		r.t.Fatal(err)
	}
	if !plan.CheckPackage(doc) || doc.EditionInfo.Package != d.Package {
		r.t.Fatal("the package id is not that of the content")
	}
	return doc
}

func (r *round) receive(doc plan.Plan) (plan.Arrival, error) {
	return plan.TakePlan(r.coach.plan, doc, r.coach.me, r.teacher.me.Key, r.by(&r.coach))
}

func (r *round) take(doc plan.Plan) plan.Arrival {
	r.t.Helper()
	a, err := r.receive(doc)
	if err != nil {
		r.t.Fatal(err)
	}
	r.coach.keep(a.Change)
	return a
}

func (r *round) note(kind, about, words string) string {
	r.t.Helper()
	id := r.id("n")
	c, err := plan.AddNote(*r.coach.plan, plan.Note{ID: id, Kind: kind, About: about, By: r.coach.me.Name, Key: r.coach.me.Key, Text: words})
	r.coach.do(r.t, c, err)
	return id
}

// give closes the coach's round and returns what the teacher's program reads.
func (r *round) give(outcome, reason string) plan.Plan {
	r.t.Helper()
	c, d, err := plan.CloseReview(*r.coach.plan, r.pack, r.by(&r.coach), r.coach.me, r.teacher.me, outcome, reason)
	r.coach.do(r.t, c, err)
	return r.file(&r.coach, d)
}

func (r *round) answer(doc plan.Plan) (plan.Arrival, error) {
	sent := plan.EditionsSent(*r.teacher.plan, r.pack, r.coach.me, func(n int) (plan.Plan, bool) { p, ok := r.teacher.history[n]; return p, ok })
	return plan.TakeReturn(*r.teacher.plan, doc, sent, r.teacher.me, r.coach.me.Key, r.by(&r.teacher))
}

func (r *round) accept(doc plan.Plan) plan.Arrival {
	r.t.Helper()
	a, err := r.answer(doc)
	if err != nil {
		r.t.Fatal(err)
	}
	if a.Already == nil {
		r.teacher.keep(a.Change)
	}
	return a
}

// resealed is a file that its maker changed and sealed again.
func resealed(doc plan.Plan, edit func(*plan.Plan)) plan.Plan {
	q := doc.Clone()
	edit(&q)
	k := *q.EditionInfo.Packet
	return plan.Edition{Plan: q, Info: *q.EditionInfo}.Address(k).Document()
}
