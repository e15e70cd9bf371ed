package plan

import (
	"slices"

	"bekwaam/continuum"
)

// GroupCover is what the evidence says about one group of a view: an area or
// an item of an overlay. It lists and never scores.
type GroupCover struct {
	continuum.Group

	// Gone marks the group of competences that the framework does not have;
	// it is the last and there only where something names one.
	Gone bool

	Viewed   []string // competences with an own view
	Goals    []string // ids of goals that work on one of them
	With     []string // competences with evidence
	Evidence []string // ids of the pieces that name one of them
}

// CoverBy returns the coverage of p, group by group, as an overlay shows it;
// without an overlay, by area. A competence may stand in several groups.
// Whichever way it is looked at, the groups together hold the same views,
// goals and evidence.
func CoverBy(p Plan, f *continuum.Framework, o *continuum.Overlay) []GroupCover {
	var out []GroupCover
	for _, g := range f.ByOverlay(o) {
		out = append(out, cover(p, g))
	}
	var gone continuum.Group
	for _, x := range Orphans(p, f) {
		gone.Competences = append(gone.Competences, x.ID)
	}
	if len(gone.Competences) > 0 {
		g := cover(p, gone)
		g.Gone = true
		out = append(out, g)
	}
	return out
}

func cover(p Plan, g continuum.Group) GroupCover {
	c := GroupCover{Group: g}
	names := func(list []string) bool {
		return slices.ContainsFunc(list, func(id string) bool { return slices.Contains(g.Competences, id) })
	}
	for _, id := range g.Competences {
		if slices.ContainsFunc(p.Views, func(v View) bool { return v.Competence == id }) {
			c.Viewed = append(c.Viewed, id)
		}
		if slices.ContainsFunc(p.Evidence, func(e Evidence) bool { return slices.Contains(e.Competences, id) }) {
			c.With = append(c.With, id)
		}
	}
	for _, x := range p.Goals {
		if names(x.Competences) {
			c.Goals = append(c.Goals, x.ID)
		}
	}
	for _, e := range p.Evidence {
		if names(e.Competences) {
			c.Evidence = append(c.Evidence, e.ID)
		}
	}
	return c
}
