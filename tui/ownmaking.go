package tui

import (
	"errors"
	"io/fs"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
)

// ownMaking is S178: a file with all of the plan, to go on with on another
// computer of the same person.
type ownMaking struct {
	form
	newPass
}

func openOwnMaking() effect {
	return openItem(func(m *Model) screen {
		s := &ownMaking{newPass: newPass{label: "s178.pass"}}
		s.fields = append(s.asked(), &button{id: "make", label: func(e *env) string { return e.t.T("s178.make") }, do: s.make, blank: true})
		s.free = true
		return s
	})
}

func (s *ownMaking) ID() string          { return "S178" }
func (s *ownMaking) Title(e *env) string { return e.t.T("s178.title") }
func (s *ownMaking) Audience() string    { return "private" }

func (s *ownMaking) Actions(*env) []action {
	return []action{
		{ID: "own.make", Keys: []string{"enter"}, Short: "key.dothis"},
		{ID: "form.next", Keys: []string{"tab"}, Short: "key.otherfield"},
		{ID: "safe.show", Keys: nil, Do: func() []effect { return showTyped(s.fields) }},
	}
}

func (s *ownMaking) Page(e *env) page {
	var head []line
	ids := []string{"s178.what", "s178.there", "s178.secret"}
	if e.h < lowWindow {
		ids = ids[:1]
	}
	for _, id := range ids {
		head = append(head, wrapped(e.t.T(id), e.w, 0, e.st.Hint.Render)...)
	}
	return s.form.Page(e, append(head, line{})...)
}

// make makes the file; without a passphrase anybody who has it can read it.
func (s *ownMaking) make(e *env) []effect {
	if s.first != "" || s.again != "" {
		if at, bad := s.wrong(); bad != nil {
			return append(s.goTo(e, s.place(at)), bad...)
		}
	}
	return makeOwn(e, s.first)
}

// place is where a field stands, by its id.
func (s *ownMaking) place(id string) int {
	for i, f := range s.fields {
		if f.ID() == id {
			return i
		}
	}
	return 0
}

func makeOwn(e *env, passphrase string) []effect {
	work, p := e.deps.Work, e.plan
	return []effect{wait("busy.pdf", func() (any, error) { return work.MakeOwn(p, passphrase) }, func(v any, err error) []effect {
		switch {
		case errors.Is(err, ErrLocked):
			return []effect{open(newUnlockFor(func(m *Model) tea.Cmd { return m.carryOut(makeOwn(m.env(), passphrase)) }))}
		case errors.Is(err, fs.ErrNotExist):
			return []effect{attend("s70.nofolder")}
		case err != nil:
			return []effect{attend("s70.failed")}
		}
		return []effect{back(), say("s178.made", "File", v.(Made).Shown)}
	})}
}

// canMakeOwn reports whether there is a plan of one's own to make a file of.
func canMakeOwn(p plan.Plan) bool { return p.ID != "" && !p.IsCopy() }

// Update lets tab go round.
func (s *ownMaking) Update(e *env, msg tea.Msg) []effect {
	if k, ok := msg.(tea.KeyPressMsg); ok && k.String() == "tab" && s.form.at == len(s.fields)-1 {
		return s.goTo(e, 0)
	}
	return s.form.Update(e, msg)
}
