package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"
)

// dossierForm is the form of one thing in the dossier: an observation, a piece
// of evidence, a reflection. Its fields come and go with what is filled in; one
// that comes back still holds what is typed in it.
type dossierForm struct {
	form
	id    string
	fresh bool               // it began here
	made  map[string]field   // by id
	now   func(*env) []field // the fields that there are now, each of them kept
}

// kept is the field with this id, made once.
func (s *dossierForm) kept(id string, make func() field) field {
	if s.made == nil {
		s.made = map[string]field{}
	}
	if s.made[id] == nil {
		s.made[id] = make()
	}
	return s.made[id]
}

// done is the way back, below the other fields.
func (s *dossierForm) done() field {
	return s.kept("done", func() field {
		return &button{id: "done", blank: true, label: func(e *env) string { return e.t.T("act.done") },
			do: func(*env) []effect { return []effect{back()} }}
	})
}

// arrange shows the fields that there are now. The one in hand stays in hand;
// where it went, the one in its place is.
func (s *dossierForm) arrange(e *env) {
	var in field
	if len(s.fields) > 0 {
		in = s.here()
	}
	s.fields = s.now(e)
	s.at = min(s.at, len(s.fields)-1)
	if i := slices.Index(s.fields, in); i >= 0 {
		s.at = i
	}
}

// Open takes the plan over: after coming on top, undo and redo.
func (s *dossierForm) Open(e *env) {
	s.arrange(e)
	s.form.Open(e)
}

// Update does what the form does; what an act changed elsewhere on the form
// shows at once.
func (s *dossierForm) Update(e *env, msg tea.Msg) []effect {
	before := s.here()
	return append(s.form.Update(e, msg), func(m *Model) tea.Cmd {
		s.arrange(m.env())
		renewOthers(&s.form, m.env(), before)
		return nil
	})
}

func (s *dossierForm) Actions(*env) []action {
	keys := fieldKeys(s.here())
	switch s.here().(type) {
	case *observedPartsField:
		return append([]action{{ID: "observed.parts", Keys: []string{"enter"}, Short: "key.parts"}}, keys...)
	case interface{ long() *longField }:
		return append(keys, editorAction(s.here()))
	}
	return keys
}
