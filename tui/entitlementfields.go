package tui

import (
	"strings"

	"bekwaam/plan"
	"bekwaam/text"
)

// weeks is how many weeks of work a year has; it stands in the profile and
// holds for every line that counts by the week.
func (s *entitlement) weeks() field {
	b := bound{id: "weeks", label: "s54.f.weeks", width: lineLabels, preset: true}
	b.get = func(e *env) string {
		if e.plan.Profile.WorkingWeeks == 0 {
			return ""
		}
		return itoa(e.plan.Profile.WorkingWeeks)
	}
	b.set = func(e *env, v string) (plan.Change, error) {
		n, err := text.ParseDecimal4(v)
		if err != nil {
			return plan.Change{}, err
		}
		if n%10_000 != 0 {
			return plan.Change{}, &text.ParseError{Kind: text.KindNumber, Code: text.CodeSyntax, Input: v}
		}
		if n > 53*10_000 {
			return plan.Change{}, &text.ParseError{Kind: text.KindNumber, Code: text.CodeRange, Input: v}
		}
		return plan.EditProfile(e.plan, e.pack(), "working_weeks", func(p *plan.Profile) { p.WorkingWeeks = int(n / 10_000) })
	}
	return newText(b)
}

func (s *entitlement) proRata() field {
	return newChoice(s.bind("prorata", func(_ *env, l plan.Line) string {
		if l.ProRata {
			return "yes"
		}
		return "no"
	}, func(_ *env, l *plan.Line, v string) error { l.ProRata = v == "yes"; return nil }), func(e *env) []option {
		return []option{{"yes", e.t.T("s54.prorata.yes", "Share", shareWords(e, e.plan.Profile.FTE, e.plan.Profile.FTEOf))}, {"no", e.t.T("s54.prorata.no")}}
	})
}

// pays is whose money a line is: costs that this payer pays draw on it.
func (s *entitlement) pays() field {
	return newChoice(s.bind("pays", func(_ *env, l plan.Line) string { return l.Source },
		func(_ *env, l *plan.Line, v string) error { l.Source = v; return nil }), payers)
}

// employer is at which of several employers a line holds.
func (s *entitlement) employer() field {
	return newChoice(s.bind("employer", func(_ *env, l plan.Line) string { return employerOf(l.Employer) },
		func(_ *env, l *plan.Line, v string) error { l.Employer = v; return nil }), employerOptions)
}

// checked is the day on which the teacher last compared the line with the
// agreement.
func (s *entitlement) checked() field {
	b := s.bind("checked", func(e *env, l plan.Line) string { return dayWords(e, l.CheckedOn) },
		func(e *env, l *plan.Line, v string) error {
			if strings.TrimSpace(v) == "" {
				l.CheckedOn = text.Date{}
				return nil
			}
			d, err := text.ParseDate(v, e.today(), e.plan.Profile.SchoolYear)
			l.CheckedOn = d
			return err
		})
	b.hint, b.preset = "s54.checked.hint", true
	return newText(b)
}
