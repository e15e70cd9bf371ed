package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
)

// The views of step 9. Those between the first and the last are screens of
// their own, which esc leaves again.
const (
	dossierEvidence = iota + 1
	dossierCoverage
	dossierLedger
	dossierReflections
)

// dossier is step 9: what happened in the year, the newest first, as evidence
// and observations (S90) and as what was written to look back (S93b).
type dossier struct {
	view   int
	pieces list
	looks  list
	known  []string
	goal   string // only what is about this goal, "" for all
	box    searchBox
	typing bool
	drawn  bool
	lost   map[string]bool // pieces whose file is gone, or was changed
}

func newDossier(*Model) screen { return &dossier{view: dossierEvidence, box: newSearchBox()} }

func (s *dossier) ID() string {
	if s.view == dossierReflections {
		return "S93b"
	}
	return "S90"
}

func (s *dossier) Step() int  { return 9 }
func (s *dossier) Form() bool { return s.typing }

func (s *dossier) Audience() string {
	if s.view == dossierReflections {
		return "private"
	}
	return "per-item"
}

var dossierNames = []string{dossierEvidence: "s90.view.evidence", dossierCoverage: "s90.view.coverage",
	dossierLedger: "step.5.ledger", dossierReflections: "s90.view.reflections"}

func (s *dossier) Title(e *env) string { return stepTitle(e, 9, e.t.T(dossierNames[s.view])) }

// Open selects what is new or came back; at first the newest.
func (s *dossier) Open(e *env) {
	s.known = comeBack(s.sel(), s.known, dossierIDs(e.plan))
	if goalNumber(e.plan, s.goal) == 0 {
		s.goal = ""
	}
	if !s.drawn {
		s.drawn = true
		if all := ids(s.rows(e)); len(all) > 0 {
			s.sel().choose(all[0])
		}
	}
}

func dossierIDs(p plan.Plan) []string {
	var out []string
	for _, x := range p.Evidence {
		out = append(out, x.ID)
	}
	for _, x := range p.Observations {
		out = append(out, observationRow+x.ID)
	}
	for _, x := range p.Reflections {
		out = append(out, x.ID)
	}
	return out
}

func (s *dossier) sel() *list {
	if s.view == dossierReflections {
		return &s.looks
	}
	return &s.pieces
}

func (s *dossier) rows(e *env) []row {
	if s.view == dossierReflections {
		return s.reflectionRows(e)
	}
	return s.pieceRows(e)
}

// here is the piece of evidence that is selected, "" where it is something
// else.
func (s *dossier) here(e *env) string {
	id := s.sel().at(s.rows(e))
	if s.view == dossierEvidence && slices.ContainsFunc(e.plan.Evidence, func(x plan.Evidence) bool { return x.ID == id }) {
		return id
	}
	return ""
}

func (s *dossier) Actions(e *env) []action {
	if s.typing {
		return []action{
			{ID: "dossier.clear", Keys: []string{"esc"}, Short: "key.nowords", Do: s.clear},
			{ID: "dossier.found", Keys: []string{"enter"}, Short: "key.tolist"},
		}
	}
	var out []action
	if s.box.Value() != "" {
		out = append(out, action{ID: "dossier.clear", Keys: []string{"esc"}, Short: "key.nowords", Do: s.clear})
	}
	none := reasonUnless(s.sel().at(s.rows(e)) != "", "why.nodossier")
	out = append(out,
		action{ID: "dossier.open", Keys: []string{"enter"}, Short: "key.open", Why: none, Do: func() []effect { return s.enter(e) }})
	if s.view == dossierReflections {
		out = append(out,
			action{ID: "reflections.new", Anywhere: true, Keys: []string{"n"}, Short: "key.newreflection", Why: whyClosed(e), Do: func() []effect { return s.add(e, openReflection("")) }},
			action{ID: "reflections.remove", Keys: []string{"d", "delete"}, Why: none, Do: func() []effect { return s.remove(e) }})
	} else {
		piece := reasonUnless(s.here(e) != "", "why.noevidence")
		out = append(out,
			action{ID: "evidence.new", Anywhere: true, Keys: []string{"n"}, Short: "key.newevidence", Why: whyClosed(e), Do: func() []effect { return s.add(e, openEvidence("")) }},
			action{ID: "evidence.left", Keys: []string{"left"}, Why: piece, Do: func() []effect { return s.showTo(e, -1) }},
			action{ID: "evidence.right", Keys: []string{"right"}, Why: piece, Do: func() []effect { return s.showTo(e, 1) }},
			action{ID: "evidence.leave-out", Keys: []string{"x"}, Why: piece, Do: func() []effect { return s.leaveOut(e) }},
			action{ID: "evidence.remove", Keys: []string{"d", "delete"}, Why: none, Do: func() []effect { return s.remove(e) }},
			action{ID: "dossier.filter", Keys: []string{"f"}, Why: reasonUnless(len(e.plan.LiveGoals()) > 0, "why.nogoal"), Do: func() []effect { s.nextGoal(e); return nil }})
	}
	out = append(out, action{ID: "dossier.search", Keys: []string{"/"}, Short: "key.search", Do: func() []effect { s.typing = true; return nil }})
	for i, id := range []string{"dossier.evidence", "dossier.coverage", "dossier.ledger", "dossier.reflections"} {
		view := i + 1
		out = append(out, action{ID: id, Anywhere: true, Keys: []string{itoa(view)}, Do: func() []effect { return s.show(view) }})
	}
	return append(out, loggingAction(e, ""), action{ID: "dossier.views", Keys: []string{"1", "2", "3", "4"}, Short: "key.view"})
}

// show changes the view, or opens the screen that is one of them.
func (s *dossier) show(view int) []effect {
	switch view {
	case dossierCoverage:
		return []effect{open(newCoverage())}
	case dossierLedger:
		return []effect{open(&activities{view: viewLedger, fresh: true, ticked: newTicked()})}
	}
	return []effect{func(m *Model) tea.Cmd {
		s.view, s.known, s.drawn = view, nil, false
		return m.entered()
	}}
}

func (s *dossier) clear() []effect {
	s.typing = false
	s.box.Clear()
	return nil
}

func (s *dossier) Update(e *env, msg tea.Msg) []effect {
	if x, ok := msg.(lostMsg); ok {
		s.lost = x.lost
		return nil
	}
	if s.typing {
		k, ok := msg.(tea.KeyPressMsg)
		if ok && k.String() == "enter" {
			s.typing = false
			return nil
		}
		if _, click := msg.(clickMsg); !click && (!ok || k.String() != "up" && k.String() != "down") {
			s.box.Update(msg)
			s.sel().choose("")
			return nil
		}
	}
	if id, _ := s.sel().update(s.rows(e), msg, max(e.h/2, 1)); id != "" {
		return s.enter(e)
	}
	return nil
}

func (s *dossier) enter(e *env) []effect {
	id := s.sel().at(s.rows(e))
	if o, ok := strings.CutPrefix(id, observationRow); ok {
		return []effect{openItem(func(m *Model) screen { return openObservation(m, o) })}
	}
	switch {
	case id == "":
		return nil
	case s.view == dossierReflections:
		return []effect{openReflection(id)}
	}
	return []effect{openEvidence(id)}
}

// add opens something new. Where the version is signed, what happens in the
// year is written into the next one.
func (s *dossier) add(e *env, then effect) []effect {
	if !e.plan.Frozen() {
		return []effect{then}
	}
	c, err := plan.NewVersion(e.plan, e.actor())
	return []effect{commitSaying(c, err, "s05.newversion", "Version", e.plan.WorkingVersion+1), then}
}

// whyClosed is why nothing can be added any more: a closed year, or the plan
// of somebody else.
func whyClosed(e *env) string {
	switch {
	case e.plan.IsCopy():
		return "err.copy"
	case isClosed(e.plan) && !e.plan.Correcting():
		return "err.closed"
	}
	return ""
}

// nextGoal filters by the next goal, and after the last one not at all.
func (s *dossier) nextGoal(e *env) { s.goal = goalAfter(e, s.goal) }
