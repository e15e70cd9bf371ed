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
	form
	item     string
	activity bool
	answer   string
	when     string // the new day, as typed
	reason   string
	settled  bool
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
	own := func(id string, at *string) field {
		b := bound{id: id, label: "s97." + id, width: pastDueLabels, get: func(*env) string { return *at },
			set: func(e *env, v string) (plan.Change, error) {
				if err := s.readable(e, id, v); err != nil {
					return plan.Change{}, err
				}
				*at = v
				return plan.Change{Plan: e.plan}, nil
			}}
		if id == "when" {
			b.hint = "s97.when.hint"
		}
		return newText(b)
	}
	choice := newChoice(bound{id: "answer", label: "s97.answer", width: pastDueLabels, get: func(*env) string { return s.answer },
		set: func(e *env, v string) (plan.Change, error) { s.answer = v; return plan.Change{Plan: e.plan}, nil }},
		func(e *env) []option {
			var out []option
			for _, id := range []string{wasKept, wasMoved, wasLetGo} {
				out = append(out, option{id, e.t.T("s97." + s.kind() + "." + id)})
			}
			return out
		})
	s.all = []field{choice, own("when", &s.when), own("reason", &s.reason),
		&button{id: "done", blank: true, label: func(e *env) string { return e.t.T("act.done") }, do: func(e *env) []effect { return s.settle(e) }}}
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

// readable reports what of a new day cannot be understood.
func (s *pastDue) readable(e *env, id, v string) error {
	if id != "when" || v == "" {
		return nil
	}
	_, err := s.moments(e, v)
	return err
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

// written reports whether an answer was written out that nothing was done
// with yet.
func (s *pastDue) written() bool {
	return !s.settled && (s.answer == wasMoved && s.when != "" || s.answer == wasLetGo && s.reason != "")
}

// Leave keeps an answer that was written out.
func (s *pastDue) Leave(e *env) []effect {
	effects := s.form.Leave(e)
	if !s.written() {
		return effects
	}
	s.settled = true
	return append(effects, s.act(e))
}

// escape goes back, with the answer that was written out.
func (s *pastDue) escape(e *env) []effect {
	if effects, stays := s.Stays(e); stays {
		return effects
	}
	if s.written() {
		return s.settle(e)
	}
	return []effect{back()}
}

// settle carries the answer out, or says what it still asks for.
func (s *pastDue) settle(e *env) []effect {
	missing := map[string]string{wasMoved: s.when, wasLetGo: s.reason}
	if v, asks := missing[s.answer]; asks && v == "" {
		s.choose(map[string]string{wasMoved: "when", wasLetGo: "reason"}[s.answer])
		return []effect{attend("s97.ask." + s.answer)}
	}
	s.settled = true
	return []effect{back(), s.act(e)}
}

// act is the answer as an act.
func (s *pastDue) act(e *env) effect {
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

func (s *pastDue) Actions(e *env) []action {
	if list := foldKeys(s.here()); list != nil {
		return list
	}
	return append([]action{{ID: "back", Keys: []string{"esc"}, Short: "key.back", Do: func() []effect { return s.escape(e) }}}, fieldKeys(s.here())...)
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
