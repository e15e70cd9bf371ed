package tui

import (
	"strings"

	"bekwaam/plan"
)

// asksAlso reports whether the form asks what somebody is beside a teacher: of
// who has taught for some years, who answered it, and who looked at the year.
func (s *profile) asksAlso(e *env) bool {
	p := e.plan.Profile
	return s.asks || p.InductionYear > experienced || len(p.Also) > 0
}

// experienced is the last of the first years.
const experienced = 3

// also is what somebody is beside a teacher. Who guides or assesses may keep a
// plan of their own and is offered activities for that.
func (s *profile) also() field {
	b := s.bound("also", func(p plan.Profile) string { return strings.Join(p.Also, " ") },
		func(p *plan.Profile, v string) error { p.Also = strings.Fields(v); return nil })
	return newChoice(b, func(e *env) []option {
		coach := roleOf(e, plan.RoleCoach)
		out := []option{{"", e.t.T("s10.also.none")}, {plan.RoleCoach, coach}}
		if e.pack().Judges(e.fw.ID) {
			out = append(out, option{plan.RoleAssessor, e.t.T("s10.also.assessor")},
				option{plan.RoleCoach + " " + plan.RoleAssessor, inWords(e, []string{coach, e.t.T("s10.also.assessor")})})
		}
		return out
	})
}

// roleOf is what a framework calls the coach or the manager.
func roleOf(e *env, role string) string { return e.say(e.fw.Vocabulary[role]) }
