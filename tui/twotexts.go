package tui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// twoTexts is S168: the fields that two computers of one person changed each in
// its own way, one after another. Nothing changes before the last one.
type twoTexts struct {
	list   list
	file   Own
	fields []twoText
	picks  []plan.Pick // of the fields before this one
	at     int
}

// twoText is one of those fields, as people read it.
type twoText struct {
	conflict           plan.Conflict
	name               string // what it is in: doel 2
	label              string // which field, "" where only the whole has a name
	was, mine, theirs  string
	minePlan, otherone plan.Plan
}

// chooseTexts works out how the fields read, and asks.
func chooseTexts(f Own, list []plan.Conflict) []effect {
	return []effect{wait("busy.judge", func() (any, error) {
		theirs, err := f.Again(func(plan.Conflict) plan.Pick { return plan.PickTheirs })
		if err != nil {
			return nil, err
		}
		var out []twoText
		for _, c := range list {
			one, err := f.Again(func(x plan.Conflict) plan.Pick {
				if samePlace(x, c) {
					return plan.PickMine
				}
				return plan.PickTheirs
			})
			if err != nil {
				return nil, err
			}
			out = append(out, twoText{conflict: c, minePlan: one.Merged, otherone: theirs.Merged})
		}
		return out, nil
	}, func(v any, err error) []effect {
		if err != nil {
			return []effect{commit(plan.Change{}, err)}
		}
		return []effect{func(m *Model) tea.Cmd {
			s := &twoTexts{file: f, fields: v.([]twoText)}
			for i := range s.fields {
				s.fields[i].read(m.env(), f.Took.Base)
			}
			s.list.choose("1")
			return m.push(s)
		}}
	})}
}

func samePlace(a, b plan.Conflict) bool {
	return a.Block == b.Block && a.Item == b.Item && a.Field == b.Field
}

// conflictPiece is the piece that a field belongs to; its ID is "" where there is
// none that has words of its own.
func conflictPiece(c plan.Conflict) plan.Piece {
	head, rest, _ := strings.Cut(c.Field, "/")
	switch c.Block {
	case "goals":
		return plan.Piece{Kind: plan.PieceGoal, ID: c.Item}
	case "activities":
		return plan.Piece{Kind: plan.PieceActivity, ID: c.Item}
	case "agreements":
		return plan.Piece{Kind: plan.PieceAgreement, ID: c.Item}
	case "evidence":
		return plan.Piece{Kind: plan.PieceEvidence, ID: c.Item}
	case "observations":
		return plan.Piece{Kind: plan.PieceObservation, ID: c.Item}
	case "competence_views":
		return plan.Piece{Kind: plan.PieceView, ID: c.Item}
	case "profile":
		return plan.Piece{Kind: plan.PieceProfile, ID: "profile"}
	case "conditions":
		return plan.Piece{Kind: plan.PieceConditions, ID: "conditions"}
	case "start":
		return plan.Piece{Kind: plan.PieceStart, ID: "start"}
	case "midyear":
		return plan.Piece{Kind: plan.PieceMidyear, ID: "midyear"}
	case "question_to_coach":
		return plan.Piece{Kind: plan.PieceWhole, ID: "plan"}
	}
	switch {
	case c.Block == "survey" && head == "open":
		return plan.Piece{Kind: plan.PieceOpen, ID: "open"}
	case c.Block == "evaluation" && head == "per_goal":
		goal, _, _ := strings.Cut(rest, "/")
		return plan.Piece{Kind: plan.PieceEvaluation, ID: "evaluation/" + goal}
	}
	return plan.Piece{}
}

// read puts the field into words.
func (x *twoText) read(e *env, base plan.Plan) {
	c, piece := x.conflict, conflictPiece(x.conflict)
	x.name, x.was, x.mine, x.theirs = e.t.T("s168.part.other"), c.Base, c.Mine, c.Theirs
	if id := "s168.part." + strings.ReplaceAll(c.Block, "_", "-"); e.t.Has(id) {
		x.name = e.t.T(id)
	}
	if piece.ID != "" {
		x.name = pieceName(e, x.minePlan, piece)
		labels, mine, theirs := wordingsThatDiffer(pieceWords(e, x.minePlan, piece), pieceWords(e, x.otherone, piece))
		if len(labels) == 1 {
			x.label, x.mine, x.theirs, x.was = labels[0], mine[labels[0]], theirs[labels[0]], ""
			for _, w := range pieceWords(e, base, piece) {
				if w.label == x.label {
					x.was = w.text
				}
			}
			return
		}
	}
	if !c.Both() { // no words of its own: the two as they are
		x.was, x.mine, x.theirs = "", e.t.T("s168.ashere"), e.t.T("s168.asthere")
	}
}

func (s *twoTexts) ID() string          { return "S168" }
func (s *twoTexts) Title(e *env) string { return e.t.T("s168.title") }
func (s *twoTexts) Audience() string    { return "private" }
func (s *twoTexts) Form() bool          { return false }

func (s *twoTexts) Actions(e *env) []action {
	out := []action{{ID: "twotexts.choose", Keys: []string{"enter"}, Short: "key.choose.row", Do: func() []effect { return s.choose(e, s.list.at(s.rows(e))) }}}
	for _, id := range []string{"1", "2", "3"} {
		if id == "3" && !s.fields[s.at].conflict.Both() {
			continue
		}
		out = append(out, action{ID: "twotexts." + id, Keys: []string{id}, Do: func() []effect { return s.choose(e, id) }})
	}
	if s.at > 0 {
		out = append(out, action{ID: "twotexts.before", Keys: []string{"left", "h"}, Do: func() []effect { s.before(); return nil }})
	}
	return out
}

func (s *twoTexts) rows(e *env) []row {
	x := s.fields[s.at]
	const w = 20
	wide := w
	if e.narrow() {
		wide = 18
	}
	where := x.name
	if x.label != "" {
		where += ", " + lowerFirst(x.label)
	}
	out := []row{plainRow(text.Wrap(where, e.w)...)}
	if x.was != "" {
		out = append(out, plainRow(hang(e.st.Label.Render(text.Pad(e.t.T("s168.was"), wide)), x.was, e.w, wide)...))
	}
	out = append(out, plainRow(""))
	option := func(id, label, words, when string) {
		lines := hang(id+" "+text.Pad(e.t.T(label), wide-2), firstOf(words, e.t.T("s168.nothing")), e.w, wide)
		if when != "" {
			if len(lines) == 1 {
				lines = append(lines, "")
			}
			lines[1] = text.Pad("  "+when, wide) + strings.TrimPrefix(lines[1], spaces(wide))
			lines[1] = strings.TrimRight(lines[1], " ")
		}
		out = append(out, row{ID: id, Lines: lines})
	}
	here, there := "", ""
	if n := len(e.revs); n > 0 && e.plan.ID == s.file.Plan.ID {
		here = shortTime(e, e.revs[n-1].At.Time())
	}
	if !s.file.At.IsZero() {
		there = shortTime(e, s.file.At)
	}
	option("1", "s168.here", x.mine, here)
	option("2", "s168.there", x.theirs, there)
	if x.conflict.Both() {
		option("3", "s168.both", e.t.T("s168.both.how"), "")
	}
	return append(out, plainRow(""), plainRow(e.st.Hint.Render(e.t.N("s168.of", len(s.fields), "At", s.at+1))))
}

func (s *twoTexts) Page(e *env) page {
	head := append(text.Wrap(e.t.T("s168.reason"), e.w), "")
	if e.h < lowWindow {
		head = head[:len(head)-1]
	}
	return s.list.page(tight(e, s.rows(e)), head...)
}

func (s *twoTexts) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.choose(e, id)
	}
	return nil
}

// before goes back to the field before.
func (s *twoTexts) before() {
	s.at--
	s.list.choose(map[plan.Pick]string{plan.PickMine: "1", plan.PickTheirs: "2", plan.PickBoth: "3"}[s.picks[s.at]])
	s.picks = s.picks[:s.at]
}

// choose goes to the next field; after the last one all of it is one act.
func (s *twoTexts) choose(e *env, id string) []effect {
	pick, ok := map[string]plan.Pick{"1": plan.PickMine, "2": plan.PickTheirs, "3": plan.PickBoth}[id]
	if !ok {
		return nil
	}
	picks := append(s.picks[:s.at:s.at], pick)
	if s.at+1 < len(s.fields) {
		s.picks, s.at = picks, s.at+1
		s.list.choose("1")
		return nil
	}
	if e.failed {
		return []effect{attend("msg.readonly.failed")}
	}
	took, err := s.file.Again(func(c plan.Conflict) plan.Pick {
		for i, x := range s.fields {
			if samePlace(x.conflict, c) {
				return picks[i]
			}
		}
		return plan.PickEither
	})
	if err != nil {
		return []effect{commit(plan.Change{}, err)}
	}
	return takeOwn(e, s.file, took)
}

// shortTime is a day of this school year and the time, short.
func shortTime(e *env, t time.Time) string {
	return nearDay(e, dateOf(plan.At(t))) + " " + t.Local().Format("15:04")
}
