package tui

import (
	tea "charm.land/bubbletea/v2"

	"bekwaam/continuum"
	"bekwaam/plan"
	"bekwaam/text"
)

// mySchool is S23: statements about guidance, time and workload. They feed
// step 6 and the talk, not the continuum.
type mySchool struct {
	list list
	seen int // revision for which it was opened last
}

func newMySchool(e *env) *mySchool {
	s := &mySchool{seen: e.plan.Revision}
	for _, c := range e.pack().Survey.Context {
		if e.plan.Survey.Context[c.ID] == 0 {
			s.list.choose(c.ID)
			break
		}
	}
	return s
}

func (s *mySchool) ID() string          { return "S23" }
func (s *mySchool) Step() int           { return 2 }
func (s *mySchool) Title(e *env) string { return stepTitle(e, 2, e.t.T("s21.school")) }
func (s *mySchool) Audience() string    { return "private" }
func (s *mySchool) Form() bool          { return false }

// Open goes to the statement whose answer undo or redo changed.
func (s *mySchool) Open(e *env) {
	if e.plan.Revision == s.seen || len(e.revs) == 0 {
		return
	}
	s.seen = e.plan.Revision
	if r := e.revs[len(e.revs)-1]; r.Undoes+r.Redoes > 0 && r.Act.Name == "survey.context" && len(r.Act.Args) > 0 {
		s.list.choose(r.Act.Args[0])
	}
}

// agreeing are the answers, from no to yes.
func agreeing(e *env) []continuum.Text {
	if scale, ok := e.pack().Scale("agree"); ok {
		return scale.Points
	}
	return nil
}

// answerWidth is the column for the answer.
const answerWidth = 14

func (s *mySchool) rows(e *env) []row {
	var out []row
	col, theme := e.w-answerWidth, ""
	for _, c := range e.pack().Survey.Context {
		if c.Theme != theme {
			theme = c.Theme
			out = append(out, plainRow(e.st.Title.Render(themeName(e, theme))))
		}
		answer := e.st.Label.Render(text.Nothing)
		if n := e.plan.Survey.Context[c.ID]; n > 0 && n <= len(agreeing(e)) {
			answer = itoa(n) + " " + e.say(agreeing(e)[n-1])
		}
		ls := text.Wrap(e.say(c.Text), col-4)
		ls[0] = text.Pad(ls[0], col) + answer
		out = append(out, row{ID: c.ID, Lines: ls})
	}
	return out
}

// themeName is the heading above some statements; a theme of a pack that has
// no name in the catalogue gets none.
func themeName(e *env, theme string) string {
	if id := "s23.theme." + theme; e.t.Has(id) {
		return e.t.T(id)
	}
	return ""
}

func (s *mySchool) Page(e *env) page {
	answers := ""
	for i, a := range agreeing(e) {
		if i > 0 {
			answers += "   "
		}
		answers += itoa(i+1) + " " + e.say(a)
	}
	question := e.t.T("s23.question")
	head := []string{e.st.Hint.Render(question + "   " + answers), ""}
	if text.Width(question+"   "+answers) > e.w {
		head = []string{e.st.Hint.Render(question), e.st.Hint.Render(answers)}
	}
	return withHeading(s.list.page(s.rows(e), head...))
}

func (s *mySchool) Update(e *env, msg tea.Msg) []effect {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		if key := keyName(k); len(key) == 1 && key[0] >= '1' && int(key[0]-'0') <= len(agreeing(e)) {
			return s.answer(e, int(key[0]-'0'))
		}
	}
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.next(e)
	}
	return nil
}

// answer gives the statement an answer and moves on.
func (s *mySchool) answer(e *env, n int) []effect {
	c, err := plan.AnswerContext(e.plan, s.list.at(s.rows(e)), n)
	s.list.key(s.rows(e), "down", e.h)
	return []effect{commit(c, err)}
}

func (s *mySchool) Actions(e *env) []action {
	return []action{
		{ID: "school.next", Keys: []string{"enter"}, Short: "key.statement", Do: func() []effect { return s.next(e) }},
		{ID: "school.answer", Keys: []string{"1", "2", "3", "4"}, Short: "key.answer"},
		{ID: "school.clear", Keys: []string{"d", "delete"}, Why: reasonUnless(e.plan.Survey.Context[s.list.at(s.rows(e))] > 0, "why.noanswer"),
			Do: func() []effect { return s.clear(e) }},
		{ID: "undo", Keys: []string{"u", "ctrl+z"}, Short: "key.undo", Do: func() []effect { return []effect{undo()} }},
		cardsKey(),
		guaranteesAction(),
	}
}

// clear takes the answer to the statement back.
func (s *mySchool) clear(e *env) []effect {
	c, err := plan.AnswerContext(e.plan, s.list.at(s.rows(e)), 0)
	return []effect{commit(c, err)}
}

// next goes to the next statement, and after the last one back.
func (s *mySchool) next(e *env) []effect {
	rows := s.rows(e)
	all := ids(rows)
	if len(all) == 0 || s.list.at(rows) == all[len(all)-1] {
		return []effect{back()}
	}
	s.list.key(rows, "down", e.h)
	return nil
}
