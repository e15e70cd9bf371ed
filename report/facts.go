package report

import (
	"strings"

	"bekwaam/report/internal/tagged"
)

// fact is what something is, and what there is to say of it.
type fact = [2]string

// pairs sets facts two in a row. Each is a paragraph: read out, "School: obs De
// Linde" says more than the cells of a table of names and values.
func (w *writer) pairs(up *tagged.Elem, facts []fact) {
	w.factRows(up, []column{{w: 33}, {w: 57}, {w: 33}, {w: 47}}, dense, facts, 2)
}

// facts sets facts one below the other. Those that say nothing are left out.
func (w *writer) facts(up *tagged.Elem, facts []fact) {
	var some []fact
	for _, f := range facts {
		if f[1] != "" {
			some = append(some, f)
		}
	}
	w.factRows(up, []column{{w: 42}, {w: wide - 42}}, roomy, some, 1)
}

// factRows sets facts n in a row, each in two of the columns.
func (w *writer) factRows(up *tagged.Elem, cols []column, sp spacing, facts []fact, n int) {
	if len(facts) == 0 {
		return
	}
	t := &table{w: w, cols: cols, sp: sp}
	first := len(w.blocks)
	for i := 0; i < len(facts); i += n {
		r := row{cells: make([]cell, len(cols))}
		for k, f := range facts[i:min(i+n, len(facts))] {
			r.cells[2*k], r.cells[2*k+1] = label(f[0]+":"), paragraphs(or(f[1]))
			p := up.Add("P")
			r.elems = append(r.elems, p, p)
		}
		t.row(r, i == 0 || i >= len(facts)-2*n)
	}
	last := len(w.blocks) - 1
	w.blocks[last].h += sp.after
	w.blocks[last].keep = false
	if height(w.blocks[first:]) <= smallTable {
		w.keepFrom(first)
	}
}

// paragraphs is a cell with the lines of a text below each other.
func paragraphs(s string) cell {
	var c cell
	for part := range strings.SplitSeq(s, "\n") {
		c = c.and(strings.TrimSpace(part), cellStyle)
	}
	return c
}
