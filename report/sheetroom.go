package report

import "bekwaam/sheet"

// The styles of a sheet: it is read from a table that people sit around.
var (
	sheetStyle = style{11, 5.4, false, ink}
	sheetLabel = style{11, 5.4, true, ink}
)

// The room to write, in millimetres.
const (
	answerIndent = 7.0 // of an answer and of what is numbered
	writingLine  = 8.5 // between two lines
	afterAnswer  = 2.5 // before what comes next
	mostAnswer   = 6   // lines for one answer
	leastNotes   = 2   // lines at the end, or none
	mostNotes    = 12
)

// room gives what is left of the page to those who write: the same number of
// lines below each answer, and the rest to the notes at the end.
func (w *writer) room(s sheet.Sheet, answers []int) {
	first := len(w.blocks)
	if s.Notes != "" {
		w.heading(w.Root.Add("Sect"), 2, s.Notes, nil)
		w.soften()
	}
	for _, i := range answers {
		w.blocks[i].h += afterAnswer
	}
	free := int((bottom - topFirst - height(w.blocks)) / writingLine)
	if n := len(answers); n > 0 {
		spare := 0
		if s.Notes != "" {
			spare = leastNotes
		}
		lines := min(max(free-spare, 0)/n, mostAnswer)
		for _, i := range answers {
			w.rule(i, left+answerIndent, lines, afterAnswer)
		}
		free -= lines * n
	}
	switch {
	case s.Notes == "":
	case free < leastNotes:
		w.blocks = w.blocks[:first]
	default:
		w.rule(len(w.blocks)-1, left, min(free, mostNotes), 0)
	}
}

// rule makes block i higher by some lines to write on, from x on; after is
// what its height has below them.
func (w *writer) rule(i int, x float64, lines int, after float64) {
	b := &w.blocks[i]
	draw, h := b.draw, b.h-after
	b.h += float64(float64(lines) * writingLine)
	b.draw = func(y float64) {
		draw(y)
		for n := range lines {
			w.hline(x, right, y+h+float64(float64(n+1)*writingLine)-1.5, ruleFine, rule)
		}
	}
}
