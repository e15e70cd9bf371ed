package report

import "bekwaam/report/internal/tagged"

// column of a table; numbers stand at the right.
type column struct {
	title string
	w     float64 // mm
	right bool
	inset float64 // mm from the right, for numbers below those of another table
}

// text of a cell that is set in one style.
type piece struct {
	s  string
	st style
}

// cell is what stands in a cell, one piece below the other.
type cell []piece

func plain(s string) cell { return cell{{s, cellStyle}} }
func bold(s string) cell  { return cell{{s, boldCell}} }
func label(s string) cell { return cell{{s, labelStyle}} }

// and appends a piece below, unless it is empty.
func (c cell) and(s string, st style) cell {
	if s == "" {
		return c
	}
	return append(c, piece{s, st})
}

// row of a table. Heads says which cells are headers of their row. A total
// stands apart and never alone on a page.
type row struct {
	cells []cell
	heads []int
	total bool
	item  string         // id of what the row is about
	link  *tagged.Place  // what the first cell leads to
	elems []*tagged.Elem // of the cells, where they are no cells of a table
}

const (
	padX       = 1.8
	ruleFine   = 0.15
	ruleStrong = 0.4
)

// spacing of a table: above and below a row's text, and below the table, in mm.
type spacing struct{ pad, after float64 }

var (
	roomy = spacing{1.35, 3}
	dense = spacing{0.85, 1}
)

// A table up to this height is not broken.
const smallTable = 60.0

// table is a table under construction.
type table struct {
	w    *writer
	cols []column
	sp   spacing
	e    *tagged.Elem
	body *tagged.Elem
	head *head
}

// table appends a table with header cells that say for what they are (ISO
// 14289-1, 7.5; ISO 32000-1, 14.8.4.3.4). Without titles it has no header row, and its heads
// are those of the rows.
func (w *writer) table(up *tagged.Elem, cols []column, rows []row) {
	w.tableIn(up, roomy, cols, rows)
}

func (w *writer) tableIn(up *tagged.Elem, sp spacing, cols []column, rows []row) {
	t := &table{w: w, cols: cols, sp: sp, e: up.Add("Table")}
	t.body = t.e
	first := len(w.blocks)
	for _, c := range cols {
		if c.title != "" {
			t.header()
			break
		}
	}
	n := len(rows)
	for i, r := range rows {
		// No row stands alone below the header or above a total.
		keep := i == 0 && n > 1 || i == n-2 || i+1 < n && rows[i+1].total || i+2 < n && rows[i+2].total
		t.row(r, keep)
	}
	last := len(w.blocks) - 1
	w.blocks[last].h += sp.after
	if height(w.blocks[first:]) <= smallTable {
		w.keepFrom(first)
	}
}

// header appends the header row; below a page break it is an artifact.
func (t *table) header() {
	w := t.w
	tr := t.e.Add("THead").Add("TR")
	t.body = t.e.Add("TBody")
	var cells [][]line
	var heads []*tagged.Elem
	h := 0.0
	for _, c := range t.cols {
		lines := spaced(w.wrap(c.title, headStyle, c.w-2*padX))
		cells = append(cells, lines)
		th := tr.Add("TH")
		th.Scope = "Column"
		heads = append(heads, th)
		h = max(h, tall(lines)+2*t.sp.pad)
	}
	draw := func(y float64, each func(i int, draw func())) {
		w.fill(left, y, wide, h, tint)
		x := left
		for i, c := range t.cols {
			if len(cells[i][0].runs) > 0 {
				// Titles of two lines and of one stand on the same last line.
				each(i, func() { t.cell(x, y+h-2*t.sp.pad-tall(cells[i]), c, cells[i]) })
			}
			x += c.w
		}
		w.hline(left, right, y+h, ruleStrong, teal)
	}
	t.head = &head{h: h, draw: func(y float64) {
		draw(y, func(_ int, d func()) { w.Artifact(tagged.Pagination, d) })
	}}
	w.add(block{kind: kindHead, h: h, keep: true, draw: func(y float64) {
		draw(y, func(i int, d func()) { w.Mark(heads[i], d) })
	}})
}

// cell draws lines below each other.
func (t *table) cell(x, y float64, c column, lines []line) {
	y += t.sp.pad
	for _, l := range lines {
		at := x + padX
		if c.right {
			at = x + c.w - c.inset - padX - l.w
		}
		t.w.write(at, y, l)
		y += l.st.lead
	}
}

func tall(lines []line) float64 {
	h := 0.0
	for _, l := range lines {
		h += l.st.lead
	}
	return h
}
