package continuum

import (
	"fmt"
	"slices"
)

// The scales that every survey has.
const (
	ScaleFits  = "fits"  // which sentence fits best
	ScaleNow   = "now"   // the quick round: how sure
	ScaleWant  = "want"  // the wish for this year
	ScaleAgree = "agree" // the statements about the school
)

// survey checks the questions, their scales and the plan checks.
func (v *validator) survey() {
	s := &v.p.Survey
	ids(v, "needs_survey.scales", s.Scales, func(s *Scale) string { return s.ID })
	for _, id := range []string{ScaleFits, ScaleNow, ScaleWant, ScaleAgree} {
		if !slices.ContainsFunc(s.Scales, func(s Scale) bool { return s.ID == id }) {
			v.add("needs_survey.scales", MissingValue, id, "")
		}
	}
	for i := range s.Scales {
		v.scale(fmt.Sprintf("needs_survey.scales[%d]", i), &s.Scales[i])
	}
	ids(v, "needs_survey.context_items", s.Context, func(c *ContextItem) string { return c.ID })
	for i, c := range s.Context {
		key := fmt.Sprintf("needs_survey.context_items[%d]", i)
		v.need(key, c.Text)
		v.value(key+".theme", c.Theme)
		v.ref(key+".guarantee", refGuarantee, c.Guarantee)
	}
	v.prompts("needs_survey.open_questions", s.Open)
	v.prompts("goal_prompts", v.p.GoalPrompts)
	ids(v, "plan_checks", v.p.Checks, func(c *Check) string { return c.ID })
	for i, c := range v.p.Checks {
		key := fmt.Sprintf("plan_checks[%d]", i)
		v.need(key, c.Text)
		v.one(key+".severity", c.Severity, "hint", "warn")
		v.value(key+".topic", c.Topic)
	}
}

func (v *validator) prompts(key string, list []Prompt) {
	ids(v, key, list, prompt)
	for i, q := range list {
		at := fmt.Sprintf("%s[%d]", key, i)
		v.need(at, q.Text)
		v.maybe(at+".audience", refAudience, q.Audience)
	}
}

func (v *validator) scale(key string, s *Scale) {
	v.need(key+".name", s.Name)
	if len(s.ByID) == 0 && len(s.Points) == 0 {
		v.add(key+".points", MissingValue, "", "")
	}
	ids(v, key+".points_by_id", s.ByID, func(p *ScalePoint) string { return p.ID })
	for i, p := range s.ByID {
		at := fmt.Sprintf("%s.points_by_id[%d]", key, i)
		if p.SentenceOfPhase == "" {
			v.need(at, p.Text)
		} else {
			v.ref(at+".sentence_of_phase", refEveryPhase, p.SentenceOfPhase)
		}
		if p.Distance != nil && *p.Distance < 1 {
			v.add(at+".distance", BadRange, fmt.Sprint(*p.Distance), "")
		}
	}
}
