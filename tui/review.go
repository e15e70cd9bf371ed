package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
)

// review is S141: a starter's plan with what changed since it was given back
// at the top, the coach's notes at what they are about, and a mirror card for
// the coach's own thinking.
type review struct {
	list    list
	unfold  string     // the piece that is shown whole
	changed bool       // only what changed
	card    int        // the mirror card beside the plan; past the last one: none
	base    *plan.Plan // the plan as it was given back last
	pen     *pen       // the note in hand
}

// openReview opens the copy of the plan in hand for its coach.
func openReview() effect {
	return func(m *Model) tea.Cmd { return m.push(&review{}) }
}

func (s *review) ID() string { return "S141" }

func (s *review) Title(e *env) string {
	if k := packetOf(e.plan); k != nil {
		return e.t.T("s141.title", "Version", k.Version, "Date", dayOf(e, k.At.Time()))
	}
	return e.t.T("s141.part")
}

func packetOf(p plan.Plan) *plan.Packet {
	if p.EditionInfo == nil {
		return nil
	}
	return p.EditionInfo.Packet
}

// Audience follows what is written: a note of the fifth kind is for nobody
// else.
func (s *review) Audience() string {
	if s.pen != nil && s.pen.kind == "" {
		return "private"
	}
	return "starter"
}

func (s *review) Form() bool { return s.pen != nil }

// Start marks that the plan is being read, and gets what it said before.
func (s *review) Start(m *Model) tea.Cmd {
	var cmds []tea.Cmd
	if m.plan.State == plan.Submitted && m.plan.IsCopy() {
		c, err := plan.OpenReview(m.plan, m.env().actor())
		cmds = append(cmds, commit(c, err)(m))
	}
	if r := m.plan.Review; r != nil && r.Base > 0 && s.base == nil {
		keeper, id := m.deps.Keeper, m.plan.ID
		cmds = append(cmds, m.wait("busy.load", func() (any, error) { return keeper.At(id, r.Base) }, func(v any, err error) []effect {
			if err == nil {
				p := v.(plan.Plan)
				s.base = &p
			}
			return nil // without it the screen says what changed, and not what it was
		}))
	}
	return tea.Batch(cmds...)
}

// Open puts the mark on the first piece, unless one was chosen.
func (s *review) Open(e *env) { s.list.at(s.rows(e)) }

func (s *review) Actions(e *env) []action {
	if s.pen != nil {
		return s.pen.actions(s, e)
	}
	at := s.at(e)
	write := func(kind string) func() []effect { return func() []effect { return s.write(e, kind, "") } }
	why := reasonUnless(at.piece.ID != "", "why.nopiece")
	ended := ""
	if e.plan.Review == nil {
		ended = "why.notcoached"
	}
	out := []action{
		{ID: "review.read", Keys: []string{"enter"}, Short: "key.read", Why: why, Do: func() []effect { return s.enter(e) }},
	}
	for i, kind := range append(slices.Clone(plan.NoteKinds), "") {
		out = append(out, action{ID: "review.note." + firstOf(kind, "private"), Keys: []string{itoa(i + 1)}, Why: firstOf(ended, why), Do: write(kind)})
	}
	out = append(out, action{ID: "review.write", Keys: []string{"1", "5"}, Short: "key.note", Why: ended})
	out = append(out,
		action{ID: "review.agenda", Keys: []string{"space"}, Short: "key.discuss", Why: firstOf(ended, why), Do: func() []effect { return s.discuss(e) }},
		action{ID: "next", Keys: []string{">"}, Short: "key.on", Why: ended, Do: func() []effect { return []effect{open(&talk{})} }},
		action{ID: "review.card", Keys: []string{"m"}, Short: "key.othercard", Do: func() []effect { return s.nextCard(e) }},
		action{ID: "review.remove", Keys: []string{"d", "delete"}, Why: reasonUnless(at.note != "" || at.own != "", "why.nonote"), Do: func() []effect { return s.remove(e) }})
	if _, ok := lastGiven(e.plan); ok {
		out = append(out, action{ID: "review.given", Keys: []string{"o"}, Do: func() []effect { return []effect{open(&given{})} }})
	}
	out = append(out, action{ID: "round.given", Keys: []string{"v"}, Do: func() []effect { return []effect{openHanded()} }})
	if _, again := plan.NewsOf(e.plan); again {
		out = append(out, action{ID: "review.changed", Keys: []string{"f"}, Do: func() []effect { s.changed = !s.changed; return nil }})
	}
	return out
}

func (s *review) Update(e *env, msg tea.Msg) []effect {
	if s.pen != nil {
		return s.pen.update(s, e, msg)
	}
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e)
	}
	return nil
}

// enter unfolds a piece, or opens a note to go on writing.
func (s *review) enter(e *env) []effect {
	switch at := s.at(e); {
	case at.note != "":
		for _, n := range e.plan.Notes {
			if n.ID == at.note {
				return s.write(e, n.Kind, n.ID)
			}
		}
	case at.own != "":
		return s.write(e, "", at.own)
	case s.unfold == at.piece.ID:
		s.unfold = ""
	default:
		s.unfold = at.piece.ID
	}
	return nil
}

// discuss puts what is selected on the agenda of the talk, or takes it off.
func (s *review) discuss(e *env) []effect {
	about := s.at(e).piece.ID
	c, err := plan.TickAgenda(e.plan, about)
	said := "s141.discuss.off"
	if err == nil && slices.Contains(c.Plan.Review.Agenda, about) {
		said = "s141.discuss.on"
	}
	return []effect{commitSaying(c, err, said)}
}

// remove takes away a note that was not given back yet.
func (s *review) remove(e *env) []effect {
	at := s.at(e)
	if at.note != "" {
		c, err := plan.RemoveNote(e.plan, at.note)
		return []effect{commitSaying(c, err, "s141.removed")}
	}
	c, err := plan.EditReview(e.plan, "private", func(r *plan.Review) {
		r.Private = slices.DeleteFunc(r.Private, func(n plan.PrivateNote) bool { return n.ID == at.own })
	})
	return []effect{commitSaying(c, err, "s141.removed")}
}

// place is what is selected: a piece, or a note of one's own on it.
type place struct {
	piece     plan.Piece
	note, own string
}

// at is the place of the selected row.
func (s *review) at(e *env) place {
	id := s.list.at(s.rows(e))
	about := ""
	var out place
	if note, ok := strings.CutPrefix(id, "note:"); ok {
		out.note = note
		for _, n := range e.plan.Notes {
			if n.ID == note {
				about = n.About
			}
		}
	} else if own, ok := strings.CutPrefix(id, "own:"); ok && e.plan.Review != nil {
		out.own = own
		for _, n := range e.plan.Review.Private {
			if n.ID == own {
				about = n.About
			}
		}
	} else {
		about = id
	}
	for _, n := range s.pieces(e) {
		if n.ID == about {
			out.piece = n.Piece
		}
	}
	return out
}
