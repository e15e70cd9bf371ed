package continuum

import "slices"

// Places are the places along the path of a plan at which content can help,
// in the order of the path: place i belongs to step i+1.
var Places = []string{"profile", "survey", "place", "goals", "activities", "agreements", "talk", "handover", "dossier", "half-way", "close"}

// PlaceOf returns the place of a step of the path, counted from 1, "" where
// there is none.
func PlaceOf(step int) string {
	if step < 1 || step > len(Places) {
		return ""
	}
	return Places[step-1]
}

// Use says where something helps most. It is never hidden elsewhere.
type Use struct {
	At           []string `yaml:"at" json:"at,omitzero"`                       // of Places
	WithoutBoard bool     `yaml:"without_board" json:"without_board,omitzero"` // who works for no board
}

// Fits reports whether this is what helps most at a place, for somebody who
// works for a board or for none.
func (u Use) Fits(place string, withoutBoard bool) bool {
	if u.WithoutBoard {
		return withoutBoard
	}
	return slices.Contains(u.At, place)
}

// FixedBoard reports whether somebody with this employment works for one
// school board for longer: not from a pool, through an agency or alone.
func (p *Pack) FixedBoard(employment string) bool {
	t, ok := p.EmploymentType(employment)
	return !ok || t.CaoApplies != "no" && t.CaoApplies != "check"
}

// CardsAt returns the mirror cards of a framework: those that help most at a
// place, and the others, both in the order of the pack.
func (p *Pack) CardsAt(framework, place string, withoutBoard bool) (fitting, others []*MirrorCard) {
	return parted(p.MirrorCardsFor(framework), func(c *MirrorCard) bool { return c.Fits(place, withoutBoard) })
}

// TalksAt returns the talks in the same way.
func (p *Pack) TalksAt(place string, withoutBoard bool) (fitting, others []*CoachMoment) {
	all := choose(p.Coaching.Moments, func(*CoachMoment) bool { return true })
	return parted(all, func(c *CoachMoment) bool { return c.Fits(place, withoutBoard) })
}

func parted[T any](all []*T, fits func(*T) bool) (yes, no []*T) {
	for _, x := range all {
		if fits(x) {
			yes = append(yes, x)
		} else {
			no = append(no, x)
		}
	}
	return yes, no
}
