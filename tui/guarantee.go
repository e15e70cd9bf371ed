package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/continuum"
	"bekwaam/text"
)

// guarantee is S96b: what bears on one guarantee, and the way to each thing.
type guarantee struct {
	list list
	id   string
}

func (s *guarantee) ID() string       { return "S96b" }
func (s *guarantee) Audience() string { return "private" }
func (s *guarantee) Form() bool       { return false }

func (s *guarantee) here(e *env) continuum.Guarantee {
	for _, g := range guaranteesOf(e) {
		if g.Item.ID == s.id {
			return g
		}
	}
	return continuum.Guarantee{}
}

func (s *guarantee) Title(e *env) string {
	return e.t.T("s96.one", "Name", upperFirst(e.say(s.here(e).Item.Name)))
}

// The rows of the screen: a statement, a condition, an agreement, an activity
// or a card by what follows.
const (
	statementRow = "statement/"
	conditionRow = "condition/"
	agreedRow    = "agreement/"
	activityRow  = "activity/"
	cardRow      = "card/"
)

func (s *guarantee) rows(e *env) []row {
	g := s.here(e)
	out := hintRows(e, e.say(g.Item.Question))
	section := func(head string, rows []row) {
		if len(rows) == 0 {
			return
		}
		out = append(append(append(out, plainRow(e.st.Title.Render(e.t.T(head)))), rows...), plainRow(""))
	}
	var statements, needs, agreed, doing, cards []row
	for _, c := range g.Context {
		answer := text.Nothing
		if n := e.plan.Survey.Context[c.ID]; n > 0 && n <= len(agreeing(e)) {
			answer = e.say(agreeing(e)[n-1])
		}
		ls := text.Wrap(e.say(c.Text), e.w-answerWidth-2)
		ls[0] = text.Pad(ls[0], e.w-answerWidth) + e.st.Label.Render(answer)
		statements = append(statements, row{ID: statementRow + c.ID, Lines: ls})
	}
	for _, id := range conditionsOf(g) {
		words := firstOf(strings.ReplaceAll(conditionText(e.plan.Conditions, id), "\n", " · "), text.Nothing)
		needs = append(needs, row{ID: conditionRow + id, Lines: hang(e.st.Label.Render(text.Pad(e.t.T("s60."+id), conditionLabels)), words, e.w, conditionLabels)})
	}
	if slices.Contains(g.Fields, "agreements") {
		for _, a := range e.plan.Agreements {
			agreed = append(agreed, row{ID: agreedRow + a.ID, Lines: text.Wrap(joinedWords(": ", a.Who, a.What), e.w)})
		}
	}
	for _, id := range activitiesFor(e, g) {
		doing = append(doing, row{ID: activityRow + id, Lines: text.Wrap(calls(e, id), e.w)})
	}
	for _, c := range g.Cards {
		r := row{ID: cardRow + c.ID, Lines: text.Wrap(e.say(c.Title), e.w)}
		if s.list.sel == r.ID {
			r.Lines = append(r.Lines, hang("  ", e.st.Label.Render(e.say(c.Description)), e.w, 2)...)
		}
		cards = append(cards, r)
	}
	section("s96.h.statements", statements)
	section("s96.h.conditions", needs)
	section("s96.h.agreements", agreed)
	section("s96.h.activities", doing)
	section("s96.h.cards", cards)
	return out[:len(out)-1]
}

// joinedWords joins what is not empty.
func joinedWords(sep string, words ...string) string {
	return strings.Join(slices.DeleteFunc(words, func(s string) bool { return s == "" }), sep)
}

// Open unfolds the first row.
func (s *guarantee) Open(e *env) { s.list.at(s.rows(e)) }

func (s *guarantee) Page(e *env) page { return withHeading(s.list.page(s.rows(e))) }

func (s *guarantee) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e)
	}
	return nil
}

func (s *guarantee) Actions(e *env) []action {
	return []action{{ID: "guarantees.to", Keys: []string{"enter"}, Short: "key.open", Do: func() []effect { return s.enter(e) }}}
}

// enter goes to where the selected thing is written.
func (s *guarantee) enter(e *env) []effect {
	kind, id, _ := strings.Cut(s.list.at(s.rows(e)), "/")
	switch kind + "/" {
	case statementRow:
		return []effect{func(m *Model) tea.Cmd {
			school := newMySchool(m.env())
			school.list.choose(id)
			return m.push(school)
		}}
	case conditionRow:
		return []effect{openStep(6), func(m *Model) tea.Cmd {
			if a, ok := m.top().(*agreementList); ok {
				a.list.choose(id)
			}
			return nil
		}}
	case agreedRow:
		return toItem(e, "agreements", id)
	case activityRow:
		return toItem(e, "activities", id)
	case cardRow:
		return []effect{open(&sheetPage{view: cardList, id: id, reader: -1})}
	}
	return nil
}
