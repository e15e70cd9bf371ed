package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/text"
)

// acquaint ties a key to a person, once, by six words that are compared by
// voice: S163 for a key nobody saw before, S164 where the name is known with
// another key.
type acquaint struct {
	path   string
	about  JudgedSignature
	packet bool      // a file is waiting to be taken in, so there is a way to put this off
	box    searchBox // the first of the words, before a key is replaced
	asking bool
	// then is what follows once the key is remembered.
	then func(*env, effect) []effect
}

func newAcquaint(v *verdict) *acquaint {
	return &acquaint{path: v.judged.Path, about: v.judged.strangers()[0], box: newSearchBox(), then: func(e *env, said effect) []effect {
		return append([]effect{back()}, v.again(e, v.judged.Path, said)...)
	}}
}

// newAcquaintFirst is the same question before a file is taken in.
func newAcquaintFirst(j Judged) *acquaint {
	return &acquaint{path: j.Path, about: j.strangers()[0], packet: true, box: newSearchBox(), then: func(e *env, said effect) []effect {
		return append([]effect{back()}, arrive(e, j, said)...)
	}}
}

// stops: the name is known, the key is another one.
func (s *acquaint) stops() bool { return s.about.Known == "other-key" }

func (s *acquaint) ID() string {
	if s.stops() {
		return "S164"
	}
	return "S163"
}

func (s *acquaint) Title(e *env) string { return e.t.T(strings.ToLower(s.ID()) + ".title") }
func (s *acquaint) Audience() string    { return "private" }
func (s *acquaint) Form() bool          { return s.asking }

// Bare: one question is asked.
func (s *acquaint) Bare() bool { return true }

func (s *acquaint) Actions(e *env) []action {
	esc := action{ID: "acquaint.no", Keys: []string{"esc"}, Short: "key.back", Do: func() []effect { return []effect{back()} }}
	switch {
	case s.asking:
		return []action{esc, {ID: "acquaint.sure", Keys: []string{"enter"}, Short: "key.replace"}}
	case s.stops():
		return []action{esc, {ID: "acquaint.replace", Keys: []string{"v"}, Short: "key.replace", Do: func() []effect { s.asking = true; return nil }}}
	}
	out := []action{esc, {ID: "acquaint.same", Keys: []string{"w"}, Short: "key.same", Do: func() []effect { return s.pin(e, false) }}}
	if s.packet && s.about.Known != "unchecked" {
		out = append(out, action{ID: "acquaint.later", Keys: []string{"z"}, Short: "key.unchecked", Do: func() []effect { return s.meet(e) }})
	}
	return out
}

func (s *acquaint) Page(e *env) page {
	x, t := s.about, e.t
	id := strings.ToLower(s.ID())
	var out []row
	para := func(id string, args ...any) { out = append(out, plainRow(text.Wrap(t.T(id, args...), e.w)...)) }
	pair := func(label, value string) {
		out = append(out, row{Lines: hang(e.st.Label.Render(text.Pad(t.T(label), 22)), value, e.w, 22)})
	}
	what, ask := id+".what", id+".ask"
	if s.packet {
		what, ask = id+".sealed", id+".asksealed"
	}
	para(what, "Name", x.Name)
	out = append(out, plainRow(""))
	pair("s163.name", x.Name)
	pair("s163.words", strings.Join(x.Words, " "))
	out = append(out, plainRow(""))
	para(ask, "Name", x.Name)
	out = append(out, plainRow(""))
	if s.asking {
		label := t.T("s164.first") + "  "
		field, cell := s.box.View(e.w - text.Width(label))
		out = append(out, plainRow(text.Wrap(t.T("s164.type"), e.w)...), plainRow(e.st.Label.Render(label)+field))
		l := list{}
		p := l.page(tight(e, out))
		at := len(p.Lines) - 1
		p.Focus, p.Cursor = [2]int{at, at}, &cursor{Line: at, Cell: text.Width(label) + cell}
		return p
	}
	key, word, no := "w", "s163.same", "s163.no"
	switch {
	case s.stops():
		key, word = "v", "s164.replace"
	case s.packet:
		word = "s163.takein"
	}
	if s.packet {
		no = "s163.nottaken"
	}
	choice := func(key, word string) {
		out = append(out, plainRow(hang(e.st.Key.Render(text.Pad(key, 6)), t.T(word), e.w, 6)...))
	}
	choice(key, word)
	if s.packet && !s.stops() && s.about.Known != "unchecked" {
		choice("z", "s163.later")
	}
	out = append(out, row{ID: "esc", Lines: []string{e.st.Key.Render(text.Pad("esc", 6)) + t.T(no)}})
	l := list{sel: "esc"}
	return l.page(tight(e, out))
}

func (s *acquaint) Update(e *env, msg tea.Msg) []effect {
	if s.asking {
		if k, ok := msg.(tea.KeyPressMsg); ok && k.String() == "enter" {
			return s.replace(e)
		}
		s.box.Update(msg)
	}
	return nil
}

// replace asks for the first of the new words, so that nobody does it by
// pressing a key.
func (s *acquaint) replace(e *env) []effect {
	if len(s.about.Words) == 0 || !strings.EqualFold(strings.TrimSpace(s.box.Value()), s.about.Words[0]) {
		return []effect{attend("s164.wrong")}
	}
	return s.pin(e, true)
}

func (s *acquaint) pin(e *env, replace bool) []effect {
	work, x, path := e.deps.Work, s.about, s.path
	return s.remembered("s163.done", func() error { return work.Pin(path, x.Fingerprint, replace) })
}

// meet remembers the key without the words having been compared.
func (s *acquaint) meet(e *env) []effect {
	work, x, path := e.deps.Work, s.about, s.path
	return s.remembered("s163.met", func() error { return work.Meet(path, x.Fingerprint) })
}

func (s *acquaint) remembered(done string, do func() error) []effect {
	name := s.about.Name
	return []effect{wait("busy.key", func() (any, error) { return nil, do() }, func(_ any, err error) []effect {
		if err != nil {
			return []effect{attend("s163.failed", "Name", name)}
		}
		return []effect{func(m *Model) tea.Cmd { return m.carryOut(s.then(m.env(), say(done, "Name", name))) }}
	})}
}
