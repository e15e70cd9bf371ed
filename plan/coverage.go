package plan

import (
	"slices"

	"bekwaam/continuum"
)

// Coverage is which part of the framework the evidence speaks about. It
// counts and never scores.
type Coverage struct {
	GoalsWithout []string // competences of goals without evidence
	ViewsWithout []string // competences viewed without evidence
	Competences  int      // of the framework
	With         int
	Without      int
	ByAudience   map[string]int // private, coach, board
}

// Cover returns the coverage of p. A competence has evidence when any piece
// names it, whatever the audience of that piece.
func Cover(p Plan, f *continuum.Framework) Coverage {
	have := map[string]bool{}
	c := Coverage{ByAudience: map[string]int{Private: 0, string(Coach): 0, string(Board): 0}}
	for _, e := range p.Evidence {
		for _, k := range e.Competences {
			have[k] = true
		}
		c.ByAudience[e.Audience]++
	}
	for _, g := range p.Goals {
		for _, k := range g.Competences {
			if !have[k] && !slices.Contains(c.GoalsWithout, k) {
				c.GoalsWithout = append(c.GoalsWithout, k)
			}
		}
	}
	for _, v := range p.Views {
		if !have[v.Competence] {
			c.ViewsWithout = append(c.ViewsWithout, v.Competence)
		}
	}
	for _, id := range f.CompetenceIDs() {
		c.Competences++
		if have[id] {
			c.With++
		}
	}
	c.Without = c.Competences - c.With
	slices.Sort(c.GoalsWithout)
	return c
}

// Tree returns the coverage in the shape of the command's output.
func (c Coverage) Tree() Object {
	return Object{
		{Key: "goal_competences_without_evidence", Value: texts(c.GoalsWithout)},
		{Key: "viewed_without_evidence", Value: texts(c.ViewsWithout)},
		{Key: "framework", Value: Object{{Key: "competences", Value: number(c.Competences)},
			{Key: "with_evidence", Value: number(c.With)}, {Key: "without_evidence", Value: number(c.Without)}}},
		{Key: "evidence_by_audience", Value: Object{{Key: Private, Value: number(c.ByAudience[Private])},
			{Key: string(Coach), Value: number(c.ByAudience[string(Coach)])}, {Key: string(Board), Value: number(c.ByAudience[string(Board)])}}},
	}
}

func texts(list []string) []any {
	out := make([]any, len(list))
	for i, s := range list {
		out[i] = s
	}
	return out
}

func number(n int) any { return Cents(n).tree() }
