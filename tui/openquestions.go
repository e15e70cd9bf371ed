package tui

import (
	tea "charm.land/bubbletea/v2"

	"bekwaam/continuum"
	"bekwaam/plan"
	"bekwaam/text"
)

// openQuestions is S20: the teacher's own question comes before any
// framework.
type openQuestions struct{ form }

func newOpenQuestions(e *env) *openQuestions {
	s := &openQuestions{}
	first := ""
	for i, q := range e.pack().Survey.Open {
		s.fields = append(s.fields, newOpenQuestion(i+1, q))
		if first == "" && e.plan.Survey.Open[q.ID] == "" {
			first = q.ID
		}
	}
	s.choose(first)
	return s
}

func (s *openQuestions) ID() string       { return "S20" }
func (s *openQuestions) Step() int        { return 2 }
func (s *openQuestions) Audience() string { return "private" }

func (s *openQuestions) Title(e *env) string { return stepTitle(e, 2, e.t.T("step.2.open")) }

func (s *openQuestions) Actions(*env) []action { return formKeys(editorAction(s.here())) }

// Update says where to go on after the last question.
func (s *openQuestions) Update(e *env, msg tea.Msg) []effect {
	last := s.at == len(s.fields)-1
	effects := s.form.Update(e, msg)
	if k, ok := msg.(tea.KeyPressMsg); ok && k.String() == "tab" && last {
		effects = append(effects, say("s20.last"))
	}
	return effects
}

func (s *openQuestions) Page(e *env) page {
	head := append(wrapped(e.t.T("s20.reason"), e.w, 0, e.st.Hint.Render), line{})
	p := s.form.Page(e, head...)
	p.Lines = append(p.Lines, line{})
	for _, l := range broughtLines(e) {
		p.Lines = append(p.Lines, line{Text: e.st.Hint.Render(l)})
	}
	p.Lines = append(p.Lines, wrapped(e.t.T("s20.enough"), e.w, 0, e.st.Hint.Render)...)
	if s.at == len(s.fields)-1 {
		p.Focus[1] = len(p.Lines) - 1
	}
	return p
}

// openQuestion is a question above its answer. In hand the answer shows four
// lines, otherwise one.
type openQuestion struct {
	*longField
	number int
	prompt continuum.Prompt
}

const openQuestionHeight = 4

func newOpenQuestion(number int, q continuum.Prompt) *openQuestion {
	b := bound{id: q.ID,
		get: func(e *env) string { return e.plan.Survey.Open[q.ID] },
		set: func(e *env, v string) (plan.Change, error) { return plan.AnswerOpen(e.plan, q.ID, v) }}
	f := &openQuestion{longField: newLong(b, openQuestionHeight), number: number, prompt: q}
	f.hidden = true
	return f
}

func (f *openQuestion) Commit(e *env) ([]effect, bool) { return commitLong(f.longField, e) }

func (f *openQuestion) Lines(e *env, w int, focused bool) ([]string, *cursor) {
	number := itoa(f.number) + " "
	indent := text.Width(number)
	question := text.Wrap(e.say(f.prompt.Text), w-indent)
	style := e.st.Label
	if focused {
		style = e.st.Selected
	} else {
		question = []string{cutAtWord(e.say(f.prompt.Text), w-indent)}
	}
	var out []string
	for i, l := range question {
		if i > 0 {
			number = spaces(indent)
		}
		out = append(out, style.Render(number+l))
	}
	body, cur := f.longField.Lines(e, w-indent, focused)
	for _, l := range body {
		out = append(out, spaces(indent)+l)
	}
	if cur != nil {
		cur = &cursor{Line: cur.Line + len(question), Cell: cur.Cell + indent}
	}
	return out, cur
}

// commitLong commits a long text. Where the plan refused it, the field takes
// the plan's text back, so that the screen shows what is kept.
func commitLong(f *longField, e *env) ([]effect, bool) {
	effects, ok := f.Commit(e)
	if len(effects) == 0 {
		return effects, ok
	}
	return append(effects, func(m *Model) tea.Cmd {
		v, _ := text.Text(f.in.Value(), longMax)
		if now := m.env(); f.get(now) != v {
			f.Open(now)
		}
		return nil
	}), ok
}

// cutAtWord is the beginning of a text in w cells, with … after a whole word
// where there is more.
func cutAtWord(s string, w int) string {
	if text.Width(s) <= w {
		return s
	}
	return text.Cut(text.Wrap(s, w-1)[0]+"…", w)
}
