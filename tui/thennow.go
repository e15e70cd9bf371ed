package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// thenNow is S113: the answers of September beside those of now, in the words
// of the teacher, year under year.
type thenNow struct {
	yearForm
	earlier []plan.Plan // of the years before, oldest first
}

func newThenNow(e *env) screen {
	s := &thenNow{}
	s.arrange(e)
	s.choose(s.firstEmpty(e))
	return s
}

func (s *thenNow) ID() string          { return "S113" }
func (s *thenNow) Step() int           { return 11 }
func (s *thenNow) Audience() string    { return "private" }
func (s *thenNow) Title(e *env) string { return stepTitle(e, 11, e.t.T("s113.part")) }

// Start fetches the years before.
func (s *thenNow) Start(m *Model) tea.Cmd { return fetchYears(m) }

// earlierMsg are the plans of the years before, oldest first.
type earlierMsg struct{ plans []plan.Plan }

// fetchYears reads the other years of the teacher. One that cannot be read is
// left out: it is only looked at.
func fetchYears(m *Model) tea.Cmd {
	var ids []string
	for _, r := range m.rows {
		if r.ID != m.plan.ID && r.Teacher == m.plan.Profile.Name && r.SchoolYear < m.plan.Profile.SchoolYear {
			ids = append(ids, r.ID)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	keeper := m.deps.Keeper
	return func() tea.Msg {
		var out []plan.Plan
		for _, id := range ids {
			if p, _, err := keeper.Load(id); err == nil && !p.IsCopy() {
				out = append(out, p)
			}
		}
		slices.SortStableFunc(out, func(a, b plan.Plan) int { return a.FirstYear() - b.FirstYear() })
		return earlierMsg{out}
	}
}

// questionOrder are the open questions of the survey.
func questionOrder(e *env) []string {
	var out []string
	for _, q := range e.pack().Survey.Open {
		out = append(out, q.ID)
	}
	return out
}

// askedOpenly is an open question of the survey in words.
func askedOpenly(e *env, id string) string {
	for _, q := range e.pack().Survey.Open {
		if q.ID == id {
			return e.say(q.Text)
		}
	}
	return id
}

// asked are the questions that have an answer in some year; with none, all.
func (s *thenNow) asked(e *env) []plan.ThenNow {
	all := plan.ThenAndNow(questionOrder(e), append(slices.Clone(s.earlier), e.plan)...)
	if len(all) > 0 {
		return all
	}
	for _, id := range questionOrder(e) {
		all = append(all, plan.ThenNow{Question: id})
	}
	return all
}

func (s *thenNow) arrange(e *env) {
	var list []field
	for _, q := range s.asked(e) {
		list = append(list, s.kept(q.Question, func() field { return s.question(q.Question) }))
	}
	s.lay(append(list, s.kept("done", func() field {
		return &button{id: "done", label: func(e *env) string { return e.t.T("s113.on") }, do: func(*env) []effect { return []effect{swap(newSummary())} }}
	}))...)
}

// question is one question, with what was answered before above the field.
func (s *thenNow) question(id string) field {
	b := bound{id: "q:" + id, label: "s113.now",
		get: func(e *env) string { return e.plan.Survey.Later[id] },
		set: func(e *env, v string) (plan.Change, error) { return plan.AnswerLater(e.plan, id, v, e.today()) }}
	return &under{field: &wordsField{newTall(b)}, above: func(e *env, w int) []string {
		var out []string
		for _, l := range text.Wrap(askedOpenly(e, id), w) {
			out = append(out, e.st.Title.Render(l))
		}
		for _, q := range s.asked(e) {
			if q.Question != id {
				continue
			}
			for _, y := range q.Years {
				year := text.FormatSchoolYear(y.Year)
				if y.Then != "" {
					out = append(out, hang("  ", e.t.T("s113.then", "Year", year, "Words", y.Then), w, 2)...)
				}
				if y.Now != "" && y.Year != e.plan.Profile.SchoolYear {
					out = append(out, hang("  ", e.t.T("s113.later", "Year", year, "Words", y.Now), w, 2)...)
				}
			}
		}
		return out
	}}
}

func (s *thenNow) firstEmpty(e *env) string {
	for _, q := range s.asked(e) {
		if e.plan.Survey.Later[q.Question] == "" {
			return "q:" + q.Question
		}
	}
	return "done"
}

func (s *thenNow) Open(e *env) {
	s.arrange(e)
	s.form.Open(e)
}

func (s *thenNow) Update(e *env, msg tea.Msg) []effect {
	if y, ok := msg.(earlierMsg); ok {
		s.earlier = y.plans
		s.arrange(e)
		return nil
	}
	return s.yearForm.Update(e, msg)
}

func (s *thenNow) Page(e *env) page {
	p := s.page(e, append(wrapped(e.t.T("s113.reason"), e.w, 0, e.st.Hint.Render), line{})...)
	return p
}
