package plan_test

import (
	"slices"
	"strings"
	"testing"

	"bekwaam/plan"
	"bekwaam/text"
)

func newsOf(p plan.Plan) string {
	list, again := plan.NewsOf(p)
	if !again {
		return "all"
	}
	var out []string
	for _, n := range list {
		out = append(out, strings.TrimSuffix(n.Kind+" "+n.ID, " "))
		if n.Answers > 0 {
			out[len(out)-1] += " answered"
		}
	}
	return strings.Join(out, ", ")
}

func (r *round) teaches(c plan.Change, err error) {
	r.t.Helper()
	r.teacher.do(r.t, c, err)
}

func (r *round) coaches(c plan.Change, err error) {
	r.t.Helper()
	r.coach.do(r.t, c, err)
}

func TestNewsSinceThePlanWasGivenBack(t *testing.T) {
	r := newRound(t)
	r.take(r.send())
	if got := newsOf(*r.coach.plan); got != "all" {
		t.Errorf("a first version: %s", got)
	}
	question := r.note(plan.NoteQuestion, "d2", "Bij welke overgang?")
	r.accept(r.give(plan.OutcomeQuestion, "Kies samen."))
	if got := newsOf(*r.coach.plan); got != "" {
		t.Errorf("just given back: %s", got)
	}
	r.take(r.send())
	if got := newsOf(*r.coach.plan); got != "" {
		t.Errorf("the same text again: %s", got)
	}
	r.teaches(plan.EditGoal(*r.teacher.plan, "d1", "signs", func(g *plan.Goal) { g.Signs += " En stil." }))
	r.teaches(plan.AddAgreement(*r.teacher.plan, plan.Agreement{ID: "g9", Who: "Wil Denkbeeld", What: "Ik kom kijken.", Audience: "coach"}))
	r.teaches(plan.AnswerNote(*r.teacher.plan, plan.Answer{ID: "w1", Note: question, State: plan.NoteAnswered, Text: "Na het buitenspelen."}))
	r.teaches(plan.AskCoach(*r.teacher.plan, "Is dit te veel?"))
	r.take(r.send())
	r.teaches(plan.RemoveAgreement(*r.teacher.plan, "g9"))
	removed := r.teacher.plan.Agreements[0].ID
	r.teaches(plan.RemoveAgreement(*r.teacher.plan, removed))
	r.take(r.send()) // since the last answer, not since the last file
	if got, want := newsOf(*r.coach.plan), "changed plan, changed d1, answered d2, gone "+removed; !strings.Contains(got, "changed plan, changed d1") ||
		!strings.Contains(got, "d2 answered") || !strings.HasSuffix(got, "gone "+removed) || strings.Contains(got, "g9") {
		t.Errorf("news: %s, want %s", got, want)
	}
	if s := plan.StandingOf(*r.coach.plan); s.Turn != plan.TurnCoach || s.First || s.News != 4 || s.Open != 0 {
		t.Errorf("%+v", s)
	}
}

func TestStanding(t *testing.T) {
	r := newRound(t)
	if s := plan.StandingOf(*r.teacher.plan); s != (plan.Standing{}) {
		t.Errorf("one's own plan: %+v", s)
	}
	r.take(r.send())
	since := r.coach.plan.Received[0].At
	if s := plan.StandingOf(*r.coach.plan); s.Turn != plan.TurnCoach || !s.First || s.Version != 1 || s.Since != since || s.School == "" || s.InductionYear != 1 {
		t.Errorf("%+v", s)
	}
	r.note(plan.NoteQuestion, "d1", "Hoe?")
	r.coaches(plan.EditReview(*r.coach.plan, "talk", func(x *plan.Review) { x.Talk = text.Date{Year: 2026, Month: 10, Day: 22} }))
	if s := plan.StandingOf(*r.coach.plan); s.Open != 0 || s.Talk.Day != 22 {
		t.Errorf("before it was given back: %+v", s)
	}
	r.accept(r.give(plan.OutcomeQuestion, "Kies."))
	if s := plan.StandingOf(*r.coach.plan); s.Turn != plan.TurnStarter || s.Open != 1 || s.First {
		t.Errorf("given back with a question: %+v", s)
	}
	r.take(r.send())
	if s := plan.StandingOf(*r.coach.plan); s.Turn != plan.TurnCoach {
		t.Errorf("a new version: %+v", s)
	}
	r.accept(r.give(plan.OutcomeDiscussed, ""))
	if s := plan.StandingOf(*r.coach.plan); s.Turn != plan.TurnNobody {
		t.Errorf("discussed: %+v", s)
	}
	r.coaches(plan.EndCoaching(*r.coach.plan, plan.KeepAll, r.by(&r.coach)))
	if s := plan.StandingOf(*r.coach.plan); s.Turn != plan.TurnEnded || !s.Talk.IsZero() {
		t.Errorf("ended: %+v", s)
	}
	if _, err := plan.EndCoaching(*r.coach.plan, plan.KeepAll, r.by(&r.coach)); plan.Code(err) != plan.CodeNothing {
		t.Errorf("ended twice: %v", err)
	}
	r.take(r.send())
	if s := plan.StandingOf(*r.coach.plan); s.Turn != plan.TurnCoach {
		t.Errorf("a plan after the end: %+v", s)
	}
}

func TestWhatACoachKeeps(t *testing.T) {
	r := newRound(t)
	r.take(r.send())
	r.note(plan.NoteStrength, "d1", "Je telt af.")
	r.accept(r.give(plan.OutcomeDiscussed, ""))
	r.note(plan.NoteStrength, "d1", "nog niet gegeven")
	r.coaches(plan.EditReview(*r.coach.plan, "private", func(x *plan.Review) {
		x.Private = append(x.Private, plan.PrivateNote{ID: "z1", About: "d1", Text: "kanarie-van-de-coach"})
	}))
	r.coaches(plan.TickAgenda(*r.coach.plan, "d2"))
	whole, err := plan.EndCoaching(*r.coach.plan, plan.KeepAll, r.by(&r.coach))
	if err != nil || len(whole.Plan.Review.Private) != 1 || len(whole.Plan.Notes) != 2 {
		t.Errorf("keep all: %+v, %v", whole.Plan.Review, err)
	}
	r.coaches(plan.EndCoaching(*r.coach.plan, plan.KeepRound, r.by(&r.coach)))
	p := *r.coach.plan
	if strings.Contains(string(plan.WriteJSON(p)), "kanarie") || len(p.Review.Agenda) != 0 || len(p.Notes) != 1 || len(p.Review.Drafts) != 0 {
		t.Errorf("keep the round: %+v, %d notes", p.Review, len(p.Notes))
	}
	if _, again := plan.NewsOf(p); !again {
		t.Error("it is not known any more what was given back")
	}
	for _, x := range []struct {
		p    plan.Plan
		keep string
		code string
	}{{*r.teacher.plan, plan.KeepAll, plan.CodeRecord}, {p, "some", plan.CodeUnknown}} {
		if _, err := plan.EndCoaching(x.p, x.keep, noor); plan.Code(err) != x.code {
			t.Errorf("%s: %v", x.code, err)
		}
	}
}

func TestTalkAgenda(t *testing.T) {
	r := newRound(t)
	r.teaches(plan.AskCoach(*r.teacher.plan, "Is dit te veel?"))
	r.teaches(plan.ShareWithCoach(*r.teacher.plan, plan.GroupViews, true))
	r.teaches(plan.ShareWithCoach(*r.teacher.plan, plan.GroupObservations, true))
	due := text.Date{Year: 2026, Month: 11, Day: 3}
	r.teaches(plan.AddAgreement(*r.teacher.plan, plan.Agreement{ID: "g9", Who: "Wil", What: "Ik kom kijken.", ByWhen: due, Audience: "coach"}))
	r.take(r.send())
	question := r.note(plan.NoteQuestion, "d2", "Bij welke overgang?")
	r.coaches(plan.TickAgenda(*r.coach.plan, "d1"))
	agenda := func(today text.Date) []plan.AgendaItem { return plan.TalkAgenda(*r.coach.plan, r.pack, today) }
	list := agenda(due.AddDays(-14))
	for i, want := range []plan.AgendaItem{{Kind: plan.AgendaAsked, About: "plan", On: true}, {Kind: plan.AgendaOpen, About: "d2", Note: question, On: true},
		{Kind: plan.AgendaChosen, About: "d1", On: true}} {
		if list[i] != want {
			t.Errorf("%d: %+v, want %+v", i, list[i], want)
		}
	}
	order := []string{plan.AgendaAsked, plan.AgendaOpen, plan.AgendaChosen, plan.AgendaViews, plan.AgendaHint, plan.AgendaDue}
	at, kinds := 0, map[string]bool{}
	for _, x := range list {
		i := slices.Index(order, x.Kind)
		if i < at {
			t.Errorf("%s after %s", x.Kind, order[at])
		}
		at, kinds[x.Kind] = i, true
	}
	if len(kinds) != len(order) {
		t.Errorf("kinds %v", kinds)
	}
	for i, x := range list {
		wanted := x.Kind != plan.AgendaViews && x.Kind != plan.AgendaHint
		if x.On != wanted {
			t.Errorf("%+v is on by itself: %v", x, x.On)
		}
		if x.Kind != plan.AgendaChosen {
			c, err := plan.TickAgenda(*r.coach.plan, x.Key())
			if after := plan.TalkAgenda(c.Plan, r.pack, due.AddDays(-14)); err != nil || len(after) != len(list) || after[i].On == x.On {
				t.Errorf("%+v stays after a tick: %v", x, err)
			}
		}
	}
	gives := func(list []plan.AgendaItem, x plan.AgendaItem) bool { return slices.Contains(list, x) }
	if g9 := (plan.AgendaItem{Kind: plan.AgendaDue, About: "g9", On: true}); !gives(list, g9) || gives(agenda(due.AddDays(-15)), g9) {
		t.Error("an agreement is due fourteen days before its day, no sooner")
	}
	r.coaches(plan.TickAgenda(*r.coach.plan, "d1"))
	if gives(agenda(due), plan.AgendaItem{Kind: plan.AgendaChosen, About: "d1", On: true}) {
		t.Error("ticked twice is not ticked")
	}
}
