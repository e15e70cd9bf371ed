package plan

import "slices"

// coachStep is done when a round was closed as discussed. Without a coach,
// and once a version is signed, nobody has to wait for it.
func coachStep(p Plan) Step {
	s := Step{Counts: []Count{{What: CountNotes, N: len(p.Notes)}}}
	if p.Profile.Coach != nil {
		s.Name = p.Profile.Coach.Name
	}
	done := p.State == Discussed || p.State == Agreed ||
		slices.ContainsFunc(p.Moves, func(m Move) bool { return m.To == Discussed }) || p.signed(RoleCoach) != nil
	s.State = stateOf(done, p.State != Draft && !p.atWork() || len(p.Notes) > 0 || p.QuestionToCoach != "")
	s.Enough = s.Name == "" || p.signed(RoleTeacher) != nil || p.atWork()
	if p.State == Submitted || p.State == InReview {
		s.State, s.Waits = StepBegun, true
		for _, m := range p.Moves {
			if m.To == Submitted {
				s.Since = m.At
			}
		}
	}
	return s
}

// atWork reports whether the plan runs or ran.
func (p Plan) atWork() bool { return p.State == Active || p.State == Closed || p.State == Judged }

// signed returns the last signature that a role made under the plan.
func (p Plan) signed(role string) *Signature {
	for _, s := range slices.Backward(p.Signatures) {
		if s.Role == role && s.Made() && s.Moment == "plan" {
			return &s
		}
	}
	return nil
}

func signStep(p Plan) Step {
	made, all := 0, 0
	for _, s := range p.Signatures {
		if s.Moment != "plan" || s.Status == Declined {
			continue
		}
		if all++; s.Made() {
			made++
		}
	}
	s := Step{State: StepOpen, Counts: []Count{{What: CountSigned, N: made, Of: all}}}
	if t := p.signed(RoleTeacher); t != nil {
		s.State, s.Date, s.Version, s.Name = StepDone, t.Date, t.Version, t.Name
	}
	return s
}

// dossierStep goes on the whole year; one piece of evidence is enough to look
// back with.
func dossierStep(p Plan) Step {
	n := len(p.Evidence)
	spent := slices.ContainsFunc(p.Activities, func(a Activity) bool { return len(a.Log) > 0 })
	return Step{State: stateOf(p.State == Closed || p.State == Judged, p.atWork() && (n > 0 || spent || len(p.Reflections) > 0)),
		Enough: n > 0, Counts: []Count{{What: CountEvidence, N: n + len(p.Observations)}}}
}

// midyearStep has the day it was done, else the usual one.
func midyearStep(p Plan) Step {
	m := p.Midyear
	if m == nil {
		return Step{State: StepOpen, Date: p.HalfWay()}
	}
	written := m.WhatWorked != "" || m.WhatChanges != "" || m.SummaryForBoard != ""
	return Step{State: stateOf(written && !m.Date.IsZero(), true), Date: m.Date}
}

// closeStep has the day of the evaluation, else the last day on which a goal
// is looked back on.
func closeStep(p Plan) Step {
	s := Step{State: stateOf(p.State == Closed || p.State == Judged, p.Evaluation != nil || len(p.CarriedOver) > 0)}
	for _, g := range p.LiveGoals() {
		if s.Date.Before(g.Deadline) {
			s.Date = g.Deadline
		}
	}
	c := Count{What: CountEvaluated, Of: len(p.LiveGoals())}
	if e := p.Evaluation; e != nil {
		c.N = len(e.PerGoal)
		if !e.Date.IsZero() {
			s.Date = e.Date
		}
	}
	s.Counts = []Count{c}
	return s
}
