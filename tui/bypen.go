package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// byPen is S85: who signed a print with a pen, as what and when. It is what
// somebody writes down, and never looks like a signature that was checked.
type byPen struct {
	shortForm
	employer         string // the print is for, of several
	role, name, date string
}

const paperLabels = 26

func newByPen(m *Model, employer string) screen {
	e := m.env()
	s := &byPen{shortForm: shortForm{does: "paper.record"}, employer: employer, date: dayText(e, e.today())}
	if who := s.who(e); len(who) > 0 {
		s.role, s.name = who[0].Role, who[0].Name
	}
	role := s.own("role", &s.role)
	role.set = func(e *env, v string) (plan.Change, error) {
		for _, x := range s.who(e) {
			if x.Role == v {
				s.role, s.name = v, x.Name
			}
		}
		renewOthers(&s.form, e, s.here())
		return plan.Change{Plan: e.plan}, nil
	}
	date := s.own("date", &s.date)
	date.set = func(e *env, v string) (plan.Change, error) {
		d, err := readDay(e, v)
		if err == nil {
			s.date = dayText(e, d)
		}
		return plan.Change{Plan: e.plan}, err
	}
	s.fields = []field{
		newChoice(role, func(e *env) []option {
			var out []option
			for _, x := range s.who(e) {
				r, _ := e.pack().SignatureRole(x.Role)
				out = append(out, option{x.Role, e.say(r.Role)})
			}
			return out
		}),
		newText(s.own("name", &s.name)), newText(date), newConfirm("record", e, "s85.record", "act.not-yet", s.done),
	}
	s.free = true
	s.Open(e)
	return s
}

// own binds a field to a text of the screen, which is no part of a plan.
func (s *byPen) own(id string, at *string) bound {
	b := ownText(id, "s85."+id, paperLabels, at)
	b.preset = true
	return b
}

func (s *byPen) who(e *env) []plan.Signature {
	return plan.Unsigned(e.plan, e.pack(), e.actor(), s.employer)
}

func (s *byPen) ID() string          { return "S85" }
func (s *byPen) Step() int           { return 8 }
func (s *byPen) Title(e *env) string { return stepTitle(e, 8, e.t.T("s85.part")) }
func (s *byPen) Audience() string    { return "board" }

func (s *byPen) Page(e *env) page {
	head := wrapped(e.t.T("s85.what"), e.w, 0, e.st.Text.Render)
	if s.role == plan.RoleTeacher {
		head = append(head, wrapped(e.t.T("s85.freezes", "Version", e.plan.WorkingVersion), e.w, 0, e.st.Text.Render)...)
	}
	p := s.form.Page(e, append(head, line{})...)
	followPick(&p, s.here())
	return p
}

// done writes it down and goes back.
func (s *byPen) done(e *env, yes bool) []effect {
	if !yes {
		return []effect{back()}
	}
	if strings.TrimSpace(s.name) == "" {
		s.choose("name")
		return []effect{attend("s85.noname")}
	}
	d, err := readDay(e, s.date)
	if err != nil || d.IsZero() || e.today().Before(d) {
		s.choose("date")
		return []effect{attend("s85.nodate")}
	}
	w := plan.WetSignature{Role: s.role, Name: s.name, Date: d}
	if s.role != plan.RoleTeacher {
		w.Employer = s.employer
	}
	c, err := plan.RecordWetSignature(e.plan, e.actor(), w)
	return []effect{back(), commitSaying(c, err, "s85.done", "Name", strings.TrimSpace(s.name))}
}

// paperRow leads to writing down who signed with a pen, while somebody can.
func paperRow(e *env, employer string) []row {
	if len(plan.Unsigned(e.plan, e.pack(), e.actor(), employer)) == 0 {
		return nil
	}
	return []row{{ID: "paper", Lines: []string{text.Cut(e.t.T("s85.open"), e.w)}}}
}

func openPaper(employer string) effect {
	return func(m *Model) tea.Cmd { return m.push(newByPen(m, employer)) }
}

// penned is the signature with a pen on record of a role under the version that
// the teacher signed last.
func penned(e *env, role, employer string) (plan.Signature, bool) {
	for _, x := range e.plan.Signatures {
		if x.Status == plan.OnPaper && x.Role == role && x.Version == e.plan.SignedVersion() && (x.Employer == "" || x.Employer == employer) {
			return x, true
		}
	}
	return plan.Signature{}, false
}

// pennedRows are the signatures with a pen under the version in hand, which no
// file shows yet.
func pennedRows(e *env, employer string) []row {
	var out []row
	for _, x := range plan.For(e.plan, e.pack(), plan.Board, employer).Signers() {
		if w, ok := penned(e, x.Role, employer); ok && signedNow(e.plan) {
			out = append(out, pennedRow(e, w))
		}
	}
	if len(out) > 0 {
		out = append(out, plainRow(""))
	}
	return out
}

func pennedRow(e *env, w plan.Signature) row {
	r, _ := e.pack().SignatureRole(w.Role)
	who := "– " + text.Pad(text.Cut(e.say(r.Role), 15), 16) + text.Pad(text.Cut(w.Name, 21), 22)
	word := e.t.T("s85.when", "Date", dayText(e, w.Date))
	if e.narrow() {
		return plainRow(who, "  "+text.Cut(word, e.w-2))
	}
	return plainRow(who + text.Cut(word, max(e.w-40, 8)))
}
