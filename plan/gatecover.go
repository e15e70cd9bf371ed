package plan

import (
	"slices"

	"bekwaam/continuum"
)

// GateLine is one line that counts for a decision, with what the plan has
// about it. Nothing in it says how far somebody is.
type GateLine struct {
	Competence string
	Phase      string     // that counts
	Goals      []Goal     // live ones, that work on it
	Evidence   []Evidence // that names it
}

// GateGroup are the lines of one group of the order in which the decision is
// prepared.
type GateGroup struct {
	Item  continuum.OverlayItem
	Lines []GateLine
}

// GateOf returns the lines that count for a gate, in its own order, with the
// goals and the evidence for each.
func GateOf(p Plan, pack *continuum.Pack, f *continuum.Framework, g *continuum.Gate) []GateGroup {
	var out []GateGroup
	for _, group := range f.ByGate(g, OverlayOf(f, pack, g.Order)) {
		x := GateGroup{Item: group.Item}
		for _, id := range group.Competences {
			phase, _ := f.Counts(g, id)
			l := GateLine{Competence: id, Phase: phase}
			l.Goals = keepItems(p.LiveGoals(), func(g Goal) bool { return slices.Contains(g.Competences, id) })
			l.Evidence = keepItems(p.Evidence, func(e Evidence) bool { return slices.Contains(e.Competences, id) })
			x.Lines = append(x.Lines, l)
		}
		out = append(out, x)
	}
	return out
}

// EditionGate is a decision in one's own edition: its lines in words.
type EditionGate struct {
	ID     string            `json:"id" see:"board"`
	Name   string            `json:"name" see:"board"`
	Note   string            `json:"note" see:"board"`
	Groups []EditionGateItem `json:"groups" see:"board"`

	Unknown []Member `json:"-"`
}

// EditionGateItem is a group of lines.
type EditionGateItem struct {
	Name  string            `json:"name" see:"board"`
	Lines []EditionGateLine `json:"lines" see:"board"`

	Unknown []Member `json:"-"`
}

// EditionGateLine is a line with the sentence that counts and what was found
// about it.
type EditionGateLine struct {
	Competence string   `json:"competence" see:"board"`
	Name       string   `json:"name" see:"board"`
	Phase      string   `json:"phase" see:"board"`
	Sentence   string   `json:"sentence" see:"board"`
	Goals      []string `json:"goals" see:"board"`    // ids
	Evidence   []string `json:"evidence" see:"board"` // ids

	Unknown []Member `json:"-"`
}

// gatesIn are the decisions for one's own edition, once there is evidence to
// order. Nobody else gets them: whoever decides has an order of their own.
func gatesIn(q Plan, pack *continuum.Pack, f *continuum.Framework, a Audience) []EditionGate {
	if a != Self || len(q.Evidence) == 0 {
		return nil
	}
	var out []EditionGate
	for i := range f.Gates {
		g := &f.Gates[i]
		x := EditionGate{ID: g.ID, Name: f.Say(g.Name, q.Language), Note: f.Say(g.Note, q.Language)}
		for _, group := range GateOf(q, pack, f, g) {
			item := EditionGateItem{Name: f.Say(group.Item.Name, q.Language)}
			for _, l := range group.Lines {
				_, c, _ := f.Competence(l.Competence)
				line := EditionGateLine{Competence: l.Competence, Name: f.Say(c.Name, q.Language), Phase: l.Phase,
					Sentence: f.Say(c.Indicators[l.Phase], q.Language)}
				for _, x := range l.Goals {
					line.Goals = append(line.Goals, x.ID)
				}
				for _, x := range l.Evidence {
					line.Evidence = append(line.Evidence, x.ID)
				}
				item.Lines = append(item.Lines, line)
			}
			x.Groups = append(x.Groups, item)
		}
		out = append(out, x)
	}
	return out
}
