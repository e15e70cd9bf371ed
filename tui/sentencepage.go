package tui

import (
	"bekwaam/plan"
	"bekwaam/text"
)

// rowIDs name the rows: one for each sentence, and one for the wish.
func (s *sentences) rowIDs(e *env) []string {
	var out []string
	for _, p := range s.points(e) {
		out = append(out, p.id)
	}
	return append(out, "want")
}

func (s *sentences) Page(e *env) page {
	_, c, ok := e.fw.Competence(s.competence(e))
	if !ok {
		return page{}
	}
	v, points := s.view(e), s.points(e)
	p := page{Head: lines(e.t.T("s22.place", "Name", e.say(c.Name), "Number", s.at+1, "Of", len(s.all(e)))),
		Lines: lines("", e.st.Title.Render(e.t.T("s22.fits")))}
	for i, x := range points {
		from := len(p.Lines)
		for j, l := range text.Wrap(x.words, e.w-4) {
			lead := spaces(4)
			if j == 0 {
				lead = itoa(i+1) + " " + tick(x.id == v.Fits) + " "
			}
			if x.id == v.Fits {
				l = e.st.Chosen.Render(l)
			}
			p.Lines = append(p.Lines, line{Text: lead + l, Mark: j == 0 && s.marker == i && !s.writing, Row: x.id})
		}
		if s.marker == i {
			p.Focus = [2]int{from, len(p.Lines) - 1}
		}
	}
	if s.marker == 0 {
		p.Focus[0] = 0
	}
	p.Lines = append(p.Lines, line{})
	from := len(p.Lines)
	p.Lines = append(p.Lines, s.wishHeading(e, v), line{Text: s.wishRow(e, v), Mark: s.marker == len(points) && !s.writing, Row: "want"}, line{})
	if s.marker == len(points) {
		p.Focus = [2]int{from, from + 1}
	}
	s.addNote(e, &p)
	return p
}

// wishHeading asks the second question; where no sentence of a phase was
// chosen it is there to answer but not asked for.
func (s *sentences) wishHeading(e *env, v plan.View) line {
	if v.Fits != "" && e.fw.PhaseIndex(v.Fits) < 0 {
		return line{Text: e.st.Hint.Render(e.t.T("s22.want.free"))}
	}
	return line{Text: e.st.Title.Render(e.t.T("s22.want"))}
}

// wishGap stands between two answers.
const wishGap = "   "

func (s *sentences) wishRow(e *env, v plan.View) string {
	out := ""
	for i, w := range wishes(e) {
		if i > 0 {
			out += wishGap
		}
		words := e.say(w)
		if v.Want == i+1 {
			words = e.st.Chosen.Render(words)
		}
		out += itoa(i+1) + " " + tick(v.Want == i+1) + " " + words
	}
	return out
}

// wishAt is the answer on which a cell of the row lies, from 1.
func wishAt(e *env, cell int) int {
	end := 0
	for i, w := range wishes(e) {
		if end += text.Width("1 ○ "+e.say(w)) + text.Width(wishGap); cell < end {
			return i + 1
		}
	}
	return len(wishes(e))
}

func tick(chosen bool) string {
	if chosen {
		return "●"
	}
	return "○"
}

// noteRow is the row of the note.
const noteRow = "note"

// inRow are lines that a click finds by the id of a row.
func inRow(id string, ss []string) []line {
	out := lines(ss...)
	for i := range out {
		out[i].Row = id
	}
	return out
}

// addNote draws the note: as it reads, or open to write.
func (s *sentences) addNote(e *env, p *page) {
	head := line{Text: e.st.Label.Render(e.t.T("s22.note")), Mark: s.writing, Row: noteRow}
	if s.writing {
		head.Text = e.st.Selected.Render(e.t.T("s22.note"))
	}
	from := len(p.Lines)
	p.Lines = append(p.Lines, head)
	if !s.writing {
		note := s.view(e).Note
		if note == "" {
			p.Lines = append(p.Lines, line{Text: e.st.Label.Render(text.Nothing), Row: noteRow})
			return
		}
		p.Lines = append(p.Lines, inRow(noteRow, text.Wrap(note, e.w))...)
		return
	}
	body, cur := s.note.Lines(e, e.w, true)
	p.Lines = append(p.Lines, inRow(noteRow, body)...)
	p.Focus = [2]int{from, len(p.Lines) - 1}
	if cur != nil {
		p.Cursor = &cursor{Line: from + 1 + cur.Line, Cell: cur.Cell}
	}
}
