package continuum

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// levels checks the names of the levels of a tree: of both or of none.
func (v *validator) levels(key string, f *Framework) {
	if len(f.Levels) > 0 && len(f.Levels) != len(usualLevels) {
		v.add(key+".levels", MissingValue, "", "")
	}
	for i, l := range f.Levels {
		v.need(fmt.Sprintf("%s.levels[%d].one", key, i), l.One)
		v.need(fmt.Sprintf("%s.levels[%d].many", key, i), l.Many)
	}
}

// gates checks the decisions of a framework: they name phases, an overlay,
// areas and competences that are there.
func (v *validator) gates(key string, f *Framework) {
	ids(v, key+".gates", f.Gates, func(g *Gate) string { return g.ID })
	phases, lines := v.phases(f), v.lines(f)
	overlays := keysOf(v.p.Overlays, func(o *Overlay) string { return o.ID })
	for i, g := range f.Gates {
		at := fmt.Sprintf("%s.gates[%d]", key, i)
		v.need(at+".name", g.Name)
		v.need(at+".note", g.Note)
		v.known(at+".phase", phases, g.Phase)
		if g.Order != "" {
			v.known(at+".order", overlays, g.Order)
		}
		v.sourced(at, g.Sources, g.Confidence)
		seen := set{}
		for j, l := range g.Lines {
			of := fmt.Sprintf("%s.lines[%d]", at, j)
			v.known(of+".of", lines, l.Of)
			if seen[l.Of] {
				v.add(of+".of", DuplicateID, l.Of, "")
			}
			seen[l.Of] = true
			if l.Phase != "" {
				v.known(of+".phase", phases, l.Phase)
			}
		}
	}
}

// lines returns the areas of a framework, and its competences as
// area/competence.
func (v *validator) lines(f *Framework) set {
	all := set{}
	for area, competences := range v.competences(f) {
		all[area] = true
		for _, c := range slices.Sorted(maps.Keys(competences)) {
			all[strings.Join([]string{area, c}, "/")] = true
		}
	}
	return all
}

// sourced checks where something was read and how sure that is; what names a
// source says how sure it is.
func (v *validator) sourced(key string, sources []string, confidence string) {
	v.all(key+".sources", refSource, sources)
	if len(sources) > 0 || confidence != "" {
		v.one(key+".confidence", confidence, confidences...)
	}
}
