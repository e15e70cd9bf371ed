package tui

import (
	tea "charm.land/bubbletea/v2"

	"bekwaam/continuum"
	"bekwaam/plan"
)

// profileGroup is what the pack says about the fields of the profile.
func profileGroup(e *env) continuum.FieldGroup {
	for _, g := range e.pack().Fields {
		if g.ID == "context" {
			return g
		}
	}
	return continuum.FieldGroup{}
}

// asksRights reports whether the rights of starters stand on the form: they
// do where the pack offers lines for them and the usual answer may not hold,
// or where somebody looked at the year with them.
func (s *profile) asksRights(e *env) bool {
	p := e.plan.Profile
	return plan.StarterRights(e.plan, e.pack()) &&
		(s.asks || p.CaoStarter != "yes" || p.InductionYear > plan.LastStarterYear(e.pack()))
}

// year is how many years somebody has taught. With it comes the question
// about the rights of starters: after the last year in which they usually
// hold, the usual answer is not yes any more.
func (s *profile) year() field {
	b := s.bound("year", func(p plan.Profile) string { return itoa(min(max(p.InductionYear, 1), 4)) }, nil)
	b.set = func(e *env, v string) (plan.Change, error) {
		return plan.EditProfile(e.plan, e.pack(), "year", func(p *plan.Profile) { p.InductionYear = int(v[0] - '0') })
	}
	return &yearField{newChoice(b, func(e *env) []option {
		var out []option
		for _, y := range []string{"1", "2", "3", "4"} {
			out = append(out, option{y, e.t.T("s10.year." + y)})
		}
		return out
	}), s}
}

// yearField brings the question about the rights, and about what else somebody
// is, with it as soon as somebody does more than pass it.
type yearField struct {
	*choiceField
	form *profile
}

func (f *yearField) Update(e *env, msg tea.Msg) (bool, []effect) {
	used, effects := f.choiceField.Update(e, msg)
	f.form.asks = f.form.asks || used
	return used, effects
}

// rights is whether the teacher has the rights of starters; the lines for
// hours that are offered change with it.
func (s *profile) rights() field {
	return newChoice(s.bound("rights", func(p plan.Profile) string { return p.CaoStarter },
		func(p *plan.Profile, v string) error { p.CaoStarter = v; return nil }), func(e *env) []option {
		var out []option
		for _, v := range profileGroup(e).Choices["cao_starter"] {
			out = append(out, option{v, e.t.T("s10.rights." + v)})
		}
		return out
	})
}

// agreement is whether the collective agreement holds, where the way of
// working leaves that open. Its lines are offered once it does.
func (s *profile) agreement() field {
	return newChoice(s.bound("agreement", func(p plan.Profile) string { return firstOf(p.CaoApplies, "not-known") },
		func(p *plan.Profile, v string) error { p.CaoApplies = v; return nil }), func(e *env) []option {
		var out []option
		for _, v := range profileGroup(e).Choices["cao_applies"] {
			out = append(out, option{v, e.t.T("s10.rights." + v)})
		}
		return out
	})
}
