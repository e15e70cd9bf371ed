package continuum

import "strings"

// Framework returns the framework with this id, such as nl-po. This and the
// other lookups work on a resolved pack; what they return is shared and not
// to be changed.
func (p *Pack) Framework(id string) (*Framework, bool) { return get(p.index.frameworks, id) }

// Overlay returns the overlay with this id.
func (p *Pack) Overlay(id string) (*Overlay, bool) { return get(p.index.overlays, id) }

// ActivityKind returns the kind of activity with this id.
func (p *Pack) ActivityKind(id string) (*ActivityKind, bool) { return get(p.index.kinds, id) }

// EvidenceKind returns the kind of evidence with this id.
func (p *Pack) EvidenceKind(id string) (*EvidenceKind, bool) { return get(p.index.evidence, id) }

// FundingSource returns the payer with this id.
func (p *Pack) FundingSource(id string) (*FundingSource, bool) { return get(p.index.funding, id) }

// Entitlement returns the entitlement line with this id.
func (p *Pack) Entitlement(id string) (*Entitlement, bool) { return get(p.index.entitlements, id) }

// EmploymentType returns the way of working with this id.
func (p *Pack) EmploymentType(id string) (*EmploymentType, bool) { return get(p.index.employment, id) }

// PartnerRole returns the partner with this id.
func (p *Pack) PartnerRole(id string) (*PartnerRole, bool) { return get(p.index.partners, id) }

// SignatureRole returns the role of a signature with this id.
func (p *Pack) SignatureRole(id string) (*SignatureRole, bool) { return get(p.index.signatures, id) }

// Check returns the question of the plan check with this id.
func (p *Pack) Check(id string) (*Check, bool) { return get(p.index.checks, id) }

// ReflectionModel returns the set of questions with this id.
func (p *Pack) ReflectionModel(id string) (*ReflectionModel, bool) { return get(p.index.models, id) }

// Scale returns the scale of the survey with this id: fits, now, want, agree.
func (p *Pack) Scale(id string) (*Scale, bool) { return get(p.index.scales, id) }

// Feature returns the feature of good professional development with this id.
func (p *Pack) Feature(id string) (*Named, bool) { return get(p.index.features, id) }

// NoteKind returns the kind of coach's note with this id.
func (p *Pack) NoteKind(id string) (*Named, bool) { return get(p.index.noteKinds, id) }

// Audience returns the audience with this id: private, coach, board.
func (p *Pack) Audience(id string) (*Named, bool) { return get(p.index.audiences, id) }

// ContextItem returns the statement about the school with this id.
func (p *Pack) ContextItem(id string) (*ContextItem, bool) { return get(p.index.contextItems, id) }

// OpenQuestion returns the open question of the survey with this id.
func (p *Pack) OpenQuestion(id string) (*Prompt, bool) { return get(p.index.questions, id) }

// GoalPrompt returns the question that helps to write a goal with this id.
func (p *Pack) GoalPrompt(id string) (*Prompt, bool) { return get(p.index.goalPrompts, id) }

// Source returns the source of a fact with this id.
func (p *Pack) Source(id string) (*Source, bool) { return get(p.index.sources, id) }

// FindCompetence looks a full competence id up in its own framework.
func (p *Pack) FindCompetence(id string) (*Framework, *Area, *Competence, bool) {
	framework, _, _ := strings.Cut(id, "/")
	f, ok := p.Framework(framework)
	if !ok {
		return nil, nil, nil, false
	}
	a, c, ok := f.Competence(id)
	return f, a, c, ok
}

func get[T any](m map[string]*T, id string) (*T, bool) {
	v, ok := m[id]
	return v, ok
}

// Competence returns the competence with this full id, such as
// nl-po/instructie/uitleg, and the area it stands in.
func (f *Framework) Competence(id string) (area *Area, c *Competence, ok bool) {
	at, ok := f.places[id]
	if !ok || at.competence < 0 {
		return nil, nil, false
	}
	area = &f.Areas[at.area]
	return area, &area.Competences[at.competence], true
}

// Area returns the area with this full id, such as nl-po/instructie.
func (f *Framework) Area(id string) (*Area, bool) {
	at, ok := f.places[id]
	if !ok || at.competence >= 0 {
		return nil, false
	}
	return &f.Areas[at.area], true
}

// CompetenceIDs returns the full ids of all competences in framework order.
func (f *Framework) CompetenceIDs() []string {
	ids := make([]string, 0, len(f.places))
	for i := range f.Areas {
		a := &f.Areas[i]
		for j := range a.Competences {
			ids = append(ids, f.CompetenceID(a, &a.Competences[j]))
		}
	}
	return ids
}

// CompetenceID returns the full id of a competence of this framework.
func (f *Framework) CompetenceID(a *Area, c *Competence) string {
	return f.ID + "/" + a.ID + "/" + c.ID
}

// AreaID returns the full id of an area of this framework.
func (f *Framework) AreaID(a *Area) string { return f.ID + "/" + a.ID }

// Phase returns the phase with this id.
func (f *Framework) Phase(id string) (*Phase, bool) {
	if i := f.PhaseIndex(id); i >= 0 {
		return &f.Phases[i], true
	}
	return nil, false
}

// PhaseIndex returns the place of a phase on the ladder from 0, -1 for none.
func (f *Framework) PhaseIndex(id string) int {
	for i := range f.Phases {
		if f.Phases[i].ID == id {
			return i
		}
	}
	return -1
}
