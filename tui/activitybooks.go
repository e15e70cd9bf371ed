package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// payer is who pays, first those that go with the employment.
func (s *activity) payer() field {
	b := s.bind("payer", func(_ *env, a plan.Activity) string { return a.Funding },
		func(_ *env, a *plan.Activity, v string) error { a.Funding = v; return nil })
	return newChoice(b, payers)
}

func payers(e *env) []option {
	list, _ := plan.FundsFirst(e.plan, e.pack())
	out := make([]option, 0, len(list)+1)
	for _, f := range list {
		out = append(out, option{f.ID, fundingWords(e, f.ID)})
	}
	return append(out, option{"", e.t.T("s52.payer.none")})
}

// line is the entitlement that the hours come from.
func (s *activity) line() field {
	b := s.bind("line", func(_ *env, a plan.Activity) string { return a.HoursLine },
		func(_ *env, a *plan.Activity, v string) error { a.HoursLine = v; return nil })
	return newChoice(b, func(e *env) []option {
		var out []option
		a, _ := activityOf(e.plan, s.id)
		for _, l := range e.plan.EntitlementLines {
			if a.Employer != "" && a.Employer != plan.Both && a.HoursLine != l.Line && !plan.Mine(l.Employer, a.Employer) {
				continue
			}
			if l.Unit == "uur" && !slices.ContainsFunc(out, func(o option) bool { return o.ID == l.Line }) {
				out = append(out, option{l.Line, soften(lineCalled(e, l))})
			}
		}
		return append(out, option{"", e.t.T("s52.line.none")})
	})
}

// ordered is whether the school ordered it; then it does not come out of the
// teacher's own hours.
func (s *activity) ordered() field {
	b := s.bind("ordered", func(_ *env, a plan.Activity) string {
		switch {
		case a.Ordered == nil:
			return "unknown"
		case *a.Ordered:
			return "yes"
		}
		return "no"
	}, nil)
	b.set = func(e *env, v string) (plan.Change, error) {
		c, _, err := plan.OrderActivity(e.plan, s.id, orderedAnswer(v))
		return c, err
	}
	f := newChoice(b, func(e *env) []option {
		return []option{{"yes", e.t.T("s52.ordered.yes")}, {"no", e.t.T("s52.ordered.no")}, {"unknown", e.t.T("s52.ordered.unknown")}}
	})
	return &orderedField{f}
}

func orderedAnswer(v string) *bool {
	yes := v == "yes"
	if v == "unknown" {
		return nil
	}
	return &yes
}

// orderedField says it when an answer took the hour line away.
type orderedField struct{ *choiceField }

func (f *orderedField) Update(e *env, msg tea.Msg) (bool, []effect) {
	used, effects := f.choiceField.Update(e, msg)
	if len(effects) == 0 {
		return used, effects
	}
	return used, append([]effect{func(m *Model) tea.Cmd {
		before := withLine(m.plan)
		cmds := m.carryOut(effects)
		if withLine(m.plan) < before {
			m.say("s52.ordered.cleared")
		}
		return cmds
	}}, nil)
}

// withLine counts the activities whose hours come from a line.
func withLine(p plan.Plan) int {
	n := 0
	for _, a := range p.Activities {
		if a.HoursLine != "" {
			n++
		}
	}
	return n
}

func (s *activity) status() field {
	b := s.bind("status", func(_ *env, a plan.Activity) string { return a.Status },
		func(_ *env, a *plan.Activity, v string) error { a.Status = v; return nil })
	return newChoice(b, func(e *env) []option {
		var out []option
		a, _ := activityOf(e.plan, s.id)
		for _, v := range []string{plan.Wanted, plan.Planned, plan.Running, plan.Done, plan.Dropped} {
			out = append(out, option{v, statusWords(e, a, v)})
		}
		return out
	})
}

// spent and paid are what it really took; they stand on one line.
func (s *activity) spent() field {
	b := s.bind("spent", func(e *env, a plan.Activity) string {
		if h, _ := a.Spent(); h > 0 {
			return quarters(e, h)
		}
		return ""
	}, func(e *env, a *plan.Activity, v string) error {
		_, c := a.Spent()
		n := 0
		var err error
		if v != "" {
			n, err = text.ParseQuarters(v)
		}
		*a = a.Spend(plan.Quarters(n), c, e.today())
		return err
	})
	b.preset = true
	f := newText(b)
	f.cells = paidCell - activityLabels - 1
	return f
}

func (s *activity) paid() field {
	b := s.bind("paid", func(e *env, a plan.Activity) string {
		if _, c := a.Spent(); c > 0 {
			return money(e, c)
		}
		return ""
	}, func(e *env, a *plan.Activity, v string) error {
		h, _ := a.Spent()
		c, err := cents(e, v)
		*a = a.Spend(h, c, e.today())
		return err
	})
	b.preset, b.width = true, 0
	f := newText(b)
	f.cells = moneyCells
	return f
}
