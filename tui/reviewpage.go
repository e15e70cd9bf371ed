package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"bekwaam/continuum"
	"bekwaam/plan"
	"bekwaam/text"
)

func (s *review) Page(e *env) page {
	head := headed(e, s.since(e))
	rows := s.rows(e)
	if s.pen == nil {
		if e.h >= lowWindow {
			rows = append(rows, plainRow(""), plainRow(e.st.Hint.Render(text.Cut(e.t.T("s141.keys", "Name", starterName(e.plan)), s.width(e)))))
		}
		p := s.list.page(rows, head...)
		p.Side, p.SideAt = s.side(e)
		return p
	}
	p := s.pen.insert(e, &s.list, rows, s.width(e), head...)
	p.Side, p.SideAt = s.side(e)
	return p
}

// since says what changed since the coach gave the plan back.
func (s *review) since(e *env) string {
	news, again := plan.NewsOf(e.plan)
	if !again {
		return e.st.Hint.Render(e.t.T("s141.allnew"))
	}
	day := text.Nothing
	if d, ok := e.plan.LastTo(packetOf(e.plan).From); ok {
		day = nearDay(e, dateOf(d.Packet.At))
	}
	words := e.t.T("s141.nonews", "Date", day)
	if len(news) > 0 {
		words = e.t.N("s141.news", len(news), "Date", day)
	}
	return e.st.Hint.Render(text.Cut(words, s.width(e)))
}

// allCards are the mirror cards, those for a talk first.
func allCards(e *env) []*continuum.MirrorCard {
	yes, no := e.pack().CardsAt(e.fw.ID, continuum.PlaceOf(7), !e.pack().FixedBoard(e.plan.Profile.Employment))
	return slices.Concat(yes, no)
}

// cardShown reports whether a mirror card stands beside the plan.
func (s *review) cardShown(e *env) bool { return !e.narrow() && s.card < len(allCards(e)) }

// nextCard goes to the next mirror card, and after the last one to none. Where
// there is no room beside the plan the cards are a screen of their own.
func (s *review) nextCard(e *env) []effect {
	if e.narrow() {
		return []effect{openCards(cardList)}
	}
	s.card = (s.card + 1) % (len(allCards(e)) + 1)
	return nil
}

// side is what stands beside the plan: a mirror card and, in a wide window,
// the agenda of the talk. at is the cell at which it begins.
func (s *review) side(e *env) (out []string, at int) {
	if e.narrow() || !e.wide && !s.cardShown(e) {
		return nil, 0
	}
	at, w := reviewLeft+reviewGap, textWidth-reviewLeft-reviewGap
	if e.wide {
		at, w = wideSide, sideWidth
	}
	if s.cardShown(e) {
		out = cardLines(e, allCards(e)[s.card], w)
	} else {
		out = append(out, text.Wrap(e.t.T("s141.nocard"), w)...)
	}
	if e.wide {
		out = append(append(out, ""), agendaLines(e, w)...)
	}
	return out, at
}

// cardLines are the parts of a mirror card for a coach, one of each.
func cardLines(e *env, c *continuum.MirrorCard, w int) []string {
	out := []string{e.st.Title.Render(e.t.T("s141.card"))}
	out = append(out, text.Wrap(e.say(c.Title), w)...)
	part := func(heading string, list []continuum.Text) {
		if len(list) > 0 {
			out = append(out, "", e.st.Label.Render(text.Cut(e.t.T(heading), w)))
			out = append(out, text.Wrap(e.say(list[0]), w)...)
		}
	}
	part("s141.card.ask", c.Prompts[roleAudiences[roleCoach]])
	part("s141.card.look", c.Attention)
	part("s141.card.help", c.Suggestions)
	return append(out, "", e.st.Hint.Render(text.Cut(e.t.T("s141.card.next"), w)))
}

// agendaLines are what was chosen for the talk so far.
func agendaLines(e *env, w int) []string {
	r := e.plan.Review
	if r == nil {
		return nil
	}
	var out []string
	for _, x := range plan.TalkAgenda(e.plan, e.pack(), e.today()) {
		if !x.On {
			continue
		}
		if out == nil {
			out = append(out, e.st.Title.Render(e.t.T("s141.agenda")))
		}
		out = append(out, hang("[x] ", agendaWords(e, x), w, 4)...)
	}
	if len(r.Questions) > 0 {
		out = append(out, "", e.st.Title.Render(text.Cut(e.t.T("s142.questions"), w)))
		for _, q := range r.Questions {
			out = append(out, hang("[x] ", questionWords(e, q), w, 4)...)
		}
	}
	return out
}

// agendaName is what a piece on the agenda is called, also once it is gone.
func agendaName(e *env, id string) string {
	for _, x := range plan.Pieces(e.plan) {
		if x.ID == id {
			return pieceName(e, e.plan, x)
		}
	}
	if r := e.plan.Review; r != nil {
		for _, x := range r.Seen {
			if x.ID == id && x.Words != "" {
				return x.Words
			}
		}
	}
	return pieceAbout(e, e.plan, id)
}

// Leave commits the note in hand.
func (s *review) Leave(e *env) []effect {
	if s.pen == nil {
		return nil
	}
	return s.pen.commit(e)
}

// Pause keeps the note while the person is only thinking.
func (s *review) Pause(e *env) []effect { return s.Leave(e) }

// Holding reports whether the note holds what the plan does not have.
func (s *review) Holding() bool { return s.pen.holding() }

func (s *review) inHand() (string, *longField) {
	if s.pen == nil || s.pen.onDue {
		return "", nil
	}
	return penRow, s.pen.text
}

func (s *review) choose(row string) { s.list.choose(row) }

// done commits the note and puts the mark on it.
func (s *review) done(e *env) []effect {
	return append(s.pen.commit(e), func(*Model) tea.Cmd {
		if s.pen != nil {
			s.list.choose(s.pen.row())
			s.pen = nil
		}
		return nil
	})
}
