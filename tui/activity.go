package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// activity is S52: when, with whom, how long, what it costs and who pays,
// whether the school ordered it, and later what it really took.
type activity struct {
	form
	id   string
	all  []field
	gone bool // it was taken back below this screen
}

const activityLabels = 25

func newActivity(m *Model, id string) screen { return newActivityAt(m, id, "from") }

// newActivityAt opens an activity with the focus on a field.
func newActivityAt(m *Model, id, at string) *activity {
	s := &activity{id: id}
	s.all = s.makeFields()
	e := m.env()
	s.arrange(e)
	if a, ok := activityOf(e.plan, id); ok && a.Description == "" && at == "from" {
		at = "what"
	}
	s.choose(at)
	return s
}

func (s *activity) ID() string       { return "S52" }
func (s *activity) Step() int        { return 5 }
func (s *activity) Audience() string { return "board" }

func (s *activity) Title(e *env) string {
	a, _ := activityOf(e.plan, s.id)
	return stepTitle(e, 5, soften(shortName(firstOf(a.Description, e.t.T("s52.unnamed")), 40)))
}

// arrange shows the fields that there are now: a reason only where an
// activity is dropped, how often it comes back only where it is on days, what was learned only where a trial is closed, whose it
// is only where there are several employers.
func (s *activity) arrange(e *env) {
	a, ok := activityOf(e.plan, s.id)
	s.gone = !ok
	at := ""
	if len(s.fields) > 0 {
		at = s.here().ID()
	}
	s.fields = nil
	for i, f := range s.all {
		if f.ID() == "reason" && a.Status != plan.Dropped || f.ID() == "learned" && !closedTrial(a) || f.ID() == "employer" && !severalEmployers(e) ||
			(f.ID() == "repeat" || f.ID() == "clock" || f.ID() == "minutes") && !onDays(a) {
			continue
		}
		if s.fields = append(s.fields, f); f.ID() == at {
			s.at = i
		}
	}
	for i, f := range s.fields {
		if f.ID() == at {
			s.at = i
		}
	}
	s.at = min(s.at, len(s.fields)-1)
}

// Open takes the plan over: after coming on top, undo and redo.
func (s *activity) Open(e *env) {
	s.arrange(e)
	s.form.Open(e)
}

// Update does what the form does; what an act changed elsewhere on the form
// shows at once.
func (s *activity) Update(e *env, msg tea.Msg) []effect {
	if s.gone {
		return nil
	}
	if c, ok := msg.(clickMsg); ok && c.Row == "spent" && c.Cell >= paidCell {
		msg = clickMsg{Row: "paid", Cell: c.Cell - paidCell, Line: c.Line}
	}
	before := s.here()
	return append(s.form.Update(e, msg), func(m *Model) tea.Cmd {
		s.arrange(m.env())
		renewOthers(&s.form, m.env(), before)
		return nil
	})
}

// renewOthers takes the plan over in every field but the one that was in hand
// before and still is: that one may hold what is being typed.
func renewOthers(f *form, e *env, before field) {
	for _, x := range f.fields {
		if x != before || x != f.here() {
			x.Open(e)
		}
	}
}

func (s *activity) Actions(e *env) []action {
	if s.gone {
		return nil
	}
	return fieldKeys(s.here())
}

// bind ties a field to the activity.
func (s *activity) bind(id string, get func(*env, plan.Activity) string, set func(*env, *plan.Activity, string) error) bound {
	return bound{id: id, label: "s52." + id, width: activityLabels,
		get: func(e *env) string {
			a, _ := activityOf(e.plan, s.id)
			return get(e, a)
		},
		set: func(e *env, v string) (plan.Change, error) {
			try, _ := activityOf(e.plan, s.id)
			if err := set(e, &try, v); err != nil {
				return plan.Change{}, err
			}
			return plan.EditActivity(e.plan, s.id, id, func(a *plan.Activity) { _ = set(e, a, v) })
		}}
}

// words is a field of text that is stored as it is.
func (s *activity) words(id string, at func(*plan.Activity) *string) *textField {
	return newText(s.bind(id, func(_ *env, a plan.Activity) string { return *at(&a) },
		func(_ *env, a *plan.Activity, v string) error { *at(a) = v; return nil }))
}

// makeFields are all fields of the form, in their order.
func (s *activity) makeFields() []field {
	return []field{
		s.words("what", func(a *plan.Activity) *string { return &a.Description }),
		s.from(),
		s.to(),
		s.repeats(),
		s.clock(),
		s.lasting(),
		s.goals(),
		s.employer(),
		s.with(),
		s.hours(),
		s.cost(),
		s.payer(),
		s.line(),
		s.ordered(),
		s.words("evidence", func(a *plan.Activity) *string { return &a.EvidencePlanned }),
		s.words("note", func(a *plan.Activity) *string { return &a.Note }),
		s.status(),
		s.words("reason", func(a *plan.Activity) *string { return &a.StatusReason }),
		s.trial(),
		s.words("learned", func(a *plan.Activity) *string { return &a.Learned }),
		s.spent(),
		s.paid(),
		&button{id: "done", label: func(e *env) string { return e.t.T("act.done") }, do: func(*env) []effect { return []effect{back()} }},
	}
}

// employer is for which of several employers it is; what is for all of them is
// divided by the share of a job at each.
func (s *activity) employer() field {
	return newChoice(s.bind("employer", func(_ *env, a plan.Activity) string { return employerOf(a.Employer) },
		func(_ *env, a *plan.Activity, v string) error { a.Employer = v; return nil }), employerOptions)
}

func (s *activity) with() field {
	return newText(s.bind("with", func(e *env, a plan.Activity) string { return partnerWords(e, a.Partner) },
		func(e *env, a *plan.Activity, v string) error {
			a.Partner = plan.NamePartner(e.plan, e.pack(), e.fw, a.Partner, v, e.t.T("s50.alone"))
			return nil
		}))
}

// hours and cost are estimates of the pack at first: typing takes their place.
func (s *activity) hours() field {
	b := s.bind("hours", func(e *env, a plan.Activity) string {
		if a.Hours == nil {
			return ""
		}
		return text.FormatQuarters(int(*a.Hours), e.lang())
	}, func(_ *env, a *plan.Activity, v string) error {
		if v == "" {
			a.Hours = nil
			return nil
		}
		n, err := text.ParseQuarters(v)
		h := plan.Quarters(n)
		a.Hours = &h
		return err
	})
	b.preset = true
	return newText(b)
}

func (s *activity) cost() field {
	b := s.bind("cost", func(e *env, a plan.Activity) string {
		if a.Cost == 0 {
			return ""
		}
		return money(e, a.Cost)
	}, func(e *env, a *plan.Activity, v string) error {
		c, err := cents(e, v)
		a.Cost = c
		return err
	})
	b.preset = true
	return newText(b)
}

// cents reads an amount; nothing typed is no amount.
func cents(e *env, v string) (plan.Cents, error) {
	if strings.TrimSpace(v) == "" {
		return 0, nil
	}
	n, err := text.ParseCents(v, e.lang())
	return plan.Cents(n), err
}
