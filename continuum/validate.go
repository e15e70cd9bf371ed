package continuum

import (
	"fmt"
	"maps"
	"slices"
)

// What an override does.
const (
	OpReplace = "replace" // in the place of the inherited competence with the same id
	OpAdd     = "add"     // behind the competences of the area
)

// GuaranteeOverlay is the overlay whose items are named as guarantee.
const GuaranteeOverlay = "kwaliteitskader"

// validator gathers the problems of one pack before anything is inherited.
type validator struct {
	p        *Pack
	problems []Problem

	frameworks map[string]*Framework
	refs       map[string]set // ids by what they are ids of
}

type set map[string]bool

// What a reference can point to.
const (
	refFramework  = "framework"
	refFeature    = "feature"
	refEvidence   = "evidence"
	refPartner    = "partner"
	refFunding    = "funding"
	refKind       = "kind"
	refSource     = "source"
	refGuarantee  = "guarantee"
	refPlace      = "place"
	refAudience   = "audience"
	refSignature  = "signature"
	refAnyPhase   = "phase"
	refEveryPhase = "phase of every framework"
)

// validate returns what is wrong with a pack that is not resolved yet.
func validate(p *Pack) []Problem {
	v := &validator{p: p, frameworks: map[string]*Framework{}, refs: map[string]set{}}
	v.collect()
	v.pack()
	for i := range p.Frameworks {
		v.framework(fmt.Sprintf("frameworks[%d]", i), &p.Frameworks[i])
	}
	v.catalogue()
	v.rights()
	v.survey()
	v.coaching()
	v.texts()
	return unique(v.problems)
}

// unique drops problems that two rules found alike, and keeps the order.
func unique(problems []Problem) []Problem {
	seen := map[Problem]bool{}
	return slices.DeleteFunc(problems, func(p Problem) bool {
		again := seen[p]
		seen[p] = true
		return again
	})
}

func (v *validator) add(key, code, detail, suggestion string) {
	v.problems = append(v.problems, Problem{Key: key, Code: code, Detail: detail, Suggestion: suggestion})
}

// collect gathers the ids that others refer to.
func (v *validator) collect() {
	p := v.p
	for i := range p.Frameworks {
		if id := p.Frameworks[i].ID; id != "" {
			v.frameworks[id] = &p.Frameworks[i]
		}
	}
	v.refs[refFramework] = keysOf(p.Frameworks, func(f *Framework) string { return f.ID })
	v.refs[refFeature] = keysOf(p.Features, named)
	v.refs[refEvidence] = keysOf(p.EvidenceKinds, func(e *EvidenceKind) string { return e.ID })
	v.refs[refPartner] = keysOf(p.PartnerRoles, func(r *PartnerRole) string { return r.ID })
	v.refs[refFunding] = keysOf(p.Funding, func(f *FundingSource) string { return f.ID })
	v.refs[refKind] = keysOf(p.ActivityKinds, func(k *ActivityKind) string { return k.ID })
	v.refs[refSource] = keysOf(p.Sources, func(s *Source) string { return s.ID })
	v.refs[refAudience] = keysOf(p.Audiences, named)
	v.refs[refSignature] = keysOf(p.SignatureRoles, func(r *SignatureRole) string { return r.ID })
	v.refs[refGuarantee] = set{}
	v.refs[refPlace] = keysOf(Places, func(s *string) string { return *s })
	for _, o := range p.Overlays {
		if o.ID == GuaranteeOverlay {
			v.refs[refGuarantee] = keysOf(o.Items, func(i *OverlayItem) string { return i.ID })
		}
	}
	anyPhase, every := set{}, set(nil)
	for i := range p.Frameworks {
		own := v.phases(&p.Frameworks[i])
		maps.Copy(anyPhase, own)
		if every == nil {
			every = maps.Clone(own)
		}
		maps.DeleteFunc(every, func(id string, _ bool) bool { return !own[id] })
	}
	v.refs[refAnyPhase], v.refs[refEveryPhase] = anyPhase, every
}

func keysOf[T any](list []T, id func(*T) string) set {
	s := make(set, len(list))
	for i := range list {
		s[id(&list[i])] = true
	}
	return s
}

// ids checks the ids of a list: each there, well formed and used once.
func ids[T any](v *validator, key string, list []T, id func(*T) string) {
	seen := set{}
	for i := range list {
		at, s := fmt.Sprintf("%s[%d].id", key, i), id(&list[i])
		switch {
		case s == "":
			v.add(at, MissingValue, "", "")
		case !isID(s):
			v.add(at, BadID, s, "")
		case seen[s]:
			v.add(at, DuplicateID, s, "")
		}
		seen[s] = true
	}
}

// isID reports whether s is made of lower-case letters, digits and single
// hyphens between them.
func isID(s string) bool {
	hyphen := true
	for i := range len(s) {
		c := s[i]
		if c == '-' && hyphen || c != '-' && (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return false
		}
		hyphen = c == '-'
	}
	return s != "" && !hyphen
}

// ref checks one reference; an empty one is a missing value.
func (v *validator) ref(key, what, id string) {
	if id == "" {
		v.add(key, MissingValue, "", "")
		return
	}
	v.known(key, v.refs[what], id)
}

// maybe checks a reference that may be left out.
func (v *validator) maybe(key, what, id string) {
	if id != "" {
		v.known(key, v.refs[what], id)
	}
}

// all checks a list of references, which may name each thing once.
func (v *validator) all(key, what string, list []string) {
	seen := set{}
	for i, id := range list {
		at := fmt.Sprintf("%s[%d]", key, i)
		if seen[id] {
			v.add(at, DuplicateID, id, "")
			continue
		}
		seen[id] = true
		v.ref(at, what, id)
	}
}

// some is all for a list that may not be empty.
func (v *validator) some(key, what string, list []string) {
	if len(list) == 0 {
		v.add(key, MissingValue, "", "")
	}
	v.all(key, what, list)
}

func (v *validator) known(key string, in set, id string) {
	if !in[id] {
		v.add(key, UnknownRef, id, v.nearest(id, in))
	}
}

// maxSuggestions is for how many problems a name that may be meant is looked
// up. A file with more is not of this kind, and looking would take long.
const maxSuggestions = 100

func (v *validator) nearest(id string, in set) string {
	if len(v.problems) >= maxSuggestions {
		return ""
	}
	return Nearest(id, slices.Sorted(maps.Keys(in)))
}

// one checks that a value is one of a few.
func (v *validator) one(key, value string, allowed ...string) {
	if !slices.Contains(allowed, value) {
		v.badValue(key, value, allowed)
	}
}

// need checks that a text is there; that it is in both languages is checked
// for all texts together.
func (v *validator) need(key string, t Text) {
	if t.IsZero() {
		v.add(key+".nl", MissingText, "", "")
		v.add(key+".en", MissingText, "", "")
	}
}

// value checks that a plain value is there.
func (v *validator) value(key, s string) {
	if s == "" {
		v.add(key, MissingValue, "", "")
	}
}
