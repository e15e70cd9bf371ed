package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"github.com/charmbracelet/x/ansi"

	"bekwaam/plan"
	"bekwaam/text"
)

// keyScreen is S74: once, before the first file that is signed, what a
// signature rests on. Everything has a usual answer.
type keyScreen struct {
	shortForm
	name, role string
	keep       string // one of the keep constants
	pass, file string
	alone      bool   // not for a plan of one's own
	then       effect // the file that the key is made for, nil before signing
	buttons    field
	first      []field
}

// How a key is kept, or where it comes from.
const (
	keepHere   = "here"
	keepLocked = "locked"
	keepGiven  = "given"
)

const keyLabels = 26

func newKey(m *Model) screen {
	e := m.env()
	s := &keyScreen{shortForm: shortForm{does: "key.make"}, name: e.plan.Profile.Name, role: firstOf(e.plan.Profile.Function, e.fw.Say(e.fw.Vocabulary["teacher"], e.settings.Language))}
	s.keep = keepHere
	s.first = []field{newText(s.own("name", &s.name)), newText(s.own("role", &s.role)), newChoice(s.keeping(), func(e *env) []option {
		return []option{{keepHere, e.t.T("s74.keep.here")}, {keepLocked, e.t.T("s74.keep.locked")}, {keepGiven, e.t.T("s74.keep.given")}}
	})}
	s.buttons = newConfirm("make", e, "s74.make", "s74.notyet", s.done)
	s.lay()
	s.at, s.free = len(s.fields)-1, true
	return s
}

// own binds a field to a text of the screen, which is no part of a plan.
func (s *keyScreen) own(id string, at *string) bound {
	b := ownText(id, "s74."+id, keyLabels, at)
	b.preset = true
	return b
}

// keeping is the choice of how the key is kept; what it asks besides follows.
func (s *keyScreen) keeping() bound {
	b := s.own("keep", &s.keep)
	b.set = func(e *env, v string) (plan.Change, error) {
		if v != s.keep {
			s.keep = v
			s.lay()
		}
		return plan.Change{Plan: e.plan}, nil
	}
	return b
}

// lay puts the fields in order for the way in which the key is kept.
func (s *keyScreen) lay() {
	s.fields = append([]field(nil), s.first...)
	pass := s.own("pass", &s.pass)
	pass.secret, pass.preset = true, false
	switch s.keep {
	case keepLocked:
		s.fields = append(s.fields, newText(pass))
	case keepGiven:
		pass.label = "s74.filepass"
		file := s.own("file", &s.file)
		file.preset = false
		s.fields = append(s.fields, newText(file), newText(pass))
	}
	s.fields = append(s.fields, s.buttons)
}

// newOwnKey is the same for somebody who signs in a file of somebody else.
func newOwnKey(m *Model) screen {
	s := newKey(m).(*keyScreen)
	s.alone, s.name, s.role = true, "", ""
	s.at = 0
	return s
}

// forFile is the same before a file is made: the button makes both.
func (s *keyScreen) forFile(e *env, then effect) {
	s.then = then
	s.buttons = newConfirm("make", e, "s74.makefile", "s74.notyet", s.done)
	s.lay()
	s.at = len(s.fields) - 1
}

func (s *keyScreen) ID() string { return "S74" }

func (s *keyScreen) Step() int {
	if s.then != nil {
		return 7
	}
	return 8
}

func (s *keyScreen) Title(e *env) string {
	if s.then != nil {
		return e.t.T("s74.title.file")
	}
	return e.t.T("s74.title")
}

func (s *keyScreen) Audience() string { return "private" }

func (s *keyScreen) Page(e *env) page {
	var head []line
	head = append(head, wrapped(e.t.T("s74.what"), e.w, 0, e.st.Text.Render)...)
	head = append(head, line{})
	var note []line
	note = append(note, line{}, line{Text: e.st.Title.Render(e.t.T("s74.good"))})
	for _, id := range []string{"s74.where", "s74.says", "s74.lost"} {
		note = append(note, wrapped(e.t.T(id), e.w, 0, e.st.Text.Render)...)
	}
	return s.pageWith(e, head, append(note, line{}))
}

// done makes the key and goes on to what the board gets.
func (s *keyScreen) done(e *env, yes bool) []effect {
	if !yes {
		return []effect{back()}
	}
	name, _ := text.Line(s.name, lineMax)
	if strings.TrimSpace(name) == "" {
		s.form.choose("name")
		return []effect{attend("s74.noname")}
	}
	switch {
	case s.keep == keepLocked && text.Width(s.pass) < leastPassphrase:
		s.form.choose("pass")
		return []effect{attend("s74.short", "Least", leastPassphrase)}
	case s.keep == keepGiven && strings.TrimSpace(s.file) == "":
		s.form.choose("file")
		return []effect{attend("s74.nofile")}
	}
	work, role := e.deps.Work, s.role
	keep, pass, file := s.keep, s.pass, dropped(s.file)
	return []effect{wait("busy.key", func() (any, error) {
		switch keep {
		case keepLocked:
			return work.MakeLockedKey(name, role, pass)
		case keepGiven:
			return work.ImportKey(file, pass, role)
		}
		return work.MakeKey(name, role)
	}, func(_ any, err error) []effect {
		if err != nil && keep == keepGiven {
			s.form.choose("file")
			return []effect{attend("s74.notread")}
		}
		if err != nil {
			return []effect{attend("s74.failed")}
		}
		out := []effect{}
		if e.plan.Profile.Name == "" && !s.alone {
			out = append(out, func(m *Model) tea.Cmd {
				return commit(plan.EditProfile(m.plan, m.pack(), "name", func(p *plan.Profile) { p.Name = name }))(m)
			})
		}
		if s.then != nil {
			return append(out, back(), s.then)
		}
		return append(out, back(), say("s74.made"))
	})}
}

// leastPassphrase is how many letters a passphrase has at least.
const leastPassphrase = 10

// confirmField is Huh's confirm, driven without commands: two answers beside
// each other, ← and → choose.
type confirmField struct {
	id    string
	value bool
	huh   *huh.Confirm
	done  func(*env, bool) []effect
}

func newConfirm(id string, e *env, yes, no string, done func(*env, bool) []effect) *confirmField {
	f := &confirmField{id: id, value: true, done: done}
	f.huh = huh.NewConfirm().Affirmative(e.t.T(yes)).Negative(e.t.T(no)).Value(&f.value)
	f.huh.WithTheme(e.st)
	f.huh.WithKeyMap(huh.NewDefaultKeyMap())
	f.huh.WithWidth(textWidth)
	return f
}

func (f *confirmField) ID() string                   { return f.id }
func (f *confirmField) Open(*env)                    {}
func (f *confirmField) Focus()                       { f.huh.Focus() }
func (f *confirmField) Blur()                        { f.huh.Blur() }
func (f *confirmField) Commit(*env) ([]effect, bool) { return nil, true }

func (f *confirmField) Update(e *env, msg tea.Msg) (bool, []effect) {
	switch msg := msg.(type) {
	case clickMsg:
		return true, f.done(e, true)
	case tea.KeyPressMsg:
		switch msg.String() {
		case "enter":
			return true, f.done(e, f.value)
		case "left", "right":
			m, _ := f.huh.Update(msg)
			f.huh = m.(*huh.Confirm)
			return true, nil
		}
	}
	return false, nil
}

func (f *confirmField) Lines(e *env, w int, focused bool) ([]string, *cursor) {
	for _, l := range splitLines(f.huh.View()) {
		if s := strings.TrimSpace(ansi.Strip(l)); s != "" {
			yes, no, _ := strings.Cut(s, "  ")
			yes, no = strings.TrimSpace(yes), strings.TrimSpace(no)
			here := "[ " + yes + " ]"
			if !focused {
				return []string{here + "   " + no}, nil
			}
			if f.value {
				return []string{e.st.Selected.Render(here) + "   " + no}, &cursor{}
			}
			return []string{yes + "   " + e.st.Selected.Render("[ "+no+" ]")}, &cursor{Cell: text.Width(yes) + 3}
		}
	}
	return nil, nil
}
