package plan

import (
	"slices"

	"bekwaam/text"
)

// A Todo is one thing to do now. Item is what it is about, On the day that it
// is about, N how many there are of its kind.
type Todo struct {
	What string
	Item string
	On   text.Date
	N    int
}

// What there may be to do, the most pressing first.
const (
	DoAnswer   = "answer"   // a note of the coach
	DoPastDue  = "past-due" // an agreement or activity past its day: kept, moved, let go
	DoSign     = "sign"     // a version, or the year that was closed
	DoStart    = "start"    // the plan is discussed, agreed or signed and can run
	DoTalk     = "talk"     // prepare the talk with the coach that is near
	DoHalfway  = "half-way" // look back half-way
	DoEvaluate = "evaluate" // look back on a goal at the end
	DoClose    = "close"    // close the year
	DoCount    = "count"    // answer the Friday question
	DoLog      = "log"      // hours and money of what was
	DoTick     = "tick"     // an activity that took what was planned for it
	DoEvidence = "evidence" // a goal that has none yet
	DoReflect  = "reflect"  // three lines, as the last ones are a while ago
)

// Next returns what is next for a plan, in one line, and whether there is
// anything. Before a plan runs the path says what is next, see [NextStep].
func Next(p Plan, today text.Date) (Todo, bool) {
	all := Todos(p, today)
	if len(all) == 0 {
		return Todo{}, false
	}
	return all[0], true
}

// Todos returns everything there is to do today, the most pressing first; of
// each kind one, with how many there are. In the plan of somebody else there
// is nothing to do.
//
// The conditions are these: a talk lies within seven days; half-way and the
// end are asked from two weeks before their day; the Friday question from
// Thursday to Sunday; hours where an activity was on a day, or ran for a month,
// without a note of them since; evidence where a goal has none and a third of
// the year has gone by; a reflection where there was none for thirty days.
func Todos(p Plan, today text.Date) []Todo {
	if p.IsCopy() {
		return nil
	}
	t := todos{p: p, today: today}
	for _, n := range p.Notes {
		if p.NoteState(n.ID) == NoteOpen && (n.Kind == NoteQuestion || n.Kind == NoteAgreement && n.TakenInto == "") {
			t.add(DoAnswer, n.ID, n.Date)
		}
	}
	if p.State == Active || p.State == Agreed {
		for _, x := range Overdue(p, today) {
			t.add(DoPastDue, x.Item, x.Since)
		}
	}
	t.sign()
	if p.State == Active {
		t.talks()
		t.moments()
		t.counts()
		t.activities()
		t.dossier()
	}
	return t.out
}

type todos struct {
	p     Plan
	today text.Date
	out   []Todo
}

// add notes something to do; what comes later of the same kind only counts.
func (t *todos) add(what, item string, on text.Date) {
	if at := slices.IndexFunc(t.out, func(x Todo) bool { return x.What == what }); at >= 0 {
		t.out[at].N++
		return
	}
	t.out = append(t.out, Todo{what, item, on, 1})
}

func (t *todos) sign() {
	moment := t.p.moment()
	mine := func(s Signature) bool { return s.Role == RoleTeacher && s.Moment == moment && s.Made() }
	signed := slices.ContainsFunc(t.p.Signatures, mine)
	switch t.p.State {
	case Discussed, Closed:
		if !signed {
			t.add(DoSign, "", text.Date{})
			return
		}
	}
	if t.p.State == Discussed || t.p.State == Agreed || t.p.State == Draft && t.p.SignedVersion() > 0 {
		t.add(DoStart, "", text.Date{})
	}
}

// talks are the talks with the coach in the week to come.
func (t *todos) talks() {
	const near = 7
	coach := t.p.Profile.Coach
	for _, a := range t.p.Activities {
		with := a.Partner != nil && (a.Partner.Role == RoleCoach || coach != nil && coach.Name != "" && a.Partner.Name == coach.Name)
		if !with || a.Status == Done || a.Status == Dropped {
			continue
		}
		for _, d := range Occurrences(a) {
			if n := t.today.DaysUntil(d); n >= 0 && n <= near {
				t.add(DoTalk, a.ID, d)
				break
			}
		}
	}
}

// moments asks for half-way and for the end, each from two weeks before.
func (t *todos) moments() {
	p := t.p
	half, late := p.momentsDue(t.today)
	if half && midyearStep(p).State != StepDone {
		t.add(DoHalfway, "midyear", p.HalfWay())
	}
	if !late {
		return
	}
	end := p.EndOfYear()
	for _, g := range p.NotLookedBackOn() {
		t.add(DoEvaluate, g.ID, end)
	}
	if p.lookedBack() {
		t.add(DoClose, "", end)
	}
}

// counts are the Friday questions that have no answer for this week.
func (t *todos) counts() {
	const thursday = 3
	monday := Monday(t.today)
	if monday.DaysUntil(t.today) < thursday {
		return
	}
	for _, g := range t.p.LiveGoals() {
		if g.OwnCount != nil && !slices.ContainsFunc(g.OwnCount.Marks, func(m Mark) bool { return Monday(m.Date) == monday }) {
			t.add(DoCount, g.ID, t.today)
		}
	}
}

// activities are those of which hours are not noted yet, and those that took
// all that was planned.
func (t *todos) activities() {
	const month = 30
	var full []Activity
	for _, a := range t.p.Activities {
		if a.Status == Done || a.Status == Dropped || a.Status == Wanted {
			continue
		}
		last := text.Date{}
		for _, e := range a.Log {
			if last.Before(e.Date) {
				last = e.Date
			}
		}
		if h, _ := a.Spent(); a.Hours != nil && *a.Hours > 0 && h >= *a.Hours {
			full = append(full, a)
			continue
		}
		days := Occurrences(a)
		due := text.Date{}
		for _, d := range days {
			if !t.today.Before(d) {
				due = d
			}
		}
		if len(days) == 0 && !a.From.IsZero() && !t.today.Before(a.From) {
			since := a.From
			if since.Before(last) {
				since = last
			}
			if since.DaysUntil(t.today) >= month {
				due = since.AddDays(1)
			}
		}
		if !due.IsZero() && last.Before(due) {
			t.add(DoLog, a.ID, due)
		}
	}
	for _, a := range full {
		t.add(DoTick, a.ID, a.To)
	}
}

// dossier asks for evidence and for a reflection.
func (t *todos) dossier() {
	const third, month = 122, 30
	first, _, ok := text.SchoolYearDays(t.p.Profile.SchoolYear)
	if !ok {
		return
	}
	if first.DaysUntil(t.today) >= third {
		for _, g := range t.p.LiveGoals() {
			if len(EvidenceFor(t.p, g)) == 0 {
				t.add(DoEvidence, g.ID, g.Deadline)
			}
		}
	}
	last := first
	for _, r := range t.p.Reflections {
		if last.Before(r.Date) {
			last = r.Date
		}
	}
	if last.DaysUntil(t.today) >= month {
		t.add(DoReflect, "", last)
	}
}
