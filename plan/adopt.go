package plan

import (
	"slices"

	"bekwaam/continuum"
)

// Adopt ties a document that was read to the content pack at hand: a plan
// that names no pack or pins no framework gets those of pack. It remarks on
// another version of the pack and on competences that the framework does not
// have; neither is changed.
func Adopt(p Plan, pack *continuum.Pack) (Plan, []Remark) {
	var remarks []Remark
	p = p.Clone()
	here := pack.ID + " " + pack.Version
	switch p.Pack {
	case "":
		p.Pack = here
	case here:
	default:
		remarks = append(remarks, Remark{RemarkPack, []string{p.Pack, here}})
	}
	f := frameworkOf(p, pack)
	if f == nil {
		return p, remarks
	}
	if p.Pin.ID == "" {
		p.Pin = Pin{ID: f.ID, Version: f.Version, Digest: f.Digest}
	}
	if i := p.EditionInfo; i != nil && i.Audience == Self {
		keepWords(&p, f)
	}
	if unknown := unknownCompetences(p, f); len(unknown) > 0 {
		remarks = append(remarks, Remark{RemarkUnknown, unknown})
	}
	return p, remarks
}

// keepWords keeps the words that came along for what the framework at hand
// does not have, and nobody else may know.
func keepWords(p *Plan, f *continuum.Framework) {
	var gone []Sentences
	for _, o := range Orphans(*p, f) {
		if o.Words.Name != "" {
			gone = append(gone, o.Words)
		}
	}
	p.Gone = gone
}

func unknownCompetences(p Plan, f *continuum.Framework) []string {
	var out []string
	for key := range mentions(p) {
		const group = "competence/"
		if len(key) <= len(group) || key[:len(group)] != group {
			continue
		}
		id := key[len(group):]
		if _, _, ok := f.Competence(id); !ok {
			out = append(out, id)
		}
	}
	slices.Sort(out)
	return out
}
