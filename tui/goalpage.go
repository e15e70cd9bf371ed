package tui

import (
	"slices"
	"strings"

	"bekwaam/plan"
	"bekwaam/text"
)

// The columns of S41: the fields on the left, what belongs beside them from
// goalRight on.
const (
	goalLeft  = 49
	goalRight = 51
)

// drawing collects the lines of a page with where the focus is.
type drawing struct{ page }

// put adds the lines of a field; at is the line that carries the mark.
func (s *drawing) put(id string, ls []string, cur *cursor, focused bool) {
	if focused {
		s.Focus = [2]int{len(s.Lines), len(s.Lines) + len(ls) - 1}
		if cur != nil {
			s.Cursor = &cursor{Line: len(s.Lines) + cur.Line, Cell: cur.Cell}
		}
	}
	for i, l := range ls {
		s.Lines = append(s.Lines, line{Text: l, Mark: focused && i == 0, Row: id})
	}
}

func (s *goalForm) Page(e *env) page {
	if e.narrow() {
		return s.narrowPage(e)
	}
	out := &drawing{}
	for i, f := range s.fields {
		focused := i == s.at
		switch f.ID() {
		case "competence", "done": // stand beside another field
		case "question":
			s.putQuestion(e, out, f, focused)
		case "evidence":
			ls, cur := s.block(e, i, e.w-12, focused)
			at := len(ls) - 1
			ls[at] = rightOf(e, ls[at], s.doneWord(e))
			start := len(out.Lines)
			out.put(f.ID(), ls, cur, focused)
			if s.here().ID() == "done" {
				out.Focus = [2]int{start + at, start + at}
				out.Cursor = &cursor{Line: start + at, Cell: e.w - text.Width(s.doneWord(e)) + 2}
			}
		default:
			ls, cur := s.block(e, i, e.w, focused)
			out.put(f.ID(), ls, cur, focused)
		}
	}
	if s.at == 0 {
		out.Focus[0] = 0
	}
	followPick(&out.page, s.here())
	s.counted(e, &out.page)
	return out.page
}

// doneWord is the button at the end, with the mark before it when in hand.
func (s *goalForm) doneWord(e *env) string {
	words := "[ " + e.t.T("act.done") + " ]"
	if s.here().ID() == "done" {
		return e.st.Selected.Render("› " + words)
	}
	return "  " + words
}

// block is a field with what stands beside it: who sees it, and the question
// while the field is in hand.
func (s *goalForm) block(e *env, i, w int, focused bool) ([]string, *cursor) {
	f, side := s.fields[i], s.side(e, i, focused)
	_, isLong := f.(interface{ long() *longField })
	if len(side) > 0 && (focused || !isLong) {
		w = min(w, goalLeft)
	}
	ls, cur := drawField(e, f, w, focused)
	return beside(ls, side), cur
}

// drawField draws a field in w cells, a long one as high as its text.
func drawField(e *env, f field, w int, focused bool) ([]string, *cursor) {
	if l, ok := f.(interface{ long() *longField }); ok && focused {
		l.long().fitted(w)
	}
	return f.Lines(e, w, focused)
}

// beside puts the lines of the right column beside those of the left.
func beside(left, right []string) []string {
	for i, r := range right {
		if i == len(left) {
			left = append(left, "")
		}
		left[i] = fit(left[i], goalRight) + r
	}
	return left
}

// side are the lines in the right column of a field.
func (s *goalForm) side(e *env, i int, focused bool) []string {
	var out []string
	if s.items[i].coach {
		out = append(out, e.st.forAudience("coach").Render(e.t.T("s41.coach")))
	}
	if x, ok := s.fields[i].(folder); !focused || ok && x.opened() {
		return out // answers that stand open need the room
	}
	for _, l := range text.Wrap(s.ask(e, i), e.w-goalRight) {
		if l != "" {
			out = append(out, e.st.Hint.Render(l))
		}
	}
	return out
}

// ask is the question beside a field, "" where there is none.
func (s *goalForm) ask(e *env, i int) string {
	x := s.items[i]
	switch {
	case x.ask != "":
		return e.t.T(x.ask)
	case x.check != "" && s.open(e, x.check):
		return checkWords(e, x.check)
	case x.prompt != "":
		if p, ok := e.pack().GoalPrompt(x.prompt); ok {
			return e.say(p.Text) + s.askedBefore(e, i)
		}
	}
	return ""
}

// askedBefore is a learning question that the teacher brought from the initial
// training, beside the one that is still to be written here.
func (s *goalForm) askedBefore(e *env, i int) string {
	q := broughtQuestion(e.plan)
	if s.fields[i].ID() != "question" || q == "" || s.goal(e).Question != "" {
		return ""
	}
	return "\n" + e.t.T("s41.brought", "Question", q)
}

// open reports whether a check asks something about this goal.
func (s *goalForm) open(e *env, check string) bool {
	return slices.ContainsFunc(s.asked.of(e), func(q plan.Question) bool {
		return q.Check == check && slices.Contains(q.About, s.id)
	})
}

// putQuestion draws the learning question, shown whole, with the part of the
// framework beside it and its own question below it.
func (s *goalForm) putQuestion(e *env, out *drawing, f field, focused bool) {
	ls, cur := s.question(e, f, goalLeft, focused)
	part := s.fields[s.place("competence")].(*partField)
	inHand := s.here() == field(part)
	label := e.st.Label.Render(e.t.T("s41.competence"))
	if inHand {
		label = e.st.Selected.Render(e.t.T("s41.competence"))
	}
	right := append([]string{label}, part.words(e, e.w-goalRight)...)
	for i := range right {
		right[i] = strings.TrimRight(right[i], " ")
	}
	ls = beside(ls, right)
	if inHand {
		ls[0] = strings.Replace(ls[0], "  "+label, e.st.Selected.Render("› ")+label, 1)
	}
	if focused {
		for _, l := range text.Wrap(s.ask(e, 0), e.w) {
			ls = append(ls, e.st.Hint.Render(l))
		}
	}
	if inHand {
		ls = append(ls, s.nowAndThen(e)...)
	}
	out.put(f.ID(), ls, cur, focused)
	if inHand {
		out.Focus = [2]int{0, len(ls) - 1}
		out.Cursor = &cursor{Line: 0, Cell: goalRight}
	}
}

// question is the learning question; while it is not in hand all of it is
// there to read, up to three lines.
func (s *goalForm) question(e *env, f field, w int, focused bool) ([]string, *cursor) {
	ls, cur := drawField(e, f, w, focused)
	if v := f.(*longField).in.Value(); !focused && v != "" {
		body := text.Wrap(v, w)
		if len(body) > 3 {
			body = append(body[:2:2], text.Cut(body[2]+" "+body[3], w))
		}
		ls = append(ls[:1:1], body...)
	}
	return ls, cur
}

func (s *goalForm) place(id string) int {
	return slices.IndexFunc(s.fields, func(f field) bool { return f.ID() == id })
}

// narrowPage is the same in one column: what stands on the right goes below
// the field in hand.
func (s *goalForm) narrowPage(e *env) page {
	out := &drawing{}
	for i, f := range s.fields {
		focused := i == s.at
		w := e.w
		who := ""
		if s.items[i].coach {
			who = e.st.forAudience("coach").Render(e.t.T("audience.short.coach"))
			w -= text.Width(who) + 2
		}
		if _, isLong := f.(interface{ long() *longField }); isLong {
			w = e.w
		}
		ls, cur := drawField(e, f, w, focused)
		if i == 0 {
			ls, cur = s.question(e, f, w, focused)
		}
		if who != "" {
			ls[0] = rightOf(e, text.Cut(ls[0], e.w-text.Width(who)-1), who)
		}
		if focused {
			for _, l := range text.Wrap(s.ask(e, i), e.w) {
				if l != "" {
					ls = append(ls, e.st.Hint.Render(l))
				}
			}
			if f.ID() == "competence" {
				ls = append(ls, s.nowAndThen(e)...)
			}
		}
		out.put(f.ID(), ls, cur, focused)
	}
	if s.at == 0 {
		out.Focus[0] = 0
	}
	followPick(&out.page, s.here())
	s.counted(e, &out.page)
	return out.page
}

// clicked finds the field under a click where two stand side by side.
func (s *goalForm) clicked(e *env, c clickMsg) clickMsg {
	switch {
	case e.narrow():
	case c.Row == "question" && c.Cell >= goalRight-2 && c.Line <= len(s.fields[s.place("competence")].(*partField).words(e, e.w-goalRight)):
		c.Row = "competence"
	case c.Row == "evidence" && c.Cell >= e.w-12:
		c.Row = "done"
	}
	return c
}

// counted shows the Friday question of the goal and its answers of the year,
// below the fields.
func (s *goalForm) counted(e *env, p *page) {
	g := s.goal(e)
	if g.OwnCount == nil {
		return
	}
	p.Lines = append(p.Lines, line{})
	for _, l := range text.Wrap(e.t.T("s98.ongoal", "Question", g.OwnCount.Question), e.w) {
		p.Lines = append(p.Lines, line{Text: e.st.Label.Render(l)})
	}
	p.Lines = append(p.Lines, lines(stripLines(e, g)...)...)
}
