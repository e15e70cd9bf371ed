package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// roundNotes is S73: the notes of the coach at what they are about. The
// teacher accepts, answers or leaves each; no text changes by it.
type roundNotes struct {
	list  list
	open  bool // only the notes without an answer
	reply inPlace
	note  string               // that is replied to
	then  map[string]plan.Plan // by note: the plan with the text that it is about
}

func newRoundNotes(m *Model) screen {
	s := &roundNotes{}
	s.reply = newInPlace("reply", func(e *env) string { a, _ := e.plan.AnswerOf(s.note); return a.Text }, s.answered)
	s.next(m.env())
	return s
}

// answered is the act that writes a reply.
func (s *roundNotes) answered(e *env, words string) (plan.Change, error) {
	a := plan.Answer{ID: e.deps.NewID(), Note: s.note, State: plan.NoteAnswered, Text: words, By: e.plan.Profile.Name, At: plan.At(e.deps.Now())}
	if words == "" {
		return plan.Change{Plan: e.plan}, nil
	}
	return plan.AnswerNote(e.plan, a)
}

// next selects the next note without an answer, or what leads on.
func (s *roundNotes) next(e *env) {
	list := s.notes(e)
	from := 0
	for i, n := range list {
		if n.ID == s.list.sel {
			from = i
		}
	}
	for i := range list {
		n := list[(from+i)%len(list)]
		if e.plan.NoteState(n.ID) == plan.NoteOpen {
			s.list.choose(n.ID)
			return
		}
	}
	s.list.choose("on")
}

func (s *roundNotes) ID() string       { return "S73" }
func (s *roundNotes) Step() int        { return 7 }
func (s *roundNotes) Audience() string { return "coach" }
func (s *roundNotes) Form() bool       { return s.reply.on }

// who wrote the notes: the one coach, or "" for several people.
func (s *roundNotes) who(p plan.Plan) string {
	who := readerOf(p)
	if r := p.RoundNow(); r.Answer.Package != "" {
		who = r.Answer.Packet.From.Name
	}
	for _, n := range p.Notes {
		if !(plan.Party{Name: n.By}).Is(plan.Party{Name: who}) {
			return ""
		}
	}
	return who
}

func (s *roundNotes) Title(e *env) string {
	if who := s.who(e.plan); who != "" {
		return stepTitle(e, 7, e.t.N("s73.part", len(e.plan.Notes), "Name", who))
	}
	return stepTitle(e, 7, e.t.N("s73.part.several", len(e.plan.Notes)))
}

func (s *roundNotes) Actions(e *env) []action {
	if s.reply.on {
		return []action{{ID: "notes.written", Keys: []string{"esc"}, Short: "key.ready", Do: func() []effect { return s.written(e) }}}
	}
	why := ""
	n, ok := s.here(e)
	if !ok {
		why = "why.nonotehere"
	}
	state := func(to string) func() []effect { return func() []effect { return s.answer(e, n, to) } }
	out := []action{
		{ID: "notes.open", Keys: []string{"enter"}, Short: "key.open", Do: func() []effect { return s.enter(e, s.list.at(s.rows(e))) }},
		{ID: "notes.accept", Keys: []string{"a"}, Short: "key.accept", Why: why, Do: state(plan.NoteAccepted)},
		{ID: "notes.reply", Keys: []string{"r"}, Short: "key.reply", Why: why, Do: func() []effect { return s.begin(e, n) }},
		{ID: "notes.leave", Keys: []string{"x"}, Short: "key.leave", Why: why, Do: state(plan.NoteSetAside)},
		{ID: "notes.filter", Keys: []string{"f"}, Do: func() []effect { s.open = !s.open; return nil }},
		{ID: "round.given", Keys: []string{"v"}, Why: whyNothingMade(e), Do: func() []effect { return []effect{openHanded()} }},
		{ID: "next", Keys: []string{">"}, Do: func() []effect { return []effect{openStep(8)} }},
	}
	if ok && n.Kind == plan.NoteSuggestion {
		out = append(out, action{ID: "notes.activity", Keys: []string{"n"}, Do: func() []effect { return s.activity(e, n) }})
	}
	return append(out, cardsKey())
}

// here is the selected note.
func (s *roundNotes) here(e *env) (plan.Note, bool) {
	at := s.list.at(s.rows(e))
	for _, n := range e.plan.Notes {
		if n.ID == at {
			return n, true
		}
	}
	return plan.Note{}, false
}

// notes are the notes in the order of the plan: the plan itself comes last.
func (s *roundNotes) notes(e *env) []plan.Note {
	p := e.plan
	var order []string
	for _, g := range p.Goals {
		order = append(order, g.ID)
	}
	for _, a := range p.Activities {
		order = append(order, a.ID)
	}
	for _, a := range p.Agreements {
		order = append(order, a.ID)
	}
	place := func(n plan.Note) int {
		if i := slices.Index(order, n.About); i >= 0 {
			return i
		}
		return len(order)
	}
	out := slices.Clone(p.Notes)
	slices.SortStableFunc(out, func(a, b plan.Note) int {
		if i, j := place(a), place(b); i != j {
			return i - j
		}
		if a.About != b.About && place(a) == len(order) {
			if a.About < b.About {
				return -1
			}
			return 1
		}
		return 0
	})
	return out
}

func (s *roundNotes) Page(e *env) page {
	var head []string
	round := e.plan.RoundNow()
	if k := round.Answer.Packet; round.Stand == plan.RoundBack {
		words := e.t.T("s73.outcome."+firstOf(k.Outcome, plan.OutcomeDiscussed), "Name", k.From.Name, "Date", dayOf(e, k.At.Time()))
		if k.Reason != "" {
			words += ` "` + k.Reason + `"`
		}
		if round.Sent.Withdrawn != "" {
			words += " " + e.t.T("s73.towithdrawn", "Version", round.Sent.Packet.Version)
		}
		head = text.Wrap(words, e.w)
		head = head[:min(len(head), 3)]
	}
	head = append(head, e.st.Hint.Render(text.Cut(e.t.T("s73.reason"), e.w)))
	if e.h >= lowWindow {
		head = append(head, "")
	} else {
		head = head[:len(head)-1]
	}
	p := s.list.page(tight(e, s.rows(e)), head...)
	if s.reply.on {
		s.reply.place(e, &p, s.note, s.before(e), noteIndent(e))
	}
	return p
}

func (s *roundNotes) Update(e *env, msg tea.Msg) []effect {
	if s.reply.on {
		return s.reply.update(e, msg)
	}
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e, id)
	}
	return nil
}

func (s *roundNotes) Leave(e *env) []effect { return s.reply.close(e) }
func (s *roundNotes) Pause(e *env) []effect { return s.reply.keep(e) }
func (s *roundNotes) Holding() bool         { return s.reply.held() }

// begin opens the reply to a note.
func (s *roundNotes) begin(e *env, n plan.Note) []effect {
	if e.failed {
		return []effect{attend("msg.readonly.failed")}
	}
	s.note = n.ID
	s.list.choose(n.ID)
	s.reply.open(e)
	return nil
}

// written ends the reply and goes on to the next open note.
func (s *roundNotes) written(e *env) []effect {
	return append(s.reply.close(e), s.goOn())
}

func (s *roundNotes) goOn() effect {
	return func(m *Model) tea.Cmd { s.next(m.env()); return nil }
}

// answer puts down what the teacher does with a note.
func (s *roundNotes) answer(e *env, n plan.Note, state string) []effect {
	if e.plan.NoteState(n.ID) == state {
		return []effect{s.goOn()}
	}
	a := plan.Answer{ID: e.deps.NewID(), Note: n.ID, State: state, By: e.plan.Profile.Name, At: plan.At(e.deps.Now())}
	if state == plan.NoteAccepted {
		a.Made = e.deps.NewID()
	}
	c, err := plan.AnswerNote(e.plan, a)
	said := "s73.said." + state
	switch {
	case state == plan.NoteAccepted && n.Kind == plan.NoteAgreement && isClosed(e.plan):
		said = "s73.said.closed"
	case state == plan.NoteAccepted && n.Kind == plan.NoteAgreement:
		said = "s73.said.agreement"
	case state == plan.NoteAccepted && n.Kind == plan.NoteSuggestion:
		said = "s73.said.suggestion"
	}
	return []effect{commitSaying(c, err, said), s.goOn()}
}

// activity accepts a suggestion and makes an activity of it, to be filled in.
func (s *roundNotes) activity(e *env, n plan.Note) []effect {
	a := plan.Activity{ID: e.deps.NewID(), Description: n.Text, Status: plan.Planned}
	if goalNumber(e.plan, n.About) > 0 {
		a.Goals = []string{n.About}
	}
	c, err := plan.AddActivities(e.plan, a)
	return []effect{commit(c, err), func(m *Model) tea.Cmd {
		if err != nil {
			return nil
		}
		x := plan.Answer{ID: m.deps.NewID(), Note: n.ID, State: plan.NoteAccepted, By: m.plan.Profile.Name, At: plan.At(m.deps.Now())}
		c, err := plan.AnswerNote(m.plan, x)
		return tea.Batch(commit(c, err)(m), m.push(newActivity(m, a.ID)))
	}}
}

func (s *roundNotes) enter(e *env, id string) []effect {
	switch id {
	case "":
		return nil
	case "on":
		if s.again(e) {
			return []effect{openItem(newCoachRound)}
		}
		return []effect{openStep(8)}
	case "table":
		return []effect{openTable()}
	case "round":
		return []effect{openItem(newCoachRound)}
	case "out":
		return []effect{func(m *Model) tea.Cmd { return m.push(newWithCoach(m, m.plan.RoundNow().Sent)) }}
	}
	for _, n := range e.plan.Notes {
		if n.ID == id {
			if n.About == "" || n.About == "plan" || plan.AgeOfNote(e.plan, n) == plan.NoteGone {
				return []effect{say("s73.whole")}
			}
			return toNoted(e, n.About)
		}
	}
	return nil
}

// again reports whether the coach has to see the plan once more before it is
// signed: the answer was a question.
func (s *roundNotes) again(e *env) bool {
	r := e.plan.RoundNow()
	return r.Stand == plan.RoundBack && r.Answer.Packet.Outcome == plan.OutcomeQuestion
}
