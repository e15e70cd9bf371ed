package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// carryOver is S111: what goes along to the next year and what stays behind.
type carryOver struct{ list list }

func newCarry() screen { return &carryOver{} }

func (s *carryOver) ID() string       { return "S111" }
func (s *carryOver) Step() int        { return 11 }
func (s *carryOver) Audience() string { return "private" }
func (s *carryOver) Form() bool       { return false }
func (s *carryOver) Title(e *env) string {
	return stepTitle(e, 11, e.t.T("s111.part", "Year", text.FormatSchoolYear(nextSchoolYear(e.plan))))
}

func (s *carryOver) Page(e *env) page {
	p := s.list.page(tight(e, s.rows(e)), hintLines(e, e.t.T("s111.reason"))...)
	if e.h >= lowWindow {
		p.Head = append(p.Head, line{})
	}
	return p
}

func (s *carryOver) rows(e *env) []row {
	on := plan.GoesAlong(e.plan)
	var out []row
	block := func(title string, rows []row) {
		if len(rows) > 0 {
			out = append(append(append(out, plainRow(e.st.Title.Render(e.t.T(title)))), rows...), plainRow(""))
		}
	}
	item := func(list []string, id, name, words string) row {
		box := "[ ] "
		if slices.Contains(list, id) {
			box = e.st.Chosen.Render("[x] ")
		}
		wide := min(34, e.w-24)
		return row{ID: id, Lines: []string{box + text.Pad(text.Cut(name, wide-2), wide) + e.st.Label.Render(text.Cut(words, e.w-wide-4))}}
	}
	var goals, activities, agreements []row
	for _, g := range e.plan.Goals {
		name := firstOf(itemName(e.plan, g.ID), e.t.T("s40.unasked"))
		if n := goalNumber(e.plan, g.ID); n > 0 {
			name = itoa(n) + " " + name
		}
		goals = append(goals, item(on.Goals, g.ID, name, s.goalWords(e, g)))
	}
	for _, a := range e.plan.Activities {
		if a.Status != plan.Done && a.Status != plan.Dropped {
			activities = append(activities, item(on.Activities, a.ID, itemName(e.plan, a.ID), leftWords(e, a)))
		}
	}
	for _, a := range e.plan.Agreements {
		if a.Open() {
			agreements = append(agreements, item(on.Agreements, a.ID, itemName(e.plan, a.ID), a.Who))
		}
	}
	block("s111.goals", goals)
	block("s111.activities", activities)
	block("s111.agreements", agreements)
	if len(out) == 0 {
		out = append(textRows(e, e.t.T("s111.none")), plainRow(""))
	}
	out = append(out, plainRow(text.Wrap(e.t.T("s111.always", "Evidence", e.t.N("s05.d.evidence", len(e.plan.Evidence))), e.w)...),
		plainRow(text.Wrap(e.t.T("s111.never"), e.w)...), plainRow(""))
	if !isClosed(e.plan) {
		out = append(out, row{ID: "on", Lines: []string{"[ " + text.Cut(e.t.T("s115.close", "Year", text.FormatSchoolYear(e.plan.Profile.SchoolYear)), e.w-4) + " ]"}})
	}
	return out
}

// goalWords say what became of a goal.
func (s *carryOver) goalWords(e *env, g plan.Goal) string {
	if g.KeptFor != "" {
		return e.t.T("goal.kept-for", "Year", text.FormatSchoolYear(g.KeptFor))
	}
	x, said := evaluated(e.plan, g.ID)
	switch {
	case x.Outcome != "":
		return e.t.T("outcome." + x.Outcome)
	case said:
		return e.t.T("s115.goal.said")
	}
	return e.t.T("s115.goal.open")
}

// leftWords say how many hours of an activity are left.
func leftWords(e *env, a plan.Activity) string {
	spent, _ := a.Spent()
	if a.Hours == nil || spent >= *a.Hours {
		return ""
	}
	return e.t.T("s111.left", "Hours", text.FormatQuarters(int(*a.Hours-spent), e.lang()))
}

func (s *carryOver) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e)
	}
	return nil
}

func (s *carryOver) Actions(e *env) []action {
	return []action{
		{ID: "carry.do", Keys: []string{"enter"}, Short: "key.dothis", Do: func() []effect { return s.enter(e) }},
		{ID: "carry.tick", Keys: []string{"space", "m"}, Short: "key.tick", Why: whyClosed(e), Do: func() []effect { return s.tick(e) }},
		{ID: "undo", Keys: []string{"u"}, Short: "key.undo", Do: func() []effect { return []effect{undo()} }},
	}
}

func (s *carryOver) enter(e *env) []effect {
	if s.list.at(s.rows(e)) == "on" {
		return toClose(e)
	}
	return s.tick(e)
}

func (s *carryOver) tick(e *env) []effect {
	id := s.list.at(s.rows(e))
	if id == "on" || id == "" {
		return nil
	}
	on := plan.GoesAlong(e.plan)
	along := !slices.Contains(slices.Concat(on.Goals, on.Activities, on.Agreements), id)
	return thawed(e, func(e *env) []effect { return []effect{commit(plan.GoesOn(e.plan, id, along))} })
}
