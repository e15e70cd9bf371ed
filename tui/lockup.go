package tui

import (
	tea "charm.land/bubbletea/v2"
)

// lockup is S02: a passphrase for a computer that others use, or that belongs
// to the school.
type lockup struct {
	form
	newPass
	computer string   // one of the computer constants, "" from the settings
	then     []effect // what follows, after the screen has gone
}

// Who uses the computer.
const (
	computerAlone  = "alone"
	computerOthers = "others"
	computerSchool = "school"
)

func newLockup(computer string, then ...effect) *lockup {
	s := &lockup{computer: computer, then: then}
	s.fields = append(s.asked(),
		&button{id: "print", label: func(e *env) string { return e.t.T("s02.print") }, do: func(e *env) []effect { return s.make(e, "") }, blank: true},
		&button{id: "place", label: func(e *env) string { return e.t.T("s02.place") }, do: s.place})
	if computer != "" {
		s.fields = append(s.fields, &button{id: "without", label: func(e *env) string { return e.t.T("s02.without") }, do: func(*env) []effect { return s.then }})
	}
	s.free = true
	return s
}

func (s *lockup) ID() string          { return "S02" }
func (s *lockup) Title(e *env) string { return e.t.T("s02.title") }
func (s *lockup) Audience() string    { return "private" }

func (s *lockup) Actions(*env) []action {
	return []action{
		{ID: "form.next", Keys: []string{"tab"}, Short: "key.next"},
		{ID: "safe.show", Keys: nil, Do: s.show},
	}
}

// show lets what is typed be read, or hides it again.
func (s *lockup) show() []effect { return showTyped(s.fields) }

func (s *lockup) Page(e *env) page {
	why := "s02.why." + s.computer
	if s.computer == "" {
		why = "s02.why"
	}
	head := wrapped(e.t.T(why)+" "+e.t.T("s02.choose"), e.w, 0, e.st.Text.Render)
	head = append(head, line{})
	p := s.form.Page(e, head...)
	var note []line
	note = append(note, line{Text: e.st.Title.Render(e.t.T("s02.sheet"))})
	for _, id := range []string{"s02.forgot", "s02.nobody"} {
		note = append(note, wrapped(e.t.T(id), e.w, 0, e.st.Text.Render)...)
	}
	at := len(head) + 2*3 // below the two fields
	p.Lines = append(p.Lines[:at:at], append(note, p.Lines[at:]...)...)
	if s.form.at > 1 {
		p.Focus[0], p.Focus[1] = p.Focus[0]+len(note), p.Focus[1]+len(note)
		if p.Cursor != nil {
			p.Cursor.Line += len(note)
		}
	}
	return p
}

// ready reports whether there is a passphrase, or says what lacks.
func (s *lockup) ready() []effect {
	at, effects := s.wrong()
	if effects != nil {
		s.form.choose(at)
	}
	return effects
}

// make makes the recovery sheet and locks everything.
func (s *lockup) make(e *env, folder string) []effect {
	if lacks := s.ready(); lacks != nil {
		return lacks
	}
	safe, pass := e.deps.Safe, s.first
	return []effect{wait("busy.lock", func() (any, error) { return safe.Lock(pass, folder) }, func(v any, err error) []effect {
		if err != nil {
			return []effect{notMade(err)}
		}
		id := "s02.locked"
		if folder == "" {
			id = "s02.locked.print"
		}
		return append(append([]effect{}, s.then...), say(id, "File", v.(Printed).Shown))
	})}
}

// place asks where the sheet goes.
func (s *lockup) place(e *env) []effect {
	if lacks := s.ready(); lacks != nil {
		return lacks
	}
	return []effect{openSheetPlace(func(e *env, folder string) []effect {
		return append([]effect{back()}, s.make(e, folder)...)
	})}
}

// showTyped changes between letters and dots in the fields of a passphrase.
func showTyped(fields []field) []effect {
	for _, f := range fields {
		if x, ok := f.(*aboveField); ok {
			x.flip()
		}
	}
	return []effect{func(*Model) tea.Cmd { return nil }}
}
