package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/continuum"
	"bekwaam/text"
)

// guarantees is S96: the four things that a school promises a starter, as one
// more view of what is in the plan already: answers about the school,
// conditions, agreements, activities, and cards to talk about. Words only.
type guarantees struct{ list list }

func openGuarantees() effect { return open(&guarantees{}) }

// guaranteesAction opens the view from a screen where it helps.
func guaranteesAction() action {
	return action{ID: "guarantees", Keys: []string{"w"}, Short: "key.guarantees", Do: func() []effect { return []effect{openGuarantees()} }}
}

func (s *guarantees) ID() string          { return "S96" }
func (s *guarantees) Title(e *env) string { return e.t.T("s96.title") }
func (s *guarantees) Audience() string    { return "private" }
func (s *guarantees) Form() bool          { return false }

func guaranteesOf(e *env) []continuum.Guarantee { return e.pack().GuaranteesFor(e.fw.ID) }

func (s *guarantees) rows(e *env) []row {
	var out []row
	for _, g := range guaranteesOf(e) {
		r := row{ID: g.Item.ID, Lines: []string{e.st.Title.Render(upperFirst(e.say(g.Item.Name)))}}
		r.Lines = append(r.Lines, hang("  ", e.say(g.Item.Question), e.w, 2)...)
		r.Lines = append(r.Lines, hang("  ", e.st.Label.Render(said(e, g)), e.w, 2)...)
		out = append(out, r, plainRow(""))
	}
	if o, ok := e.pack().Overlay(continuum.GuaranteeOverlay); ok {
		for _, l := range text.Wrap(e.t.T("s96.after", "Name", e.say(o.Name))+" "+sureWords(e, o.Confidence), e.w) {
			out = append(out, plainRow(e.st.Hint.Render(l)))
		}
	}
	return tight(e, out)
}

// said says in words what the plan has about a guarantee.
func said(e *env, g continuum.Guarantee) string {
	var out []string
	count := func(id string, n int) {
		if n > 0 {
			out = append(out, e.t.N(id, n))
		}
	}
	answered := 0
	for _, c := range g.Context {
		if e.plan.Survey.Context[c.ID] > 0 {
			answered++
		}
	}
	count("s96.answers", answered)
	count("s96.conditions", len(writtenConditions(e, g)))
	if slices.Contains(g.Fields, "agreements") {
		count("s96.agreements", len(e.plan.Agreements))
	}
	count("s96.activities", len(activitiesFor(e, g)))
	count("s96.cards", len(g.Cards))
	if len(out) == 0 {
		return e.t.T("s96.nothing")
	}
	return strings.Join(out, ", ")
}

// writtenConditions are the conditions of a guarantee that the plan says
// something about, by the ids of S60.
func writtenConditions(e *env, g continuum.Guarantee) []string {
	return slices.DeleteFunc(conditionsOf(g), func(id string) bool { return conditionText(e.plan.Conditions, id) == "" })
}

// conditionsOf are the conditions that bear on a guarantee.
func conditionsOf(g continuum.Guarantee) []string {
	var out []string
	for _, id := range conditions {
		name := conditionNames[id]
		if slices.Contains(g.Fields, "conditions/"+name) || id == "material" && slices.Contains(g.Fields, "conditions/materials") {
			out = append(out, id)
		}
	}
	return out
}

// activitiesFor are the activities of the plan whose kind bears on a
// guarantee.
func activitiesFor(e *env, g continuum.Guarantee) []string {
	var out []string
	for _, a := range e.plan.LiveActivities() {
		if slices.ContainsFunc(g.Kinds, func(k *continuum.ActivityKind) bool { return k.ID == a.Kind }) {
			out = append(out, a.ID)
		}
	}
	return out
}

func (s *guarantees) Page(e *env) page {
	return s.list.page(s.rows(e), e.st.Hint.Render(text.Cut(e.t.T("s96.reason"), e.w)), "")
}

func (s *guarantees) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e)
	}
	return nil
}

func (s *guarantees) Actions(e *env) []action {
	return []action{{ID: "guarantees.open", Keys: []string{"enter"}, Short: "key.open", Do: func() []effect { return s.enter(e) }}}
}

func (s *guarantees) enter(e *env) []effect {
	if id := s.list.at(s.rows(e)); id != "" {
		return []effect{open(&guarantee{id: id})}
	}
	return nil
}
