package plan

import "bekwaam/continuum"

// Kinds are the kinds of activity that the owner of a plan may choose: of the
// framework, in the phase that was recorded, and, for coaches and assessors,
// those for who does that.
func Kinds(p Plan, pack *continuum.Pack) []*continuum.ActivityKind {
	return ofOwner(p, pack.KindsFor(p.Profile.Framework, p.phase(), p.Profile.PDG))
}

// SuggestedKinds are those of [Kinds] that usually help in an area.
func SuggestedKinds(p Plan, pack *continuum.Pack, area string) []*continuum.ActivityKind {
	return ofOwner(p, pack.SuggestedKinds(area, p.phase(), p.Profile.PDG))
}

func ofOwner(p Plan, list []*continuum.ActivityKind) []*continuum.ActivityKind {
	return keepItems(list, func(k *continuum.ActivityKind) bool { return k.For(p.Profile.Also) })
}

// phase is the phase that the board recorded, "" for none: every kind may then
// be chosen.
func (p Plan) phase() string {
	if r := p.Profile.PhaseRecorded; r != nil {
		return r.Phase
	}
	return ""
}
