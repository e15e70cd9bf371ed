package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"bekwaam/plan"
	"bekwaam/text"
)

// isClosed reports whether the year of a plan is closed.
func isClosed(p plan.Plan) bool { return p.State == plan.Closed || p.State == plan.Judged }

// closing is S115, step 11: what there is to look back on, what goes along,
// and closing the year; in a closed year the same to read.
type closing struct{ list list }

// closingScreens are the overview and, once the end is near, the first goal of
// which nothing is said yet.
func closingScreens(m *Model) []screen {
	out := []screen{&closing{}}
	if open := m.plan.NotLookedBackOn(); len(open) > 0 && slices.Contains(plan.StepsDue(m.plan, m.env().today(), 11), 11) {
		out = append(out, newClosingGoal(m.env(), open[0].ID))
	}
	return out
}

func (s *closing) ID() string          { return "S115" }
func (s *closing) Step() int           { return 11 }
func (s *closing) Title(e *env) string { return stepTitle(e, 11, "") }
func (s *closing) Audience() string    { return "private" }
func (s *closing) Form() bool          { return false }

// Open puts the mark on the first goal of which nothing is said, and then on
// what leads on.
func (s *closing) Open(e *env) {
	if s.list.sel != "" {
		return
	}
	s.list.choose("on")
	if open := e.plan.NotLookedBackOn(); len(open) > 0 && !isClosed(e.plan) {
		s.list.choose(goalField + open[0].ID)
	}
}

// A closingRow is a row with words at its right.
type closingRow struct{ id, left, right string }

// paired lays rows out with the words at the right in one column, as far to
// the right as the longest name needs.
func paired(e *env, list []closingRow) []row {
	names := 30
	for _, x := range list {
		names = max(names, ansi.StringWidth(x.left)+2)
	}
	names = min(names, e.w-26)
	var out []row
	for _, x := range list {
		if x.id == "" {
			out = append(out, plainRow(""))
			continue
		}
		left := ansi.Truncate(x.left, names-2, "…")
		out = append(out, row{ID: x.id, Lines: []string{left + spaces(names-ansi.StringWidth(left)) + e.st.Label.Render(text.Cut(x.right, e.w-names))}})
	}
	return out
}

func (s *closing) rows(e *env) []row {
	p := e.plan
	var out []row
	if len(p.LiveGoals()) == 0 {
		out = append(out, textRows(e, e.t.T("s115.nogoals"))...)
	}
	var list []closingRow
	add := func(id, left, right string) { list = append(list, closingRow{id, left, right}) }
	for i, g := range p.LiveGoals() {
		mark, words := "○", e.t.T("s115.goal.open")
		if ev, said := evaluated(p, g.ID); said {
			mark, words = e.st.Done.Render("✓"), e.t.T("s115.goal.said")
			if ev.Outcome != "" {
				words = e.t.T("outcome." + ev.Outcome)
			}
		}
		add(goalField+g.ID, mark+" "+itoa(i+1)+" "+firstOf(itemName(p, g.ID), e.t.T("s40.unasked")), words)
	}
	add("", "", "")
	if l := p.Letter; l != nil {
		words := e.t.T("s115.letter.shut")
		if _, open := plan.OpenLetter(p); open {
			words = e.t.T("s115.letter.open", "Date", dayText(e, l.Date))
		}
		add("letter", e.t.T("s115.letter"), words)
	}
	later := e.t.T("s115.then.none")
	if n := len(p.Survey.Later); n > 0 {
		later = e.t.N("s115.then.n", n)
	}
	add("then", e.t.T("s115.then"), later)
	summary := e.t.T("s115.empty")
	if p.Evaluation != nil && p.Evaluation.SummaryForBoard != "" {
		summary = e.t.T("s115.written")
	}
	add("summary", e.t.T("s115.summary"), summary)
	add("along", e.t.T("s115.along", "Year", text.FormatSchoolYear(nextSchoolYear(p))), alongWords(e))
	add("decide", e.t.T("s115.decide"), decisionWords(e))
	add("", "", "")
	return append(append(out, paired(e, list)...), s.ends(e)...)
}

// ends are the rows that close the year, or that a closed one has.
func (s *closing) ends(e *env) []row {
	year := text.FormatSchoolYear(e.plan.Profile.SchoolYear)
	button := func(words string) row { return row{ID: "on", Lines: []string{"[ " + text.Cut(words, e.w-4) + " ]"}} }
	switch {
	case e.plan.Correcting():
		return []row{button(e.t.T("s115.corrected", "Version", e.plan.WorkingVersion))}
	case isClosed(e.plan):
		return []row{button(e.t.T("s115.report")),
			{ID: "next", Lines: []string{text.Cut(e.t.T("s115.next", "Year", text.FormatSchoolYear(nextSchoolYear(e.plan))), e.w)}},
			{ID: "correct", Lines: []string{text.Cut(e.t.T("s115.correct", "Version", e.plan.WorkingVersion+1), e.w)}}}
	}
	return []row{button(e.t.T("s115.close", "Year", year))}
}

// evaluated is what is said about a goal at the end of the year, and whether
// that is a word at least.
func evaluated(p plan.Plan, goal string) (plan.GoalEvaluation, bool) {
	if p.Evaluation != nil {
		for _, x := range p.Evaluation.PerGoal {
			if x.Goal == goal {
				return x, x.Result != "" || x.Reason != ""
			}
		}
	}
	return plan.GoalEvaluation{Goal: goal}, false
}

// alongWords count what goes along to the next year.
func alongWords(e *env) string {
	on := plan.GoesAlong(e.plan)
	var parts []string
	for _, x := range []struct {
		id string
		n  int
	}{{"s05.d.goals", len(on.Goals)}, {"s05.d.activities", len(on.Activities)}, {"s05.d.agreements", len(on.Agreements)}} {
		if x.n > 0 {
			parts = append(parts, e.t.N(x.id, x.n))
		}
	}
	if len(parts) == 0 {
		return e.t.T("s115.along.none")
	}
	return strings.Join(parts, ", ")
}

// decisionWords are the phase that was recorded last, with its day.
func decisionWords(e *env) string {
	d := e.plan.Profile.PhaseRecorded
	if a := e.plan.Assessment; a != nil && a.Decision != nil {
		d = a.Decision
	}
	if d == nil || d.Phase == "" {
		return e.t.T("s115.decide.none")
	}
	return phaseName(e, d.Phase) + ", " + dayText(e, d.Date)
}

func (s *closing) Page(e *env) page {
	id := "s115.reason"
	switch {
	case e.plan.Correcting():
		id = "s115.reason.correcting"
	case isClosed(e.plan):
		id = "s115.reason.closed"
	}
	rows := s.rows(e)
	p := s.list.page(tight(e, rows), hintLines(e, e.t.T(id))...)
	if e.h >= lowWindow {
		p.Head = append(p.Head, line{})
	}
	return p
}

func (s *closing) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e)
	}
	return nil
}

func (s *closing) Actions(e *env) []action {
	return []action{
		{ID: "closing.open", Keys: []string{"enter"}, Short: "key.open", Do: func() []effect { return s.enter(e) }},
		{ID: "closing.along", Anywhere: true, Keys: []string{"m"}, Short: "key.along", Do: func() []effect { return []effect{open(newCarry())} }},
		{ID: "closing.decide", Anywhere: true, Do: func() []effect { return []effect{openItem(newDecide)} }},
		{ID: "undo", Keys: []string{"u"}, Short: "key.undo", Do: func() []effect { return []effect{undo()} }},
	}
}

func (s *closing) enter(e *env) []effect {
	id := s.list.at(s.rows(e))
	if goal, ok := strings.CutPrefix(id, goalField); ok {
		return []effect{open(newClosingGoal(e, goal))}
	}
	switch id {
	case "letter":
		return []effect{open(newReadLetter())}
	case "then":
		return []effect{open(newThenNow(e))}
	case "summary":
		return []effect{open(newSummary())}
	case "along":
		return []effect{open(newCarry())}
	case "decide":
		return []effect{openItem(newDecide)}
	case "next":
		return nextPlan(e)
	case "correct":
		c, err := plan.Correct(e.plan, e.actor())
		return []effect{commitSaying(c, err, "s115.correcting", "Version", e.plan.WorkingVersion+1), s.top()}
	case "on":
		return s.on(e)
	}
	return nil
}

// on is what leads on: to closing the year, to its report, or it ends what was
// put right.
func (s *closing) on(e *env) []effect {
	switch {
	case e.plan.Correcting():
		c, err := plan.Corrected(e.plan, e.actor())
		return []effect{commitSaying(c, err, "s115.corrected.done", "Version", e.plan.WorkingVersion), s.top()}
	case isClosed(e.plan):
		return []effect{openStep(8)}
	}
	return toClose(e)
}

func (s *closing) top() effect {
	return func(m *Model) tea.Cmd { s.list = list{}; s.Open(m.env()); return nil }
}

// toClose asks whether to close the year, or says what is still to be done.
func toClose(e *env) []effect {
	if e.plan.State != plan.Active {
		return []effect{attend("s115.notrunning")}
	}
	if open := e.plan.NotLookedBackOn(); len(open) > 0 {
		return []effect{attend("s115.goalsopen", "Name", firstOf(itemName(e.plan, open[0].ID), e.t.T("s40.unasked")))}
	}
	return []effect{open(&closeYear{})}
}
