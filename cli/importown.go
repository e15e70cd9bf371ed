package cli

import (
	"bekwaam/plan"
	"bekwaam/store"
)

// conflict is a field that two computers of one person changed, each in its
// own way.
type conflict struct {
	Where  string `json:"where"`
	Mine   string `json:"mine"`
	Theirs string `json:"theirs"`
	Kept   string `json:"kept"` // mine or theirs
}

// descents are the machine's names of what one's own file is.
var descents = map[plan.Descent]string{plan.DescentUnknown: "unknown", plan.DescentSame: "same", plan.DescentNewer: "newer",
	plan.DescentOlder: "older", plan.DescentFork: "fork"}

// importOwn works out what a file does that the same person made on another
// computer. read is the document as it came, doc what the program made of it.
func (s *session) importOwn(name string, old, doc, read plan.Plan, flags importFlags, pending map[string]plan.Plan, t *taken) ([]store.Entry, error) {
	x, err := s.takeOwn(old, doc, read, flags.pick(), flags.later[old.ID]...)
	t.Descent = descents[x.Descent]
	if err != nil {
		return nil, s.ownFault(name, x, err)
	}
	t.own, t.trail = true, x.Trail
	for _, c := range x.Conflicts {
		if !c.Record() {
			t.Conflicts = append(t.Conflicts, conflictOf(c))
		}
	}
	if len(x.Changes) == 0 {
		t.Unchanged = true
		return nil, nil
	}
	last := x.Changes[len(x.Changes)-1].Plan
	t.differ(old, last, true)
	pending[old.ID] = last
	return ownEntries(x, plan.At(s.Now())), nil
}

// takeOwn is what one's own file does to a plan. later are the states of the
// plan that the store does not have yet, oldest first.
func (s *session) takeOwn(p, doc, read plan.Plan, pick func(plan.Conflict) plan.Pick, later ...plan.Plan) (plan.OwnFile, error) {
	w, err := s.went(p.ID, later...)
	if err != nil {
		return plan.OwnFile{}, err
	}
	return plan.TakeOwn(p, doc, read, w.trail, func(at int) plan.Plan { return s.stateAt(p.ID, w, at) }, pick)
}

// ownEntries are the acts that take one's own file in.
func ownEntries(x plan.OwnFile, at plan.Instant) []store.Entry {
	var out []store.Entry
	for _, c := range x.Changes {
		out = append(out, store.Entry{Plan: c.Plan, Rev: plan.Revision{At: at, By: c.Plan.Profile.Name, Act: c.Act}})
	}
	return out
}

// pick is what the flags say about fields that both computers changed.
func (f importFlags) pick() func(plan.Conflict) plan.Pick {
	return func(plan.Conflict) plan.Pick {
		switch {
		case f.mine:
			return plan.PickMine
		case f.theirs:
			return plan.PickTheirs
		}
		return plan.PickEither
	}
}

func conflictOf(c plan.Conflict) conflict {
	where := c.Block
	for _, part := range []string{c.Item, c.Field} {
		if part != "" {
			where += "/" + part
		}
	}
	kept := "theirs"
	if c.TookMine {
		kept = "mine"
	}
	return conflict{clean(where), c.Mine, c.Theirs, kept}
}

// ownFault says why two states of one plan cannot be brought together.
func (s *session) ownFault(name string, x plan.OwnFile, err error) error {
	if x.Descent == plan.DescentFork {
		switch plan.Code(err) {
		case plan.CodeFrozen:
			return s.refuse("cli.err.fork-frozen", "File", name)
		case plan.CodeClosed:
			return s.refuse("cli.err.fork-closed", "File", name)
		}
	}
	return s.documentFault(name, err)
}

// printDescent says what one's own file is, and whose words stayed.
func (s *session) printDescent(t taken) {
	if t.Descent == "" || t.Descent == "unknown" {
		return
	}
	words := "cli.import.descent." + t.Descent
	if t.Descent == "fork" && t.Unchanged {
		words = "cli.import.descent.nothing"
	}
	s.print("  %s", s.t.T(words))
	for _, c := range t.Conflicts {
		stays, goes := c.Theirs, c.Mine
		if c.Kept == "mine" {
			stays, goes = c.Mine, c.Theirs
		}
		s.print("  %s", s.t.T("cli.import.conflict", "Where", c.Where, "Stays", or(brief(stays)), "Goes", or(brief(goes))))
	}
}
