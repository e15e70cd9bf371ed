package report

import (
	"bekwaam/report/internal/tagged"
)

// addPage begins a page. What stands in its margins is drawn at the end, when
// the number of pages is known.
func (w *writer) addPage() {
	w.AddPage()
	if w.opt.Proof {
		w.watermark()
	}
}

// watermark says over the whole page that it is a preview.
func (w *writer) watermark() {
	l := w.wrap(w.say("proof"), style{150, 60, true, colour{237, 239, 240}}, 400)[0]
	w.Artifact(tagged.Pagination, func() {
		w.P.TransformBegin()
		w.P.TransformRotate(52, pageWidth/2, pageHeight/2)
		w.write((pageWidth-l.w)/2, pageHeight/2-30, l)
		w.P.TransformEnd()
	})
}

// margins draws what repeats, as artifacts (ISO 14289-1, 7.8): on every page where it belongs and which of how
// many it is.
func (w *writer) margins() {
	name := joined(", ", w.p.Profile.Name, w.p.Profile.School)
	proof := ""
	if w.opt.Proof {
		proof = w.say("proof")
	}
	for n := 1; n <= w.page; n++ {
		w.Turn(n)
		w.Artifact(tagged.Pagination, func() {
			if n > 1 {
				w.sides(12.5, joined(" · ", w.confidential(), w.heading1()), joined(" · ", proof, w.say("version", "N", w.p.WorkingVersion)))
				w.hline(left, right, 17.5, ruleFine, rule)
			}
			w.hline(left, right, 278.5, ruleFine, rule)
			w.ruleOff()
			w.sides(280, name, w.say("page", "N", n, "Of", w.page))
		})
	}
}

// sides writes one text at the left margin and one at the right.
func (w *writer) sides(y float64, l, r string) {
	at := w.wrap(r, runningStyle, wide/3)[0]
	w.write(right-at.w, y, at)
	w.write(left, y, w.wrap(l, runningStyle, wide-at.w-6)[0])
}
