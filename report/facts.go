package report

import "bekwaam/report/internal/tagged"

// pairs is a table of facts, two a row: what it is, and what it says.
func (w *writer) pairs(up *tagged.Elem, facts [][2]string) {
	cols := []column{{w: 33}, {w: 57}, {w: 33}, {w: 47}}
	var rows []row
	for i := 0; i < len(facts); i += 2 {
		r := row{heads: []int{0, 2}, cells: []cell{label(facts[i][0]), plain(or(facts[i][1])), nil, nil}}
		if i+1 < len(facts) {
			r.cells[2], r.cells[3] = label(facts[i+1][0]), plain(or(facts[i+1][1]))
		} else {
			r.heads = []int{0}
		}
		rows = append(rows, r)
	}
	w.tableIn(up, dense, cols, rows)
}

// facts is a table of facts, one a row. Facts that say nothing are left out.
func (w *writer) facts(up *tagged.Elem, facts [][2]string) {
	var rows []row
	for _, f := range facts {
		if f[1] != "" {
			rows = append(rows, row{heads: []int{0}, cells: []cell{label(f[0]), paragraphs(f[1])}})
		}
	}
	if len(rows) > 0 {
		w.table(up, []column{{w: 42}, {w: wide - 42}}, rows)
	}
}
