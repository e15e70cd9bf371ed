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
	verdict *verdict
	about   JudgedSignature
	box     searchBox // the first of the words, before a key is replaced
	asking  bool
}

func newAcquaint(v *verdict) *acquaint {
	return &acquaint{verdict: v, about: v.judged.strangers()[0], box: newSearchBox()}
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
	return []action{esc, {ID: "acquaint.same", Keys: []string{"w"}, Short: "key.same", Do: func() []effect { return s.pin(e, false) }}}
}

func (s *acquaint) Page(e *env) page {
	x, t := s.about, e.t
	id := strings.ToLower(s.ID())
	var out []row
	para := func(id string, args ...any) { out = append(out, plainRow(text.Wrap(t.T(id, args...), e.w)...)) }
	pair := func(label, value string) {
		out = append(out, row{Lines: hang(e.st.Label.Render(text.Pad(t.T(label), 22)), value, e.w, 22)})
	}
	para(id+".what", "Name", x.Name)
	out = append(out, plainRow(""))
	pair("s163.name", x.Name)
	pair("s163.words", strings.Join(x.Words, " "))
	out = append(out, plainRow(""))
	para(id+".ask", "Name", x.Name)
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
	key, word := "w", "s163.same"
	if s.stops() {
		key, word = "v", "s164.replace"
	}
	out = append(out, plainRow(hang(e.st.Key.Render(text.Pad(key, 6)), t.T(word), e.w, 6)...), row{ID: "esc", Lines: []string{e.st.Key.Render(text.Pad("esc", 6)) + t.T("s163.no")}})
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
	work, x, path := e.deps.Work, s.about, s.verdict.judged.Path
	return []effect{wait("busy.key", func() (any, error) { return nil, work.Pin(path, x.Fingerprint, replace) }, func(_ any, err error) []effect {
		if err != nil {
			return []effect{attend("s163.failed", "Name", x.Name)}
		}
		return append([]effect{back()}, s.verdict.again(e, path, say("s163.done", "Name", x.Name))...)
	})}
}
