package tui

import (
	"slices"
	"strings"

	"bekwaam/text"
)

// A writer is a screen on which a long text can be in hand.
type writer interface {
	// inHand returns that text with the row in which it stands, or nil.
	inHand() (row string, f *longField)
}

func (f *form) inHand() (string, *longField) {
	if l, ok := f.here().(interface{ long() *longField }); ok {
		return f.here().ID(), l.long()
	}
	return "", nil
}

func (s *sentences) inHand() (string, *longField) {
	if !s.writing {
		return "", nil
	}
	return noteRow, s.note
}

func (s *agreementList) inHand() (string, *longField) { return s.list.sel, s.open }

func (s *proposals) inHand() (string, *longField) {
	if l, ok := s.write.field.(interface{ long() *longField }); ok {
		return s.write.row, l.long()
	}
	return "", nil
}

// point puts the cursor of a long text where a click hit it. The text may
// have come in hand by the same click: what counts is the line of the row.
func (m *Model) point(c clickMsg) {
	w, ok := m.top().(writer)
	if !ok {
		return
	}
	row, f := w.inHand()
	if f == nil || row != c.Row {
		return
	}
	p := m.top().Page(m.env())
	at := f.in.Cursor()
	first := slices.IndexFunc(p.Lines, func(l line) bool { return l.Row == row })
	if p.Cursor == nil || at == nil || first < 0 {
		return
	}
	f.point(first+c.Nth-(p.Cursor.Line-at.Y), c.Cell-(p.Cursor.Cell-at.X))
}

// point puts the cursor on a cell of a line, both counted from the first one
// in view; behind the end of a line it stands at its end.
func (f *longField) point(y, x int) {
	top, height := f.in.ScrollYOffset(), f.in.Height()
	if y < 0 || y >= height {
		return
	}
	f.in.MoveToBegin()
	for range top + height - 1 { // down to the last line in view, so that the view stays
		f.in.CursorDown()
	}
	for f.rowHere() > top+y && f.in.Line()+f.in.LineInfo().RowOffset > 0 {
		f.in.CursorUp()
	}
	info := f.in.LineInfo()
	rest := []rune(strings.Split(f.in.Value(), "\n")[f.in.Line()])[info.StartColumn:]
	most := min(info.Width, len(rest))
	if info.RowOffset+1 < info.Height {
		most = min(info.Width-1, len(rest)) // one further is the next line
	}
	n := 0
	for n < most && text.Width(string(rest[:n+1])) <= x {
		n++
	}
	f.in.SetCursorColumn(info.StartColumn + n)
}

// rowHere is the line of the text in which the cursor stands, as it is
// wrapped.
func (f *longField) rowHere() int {
	if c := f.in.Cursor(); c != nil {
		return c.Y + f.in.ScrollYOffset()
	}
	return 0
}
