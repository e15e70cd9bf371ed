package report

import (
	"cmp"
	"slices"
	"time"

	"github.com/jung-kurt/gofpdf"

	"bekwaam/report/internal/tagged"
)

// A4 with its margins, in millimetres.
const (
	pageWidth, pageHeight = 210.0, 297.0
	left, right           = 20.0, 190.0
	wide                  = right - left
	top, bottom           = 24.0, 271.0
	topFirst              = 15.0 // the first page has nothing in its upper margin
)

// newPaper returns a gofpdf document without pages whose bytes depend on
// nothing but what is drawn.
func newPaper(w, h float64, now time.Time) *gofpdf.Fpdf {
	p := gofpdf.NewCustom(&gofpdf.InitType{OrientationStr: "P", UnitStr: "mm", Size: gofpdf.SizeType{Wd: w, Ht: h}})
	p.SetCatalogSort(true)  // else fonts come in the order of a map
	p.SetCompression(false) // package tagged does it, and better
	p.SetCreationDate(now)
	p.SetModificationDate(now)
	p.SetMargins(0, 0, 0)
	p.SetAutoPageBreak(false, 0) // it would break inside marked content
	return p
}

// paper draws text and decoration.
type paper struct {
	*tagged.Doc
	strokes map[int][]stroke // by page, drawn at the end
}

// stroke is a horizontal rule.
type stroke struct {
	x1, x2, y, thick float64 // mm
	ink              colour
}

func newSheet(w, h float64, now time.Time) *paper {
	return &paper{tagged.New(newPaper(w, h, now)), map[int][]stroke{}}
}

// write draws a line whose box begins at x, y.
func (p *paper) write(x, y float64, l line) {
	base := l.base(y)
	for _, r := range l.runs {
		draw := func() { p.Text(r.face.font(), l.st.size, x+r.x, base, l.st.ink, r.s) }
		if r.lang != "" || r.actual != "" {
			p.Part(r.lang, r.actual, draw)
		} else {
			draw()
		}
	}
}

// hline notes a rule for this page. All rules of a page are one decoration,
// drawn by ruleOff, so that what is read is not cut up by them.
func (p *paper) hline(x1, x2, y, thick float64, c colour) {
	n := p.P.PageNo()
	p.strokes[n] = append(p.strokes[n], stroke{x1, x2, y, thick, c})
}

// ruleOff draws the rules of this page, those that look alike together. It
// belongs in an artifact.
func (p *paper) ruleOff() {
	list := p.strokes[p.P.PageNo()]
	slices.SortStableFunc(list, func(a, b stroke) int {
		return cmp.Or(cmp.Compare(a.thick, b.thick), slices.Compare(a.ink[:], b.ink[:]))
	})
	for i, s := range list {
		if i == 0 || s.thick != list[i-1].thick || s.ink != list[i-1].ink {
			p.P.SetDrawColor(s.ink[0], s.ink[1], s.ink[2])
			p.P.SetLineWidth(s.thick)
		}
		p.P.Line(s.x1, s.y, s.x2, s.y)
	}
}

// fill draws a box as decoration.
func (p *paper) fill(x, y, w, h float64, c colour) {
	p.Artifact(tagged.Layout, func() {
		p.P.SetFillColor(c[0], c[1], c[2])
		p.P.Rect(x, y, w, h, "F")
	})
}
