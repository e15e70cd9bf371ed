package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
)

// asked is a question of the checks with the item that it is about.
type asked struct {
	check, item string
	words       string
}

// questions are the checks as sentences, an item in front where there is one.
func questions(e *env) []asked {
	var out []asked
	for _, q := range plan.Questions(e.plan, e.pack(), e.today()) {
		c, ok := e.pack().Check(q.Check)
		if !ok {
			continue
		}
		words := e.say(c.Text)
		if len(q.About) == 0 {
			out = append(out, asked{check: q.Check, words: words})
		}
		for _, id := range q.About {
			a := asked{check: q.Check, item: id, words: words}
			if name := calls(e, id); name != "" {
				a.words = name + ": " + lowerFirst(words)
			}
			out = append(out, a)
		}
	}
	return out
}

// calls is what a question calls an item: goal 2, or its own name.
func calls(e *env, id string) string {
	if n := goalNumber(e.plan, id); n > 0 {
		return e.t.T("s70.goal", "Number", n)
	}
	if l, ok := e.pack().Entitlement(id); ok {
		return e.say(l.Topic)
	}
	return itemName(e.plan, id)
}

// askedField is the field in which a question can be answered.
var askedField = map[string]string{"no-pupil": "why", "content": "title", "coherence": "school", "evidence": "evidence", "deadline": "deadline",
	"hours-none": "hours", "payer": "payer", "mandated": "ordered", "entitlement-old": "checked"}

// toItem opens the screen on which a question can be answered.
func toItem(e *env, check, item string) []effect {
	has := func(list []string) bool { return slices.Contains(list, check) }
	switch {
	case slices.ContainsFunc(e.plan.Goals, func(g plan.Goal) bool { return g.ID == item }):
		return []effect{openStep(4), openItem(func(m *Model) screen {
			s := newGoal(m, item).(*goalForm)
			s.choose(askedField[check])
			return s
		})}
	case slices.ContainsFunc(e.plan.Activities, func(a plan.Activity) bool { return a.ID == item }):
		return []effect{openStep(5), openItem(func(m *Model) screen { return newActivityAt(m, item, firstOf(askedField[check], "what")) })}
	case slices.ContainsFunc(e.plan.Agreements, func(a plan.Agreement) bool { return a.ID == item }):
		return []effect{openStep(6), openItem(func(m *Model) screen { return newAgreement(m, item) })}
	case slices.ContainsFunc(e.plan.EntitlementLines, func(l plan.Line) bool { return l.Line == item }):
		return []effect{openStep(5), openItem(func(m *Model) screen {
			s := newLine(m, item).(*entitlement)
			s.choose(askedField[check])
			return s
		})}
	case has([]string{"active", "duration", "collective", "feedback", "practice"}):
		return []effect{openStep(5)}
	case has([]string{"ask-load"}):
		return []effect{openStep(6)}
	case has([]string{"coach-sep", "privacy-name", "privacy-health"}):
		return []effect{openStep(1)}
	}
	return []effect{openStep(4)}
}

func openItem(make func(*Model) screen) effect {
	return func(m *Model) tea.Cmd { return m.push(make(m)) }
}
