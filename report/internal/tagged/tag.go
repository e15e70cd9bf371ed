package tagged

import (
	"strconv"

	"github.com/jung-kurt/gofpdf"

	"bekwaam/report/internal/font"
)

// Elem is an element of the structure tree. Its fields are set before Finish.
type Elem struct {
	Type    string      // a standard structure type: P, H1, Table, …
	Alt     string      // alternative text of a Figure
	Lang    string      // where it differs from the document's
	Actual  string      // the text itself, where what is drawn is not quite it
	Scope   string      // of a TH: Row or Column
	ColSpan int         // columns of a TH or TD, where more than one
	BBox    *[4]float64 // of a Figure, in points
	kids    []any       // *Elem, content or annotation, in reading order
	num     int         // object number, once Finish gave it one
}

type (
	// content is one piece of marked content.
	content struct{ page, id int }
	// annotation is a link (its index) or a field (-1 - its index).
	annotation struct{ index int }
	// Place is a point that links lead to. It is known once it was drawn.
	Place struct {
		page int
		y    float64 // points from below
	}
	link struct {
		page int
		rect [4]float64
		to   *Place
		alt  string
		elem *Elem
	}
	field struct {
		name, tooltip string
		page          int
		rect          [4]float64
		elem          *Elem
	}
	bookmark struct {
		title string
		level int
		at    Place
	}
)

// Doc records structure while a gofpdf document is drawn.
type Doc struct {
	P    *gofpdf.Fpdf
	Root *Elem

	want   *Elem           // what is being drawn
	open   *Elem           // whose marked content is open
	next   map[int]int     // page to the next number of marked content
	owners map[int][]*Elem // page to the element of each piece
	links  []link
	fields []field
	marks  []bookmark

	// Text: the fonts of this document, and what is in use on this page.
	fonts      []*font.Use
	inUse      int // index of the font, -1 for none
	size       float64
	ink        [3]int
	inked      bool
	inText     bool   // a text object is open
	loose      bool   // each text is an object: paths are drawn between them
	penAt      [2]int // where the last text began, in hundredths of a point
	buf, codes []byte
}

// New returns the record of p, which has no page yet and compresses nothing.
func New(p *gofpdf.Fpdf) *Doc {
	return &Doc{P: p, Root: &Elem{Type: "Document"}, next: map[int]int{}, owners: map[int][]*Elem{}, inUse: -1}
}

// Add appends an element below e.
func (e *Elem) Add(typ string) *Elem {
	k := &Elem{Type: typ}
	e.kids = append(e.kids, k)
	return k
}

// AddPage begins a page.
func (d *Doc) AddPage() {
	d.shut()
	d.P.AddPage()
	d.Forget()
}

// Turn goes back to page n (1-based), to draw artifacts there.
func (d *Doc) Turn(n int) {
	d.shut()
	d.P.SetPage(n)
	d.Forget()
}

// Mark draws content of e on this page. Pieces of one element that follow each
// other on a page become one. Draw writes text only; see Figure.
func (d *Doc) Mark(e *Elem, draw func()) {
	around := d.want
	d.want = e
	draw()
	d.want = around
}

// Figure draws the picture that e is, with text or without.
func (d *Doc) Figure(e *Elem, draw func()) {
	d.shut()
	d.Mark(e, func() {
		d.P.RawWriteStr(string(d.begin(nil)))
		d.paths(draw)
	})
	d.shut()
}

// paths draws what is not only text.
func (d *Doc) paths(draw func()) {
	d.loose = true
	draw()
	d.loose = false
	d.Forget() // gofpdf has one colour for text and fills
}

// Part draws a piece of what Mark is drawing as an element of its own: text in
// another language (lang), or with another text for who cannot see it (actual).
// Inside an artifact or a picture it only draws.
func (d *Doc) Part(lang, actual string, draw func()) {
	if d.want == nil || d.want.Type == "Figure" {
		draw()
		return
	}
	e := d.want.Add("Span")
	e.Lang, e.Actual = lang, actual
	d.Mark(e, draw)
}

// begin opens the marked content that is wanted (ISO 32000-1, 14.7.4.2).
func (d *Doc) begin(b []byte) []byte {
	if d.want == nil || d.open == d.want {
		return b
	}
	if d.open != nil {
		b = append(b, "EMC\n"...)
	}
	e, page := d.want, d.P.PageNo()
	id := d.next[page]
	d.next[page]++
	d.owners[page] = append(d.owners[page], e)
	e.kids = append(e.kids, content{page, id})
	b = append(b, '/')
	b = append(b, e.Type...)
	b = append(b, "<</MCID "...)
	b = strconv.AppendInt(b, int64(id), 10)
	d.open = e
	return append(b, ">>BDC\n"...)
}

// The kinds of artifact.
const (
	Layout     = "Layout"     // rules, fills
	Pagination = "Pagination" // what repeats on pages
)

// Artifact draws what is no content (ISO 32000-1, 14.8.2.2).
func (d *Doc) Artifact(kind string, draw func()) {
	d.shut()
	around := d.want
	d.want = nil
	d.P.RawWriteStr("/Artifact<</Type/" + kind + ">>BDC")
	d.paths(draw)
	d.P.RawWriteStr("EMC")
	d.want = around
}

// shut closes what is open: marked content, and then the text around it.
func (d *Doc) shut() {
	if d.open != nil {
		d.P.RawWriteStr("EMC")
		d.open = nil
	}
	if d.inText {
		d.P.RawWriteStr("ET")
		d.inText = false
	}
}

// Box converts a box in the document's unit, measured from the top left, to
// points measured from the bottom left.
func (d *Doc) Box(x, y, w, h float64) [4]float64 {
	k := d.P.GetConversionRatio()
	_, ph := d.P.GetPageSize()
	return [4]float64{x * k, (ph - y - h) * k, (x + w) * k, (ph - y) * k}
}

// Here sets a place to height y of this page.
func (d *Doc) Here(at *Place, y float64) {
	*at = Place{d.P.PageNo(), d.Box(0, y, 0, 0)[3]}
}

// Link lays a link to another place over a box; e is a Link element. alt says
// where it leads.
func (d *Doc) Link(e *Elem, x, y, w, h float64, to *Place, alt string) {
	e.kids = append(e.kids, annotation{len(d.links)})
	d.links = append(d.links, link{d.P.PageNo(), d.Box(x, y, w, h), to, alt, e})
}

// Field reserves an empty signature field on this page; e is a Form element,
// name its unique name and tooltip what is read out for it.
func (d *Doc) Field(e *Elem, x, y, w, h float64, name, tooltip string) {
	e.kids = append(e.kids, annotation{-1 - len(d.fields)})
	d.fields = append(d.fields, field{name, tooltip, d.P.PageNo(), d.Box(x, y, w, h), e})
}

// Bookmark puts height y of this page into the outline; level 0 is the top.
func (d *Doc) Bookmark(title string, level int, y float64) {
	b := bookmark{title: title, level: level}
	d.Here(&b.at, y)
	d.marks = append(d.marks, b)
}
