package report

// The styles of a sheet: it is read from a table that people sit around.
var (
	sheetStyle = style{11, 5.4, false, ink}
	sheetLabel = style{11, 5.4, true, ink}
)

// The room to write, in millimetres.
const (
	writingLine = 8.5 // between two lines
	mostAnswer  = 4   // lines for one answer
	mostNotes   = 9   // lines at the end
)

// room gives what is left of the page to those who write: the same number of
// lines below each answer, and below the notes at the end.
func (w *writer) room(s Sheet, answers []int) {
	left := bottom - topFirst - height(w.blocks)
	if n := len(answers); n > 0 {
		lines := min(int(left/writingLine)/n, mostAnswer)
		for _, i := range answers {
			w.rule(i, lines)
		}
		return
	}
	if s.Notes == "" {
		return
	}
	first := len(w.blocks)
	w.heading(w.Root.Add("Sect"), 2, s.Notes, nil)
	w.soften()
	lines := min(int((left-height(w.blocks[first:]))/writingLine), mostNotes)
	if lines < 2 {
		w.blocks = w.blocks[:first]
		return
	}
	w.rule(len(w.blocks)-1, lines)
}

// rule makes block i higher by some lines to write on.
func (w *writer) rule(i, lines int) {
	b := &w.blocks[i]
	draw, h := b.draw, b.h
	b.h += float64(lines) * writingLine
	b.draw = func(y float64) {
		draw(y)
		for n := range lines {
			w.hline(left+7, right, y+h+float64(n+1)*writingLine-1.5, ruleFine, rule)
		}
	}
}
