package report

import (
	"bekwaam/plan"
	"bekwaam/report/internal/tagged"
)

// The size of a signature field, in millimetres.
const (
	FieldWidth  = 80.0
	FieldHeight = 24.0
)

// boxes appends the places in the row of signatures, two beside each other.
func (w *writer) boxes(up *tagged.Elem, list []seat) {
	for i := 0; i < len(list); i += 2 {
		pair := list[i:min(i+2, len(list))]
		var draws []func(y float64)
		h := 0.0
		for k, s := range pair {
			d, bh := w.box(up, left+float64(float64(k)*(wide-FieldWidth)), s)
			draws = append(draws, d)
			h = max(h, bh)
		}
		w.add(block{kind: kindBox, gap: 2, h: h, draw: func(y float64) {
			for _, d := range draws {
				d(y)
			}
		}})
	}
}

// box is one place: who, in which role, what they say with it, and the field
// with lines for name and date. Where there is no field it says why.
func (w *writer) box(up *tagged.Elem, x float64, s seat) (draw func(y float64), h float64) {
	role := capital(w.e.Word("role", s.role))
	says := w.e.Word("statement", s.role)
	if s.field == FieldSeal {
		role, says = w.say("seal"), w.say("seal.says")
	}
	type part struct {
		e  *tagged.Elem
		ls []line
	}
	parts := []part{{up.Add("P"), spaced(w.wrap(joined(": ", role, s.name), boldCell, FieldWidth))}}
	put := func(t string, st style) {
		parts = append(parts, part{up.Add("P"), spaced(w.wrap(t, st, FieldWidth))})
	}
	if s.absent() {
		put(w.say("signature.absent"), cellStyle)
	} else {
		put(says, cellStyle)
	}
	if s.made != nil && s.made.Status == plan.OnPaper {
		put(w.say("signature.paper", "Date", w.date(s.made.Date), "Name", s.made.RecordedBy), quietCell)
	}
	above := 1.0
	for _, p := range parts {
		above += tall(p.ls)
	}
	texts := func(y float64) {
		for _, p := range parts {
			for _, l := range p.ls {
				w.Mark(p.e, func() { w.write(x, y, l) })
				y += l.st.lead
			}
		}
	}
	if s.field == "" || s.absent() {
		return texts, above + 3
	}
	above = max(float64(3*cellStyle.lead)+1, above)
	under := w.wrap(w.say("signature.lines"), quietCell, FieldWidth)
	form, lines := up.Add("Form"), up.Add("P")
	tooltip := w.say("signature.field", "Role", w.e.Word("role", s.role), "Name", s.name)
	return func(y float64) {
		texts(y)
		at := y + above
		w.Field(form, x, at, FieldWidth, FieldHeight, s.field, tooltip)
		w.fields = append(w.fields, s.field)
		at += FieldHeight + 1
		w.Mark(lines, func() { w.write(x, at, under[0]) })
		w.hline(x, x+FieldWidth, at+9, ruleFine, quiet)
	}, above + FieldHeight + 1 + 9 + 3
}
