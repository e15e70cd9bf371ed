package plan

import (
	"slices"
	"strings"

	"bekwaam/continuum"
)

// NamedBy returns what in p names each competence: competence_views, focus,
// goals/d1, evidence/b2. A goal and its aims, and an observation and what was
// read in it, are one.
func NamedBy(p Plan) map[string][]string {
	out := map[string][]string{}
	for _, l := range p.allLinks() {
		where := strings.TrimSuffix(strings.TrimSuffix(l.where, "/aims"), "/reading")
		for _, id := range *l.ids {
			if !slices.Contains(out[id], where) {
				out[id] = append(out[id], where)
			}
		}
	}
	return out
}

// Moving is what moving a plan to another version of its framework would do,
// before anything is done.
type Moving struct {
	Diff   continuum.Diff
	Report RemapReport
	Named  map[string][]string // see NamedBy
}

// LookAhead says what [Remap] would do: what differs, what of p is touched.
func LookAhead(p Plan, from, to *continuum.Framework, choices map[string][]string) Moving {
	q := p.Clone()
	return Moving{Diff: continuum.DiffOf(from, to), Report: carry(&q, from, to, choices), Named: NamedBy(p)}
}

// Splits are the competences that became several, in the order of the first
// framework, each with what it became.
func (m Moving) Splits() []Moved {
	var out []Moved
	for _, r := range m.Diff.Renamed {
		at := slices.IndexFunc(out, func(x Moved) bool { return x.From == r.From })
		if at < 0 {
			out = append(out, Moved{r.From, []string{r.To}})
			continue
		}
		out[at].To = append(out[at].To, r.To)
	}
	return slices.DeleteFunc(out, func(x Moved) bool { return len(x.To) < 2 })
}

// Repin ties a plan to the framework at hand where nobody knows the version
// that it was written with. Everything stays under its own id.
func Repin(p Plan, to *continuum.Framework) (Change, error) {
	return change(p, "remap", []string{to.ID, to.Version}, func(q *Plan) error {
		q.Pin = Pin{ID: to.ID, Version: to.Version, Digest: to.Digest}
		keepWords(q, to)
		return nil
	})
}
