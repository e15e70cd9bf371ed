package plan

import (
	"slices"

	"bekwaam/continuum"
	"bekwaam/text"
)

// Part is one of the five parts of the path.
type Part string

// The parts, in their order.
const (
	PartExplore  Part = "explore"
	PartPlan     Part = "plan"
	PartDiscuss  Part = "discuss"
	PartDo       Part = "do"
	PartLookBack Part = "look-back"
)

// StepState says how far a step is. Nothing is ever locked.
type StepState string

// The states of a step.
const (
	StepOpen  StepState = "open"
	StepBegun StepState = "begun"
	StepDone  StepState = "done"
)

// What is counted in a step.
const (
	CountOpen       = "open"       // open questions answered
	CountViews      = "views"      // sentences chosen
	CountContext    = "context"    // statements about the school answered
	CountGoals      = "goals"      // of this year
	CountKept       = "kept"       // goals kept for a later year
	CountActivities = "activities" // not dropped
	CountAgreements = "agreements" // made
	CountKeptWord   = "kept-word"  // agreements kept, of those made
	CountNotes      = "notes"      // of the coach
	CountSigned     = "signed"     // signatures made, of those expected and made
	CountEvidence   = "evidence"   // pieces of the dossier: evidence and observations
	CountEvaluated  = "evaluated"  // goals looked back on, of those of this year
)

// Count is how many there are, and of how many where that is known.
type Count struct {
	What  string // one of the Count constants
	N, Of int
}

// Step is one of the eleven steps of the path.
type Step struct {
	Number int // 1 to 11
	Part   Part
	State  StepState

	// Enough says that going on makes sense though the step is not done:
	// some sentences are chosen, or there is no coach to wait for.
	Enough bool

	// Waits says that it is somebody else's turn: Name's, since Since.
	Waits bool
	Since Instant

	Counts  []Count
	Name    string    // whom the step is with
	Version int       // what was signed
	Date    text.Date // of what was done, or the day it is planned for
}

// Count returns how many there are of what; zero where the step does not
// count it.
func (s Step) Count(what string) Count {
	for _, c := range s.Counts {
		if c.What == what {
			return c
		}
	}
	return Count{What: what}
}

// Progress returns the eleven steps of p in their order. With a nil pack the
// totals of the survey are 0.
func Progress(p Plan, pack *continuum.Pack) []Step {
	steps := []Step{
		profileStep(p, pack), surveyStep(p, pack), placeStep(p), goalStep(p), activityStep(p), agreementStep(p),
		coachStep(p), signStep(p), dossierStep(p), midyearStep(p), closeStep(p),
	}
	parts := []Part{PartExplore, PartExplore, PartExplore, PartPlan, PartPlan, PartPlan, PartDiscuss, PartDiscuss, PartDo, PartLookBack, PartLookBack}
	for i := range steps {
		steps[i].Number, steps[i].Part = i+1, parts[i]
	}
	return steps
}

// NextStep returns the number of the first step that is neither done nor
// good enough to go on from, does not wait for somebody else, and is among
// built; 0 where there is none.
func NextStep(steps []Step, built ...int) int {
	for _, s := range steps {
		if s.State != StepDone && !s.Enough && !s.Waits && slices.Contains(built, s.Number) {
			return s.Number
		}
	}
	return 0
}

// stateOf is done, begun or open.
func stateOf(done, begun bool) StepState {
	switch {
	case done:
		return StepDone
	case begun:
		return StepBegun
	}
	return StepOpen
}

func profileStep(p Plan, pack *continuum.Pack) Step {
	pr := p.Profile
	school := pr.School != "" || WithoutBoard(p, pack) || slices.ContainsFunc(pr.Employers, func(e Employer) bool { return e.School != "" })
	begun := pr.Name != "" || pr.School != "" || pr.Board != "" || pr.Group != "" || pr.Coach != nil || pr.Manager != nil
	return Step{State: stateOf(pr.Name != "" && school && pr.Framework != "", begun), Name: pr.Name}
}

func surveyStep(p Plan, pack *continuum.Pack) Step {
	open, views, context := Count{What: CountOpen}, Count{What: CountViews}, Count{What: CountContext}
	if pack != nil {
		open.Of, context.Of = len(pack.Survey.Open), len(pack.Survey.Context)
	}
	if f := frameworkOf(p, pack); f != nil {
		views.Of = len(f.CompetenceIDs())
	}
	for _, a := range p.Survey.Open {
		if a != "" {
			open.N++
		}
	}
	for _, v := range p.Views {
		if v.Fits != "" {
			views.N++
		}
	}
	context.N = len(p.Survey.Context)
	all := open.Of+views.Of+context.Of > 0 && open.N >= open.Of && views.N >= views.Of && context.N >= context.Of
	return Step{State: stateOf(all, open.N+context.N+len(p.Views) > 0), Enough: views.N > 0, Counts: []Count{open, views, context}}
}

func placeStep(p Plan) Step {
	f := p.Focus
	return Step{State: stateOf(len(f.Competences) > 0 || slices.ContainsFunc(p.Goals, Goal.asked), f.Reason != "" || len(f.SetAside) > 0 || len(p.Start.Strengths) > 0)}
}

func goalStep(p Plan) Step {
	live := p.LiveGoals()
	return Step{State: stateOf(slices.ContainsFunc(live, Goal.asked), len(p.Goals) > 0),
		Counts: []Count{{What: CountGoals, N: len(live)}, {What: CountKept, N: len(p.Goals) - len(live)}}}
}

func activityStep(p Plan) Step {
	n := len(p.LiveActivities())
	return Step{State: stateOf(n > 0, len(p.Activities) > 0), Counts: []Count{{What: CountActivities, N: n}}}
}

func agreementStep(p Plan) Step {
	c := p.Conditions
	some := c.Support != "" || c.Time != "" || c.Replacement != "" || c.Material != "" || len(c.Promises) > 0 ||
		slices.ContainsFunc(p.Profile.Employers, func(e Employer) bool { return e.Conditions != nil })
	kept := len(keepItems(p.Agreements, func(a Agreement) bool { return a.Done }))
	n := len(p.Agreements)
	return Step{State: stateOf(n > 0 || some, false), Counts: []Count{{What: CountAgreements, N: n}, {What: CountKeptWord, N: kept, Of: n}}}
}
