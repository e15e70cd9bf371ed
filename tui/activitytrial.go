package tui

import (
	"bekwaam/plan"
)

// trial is whether an activity may fail: it then counts as done whatever came
// of it.
func (s *activity) trial() field {
	b := s.bind("trial", func(_ *env, a plan.Activity) string {
		if a.Trial {
			return "yes"
		}
		return "no"
	}, func(_ *env, a *plan.Activity, v string) error { a.Trial = v == "yes"; return nil })
	return newChoice(b, func(e *env) []option {
		return []option{{"no", e.t.T("s52.trial.no")}, {"yes", e.t.T("s52.trial.yes")}}
	})
}

// closedTrial reports whether an activity is a trial of which it can be said
// what it taught.
func closedTrial(a plan.Activity) bool { return a.Trial && (a.Status == plan.Done || a.Learned != "") }

// statusWords is how far an activity is; a trial is done whether it worked or
// not.
func statusWords(e *env, a plan.Activity, status string) string {
	if a.Trial && status == plan.Done {
		return e.t.T("s52.done.trial")
	}
	return e.t.T("activity." + status)
}

// activityName is the description, with a word in front where it is a trial.
func activityName(e *env, a plan.Activity) string {
	if a.Trial {
		return e.t.T("s50.trial", "Name", a.Description)
	}
	return a.Description
}
