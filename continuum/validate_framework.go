package continuum

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"
)

// pack checks what belongs to no list.
func (v *validator) pack() {
	p := v.p
	v.value("id", p.ID)
	v.value("version", p.Version)
	v.date("compiled", p.Compiled)
	for _, list := range []struct {
		key string
		n   int
	}{
		{"frameworks", len(p.Frameworks)}, {"plan_fields", len(p.Fields)}, {"plan_checks", len(p.Checks)},
		{"pd_features", len(p.Features)}, {"activity_kinds", len(p.ActivityKinds)}, {"evidence_kinds", len(p.EvidenceKinds)},
		{"note_kinds", len(p.NoteKinds)}, {"reflection_models", len(p.ReflectionModels)}, {"partner_roles", len(p.PartnerRoles)},
		{"funding_sources", len(p.Funding)}, {"entitlements", len(p.Entitlements)}, {"employment_types", len(p.Employment)},
		{"signature_roles", len(p.SignatureRoles)}, {"audiences", len(p.Audiences)},
		{"responsibility_by_moment", len(p.Responsibility)}, {"mirror_cards", len(p.MirrorCards)},
		{"coach.moments", len(p.Coaching.Moments)},
		{"needs_survey.context_items", len(p.Survey.Context)}, {"needs_survey.open_questions", len(p.Survey.Open)},
	} {
		if list.n == 0 {
			v.add(list.key, MissingValue, "", "")
		}
	}
	v.order()
	ids(v, "frameworks", p.Frameworks, func(f *Framework) string { return f.ID })
	ids(v, "overlays", p.Overlays, func(o *Overlay) string { return o.ID })
	for i, o := range p.Overlays {
		key := fmt.Sprintf("overlays[%d]", i)
		v.need(key+".name", o.Name)
		v.some(key+".applies_to", refFramework, o.AppliesTo)
		v.sourced(key, o.Sources, o.Confidence)
		ids(v, key+".items", o.Items, func(i *OverlayItem) string { return i.ID })
		for j, item := range o.Items {
			v.need(fmt.Sprintf("%s.items[%d].name", key, j), item.Name)
		}
	}
}

// ownVersion is what a board may number its framework with; see NewerVersion.
var ownVersion = regexp.MustCompile(`^[0-9][0-9A-Za-z.-]{0,29}$`)

func (v *validator) framework(key string, f *Framework) {
	v.need(key+".name", f.Name)
	v.value(key+".country", f.Country)
	v.value(key+".sector", f.Sector)
	if f.Own != "" && !ownVersion.MatchString(f.Own) {
		v.add(key+".version", BadValue, f.Own, "1.0, 2026.1")
	}
	v.value(key+".valid_from", f.ValidFrom)
	v.period(key+".valid_from", f.ValidFrom, key+".valid_to", f.ValidTo)
	if f.Extends != "" {
		v.ref(key+".extends", refFramework, f.Extends)
		if v.loops(f) {
			v.add(key+".extends", ExtendsLoop, f.Extends, "")
			return
		}
	} else if len(f.Overrides) > 0 {
		v.add(key+".extends", MissingValue, "", "")
	}
	if f.Extends == "" && len(f.Phases) == 0 {
		v.add(key+".phases", MissingValue, "", "")
	}
	ids(v, key+".phases", f.Phases, func(p *Phase) string { return p.ID })
	for i, ph := range f.Phases {
		at := fmt.Sprintf("%s.phases[%d]", key, i)
		v.need(at+".name", ph.Name)
		v.one(at+".basis", ph.Basis, "", "sourced", "design")
		if ph.TypicalYearFrom < 0 || ph.TypicalYearTo != nil && *ph.TypicalYearTo <= ph.TypicalYearFrom {
			v.add(at+".typical_year_to", BadRange, "", "")
		}
	}
	v.words(key, f)
	v.areas(key, f)
	v.overrides(key, f)
	v.levels(key, f)
	v.gates(key, f)
	v.sourced(key, f.Sources, f.Confidence)
}

func (v *validator) areas(key string, f *Framework) {
	if f.Extends == "" && len(f.Areas) == 0 {
		v.add(key+".areas", MissingValue, "", "")
	}
	ids(v, key+".areas", f.Areas, func(a *Area) string { return a.ID })
	inherited := v.competences(v.frameworks[f.Extends])
	for i := range f.Areas {
		a := &f.Areas[i]
		at := fmt.Sprintf("%s.areas[%d]", key, i)
		if inherited[a.ID] != nil && f.places == nil {
			v.add(at+".id", DuplicateID, a.ID, "")
		}
		v.need(at+".name", a.Name)
		v.tags(at+".tags", f, a.Tags)
		if len(a.Competences) == 0 {
			v.add(at+".competences", MissingValue, "", "")
		}
		ids(v, at+".competences", a.Competences, func(c *Competence) string { return c.ID })
		for j := range a.Competences {
			v.competence(fmt.Sprintf("%s.competences[%d]", at, j), f, &a.Competences[j])
		}
	}
}

func (v *validator) competence(key string, f *Framework, c *Competence) {
	v.need(key+".name", c.Name)
	v.need(key+".survey", c.Survey)
	v.band(key+".band", c.Band)
	v.renamed(key, c)
	phases := v.phases(f)
	for _, id := range slices.Sorted(maps.Keys(phases)) {
		v.need(key+".indicators."+id, c.Indicators[id])
	}
	for _, id := range slices.Sorted(maps.Keys(c.Indicators)) {
		v.known(key+".indicators."+id, phases, id)
	}
}

func (v *validator) overrides(key string, f *Framework) {
	inherited := v.competences(v.frameworks[f.Extends])
	areaIDs := slices.Sorted(maps.Keys(inherited))
	for i := range f.Overrides {
		o := &f.Overrides[i]
		at := fmt.Sprintf("%s.overrides[%d]", key, i)
		if !isID(o.ID) {
			v.add(at+".id", BadID, o.ID, "")
		}
		v.one(at+".op", o.Op, OpReplace, OpAdd)
		in, ok := inherited[o.Area]
		switch {
		case !ok:
			v.add(at+".area", UnknownRef, o.Area, Nearest(o.Area, areaIDs))
		case o.Op == OpReplace:
			v.known(at+".id", in, o.ID)
		case in[o.ID]:
			v.add(at+".id", DuplicateID, o.ID, "")
		default:
			in[o.ID] = true
		}
		v.competence(at, f, &o.Competence)
	}
}

// tags checks the overlays an area points into, and their items.
func (v *validator) tags(key string, f *Framework, tags map[string][]string) {
	overlays := map[string]*Overlay{}
	for i := range v.p.Overlays {
		overlays[v.p.Overlays[i].ID] = &v.p.Overlays[i]
	}
	for _, id := range slices.Sorted(maps.Keys(tags)) {
		o := overlays[id]
		if o == nil {
			v.add(key+"."+id, UnknownRef, id, Nearest(id, slices.Sorted(maps.Keys(overlays))))
			continue
		}
		items := keysOf(o.Items, func(i *OverlayItem) string { return i.ID })
		for i, item := range tags[id] {
			v.known(fmt.Sprintf("%s.%s[%d]", key, id, i), items, item)
		}
	}
}

// phases returns the phases of a framework, its own or inherited.
func (v *validator) phases(f *Framework) set {
	for f != nil && len(f.Phases) == 0 && !v.loops(f) {
		f = v.frameworks[f.Extends]
	}
	if f == nil {
		return set{}
	}
	return keysOf(f.Phases, func(p *Phase) string { return p.ID })
}

// competences returns a copy of the competences of a framework by area, what
// it inherits included.
func (v *validator) competences(f *Framework) map[string]set {
	if f == nil || v.loops(f) {
		return map[string]set{}
	}
	all := map[string]set{}
	if f.places == nil {
		all = v.competences(v.frameworks[f.Extends])
	}
	for i := range f.Areas {
		all[f.Areas[i].ID] = keysOf(f.Areas[i].Competences, func(c *Competence) string { return c.ID })
	}
	for _, o := range f.Overrides {
		if in := all[o.Area]; in != nil {
			in[o.ID] = true
		}
	}
	return all
}

// loops reports whether going from parent to parent comes back.
func (v *validator) loops(f *Framework) bool {
	seen := set{}
	for f != nil {
		if seen[f.ID] {
			return true
		}
		seen[f.ID] = true
		f = v.frameworks[f.Extends]
	}
	return false
}

func (v *validator) band(key string, band int) {
	if band < 1 || band > 3 {
		v.add(key, BadBand, fmt.Sprint(band), "1, 2, 3")
	}
}

func (v *validator) date(key, s string) {
	if s == "" {
		return
	}
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		v.add(key, BadDate, s, "")
	}
}

func (v *validator) period(fromKey, from, toKey, to string) {
	v.date(fromKey, from)
	v.date(toKey, to)
	if from != "" && to != "" && to < from {
		v.add(toKey, BadDate, to, "")
	}
}

func (v *validator) badValue(key, value string, allowed []string) {
	if value == "" {
		v.add(key, MissingValue, "", strings.Join(allowed, ", "))
		return
	}
	v.add(key, BadValue, value, strings.Join(allowed, ", "))
}
