package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// moveOn is S117: another school or board in the middle of the year. It asks
// what moving on needs to know; nothing changes before [moveSure].
type moveOn struct {
	form
	last, start, from                     string
	board, school, function, manager, fte string
	employment, reason                    string
	coach                                 bool
	take                                  []string // ids of what goes along; nothing is ticked beforehand
}

const moveLabels = 30

func newMoveOn(m *Model) screen {
	e := m.env()
	s := &moveOn{last: dayText(e, e.today()), employment: e.plan.Profile.Employment, function: e.plan.Profile.Function, from: leftNow(e.plan)}
	s.fields = nil
	if len(e.plan.Profile.Employers) > 1 {
		s.fields = append(s.fields, newChoice(s.own("from", &s.from), func(e *env) []option {
			var out []option
			for _, x := range e.plan.Profile.Employers {
				if x.To.IsZero() {
					out = append(out, option{x.ID, employerName(e, x.ID)})
				}
			}
			return out
		}))
	}
	s.fields = append(s.fields, s.day("last", &s.last),
		newChoice(s.own("employment", &s.employment), func(e *env) []option {
			var out []option
			for _, t := range e.pack().EmploymentFor(e.fw.ID) {
				out = append(out, option{t.ID, e.say(t.Name)})
			}
			return out
		}),
		newText(s.own("board", &s.board)), newText(s.own("school", &s.school)), newText(s.own("function", &s.function)), s.share(),
		newText(s.own("manager", &s.manager)), s.day("start", &s.start),
		&tickField{id: "coach", label: func(e *env) string { return e.t.T("s117.coach") }, get: func(*env) bool { return s.coach },
			set: func(e *env, on bool) (plan.Change, error) { s.coach = on; return plan.Change{Plan: e.plan}, nil }},
		newText(s.own("reason", &s.reason)),
		&button{id: "on", blank: true, label: func(e *env) string { return e.t.T("s117.on") }, do: s.on})
	s.free = true
	s.form.Open(e)
	return s
}

// leftNow is the employer where one works, "" where the plan names only one.
func leftNow(p plan.Plan) string {
	if p.Profile.Now != "" {
		return p.Profile.Now
	}
	for _, x := range p.Profile.Employers {
		if x.To.IsZero() {
			return x.ID
		}
	}
	return ""
}

// own binds a field to a text of the screen, which is no part of the plan yet.
func (s *moveOn) own(id string, at *string) bound {
	return bound{id: id, label: "s117." + id, width: moveLabels, get: func(*env) string { return *at },
		set: func(e *env, v string) (plan.Change, error) { *at = v; return plan.Change{Plan: e.plan}, nil }}
}

func (s *moveOn) day(id string, at *string) field {
	b := s.own(id, at)
	b.preset = true
	if id == "start" {
		b.hint = "s117.start.hint"
	}
	b.set = func(e *env, v string) (plan.Change, error) {
		d, err := readDay(e, v)
		if err == nil {
			*at = dayText(e, d)
		}
		return plan.Change{Plan: e.plan}, err
	}
	return newText(b)
}

func (s *moveOn) share() field {
	b := s.own("fte", &s.fte)
	b.caption = func(e *env) string {
		if inParts(e) {
			return e.t.T("s10.fte.parts")
		}
		return e.t.T("s117.fte")
	}
	b.set = func(e *env, v string) (plan.Change, error) {
		if v == "" {
			s.fte = ""
			return plan.Change{Plan: e.plan}, nil
		}
		x, err := text.ParseShare(v)
		if err == nil {
			s.fte = text.FormatShare(x, e.lang())
		}
		return plan.Change{Plan: e.plan}, err
	}
	return newText(b)
}

func (s *moveOn) ID() string          { return "S117" }
func (s *moveOn) Title(e *env) string { return e.t.T("s117.title") }
func (s *moveOn) Audience() string    { return "private" }

func (s *moveOn) Actions(*env) []action { return fieldKeys(s.here()) }

func (s *moveOn) Update(e *env, msg tea.Msg) []effect {
	before := s.here()
	return append(s.form.Update(e, msg), func(m *Model) tea.Cmd { renewOthers(&s.form, m.env(), before); return nil })
}

func (s *moveOn) Page(e *env) page {
	p := s.form.Page(e, append(wrapped(e.t.T("s117.reason.step"), e.w, 0, e.st.Hint.Render), line{})...)
	followPick(&p, s.here())
	return p
}

// on goes to what goes along, once there is a last day.
func (s *moveOn) on(e *env) []effect {
	if d, err := readDay(e, s.last); err != nil || d.IsZero() {
		s.choose("last")
		return []effect{attend("s117.nolast")}
	}
	return []effect{open(&moveAlong{form: s})}
}

// leaving is what the act needs. newID gives what is cut in two its second id.
func (s *moveOn) leaving(e *env, newID func() string) (plan.Leaving, error) {
	l := plan.Leaving{Employer: s.from, Take: s.take, Coach: s.coach, Reason: strings.TrimSpace(s.reason), NewID: newID}
	var err error
	if l.Last, err = readDay(e, s.last); err != nil {
		return l, err
	}
	l.Next = plan.Employer{ID: plan.FreeEmployerID(e.plan), Board: s.board, School: s.school, Function: s.function, Employment: s.employment}
	if l.Next.From, err = readDay(e, s.start); err != nil {
		return l, err
	}
	if s.fte != "" {
		x, err := text.ParseShare(s.fte)
		if err != nil {
			return l, err
		}
		l.Next.FTE = plan.Share4(x)
	}
	if s.manager != "" {
		l.Next.Manager = &plan.Person{Name: s.manager, Role: e.fw.PartnerFor(plan.RoleManager)}
	}
	return l, nil
}

// move is the plan after moving on.
func (s *moveOn) move(e *env, newID func() string) (plan.Change, error) {
	l, err := s.leaving(e, newID)
	if err != nil {
		return plan.Change{}, err
	}
	return plan.MoveOn(e.plan, e.pack(), l)
}
