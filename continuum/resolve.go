package continuum

import (
	"cmp"
	"slices"
)

// Resolve validates the pack completely, copies in what frameworks inherit,
// sets Version and Digest and makes the lookups work. Its error is an
// [*InvalidError] with every problem found; the pack is then not to be used.
// A pack that is resolved already is left as it is.
func (p *Pack) Resolve() error {
	if p.index != nil {
		return nil
	}
	if problems := validate(p); len(problems) > 0 {
		return &InvalidError{Problems: problems}
	}
	p.inherit()
	for i := range p.Frameworks {
		f := &p.Frameworks[i]
		if f.Digest == "" {
			f.Version = cmp.Or(f.Own, p.Version)
			f.Digest = digest(f)
		}
	}
	p.Digest = digest(p)
	p.buildIndex()
	return nil
}

// With returns a pack that also holds f, in the place of a framework of the
// same id. Neither p nor f is changed. The result is resolved; the error is
// that of [Pack.Resolve].
func (p *Pack) With(f Framework) (*Pack, error) {
	q := *p
	q.index = nil
	q.Frameworks = slices.Clone(p.Frameworks)
	q.AreaSuggestions = slices.Clone(p.AreaSuggestions)
	f.places, f.Digest = nil, ""
	if i := q.position(f.ID); i >= 0 {
		q.Frameworks[i] = f
	} else {
		q.Frameworks = append(q.Frameworks, f)
	}
	if err := q.Resolve(); err != nil {
		return nil, err
	}
	return &q, nil
}

// position returns the place of a framework in p.Frameworks, -1 for none.
func (p *Pack) position(id string) int {
	return slices.IndexFunc(p.Frameworks, func(f Framework) bool { return f.ID == id })
}

// inherit copies into every framework what it takes over from the one it
// extends. The pack has been validated, so there are no loops.
func (p *Pack) inherit() {
	done := map[string]bool{}
	var visit func(f *Framework)
	visit = func(f *Framework) {
		if done[f.ID] {
			return
		}
		done[f.ID] = true
		if f.Extends == "" || f.places != nil {
			return
		}
		parent := &p.Frameworks[p.position(f.Extends)]
		visit(parent)
		f.inheritFrom(parent)
		p.inheritSuggestions(f, parent)
	}
	for i := range p.Frameworks {
		visit(&p.Frameworks[i])
	}
}

func (f *Framework) inheritFrom(parent *Framework) {
	own := f.Areas
	f.Areas = make([]Area, 0, len(parent.Areas)+len(own))
	for _, a := range parent.Areas {
		a.Competences = slices.Clone(a.Competences)
		f.Areas = append(f.Areas, a)
	}
	f.Areas = append(f.Areas, own...)
	for _, o := range f.Overrides {
		a := &f.Areas[slices.IndexFunc(f.Areas, func(a Area) bool { return a.ID == o.Area })]
		if o.Op == OpAdd {
			a.Competences = append(a.Competences, o.Competence)
			continue
		}
		i := slices.IndexFunc(a.Competences, func(c Competence) bool { return c.ID == o.ID })
		a.Competences[i] = o.Competence
	}
	f.Overrides = nil
	if len(f.Phases) == 0 {
		f.Phases = parent.Phases
	}
	f.inheritWords(parent)
	f.Vocabulary = fillIn(f.Vocabulary, parent.Vocabulary)
	f.Placeholders = fillIn(f.Placeholders, parent.Placeholders)
}

// inheritWords takes over what else an ancestor says, as far as f says
// nothing of that kind itself.
func (f *Framework) inheritWords(parent *Framework) {
	if len(f.PlaceholdersByLevel) == 0 && f.Sector == parent.Sector {
		f.PlaceholdersByLevel = parent.PlaceholdersByLevel
	}
	if len(f.Attitudes) == 0 {
		f.Attitudes, f.AttitudesNote = parent.Attitudes, parent.AttitudesNote
	}
	if len(f.Roles) == 0 {
		f.Roles = parent.Roles
	}
	if len(f.KeptWords) == 0 {
		f.KeptWords = parent.KeptWords
	}
	if len(f.ShareOfJob.Forms) == 0 {
		f.ShareOfJob = parent.ShareOfJob
	}
	if f.CoachWordNote.IsZero() {
		f.CoachWordNote = parent.CoachWordNote
	}
	if len(f.Levels) == 0 {
		f.Levels = parent.Levels
	}
	if len(f.Gates) == 0 {
		f.Gates = parent.Gates
	}
	if len(f.Sources) == 0 {
		f.Sources, f.Confidence = parent.Sources, parent.Confidence
	}
}

// fillIn adds to own what it lacks of inherited, in a new map.
func fillIn(own, inherited map[string]Text) map[string]Text {
	all := make(map[string]Text, len(inherited))
	for k, v := range inherited {
		all[k] = v
	}
	for k, v := range own {
		all[k] = v
	}
	return all
}

// inheritSuggestions gives f the proposals of the areas it inherits, under
// its own id, except for areas where it has proposals of its own.
func (p *Pack) inheritSuggestions(f, parent *Framework) {
	own := map[string]bool{}
	for _, s := range p.AreaSuggestions {
		own[s.Area] = true
	}
	for _, a := range parent.Areas {
		if !slices.ContainsFunc(f.Areas, func(has Area) bool { return has.ID == a.ID }) {
			continue // f is of an earlier version
		}
		for _, s := range p.AreaSuggestions {
			if s.Area == parent.AreaID(&a) && !own[f.AreaID(&a)] {
				s.Area = f.AreaID(&a)
				p.AreaSuggestions = append(p.AreaSuggestions, s)
				break
			}
		}
	}
}
