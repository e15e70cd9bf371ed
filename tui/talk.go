package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/continuum"
	"bekwaam/plan"
)

// talk is S142: the agenda of a talk, made of the plan and of what the coach
// chose, with questions that may help and what the two agree on.
type talk struct {
	list list
	pen  *pen
	ask  *longField // a question of one's own, in hand
	day  *textField // the day of the talk, in hand
	made *Printed
}

func (s *talk) ID() string { return "S142" }

func (s *talk) Title(e *env) string {
	if r := e.plan.Review; r != nil && !r.Talk.IsZero() {
		return e.t.T("s142.title", "Date", dayText(e, r.Talk))
	}
	return e.t.T("s142.part")
}

func (s *talk) Audience() string {
	if s.pen != nil {
		return "starter"
	}
	return "private"
}

func (s *talk) Form() bool { return s.pen != nil || s.ask != nil || s.day != nil }

// Open puts the mark on the first thing to talk about, unless one was chosen.
func (s *talk) Open(e *env) {
	all := ids(s.rows(e))
	if s.list.sel == "" && len(all) > 1 {
		s.list.choose(all[1]) // below the day
	}
}

func (s *talk) Actions(e *env) []action {
	switch {
	case s.pen != nil:
		return s.pen.actions(s, e)
	case s.Form():
		return []action{{ID: "talk.done", Keys: []string{"esc"}, Short: "key.written", Do: func() []effect { return s.done(e) }}}
	}
	id := s.list.at(s.rows(e))
	ticks := strings.HasPrefix(id, "agenda:") || strings.HasPrefix(id, "question:")
	report, reported := strings.CutPrefix(id, reportRow)
	return []action{
		{ID: "talk.open", Keys: []string{"enter"}, Short: "key.open", Do: func() []effect { return s.enter(e) }},
		{ID: "talk.tick", Keys: []string{"space"}, Short: "key.tick", Why: reasonUnless(ticks, "why.notick"), Do: func() []effect { return s.tick(e, id) }},
		{ID: "talk.new", Keys: []string{"n"}, Short: "key.agreement", Do: func() []effect { return s.agree(e, "") }},
		{ID: "next", Keys: []string{">"}, Short: "key.on", Do: func() []effect { return []effect{open(newGiveBack(e))} }},
		{ID: "talk.print", Keys: []string{"s"}, Short: "key.print", Do: func() []effect { return []effect{openPrinting(agendaSheet(e), &s.made)} }},
		{ID: "talk.confirm", Keys: []string{"b"}, Why: reasonUnless(reported, "why.noreport"), Do: func() []effect { return s.confirm(e, report) }},
		{ID: "talk.ask", Keys: []string{"t"}, Do: func() []effect { return s.own(e) }},
		{ID: "talk.moment", Keys: []string{"f"}, Do: func() []effect { return s.nextMoment(e) }},
		{ID: "talk.remove", Keys: []string{"d", "delete"}, Why: reasonUnless(isNote(id), "why.nonote"), Do: func() []effect {
			c, err := plan.RemoveNote(e.plan, strings.TrimPrefix(id, "note:"))
			return []effect{commitSaying(c, err, "s141.removed")}
		}},
		openPrinted(e, s.made),
	}
}

// moments are the talks of the pack, that of the moment first: the one chosen,
// or reading the plan.
func (s *talk) moment(e *env) *continuum.CoachMoment {
	id := "plan"
	if r := e.plan.Review; r != nil && r.Moment != "" {
		id = r.Moment
	}
	if m, ok := e.pack().CoachMoment(id); ok {
		return m
	}
	return &e.pack().Coaching.Moments[0]
}

func (s *talk) nextMoment(e *env) []effect {
	all := e.pack().Coaching.Moments
	at := slices.IndexFunc(all, func(m continuum.CoachMoment) bool { return m.ID == s.moment(e).ID })
	next := all[(at+1)%len(all)].ID
	return []effect{commit(plan.EditReview(e.plan, "moment", func(r *plan.Review) { r.Moment = next }))}
}

// enter goes to what a row is about, or opens it to write.
func (s *talk) enter(e *env) []effect {
	id := s.list.at(s.rows(e))
	switch {
	case id == "day":
		return s.when(e)
	case id == "new":
		return s.agree(e, "")
	case isNote(id):
		return s.agree(e, strings.TrimPrefix(id, "note:"))
	case strings.HasPrefix(id, "question:"):
		return s.tick(e, id)
	case strings.HasPrefix(id, reportRow):
		return s.confirm(e, strings.TrimPrefix(id, reportRow))
	}
	for _, x := range plan.TalkAgenda(e.plan, e.pack(), e.today()) {
		if "agenda:"+x.Key() == id {
			about, _, _ := strings.Cut(x.About, ",")
			return toPiece(firstOf(about, string(plan.PieceWhole)))
		}
	}
	return nil
}

// toPiece goes back to the reading, to what something is about.
func toPiece(about string) []effect {
	return []effect{back(), func(m *Model) tea.Cmd {
		if r, ok := m.top().(*review); ok {
			r.list.choose(about)
			r.unfold = about
		}
		return nil
	}}
}

func (s *talk) tick(e *env, id string) []effect {
	if q, ok := strings.CutPrefix(id, "question:"); ok {
		return []effect{commit(plan.TickQuestion(e.plan, q))}
	}
	key := strings.TrimPrefix(id, "agenda:")
	return []effect{commit(plan.TickAgenda(e.plan, key))}
}

// agree opens an agreement to write, a new one where id is empty.
func (s *talk) agree(e *env, id string) []effect {
	about, under := string(plan.PieceWhole), "new"
	for _, n := range e.plan.Notes {
		if n.ID == id {
			about, under = n.About, "note:"+id
		}
	}
	s.pen = newPen(e, plan.NoteAgreement, id, about, under)
	return nil
}

func (s *talk) choose(row string) { s.list.choose(row) }

// done commits what is in hand and puts it down.
func (s *talk) done(e *env) []effect {
	var effects []effect
	if s.day != nil {
		var ok bool
		if effects, ok = s.day.Commit(e); !ok {
			return effects
		}
	}
	return append(append(effects, s.Leave(e)...), func(*Model) tea.Cmd {
		if s.pen != nil {
			s.list.choose(s.pen.row())
		}
		s.pen, s.ask, s.day = nil, nil, nil
		return nil
	})
}

// Leave commits what is in hand.
func (s *talk) Leave(e *env) []effect {
	var effects []effect
	switch {
	case s.pen != nil:
		return s.pen.commit(e)
	case s.ask != nil:
		effects, _ = s.ask.Commit(e)
	case s.day != nil:
		effects, _ = s.day.Commit(e)
	}
	return effects
}

// Pause keeps an agreement while the person is only thinking.
func (s *talk) Pause(e *env) []effect {
	if s.pen != nil {
		return s.pen.commit(e)
	}
	return nil
}

// Holding reports whether something in hand is not in the plan yet.
func (s *talk) Holding() bool { return s.pen.holding() }

func (s *talk) inHand() (string, *longField) {
	if s.pen == nil || s.pen.onDue {
		return "", nil
	}
	return penRow, s.pen.text
}

func (s *talk) Update(e *env, msg tea.Msg) []effect {
	k, _ := msg.(tea.KeyPressMsg)
	switch {
	case s.pen != nil:
		return s.pen.update(s, e, msg)
	case s.ask != nil || s.day != nil:
		if k.String() == "enter" || k.String() == "tab" {
			return s.done(e)
		}
		if c, ok := msg.(clickMsg); ok && c.Row != penRow {
			return s.done(e)
		}
		var effects []effect
		if s.ask != nil {
			_, effects = s.ask.Update(e, msg)
		} else {
			_, effects = s.day.Update(e, msg)
		}
		return effects
	}
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e)
	}
	return nil
}
