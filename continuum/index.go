package continuum

import "slices"

// index holds the lookups of a resolved pack.
type index struct {
	frameworks   map[string]*Framework
	overlays     map[string]*Overlay
	kinds        map[string]*ActivityKind
	suggestions  map[string]*AreaSuggestion
	evidence     map[string]*EvidenceKind
	funding      map[string]*FundingSource
	entitlements map[string]*Entitlement
	employment   map[string]*EmploymentType
	partners     map[string]*PartnerRole
	signatures   map[string]*SignatureRole
	checks       map[string]*Check
	models       map[string]*ReflectionModel
	scales       map[string]*Scale
	features     map[string]*Named
	noteKinds    map[string]*Named
	audiences    map[string]*Named
	contextItems map[string]*ContextItem
	questions    map[string]*Prompt
	goalPrompts  map[string]*Prompt
	sources      map[string]*Source
	cards        map[string]*MirrorCard
	talks        map[string]*CoachMoment
	values       map[string]*CoreValue

	// catalogue names for each framework the one whose catalogue it uses.
	catalogue map[string]string
}

// place is where a competence stands in Areas; competence is -1 for an area.
type place struct{ area, competence int }

func (p *Pack) buildIndex() {
	p.index = &index{
		frameworks:   byID(p.Frameworks, func(f *Framework) string { return f.ID }),
		overlays:     byID(p.Overlays, func(o *Overlay) string { return o.ID }),
		kinds:        byID(p.ActivityKinds, func(k *ActivityKind) string { return k.ID }),
		suggestions:  byID(p.AreaSuggestions, func(s *AreaSuggestion) string { return s.Area }),
		evidence:     byID(p.EvidenceKinds, func(e *EvidenceKind) string { return e.ID }),
		funding:      byID(p.Funding, func(f *FundingSource) string { return f.ID }),
		entitlements: byID(p.Entitlements, func(e *Entitlement) string { return e.ID }),
		employment:   byID(p.Employment, func(e *EmploymentType) string { return e.ID }),
		partners:     byID(p.PartnerRoles, func(r *PartnerRole) string { return r.ID }),
		signatures:   byID(p.SignatureRoles, func(r *SignatureRole) string { return r.ID }),
		checks:       byID(p.Checks, func(c *Check) string { return c.ID }),
		models:       byID(p.ReflectionModels, func(m *ReflectionModel) string { return m.ID }),
		scales:       byID(p.Survey.Scales, func(s *Scale) string { return s.ID }),
		features:     byID(p.Features, named),
		noteKinds:    byID(p.NoteKinds, named),
		audiences:    byID(p.Audiences, named),
		contextItems: byID(p.Survey.Context, func(c *ContextItem) string { return c.ID }),
		questions:    byID(p.Survey.Open, prompt),
		goalPrompts:  byID(p.GoalPrompts, prompt),
		sources:      byID(p.Sources, func(s *Source) string { return s.ID }),
		cards:        byID(p.MirrorCards, func(c *MirrorCard) string { return c.ID }),
		talks:        byID(p.Coaching.Moments, func(m *CoachMoment) string { return m.ID }),
		values:       byID(p.CoreValues, func(v *CoreValue) string { return v.ID }),
	}
	for i := range p.Frameworks {
		p.Frameworks[i].buildPlaces()
	}
	p.buildCatalogue()
}

func named(n *Named) string   { return n.ID }
func prompt(q *Prompt) string { return q.ID }

func byID[T any](list []T, id func(*T) string) map[string]*T {
	m := make(map[string]*T, len(list))
	for i := range list {
		m[id(&list[i])] = &list[i]
	}
	return m
}

func (f *Framework) buildPlaces() {
	f.places = map[string]place{}
	for i := range f.Areas {
		a := &f.Areas[i]
		f.places[f.AreaID(a)] = place{i, -1}
		for j := range a.Competences {
			f.places[f.CompetenceID(a, &a.Competences[j])] = place{i, j}
		}
	}
}

// buildCatalogue finds out whose activities, roles and rights a framework
// uses. A framework that the pack names has its own; one that a board added
// takes those of the nearest framework it extends, or else of one for the
// same sector and country.
func (p *Pack) buildCatalogue() {
	named := map[string]bool{}
	for _, k := range p.ActivityKinds {
		for _, id := range k.Frameworks {
			named[id] = true
		}
	}
	p.index.catalogue = make(map[string]string, len(p.Frameworks))
	for i := range p.Frameworks {
		f := &p.Frameworks[i]
		from := f
		for from != nil && !named[from.ID] {
			from = p.index.frameworks[from.Extends]
		}
		if from == nil {
			same := func(o Framework) bool {
				return named[o.ID] && o.Sector == f.Sector && o.Country == f.Country
			}
			if j := slices.IndexFunc(p.Frameworks, same); j >= 0 {
				from = &p.Frameworks[j]
			}
		}
		if from != nil {
			p.index.catalogue[f.ID] = from.ID
		}
	}
}
