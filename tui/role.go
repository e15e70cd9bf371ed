package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
)

// The roles that somebody can choose, in the order of S01. Each has a home of
// its own.
const (
	roleTeacher = "teacher"
	roleCoach   = "coach"
	roleBoard   = "board"
)

var roles = []string{roleTeacher, roleCoach, roleBoard}

// roleHome is the lowest screen for whoever uses the program.
func roleHome(m *Model) screen {
	switch m.settings.Role {
	case roleCoach:
		return newStarters(m)
	case roleBoard:
		return newInbox(m)
	}
	return newHome(m)
}

// takeRole changes the role, and with it the lowest screen.
func takeRole(role string) effect {
	return func(m *Model) tea.Cmd {
		cmd := m.change(func(s *Settings) { s.Role = role })
		m.stack[0] = roleHome(m)
		if o, ok := m.stack[0].(opener); ok {
			o.Open(m.env())
		}
		return cmd
	}
}

// reader is who reads a plan that somebody sent: the one that it was made for.
func reader(p plan.Plan) string {
	if p.EditionInfo != nil && p.EditionInfo.Packet != nil && p.IsCopy() {
		return p.EditionInfo.Packet.To.Name
	}
	return ""
}

// author is who acts on a plan here: its teacher, or who reads it.
func author(p plan.Plan) string { return firstOf(reader(p), p.Profile.Name) }

// me is the reader of the plan as one side of the exchange.
func (e *env) me() plan.Party {
	me := plan.Party{Name: reader(e.plan)}
	if key, ok := e.deps.Work.Key(); ok {
		me.Key = key.Fingerprint
	}
	return me
}

// starterName is the first name of whose plan it is.
func starterName(p plan.Plan) string {
	if words := strings.Fields(p.Profile.Name); len(words) > 0 {
		return words[0]
	}
	return p.Profile.Name
}

// coaching reports whether the screen on top is one of a coach.
func (m *Model) coaching() bool {
	switch m.top().ID() {
	case "S140", "S140b":
		return true
	}
	return len(m.stack) > 1 && reader(m.plan) != ""
}

// coachHeader is the left of the header for a coach: who reads, and whose plan.
func (m *Model) coachHeader() []string {
	var parts []string
	if m.w >= 80 || len(m.stack) == 1 {
		parts = append(parts, "bekwaam")
	}
	if name := firstOf(reader(m.plan), m.settings.Name); name != "" && (m.w >= 80 || len(m.stack) == 1) {
		parts = append(parts, m.t.T("header.coach", "Name", name))
	} else if len(m.stack) == 1 {
		parts = append(parts, m.t.T("header.coach.only"))
	}
	if len(m.stack) > 1 && m.plan.Profile.Name != "" && m.top().ID() != "S140b" {
		parts = append(parts, m.plan.Profile.Name+", "+m.t.T("state."+string(m.plan.State)))
	}
	return parts
}
