package plan

import (
	"slices"

	"bekwaam/continuum"
)

// posOverlay are the critical actions by which a file is ordered where the
// framework names no gate of its own.
const posOverlay = "pos"

// JudgingGate is the gate of a framework by its id; for "" its first gate of
// the phase that is judged, or one over all of it in the order of the critical
// actions. False for an id that it does not have.
func JudgingGate(f *continuum.Framework, id string) (*continuum.Gate, bool) {
	if id != "" {
		return f.Gate(id)
	}
	for i := range f.Gates {
		if f.Gates[i].Phase == gatePhase {
			return &f.Gates[i], true
		}
	}
	return &continuum.Gate{Phase: gatePhase, Order: posOverlay}, true
}

// linesOf are the lines of a gate: the groups of its order, or every
// competence that counts.
func linesOf(p Plan, pack *continuum.Pack, f *continuum.Framework, g *continuum.Gate, each bool) []FileLine {
	var out []FileLine
	o := OverlayOf(f, pack, g.Order)
	for _, group := range f.ByGate(g, o) {
		if !each {
			order := f.ID
			if o != nil {
				order = o.ID
			}
			out = append(out, FileLine{ID: order + "/" + group.Item.ID, Name: f.Say(group.Item.Name, p.Language), Competences: slices.Clone(group.Competences)})
			continue
		}
		for _, id := range group.Competences {
			if slices.ContainsFunc(out, func(l FileLine) bool { return l.ID == id }) {
				continue // in two groups
			}
			phase, _ := f.Counts(g, id)
			_, c, _ := f.Competence(id)
			out = append(out, FileLine{ID: id, Name: f.Say(c.Name, p.Language), Sentence: f.Say(c.Indicators[phase], p.Language), Competences: []string{id}})
		}
	}
	return out
}

// linesAbout are the lines of a file that are about some competences.
func (f *CompetenceFile) linesAbout(competences []string) []string {
	var out []string
	for _, l := range f.Lines {
		if anyOf(l.Competences, competences) {
			out = append(out, l.ID)
		}
	}
	return out
}
