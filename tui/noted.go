package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// notedForm is S78b: what the coach said, written down by the teacher. It is
// put on record as a whole, by the button, and then stays as it is.
type notedForm struct {
	form
	who, kind, about, words, due string
}

const notedLabels = 16

func newNoted(m *Model) screen {
	e := m.env()
	s := &notedForm{who: readerOf(e.plan), kind: plan.NoteQuestion, about: "plan"}
	own := func(id string, at *string) bound {
		return ownText(id, "s78b."+id, notedLabels, at)
	}
	who := own("who", &s.who)
	who.preset = true
	due := own("due", &s.due)
	due.set = func(e *env, v string) (plan.Change, error) {
		if strings.TrimSpace(v) != "" {
			if _, err := text.ParseDate(v, e.today(), e.plan.Profile.SchoolYear); err != nil {
				return plan.Change{}, err
			}
		}
		s.due = v
		return plan.Change{Plan: e.plan}, nil
	}
	s.fields = []field{newText(who),
		newChoice(own("kind", &s.kind), func(e *env) []option {
			var out []option
			for _, k := range plan.NoteKinds {
				out = append(out, option{k, e.t.T("s73.kind." + k)})
			}
			return out
		}),
		newChoice(own("about", &s.about), func(e *env) []option {
			out := []option{{"plan", e.t.T("s73.about.plan")}}
			for _, g := range e.plan.LiveGoals() {
				out = append(out, option{g.ID, text.Cut(aboutName(e, g.ID), 50)})
			}
			for _, a := range e.plan.LiveActivities() {
				out = append(out, option{a.ID, text.Cut(aboutName(e, a.ID), 50)})
			}
			return out
		}),
		newLong(own("text", &s.words), 4), newText(due),
		newConfirm("put", e, "s78b.put", "s78b.not", s.done)}
	s.free, s.at = true, 3
	return s
}

func (s *notedForm) ID() string          { return "S78b" }
func (s *notedForm) Step() int           { return 7 }
func (s *notedForm) Title(e *env) string { return stepTitle(e, 7, e.t.T("s78b.part")) }
func (s *notedForm) Audience() string    { return "coach" }

func (s *notedForm) Actions(*env) []action {
	return []action{{ID: "noted.next", Keys: []string{"enter"}, Short: "key.next"}, {ID: "form.next", Keys: []string{"tab"}, Short: "key.otherfield"}}
}

func (s *notedForm) Page(e *env) page {
	head := append(wrapped(e.t.T("s78b.reason", "Name", e.plan.Profile.Name), e.w, 0, e.st.Hint.Render), line{})
	return s.form.Page(e, head...)
}

// Holding: what is typed is in no plan until the button is pressed.
func (s *notedForm) Holding() bool { return strings.TrimSpace(s.words) != "" || s.form.Holding() }

// Leave keeps what was typed: a text that is there goes on record.
func (s *notedForm) Leave(e *env) []effect {
	effects := s.form.Leave(e)
	if strings.TrimSpace(s.words) == "" {
		return effects
	}
	return append(effects, s.put(e)...)
}

func (s *notedForm) done(e *env, yes bool) []effect {
	switch {
	case !yes:
		s.words = ""
		return []effect{back()}
	case strings.TrimSpace(s.words) == "":
		s.form.choose("text")
		return []effect{attend("s78b.notext")}
	}
	return []effect{back()}
}

// put writes the note down.
func (s *notedForm) put(e *env) []effect {
	words := s.words
	n := plan.Note{ID: e.deps.NewID(), By: strings.TrimSpace(s.who), Kind: s.kind, About: s.about, Text: strings.TrimSpace(words), Date: e.today()}
	if d, err := text.ParseDate(s.due, e.today(), e.plan.Profile.SchoolYear); err == nil {
		n.Due = d
	}
	c, err := plan.WriteDown(e.plan, e.actor(), n)
	return []effect{func(m *Model) tea.Cmd {
		s.words = ""
		return commit(c, err)(m)
	}}
}

// tableKey is S78c: the coach confirms the report with a key file of their
// own, at the teacher's computer.
type tableKey struct {
	form
	below      *table
	file, pass string
}

func newTableKey(m *Model, below *table) screen {
	s := &tableKey{below: below}
	pass := ownText("pass", "s78c.pass", notedLabels, &s.pass)
	pass.secret = true
	s.fields = []field{newText(ownText("file", "s78c.file", notedLabels, &s.file)), newText(pass), newConfirm("confirm", m.env(), "s78c.confirm", "s74.notyet", s.done)}
	s.free = true
	return s
}

func (s *tableKey) ID() string          { return "S78c" }
func (s *tableKey) Step() int           { return 7 }
func (s *tableKey) Title(e *env) string { return stepTitle(e, 7, e.t.T("s78c.part")) }
func (s *tableKey) Audience() string    { return "private" }

func (s *tableKey) Actions(*env) []action {
	return []action{{ID: "noted.next", Keys: []string{"enter"}, Short: "key.next"}, {ID: "form.next", Keys: []string{"tab"}, Short: "key.otherfield"}}
}

func (s *tableKey) Page(e *env) page {
	head := append(wrapped(e.t.T("s78c.what", "Name", s.below.coach(e)), e.w, 0, e.st.Text.Render), line{})
	for _, a := range s.below.form(e).Agreements {
		head = append(head, wrapped("• "+agreedWords(e, a), e.w, 0, e.st.Text.Render)...)
	}
	return s.form.Page(e, append(head, line{})...)
}

func (s *tableKey) done(e *env, yes bool) []effect {
	if !yes {
		return []effect{back()}
	}
	if strings.TrimSpace(s.file) == "" {
		s.form.choose("file")
		return []effect{attend("s74.nofile")}
	}
	file, pass := dropped(s.file), s.pass
	return []effect{s.below.recorded, func(m *Model) tea.Cmd {
		e := m.env()
		t, ok := s.below.report(e)
		if !ok {
			return nil
		}
		p, work := e.plan, e.deps.Work
		c := plan.Confirmation{ID: e.deps.NewID(), About: t.ID, By: s.below.coach(e), Role: plan.RoleCoach, Date: e.today(), How: plan.ConfirmedByKey}
		return m.wait("busy.key", func() (any, error) { return work.ConfirmWithKey(p, c, file, pass) }, func(v any, err error) []effect {
			if err != nil {
				s.form.choose("file")
				return []effect{attend("s78c.notread")}
			}
			c := v.(plan.Confirmation)
			return []effect{func(m *Model) tea.Cmd {
				x, err := plan.ConfirmTalk(m.plan, m.env().actor(), c)
				return tea.Batch(m.pop(), commitSaying(x, err, "s78.confirmed", "Name", c.By)(m))
			}}
		})
	}}
}
