package tui

import (
	"slices"
	"strings"

	"bekwaam/plan"
	"bekwaam/text"
)

// The columns of S141 in a window of the usual width: the plan, and the mirror
// card beside it.
const (
	reviewLeft = 48
	reviewGap  = 2
)

// readPiece is a piece with what is news about it, if anything.
type readPiece struct {
	plan.News
	news bool
}

// pieces are what there is to read, news first where the coach read an earlier
// version.
func (s *review) pieces(e *env) []readPiece {
	news, again := plan.NewsOf(e.plan)
	var out []readPiece
	seen := map[string]bool{}
	for _, n := range news {
		seen[n.ID] = true
		out = append(out, readPiece{n, true})
	}
	for _, x := range plan.Pieces(e.plan) {
		if !seen[x.ID] && !(again && s.changed) {
			out = append(out, readPiece{News: plan.News{Piece: x}})
		}
	}
	return out
}

// width is the room for the plan: the card has its own.
func (s *review) width(e *env) int {
	if s.cardShown(e) && !e.wide {
		return reviewLeft
	}
	return e.w
}

func (s *review) rows(e *env) []row {
	w := s.width(e)
	_, again := plan.NewsOf(e.plan)
	var out []row
	parted := false
	shown := map[string]bool{}
	for _, x := range s.pieces(e) {
		if again && !x.news && !parted && !s.changed {
			parted = true
			out = append(out, plainRow(""), plainRow(e.st.Title.Render(e.t.T("s141.unchanged"))))
		}
		shown[x.About()] = true
		shown[x.ID] = true
		out = append(out, row{ID: x.ID, Lines: s.pieceLines(e, x, w)})
		out = append(out, s.drafts(e, x.ID, w)...)
	}
	var others []row
	for _, n := range e.plan.Notes {
		if isDraft(e.plan, n.ID) && !shown[n.About] {
			others = append(others, draftRow(e, n, w))
		}
	}
	if len(others) > 0 {
		out = append(append(out, plainRow(""), plainRow(e.st.Title.Render(e.t.T("s141.others")))), others...)
	}
	return tight(e, out)
}

func isDraft(p plan.Plan, note string) bool {
	return p.Review != nil && slices.Contains(p.Review.Drafts, note)
}

// pieceLines are a piece in one line, and more about it while it is selected.
func (s *review) pieceLines(e *env, x readPiece, w int) []string {
	mark, name := "  ", pieceName(e, e.plan, x.Piece)
	switch {
	case x.Kind == plan.DiffNew:
		mark = e.st.Attention.Render("+") + " "
	case x.Kind == plan.DiffGone:
		mark, name = e.st.Attention.Render("–")+" ", firstOf(x.Words, e.t.T("s141.piece."+string(x.Piece.Kind)))
	case x.news:
		mark = e.st.Attention.Render("~") + " "
	}
	selected := s.list.sel == x.ID
	labels, was, now := s.differs(e, x)
	if len(labels) > 0 {
		name += " · " + lowerFirst(strings.Join(labels, ", "))
	}
	right := ""
	if e.plan.Review != nil && slices.Contains(e.plan.Review.Agenda, x.ID) {
		right = e.t.T("s141.discuss")
	}
	room := w - 2
	if right != "" {
		room -= text.Width(right) + 2
	}
	out := []string{mark + text.Cut(name, room)}
	if right != "" {
		out[0] = fit(out[0], w-text.Width(right)) + e.st.Label.Render(right)
	}
	if x.Piece.Kind == plan.PieceWhole && e.plan.QuestionToCoach != "" {
		out = append(out, hang("    ", e.t.T("s141.asks", "Name", starterName(e.plan), "Question", e.plan.QuestionToCoach), w, 4)...)
	}
	if !selected {
		return out
	}
	switch {
	case s.unfold == x.ID || x.Kind == plan.DiffNew:
		out = append(out, wordingLines(e, pieceWords(e, e.plan, x.Piece), w)...)
	case x.Kind == plan.DiffChanged:
		for _, l := range labels {
			if len(labels) > 1 {
				out = append(out, e.st.Label.Render(spaces(4)+text.Cut(l, w-4)))
			}
			before, after := fromTheFirstChange(was[l], now[l])
			out = append(out, hang(spaces(4)+text.Pad(e.t.T("s141.was"), 5), firstOf(before, text.Nothing), w, 9)...)
			out = append(out, hang(spaces(4)+text.Pad(e.t.T("s141.now"), 5), firstOf(after, text.Nothing), w, 9)...)
		}
	case x.Kind == plan.DiffGone:
		out = append(out, hang("    ", e.t.T("s141.isgone", "Name", starterName(e.plan)), w, 4)...)
	}
	return append(out, s.exchange(e, x.ID, w)...)
}

// differs are the fields of a piece that say something else than before.
func (s *review) differs(e *env, x readPiece) (labels []string, was, now map[string]string) {
	if x.Kind != plan.DiffChanged || s.base == nil {
		return nil, nil, nil
	}
	return wordingsThatDiffer(pieceWords(e, *s.base, x.Piece), pieceWords(e, e.plan, x.Piece))
}

func wordingLines(e *env, list []wording, w int) []string {
	var out []string
	for _, x := range list {
		out = append(out, hang(spaces(4), e.st.Label.Render(x.label), w, 4)...)
		out = append(out, hang(spaces(6), x.text, w, 6)...)
	}
	return out
}

// exchange are the notes on a piece that were given back, each with what the
// starter did with it.
func (s *review) exchange(e *env, about string, w int) []string {
	var out []string
	for _, n := range e.plan.Notes {
		if n.About != about || isDraft(e.plan, n.ID) {
			continue
		}
		head := e.t.T("s141.your."+n.Kind, "Date", nearDay(e, n.Date))
		if !(plan.Party{Name: n.By, Key: n.Key}).Is(e.me()) {
			head = e.t.T("s141.theirs", "Name", n.By, "Date", nearDay(e, n.Date))
		}
		out = append(out, e.st.Label.Render(spaces(4)+text.Cut(head, w-4)))
		out = append(out, hang(spaces(9), n.Text, w, 9)...)
		out = append(out, ageLines(e, n, w)...)
		if a, ok := e.plan.AnswerOf(n.ID); ok {
			out = append(out, e.st.Label.Render(spaces(4)+text.Cut(e.t.T("s141.answer."+a.State, "Name", starterName(e.plan), "Date", nearDay(e, dateOf(a.At))), w-4)))
			if a.Text != "" {
				out = append(out, hang(spaces(9), a.Text, w, 9)...)
			}
		}
	}
	return out
}

// ageLines say that the text a note is about was changed since.
func ageLines(e *env, n plan.Note, w int) []string {
	age := plan.AgeOfNote(e.plan, n)
	if age == plan.NoteSame {
		return nil
	}
	return hang(spaces(9)+e.st.Attention.Render("!")+" ", e.t.T("s141.age."+string(age)), w, 11)
}

// drafts are the own notes on a piece that were not given back yet, and those
// that only the coach sees.
func (s *review) drafts(e *env, about string, w int) []row {
	var out []row
	for _, n := range e.plan.Notes {
		if n.About == about && isDraft(e.plan, n.ID) && (s.pen == nil || s.pen.id != n.ID) {
			out = append(out, draftRow(e, n, w))
		}
	}
	if e.plan.Review == nil {
		return out
	}
	for _, n := range e.plan.Review.Private {
		if n.About == about && (s.pen == nil || s.pen.id != n.ID) {
			out = append(out, row{ID: "own:" + n.ID, Lines: append([]string{spaces(4) + "5 " + e.st.forAudience("private").Render(e.t.T("s141.kind.private"))}, hang(spaces(9), n.Text, w, 9)...)})
		}
	}
	return out
}

func draftRow(e *env, n plan.Note, w int) row {
	head := spaces(4) + itoa(slices.Index(plan.NoteKinds, n.Kind)+1) + " " + e.t.T("s141.kind."+n.Kind)
	if !n.Due.IsZero() {
		head += ", " + text.FormatDate(n.Due, e.lang(), text.Medium)
	}
	lines := append([]string{head}, hang(spaces(9), n.Text, w, 9)...)
	return row{ID: "note:" + n.ID, Lines: append(lines, ageLines(e, n, w)...)}
}
