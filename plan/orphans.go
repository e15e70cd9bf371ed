package plan

import (
	"strings"

	"bekwaam/continuum"
)

// Orphan is a competence that a plan names and its framework does not have,
// since the plan moved to another version or was written elsewhere. Nothing
// about it is lost.
type Orphan struct {
	ID    string
	Words Sentences // as they were when it was left behind; without a name where nobody knows
	Where []string  // what names it: competence_views, focus, goals/d1, evidence/b2
}

// Orphans returns every competence that p names and f does not have, in the
// order in which the document names them.
func Orphans(p Plan, f *continuum.Framework) []Orphan {
	var out []Orphan
	for _, id := range competencesIn(p) {
		if _, _, ok := f.Competence(id); ok {
			continue
		}
		o := Orphan{ID: id, Words: Sentences{ID: id}}
		if p.EditionInfo != nil { // words that came along from elsewhere
			for _, s := range p.EditionInfo.Sentences {
				if s.ID == id {
					o.Words = clone(s)
				}
			}
		}
		for _, s := range p.Gone {
			if s.ID == id {
				o.Words = clone(s)
			}
		}
		for _, l := range p.allLinks() {
			for _, x := range *l.ids {
				if x == id {
					o.Where = append(o.Where, l.where)
					break
				}
			}
		}
		out = append(out, o)
	}
	return out
}

// link is a list of competences that something in a plan names.
type link struct {
	where  string
	ids    *[]string
	record bool // of somebody else, never changed
}

// links points at every list of competences in p.
func (p *Plan) links() []link {
	out := []link{{"focus", &p.Focus.Competences, false}, {"focus/set_aside", &p.Focus.SetAside, false}}
	for i := range p.SchoolGoals {
		out = append(out, link{"school_goals/" + p.SchoolGoals[i].ID, &p.SchoolGoals[i].Competences, false})
	}
	for i := range p.Goals {
		out = append(out, link{"goals/" + p.Goals[i].ID, &p.Goals[i].Competences, false})
	}
	for i := range p.Observations {
		o := &p.Observations[i]
		out = append(out, link{"observations/" + o.ID, &o.Competences, o.Key != ""})
	}
	for i := range p.Evidence {
		out = append(out, link{"evidence/" + p.Evidence[i].ID, &p.Evidence[i].Competences, false})
	}
	for i := range p.Reflections {
		out = append(out, link{"reflections/" + p.Reflections[i].ID, &p.Reflections[i].Competences, false})
	}
	return out
}

// allLinks is links with what names one competence at a time; those lists are
// copies.
func (p *Plan) allLinks() []link {
	views := make([]string, len(p.Views))
	for i, v := range p.Views {
		views[i] = v.Competence
	}
	out := append([]link{{"competence_views", &views, false}}, p.links()...)
	for _, g := range p.Goals {
		var aims []string
		for _, a := range g.Aims {
			aims = append(aims, a.Competence)
		}
		out = append(out, link{"goals/" + g.ID + "/aims", &aims, false})
	}
	for _, o := range p.Observations {
		var read []string
		for _, r := range o.Reading {
			read = append(read, r.Competence)
		}
		out = append(out, link{"observations/" + o.ID + "/reading", &read, o.Key != ""})
	}
	judged := func(where string, list []Judgement) {
		var ids []string
		for _, j := range list {
			if strings.Count(j.Competence, "/") == 2 { // and no group of them
				ids = append(ids, j.Competence)
			}
		}
		out = append(out, link{where, &ids, true})
	}
	if a := p.Assessment; a != nil {
		for _, s := range a.Separate {
			judged("assessment/separate/"+s.ID, s.Judgements)
		}
		if a.Agreed != nil {
			judged("assessment/agreed", a.Agreed.Judgements)
		}
	}
	return out
}

// competencesIn returns every competence that p names, each once.
func competencesIn(p Plan) []string {
	var out []string
	seen := map[string]bool{"": true}
	for _, l := range p.allLinks() {
		for _, id := range *l.ids {
			if !seen[id] {
				seen[id] = true
				out = append(out, id)
			}
		}
	}
	return out
}

// wordsGone returns the words of what q names and the new framework does not
// have: those it kept already, and of what is left behind now.
func wordsGone(q Plan, from, to *continuum.Framework) []Sentences {
	var out []Sentences
	for _, o := range Orphans(q, to) {
		if o.Words.Name == "" {
			words, ok := sentencesOf(from, o.ID, q.Language)
			if !ok {
				continue
			}
			o.Words = words
		}
		out = append(out, o.Words)
	}
	return out
}
