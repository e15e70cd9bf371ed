package tui

import (
	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
)

// values is S184: the values that open a talk, as the own partnership has
// them.
type values struct{ form }

const valueLabels = 11

func newValues(*Model) screen {
	s := &values{}
	for i := range plan.MaxCoreValues {
		s.fields = append(s.fields,
			newText(s.bound(i, "name", func(v *plan.CoreValue) *string { return &v.Name })),
			newText(s.bound(i, "question", func(v *plan.CoreValue) *string { return &v.Question })))
	}
	s.fields = append(s.fields,
		&button{id: "done", blank: true, label: func(e *env) string { return e.t.T("act.done") }, do: func(*env) []effect { return []effect{back()} }},
		&button{id: "usual", label: func(e *env) string { return e.t.T("s184.usual") }, do: s.usual})
	return s
}

func (s *values) ID() string          { return "S184" }
func (s *values) Title(e *env) string { return e.t.T("s184.title") }
func (s *values) Audience() string    { return "coach" }

// bound ties a field to the name or the question of value i.
func (s *values) bound(i int, id string, at func(*plan.CoreValue) *string) bound {
	return bound{id: id + itoa(i), width: valueLabels,
		caption: func(e *env) string {
			if id == "question" { // hangs below its name
				return spaces(2) + e.t.T("s184.question")
			}
			return e.t.T("s184.name", "Number", i+1)
		},
		get: func(e *env) string {
			if list := openingValues(e); i < len(list) {
				return *at(&list[i])
			}
			return ""
		},
		set: func(e *env, text string) (plan.Change, error) {
			list := openingValues(e)
			for len(list) <= i {
				list = append(list, plan.CoreValue{})
			}
			*at(&list[i]) = text
			return plan.EditCoreValues(e.plan, list)
		}}
}

// usual brings the values of the pack back.
func (s *values) usual(e *env) []effect {
	c, err := plan.EditCoreValues(e.plan, nil)
	if err == nil && c.Same(e.plan) {
		return []effect{say("s184.are.usual")}
	}
	return []effect{commitSaying(c, err, "s184.made.usual")}
}

func (s *values) Actions(*env) []action {
	return formKeys(action{ID: "form.previous", Keys: []string{"shift+tab"}, Short: "key.previous"})
}

func (s *values) Page(e *env) page {
	return s.form.Page(e, append(wrapped(e.t.T("s184.reason"), e.w, 0, e.st.Hint.Render), line{})...)
}

// Update renews every field after an act: a value that was emptied makes room
// for the next one.
func (s *values) Update(e *env, msg tea.Msg) []effect {
	return append(s.form.Update(e, msg), func(m *Model) tea.Cmd {
		if m.top() == screen(s) {
			s.form.Open(m.env())
		}
		return nil
	})
}
