package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
)

// decide is S114: what the board decided about the phase, written down. The
// program works nothing out.
type decide struct {
	form
	phase, by, date string
}

const decideLabels = 24

func newDecide(m *Model) screen {
	e := m.env()
	s := &decide{by: e.plan.Profile.Board, date: dayText(e, e.today())}
	date := s.own("date", &s.date)
	date.set = func(e *env, v string) (plan.Change, error) {
		d, err := readDay(e, v)
		if err == nil {
			s.date = dayText(e, d)
		}
		return plan.Change{Plan: e.plan}, err
	}
	s.fields = []field{
		newChoice(s.own("phase", &s.phase), func(e *env) []option {
			var out []option
			for _, p := range e.fw.Phases {
				out = append(out, option{p.ID, e.say(p.Name)})
			}
			return out
		}),
		newText(s.own("by", &s.by)), newText(date),
		&button{id: "record", blank: true, label: func(e *env) string { return e.t.T("s114.record") }, do: s.done},
	}
	s.free = true
	s.form.Open(e)
	return s
}

// own binds a field to a text of the screen, which is no part of a plan yet.
func (s *decide) own(id string, at *string) bound {
	return bound{id: id, label: "s114." + id, width: decideLabels, preset: true, get: func(*env) string { return *at },
		set: func(e *env, v string) (plan.Change, error) { *at = v; return plan.Change{Plan: e.plan}, nil }}
}

func (s *decide) ID() string          { return "S114" }
func (s *decide) Step() int           { return 11 }
func (s *decide) Audience() string    { return "board" }
func (s *decide) Title(e *env) string { return e.t.T("s114.title") }

func (s *decide) Actions(*env) []action { return fieldKeys(s.here()) }

func (s *decide) Update(e *env, msg tea.Msg) []effect {
	before := s.here()
	return append(s.form.Update(e, msg), func(m *Model) tea.Cmd { renewOthers(&s.form, m.env(), before); return nil })
}

func (s *decide) Page(e *env) page {
	head := wrapped(e.t.T("s114.reason"), e.w, 0, e.st.Hint.Render)
	d := e.plan.Profile.PhaseRecorded
	if a := e.plan.Assessment; a != nil && a.Decision != nil {
		d = a.Decision
	}
	if d != nil && d.Phase != "" {
		head = append(head, wrapped(e.t.T("s114.now", "Phase", phaseName(e, d.Phase), "Date", dayText(e, d.Date), "By", d.By), e.w, 0, e.st.Text.Render)...)
	}
	p := s.form.Page(e, append(head, line{})...)
	followPick(&p, s.here())
	return p
}

// done puts the decision on record.
func (s *decide) done(e *env) []effect {
	d, err := readDay(e, s.date)
	switch {
	case s.phase == "":
		s.choose("phase")
		return []effect{attend("s114.nophase")}
	case strings.TrimSpace(s.by) == "":
		s.choose("by")
		return []effect{attend("s114.noname")}
	case err != nil || d.IsZero() || e.today().Before(d):
		s.choose("date")
		return []effect{attend("s85.nodate")}
	}
	record := func(e *env) []effect {
		c, err := plan.Decide(e.plan, e.actor(), plan.PhaseRecorded{Phase: s.phase, Date: d, By: strings.TrimSpace(s.by)})
		return []effect{back(), commitSaying(c, err, "s114.done", "Phase", phaseName(e, s.phase))}
	}
	if isClosed(e.plan) {
		return record(e)
	}
	return thawed(e, record)
}
