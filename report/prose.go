package report

import (
	"fmt"
	"strings"

	"bekwaam/report/internal/tagged"
)

// section begins a part of the report with a heading of level 2 and returns
// the element that its content goes into: the headings alone make the parts,
// which is what screen readers go by.
func (w *writer) section(title string) *tagged.Elem {
	w.heading(w.Root, 2, title, nil)
	return w.Root
}

// heading appends a heading. Where it stands goes into at, if that is not nil.
func (w *writer) heading(up *tagged.Elem, level int, title string, at *tagged.Place) {
	st, gap, after := h2Style, 7.5, 2.2
	switch level {
	case 1:
		st, gap, after = titleStyle, 0, 1.5
	case 3:
		st, gap, after = h3Style, 5, 1.4
	}
	e := up.Add(fmt.Sprintf("H%d", level))
	lines := spaced(w.wrap(title, st, wide))
	e.Lang = oneTongue(lines)
	for i, l := range lines {
		b := block{kind: kindHeading, h: st.lead, keep: true, draw: func(y float64) {
			if i == 0 {
				w.Bookmark(title, level-1, y)
				if at != nil {
					w.Here(at, y)
				}
			}
			w.Mark(e, func() { w.write(left, y, l) })
		}}
		if i == 0 {
			b.gap = gap
			if n := len(w.blocks); n > 0 && w.blocks[n-1].kind == kindHeading {
				b.gap = 1 // right below the heading above it
			}
		}
		if i == len(lines)-1 {
			b.h += after
		}
		w.add(b)
	}
}

// para is a paragraph; paragraphs of one text are apart by line breaks.
func (w *writer) para(up *tagged.Elem, s string, st style) {
	for part := range strings.SplitSeq(s, "\n") {
		if strings.TrimSpace(part) != "" {
			w.lines(up.Add("P"), left, spaced(w.wrap(part, st, wide)), 1.6, nil)
		}
	}
}

// lines appends the lines of one element, so that at least two stand together
// at either side of a page break. decorate draws beside each line.
func (w *writer) lines(e *tagged.Elem, x float64, lines []line, after float64, decorate func(y, h float64)) {
	e.Lang = oneTongue(lines)
	n := len(lines)
	for i, l := range lines {
		b := block{kind: kindText, h: l.st.lead, keep: i < n-1 && (i == 0 || i == n-2), draw: func(y float64) {
			if decorate != nil {
				decorate(y, l.st.lead)
			}
			w.Mark(e, func() { w.write(x, y, l) })
		}}
		if i == n-1 {
			b.h += after
		}
		w.add(b)
	}
}

// quote is a paragraph that stands out by a bar at its left.
func (w *writer) quote(up *tagged.Elem, s string) {
	const indent = 5
	w.lines(up.Add("P"), left+indent, spaced(w.wrap(s, leadStyle, wide-indent)), 2.4, func(y, h float64) {
		w.fill(left, y, 1.1, h+0.1, teal)
	})
}

// list is a list with bullets.
func (w *writer) list(up *tagged.Elem, items []string, st style) {
	const indent = 5
	l := up.Add("L")
	for i, s := range items {
		li := l.Add("LI")
		label, body := li.Add("Lbl"), li.Add("LBody")
		bullet := w.wrap("•", st, indent)[0]
		lines := spaced(w.wrap(s, st, wide-indent))
		first := len(w.blocks)
		after := 0.6
		if i == len(items)-1 {
			after = 1.8
		}
		w.lines(body, left+indent, lines, after, nil)
		draw := w.blocks[first].draw
		w.blocks[first].draw = func(y float64) {
			w.Mark(label, func() { w.write(left+1, y, bullet) })
			draw(y)
		}
	}
}
