package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// Wrapping says who can open a file that is made; the zero value is whoever
// has it.
type Wrapping struct {
	Contact    bool   // only whom it is for, with their own key
	Passphrase string // only who knows it
}

// How a file that was made can be opened, as [Made] remembers it.
const (
	SecretContact = "contact"
	SecretPass    = "passphrase"
)

// Contact is somebody whose key is known here.
type Contact struct {
	Name    string
	Checked time.Time // when its words were compared; zero: not yet
}

// wrapChoice is S70b: who can open the file that is about to be made.
type wrapChoice struct {
	form
	newPass
	to      string
	how     string // SecretContact, SecretPass, or "" for an ordinary PDF
	contact *Contact
	first   field // the choice
	pass    []field
	buttons field
	make    func(*env, Wrapping) []effect
}

// best is the way that fits, for a file that was not made before.
const best = "best"

// openWrapping asks who can open a file, and then makes it. was is how it was
// made before, or best.
func openWrapping(e *env, to plan.Party, was string, make func(*env, Wrapping) []effect) []effect {
	work := e.deps.Work
	return []effect{wait("busy.key", func() (any, error) {
		c, ok := work.Contact(to)
		if !ok {
			return (*Contact)(nil), nil
		}
		return &c, nil
	}, func(v any, _ error) []effect {
		return []effect{openItem(func(m *Model) screen { return newWrapChoice(m.env(), to.Name, was, v.(*Contact), make) })}
	})}
}

func newWrapChoice(e *env, to, was string, contact *Contact, make func(*env, Wrapping) []effect) *wrapChoice {
	s := &wrapChoice{to: to, how: was, contact: contact, make: make}
	switch {
	case contact != nil && was == best:
		s.how = SecretContact
	case contact == nil && was != "":
		s.how = SecretPass
	}
	s.first = newChoice(bound{id: "how", label: "s70b.label", width: keyLabels, get: func(*env) string { return s.how },
		set: func(e *env, v string) (plan.Change, error) {
			s.how = v
			s.lay()
			return plan.Change{Plan: e.plan}, nil
		}}, s.options)
	s.pass = s.asked()
	s.buttons = newConfirm("make", e, "s70b.make", "act.back", s.done)
	s.free = true
	s.lay()
	if s.how != SecretPass {
		s.at = len(s.fields) - 1
	}
	return s
}

func (s *wrapChoice) options(e *env) []option {
	out := []option{{SecretPass, e.t.T("s70b.pass")}, {"", e.t.T("s70b.plain")}}
	if s.contact != nil {
		out = append([]option{{SecretContact, e.t.T("s70b.contact", "Name", s.to)}}, out...)
	}
	return out
}

// lay puts the fields in order for the way in which the file is made.
func (s *wrapChoice) lay() {
	s.fields = []field{s.first}
	if s.how == SecretPass {
		s.fields = append(s.fields, s.pass...)
	}
	s.fields = append(s.fields, s.buttons)
}

func (s *wrapChoice) ID() string          { return "S70b" }
func (s *wrapChoice) Title(e *env) string { return e.t.T("s70b.title") }
func (s *wrapChoice) Audience() string    { return "private" }

func (s *wrapChoice) Actions(*env) []action {
	return []action{
		{ID: "wrap.make", Keys: []string{"enter"}, Short: "key.dothis"},
		{ID: "form.next", Keys: []string{"tab"}, Short: "key.otherfield"},
		{ID: "safe.show", Keys: nil, Do: func() []effect { return showTyped(s.pass) }},
	}
}

// note says what follows from the choice.
func (s *wrapChoice) note(e *env) []string {
	var out []string
	add := func(id string) { out = append(out, text.Wrap(e.t.T(id, "Name", s.to), e.w)...) }
	switch s.how {
	case SecretPass:
		add("s70b.tell")
	case SecretContact:
		add("s70b.own")
		if s.contact.Checked.IsZero() {
			add("s70b.unchecked")
		}
	default:
		add("s70b.open")
	}
	if s.contact == nil {
		add("s70b.nokey")
	}
	return out
}

func (s *wrapChoice) Page(e *env) page {
	head := wrapped(e.t.T("s70b.what", "Name", s.to), e.w, 0, e.st.Hint.Render)
	if e.h >= lowWindow {
		head = append(head, line{})
	}
	p := s.form.Page(e, head...)
	at := len(p.Lines) - 1 // before the buttons
	note := append(lines(s.note(e)...), line{})
	if s.how != SecretPass {
		note = append([]line{{}}, note...) // the fields of a passphrase end in one
	}
	p.Lines = append(p.Lines[:at:at], append(note, p.Lines[at:]...)...)
	if s.form.at == len(s.fields)-1 {
		for _, f := range []*int{&p.Focus[0], &p.Focus[1]} {
			*f += len(note)
		}
		if p.Cursor != nil {
			p.Cursor.Line += len(note)
		}
	}
	return p
}

// Update lets tab go round: the focus may begin on the last field.
func (s *wrapChoice) Update(e *env, msg tea.Msg) []effect {
	if k, ok := msg.(tea.KeyPressMsg); ok && k.String() == "tab" && s.form.at == len(s.fields)-1 {
		return s.goTo(e, 0)
	}
	return s.form.Update(e, msg)
}

// done makes the file as chosen.
func (s *wrapChoice) done(e *env, yes bool) []effect {
	if !yes {
		return []effect{back()}
	}
	w := Wrapping{Contact: s.how == SecretContact}
	if s.how == SecretPass {
		if at, lacks := s.wrong(); lacks != nil {
			s.form.choose(at)
			return lacks
		}
		w.Passphrase = s.newPass.first
	}
	return []effect{back(), func(m *Model) tea.Cmd { return m.carryOut(s.make(m.env(), w)) }}
}

// secretRow is the row that makes a file secret, under the one that makes it.
func secretRow(e *env, name string) row {
	return row{ID: "secret", Lines: []string{text.Cut(e.t.T("s70b.row", "Name", givenName(name)), e.w)}}
}

// openedRows say how a secret file goes open, for whoever hands it over.
func openedRows(e *env, made Made, name string) []row {
	if made.Secret == "" {
		return nil
	}
	return []row{plainRow(text.Wrap(e.t.T("s70b.made."+made.Secret, "Name", name), e.w)...)}
}
