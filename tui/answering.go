package tui

import "bekwaam/plan"

// answering is a form that holds its answers itself until one act takes them
// all to the plan: at its button, or when it is left after something was
// written.
type answering struct {
	form
	settled bool
	written func() bool         // something was written that would be lost
	asks    func(*env) []effect // what is still missing, nil for nothing
	act     func(*env) effect   // takes the answers to the plan
}

// own is a line of text that the form itself holds. check says what of it
// cannot be understood.
func (s *answering) own(b bound, at *string, check func(*env, string) error) *textField {
	b.get = func(*env) string { return *at }
	b.set = func(e *env, v string) (plan.Change, error) {
		if check != nil && v != "" {
			if err := check(e, v); err != nil {
				return plan.Change{}, err
			}
		}
		*at = v
		return plan.Change{Plan: e.plan}, nil
	}
	return newText(b)
}

// pick is a choice that the form itself holds.
func (s *answering) pick(b bound, at *string, options func(*env) []option) *choiceField {
	b.get = func(*env) string { return *at }
	b.set = func(e *env, v string) (plan.Change, error) { *at = v; return plan.Change{Plan: e.plan}, nil }
	return newChoice(b, options)
}

// finish is the button that takes the answers over.
func (s *answering) finish(label string) *button {
	return &button{id: "done", blank: true, label: func(e *env) string { return e.t.T(label) }, do: s.settle}
}

// settle takes the answers to the plan and goes back, or says what is missing.
func (s *answering) settle(e *env) []effect {
	if missing := s.asks(e); missing != nil {
		return missing
	}
	s.settled = true
	return []effect{back(), s.act(e)}
}

// Leave keeps what was written.
func (s *answering) Leave(e *env) []effect {
	effects := s.form.Leave(e)
	if s.settled || !s.written() || s.asks(e) != nil {
		return effects
	}
	s.settled = true
	return append(effects, s.act(e))
}

// escape goes back, with what was written.
func (s *answering) escape(e *env) []effect {
	if effects, stays := s.Stays(e); stays {
		return effects
	}
	if s.written() && s.asks(e) == nil {
		return s.settle(e)
	}
	return []effect{back()}
}

func (s *answering) Actions(e *env) []action {
	if list := foldKeys(s.here()); list != nil {
		return list
	}
	return append([]action{{ID: "back", Keys: []string{"esc"}, Short: "key.back", Do: func() []effect { return s.escape(e) }}}, fieldKeys(s.here())...)
}
