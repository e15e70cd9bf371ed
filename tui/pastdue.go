package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// pastDue is S97: the one question about an agreement or an activity whose day
// has gone by. Nothing is wrong with any of the answers.
type pastDue struct {
	answering
	item     string
	activity bool
	answer   string
	when     string // the new day, as typed
	reason   string
	all      []field
}

// The answers to it.
const (
	wasKept  = "kept"
	wasMoved = "moved"
	wasLetGo = "let-go"
)

const pastDueLabels = 20

func newPastDue(m *Model, item string) screen {
	s := &pastDue{item: item, answer: wasKept}
	_, s.activity = activityOf(m.plan, item)
	s.free = true
	s.written = func() bool { return s.answer == wasMoved && s.when != "" || s.answer == wasLetGo && s.reason != "" }
	s.asks, s.act = s.missing, s.settlement
	label := func(id string) bound { return bound{id: id, label: "s97." + id, width: pastDueLabels} }
	when := label("when")
	when.hint = "s97.when.hint"
	s.all = []field{
		s.pick(label("answer"), &s.answer, func(e *env) []option {
			var out []option
			for _, id := range []string{wasKept, wasMoved, wasLetGo} {
				out = append(out, option{id, e.t.T("s97." + s.kind() + "." + id)})
			}
			return out
		}),
		s.own(when, &s.when, func(e *env, v string) error { _, err := s.moments(e, v); return err }),
		s.own(label("reason"), &s.reason, nil),
		s.finish("act.done"),
	}
	s.arrange()
	return s
}

func (s *pastDue) ID() string          { return "S97" }
func (s *pastDue) Title(e *env) string { return e.t.T("s97.title." + s.kind()) }
func (s *pastDue) Audience() string    { return "board" }

func (s *pastDue) kind() string {
	if s.activity {
		return "activity"
	}
	return "agreement"
}

// moments are the new day of an agreement, or the new days or months of an
// activity.
func (s *pastDue) moments(e *env, v string) ([]string, error) {
	if s.activity {
		return plan.ReadMoments(v, e.today(), e.plan.Profile.SchoolYear)
	}
	d, err := readDay(e, v)
	return []string{d.String()}, err
}

// arrange shows the field that the answer asks for.
func (s *pastDue) arrange() {
	at := "answer"
	if len(s.fields) > 0 {
		at = s.here().ID()
	}
	s.fields = slices.DeleteFunc(slices.Clone(s.all), func(f field) bool {
		return f.ID() == "when" && s.answer != wasMoved || f.ID() == "reason" && s.answer != wasLetGo
	})
	s.at = max(slices.IndexFunc(s.fields, func(f field) bool { return f.ID() == at }), 0)
}

func (s *pastDue) Update(e *env, msg tea.Msg) []effect {
	return append(s.form.Update(e, msg), func(*Model) tea.Cmd { s.arrange(); return nil })
}

// missing says what the answer still asks for.
func (s *pastDue) missing(*env) []effect {
	asked := map[string]string{wasMoved: "when", wasLetGo: "reason"}[s.answer]
	if asked == "when" && s.when != "" || asked == "reason" && s.reason != "" || asked == "" {
		return nil
	}
	s.choose(asked)
	return []effect{attend("s97.ask." + s.answer)}
}

// settlement is the answer as an act.
func (s *pastDue) settlement(e *env) effect {
	id, reason, today := s.item, s.reason, e.today()
	list, err := s.moments(e, s.when)
	name := shortName(itemName(e.plan, id), 40)
	said := say("s97.said."+s.kind()+"."+s.answer, "Name", name)
	var do plan.Acting
	switch {
	case s.answer == wasMoved && err != nil:
		return attend("s97.ask.moved")
	case s.activity && s.answer == wasKept:
		do = func(p plan.Plan) (plan.Change, error) { return plan.SetStatus(p, id, plan.Done, "") }
	case s.activity && s.answer == wasMoved:
		do = func(p plan.Plan) (plan.Change, error) { return plan.MoveActivity(p, id, list) }
	case s.activity:
		do = func(p plan.Plan) (plan.Change, error) { return plan.SetStatus(p, id, plan.Dropped, reason) }
	case s.answer == wasKept:
		do = func(p plan.Plan) (plan.Change, error) { return plan.KeepAgreement(p, id) }
	case s.answer == wasMoved:
		day, _ := text.ParseISO(list[0])
		do = func(p plan.Plan) (plan.Change, error) { return plan.MoveAgreement(p, id, day) }
	default:
		do = func(p plan.Plan) (plan.Change, error) { return plan.LetGoOfAgreement(p, id, today, reason) }
	}
	return inYear(do, said)
}

func (s *pastDue) Page(e *env) page {
	p := s.form.Page(e, s.about(e)...)
	followPick(&p, s.here())
	return p
}

// about is what was said, by whom and for when, and the question.
func (s *pastDue) about(e *env) []line {
	name, who, day := itemName(e.plan, s.item), "", text.Date{}
	if a, ok := activityOf(e.plan, s.item); ok {
		who, day = partnerWords(e, a.Partner), a.To
	}
	for _, a := range e.plan.Agreements {
		if a.ID == s.item {
			who, day = a.Who, a.ByWhen
		}
	}
	words := name
	if who != "" {
		words = e.t.T("s97.of", "What", name, "Who", who)
	}
	out := wrapped(words, e.w, 0, e.st.Title.Render)
	out = append(out, wrapped(e.t.T("s97.asked", "Date", dayText(e, day)), e.w, 0, e.st.Hint.Render)...)
	return append(out, line{})
}
