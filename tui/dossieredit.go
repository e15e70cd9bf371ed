package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/continuum"
	"bekwaam/plan"
)

// evidenceIn is the piece of evidence with this id.
func evidenceIn(p plan.Plan, id string) (plan.Evidence, bool) {
	for _, x := range p.Evidence {
		if x.ID == id {
			return x, true
		}
	}
	return plan.Evidence{}, false
}

// kindIn is the kind of evidence with this id, nil where the pack has it no
// more.
func kindIn(e *env, id string) *continuum.EvidenceKind {
	k, _ := e.pack().EvidenceKind(id)
	return k
}

// kindWords is the name of a kind of evidence.
func kindWords(e *env, id string) string {
	if k := kindIn(e, id); k != nil {
		return e.say(k.Name)
	}
	return id
}

// showTo changes who can see the selected piece.
func (s *dossier) showTo(e *env, by int) []effect {
	x, _ := evidenceIn(e.plan, s.here(e))
	list := plan.EvidenceAudiences(kindIn(e, x.Kind))
	at := max(slices.Index(list, x.Audience), 0)
	to := min(max(at+by, 0), len(list)-1)
	if list[to] == x.Audience {
		if by > 0 && !slices.Contains(list, string(plan.Board)) {
			return []effect{say("s91.never")}
		}
		return nil
	}
	return []effect{commit(plan.EditEvidence(e.plan, x.ID, "audience", func(x *plan.Evidence) { x.Audience = list[to] }))}
}

// leaveOut keeps the selected piece out of what goes to the widest audience
// that may see it, or puts it back.
func (s *dossier) leaveOut(e *env) []effect {
	x, _ := evidenceIn(e.plan, s.here(e))
	a := plan.Audience(x.Audience)
	if a != plan.Board && a != plan.Coach {
		return []effect{say("s90.private")}
	}
	out := !slices.Contains(x.LeftOut, string(a))
	id := "s90.back-in"
	if out {
		id = "s90.left-out"
	}
	c, err := plan.LeaveOut(e.plan, x.ID, a, out)
	return []effect{commitSaying(c, err, id, "Audience", e.t.T("s90.edition."+string(a)))}
}

// remove takes the selected thing away; undo brings it back.
func (s *dossier) remove(e *env) []effect {
	id := s.sel().at(s.rows(e))
	var c plan.Change
	var err error
	name := e.t.T("s93.what")
	switch o, observed := strings.CutPrefix(id, observationRow); {
	case observed:
		c, err = plan.RemoveObservation(e.plan, o)
		name = e.t.T("s91.one")
	case s.view == dossierReflections:
		c, err = plan.RemoveReflection(e.plan, id)
	default:
		x, _ := evidenceIn(e.plan, id)
		name = shortName(firstOf(x.Title, kindWords(e, x.Kind)), e.w-42)
		c, err = plan.RemoveEvidence(e.plan, id)
	}
	return []effect{commitSaying(c, err, "msg.removed", "What", name),
		func(m *Model) tea.Cmd { s.Open(m.env()); return nil }}
}
