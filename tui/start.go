package tui

import (
	tea "charm.land/bubbletea/v2"

	"bekwaam/text"
)

// start is S01: three questions, then work begins.
type start struct {
	questions []question
	at        int
}

type question struct {
	id   string // catalogue id
	pick *picker
}

func newStart(m *Model) *start {
	s := &start{}
	e := m.env()
	ask := func(id, preset string, answers ...string) {
		opts := make([]option, len(answers))
		for i, a := range answers {
			label := e.t.T(id + "." + a)
			if more := id + "." + a + ".more"; e.t.Has(more) {
				label += spaces(max(18-text.Width(label), 3)) + e.t.T(more)
			}
			opts[i] = option{a, label}
		}
		s.questions = append(s.questions, question{id, newPicker(e.st, opts, preset)})
	}
	ask("s01.who", firstOf(e.settings.Role, roleTeacher), roles...)
	ask("s01.computer", computerAlone, computerAlone, computerOthers, computerSchool)
	ask("s01.language", e.settings.Language, "nl", "en")
	return s
}

func (s *start) ID() string            { return "S01" }
func (s *start) Title(e *env) string   { return e.t.T("s01.title") }
func (s *start) Audience() string      { return "" }
func (s *start) Form() bool            { return true }
func (s *start) Bare() bool            { return true }
func (s *start) language() string      { return s.questions[len(s.questions)-1].pick.Value() }
func (s *start) Actions(*env) []action { return startKeys }

// startKeys are only shown: the form takes them itself.
var startKeys = []action{
	{ID: "form.quit", Keys: []string{"2× ctrl+c"}, Short: "key.quit2"},
	{ID: "form.choose", Keys: []string{"enter"}, Short: "key.choose"},
	{ID: "form.other", Keys: []string{"up"}, Short: "key.otheranswer"},
	{ID: "form.previous", Keys: []string{"shift+tab"}, Short: "key.back"},
}

func (s *start) Page(e *env) page {
	p := page{}
	for _, id := range []string{"s01.what", "s01.stays"} {
		p.Lines = append(p.Lines, wrapped(e.t.T(id), e.w, 0, e.st.Text.Render)...)
	}
	for i, q := range s.questions {
		p.Lines = append(p.Lines, line{}, line{Text: e.st.Title.Render(e.t.T(q.id))})
		answers, at := q.pick.Lines()
		for j, a := range answers {
			here := i == s.at && j == at
			if here {
				a = e.st.Selected.Render(text.Cut(a, e.w))
				p.Focus = [2]int{len(p.Lines) - 1, len(p.Lines)}
				if i == 0 {
					p.Focus[0] = 0
				}
			}
			p.Lines = append(p.Lines, line{Text: text.Cut(a, e.w), Mark: here, Row: q.id})
			if here {
				p.Lines[len(p.Lines)-1].Text = a
			}
		}
	}
	return p
}

func (s *start) Update(e *env, msg tea.Msg) []effect {
	if c, ok := msg.(clickMsg); ok {
		return s.click(e, c)
	}
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	var out []effect
	switch k.String() {
	case "enter":
		if s.at < len(s.questions)-1 {
			s.at++
			return nil
		}
		return s.finish(e)
	case "tab":
		s.at = min(s.at+1, len(s.questions)-1)
	case "shift+tab":
		s.at = max(s.at-1, 0)
	default:
		if s.questions[s.at].pick.Update(msg) && s.at == len(s.questions)-1 {
			lang, role := s.language(), s.questions[0].pick.Value()
			out = append(out, settings(func(c *Settings) { c.Language, c.Role = lang, role }), func(m *Model) tea.Cmd {
				fresh := newStart(m) // the same questions in the other language
				fresh.at = s.at
				m.stack[len(m.stack)-1] = fresh
				return nil
			})
		}
	}
	return out
}

// click goes to a question and takes the answer that was hit.
func (s *start) click(e *env, c clickMsg) []effect {
	for i, q := range s.questions {
		if q.id != c.Row {
			continue
		}
		s.at = i
		var out []effect
		_, at := q.pick.Lines()
		for ; at < c.Nth; at++ {
			out = append(out, s.Update(e, tea.KeyPressMsg{Code: tea.KeyDown})...)
		}
		for ; at > c.Nth; at-- {
			out = append(out, s.Update(e, tea.KeyPressMsg{Code: tea.KeyUp})...)
		}
		return out
	}
	return nil
}

// finish saves the three answers together and goes to the plans, or to the
// file that the program was started with.
func (s *start) finish(e *env) []effect {
	lang, role := s.language(), s.questions[0].pick.Value()
	begin := []effect{settings(func(c *Settings) {
		c.Started, c.Role, c.Language = true, role, lang
	}), swapHome(), (*Model).given}
	if computer := s.questions[1].pick.Value(); computer != computerAlone && e.deps.Safe != nil && !e.deps.Safe.Locked() {
		return []effect{open(newLockup(computer, append([]effect{back()}, begin...)...))}
	}
	return begin
}

func swapHome() effect {
	return func(m *Model) tea.Cmd { return m.replace(roleHome(m)) }
}
