package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
)

// employerForm is one of several employers: who, how one works there, what
// share of a job it is and from when until when.
type employerForm struct {
	form
	id    string
	draft plan.Employer
	gone  bool // it was taken back below this screen
	isNew bool
}

const employerLabels = 32

// newEmployer opens the employer with this id. One that is not in the plan is
// added with the first words that are written.
func newEmployer(m *Model, id string) screen {
	s := &employerForm{id: id, draft: plan.Employer{ID: id}}
	_, saved := employerAt(m.plan, id)
	s.isNew = !saved
	s.fields = []field{
		s.text("school", func(x *plan.Employer) *string { return &x.School }),
		s.text("board", func(x *plan.Employer) *string { return &x.Board }),
		s.kind(),
		s.share(),
		s.text("function", func(x *plan.Employer) *string { return &x.Function }),
		s.manager(),
		s.day("from"),
		s.day("to"),
		&button{id: "done", blank: true, label: func(e *env) string { return e.t.T("act.done") }, do: func(*env) []effect { return []effect{back()} }},
	}
	s.choose(s.firstEmpty(m.env()))
	return s
}

func employerAt(p plan.Plan, id string) (plan.Employer, bool) {
	at := slices.IndexFunc(p.Profile.Employers, func(x plan.Employer) bool { return x.ID == id })
	if at < 0 {
		return plan.Employer{}, false
	}
	return p.Profile.Employers[at], true
}

func (s *employerForm) ID() string       { return "S10c" }
func (s *employerForm) Step() int        { return 1 }
func (s *employerForm) Audience() string { return "board" }

func (s *employerForm) Title(e *env) string {
	part := "s10c.part"
	if s.isNew {
		part = "s10c.part.new"
	}
	return stepTitle(e, 1, e.t.T(part))
}

// employer is the one that the plan has, or as it begins.
func (s *employerForm) employer(e *env) plan.Employer {
	if x, ok := employerAt(e.plan, s.id); ok {
		return x
	}
	return s.draft
}

func (s *employerForm) firstEmpty(e *env) string {
	x := s.employer(e)
	switch {
	case x.School == "":
		return "school"
	case x.Board == "":
		return "board"
	case x.FTE == 0:
		return "share"
	}
	return "done"
}

// Open takes the plan over: after coming on top, undo and redo.
func (s *employerForm) Open(e *env) {
	_, there := employerAt(e.plan, s.id)
	s.gone, s.isNew = !there && !s.isNew, s.isNew && !there
	s.form.Open(e)
}

// Update does what the form does, and shows at once what an act changed.
func (s *employerForm) Update(e *env, msg tea.Msg) []effect {
	if s.gone {
		return nil
	}
	before := s.here()
	return append(s.form.Update(e, msg), func(m *Model) tea.Cmd {
		_, there := employerAt(m.plan, s.id)
		s.isNew = s.isNew && !there
		renewOthers(&s.form, m.env(), before)
		return nil
	})
}

func (s *employerForm) Actions(*env) []action {
	if s.gone {
		return nil
	}
	return fieldKeys(s.here())
}

func (s *employerForm) Page(e *env) page {
	if s.gone {
		return page{Lines: wrapped(e.t.T("s10c.gone"), e.w, 0, e.st.Text.Render)}
	}
	p := s.form.Page(e, append(wrapped(e.t.T("s10c.reason"), e.w, 0, e.st.Hint.Render), line{})...)
	followPick(&p, s.here())
	switch s.here().ID() {
	case "share":
		besideField(e, &p, e.t.T("s10.fte.hint"))
	case "from", "to":
		besideField(e, &p, e.t.T("s10c.period.hint"))
	}
	return p
}

// without reports whether there is no board at this employer.
func (s *employerForm) without(e *env) bool {
	t, ok := e.pack().EmploymentType(s.employer(e).Employment)
	return ok && !t.HasBoard() || !ok && plan.WithoutBoard(e.plan, e.pack())
}

func (s *employerForm) bind(id string, get func(*env, plan.Employer) string, set func(*env, *plan.Employer, string) error) bound {
	return bound{id: id, width: employerLabels,
		caption: func(e *env) string {
			if client := "s10." + id + ".client"; s.without(e) && e.t.Has(client) {
				return e.t.T(client)
			}
			if own := "s10c." + id; e.t.Has(own) {
				return e.t.T(own)
			}
			return e.t.T("s10." + id)
		},
		get: func(e *env) string { return get(e, s.employer(e)) },
		set: func(e *env, v string) (plan.Change, error) {
			try := s.employer(e)
			if err := set(e, &try, v); err != nil {
				return plan.Change{}, err
			}
			if _, ok := employerAt(e.plan, s.id); !ok {
				return plan.AddEmployer(e.plan, e.pack(), try)
			}
			return plan.EditEmployer(e.plan, e.pack(), s.id, id, func(x *plan.Employer) { _ = set(e, x, v) })
		}}
}

func (s *employerForm) text(id string, at func(*plan.Employer) *string) field {
	return newText(s.bind(id, func(_ *env, x plan.Employer) string { return *at(&x) },
		func(_ *env, x *plan.Employer, v string) error { *at(x) = v; return nil }))
}

// kind is how one works there; the first answer is as the profile says.
func (s *employerForm) kind() field {
	return newChoice(s.bind("kind", func(_ *env, x plan.Employer) string { return x.Employment },
		func(_ *env, x *plan.Employer, v string) error { x.Employment = v; return nil }), func(e *env) []option {
		out := []option{{"", e.t.T("s10c.kind.same")}}
		for _, t := range e.pack().EmploymentFor(e.fw.ID) {
			if !t.Several && t.HasWork() {
				out = append(out, option{t.ID, e.say(t.Name)})
			}
		}
		return out
	})
}

func (s *employerForm) share() field {
	b := s.bind("share", func(e *env, x plan.Employer) string {
		if x.FTE == 0 {
			return ""
		}
		return shareWords(e, x.FTE, x.FTEOf)
	}, func(e *env, x *plan.Employer, v string) error {
		if strings.TrimSpace(v) == "" {
			x.FTE, x.FTEOf = 0, 0
			return nil
		}
		n, of, err := readShare(e, v)
		x.FTE, x.FTEOf = n, of
		return err
	})
	b.preset, b.caption = true, shareCaption
	return newText(b)
}

func (s *employerForm) manager() field {
	return newText(s.bind("manager", func(_ *env, x plan.Employer) string {
		if x.Manager == nil {
			return ""
		}
		return x.Manager.Name
	}, func(e *env, x *plan.Employer, v string) error {
		if x.Manager = nil; strings.TrimSpace(v) != "" {
			x.Manager = &plan.Person{Name: v, Role: e.fw.PartnerFor(plan.RoleManager)}
			if s.without(e) {
				x.Manager.Role = plan.RoleClient
			}
		}
		return nil
	}))
}

// day is the first or the last day of the job; empty is the whole year.
func (s *employerForm) day(id string) field {
	b := s.bind(id, func(e *env, x plan.Employer) string {
		if id == "from" {
			return dayText(e, x.From)
		}
		return dayText(e, x.To)
	}, func(e *env, x *plan.Employer, v string) error {
		d, err := readDay(e, v)
		if id == "from" {
			x.From = d
		} else {
			x.To = d
		}
		return err
	})
	b.preset = true
	return newText(b)
}
