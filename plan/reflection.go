package plan

import (
	"slices"
	"strings"

	"bekwaam/continuum"
)

var reflectionItems = list[Reflection]{"reflection", func(r *Reflection) *string { return &r.ID }, func(p *Plan) *[]Reflection { return &p.Reflections }}

// AddReflection adds a reflection, which nobody else sees. CodeRequired for one
// without a word.
func AddReflection(p Plan, r Reflection) (Change, error) {
	if r.empty() {
		return Change{}, &Error{Code: CodeRequired, Item: "reflection", Field: "text"}
	}
	return reflectionItems.add(p, r)
}

// EditReflection changes one reflection; field names what changed. Another
// model leaves what was written under the questions of the first.
func EditReflection(p Plan, id, field string, edit func(*Reflection)) (Change, error) {
	return reflectionItems.edit(p, id, field, func(r *Reflection) {
		edit(r)
		for key, answer := range r.Answers {
			if answer == "" {
				delete(r.Answers, key)
			}
		}
		if len(r.Answers) == 0 {
			r.Answers = nil
		}
	})
}

// RemoveReflection takes a reflection away.
func RemoveReflection(p Plan, id string) (Change, error) { return reflectionItems.remove(p, id, nil) }

func (r Reflection) empty() bool {
	for _, a := range r.Answers {
		if a != "" {
			return false
		}
	}
	return r.Text == ""
}

// StepKey is what an answer under a question of a model is kept by; steps
// count from 1.
func StepKey(model string, step int) string { return model + "/" + itoa(step) }

// Elsewhere returns what was written under questions that the model of the
// reflection does not have, by key in their order: it stays, and is shown as
// written too.
func (r Reflection) Elsewhere(m *continuum.ReflectionModel) []string {
	own := map[string]bool{}
	if m != nil {
		for i := range m.Steps {
			own[StepKey(m.ID, i+1)] = true
		}
	}
	var out []string
	for key, answer := range r.Answers {
		if answer != "" && !own[key] {
			out = append(out, key)
		}
	}
	slices.Sort(out)
	return out
}

// Words is everything in a reflection as one text: the free words, then what
// stands under the questions of its model in their order, then the rest.
func (r Reflection) Words(m *continuum.ReflectionModel) string {
	var parts []string
	add := func(s string) {
		if s = strings.TrimSpace(s); s != "" {
			parts = append(parts, s)
		}
	}
	add(r.Text)
	if m != nil {
		for i := range m.Steps {
			add(r.Answers[StepKey(m.ID, i+1)])
		}
	}
	for _, key := range r.Elsewhere(m) {
		add(r.Answers[key])
	}
	return strings.Join(parts, "\n\n")
}
