package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// friday is S98: the sign of each goal as a question of one's own, answered
// once a week with one key, and the answers of the year. Nobody else sees it.
type friday struct {
	list  list
	words inPlace
	goal  string // whose question is being written
}

func openFriday(goal string) effect {
	return openItem(func(m *Model) screen {
		s := &friday{}
		s.words = newInPlace("question", func(e *env) string { return countOf(e.plan, s.goal).Question }, func(e *env, v string) (plan.Change, error) {
			return plan.AskOnFriday(e.plan, s.goal, strings.Join(strings.Fields(v), " "))
		})
		s.list.choose(firstOf(goal, firstUncounted(m.env())))
		return s
	})
}

// fridayAction is the key that opens it from a screen that shows no goal.
func fridayAction(e *env) action {
	short := ""
	if slices.ContainsFunc(e.plan.Goals, func(g plan.Goal) bool { return g.OwnCount != nil }) && !e.plan.IsCopy() {
		short = "key.friday"
	}
	return action{ID: "count.open", Keys: []string{"f"}, Short: short, Why: whyNoFriday(e), Do: func() []effect { return []effect{openFriday("")} }}
}

func whyNoFriday(e *env) string {
	switch {
	case e.plan.ID == "":
		return "why.noplan"
	case e.plan.IsCopy():
		return "err.copy"
	case len(e.plan.LiveGoals()) == 0:
		return "why.nogoal"
	}
	return ""
}

// countOf is the Friday question of a goal, empty where it has none.
func countOf(p plan.Plan, goal string) plan.OwnCount {
	for _, g := range p.Goals {
		if g.ID == goal && g.OwnCount != nil {
			return *g.OwnCount
		}
	}
	return plan.OwnCount{}
}

// markNow is the answer of this week, "" for none.
func markNow(e *env, goal string) string {
	for _, x := range countOf(e.plan, goal).Marks {
		if plan.Monday(x.Date) == plan.Monday(e.today()) {
			return x.Mark
		}
	}
	return ""
}

// firstUncounted is the first goal whose question has no answer this week.
func firstUncounted(e *env) string {
	for _, g := range e.plan.LiveGoals() {
		if g.OwnCount != nil && markNow(e, g.ID) == "" {
			return g.ID
		}
	}
	return ""
}

func (s *friday) ID() string          { return "S98" }
func (s *friday) Title(e *env) string { return e.t.T("s98.title") }
func (s *friday) Audience() string    { return "private" }
func (s *friday) Form() bool          { return s.words.on }

func (s *friday) Leave(e *env) []effect { return s.words.close(e) }
func (s *friday) Pause(e *env) []effect { return s.words.keep(e) }
func (s *friday) Holding() bool         { return s.words.held() }

func (s *friday) Actions(e *env) []action {
	if s.words.on {
		return []action{{ID: "count.written", Keys: []string{"esc"}, Short: "key.ready", Do: func() []effect { return s.words.close(e) }}}
	}
	id := s.list.at(s.rows(e))
	why := whyClosed(e)
	if why == "" && countOf(e.plan, id).Question == "" {
		why = "why.noquestion"
	}
	var out []action
	for i, m := range plan.Marks {
		out = append(out, action{ID: "count." + m, Keys: []string{itoa(i + 1)}, Short: "s98.mark." + m, Why: why, Do: func() []effect { return s.mark(e, id, m) }})
	}
	return append(out,
		action{ID: "count.ask", Keys: []string{"enter", "t"}, Short: "key.question", Why: whyClosed(e), Do: func() []effect { return s.write(id) }},
		action{ID: "count.unmark", Keys: []string{"d", "delete"}, Why: reasonUnless(markNow(e, id) != "", "why.nomark"), Do: func() []effect { return s.mark(e, id, "") }})
}

// mark answers for this week; the next question without an answer is in hand
// then.
func (s *friday) mark(e *env, goal, mark string) []effect {
	today := e.today()
	said := say("s98.unmarked")
	if mark != "" {
		said = say("s98.marked", "Answer", e.t.T("s98.mark."+mark))
	}
	return []effect{inYear(func(p plan.Plan) (plan.Change, error) { return plan.MarkWeek(p, goal, today, mark) }, said,
		func(m *Model) tea.Cmd {
			if next := firstUncounted(m.env()); mark != "" && next != "" {
				s.list.choose(next)
			}
			return nil
		})}
}

// write opens the question of a goal.
func (s *friday) write(goal string) []effect {
	return []effect{func(m *Model) tea.Cmd {
		var cmd tea.Cmd
		if m.plan.State == plan.Active {
			cmd = freshVersion(m)
		}
		if why := m.env().readOnly(); why != "" {
			return tea.Batch(cmd, attend(why)(m))
		}
		s.goal = goal
		s.list.choose(goal)
		s.words.open(m.env())
		return cmd
	}}
}

func (s *friday) rows(e *env) []row {
	var out []row
	for _, g := range e.plan.LiveGoals() {
		r := row{ID: g.ID, Lines: []string{text.Cut(goalTitle(e, g), e.w)}}
		switch {
		case s.words.on && s.goal == g.ID:
			r.Lines = append(r.Lines, s.words.lines(e, 2)...)
		case g.OwnCount == nil:
			r.Lines = append(r.Lines, indented(text.Wrap(e.t.T("s98.noquestion"), e.w-2), 2)...)
			r.Lines[1] = e.st.Hint.Render(r.Lines[1])
		default:
			r.Lines = append(r.Lines, indented(text.Wrap(g.OwnCount.Question, e.w-2), 2)...)
			if now := markNow(e, g.ID); now != "" {
				r.Lines = append(r.Lines, "  "+e.st.Done.Render("✓")+" "+e.t.T("s98.thisweek", "Answer", e.t.T("s98.mark."+now)))
			} else {
				r.Lines = append(r.Lines, "  ○ "+e.t.T("s98.open"))
			}
			r.Lines = append(r.Lines, indented(stripLines(e, g), 2)...)
		}
		out = append(out, r, plainRow(""))
	}
	if len(out) == 0 {
		return textRows(e, e.t.T("s98.none"))
	}
	return append(out, textRows(e, e.st.Label.Render(text.Cut(e.t.T("s98.legend"), e.w)))...)
}

// stripLines are the weeks of the year, a letter for each answer, below the
// first letters of the months; nothing where nothing was answered.
func stripLines(e *env, g plan.Goal) []string {
	weeks := plan.Strip(e.plan, g)
	if len(weeks) == 0 || len(g.OwnCount.Marks) == 0 {
		return nil
	}
	months, marks, month := "", "", 0
	for i, w := range weeks {
		letter := " "
		if sunday := w.Monday.AddDays(6); sunday.Month != month && i < len(weeks)-1 { // the last week may touch the next August
			month = sunday.Month
			letter = string([]rune(text.FormatMonth(sunday.YearMonth(), e.lang(), text.Short))[:1])
		}
		months += letter
		if w.Mark == "" {
			marks += "·"
		} else {
			marks += e.t.T("s98.letter." + w.Mark)
		}
	}
	return []string{e.st.Label.Render(months), marks}
}

func (s *friday) Page(e *env) page {
	var head []string
	if e.h >= lowWindow {
		head = append(text.Wrap(e.t.T("s98.reason"), e.w), "")
	}
	p := s.list.page(tight(e, s.rows(e)), head...)
	if s.words.on {
		s.words.place(e, &p, s.goal, 1, 2)
	}
	return p
}

func (s *friday) Update(e *env, msg tea.Msg) []effect {
	if s.words.on {
		if k, ok := msg.(tea.KeyPressMsg); ok && k.String() == "enter" { // a question is one line
			return s.words.close(e)
		}
		return s.words.update(e, msg)
	}
	if id, _ := s.list.update(s.rows(e), msg, max(e.h/2, 1)); id != "" {
		return s.write(id)
	}
	return nil
}
