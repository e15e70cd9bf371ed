package tui

import (
	"errors"

	"bekwaam/text"
)

// keyPass is S75b: another passphrase for the own key, or none.
type keyPass struct {
	shortForm
	now, next, again string
}

func newKeyPass(m *Model) screen {
	e := m.env()
	s := &keyPass{shortForm: shortForm{does: "keypass.change"}}
	if key, _ := e.deps.Work.Key(); key.Locked {
		s.fields = append(s.fields, newText(s.own("now", &s.now)))
	}
	s.fields = append(s.fields, newText(s.own("next", &s.next)), newText(s.own("again", &s.again)),
		newConfirm("change", e, "s75b.change", "act.back", s.done))
	s.free = true
	s.Open(e)
	return s
}

// own binds a field to a text of the screen, which is shown as dots.
func (s *keyPass) own(id string, at *string) bound {
	b := ownText(id, "s75b."+id, keyLabels, at)
	b.secret = true
	return b
}

func (s *keyPass) ID() string          { return "S75b" }
func (s *keyPass) Title(e *env) string { return e.t.T("s75b.title") }
func (s *keyPass) Audience() string    { return "private" }

func (s *keyPass) Page(e *env) page {
	return s.form.Page(e, append(wrapped(e.t.T("s75b.what"), e.w, 0, e.st.Text.Render), line{})...)
}

// done gives the key the new passphrase, and goes back.
func (s *keyPass) done(e *env, yes bool) []effect {
	if !yes {
		return []effect{back()}
	}
	switch {
	case s.next != s.again:
		s.choose("again")
		return []effect{attend("s75b.differs")}
	case s.next != "" && text.Width(s.next) < leastPassphrase:
		s.choose("next")
		return []effect{attend("s74.short", "Least", leastPassphrase)}
	}
	work, now, next := e.deps.Work, s.now, s.next
	return []effect{wait("busy.key", func() (any, error) { return nil, work.Relock(now, next) }, func(_ any, err error) []effect {
		switch {
		case errors.Is(err, ErrPassphrase), errors.Is(err, ErrLocked):
			s.choose("now")
			return []effect{attend("s75b.wrong")}
		case err != nil:
			return []effect{attend("s75b.failed")}
		case next == "":
			return []effect{back(), say("s75b.off")}
		}
		return []effect{back(), say("s75b.done")}
	})}
}
