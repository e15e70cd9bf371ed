package tui

import (
	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
)

// starters is S140: one queue over all starters of a coach. It is made of the
// list of plans alone, so that it costs the same however long the plans are.
type starters struct {
	list   list
	order  int  // in starterOrders
	all    bool // also those of earlier years and those that ended
	box    searchBox
	typing bool
	gone   *Reminder // taken away last, to be brought back
	drawn  drawnStarters
}

func newStarters(m *Model) *starters {
	s := &starters{box: newSearchBox()}
	s.list.choose(m.plan.ID)
	return s
}

func (s *starters) ID() string          { return "S140" }
func (s *starters) Title(e *env) string { return e.t.T("s140.title") }
func (s *starters) Audience() string    { return "private" }
func (s *starters) Form() bool          { return s.typing }

// Open puts the mark on whoever waits longest, unless a starter was chosen.
func (s *starters) Open(e *env) {
	s.selected(e)
}

func (s *starters) Actions(e *env) []action {
	if s.typing {
		return []action{
			{ID: "starters.clear", Keys: []string{"esc"}, Short: "key.nowords", Do: s.clear},
			{ID: "starters.found", Keys: []string{"enter"}, Short: "key.tolist"},
		}
	}
	none := reasonUnless(s.selected(e) != "", "why.nostarter")
	var out []action
	if s.box.Value() != "" {
		out = append(out, action{ID: "starters.clear", Keys: []string{"esc"}, Short: "key.nowords", Do: s.clear})
	}
	if s.gone != nil {
		out = append(out, action{ID: "starters.restore", Keys: []string{"u", "ctrl+z"}, Short: "key.undo", Do: s.restore})
	}
	search := action{ID: "starters.search", Keys: []string{"/"}, Short: "key.search", Do: func() []effect { s.typing = true; return nil }}
	out = append(out,
		action{ID: "starters.open", Keys: []string{"enter"}, Short: "key.open", Why: none, Do: func() []effect { return s.enter(e) }},
		action{ID: "inbox", Keys: []string{"o"}, Short: "key.openfile", Do: func() []effect { return []effect{openInbox()} }},
		action{ID: "starters.new", Keys: []string{"n"}, Short: "key.newstarter", Do: func() []effect { return []effect{openReminder(Reminder{})} }},
		search,
		action{ID: "starters.order", Keys: []string{"w"}, Do: func() []effect { return s.turn() }},
		action{ID: "starters.calendar", Keys: []string{"s"}, Why: reasonUnless(s.found(e).talks+len(e.settings.Talks) > 0, "why.notalk"), Do: func() []effect { return s.calendar(e) }},
		action{ID: "starters.remove", Keys: []string{"d", "delete"}, Why: none, Do: func() []effect { return s.remove(e) }},
		action{ID: "settings", Do: func() []effect { return []effect{openSettings()} }})
	if s.all || s.found(e).hidden > 0 {
		out = append(out, action{ID: "starters.all", Keys: []string{"f"}, Short: "key.all", Do: func() []effect { s.all = !s.all; return nil }})
	}
	return out
}

// turn shows the same starters in another order.
func (s *starters) turn() []effect {
	s.order = (s.order + 1) % len(starterOrders)
	return []effect{say("s140.order." + starterOrders[s.order])}
}

func (s *starters) clear() []effect {
	s.typing = false
	s.box.Clear()
	return nil
}

func (s *starters) Update(e *env, msg tea.Msg) []effect {
	if s.typing {
		if k, ok := msg.(tea.KeyPressMsg); ok && k.String() == "enter" {
			s.typing = false
			return nil
		}
		if k, ok := msg.(tea.KeyPressMsg); !ok || k.String() != "up" && k.String() != "down" {
			s.box.Update(msg)
			s.list.choose("")
			return nil
		}
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		s.move(e, msg.String())
	case clickMsg:
		if msg.Row == s.selected(e) {
			return s.enter(e)
		}
		s.list.choose(msg.Row)
	}
	return nil
}

// enter opens the plan of a starter, or what was noted of one.
func (s *starters) enter(e *env) []effect {
	id := s.selected(e)
	for _, r := range e.settings.Starters {
		if r.ID == id {
			return []effect{openReminder(r)}
		}
	}
	return withPlan(e, id, openReview())
}

// remove asks what to keep of a starter whose coaching ends; a name of whom
// nothing came yet goes at once, and can come back.
func (s *starters) remove(e *env) []effect {
	id := s.selected(e)
	for _, r := range e.settings.Starters {
		if r.ID == id {
			s.gone = &r
			return []effect{putReminder(r, true), say("s140.removed", "Name", r.Name)}
		}
	}
	for _, r := range e.rows {
		if r.ID == id && r.Coached.Turn == plan.TurnEnded {
			return []effect{say("why.ended")}
		}
	}
	return withPlan(e, id, open(&ending{}))
}

func (s *starters) restore() []effect {
	r := *s.gone
	s.gone = nil
	s.list.choose(r.ID)
	return []effect{putReminder(r, false), say("s140.restored", "Name", r.Name)}
}
