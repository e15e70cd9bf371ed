package continuum

import (
	"fmt"
	"maps"
	"slices"
)

// catalogue checks activities, evidence, roles and what is suggested.
func (v *validator) catalogue() {
	p := v.p
	v.named("pd_features", p.Features)
	v.named("evidence_quality", p.EvidenceQuality)
	v.named("note_kinds", p.NoteKinds)
	v.named("audiences", p.Audiences)
	ids(v, "activity_kinds", p.ActivityKinds, func(k *ActivityKind) string { return k.ID })
	for i := range p.ActivityKinds {
		v.kind(fmt.Sprintf("activity_kinds[%d]", i), &p.ActivityKinds[i])
	}
	ids(v, "evidence_kinds", p.EvidenceKinds, func(e *EvidenceKind) string { return e.ID })
	for i, e := range p.EvidenceKinds {
		key := fmt.Sprintf("evidence_kinds[%d]", i)
		v.need(key+".name", e.Name)
		v.need(key+".description", e.Description)
		v.value(key+".sensitivity", e.Sensitivity)
		v.one(key+".board_default", e.BoardDefault, "never", "title_only", "full", "on_request")
		v.all(key+".frameworks", refFramework, e.Frameworks)
	}
	ids(v, "reflection_models", p.ReflectionModels, func(m *ReflectionModel) string { return m.ID })
	for i, m := range p.ReflectionModels {
		key := fmt.Sprintf("reflection_models[%d]", i)
		v.need(key+".name", m.Name)
		if len(m.Steps) == 0 {
			v.add(key+".steps", MissingValue, "", "")
		}
	}
	v.fields()
	v.suggestions()
}

func (v *validator) named(key string, list []Named) {
	ids(v, key, list, named)
	for i := range list {
		v.need(fmt.Sprintf("%s[%d].name", key, i), list[i].Name)
	}
}

func (v *validator) kind(key string, k *ActivityKind) {
	v.need(key+".name", k.Name)
	v.need(key+".description", k.Description)
	v.estimate(key+".hours", k.Hours)
	v.estimate(key+".cost_eur", k.CostEUR)
	v.all(key+".partners", refPartner, k.Partners)
	v.all(key+".features", refFeature, k.Features)
	v.all(key+".evidence", refEvidence, k.Evidence)
	v.some(key+".phases", refAnyPhase, k.Phases)
	if k.PhasesWhen != nil {
		v.value(key+".phases_when.pdg", k.PhasesWhen.PDG)
		v.some(key+".phases_when.phases", refAnyPhase, k.PhasesWhen.Phases)
	}
	if len(k.Bands) == 0 {
		v.add(key+".bands", MissingValue, "", "")
	}
	for i, band := range k.Bands {
		v.band(fmt.Sprintf("%s.bands[%d]", key, i), band)
	}
	v.some(key+".frameworks", refFramework, k.Frameworks)
	for i, o := range k.Owners {
		v.one(fmt.Sprintf("%s.owners[%d]", key, i), o, OwnerCoach, OwnerAssessor)
	}
	v.ref(key+".guarantee", refGuarantee, k.Guarantee)
	for _, id := range slices.Sorted(maps.Keys(k.Words)) {
		v.known(key+".words."+id, v.refs[refFramework], id)
	}
}

func (v *validator) estimate(key string, e Estimate) {
	switch {
	case e.Min < 0:
		v.add(key+".min", BadRange, e.Min.String(), "")
	case e.Typical < e.Min:
		v.add(key+".typical", BadRange, e.Typical.String(), "")
	case e.Max < e.Typical:
		v.add(key+".max", BadRange, e.Max.String(), "")
	}
}

// fields checks who may see which field of the plan.
func (v *validator) fields() {
	ids(v, "plan_fields", v.p.Fields, func(g *FieldGroup) string { return g.ID })
	for i, g := range v.p.Fields {
		key := fmt.Sprintf("plan_fields[%d]", i)
		v.need(key+".name", g.Name)
		v.value(key+".board", g.Board)
		own := set{}
		for _, f := range g.Fields {
			own[f] = true
		}
		for _, f := range slices.Sorted(maps.Keys(g.Audience)) {
			v.known(key+".audience."+f, own, f)
			v.ref(key+".audience."+f, refAudience, g.Audience[f])
		}
		for _, f := range slices.Sorted(maps.Keys(g.Guarantee)) {
			v.known(key+".guarantee."+f, own, f)
			v.ref(key+".guarantee."+f, refGuarantee, g.Guarantee[f])
		}
		v.maybe(key+".guarantee_preset", refGuarantee, g.GuaranteePreset)
		for _, f := range slices.Sorted(maps.Keys(g.Questions)) {
			v.known(key+".questions."+f, own, f)
		}
		for _, f := range slices.Sorted(maps.Keys(g.Choices)) {
			v.known(key+".choices."+f, own, f)
		}
	}
}

// suggestions checks what is proposed for an area.
func (v *validator) suggestions() {
	areas := set{}
	for i := range v.p.Frameworks {
		f := &v.p.Frameworks[i]
		for id := range v.competences(f) {
			areas[f.ID+"/"+id] = true
		}
	}
	seen := set{}
	for i, s := range v.p.AreaSuggestions {
		key := fmt.Sprintf("area_suggestions[%d]", i)
		v.known(key+".area", areas, s.Area)
		if seen[s.Area] {
			v.add(key+".area", DuplicateID, s.Area, "")
		}
		seen[s.Area] = true
		v.some(key+".activities", refKind, s.Activities)
		v.some(key+".evidence", refEvidence, s.Evidence)
	}
}
