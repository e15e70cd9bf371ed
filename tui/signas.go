package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/text"
)

// signAs is S84: the one question before somebody else than the teacher signs
// in a file. Only t signs.
type signAs struct {
	verdict *verdict
	role    SignRole
}

func newSignAs(v *verdict, role SignRole) *signAs { return &signAs{v, role} }

func (s *signAs) ID() string          { return "S84" }
func (s *signAs) Title(e *env) string { return e.t.T("s84.title", "Role", s.role.Word) }
func (s *signAs) Audience() string    { return "pdf" }
func (s *signAs) Form() bool          { return true }
func (s *signAs) Bare() bool          { return true }

func (s *signAs) Actions(*env) []action {
	return []action{
		{ID: "sign.notyet", Keys: []string{"esc"}, Short: "act.not-yet", Do: func() []effect { return []effect{back()} }},
		{ID: "sign.now", Keys: []string{"t"}, Short: "act.sign"},
	}
}

func (s *signAs) Page(e *env) page {
	var out []row
	pair := func(id, value string) {
		out = append(out, row{Lines: hang(e.st.Label.Render(text.Pad(e.t.T(id), 12)), value, e.w, 12)})
	}
	pair("s81.what", e.t.T("s84.file", "File", s.verdict.judged.Name, "Version", s.verdict.judged.Version, "Teacher", s.verdict.judged.Teacher))
	if key, ok := e.deps.Work.Key(); ok {
		pair("s81.as", key.Name+", "+s.role.Word)
	} else {
		pair("s81.as", s.role.Word)
	}
	pair("s81.says", s.role.Says)
	out = append(out, plainRow(""), plainRow(text.Wrap(e.t.T("s84.after"), e.w)...), plainRow(""),
		plainRow(e.st.Key.Render(text.Pad("t", 6))+e.t.T("act.sign")),
		row{ID: "esc", Lines: []string{e.st.Key.Render(text.Pad("esc", 6)) + e.t.T("act.not-yet")}})
	l := list{sel: "esc"}
	return l.page(tight(e, out))
}

func (s *signAs) Update(e *env, msg tea.Msg) []effect {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	if strings.ToLower(k.String()) != "t" {
		return []effect{say("s81.only")}
	}
	work, path, role := e.deps.Work, s.verdict.judged.Path, s.role.ID
	if _, ok := work.Key(); !ok {
		return []effect{func(m *Model) tea.Cmd { return m.push(newOwnKey(m)) }}
	}
	return []effect{wait("busy.sign", func() (any, error) { return work.SignAs(path, role) }, func(v any, err error) []effect {
		if err != nil {
			return notSigned(err, "s84.failed")
		}
		made := v.(Made)
		return append([]effect{back()}, s.verdict.again(e, made.File, say("s84.done", "File", made.Shown))...)
	})}
}
