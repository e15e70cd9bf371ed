package tui

import (
	"errors"
	"io/fs"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// giveBack is S143: one outcome, one sentence, one file for the starter; what
// stays with the coach is named.
type giveBack struct {
	list list
	in   *longField // the sentence, in hand
}

func newGiveBack(e *env) *giveBack {
	s := &giveBack{}
	s.list.choose(s.outcome(e))
	return s
}

func (s *giveBack) ID() string          { return "S143" }
func (s *giveBack) Title(e *env) string { return e.t.T("s143.title", "Name", e.plan.Profile.Name) }
func (s *giveBack) Audience() string    { return "starter" }
func (s *giveBack) Form() bool          { return s.in != nil }

func (s *giveBack) outcome(e *env) string {
	if r := e.plan.Review; r != nil {
		return firstOf(r.Outcome, plan.OutcomeDiscussed)
	}
	return plan.OutcomeDiscussed
}

func (s *giveBack) Actions(e *env) []action {
	if s.in != nil {
		return []action{
			{ID: "giveback.written", Keys: []string{"esc"}, Short: "key.written", Do: func() []effect { return s.put(e) }},
			editorAction(s.in),
		}
	}
	return []action{
		{ID: "giveback.do", Keys: []string{"enter"}, Short: "key.dothis", Do: func() []effect { return s.enter(e, s.list.at(s.rows(e))) }},
		{ID: "giveback.say", Keys: []string{"t"}, Short: "key.sentence.write", Do: func() []effect { return s.write(e) }},
		{ID: "round.secret", Do: func() []effect { return s.secret(e) }},
	}
}

func (s *giveBack) rows(e *env) []row {
	r := e.plan.Review
	if r == nil {
		return nil
	}
	name := starterName(e.plan)
	out := []row{plainRow(e.st.Title.Render(e.t.T("s143.outcome")))}
	for _, o := range plan.Outcomes {
		words := e.t.T("s143." + o)
		out = append(out, row{ID: o, Lines: hang(tick(s.outcome(e) == o)+" "+text.Pad(words, 21), e.st.Hint.Render(e.t.T("s143."+o+".more", "Name", name)), e.w, 23)})
	}
	sentence := text.Wrap(firstOf(r.Reason, text.Nothing), e.w)
	out = append(out, plainRow(""), plainRow(e.st.Title.Render(e.t.T("s143.sentence", "Name", name))), row{ID: "sentence", Lines: sentence}, plainRow(""))
	fact := func(id, words string) {
		out = append(out, plainRow(hang(e.st.Label.Render(text.Pad(e.t.T(id), 22)), words, e.w, 22)...))
	}
	fact("s143.goes", s.goes(e))
	fact("s143.stays", s.stays(e))
	out = append(out, plainRow(""), plainRow(text.Wrap(e.t.T("s143.nojudging"), e.w)...), plainRow(""))
	return tight(e, append(out, row{ID: "make", Lines: []string{"[ " + text.Cut(e.t.T("s143.make", "Name", e.plan.Profile.Name), e.w-4) + " ]"}}, secretRow(e, e.plan.Profile.Name)))
}

// goes says what the file holds of this round.
func (s *giveBack) goes(e *env) string {
	notes, agreed := 0, 0
	for _, n := range e.plan.Notes {
		switch {
		case !isDraft(e.plan, n.ID):
		case n.Kind == plan.NoteAgreement:
			agreed++
		default:
			notes++
		}
	}
	if notes+agreed == 0 {
		return e.t.T("s143.empty")
	}
	var out []string
	if notes > 0 {
		out = append(out, e.t.N("s143.notes", notes))
	}
	if agreed > 0 {
		out = append(out, e.t.N("s143.agreements", agreed))
	}
	return strings.Join(append(out, e.t.T("s143.youroutcome")), ", ")
}

// stays says what only the coach keeps.
func (s *giveBack) stays(e *env) string {
	out := e.t.T("s143.yours")
	if n := len(e.plan.Review.Private); n > 0 {
		out = e.t.N("s143.private", n) + ", " + out
	}
	return out
}

func (s *giveBack) Page(e *env) page {
	head := headed(e, e.st.Hint.Render(text.Cut(e.t.T("s143.reason", "Name", starterName(e.plan)), e.w)))
	rows := s.rows(e)
	if s.in == nil {
		return withHeading(s.list.page(rows, head...))
	}
	s.in.fitted(e.w)
	body, cur := s.in.Lines(e, e.w, true)
	at := slices.IndexFunc(rows, func(r row) bool { return r.ID == "sentence" })
	rows[at] = row{ID: penRow, Lines: body}
	l := list{sel: penRow}
	p := withHeading(l.page(rows, head...))
	for i, x := range p.Lines {
		if x.Mark && cur != nil {
			p.Cursor = &cursor{Line: i + cur.Line, Cell: cur.Cell}
		}
	}
	return p
}

func (s *giveBack) Update(e *env, msg tea.Msg) []effect {
	if s.in != nil {
		if c, ok := msg.(clickMsg); ok && c.Row != penRow {
			return s.put(e)
		}
		_, effects := s.in.Update(e, msg)
		return effects
	}
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e, id)
	}
	return nil
}

// write takes the sentence in hand.
func (s *giveBack) write(e *env) []effect {
	s.in = newLong(bound{id: "reason", get: func(e *env) string { return e.plan.Review.Reason }, set: func(e *env, v string) (plan.Change, error) {
		return plan.EditReview(e.plan, "reason", func(r *plan.Review) { r.Reason = strings.TrimSpace(v) })
	}}, 3)
	s.in.hidden = true
	s.in.Open(e)
	s.in.Focus()
	return nil
}

// put puts the sentence down and goes to the file.
func (s *giveBack) put(e *env) []effect {
	return append(s.Leave(e), func(*Model) tea.Cmd { s.in = nil; s.list.choose("make"); return nil })
}

// Leave commits the sentence in hand.
func (s *giveBack) Leave(e *env) []effect {
	if s.in == nil {
		return nil
	}
	effects, _ := s.in.Commit(e)
	return effects
}

// Pause keeps the sentence while the person is only thinking.
func (s *giveBack) Pause(e *env) []effect { return s.Leave(e) }

// Holding reports whether the sentence is not in the plan yet.
func (s *giveBack) Holding() bool { return s.in != nil && s.in.dirty }

func (s *giveBack) inHand() (string, *longField) { return penRow, s.in }

func (s *giveBack) enter(e *env, id string) []effect {
	switch id {
	case plan.OutcomeDiscussed, plan.OutcomeQuestion:
		s.list.choose("make")
		return []effect{commit(plan.EditReview(e.plan, "outcome", func(r *plan.Review) { r.Outcome = id }))}
	case "sentence":
		return s.write(e)
	case "make":
		return s.make(e, Wrapping{})
	case "secret":
		return s.secret(e)
	}
	return nil
}

// make draws and seals the file, records that it was given back, and writes it.
func (s *giveBack) make(e *env, w Wrapping) []effect {
	outcome, reason := s.outcome(e), e.plan.Review.Reason
	if lacks := s.lacks(e); lacks != nil {
		return lacks
	}
	work, p := e.deps.Work, e.plan
	again := func(m *Model) tea.Cmd { return m.carryOut(s.make(m.env(), w)) }
	return []effect{wait("busy.pdf", func() (any, error) { return work.Return(p, outcome, reason) }, func(v any, err error) []effect {
		switch {
		case errors.Is(err, ErrLocked):
			return []effect{open(newUnlockFor(again))}
		case errors.Is(err, fs.ErrNotExist):
			return []effect{attend("s143.nofolder")}
		case plan.Code(err) != "":
			return []effect{commit(plan.Change{}, err)}
		case err != nil:
			return []effect{attend("s143.failed")}
		}
		packed := v.(Packed)
		return append([]effect{commit(packed.Change, nil)}, writeGiven(packed.Dispatch, w, packed.Write)...)
	})}
}

// lacks goes to what has to be there before a file can be made.
func (s *giveBack) lacks(e *env) []effect {
	if s.outcome(e) == plan.OutcomeQuestion && e.plan.Review.Reason == "" {
		return append(s.write(e), attend("s143.why", "Name", starterName(e.plan)))
	}
	if _, ok := e.deps.Work.Key(); !ok {
		return []effect{openItem(newCoachKey), say("s143.key")}
	}
	return nil
}

// secret asks who can open the file, and makes it.
func (s *giveBack) secret(e *env) []effect {
	if lacks := s.lacks(e); lacks != nil {
		return lacks
	}
	return openWrapping(e, e.plan.EditionInfo.Packet.From, best, s.make)
}

// newCoachKey is S74 for a coach: the name as the starter wrote it, and a
// passphrase, since more than one person's plan lies here.
func newCoachKey(m *Model) screen {
	s := newOwnKey(m).(*keyScreen)
	s.name, s.role = reader(m.plan), m.env().say(m.env().fw.Vocabulary["coach"])
	s.keep = keepLocked
	s.lay()
	s.choose("pass")
	return s
}
