package report

import "bekwaam/report/internal/tagged"

// The colours of pictures differ in darkness, so that they can be told apart
// without colour: nothing, middle, dark.
var (
	middle = colour{166, 194, 201}
	dark   = teal
)

var figureStyle = style{7.5, 4, false, ink}

// figure appends a picture of h millimetres. alt says in words what it shows,
// all of it, for who cannot see it (ISO 14289-1, 7.3).
func (w *writer) figure(up *tagged.Elem, h float64, alt string, draw func(y float64)) {
	e := up.Add("Figure")
	e.Alt = alt
	w.add(block{kind: kindFigure, gap: 1, h: h + 2.5, draw: func(y float64) {
		box := w.Box(left, y, wide, h)
		e.BBox = &box
		w.Figure(e, func() { draw(y) })
	}})
}

// bar draws a box: filled, with an edge, or both.
func (p *paper) bar(x, y, w, h float64, fill, edge *colour) {
	how := ""
	if edge != nil {
		p.P.SetDrawColor(edge[0], edge[1], edge[2])
		p.P.SetLineWidth(0.25)
		how = "D"
	}
	if fill != nil {
		p.P.SetFillColor(fill[0], fill[1], fill[2])
		how = "F" + how
	}
	p.P.Rect(x, y, w, h, how)
}

// upright draws a thin line from top to bottom.
func (p *paper) upright(x, y1, y2 float64) {
	p.P.SetDrawColor(rule[0], rule[1], rule[2])
	p.P.SetLineWidth(ruleFine)
	p.P.Line(x, y1, x, y2)
}

// flag draws a triangle that points down to x, y.
func (p *paper) flag(x, y, size float64) {
	p.P.SetFillColor(ink[0], ink[1], ink[2])
	p.P.MoveTo(x, y)
	half := float64(size / 2)
	p.P.LineTo(x-half, y-size)
	p.P.LineTo(x+half, y-size)
	p.P.ClosePath()
	p.P.DrawPath("F")
}

// clip is a text on one line of w mm; what does not fit is left out with a
// sign that it was.
func (w *writer) clip(s string, st style, wide float64) line {
	lines := w.wrap(s, st, wide)
	if len(lines) == 1 {
		return lines[0]
	}
	return w.wrap(textOf(w.wrap(s, st, wide-2)[0])+"…", st, wide+10)[0]
}

// textOf is the text of a line as it was.
func textOf(l line) string {
	out := ""
	for _, r := range l.runs {
		if r.actual != "" {
			out += r.actual
		} else {
			out += r.s
		}
	}
	return out
}

// legendItem is a sample of a mark and what it means.
type legendItem struct {
	draw func(x, y float64) // 4 mm wide, 3 mm high
	says string
}

// legend draws what the marks mean in one row.
func (w *writer) legend(x, y float64, items []legendItem) {
	for _, it := range items {
		it.draw(x, y+0.5)
		l := w.wrap(it.says, figureStyle, wide)[0]
		w.write(x+5.2, y, l)
		x += 5.2 + l.w + 6
	}
}
