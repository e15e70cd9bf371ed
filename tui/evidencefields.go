package tui

import (
	"slices"
	"strings"

	"bekwaam/plan"
)

// bind ties a field to the piece of evidence.
func (s *evidenceForm) bind(id, name string, get func(plan.Evidence) string, set func(*env, *plan.Evidence, string) error) bound {
	return bound{id: id, label: "s91.e." + id, width: observationLabels,
		get: func(e *env) string { return get(s.piece(e)) },
		set: func(e *env, v string) (plan.Change, error) {
			try := s.piece(e)
			if err := set(e, &try, v); err != nil {
				return plan.Change{}, err
			}
			return s.edit(e, name, func(x *plan.Evidence) { _ = set(e, x, v) })
		}}
}

// kind brings its usual audience along, until another one was chosen.
func (s *evidenceForm) kind() field {
	b := s.bind("kind", "kind", func(x plan.Evidence) string { return x.Kind }, func(e *env, x *plan.Evidence, v string) error {
		usual := x.Kind == "" && s.fresh || x.Audience == plan.UsualAudience(kindIn(e, x.Kind))
		x.Kind = v
		if x.Title == "" {
			x.Title = kindWords(e, v)
		}
		if usual || !slices.Contains(plan.EvidenceAudiences(kindIn(e, v)), x.Audience) {
			x.Audience = plan.UsualAudience(kindIn(e, v))
		}
		return nil
	})
	f := &kindField{newChoice(b, func(e *env) []option {
		var out []option
		for _, k := range plan.EvidenceKinds(e.plan, e.pack()) {
			out = append(out, option{k.ID, e.say(k.Name)})
		}
		return out
	}), s}
	return f
}

// kindField shows below the kind in hand what it is.
type kindField struct {
	*choiceField
	form *evidenceForm
}

func (f *kindField) Lines(e *env, w int, focused bool) ([]string, *cursor) {
	out, cur := f.choiceField.Lines(e, w, focused)
	if !focused || f.opened() {
		return out, cur
	}
	said := e.t.T("s91.e.kind.hint")
	if k := kindIn(e, f.form.piece(e).Kind); k != nil {
		said = e.say(k.Description)
	}
	for _, l := range wrapped(said, w, observationLabels, e.st.Hint.Render) {
		out = append(out, l.Text)
	}
	return out, cur
}

func (s *evidenceForm) title() field {
	b := s.bind("title", "title", func(x plan.Evidence) string { return x.Title }, func(_ *env, x *plan.Evidence, v string) error {
		x.Title = v
		return nil
	})
	b.preset = true
	return newText(b)
}

func (s *evidenceForm) date() field {
	b := s.bind("date", "date", func(plan.Evidence) string { return "" }, func(e *env, x *plan.Evidence, v string) error {
		d, err := readDay(e, v)
		x.Date = d
		return err
	})
	b.get = func(e *env) string { return dayText(e, s.piece(e).Date) }
	b.preset = true
	return newText(b)
}

// goals is the goal that it is about; several stand as they are.
func (s *evidenceForm) goals() field {
	b := s.bind("goals", "goals", func(x plan.Evidence) string {
		if len(x.Goals) > 1 {
			return someGoals
		}
		return strings.Join(x.Goals, "")
	}, func(_ *env, x *plan.Evidence, v string) error {
		switch v {
		case someGoals:
		case "":
			x.Goals = nil
		default:
			x.Goals = []string{v}
		}
		return nil
	})
	return newChoice(b, func(e *env) []option {
		x := s.piece(e)
		var out []option
		if len(x.Goals) > 1 {
			out = append(out, option{someGoals, goalNumbers(e, x.Goals, nil)})
		}
		for _, g := range e.plan.Goals {
			if g.KeptFor == "" || slices.Contains(x.Goals, g.ID) {
				out = append(out, option{g.ID, goalTitle(e, g)})
			}
		}
		return append(out, option{"", e.t.T("s52.goals.none")})
	})
}

func (s *evidenceForm) by() field {
	return newText(s.bind("by", "by", func(x plan.Evidence) string { return x.By }, func(_ *env, x *plan.Evidence, v string) error {
		x.By = v
		return nil
	}))
}

func (s *evidenceForm) source() field {
	return newChoice(s.bind("source", "source", func(x plan.Evidence) string { return x.Source }, func(_ *env, x *plan.Evidence, v string) error {
		x.Source = v
		return nil
	}), func(e *env) []option {
		var out []option
		for _, id := range plan.Sources {
			out = append(out, option{id, e.t.T("s91.source." + id)})
		}
		return out
	})
}

// where is a place in words or a link; what begins like a link is one.
func (s *evidenceForm) where() field {
	b := s.bind("where", "place", func(x plan.Evidence) string { return firstOf(x.Link, x.Place) }, func(_ *env, x *plan.Evidence, v string) error {
		x.Place, x.Link = v, ""
		if strings.HasPrefix(v, "https://") || strings.HasPrefix(v, "http://") {
			x.Place, x.Link = "", v
		}
		return nil
	})
	b.hint = "s91.e.where.hint"
	return newText(b)
}

// words is what it shows.
func (s *evidenceForm) words() field {
	b := s.bind("text", "note", func(x plan.Evidence) string { return x.Note }, func(_ *env, x *plan.Evidence, v string) error {
		x.Note = v
		return nil
	})
	b.label, b.hint = "s91.text", "s91.text.hint"
	return &observedWords{newTall(b)}
}

func (s *evidenceForm) audience() field {
	return newChoice(s.bind("audience", "audience", func(x plan.Evidence) string { return x.Audience }, func(_ *env, x *plan.Evidence, v string) error {
		x.Audience = v
		return nil
	}), func(e *env) []option {
		var out []option
		for _, a := range plan.EvidenceAudiences(kindIn(e, s.piece(e).Kind)) {
			out = append(out, option{a, e.t.T("s91.e.audience." + a)})
		}
		return out
	})
}
