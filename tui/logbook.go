package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// logbook is S94b: everything that was noted in the year, the newest first.
type logbook struct{ list list }

// A noteOf is one entry of the log of an activity.
type noteOf struct {
	activity plan.Activity
	entry    int
}

func (n noteOf) id() string          { return n.activity.ID + "/" + itoa(n.entry) }
func (n noteOf) what() plan.LogEntry { return n.activity.Log[n.entry] }

// logged are the entries of the plan, the newest first.
func logged(p plan.Plan) []noteOf {
	var out []noteOf
	for _, a := range p.Activities {
		for i := range slices.Backward(a.Log) {
			out = append(out, noteOf{a, i})
		}
	}
	slices.SortStableFunc(out, func(a, b noteOf) int { return b.what().Date.Compare(a.what().Date) })
	return out
}

func (s *logbook) ID() string          { return "S94b" }
func (s *logbook) Title(e *env) string { return e.t.T("s94b.title") }
func (s *logbook) Audience() string    { return "board" }
func (s *logbook) Form() bool          { return false }

func (s *logbook) here(e *env) (noteOf, bool) {
	at := s.list.at(s.rows(e))
	for _, n := range logged(e.plan) {
		if n.id() == at {
			return n, true
		}
	}
	return noteOf{}, false
}

func (s *logbook) Actions(e *env) []action {
	n, ok := s.here(e)
	why := reasonUnless(ok, "why.nologged")
	return []action{
		{ID: "logbook.open", Keys: []string{"enter"}, Short: "key.open", Why: why, Do: func() []effect { return s.enter(e) }},
		{ID: "logbook.new", Keys: []string{"n", "+"}, Short: "key.log", Why: whyNoLogging(e), Do: func() []effect { return []effect{openLogging("")} }},
		{ID: "logbook.remove", Keys: []string{"d", "delete"}, Short: "key.takeaway", Why: why, Do: func() []effect {
			return []effect{inYear(func(p plan.Plan) (plan.Change, error) { return plan.Unlog(p, n.activity.ID, n.entry) },
				say("s94b.removed", "What", muchWords(e, n.what().Hours, n.what().Cost), "Name", shortName(n.activity.Description, 40)))}
		}},
	}
}

// enter opens the activity that it is about.
func (s *logbook) enter(e *env) []effect {
	n, ok := s.here(e)
	if !ok {
		return nil
	}
	return []effect{openItem(func(m *Model) screen { return newActivityAt(m, n.activity.ID, "spent") })}
}

func (s *logbook) rows(e *env) []row {
	var out []row
	list := logged(e.plan)
	for _, n := range list {
		x := n.what()
		hours, cost := text.Nothing, text.Nothing
		if x.Hours > 0 {
			hours = quarters(e, x.Hours)
		}
		if x.Cost > 0 {
			cost = money(e, x.Cost)
		}
		name := e.w - 13 - 18
		out = append(out, row{ID: n.id(), Lines: []string{strings.TrimRight(text.Pad(firstOf(dayText(e, x.Date), text.Nothing), 13)+
			text.Pad(text.Cut(activityName(e, n.activity), name-1), name)+text.PadLeft(hours, 8)+text.PadLeft(cost, 10), " ")}})
	}
	if len(list) == 0 {
		return textRows(e, e.t.T("s94b.none"))
	}
	return out
}

func (s *logbook) Page(e *env) page {
	head := text.Wrap(e.t.T("s94b.reason"), e.w)
	if e.h >= lowWindow {
		head = append(head, "")
	}
	return s.list.page(s.rows(e), head...)
}

func (s *logbook) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.list.update(s.rows(e), msg, max(e.h/2, 1)); id != "" {
		return s.enter(e)
	}
	return nil
}
