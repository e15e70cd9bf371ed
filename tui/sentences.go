package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"bekwaam/continuum"
	"bekwaam/plan"
)

// sentences is S22: for each competence of an area the sentence that fits,
// whether to work on it, and a note. The names of the phases are left out on
// purpose: one chooses a description, not a rank.
type sentences struct {
	area   string // full id
	at     int    // which competence of the area
	marker int    // a sentence, or after them the question about the wish
	note   *longField
	// writing says that the note is open; the screen is a form then.
	writing bool
	seen    int // revision for which it was opened last
	shown   plan.View
}

func newSentences(e *env, a *continuum.Area, at int) *sentences {
	s := &sentences{area: e.fw.AreaID(a), seen: e.plan.Revision}
	s.note = newLong(bound{id: "note",
		get: func(e *env) string { return s.view(e).Note },
		set: func(e *env, v string) (plan.Change, error) {
			return plan.EditView(e.plan, s.competence(e), func(x *plan.View) { x.Note = v })
		}}, noteHeight)
	s.note.hidden = true
	s.goTo(e, at)
	return s
}

const noteHeight = 3

func (s *sentences) ID() string       { return "S22" }
func (s *sentences) Step() int        { return 2 }
func (s *sentences) Audience() string { return "private" }
func (s *sentences) Form() bool       { return s.writing }

func (s *sentences) Title(e *env) string {
	a, ok := e.fw.Area(s.area)
	if !ok {
		return stepTitle(e, 2, "")
	}
	return stepTitle(e, 2, e.say(a.Name))
}

// Open goes to the sentence whose answer undo or redo changed.
func (s *sentences) Open(e *env) {
	s.note.Open(e)
	if e.plan.Revision == s.seen || len(e.revs) == 0 {
		return
	}
	s.seen = e.plan.Revision
	r := e.revs[len(e.revs)-1]
	if a, ok := e.fw.Area(s.area); ok && r.Undoes+r.Redoes > 0 && len(r.Act.Args) > 0 {
		if i := slices.Index(competencesIn(e.fw, a), r.Act.Args[0]); i >= 0 && i != s.at {
			s.goTo(e, i)
		} else if i >= 0 {
			s.follow(e)
		}
	}
}

// follow puts the marker on the answer that undo or redo changed.
func (s *sentences) follow(e *env) {
	was, now := s.shown, s.view(e)
	switch s.shown = now; {
	case was.Fits != now.Fits:
		s.marker = s.chosen(e)
	case was.Want != now.Want:
		s.marker = len(s.points(e))
	}
}

// chosen is the answer to the first question, or its first one.
func (s *sentences) chosen(e *env) int {
	fits := s.view(e).Fits
	return max(0, slices.IndexFunc(s.points(e), func(p point) bool { return p.id == fits }))
}

// goTo shows a sentence of the area, with the marker on the first question.
func (s *sentences) goTo(e *env, at int) {
	s.at, s.marker = at, 0
	s.note.dirty = false
	s.note.Open(e)
	s.marker, s.shown = s.chosen(e), s.view(e)
}

// all are the competences of the area.
func (s *sentences) all(e *env) []string {
	a, ok := e.fw.Area(s.area)
	if !ok {
		return nil
	}
	return competencesIn(e.fw, a)
}

// competence is the full id of the one in hand.
func (s *sentences) competence(e *env) string {
	if all := s.all(e); s.at < len(all) {
		return all[s.at]
	}
	return ""
}

func (s *sentences) view(e *env) plan.View { return e.plan.ViewOf(s.competence(e)) }

// point is one answer to the first question.
type point struct{ id, words string }

// points are the answers to choose from: the sentences of the phases between
// "none of these" and "I do not know".
func (s *sentences) points(e *env) []point { return pointsOf(e, s.competence(e)) }

func pointsOf(e *env, competence string) []point {
	_, c, ok := e.fw.Competence(competence)
	scale, known := e.pack().Scale("fits")
	if !ok || !known {
		return nil
	}
	var out []point
	for _, p := range scale.ByID {
		words := e.say(p.Text)
		if p.SentenceOfPhase != "" {
			words = e.say(c.Indicators[p.SentenceOfPhase])
		}
		if words != "" {
			out = append(out, point{p.ID, words})
		}
	}
	return out
}

// wishes are the answers to the second question.
func wishes(e *env) []continuum.Text {
	if scale, ok := e.pack().Scale("want"); ok {
		return scale.Points
	}
	return nil
}

func (s *sentences) Update(e *env, msg tea.Msg) []effect {
	if s.writing {
		_, effects := s.note.Update(e, msg)
		return effects
	}
	n := len(s.points(e))
	switch msg := msg.(type) {
	case clickMsg:
		if msg.Row == noteRow {
			return s.write()
		}
		if i := slices.Index(s.rowIDs(e), msg.Row); i >= 0 {
			s.marker = i
			if i < n {
				return s.choose(e, i)
			}
			return s.wish(e, wishAt(e, msg.Cell))
		}
	case tea.KeyPressMsg:
		switch key := keyName(msg); key {
		case "1", "2", "3", "4", "5":
			return s.digit(e, int(key[0]-'0'))
		case "up", "k":
			s.marker = max(s.marker-1, 0)
		case "down", "j":
			s.marker = min(s.marker+1, n)
		case "home", "g":
			s.marker = 0
		case "end", "G":
			s.marker = n
		case "tab":
			if s.marker < n {
				s.marker = n
			} else {
				s.marker = 0
			}
		case "space":
			if s.marker < n {
				return s.choose(e, s.marker)
			}
			return s.step(e, 1)
		case "left", "h":
			return s.step(e, -1)
		case "right", "l":
			return s.step(e, 1)
		}
	}
	return nil
}

// digit answers the question with the marker.
func (s *sentences) digit(e *env, d int) []effect {
	n := len(s.points(e))
	switch {
	case s.marker < n && d <= n:
		return s.choose(e, d-1)
	case s.marker == n && d <= len(wishes(e)):
		return s.wish(e, d)
	}
	return nil
}

// choose takes a sentence and moves the marker to the next question, so that
// a second digit never changes the first answer.
func (s *sentences) choose(e *env, i int) []effect {
	points := s.points(e)
	s.marker = len(points)
	return s.edit(e, func(v *plan.View) { v.Fits = points[i].id })
}

func (s *sentences) wish(e *env, d int) []effect {
	return s.edit(e, func(v *plan.View) { v.Want = d })
}

// step changes the wish by one answer.
func (s *sentences) step(e *env, by int) []effect {
	all := len(wishes(e))
	if s.marker < len(s.points(e)) || all == 0 {
		return nil
	}
	now := s.view(e).Want
	if now == 0 && by < 0 {
		now = 1
	}
	return s.wish(e, (now-1+by+all)%all+1)
}

func (s *sentences) edit(e *env, do func(*plan.View)) []effect {
	c, err := plan.EditView(e.plan, s.competence(e), do)
	return []effect{commit(c, err), func(m *Model) tea.Cmd { s.shown = s.view(m.env()); return nil }}
}

func (s *sentences) Actions(e *env) []action {
	if s.writing {
		return []action{
			{ID: "sentence.written", Keys: []string{"esc"}, Short: "key.written", Do: func() []effect { return s.close(e) }},
			editorAction(s.note),
		}
	}
	why := ""
	if s.at == 0 {
		why = "why.firstsentence"
	}
	return []action{
		{ID: "sentence.next", Keys: []string{"enter"}, Short: "key.sentence", Do: func() []effect { return s.next(e) }},
		{ID: "sentence.pick", Keys: []string{"1", "2", "3", "4", "5"}, Short: "key.pick"},
		{ID: "sentence.note", Keys: []string{"t"}, Short: "key.remark", Do: s.write},
		{ID: "sentence.clear", Keys: []string{"d", "delete"}, Why: s.whyNothingToClear(e), Do: func() []effect { return s.clear(e) }},
		{ID: "sentence.previous", Keys: []string{"shift+tab"}, Why: why, Do: func() []effect { s.goTo(e, s.at-1); return nil }},
	}
}

// whyNothingToClear is why the question with the marker has no answer to take
// back.
func (s *sentences) whyNothingToClear(e *env) string {
	v, wish := s.view(e), s.marker == len(s.points(e))
	return reasonUnless(wish && v.Want > 0 || !wish && v.Fits != "", "why.noanswer")
}

// clear takes the answer back that the question with the marker has: skipping
// is always possible, also afterwards.
func (s *sentences) clear(e *env) []effect {
	if s.marker == len(s.points(e)) {
		return s.edit(e, func(v *plan.View) { v.Want = 0 })
	}
	s.marker = 0
	return s.edit(e, func(v *plan.View) { v.Fits = "" })
}

// next goes to the next sentence, answered or not; after the last one back,
// with the next area selected.
func (s *sentences) next(e *env) []effect {
	if s.at+1 < len(s.all(e)) {
		s.goTo(e, s.at+1)
		return []effect{clearMessage()}
	}
	return []effect{back(), func(m *Model) tea.Cmd {
		if hub, ok := m.top().(*survey); ok {
			hub.after(m.env(), s.area)
		}
		return nil
	}}
}

// clearMessage takes away what was said about something that is no longer on
// the screen.
func clearMessage() effect { return func(m *Model) tea.Cmd { m.msg = message{}; return nil } }

func (s *sentences) write() []effect {
	s.writing = true
	s.note.Focus()
	return nil
}

func (s *sentences) close(e *env) []effect {
	effects, _ := commitLong(s.note, e)
	s.writing = false
	s.note.Blur()
	return effects
}

// Leave commits the note while it is being written.
func (s *sentences) Leave(e *env) []effect {
	if !s.writing {
		return nil
	}
	effects, _ := commitLong(s.note, e)
	return effects
}
