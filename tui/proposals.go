package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/continuum"
	"bekwaam/plan"
)

// proposals is S31: what the teacher might begin with, each with its reason.
// A question of one's own stands on equal footing.
type proposals struct {
	list list
	// hidden are the proposals left out here, the last one last; one that
	// undo brings back is selected again.
	hidden []string
	write  writing
}

func newProposals() *proposals { return &proposals{} }

func (s *proposals) ID() string          { return "S31" }
func (s *proposals) Step() int           { return 3 }
func (s *proposals) Title(e *env) string { return stepTitle(e, 3, e.t.T("step.3.proposals")) }
func (s *proposals) Audience() string    { return "private" }
func (s *proposals) Form() bool          { return s.write.open() }

// Open selects what undo brought back, and renews a text in hand.
func (s *proposals) Open(e *env) {
	for i := len(s.hidden) - 1; i >= 0; i-- {
		if c := s.hidden[i]; !slices.Contains(e.plan.Focus.SetAside, c) {
			s.list.choose(proposalRow + c)
			s.hidden = slices.Delete(s.hidden, i, i+1)
		}
	}
	if s.write.open() {
		s.write.field.Open(e)
	}
}

// The rows of the screen: a proposal or one of the own lines by what follows.
const (
	proposalRow = "p/"
	strengthRow = "s/"
)

func proposed(e *env) []continuum.Proposal {
	scale, ok := e.pack().Scale("fits")
	if !ok {
		return nil
	}
	return plan.Proposals(e.plan, e.fw, *scale, continuum.Shown)
}

// here is the selected row and, where it is a proposal, its competence.
func (s *proposals) here(e *env) (id, competence string) {
	id = s.list.at(s.rows(e))
	competence, ok := strings.CutPrefix(id, proposalRow)
	if !ok {
		return id, ""
	}
	return id, competence
}

func (s *proposals) Update(e *env, msg tea.Msg) []effect {
	if s.write.open() {
		if k, ok := msg.(tea.KeyPressMsg); ok && k.String() == "enter" && s.write.line {
			return s.close(e)
		}
		_, effects := s.write.field.Update(e, msg)
		return effects
	}
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e)
	}
	return nil
}

func (s *proposals) Actions(e *env) []action {
	if s.write.open() {
		out := []action{{ID: "place.written", Keys: []string{"esc"}, Short: "key.written", Do: func() []effect { return s.close(e) }}}
		if !s.write.line {
			out = append(out, editorAction(s.write.field))
		}
		return out
	}
	id, competence := s.here(e)
	strength := strings.HasPrefix(id, strengthRow)
	enter := action{ID: "place.goal", Keys: []string{"enter"}, Short: "key.makegoal", Do: func() []effect { return s.enter(e) }}
	switch {
	case strength:
		enter.ID, enter.Short = "place.write", "key.write"
	case id == "on":
		enter.ID, enter.Short = "next", "key.on"
	}
	return append([]action{enter,
		{ID: "place.setaside", Keys: []string{"x"}, Short: "key.setaside", Why: reasonUnless(competence != "", "why.noproposal"),
			Do: func() []effect { return s.setAside(e, competence) }},
		{ID: "place.picture", Anywhere: true, Keys: []string{"1", "left", "h"}, Short: "key.picture", Do: func() []effect { return []effect{swap(newPicture())} }},
		{ID: "next", Keys: []string{">"}, Short: "key.on", Do: func() []effect { return []effect{openStep(4)} }},
		cardsKey(),
		{ID: "place.write", Keys: []string{"t"}, Why: reasonUnless(strength || competence != "", "why.nowords"),
			Do: func() []effect { return s.startWriting(e, id, competence) }},
	}, placeActions(e, "proposals", "picture")...)
}

func reasonUnless(ok bool, why string) string {
	if ok {
		return ""
	}
	return why
}

func (s *proposals) enter(e *env) []effect {
	id, competence := s.here(e)
	switch {
	case competence != "":
		return makeGoal(e, plan.GoalOn(e.plan, e.fw, e.deps.NewID(), competence))
	case id == "own":
		// The answer to the open question stays with the teacher: a goal can
		// be read by others, so its question is written anew.
		return []effect{openGoal(e.deps.NewID())}
	case strings.HasPrefix(id, strengthRow):
		return s.startWriting(e, id, "")
	case id == "on":
		return []effect{openStep(4)}
	}
	return nil
}

// makeGoal adds a goal, the teacher's own choice, and opens it. Where it could
// not be made, everything stays.
func makeGoal(e *env, g plan.Goal) []effect {
	g.OwnChoice, g.Deadline = ownChoices[0], laterDay(e, g.Deadline)
	c, err := plan.AddGoal(e.plan, g)
	return []effect{commit(c, err), func(m *Model) tea.Cmd {
		if !slices.Contains(goalIDs(m.plan.Goals), g.ID) {
			return nil
		}
		return openGoal(g.ID)(m)
	}}
}

// openGoal opens a goal on top of the goals, so that esc leads there.
func openGoal(id string) effect {
	return func(m *Model) tea.Cmd {
		cmd := m.cut(1)
		m.stack = append(m.stack, pathAt(4), newGoals(m))
		return tea.Batch(cmd, m.push(newGoal(m, id)))
	}
}

// setAside leaves a proposal out; the next in line takes its place.
func (s *proposals) setAside(e *env, competence string) []effect {
	c, err := plan.EditFocus(e.plan, "set_aside", func(f *plan.Focus) { f.SetAside = append(f.SetAside, competence) })
	if err == nil {
		s.hidden = append(s.hidden, competence)
	}
	return []effect{commitSaying(c, err, "s31.set-aside")}
}

// Leave commits the text in hand.
func (s *proposals) Leave(e *env) []effect {
	if !s.write.open() {
		return nil
	}
	effects, _ := s.write.field.Commit(e)
	return effects
}
