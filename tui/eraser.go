package tui

import "bekwaam/plan"

// Eraser erases for good. Its calls are made in commands only.
type Eraser interface {
	// Erasing says what goes with a plan, or with "" everything.
	Erasing(id string) (Erasing, error)
	// Erase carries it out. held reports whether a preview is still open
	// somewhere, which goes at the next start.
	Erase(id string) (held bool, err error)
}

// Erasing is what goes and what stays.
type Erasing struct {
	Plans      []ErasedPlan
	Kept       []string // school years of the plans that stay
	Sent       []string // who has a file
	Backups    string   // folder with copies that stay, or ""
	Passphrase bool     // goes along, with everything
}

// ErasedPlan is a plan that goes.
type ErasedPlan struct {
	SchoolYear, Teacher              string
	Versions, Goals, Evidence, Notes int
}

// due reports whether the term for which plans are kept has passed: so many
// years after the school year ended.
func due(e *env, r PlanRow) bool {
	years := e.settings.Keep[e.settings.Role]
	first := plan.Plan{Profile: plan.Profile{SchoolYear: r.SchoolYear}}.FirstYear()
	if years == 0 || first == 0 {
		return false
	}
	today := e.today()
	end := first + 1 + years
	return today.Year > end || today.Year == end && today.Month >= 8
}

// overdue are the plans of which the term has passed.
func overdue(e *env) (out []PlanRow) {
	for _, r := range e.rows {
		if due(e, r) {
			out = append(out, r)
		}
	}
	return out
}
