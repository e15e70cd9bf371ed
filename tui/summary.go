package tui

import (
	"bekwaam/plan"
	"bekwaam/text"
)

// summary is S110b: what the board may read about the year.
type summary struct{ yearForm }

func newSummary() screen {
	s := &summary{}
	b := bound{id: "summary", label: "s110b.summary",
		get: func(e *env) string { return look(e).SummaryForBoard },
		set: func(e *env, v string) (plan.Change, error) {
			return s.edit(e, "summary_for_board", func(x *plan.Evaluation) { x.SummaryForBoard = v })
		}}
	d := bound{id: "date", label: "s110b.date", width: 24, preset: true,
		get: func(e *env) string { return dayText(e, look(e).Date) },
		set: func(e *env, v string) (plan.Change, error) {
			day, err := readDay(e, v)
			if err == nil && day.IsZero() {
				err = &text.ParseError{Kind: text.KindDate, Code: text.CodeEmpty, Input: v}
			}
			if err != nil {
				return plan.Change{}, err
			}
			return s.edit(e, "date", func(x *plan.Evaluation) { x.Date = day })
		}}
	share := &tickField{id: "share", label: func(e *env) string { return e.t.T("s110b.share") },
		get: func(e *env) bool { return e.plan.Share.Evaluation },
		set: func(e *env, on bool) (plan.Change, error) {
			return plan.EditShare(e.plan, "evaluation", func(x *plan.Share) { x.Evaluation = on })
		}}
	words := newTall(b)
	words.in.MinHeight = 4
	s.lay(&wordsField{words}, newText(d), &under{field: share, above: s.along},
		&button{id: "done", blank: true, label: func(e *env) string { return e.t.T("s110b.on") }, do: s.on})
	return s
}

// look is the look back at the end as the plan has it, or as it begins: today.
func look(e *env) plan.Evaluation {
	var x plan.Evaluation
	if e.plan.Evaluation != nil {
		x = *e.plan.Evaluation
	}
	if x.Date.IsZero() && !isClosed(e.plan) {
		x.Date = e.today()
	}
	return x
}

// edit changes the look back; its first words bring its day along.
func (s *summary) edit(e *env, name string, do func(*plan.Evaluation)) (plan.Change, error) {
	day := look(e).Date
	return plan.EditEvaluation(e.plan, name, func(x *plan.Evaluation) { x.Date = day; do(x) })
}

func (s *summary) ID() string          { return "S110b" }
func (s *summary) Step() int           { return 11 }
func (s *summary) Audience() string    { return "board" }
func (s *summary) Title(e *env) string { return stepTitle(e, 11, e.t.T("s110b.part")) }

// along is what goes to the board beside the summary.
func (s *summary) along(e *env, w int) []string {
	out := []string{"", e.st.Title.Render(e.t.T("s110b.also"))}
	out = append(out, text.Wrap(e.t.T("s110b.counts", "Goals", e.t.N("s05.d.goals", len(e.plan.LiveGoals())),
		"Activities", e.t.N("s05.d.activities", len(e.plan.LiveActivities())), "Agreements", e.t.N("s05.d.agreements", len(e.plan.Agreements))), w)...)
	return append(out, "", e.st.Title.Render(e.t.T("s110b.ticked")))
}

func (s *summary) Page(e *env) page {
	return s.page(e, append(wrapped(e.t.T("s110b.reason"), e.w, 0, e.st.Hint.Render), line{})...)
}

// on writes down on which day the year was looked back on, and goes on.
func (s *summary) on(e *env) []effect {
	on := swap(newCarry())
	if isClosed(e.plan) || e.plan.IsCopy() {
		return []effect{on}
	}
	return append(thawed(e, func(e *env) []effect {
		return []effect{commit(s.edit(e, "date", func(*plan.Evaluation) {}))}
	}), on)
}
