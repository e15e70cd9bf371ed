package report

import (
	"slices"

	"bekwaam/report/internal/tagged"
)

// What a row leaves of a page for the heading above it, in mm.
const overRow = 40.0

// row appends a row: one block, or several where it is as high as a page.
func (t *table) row(r row, keep bool) {
	w := t.w
	lines, elems := make([][]line, len(t.cols)), t.elems(r)
	for i, c := range t.cols {
		for _, p := range r.cells[i] {
			lines[i] = append(lines[i], w.wrap(p.s, p.st, c.w-2*padX)...)
		}
		lines[i] = spaced(lines[i])
		if r.elems == nil {
			elems[i].Lang = oneTongue(lines[i])
		} else if i%2 == 0 {
			space(lines[i]) // before the text that goes with it
		}
	}
	var link *tagged.Elem
	if r.link != nil {
		link = elems[0].Add("Link")
	}
	most := bottom - top - 2*t.sp.pad - overRow
	if t.head != nil {
		most -= t.head.h
	}
	for first := true; first || anyLeft(lines); first = false {
		part, h := take(lines, most)
		h += 2 * t.sp.pad
		more := anyLeft(lines)
		b := block{kind: kindRow, item: r.item, h: h, keep: keep && !more, part: !first || more, head: t.head, draw: func(y float64) {
			x := left
			for i, c := range t.cols {
				e := elems[i]
				if i == 0 && link != nil {
					e = link
					w.Link(link, x, y, c.w, h, r.link, r.cells[0][0].s)
				}
				if len(part[i]) > 0 && len(part[i][0].runs) > 0 {
					w.Mark(e, func() { t.cell(x, y, c, part[i]) })
				}
				x += c.w
			}
			if !more {
				w.hline(left, right, y+h, ruleFine, rule)
			}
		}}
		if r.total {
			b.kind = kindTotal
			inner := b.draw
			b.draw = func(y float64) {
				w.hline(left, right, y, ruleStrong, teal)
				inner(y)
			}
		}
		w.add(b)
	}
}

// elems are the elements of a row's cells.
func (t *table) elems(r row) []*tagged.Elem {
	if r.elems != nil {
		return append(r.elems, make([]*tagged.Elem, len(t.cols)-len(r.elems))...)
	}
	tr := t.body.Add("TR")
	elems := make([]*tagged.Elem, len(t.cols))
	for i := range elems {
		elems[i] = tr.Add("TD")
		if slices.Contains(r.heads, i) {
			elems[i].Type, elems[i].Scope = "TH", "Row"
		}
	}
	return elems
}

// anyLeft reports whether a cell has lines left.
func anyLeft(lines [][]line) bool {
	return slices.ContainsFunc(lines, func(l []line) bool { return len(l) > 0 })
}

// take cuts the lines off each cell that fit in most mm, and returns them with
// their height.
func take(lines [][]line, most float64) (part [][]line, h float64) {
	part = make([][]line, len(lines))
	for i, ls := range lines {
		n, sum := 0, 0.0
		for n < len(ls) && (n == 0 || sum+ls[n].st.lead <= most) {
			sum += ls[n].st.lead
			n++
		}
		part[i], lines[i] = ls[:n], ls[n:]
		h = max(h, sum)
	}
	return part, h
}
