package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
)

// agreementList is S60, step 6: what is needed to carry the plan out, and who
// promises what by when. The conditions are written in place, so the screen
// is a form while one of them is open.
type agreementList struct {
	list  list
	known []string   // agreements when the screen was last set up
	open  *longField // the condition being written, or nil
	// employer is whose conditions are shown, "" for those of all.
	employer string
}

func newAgreements(m *Model) screen {
	s := &agreementList{}
	s.list.choose("support")
	for _, a := range m.env().plan.Agreements {
		if a.Open() {
			s.list.choose(a.ID)
			break
		}
	}
	return s
}

func (s *agreementList) ID() string          { return "S60" }
func (s *agreementList) Step() int           { return 6 }
func (s *agreementList) Title(e *env) string { return stepTitle(e, 6, "") }
func (s *agreementList) Audience() string    { return "board" }
func (s *agreementList) Form() bool          { return s.open != nil }

// Open selects an agreement that is new or came back, and takes the text of
// an open condition over.
func (s *agreementList) Open(e *env) {
	s.known = comeBack(&s.list, s.known, agreementIDs(e.plan))
	if _, ok := employerAt(e.plan, s.employer); !ok || !severalEmployers(e) {
		s.employer = ""
	}
	if s.open != nil {
		s.open.Open(e)
	}
}

func agreementIDs(p plan.Plan) []string {
	var out []string
	for _, a := range p.Agreements {
		out = append(out, a.ID)
	}
	return out
}

// Leave commits an open condition.
func (s *agreementList) Leave(e *env) []effect {
	if s.open == nil {
		return nil
	}
	effects, _ := s.open.Commit(e)
	return effects
}

// sel is the agreement that is selected, "" where it is something else.
func (s *agreementList) sel(e *env) string {
	if id := s.list.at(s.rows(e)); slices.Contains(agreementIDs(e.plan), id) {
		return id
	}
	return ""
}

func (s *agreementList) Actions(e *env) []action {
	if s.open != nil {
		return []action{
			{ID: "agreements.close", Keys: []string{"esc"}, Short: "key.ready", Do: func() []effect { return s.close(e) }},
			{ID: "form.next", Keys: []string{"tab"}, Short: "key.next"},
			{ID: "form.previous", Keys: []string{"shift+tab"}, Short: "key.previous"},
			editorAction(s.open),
		}
	}
	id, why := s.sel(e), ""
	if id == "" {
		why = "why.noagreement"
	}
	list := []action{
		{ID: "agreements.open", Keys: []string{"enter"}, Short: "key.open", Do: func() []effect { return s.enter(e) }},
		{ID: "agreements.new", Anywhere: true, Keys: []string{"n"}, Short: "key.newagreement", Do: func() []effect { return []effect{openNewAgreement()} }},
		{ID: "agreements.half", Keys: []string{"tab", "shift+tab"}, Do: func() []effect { return s.otherHalf(e) }},
		{ID: "agreements.kept", Keys: []string{"space"}, Why: why, Do: func() []effect { return s.kept(e, id) }},
		{ID: "agreements.remove", Keys: []string{"d", "delete"}, Why: why, Do: func() []effect { return s.remove(e, id) }},
		{ID: "next", Keys: []string{">"}, Short: "key.on", Do: func() []effect { return []effect{openStep(7)} }},
		cardsKey(),
		guaranteesAction(),
	}
	if severalEmployers(e) {
		list = slices.Insert(list, 2, action{ID: "agreements.employer", Keys: []string{"f"}, Short: "key.otheremployer", Do: func() []effect { s.nextEmployer(e); return nil }})
	}
	return list
}

func (s *agreementList) Update(e *env, msg tea.Msg) []effect {
	if s.open != nil {
		return s.write(e, msg)
	}
	if id, _ := s.list.update(s.rows(e), msg, e.h/2); id != "" {
		return s.enter(e)
	}
	return nil
}

func (s *agreementList) enter(e *env) []effect {
	id := s.list.at(s.rows(e))
	switch {
	case id == "on":
		return []effect{openStep(7)}
	case slices.Contains(conditions, id):
		s.begin(e, id)
		return nil
	case id == "":
		return nil
	}
	return []effect{func(m *Model) tea.Cmd { return m.push(newAgreement(m, id)) }}
}

// openNewAgreement opens an agreement that is in the plan from the first words
// on.
func openNewAgreement() effect {
	return func(m *Model) tea.Cmd { return m.push(newAgreement(m, m.deps.NewID())) }
}

// otherHalf goes from the conditions to the agreements and back.
func (s *agreementList) otherHalf(e *env) []effect {
	all := ids(s.rows(e))
	if slices.Contains(conditions, s.list.at(s.rows(e))) {
		s.list.choose(all[len(conditions)])
		return nil
	}
	s.list.choose(all[0])
	return nil
}

// kept says that an agreement was kept, or that it was not after all.
func (s *agreementList) kept(e *env, id string) []effect {
	done := false
	for _, a := range e.plan.Agreements {
		done = done || a.ID == id && a.Done
	}
	if !done {
		return []effect{commit(plan.KeepAgreement(e.plan, id))}
	}
	return []effect{commit(plan.EditAgreement(e.plan, id, "done", func(a *plan.Agreement) { a.Done = false }))}
}

func (s *agreementList) remove(e *env, id string) []effect {
	c, err := plan.RemoveAgreement(e.plan, id)
	return []effect{commitSaying(c, err, "msg.removed", "What", e.t.T("s60.what", "Name", firstOf(itemName(e.plan, id), "–"))),
		func(m *Model) tea.Cmd { s.Open(m.env()); return nil }}
}
