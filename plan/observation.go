package plan

import (
	"slices"
	"strings"

	"bekwaam/continuum"
)

// The ways in which an observer knows something.
const (
	SourceSeen  = "seen"
	SourceHeard = "heard"
	SourceRead  = "read"
)

// Sources are the ways in which an observer knows something, the surest
// first.
var Sources = []string{SourceSeen, SourceHeard, SourceRead}

// ScoreOverlay is the view on a framework whose groups are the domains that
// an instrument gives scores for.
const ScoreOverlay = "icalt"

// The scores that an instrument gives: 1.0 to 4.0.
const (
	scoreMin Decimal = 1 * unit4
	scoreMax Decimal = 4 * unit4
)

// InRange reports whether a score is one that an instrument gives.
func (s Score) InRange() bool { return s.Score >= scoreMin && s.Score <= scoreMax }

// Reads returns the sentence that the teacher read in an observation about a
// competence, as an id of the scale fits; "" where that is not answered yet.
func (o Observation) Reads(competence string) string {
	for _, r := range o.Reading {
		if r.Competence == competence {
			return r.Fits
		}
	}
	return ""
}

// Seen returns where the teacher places what others wrote about a competence:
// in how many observations each sentence was read. "I do not know" is an
// answer and no place.
func Seen(p Plan, competence string) map[string]int {
	out := map[string]int{}
	for _, o := range p.Observations {
		if f := o.Reads(competence); f != "" && f != UnknownFits && slices.Contains(o.Competences, competence) {
			out[f]++
		}
	}
	return out
}

// UnknownFits is the answer that the teacher does not know which sentence
// fits.
const UnknownFits = "weet-niet"

// Observer returns who a typed name stands for, as [NamePartner] does, with
// the role of the manager where that is who it is. A role that was chosen
// stays when the name goes.
func Observer(p Plan, pack *continuum.Pack, f *continuum.Framework, was *Person, name string) *Person {
	if strings.TrimSpace(name) == "" {
		if was == nil || was.Role == "" {
			return nil
		}
		return &Person{Role: was.Role}
	}
	o := NamePartner(p, pack, f, was, name)
	if m := p.Profile.Manager; m != nil && o.Role == "" && strings.EqualFold(strings.TrimSpace(m.Name), strings.TrimSpace(name)) {
		o.Role = f.PartnerFor(RoleManager)
	}
	return o
}

var observationItems = list[Observation]{"observation", func(o *Observation) *string { return &o.ID }, func(p *Plan) *[]Observation { return &p.Observations }}

// AddObservation adds what somebody else saw, as the teacher wrote it down.
// Scores need the instrument that gave them. What came with somebody's key is
// taken in by other acts: CodeRecord.
func AddObservation(p Plan, o Observation) (Change, error) {
	if err := o.check(); err != nil {
		return Change{}, err
	}
	return observationItems.add(p, o)
}

// EditObservation changes an observation that the teacher wrote down; field
// names what changed. A competence that it is no longer about takes its
// reading along. A record that came with somebody's key is never changed:
// CodeRecord.
func EditObservation(p Plan, id, field string, edit func(*Observation)) (Change, error) {
	if err := p.ownObservation(id); err != nil {
		return Change{}, err
	}
	var bad error
	c, err := observationItems.edit(p, id, field, func(o *Observation) {
		edit(o)
		o.Reading = keepItems(o.Reading, func(r Reading) bool { return slices.Contains(o.Competences, r.Competence) })
		bad = o.check()
	})
	if err == nil && bad != nil {
		return Change{}, bad
	}
	return c, err
}

// RemoveObservation takes an observation away that the teacher wrote down. A
// record that came with somebody's key stays: CodeRecord.
func RemoveObservation(p Plan, id string) (Change, error) {
	if err := p.ownObservation(id); err != nil {
		return Change{}, err
	}
	return observationItems.remove(p, id, nil)
}

// ReadObservation writes which sentence the teacher reads in an observation
// about one of its competences; "" takes the answer away. It is the teacher's
// own, so it may also be given about a record of somebody else.
func ReadObservation(p Plan, id, competence, fits string) (Change, error) {
	if at := observationItems.at(&p, id); at >= 0 && !slices.Contains(p.Observations[at].Competences, competence) {
		return Change{}, &Error{Code: CodeUnknown, Item: id, Field: "reading", Args: []string{competence}}
	}
	c, err := observationItems.edit(p, id, "reading", func(o *Observation) {
		at := slices.IndexFunc(o.Reading, func(r Reading) bool { return r.Competence == competence })
		switch {
		case at >= 0 && fits == "":
			o.Reading = slices.Delete(o.Reading, at, at+1)
		case at >= 0:
			o.Reading[at].Fits = fits
		case fits != "":
			o.Reading = append(o.Reading, Reading{Competence: competence, Fits: fits})
		}
	})
	return c.as(err, "observation.read", id, competence)
}

// ownObservation returns CodeRecord for a record of somebody else. A frozen
// version is told first.
func (p Plan) ownObservation(id string) error {
	if err := p.writable(); err != nil {
		return err
	}
	if at := observationItems.at(&p, id); at >= 0 && p.Observations[at].Key != "" {
		return &Error{Code: CodeRecord, Item: id}
	}
	return nil
}

// check returns what cannot be written down as an observation. Documents of
// others may hold it, so it is no part of [Validate].
func (o Observation) check() error {
	fail := func(code, field string, args ...string) error {
		return &Error{Code: code, Item: o.ID, Field: field, Args: args}
	}
	switch {
	case o.Key != "":
		return fail(CodeRecord, "key")
	case o.Source != "" && !slices.Contains(Sources, o.Source):
		return fail(CodeUnknown, "source", o.Source)
	case len(o.ICALTScores) > 0 && o.Instrument == "":
		return fail(CodeRequired, "instrument")
	}
	domains := map[string]bool{}
	for _, s := range o.ICALTScores {
		switch {
		case !s.InRange():
			return fail(CodeRange, "icalt_scores", s.Score.String())
		case domains[s.Domain]:
			return fail(CodeTwice, "icalt_scores", s.Domain)
		}
		domains[s.Domain] = true
	}
	return nil
}

// keepOthers brings the observations of old that came with somebody's key
// into list, which was read: their words as they were, with the reading that
// the list has.
func keepOthers(list, old []Observation) []Observation {
	for _, o := range old {
		if o.Key == "" {
			continue
		}
		at := slices.IndexFunc(list, func(x Observation) bool { return x.ID == o.ID })
		if at < 0 {
			list = append(list, o)
			continue
		}
		o.Reading = list[at].Reading
		list[at] = o
	}
	return list
}

func (v *validator) readings(o Observation) {
	seen := map[string]bool{}
	for _, r := range o.Reading {
		if seen[r.Competence] {
			v.fail(CodeTwice, o.ID, "reading", r.Competence)
		}
		seen[r.Competence] = true
		v.one(r.Fits, fitsIDs, o.ID, "reading")
	}
}
