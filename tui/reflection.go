package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// reflectionForm is S93: a few lines to look back with, under the questions
// of a model that the teacher chose. Nobody else sees it.
type reflectionForm struct {
	dossierForm
	draft plan.Reflection // what a new one begins with
}

const reflectionLabels = 22

// firstModel is what a new reflection asks.
const firstModel = "kort"

// openReflection opens a reflection, "" for a new one, which is added with the
// first words that are written.
func openReflection(id string) effect {
	return func(m *Model) tea.Cmd {
		e := m.env()
		s := &reflectionForm{dossierForm: dossierForm{id: id}}
		s.now = s.asked
		if id == "" {
			s.id, s.fresh = e.deps.NewID(), true
			s.draft = plan.Reflection{ID: s.id, Date: e.today(), Model: firstModel}
		}
		s.arrange(e)
		s.choose(s.firstEmpty(e))
		return m.push(s)
	}
}

func (s *reflectionForm) ID() string       { return "S93" }
func (s *reflectionForm) Step() int        { return 9 }
func (s *reflectionForm) Audience() string { return "private" }

func (s *reflectionForm) Title(e *env) string { return stepTitle(e, 9, e.t.T("s93.what")) }

// reflection is what the plan has, or what it begins with.
func (s *reflectionForm) reflection(e *env) plan.Reflection {
	for _, x := range e.plan.Reflections {
		if x.ID == s.id {
			return x
		}
	}
	return s.draft
}

func (s *reflectionForm) there(e *env) bool {
	return slices.ContainsFunc(e.plan.Reflections, func(x plan.Reflection) bool { return x.ID == s.id })
}

// edit is the act that changes the reflection; the first words add it.
func (s *reflectionForm) edit(e *env, name string, do func(*plan.Reflection)) (plan.Change, error) {
	if !s.there(e) {
		x := s.draft
		x.Answers = map[string]string{}
		do(&x)
		c, err := plan.AddReflection(e.plan, x)
		if plan.Code(err) == plan.CodeRequired {
			s.draft, err = x, errLater
		}
		return c, err
	}
	return plan.EditReflection(e.plan, s.id, name, func(x *plan.Reflection) {
		if x.Answers == nil {
			x.Answers = map[string]string{}
		}
		do(x)
	})
}

// asked are the questions of the model, and what was written under others.
func (s *reflectionForm) asked(e *env) []field {
	x := s.reflection(e)
	model, _ := e.pack().ReflectionModel(x.Model)
	out := []field{s.kept("model", s.model), s.kept("about", s.about), s.kept("date", s.date)}
	if model != nil {
		for i := range model.Steps {
			key := plan.StepKey(model.ID, i+1)
			out = append(out, s.kept(key, func() field { return s.answer(key, func(e *env) string { return e.say(model.Steps[i]) }) }))
		}
	}
	for _, key := range x.Elsewhere(model) {
		out = append(out, s.kept("also/"+key, func() field { return s.answer(key, func(e *env) string { return e.t.T("s93.also") }) }))
	}
	if x.Text != "" || model == nil {
		out = append(out, s.kept("text", s.free))
	}
	return append(out, s.done())
}

// firstEmpty is the first question without an answer, or the way back.
func (s *reflectionForm) firstEmpty(e *env) string {
	x := s.reflection(e)
	for _, f := range s.fields {
		if strings.Contains(f.ID(), "/") && x.Answers[f.ID()] == "" && !strings.HasPrefix(f.ID(), "also/") {
			return f.ID()
		}
	}
	return "done"
}

func (s *reflectionForm) bind(id, name string, get func(*env, plan.Reflection) string, set func(*env, *plan.Reflection, string) error) bound {
	return bound{id: id, label: "s93." + id, width: reflectionLabels,
		get: func(e *env) string { return get(e, s.reflection(e)) },
		set: func(e *env, v string) (plan.Change, error) {
			x := s.reflection(e)
			x.Answers = map[string]string{}
			if err := set(e, &x, v); err != nil {
				return plan.Change{}, err
			}
			return s.edit(e, name, func(x *plan.Reflection) { _ = set(e, x, v) })
		}}
}

// model is how to look back.
func (s *reflectionForm) model() field {
	return newChoice(s.bind("model", "model", func(_ *env, x plan.Reflection) string { return x.Model },
		func(_ *env, x *plan.Reflection, v string) error { x.Model = v; return nil }), func(e *env) []option {
		var out []option
		for _, m := range e.pack().ReflectionModels {
			out = append(out, option{m.ID, e.say(m.Name)})
		}
		return out
	})
}

func (s *reflectionForm) about() field {
	b := s.bind("about", "about", func(e *env, x plan.Reflection) string { return aboutWords(e, x) },
		func(_ *env, x *plan.Reflection, v string) error { x.About = v; return nil })
	return newText(b)
}

func (s *reflectionForm) date() field {
	b := s.bind("date", "date", func(e *env, x plan.Reflection) string { return dayText(e, x.Date) },
		func(e *env, x *plan.Reflection, v string) error {
			d, err := readDay(e, v)
			x.Date = d
			return err
		})
	b.preset = true
	return newText(b)
}

// answer is what stands under one question.
func (s *reflectionForm) answer(key string, head func(*env) string) field {
	b := s.bind(key, "answers", func(_ *env, x plan.Reflection) string { return x.Answers[key] },
		func(_ *env, x *plan.Reflection, v string) error { x.Answers[key] = v; return nil })
	f := newTall(b)
	f.head = head
	return &reflectedWords{f}
}

// free is what was written without a question.
func (s *reflectionForm) free() field {
	b := s.bind("text", "text", func(_ *env, x plan.Reflection) string { return x.Text },
		func(_ *env, x *plan.Reflection, v string) error { x.Text = v; return nil })
	return &reflectedWords{newTall(b)}
}

// reflectedWords is a long text below its question; out of hand it shows its
// first two lines.
type reflectedWords struct{ *longField }

func (f *reflectedWords) MarkLine() int { return 1 }

func (f *reflectedWords) Lines(e *env, w int, focused bool) ([]string, *cursor) {
	if focused {
		f.fitted(w)
	}
	ls, cur := f.longField.Lines(e, w, focused)
	if v := f.in.Value(); !focused && v != "" {
		ls = append([]string{e.st.Label.Render(text.Cut(f.labelText(e), w))}, text.Wrap(v, w)...)
		if len(ls) > 3 {
			ls = append(ls[:2], text.Cut(ls[2]+" "+ls[3], w))
		}
	}
	if cur != nil {
		cur = &cursor{Line: cur.Line + 1, Cell: cur.Cell}
	}
	return append([]string{""}, ls...), cur
}

func (s *reflectionForm) Page(e *env) page {
	p := s.form.Page(e)
	followPick(&p, s.here())
	return p
}
