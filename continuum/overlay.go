package continuum

import "slices"

// Group is a part of a framework as a view shows it: an item of an overlay,
// or an area, with the full ids of the competences that belong to it in the
// order of the framework. The group of competences that no item names has an
// item without an id.
type Group struct {
	Item        OverlayItem
	Competences []string
}

// ByOverlay groups the competences of f by the items of an overlay, which the
// tags of its areas point at; without an overlay, by area. Every competence is
// in a group: in several where its area has several tags, and in the last
// group, which is there only then, where it has none. An item that nothing
// points at has an empty group. Nothing but the order changes, so every view
// covers the same.
func (f *Framework) ByOverlay(o *Overlay) []Group {
	if o == nil {
		return f.byArea()
	}
	groups := make([]Group, len(o.Items), len(o.Items)+1)
	var rest Group
	for i := range o.Items {
		groups[i].Item = o.Items[i]
	}
	for i := range f.Areas {
		a := &f.Areas[i]
		ids, found := f.areaCompetences(a), false
		for j := range groups {
			if slices.Contains(a.Tags[o.ID], groups[j].Item.ID) {
				groups[j].Competences, found = append(groups[j].Competences, ids...), true
			}
		}
		if !found {
			rest.Competences = append(rest.Competences, ids...)
		}
	}
	if len(rest.Competences) > 0 {
		groups = append(groups, rest)
	}
	return groups
}

func (f *Framework) byArea() []Group {
	groups := make([]Group, len(f.Areas))
	for i := range f.Areas {
		a := &f.Areas[i]
		groups[i] = Group{OverlayItem{ID: a.ID, Name: a.Name}, f.areaCompetences(a)}
	}
	return groups
}

func (f *Framework) areaCompetences(a *Area) []string {
	ids := make([]string, len(a.Competences))
	for i := range a.Competences {
		ids[i] = f.CompetenceID(a, &a.Competences[i])
	}
	return ids
}
