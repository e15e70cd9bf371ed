package plan

import (
	"slices"

	"bekwaam/continuum"
)

// ByArea is the view by the areas of the framework itself.
const ByArea = "area"

// EditionView is a way to look at an edition: the competences that it
// mentions, in the groups of an overlay or by area.
type EditionView struct {
	ID     string      `json:"id" see:"board"` // of the overlay, or ByArea
	Name   string      `json:"name" see:"board"`
	Groups []ViewGroup `json:"groups" see:"board"`

	Unknown []Member `json:"-"`
}

// ViewGroup is a group of a view. One without a name holds what no item of
// the overlay names; Gone holds what the framework does not have any more.
type ViewGroup struct {
	ID          string   `json:"id" see:"board"`
	Name        string   `json:"name" see:"board"`
	Gone        bool     `json:"gone,omitempty" see:"board"`
	Competences []string `json:"competences" see:"board"`

	Unknown []Member `json:"-"`
}

// OverlayOf returns the overlay of a view by its id, nil for the view by area
// and for one that the framework does not have.
func OverlayOf(f *continuum.Framework, pack *continuum.Pack, view string) *continuum.Overlay {
	for _, o := range ViewsOf(f, pack) {
		if o.ID == view {
			return o
		}
	}
	return nil
}

// ViewsOf returns the overlays that group the competences of a framework, in
// the order of the pack. Overlays that group other things are none of them.
func ViewsOf(f *continuum.Framework, pack *continuum.Pack) []*continuum.Overlay {
	return slices.DeleteFunc(pack.OverlaysFor(f.ID), func(o *continuum.Overlay) bool {
		for i := range f.Areas {
			if len(f.Areas[i].Tags[o.ID]) > 0 {
				return false
			}
		}
		return true
	})
}

// viewIn makes the view of an edition q of the plan: what the teacher chose
// to send along, and in one's own edition always one. Nil where there is
// nothing to group.
func viewIn(q Plan, pack *continuum.Pack, f *continuum.Framework, a Audience) *EditionView {
	chosen := q.Share.View
	if a == Self && chosen == "" {
		chosen = ByArea
	}
	if chosen == "" {
		return nil
	}
	v := &EditionView{ID: ByArea}
	o := OverlayOf(f, pack, chosen)
	if o != nil {
		v.ID, v.Name = o.ID, f.Say(o.Name, q.Language)
	}
	named := competencesIn(q)
	for _, g := range f.ByOverlay(o) {
		x := ViewGroup{ID: g.Item.ID, Name: f.Say(g.Item.Name, q.Language)}
		x.Competences = keepItems(g.Competences, func(id string) bool { return slices.Contains(named, id) })
		if len(x.Competences) > 0 {
			v.Groups = append(v.Groups, x)
		}
	}
	gone := ViewGroup{Gone: true}
	for _, x := range Orphans(q, f) {
		gone.Competences = append(gone.Competences, x.ID)
	}
	if len(gone.Competences) > 0 {
		v.Groups = append(v.Groups, gone)
	}
	if len(v.Groups) == 0 {
		return nil
	}
	return v
}

// keptView is the view that came with a plan, as far as q mentions what is in
// it.
func keptView(q Plan, came *EditionView) *EditionView {
	if came == nil {
		return nil
	}
	v := clone(*came)
	named := competencesIn(q)
	v.Groups = nil
	for _, g := range came.Groups {
		g = clone(g)
		g.Competences = keepItems(g.Competences, func(id string) bool { return slices.Contains(named, id) })
		if len(g.Competences) > 0 {
			v.Groups = append(v.Groups, g)
		}
	}
	if len(v.Groups) == 0 {
		return nil
	}
	return &v
}

// Covered is what an edition says about a group of its view.
type Covered struct {
	ViewGroup
	Goals    []Goal     // live ones, that work on one of its competences
	Evidence []Evidence // that names one of them
}

// Covered returns the groups of the edition's view with the goals and the
// evidence of each, in the order of the plan. What a reader of the edition is
// not told, such as what a piece of evidence is about, is not in it.
func (e Edition) Covered() []Covered {
	if e.Info.View == nil {
		return nil
	}
	var out []Covered
	for _, g := range e.Info.View.Groups {
		c := Covered{ViewGroup: g}
		for _, x := range e.Plan.LiveGoals() {
			if anyOf(x.Competences, g.Competences) || slices.ContainsFunc(x.Aims, func(a Aim) bool { return slices.Contains(g.Competences, a.Competence) }) {
				c.Goals = append(c.Goals, x)
			}
		}
		for _, x := range e.Plan.Evidence {
			if anyOf(x.Competences, g.Competences) {
				c.Evidence = append(c.Evidence, x)
			}
		}
		out = append(out, c)
	}
	return out
}

func anyOf(list, in []string) bool {
	return slices.ContainsFunc(list, func(id string) bool { return slices.Contains(in, id) })
}
