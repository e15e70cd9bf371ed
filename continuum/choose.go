package continuum

import "slices"

// For reports whether somebody who is these things beside a teacher may choose
// the kind.
func (k *ActivityKind) For(also []string) bool {
	return len(k.Owners) == 0 || slices.ContainsFunc(k.Owners, func(o string) bool { return slices.Contains(also, o) })
}

// KindsFor returns the kinds of activity that may be chosen with a framework
// in a phase, in the order of the catalogue. An empty phase means any; pdg is
// the state of the teacher's study (none, running, done).
func (p *Pack) KindsFor(framework, phase, pdg string) []*ActivityKind {
	return choose(p.ActivityKinds, func(k *ActivityKind) bool { return p.allows(k, framework, phase, pdg) })
}

// SuggestedKinds returns the kinds that usually help in an area, given by its
// full id, as far as they may be chosen in the phase.
func (p *Pack) SuggestedKinds(areaID, phase, pdg string) []*ActivityKind {
	s, ok := p.index.suggestions[areaID]
	if !ok {
		return nil
	}
	framework := frameworkOf(areaID)
	var out []*ActivityKind
	for _, id := range s.Activities {
		if k, ok := p.ActivityKind(id); ok && p.allows(k, framework, phase, pdg) {
			out = append(out, k)
		}
	}
	return out
}

// SuggestedEvidence returns the kinds of evidence that usually fit an area.
func (p *Pack) SuggestedEvidence(areaID string) []*EvidenceKind {
	s, ok := p.index.suggestions[areaID]
	if !ok {
		return nil
	}
	var out []*EvidenceKind
	for _, id := range s.Evidence {
		if e, ok := p.EvidenceKind(id); ok && p.serves(e.Frameworks, frameworkOf(areaID)) {
			out = append(out, e)
		}
	}
	return out
}

// FundingFor returns who may pay where a framework holds.
func (p *Pack) FundingFor(framework string) []*FundingSource {
	return choose(p.Funding, func(s *FundingSource) bool { return p.serves(s.Frameworks, framework) })
}

// EmploymentFor returns the ways of working where a framework holds.
func (p *Pack) EmploymentFor(framework string) []*EmploymentType {
	return choose(p.Employment, func(e *EmploymentType) bool { return p.serves(e.Frameworks, framework) })
}

// EntitlementsFor returns the entitlement lines of a framework.
func (p *Pack) EntitlementsFor(framework string) []*Entitlement {
	return choose(p.Entitlements, func(e *Entitlement) bool { return e.Framework == p.index.catalogue[framework] })
}

// PartnerRolesFor returns the partners of a framework.
func (p *Pack) PartnerRolesFor(framework string) []*PartnerRole {
	return choose(p.PartnerRoles, func(r *PartnerRole) bool { return p.serves(r.Frameworks, framework) })
}

// EvidenceKindsFor returns the kinds of evidence of a framework.
func (p *Pack) EvidenceKindsFor(framework string) []*EvidenceKind {
	return choose(p.EvidenceKinds, func(e *EvidenceKind) bool { return p.serves(e.Frameworks, framework) })
}

// SignatureRolesFor returns who can sign where a framework holds.
func (p *Pack) SignatureRolesFor(framework string) []*SignatureRole {
	return choose(p.SignatureRoles, func(r *SignatureRole) bool { return p.serves(r.Frameworks, framework) })
}

// OverlaysFor returns the other groupings of a framework's competences.
func (p *Pack) OverlaysFor(framework string) []*Overlay {
	return choose(p.Overlays, func(o *Overlay) bool { return p.serves(o.AppliesTo, framework) })
}

// TimelinesFor returns the usual school years of a framework.
func (p *Pack) TimelinesFor(framework string) []*Timeline {
	return choose(p.Timelines, func(t *Timeline) bool { return p.serves(t.Frameworks, framework) })
}

// NameIn is what the kind is called with a framework.
func (k *ActivityKind) NameIn(framework string) Text {
	if w := k.Words[framework]; !w.Name.IsZero() {
		return w.Name
	}
	return k.Name
}

// DescriptionIn is how the kind is described with a framework.
func (k *ActivityKind) DescriptionIn(framework string) Text {
	if w := k.Words[framework]; !w.Description.IsZero() {
		return w.Description
	}
	return k.Description
}

func (p *Pack) allows(k *ActivityKind, framework, phase, pdg string) bool {
	if !p.serves(k.Frameworks, framework) {
		return false
	}
	if phase == "" || slices.Contains(k.Phases, phase) {
		return true
	}
	return k.PhasesWhen != nil && k.PhasesWhen.PDG == pdg && slices.Contains(k.PhasesWhen.Phases, phase)
}

// serves reports whether a list of frameworks holds for one; an empty list
// holds for all.
func (p *Pack) serves(frameworks []string, id string) bool {
	return len(frameworks) == 0 || slices.Contains(frameworks, p.index.catalogue[id])
}

func frameworkOf(fullID string) string {
	for i := range len(fullID) {
		if fullID[i] == '/' {
			return fullID[:i]
		}
	}
	return fullID
}

func choose[T any](list []T, keep func(*T) bool) []*T {
	var out []*T
	for i := range list {
		if keep(&list[i]) {
			out = append(out, &list[i])
		}
	}
	return out
}
