package tui

import (
	"slices"

	"bekwaam/plan"
	"bekwaam/text"
)

// bind ties a field to the observation.
func (s *observationForm) bind(id, name string, get func(*env, plan.Observation) string, set func(*env, *plan.Observation, string) error) bound {
	return bound{id: id, label: "s91." + id, width: observationLabels,
		get: func(e *env) string { return get(e, s.observation(e)) },
		set: func(e *env, v string) (plan.Change, error) {
			try := s.observation(e)
			if err := set(e, &try, v); err != nil {
				return plan.Change{}, err
			}
			return s.edit(e, name, func(o *plan.Observation) { _ = set(e, o, v) })
		}}
}

// written are the fields of what the teacher writes down.
func (s *observationForm) written() []field {
	return []field{
		s.kept("date", s.date),
		s.kept("who", s.observer),
		s.kept("role", s.role),
		s.kept("source", s.source),
		s.kept("instrument", s.instrument),
		s.kept("parts", func() field { return newPartsField(s) }),
		s.kept("text", s.words),
	}
}

func (s *observationForm) date() field {
	b := s.bind("date", "date", func(e *env, o plan.Observation) string { return dayText(e, o.Date) },
		func(e *env, o *plan.Observation, v string) error {
			d, err := readDay(e, v)
			o.Date = d
			return err
		})
	b.preset = true
	return newText(b)
}

// observer is the name of who saw it. The coach and the manager bring their
// role along.
func (s *observationForm) observer() field {
	return newText(s.bind("who", "by", func(_ *env, o plan.Observation) string {
		if o.By == nil {
			return ""
		}
		return o.By.Name
	}, func(e *env, o *plan.Observation, v string) error {
		o.By = plan.Observer(e.plan, e.pack(), e.fw, o.By, v)
		return nil
	}))
}

func (s *observationForm) role() field {
	return newChoice(s.bind("role", "by", func(_ *env, o plan.Observation) string {
		if o.By == nil {
			return ""
		}
		return o.By.Role
	}, func(e *env, o *plan.Observation, v string) error {
		by := plan.Person{}
		if o.By != nil {
			by = *o.By
		}
		by.Role = v
		o.By = &by
		return nil
	}), func(e *env) []option {
		var out []option
		for _, r := range e.pack().PartnerRolesFor(e.fw.ID) {
			if r.ID != "zelf" {
				out = append(out, option{r.ID, e.say(r.Name)})
			}
		}
		if o := s.observation(e); o.By != nil && roleWords(e, o.By.Role) != "" &&
			!slices.ContainsFunc(out, func(x option) bool { return x.ID == o.By.Role }) {
			out = append(out, option{o.By.Role, roleWords(e, o.By.Role)}) // a role from elsewhere stays
		}
		return out
	})
}

func (s *observationForm) source() field {
	return newChoice(s.bind("source", "source", func(_ *env, o plan.Observation) string { return o.Source },
		func(_ *env, o *plan.Observation, v string) error { o.Source = v; return nil }), func(e *env) []option {
		var out []option
		for _, id := range plan.Sources {
			out = append(out, option{id, e.t.T("s91.source." + id)})
		}
		return out
	})
}

func (s *observationForm) instrument() field {
	b := s.bind("instrument", "instrument", func(_ *env, o plan.Observation) string { return o.Instrument },
		func(_ *env, o *plan.Observation, v string) error { o.Instrument = v; return nil })
	b.hint = "s91.instrument.hint"
	return newText(b)
}

// words is what the observation shows.
func (s *observationForm) words() field {
	b := s.bind("text", "text", func(_ *env, o plan.Observation) string { return o.Text },
		func(_ *env, o *plan.Observation, v string) error { o.Text = v; return nil })
	b.hint = "s91.text.hint"
	return &observedWords{newTall(b)}
}

// observedWords is the long text with an empty line above and below it.
type observedWords struct{ *longField }

func (f *observedWords) MarkLine() int { return 1 }

func (f *observedWords) Lines(e *env, w int, focused bool) ([]string, *cursor) {
	if focused {
		room := w
		if !e.narrow() {
			room -= 26 // the question stands beside it
		}
		f.fitted(room)
	}
	ls, cur := f.longField.Lines(e, w, focused)
	if v := f.in.Value(); !focused && v != "" {
		ls = ls[:1:1]
		for i, l := range text.Wrap(v, w) {
			if i == 2 {
				ls[len(ls)-1] = text.Cut(ls[len(ls)-1]+" "+l, w)
				break
			}
			ls = append(ls, l)
		}
	}
	if cur != nil {
		cur = &cursor{Line: cur.Line + 1, Cell: cur.Cell}
	}
	return append(append([]string{""}, ls...), ""), cur
}

// observedPartsField names the parts of the framework that something is about.
// It opens them all.
type observedPartsField struct {
	opening
	form ticksParts
}

func newPartsField(f ticksParts) field {
	return &observedPartsField{opening{"parts", func(m *Model) screen { return newObservedParts(m, f) }}, f}
}

func (f *observedPartsField) Lines(e *env, w int, focused bool) ([]string, *cursor) {
	style := e.st.Label
	if focused {
		style = e.st.Selected
	}
	var names []string
	for _, id := range f.form.parts(e) {
		names = append(names, text.Cut(competenceName(e, id), w-observationLabels))
	}
	if len(names) == 0 {
		names = []string{e.st.Label.Render(text.Nothing)}
	}
	if focused {
		names = append(names, text.Wrap(e.t.T("s91.parts.hint"), w-observationLabels)...)
		last := len(names) - 1
		names[last] = e.st.Hint.Render(names[last])
	}
	out := []string{style.Render(text.Pad(e.t.T("s91.parts"), observationLabels)) + names[0]}
	for _, n := range names[1:] {
		out = append(out, spaces(observationLabels)+n)
	}
	return out, &cursor{Cell: observationLabels}
}

// toggled adds an id to a list, or takes it out.
func toggled(list []string, id string) []string {
	if i := slices.Index(list, id); i >= 0 {
		return slices.Delete(slices.Clone(list), i, i+1)
	}
	return append(slices.Clone(list), id)
}
