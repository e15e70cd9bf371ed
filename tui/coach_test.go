package tui

import (
	"strings"
	"testing"
	"time"

	"bekwaam/plan"
	"bekwaam/text"
)

func (w *desk) Return(p plan.Plan, outcome, reason string) (Packed, error) {
	if w.fail != nil {
		return Packed{}, w.fail
	}
	from := plan.Party{Name: p.EditionInfo.Packet.To.Name, Key: w.key.Fingerprint}
	c, d, err := plan.CloseReview(p, nil, plan.Actor{Name: from.Name, At: fixed()}, from, p.EditionInfo.Packet.From, outcome, reason)
	return Packed{Change: c, Dispatch: d, Write: func(as Wrapping) (Made, error) { return w.placed(d, as) }}, err
}

func (w *desk) Calendar(talks []TalkDay) (Made, error) {
	w.talks = talks
	return Made{File: "/x/gesprekken.ics", Shown: "Documenten › bekwaam › gesprekken.ics"}, w.fail
}

// A pair is a teacher's plan and the copy that a coach has of it.
type pair struct {
	t       testing.TB
	teacher plan.Plan
	coach   *plan.Plan
	past    []plan.Plan // every revision of the copy
	at      time.Time
}

func newPair(t testing.TB, p plan.Plan) *pair {
	return &pair{t: t, teacher: p, at: time.Date(2026, 9, 12, 8, 0, 0, 0, time.UTC)}
}

func (x *pair) by(name string) plan.Actor {
	x.at = x.at.Add(24 * time.Hour)
	return plan.Actor{Name: name, At: x.at}
}

func (x *pair) teaches(c plan.Change, err error) {
	x.t.Helper()
	if err != nil {
		x.t.Fatal(err)
	}
	c.Plan.Revision = x.teacher.Revision + 1
	x.teacher = c.Plan
}

func (x *pair) coaches(c plan.Change, err error) {
	x.t.Helper()
	if err != nil {
		x.t.Fatal(err)
	}
	if x.coach != nil {
		c.Plan.Revision = x.coach.Revision + 1
	} else {
		c.Plan.Revision = 1
	}
	x.coach = &c.Plan
	x.past = append(x.past, c.Plan)
}

// file is what the teacher gives the coach.
func (x *pair) file() plan.Plan {
	x.t.Helper()
	name := x.teacher.Profile.Name
	c, d, err := plan.Submit(x.teacher, nil, x.by(name), plan.Party{Name: name, Key: "key-" + name}, ilse)
	x.teaches(c, err)
	e, ok := plan.Reissue(x.teacher, nil, d)
	if !ok {
		x.t.Fatal("the file cannot be made")
	}
	return e.Document()
}

func (x *pair) take(doc plan.Plan) {
	x.t.Helper()
	a, err := plan.TakePlan(x.coach, doc, ilse, doc.EditionInfo.Packet.From.Key, x.by(ilse.Name))
	x.coaches(a.Change, err)
}

// give gives the plan back, and takes the answer over.
func (x *pair) give(outcome, reason string) {
	x.t.Helper()
	c, d, err := plan.CloseReview(*x.coach, nil, x.by(ilse.Name), ilse, x.coach.EditionInfo.Packet.From, outcome, reason)
	x.coaches(c, err)
	e, ok := plan.Reissue(*x.coach, nil, d)
	if !ok {
		x.t.Fatal("the answer cannot be made")
	}
	a, err := plan.TakeReturn(x.teacher, e.Document(), nil, d.Packet.To, ilse.Key, x.by(x.teacher.Profile.Name))
	x.teaches(a.Change, err)
}

func (x *pair) note(id, kind, about, words string) {
	x.t.Helper()
	c, err := plan.AddNote(*x.coach, plan.Note{ID: id, Kind: kind, About: about, By: ilse.Name, Key: ilse.Key, Text: words, Date: text.Date{Year: 2026, Month: 9, Day: 15}})
	x.coaches(c, err)
}

// asCoach is the program of a coach with these copies in the store.
func asCoach(t testing.TB, pairs ...*pair) *driver {
	t.Helper()
	d := newDriver(t)
	d.m.deps.Work.(*desk).key = &Key{Name: ilse.Name, Fingerprint: ilse.Key, Words: strings.Fields("beker zomer ladder kersen molen egel")}
	d.m.settings.Started, d.m.settings.Role, d.m.settings.Name = true, roleCoach, ilse.Name
	for _, x := range pairs {
		for _, p := range x.past {
			d.run(d.m.commit(plan.Change{Plan: p, Act: plan.Act{Name: "round.take-plan", Args: []string{p.Profile.Name, "1", "0"}, Fixed: true}}))
		}
	}
	d.m.take(plan.Plan{}, nil)
	d.m.stack = []screen{roleHome(d.m)}
	d.run(d.m.entered())
	return d
}

// firstVersion is Noor's plan as it came to the coach.
func firstVersion(t testing.TB) *pair {
	p := noor(t)
	p.QuestionToCoach = "Is twee doelen te veel?"
	x := newPair(t, p)
	x.take(x.file())
	return x
}

// secondVersion came after the first one was given back with a question.
func secondVersion(t testing.TB) *pair {
	x := firstVersion(t)
	x.note("n1", plan.NoteQuestion, "d1", "Bij welke overgang verlies je de meeste tijd?")
	x.note("n2", plan.NoteStrength, "d2", "Je telt af met je hand en wacht.")
	x.give(plan.OutcomeQuestion, "Kies samen wat kan wachten.")
	c, err := plan.EditGoal(x.teacher, "d1", "question", func(g *plan.Goal) {
		g.Question = "Hoe kan ik vlot wisselen van activiteit, ook na het buitenspelen, zodat leerlingen binnen twee minuten weer aan het werk zijn?"
	})
	x.teaches(c, err)
	c, err = plan.AnswerNote(x.teacher, plan.Answer{ID: "w1", Note: "n1", State: plan.NoteAnswered, Text: "Na het buitenspelen, dan is het vijf minuten.", By: "Noor Bakker", At: plan.At(x.at)})
	x.teaches(c, err)
	c, err = plan.AddAgreement(x.teacher, plan.Agreement{ID: "g2", Who: "Ilse Vermeer", What: "Ik kom kijken bij de rekenles.", ByWhen: text.Date{Year: 2026, Month: 10, Day: 7}, Audience: "coach"})
	x.teaches(c, err)
	c, err = plan.RemoveActivity(x.teacher, "a2")
	x.teaches(c, err)
	x.take(x.file())
	return x
}
