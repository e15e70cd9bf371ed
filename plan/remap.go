package plan

import (
	"maps"
	"slices"
	"strings"

	"bekwaam/continuum"
)

// RemapReport says what became of the competences that a plan names when it
// moved to another framework.
type RemapReport struct {
	Moved     []Moved  // they go by other ids now
	Undecided []Moved  // split without a choice: From stays, To is what it may become
	Stayed    []string // nothing in the new framework is this; see Orphans
	Beside    []string // own views that stay, because the new id had a view already
	Added     []string // new in the framework
	Changed   []string // named by the plan, in other words than before
}

// Moved is a competence and what it is now; several after a split.
type Moved struct {
	From string
	To   []string
}

// Remap moves a plan to another framework, or another version of its own, and
// loses nothing. A competence that is there under the same id, or under
// another as [continuum.DiffOf] finds it, takes the own view, goals, aims,
// evidence, reflections, focus and observations along. What was split waits
// for a choice. choices say by full id of the old what it becomes: ids of the
// new, all of which then have its view and links, or none to leave it.
//
// What is not in the new framework stays under its old id, with its words in
// the document. A record that somebody else made with a key is never changed.
func Remap(p Plan, from, to *continuum.Framework, choices map[string][]string) (Change, RemapReport, error) {
	var r RemapReport
	c, err := change(p, "remap", []string{to.ID, to.Version}, func(q *Plan) error {
		r = carry(q, from, to, choices)
		return nil
	})
	return c, r, err
}

// carry moves q from one framework to another.
func carry(q *Plan, from, to *continuum.Framework, choices map[string][]string) RemapReport {
	diff := continuum.DiffOf(from, to)
	m := mapping{from: from, to: to, choices: choices, renamed: map[string][]string{}}
	for _, x := range diff.Renamed {
		m.renamed[x.From] = append(m.renamed[x.From], x.To)
	}
	r := m.report(competencesIn(*q), diff)
	q.Views, r.Beside = settled(m, q.Views, func(v *View) *string { return &v.Competence })
	for _, l := range q.links() {
		if !l.record {
			*l.ids = m.list(*l.ids)
		}
	}
	for i := range q.Goals {
		g := &q.Goals[i]
		g.Aims, _ = settled(m, g.Aims, func(a *Aim) *string { return &a.Competence })
		for _, a := range g.Aims {
			g.Competences = with(g.Competences, a.Competence)
		}
	}
	for i := range q.Observations {
		if o := &q.Observations[i]; o.Key == "" {
			o.Reading, _ = settled(m, o.Reading, func(r *Reading) *string { return &r.Competence })
			for _, r := range o.Reading {
				o.Competences = with(o.Competences, r.Competence)
			}
		}
	}
	if from.ID != to.ID {
		q.Profile.Framework = to.ID
		q.Profile.Sector = sectorOf(to)
	}
	q.Pin = Pin{ID: to.ID, Version: to.Version, Digest: to.Digest}
	q.Gone = wordsGone(*q, from, to)
	return r
}

// sectorOf is the sector a framework is for, empty where it serves several
// levels of school and the teacher has to say which.
func sectorOf(f *continuum.Framework) string {
	if len(f.SchoolLevels()) > 0 {
		return ""
	}
	return f.Sector
}

// refit moves q to a framework that the teacher chose, and gives it that
// one's usual words and way of working where the old ones were not the
// teacher's own. from is nil where nobody knows it.
func refit(q *Plan, pack *continuum.Pack, from, to *continuum.Framework) {
	pr := &q.Profile
	if from == nil {
		q.Pin, pr.Sector = Pin{ID: to.ID, Version: to.Version, Digest: to.Digest}, sectorOf(to)
	} else {
		carry(q, from, to, nil)
		if pr.Function == from.Say(from.Vocabulary["teacher"], q.Language) {
			pr.Function = to.Say(to.Vocabulary["teacher"], q.Language)
		}
		for role, person := range map[string]*Person{RoleCoach: pr.Coach, RoleManager: pr.Manager} {
			if person != nil && person.Role == from.PartnerFor(role) {
				person.Role = to.PartnerFor(role)
			}
		}
	}
	offered := pack.EmploymentFor(to.ID)
	if len(offered) > 0 && !slices.ContainsFunc(offered, func(t *continuum.EmploymentType) bool { return t.ID == pr.Employment }) {
		pr.Employment = offered[0].ID
	}
}

// mapping knows what an old id becomes.
type mapping struct {
	from, to *continuum.Framework
	choices  map[string][]string
	renamed  map[string][]string
}

// of returns what an id becomes: nothing where it stays.
func (m mapping) of(id string) []string {
	if chosen, ok := m.choices[id]; ok {
		var out []string
		for _, x := range chosen {
			if _, _, there := m.to.Competence(x); there && !slices.Contains(out, x) {
				out = append(out, x)
			}
		}
		return out
	}
	if _, _, there := m.to.Competence(id); there {
		return []string{id}
	}
	if local, ours := strings.CutPrefix(id, m.from.ID+"/"); ours {
		if _, _, there := m.to.Competence(m.to.ID + "/" + local); there {
			return []string{m.to.ID + "/" + local}
		}
	}
	if one := m.renamed[id]; len(one) == 1 {
		return one
	}
	return nil
}

// stays reports whether an id is the same afterwards.
func (m mapping) stays(id string) bool {
	now := m.of(id)
	return len(now) == 0 || len(now) == 1 && now[0] == id
}

// list maps a list of ids, each once.
func (m mapping) list(ids []string) []string {
	var out []string
	for _, id := range ids {
		now := m.of(id)
		if len(now) == 0 {
			now = []string{id}
		}
		for _, x := range now {
			out = with(out, x)
		}
	}
	return out
}

// with adds id to a list that does not hold it.
func with(ids []string, id string) []string {
	if slices.Contains(ids, id) {
		return ids
	}
	return append(ids, id)
}

// settled maps things of which each competence has one at most, such as the
// own views. Two never become one: one that finds no free place stays under
// its own id, which beside then names, even where another was to go there.
func settled[T any](m mapping, items []T, at func(*T) *string) (out []T, beside []string) {
	fixed := map[string]bool{}
	for i := range items {
		if id := *at(&items[i]); m.stays(id) {
			fixed[id] = true
		}
	}
	for {
		out, beside = nil, nil
		taken, again := maps.Clone(fixed), false
		for i := range items {
			id := *at(&items[i])
			if fixed[id] {
				out = append(out, items[i])
				if !m.stays(id) {
					beside = append(beside, id)
				}
				continue
			}
			moved := false
			for _, now := range m.of(id) {
				if !taken[now] {
					x := clone(items[i])
					*at(&x) = now
					out, taken[now], moved = append(out, x), true, true
				}
			}
			if !moved {
				fixed[id], again = true, true
			}
		}
		if !again {
			return out, beside
		}
	}
}

// report tells what becomes of the ids that a plan names.
func (m mapping) report(ids []string, diff continuum.Diff) RemapReport {
	r := RemapReport{Added: diff.Added}
	changed := map[string]bool{}
	for _, c := range diff.Changed {
		changed[c.ID] = true
	}
	for _, id := range ids {
		now := m.of(id)
		_, chosen := m.choices[id]
		switch may := m.renamed[id]; {
		case len(now) == 0 && len(may) > 1 && !chosen:
			r.Undecided = append(r.Undecided, Moved{id, may})
		case len(now) == 0:
			r.Stayed = append(r.Stayed, id)
		case len(now) > 1 || now[0] != id:
			r.Moved = append(r.Moved, Moved{id, now})
		}
		for _, x := range now {
			if changed[x] && !slices.Contains(r.Changed, x) {
				r.Changed = append(r.Changed, x)
			}
		}
	}
	return r
}
