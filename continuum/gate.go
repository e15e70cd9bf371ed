package continuum

import "slices"

// Gate is a decision about a teacher with the lines and phases that count for
// it. It orders what is laid on the table and is no measure: nothing in here
// says whether somebody passes.
type Gate struct {
	ID   string `yaml:"id" json:"id,omitzero"`
	Name Text   `yaml:"name" json:"name,omitzero"`
	Note Text   `yaml:"note" json:"note,omitzero"` // who decides, and what to look up
	// Order is the overlay by whose items the file is ordered, by area where
	// it is empty.
	Order string `yaml:"order" json:"order,omitzero"`
	Phase string `yaml:"phase" json:"phase,omitzero"` // that counts where a line names none
	// Lines are the areas and competences that count; without any all do.
	Lines      []GateLine `yaml:"lines" json:"lines,omitzero"`
	Sources    []string   `yaml:"sources" json:"sources,omitzero"`
	Confidence string     `yaml:"confidence" json:"confidence,omitzero"`
}

// GateLine is an area, or a competence as area/competence, with the phase that
// counts there.
type GateLine struct {
	Of    string `yaml:"of" json:"of,omitzero"`
	Phase string `yaml:"phase" json:"phase,omitzero"`
}

// Gate returns the gate with this id.
func (f *Framework) Gate(id string) (*Gate, bool) {
	i := slices.IndexFunc(f.Gates, func(g Gate) bool { return g.ID == id })
	if i < 0 {
		return nil, false
	}
	return &f.Gates[i], true
}

// Counts returns the phase that counts for a competence, by its full id, and
// whether the competence counts at all. A line about the competence itself
// goes before one about its area.
func (f *Framework) Counts(g *Gate, id string) (phase string, counts bool) {
	a, c, ok := f.Competence(id)
	if !ok {
		return "", false
	}
	if len(g.Lines) == 0 {
		return g.Phase, true
	}
	for _, of := range []string{a.ID + "/" + c.ID, a.ID} {
		for _, l := range g.Lines {
			if l.Of != of {
				continue
			}
			if l.Phase != "" {
				return l.Phase, true
			}
			return g.Phase, true
		}
	}
	return "", false
}

// ByGate groups the competences that count for a gate in the order of its
// overlay, o, or by area where that is nil. An item without any is left out.
func (f *Framework) ByGate(g *Gate, o *Overlay) []Group {
	var out []Group
	for _, group := range f.ByOverlay(o) {
		group.Competences = slices.DeleteFunc(slices.Clone(group.Competences), func(id string) bool {
			_, counts := f.Counts(g, id)
			return !counts
		})
		if len(group.Competences) > 0 {
			out = append(out, group)
		}
	}
	return out
}
