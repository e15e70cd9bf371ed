package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
)

// agreementForm is the form of one agreement of S60: who, what, by when, and,
// once it exists, whether it was kept.
type agreementForm struct {
	form
	id string
}

const agreementLabels = 16

// newAgreement opens the agreement with this id. One that is not in the plan
// is added with the first words that are written.
func newAgreement(m *Model, id string) screen {
	s := &agreementForm{id: id}
	s.fields = []field{
		s.text("who", "who", func(a *plan.Agreement) *string { return &a.Who }),
		s.text("what", "what", func(a *plan.Agreement) *string { return &a.What }),
		s.day(),
	}
	if _, ok := s.saved(m.env()); ok {
		s.fields = append(s.fields, s.done())
	}
	if severalEmployers(m.env()) {
		s.fields = append(s.fields, s.employer())
	}
	s.fields = append(s.fields, &button{id: "done", blank: true, label: func(e *env) string { return e.t.T("act.done") },
		do: func(*env) []effect { return []effect{back()} }})
	s.choose(s.firstEmpty(m.env()))
	return s
}

func (s *agreementForm) ID() string       { return "S60b" }
func (s *agreementForm) Step() int        { return 6 }
func (s *agreementForm) Audience() string { return "board" }

func (s *agreementForm) Title(e *env) string {
	part := "s60.part.new"
	if _, ok := s.saved(e); ok {
		part = "s60.part"
	}
	return stepTitle(e, 6, e.t.T(part))
}

// saved is the agreement as the plan has it.
func (s *agreementForm) saved(e *env) (plan.Agreement, bool) {
	i := slices.IndexFunc(e.plan.Agreements, func(a plan.Agreement) bool { return a.ID == s.id })
	if i < 0 {
		return plan.Agreement{ID: s.id}, false
	}
	return e.plan.Agreements[i], true
}

func (s *agreementForm) firstEmpty(e *env) string {
	a, _ := s.saved(e)
	switch {
	case a.Who == "":
		return "who"
	case a.What == "":
		return "what"
	case a.ByWhen.IsZero():
		return "by"
	}
	return "done"
}

// edit is the act that changes the agreement; the first one adds it.
func (s *agreementForm) edit(e *env, name string, do func(*plan.Agreement)) (plan.Change, error) {
	a, ok := s.saved(e)
	if !ok {
		do(&a)
		return plan.AddAgreement(e.plan, a)
	}
	return plan.EditAgreement(e.plan, s.id, name, do)
}

func (s *agreementForm) text(id, name string, at func(*plan.Agreement) *string) field {
	return newText(bound{id: id, label: "s60.field." + id, width: agreementLabels,
		get: func(e *env) string { a, _ := s.saved(e); return *at(&a) },
		set: func(e *env, v string) (plan.Change, error) {
			return s.edit(e, name, func(a *plan.Agreement) { *at(a) = v })
		}})
}

func (s *agreementForm) day() field {
	return newText(bound{id: "by", label: "s60.field.by", width: agreementLabels, preset: true,
		get: func(e *env) string { a, _ := s.saved(e); return dayText(e, a.ByWhen) },
		set: func(e *env, v string) (plan.Change, error) {
			d, err := readDay(e, v)
			if err != nil {
				return plan.Change{}, err
			}
			return s.edit(e, "by_when", func(a *plan.Agreement) { a.ByWhen = d })
		}})
}

// employer is with which of several employers it was made.
func (s *agreementForm) employer() field {
	b := bound{id: "employer", label: "s60.field.employer", width: agreementLabels,
		get: func(e *env) string { a, _ := s.saved(e); return employerOf(a.Employer) },
		set: func(e *env, v string) (plan.Change, error) {
			return s.edit(e, "employer", func(a *plan.Agreement) { a.Employer = v })
		}}
	return newChoice(b, employerOptions)
}

// done is whether the agreement was kept.
func (s *agreementForm) done() field {
	b := bound{id: "kept", label: "s60.field.kept", width: agreementLabels,
		get: func(e *env) string {
			if a, _ := s.saved(e); a.Done {
				return "yes"
			}
			return "no"
		},
		set: func(e *env, v string) (plan.Change, error) {
			return s.edit(e, "done", func(a *plan.Agreement) { a.Done = v == "yes" })
		}}
	return newChoice(b, func(e *env) []option {
		return []option{{"no", e.t.T("s60.kept.no")}, {"yes", e.t.T("agreement.kept")}}
	})
}

func (s *agreementForm) Page(e *env) page {
	return s.form.Page(e, append(wrapped(e.t.T("s60.hint"), e.w, 0, e.st.Hint.Render), line{})...)
}

func (s *agreementForm) Update(e *env, msg tea.Msg) []effect {
	return append(s.form.Update(e, msg), renew(&s.form))
}

func (s *agreementForm) Actions(*env) []action { return fieldKeys(s.here()) }
