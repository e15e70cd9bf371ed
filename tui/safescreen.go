package tui

import (
	"errors"
)

// safeScreen is S09: everything about a passphrase that is there.
type safeScreen struct {
	form
	newPass
	now  string // the passphrase of now; not asked for after the recovery sheet
	sure bool   // it was said what going without a passphrase means
}

func openSafe(e *env) effect {
	if e.deps.Safe.Locked() {
		return openItem(func(m *Model) screen { return newSafeScreen(m) })
	}
	return open(newLockup("", back()))
}

func newSafeScreen(m *Model) *safeScreen {
	s := &safeScreen{newPass: newPass{label: "s09.new"}}
	label := func(id string) func(*env) string { return func(e *env) string { return e.t.T(id) } }
	if !m.deps.Safe.ByCode() {
		s.fields = append(s.fields, secretField("now", "s02.now", &s.now))
	}
	s.fields = append(s.fields, s.asked()...)
	s.fields = append(s.fields,
		&button{id: "change", label: label("s09.change"), do: s.change},
		&button{id: "print", label: label("s09.print"), do: func(e *env) []effect { return s.sheet(e, "") }, blank: true},
		&button{id: "place", label: label("s09.place"), do: s.place},
		&button{id: "off", label: label("s09.off"), do: s.off, blank: true})
	s.free = true
	return s
}

func (s *safeScreen) ID() string          { return "S09" }
func (s *safeScreen) Title(e *env) string { return e.t.T("s09.title") }
func (s *safeScreen) Audience() string    { return "private" }

func (s *safeScreen) Actions(*env) []action {
	return []action{
		{ID: "form.next", Keys: []string{"tab"}, Short: "key.next"},
		{ID: "safe.show", Keys: nil, Do: func() []effect { return showTyped(s.fields) }},
	}
}

func (s *safeScreen) Page(e *env) page {
	var head []line
	for _, id := range []string{"s09.what", "s09.admin"} {
		head = append(head, wrapped(e.t.T(id), e.w, 0, e.st.Hint.Render)...)
	}
	return s.form.Page(e, append(head, line{})...)
}

// proven does something after the passphrase of now was found right.
func (s *safeScreen) proven(e *env, do func() (any, error), then func(any) []effect) []effect {
	safe, now := e.deps.Safe, s.now
	if now == "" && !safe.ByCode() {
		s.form.choose("now")
		return []effect{attend("s09.neednow")}
	}
	return []effect{wait("busy.lock", func() (any, error) {
		if !safe.ByCode() {
			if err := safe.Opens(now); err != nil {
				return nil, err
			}
		}
		return do()
	}, func(v any, err error) []effect {
		switch {
		case errors.Is(err, ErrWrongPass), errors.Is(err, ErrWrongCode):
			if !safe.ByCode() {
				s.form.choose("now")
			}
			return []effect{attend("s09.wrongnow")}
		case err != nil:
			return []effect{notMade(err)}
		}
		return then(v)
	})}
}

func (s *safeScreen) change(e *env) []effect {
	if at, effects := s.wrong(); effects != nil {
		s.form.choose(at)
		return effects
	}
	safe, pass := e.deps.Safe, s.first
	return s.proven(e, func() (any, error) { return nil, safe.Change(pass) }, func(any) []effect {
		return []effect{back(), say("s09.changed")}
	})
}

func (s *safeScreen) sheet(e *env, folder string) []effect {
	safe := e.deps.Safe
	return s.proven(e, func() (any, error) { return safe.Sheet(folder) }, func(v any) []effect {
		id := "s09.sheet"
		if folder == "" {
			id = "s09.sheet.print"
		}
		return []effect{say(id, "File", v.(Printed).Shown)}
	})
}

func (s *safeScreen) place(e *env) []effect {
	if s.now == "" && !e.deps.Safe.ByCode() {
		s.form.choose("now")
		return []effect{attend("s09.neednow")}
	}
	return []effect{openSheetPlace(func(e *env, folder string) []effect {
		return append([]effect{back()}, s.sheet(e, folder)...)
	})}
}

// off takes the passphrase away. What that means is said before.
func (s *safeScreen) off(e *env) []effect {
	if !s.sure {
		s.sure = true
		return []effect{attend("s09.sure")}
	}
	safe := e.deps.Safe
	return s.proven(e, func() (any, error) { return nil, safe.Unlock() }, func(any) []effect {
		return []effect{back(), say("s09.gone")}
	})
}
