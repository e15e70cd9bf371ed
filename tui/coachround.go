package tui

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// coachRound is S70: a last look at the plan, with questions.
type coachRound struct{ list list }

func newCoachRound(m *Model) screen {
	s := &coachRound{}
	s.list.choose("on")
	return s
}

func (s *coachRound) ID() string          { return "S70" }
func (s *coachRound) Step() int           { return 7 }
func (s *coachRound) Title(e *env) string { return stepTitle(e, 7, "") }
func (s *coachRound) Audience() string    { return "coach" }
func (s *coachRound) Form() bool          { return false }

func (s *coachRound) Actions(e *env) []action {
	return []action{
		{ID: "round.open", Keys: []string{"enter"}, Short: "key.dothis", Do: func() []effect { return s.enter(e, s.list.at(s.rows(e))) }},
		{ID: "next", Keys: []string{">"}, Short: "key.on", Do: func() []effect { return []effect{openStep(8)} }},
		cardsKey(),
		guaranteesAction(),
	}
}

// asked is a question of the checks with the item that it is about.
type asked struct {
	check, item string
	words       string
}

// questions are the checks as sentences, an item in front where there is one.
func questions(e *env) []asked {
	var out []asked
	for _, q := range plan.Questions(e.plan, e.pack(), e.today()) {
		c, ok := e.pack().Check(q.Check)
		if !ok {
			continue
		}
		words := e.say(c.Text)
		if len(q.About) == 0 {
			out = append(out, asked{check: q.Check, words: words})
		}
		for _, id := range q.About {
			a := asked{check: q.Check, item: id, words: words}
			if name := calls(e, id); name != "" {
				a.words = name + ": " + lowerFirst(words)
			}
			out = append(out, a)
		}
	}
	return out
}

// calls is what a question calls an item: goal 2, or its own name.
func calls(e *env, id string) string {
	if n := goalNumber(e.plan, id); n > 0 {
		return e.t.T("s70.goal", "Number", n)
	}
	if l, ok := e.pack().Entitlement(id); ok {
		return e.say(l.Topic)
	}
	return itemName(e.plan, id)
}

func (s *coachRound) rows(e *env) []row {
	var out []row
	qs := questions(e)
	for i, q := range qs {
		out = append(out, row{ID: "q" + itoa(i), Lines: text.Wrap(q.words, e.w)})
	}
	if len(qs) == 0 {
		out = append(out, plainRow(text.Wrap(e.t.T("s70.none"), e.w)...))
	}
	out = append(out, plainRow(""))
	talk := e.t.T("s70.nocoach")
	if c := e.plan.Profile.Coach; c != nil {
		talk = e.t.T("s70.coach", "Name", c.Name)
	}
	out = append(out, plainRow(text.Wrap(talk, e.w)...), plainRow(""))
	out = append(out, openingRows(e)...)
	return append(out, row{ID: "on", Lines: []string{"[ " + stepButton(e, 8) + " ]"}})
}

func (s *coachRound) Page(e *env) page {
	head := []string{e.st.Hint.Render(text.Cut(e.t.T("s70.reason"), e.w)), ""}
	if len(questions(e)) > 0 {
		head = append(head, e.st.Title.Render(e.t.T("s70.questions")))
	}
	return s.list.page(s.rows(e), head...)
}

func (s *coachRound) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e, id)
	}
	return nil
}

// enter goes to the place that a question is about.
func (s *coachRound) enter(e *env, id string) []effect {
	if id == "values" {
		return []effect{openCards(valueList)}
	}
	n, err := strconv.Atoi(strings.TrimPrefix(id, "q"))
	qs := questions(e)
	if id == "on" || err != nil || n >= len(qs) {
		return []effect{openStep(8)}
	}
	return toItem(e, qs[n].check, qs[n].item)
}

// askedField is the field in which a question can be answered.
var askedField = map[string]string{"no-pupil": "why", "content": "title", "coherence": "school", "evidence": "evidence", "deadline": "deadline",
	"hours-none": "hours", "payer": "payer", "mandated": "ordered", "entitlement-old": "checked"}

// toItem opens the screen on which a question can be answered.
func toItem(e *env, check, item string) []effect {
	has := func(list []string) bool { return slices.Contains(list, check) }
	switch {
	case slices.ContainsFunc(e.plan.Goals, func(g plan.Goal) bool { return g.ID == item }):
		return []effect{openStep(4), openItem(func(m *Model) screen {
			s := newGoal(m, item).(*goalForm)
			s.choose(askedField[check])
			return s
		})}
	case slices.ContainsFunc(e.plan.Activities, func(a plan.Activity) bool { return a.ID == item }):
		return []effect{openStep(5), openItem(func(m *Model) screen { return newActivityAt(m, item, firstOf(askedField[check], "what")) })}
	case slices.ContainsFunc(e.plan.Agreements, func(a plan.Agreement) bool { return a.ID == item }):
		return []effect{openStep(6), openItem(func(m *Model) screen { return newAgreement(m, item) })}
	case slices.ContainsFunc(e.plan.EntitlementLines, func(l plan.Line) bool { return l.Line == item }):
		return []effect{openStep(5), openItem(func(m *Model) screen {
			s := newLine(m, item).(*entitlement)
			s.choose(askedField[check])
			return s
		})}
	case has([]string{"active", "duration", "collective", "feedback", "practice"}):
		return []effect{openStep(5)}
	case has([]string{"ask-load"}):
		return []effect{openStep(6)}
	case has([]string{"coach-sep", "privacy-name", "privacy-health"}):
		return []effect{openStep(1)}
	}
	return []effect{openStep(4)}
}

func openItem(make func(*Model) screen) effect {
	return func(m *Model) tea.Cmd { return m.push(make(m)) }
}

// openingRows are the values that open the talk, as one row.
func openingRows(e *env) []row {
	values := valueItems(e)
	if len(values) == 0 {
		return nil
	}
	opening := row{ID: "values"}
	var names []string
	for _, x := range values {
		names = append(names, x.Term)
		opening.Lines = append(opening.Lines, termLines(e, x, termCells(e, values))...)
	}
	if e.h < lowWindow { // the questions of the plan need the room
		opening.Lines = text.Wrap(strings.Join(names, " · "), e.w)
	}
	return []row{plainRow(e.st.Title.Render(e.t.T("sheet.opening"))), opening, plainRow("")}
}
