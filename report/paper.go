package report

import (
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

// paper draws text, and loads each font when it is first used: an unused one
// would still be embedded.
type paper struct {
	*tagged.Doc
	loaded map[*face]bool
	face   *face // in use on this page, nil when not known
	size   float64
}

func newSheet(w, h float64, now time.Time) *paper {
	return &paper{Doc: tagged.New(newPaper(w, h, now)), loaded: map[*face]bool{}}
}

// back goes back to a page, where another font was in use.
func (p *paper) back(n int) {
	p.Turn(n)
	p.face = nil
}

func (p *paper) use(f *face, size float64) {
	if !p.loaded[f] {
		p.P.AddUTF8FontFromBytes(f.family, f.style, f.fresh())
		p.loaded[f] = true
	}
	if p.face != f || p.size != size {
		p.P.SetFont(f.family, f.style, size)
		p.face, p.size = f, size
	}
}

// write draws a line whose box begins at x, y.
func (p *paper) write(x, y float64, l line) {
	p.P.SetTextColor(l.st.ink[0], l.st.ink[1], l.st.ink[2])
	base := y + (l.st.lead+0.72*l.st.mm())/2
	for _, r := range l.runs {
		p.use(r.face, l.st.size)
		p.P.Text(x+r.x, base, r.s)
	}
}

// hline draws a rule as decoration.
func (p *paper) hline(x1, x2, y, thick float64, c colour) {
	p.Artifact(tagged.Layout, func() {
		p.P.SetDrawColor(c[0], c[1], c[2])
		p.P.SetLineWidth(thick)
		p.P.Line(x1, y, x2, y)
	})
}

// fill draws a box as decoration.
func (p *paper) fill(x, y, w, h float64, c colour) {
	p.Artifact(tagged.Layout, func() {
		p.P.SetFillColor(c[0], c[1], c[2])
		p.P.Rect(x, y, w, h, "F")
	})
}
