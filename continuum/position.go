package continuum

import (
	"cmp"
	"slices"
)

// View is the teacher's own view of one competence.
type View struct {
	Competence string // full id
	Fits       string // id of the point on the scale fits, empty while not answered
	Now        int    // 1 to 4 on the scale now; 0 where the quick round was skipped
	Want       int    // 1 to 4 on the scale want; 0 while not answered
}

// The answers on the scale want that ask for something.
const (
	WantGladly = 3
	WantFirst  = 4
)

// Shown is how many gaps and how many proposals are shown at most.
const Shown = 3

// Distance is how far the wish lies above where the teacher stands: want
// minus now, or minus the distance of the sentence that fits where the quick
// round was skipped. An answer that says nothing of that gives no distance.
// It is for ordering, never shown as a figure.
func Distance(v View, fits Scale) (distance int, ok bool) {
	now := v.Now
	if now == 0 {
		now = fits.distanceOf(v.Fits)
	}
	if now == 0 || v.Want == 0 {
		return 0, false
	}
	return v.Want - now, true
}

// distanceOf is where a point by id stands, 0 for one that gives no distance.
func (s Scale) distanceOf(id string) int {
	for _, p := range s.ByID {
		if p.ID == id && p.Distance != nil {
			return *p.Distance
		}
	}
	return 0
}

// WidestGaps returns the competences with the widest distance: certain are
// surely among the three shown, tied are equally wide and compete for what is
// left. Both are sorted by id, since neither is a ranking.
func WidestGaps(views []View, fits Scale) (certain, tied []string) {
	type gap struct {
		competence string
		distance   int
	}
	var gaps []gap
	for _, v := range views {
		if d, ok := Distance(v, fits); ok {
			gaps = append(gaps, gap{v.Competence, d})
		}
	}
	slices.SortFunc(gaps, func(a, b gap) int { return cmp.Compare(b.distance, a.distance) })
	for _, g := range gaps {
		switch {
		case len(gaps) < Shown || g.distance > gaps[Shown-1].distance:
			certain = append(certain, g.competence)
		case g.distance == gaps[Shown-1].distance:
			tied = append(tied, g.competence)
		}
	}
	if len(certain)+len(tied) == Shown {
		certain, tied = append(certain, tied...), nil
	}
	slices.Sort(certain)
	slices.Sort(tied)
	return certain, tied
}
