package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"
)

// A step is one step of the path that this program has.
type step struct {
	Number  int
	Part    string // catalogue id part.Part
	screens func(*Model) []screen
}

// allSteps are the steps of the path, in order. What is not here is not there:
// screens count this list and never name a number.
func allSteps() []step {
	return []step{
		{1, "explore", func(m *Model) []screen { return []screen{newProfile(m)} }},
		{2, "explore", surveyScreens},
		{3, "explore", func(m *Model) []screen { return []screen{newPlace(m)} }},
		{4, "plan", func(m *Model) []screen { return []screen{newGoals(m)} }},
		{5, "plan", func(m *Model) []screen { return []screen{newActivities(m)} }},
		{6, "plan", func(m *Model) []screen { return []screen{newAgreements(m)} }},
		{7, "discuss", coachScreens},
		{8, "discuss", handoverScreens},
		{9, "do", func(m *Model) []screen { return []screen{newDossier(m)} }},
		{10, "look-back", func(m *Model) []screen { return []screen{newHalfway(m)} }},
		{11, "look-back", closingScreens},
	}
}

func stepNumbers() []int {
	var out []int
	for _, s := range allSteps() {
		out = append(out, s.Number)
	}
	return out
}

func stepID(n int) string { return "step." + itoa(n) }

// openStep opens a step from wherever the person is: its screens come on top
// of the path, so that esc leads back there.
func (m *Model) openStep(n int) tea.Cmd {
	at := slices.IndexFunc(allSteps(), func(s step) bool { return s.Number == n })
	if at < 0 || m.plan.ID == "" {
		return nil
	}
	cmd := m.cut(1)
	m.stack = append(m.stack, pathAt(n))
	list := allSteps()[at].screens(m)
	for _, s := range list[:len(list)-1] {
		if o, ok := s.(opener); ok {
			o.Open(m.env())
		}
		m.stack = append(m.stack, s)
	}
	m.stack = append(m.stack, list[len(list)-1])
	return tea.Batch(cmd, m.entered())
}

// stepper is a screen that belongs to a step.
type stepper interface{ Step() int }

// stepHere is the step of the highest screen that has one, or 0.
func (m *Model) stepHere() int {
	for i := len(m.stack) - 1; i >= 0; i-- {
		if s, ok := m.stack[i].(stepper); ok {
			return s.Step()
		}
	}
	return 0
}

// stepTo returns the step by places away from here, or 0.
func (m *Model) stepTo(by int) int {
	at := slices.IndexFunc(allSteps(), func(s step) bool { return s.Number == m.stepHere() }) + by
	if m.stepHere() == 0 || at < 0 || at >= len(allSteps()) {
		return 0
	}
	return allSteps()[at].Number
}

func (m *Model) stepBy(by int) []effect { return []effect{openStep(m.stepTo(by))} }

func (m *Model) whyNoStep(by int) string {
	switch {
	case m.stepTo(by) > 0:
		return ""
	case m.stepHere() == 0:
		return "why.nostep"
	case by > 0:
		return "why.laststep"
	}
	return "why.firststep"
}
