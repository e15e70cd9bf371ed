package report

import (
	"bytes"
	"sync"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"bekwaam/templates"
)

// face is a font file with what we need to know of it before drawing: which
// characters it has, and how wide they are. Faces are shared by all reports.
type face struct {
	family, style string // as gofpdf knows it
	file          []byte

	mu     sync.Mutex
	parsed *sfnt.Font
	buf    sfnt.Buffer
	widths map[rune]float64 // in em; missing where there is no glyph
}

const missing = -1

// faces are a font for the text and one for what it does not have, regular
// and bold.
var (
	bodyFaces     = [2]*face{newFace("body", "", templates.BodyRegular), newFace("body", "B", templates.BodyBold)}
	fallbackFaces = [2]*face{newFace("more", "", liberationsansregular.TTF), newFace("more", "B", liberationsansbold.TTF)}
)

func newFace(family, style string, file []byte) *face {
	return &face{family: family, style: style, file: file}
}

// postScript are the names of the faces by family and style.
var postScript = map[string]string{
	"body": "AtkinsonHyperlegibleNext-Regular", "bodyB": "AtkinsonHyperlegibleNext-Bold",
	"more": "LiberationSans", "moreB": "LiberationSans-Bold",
}

// fresh is a copy of the font file: gofpdf may write into what it is given.
func (f *face) fresh() []byte { return bytes.Clone(f.file) }

// width is how wide r is, in em, or missing.
func (f *face) width(r rune) float64 {
	f.mu.Lock()
	defer f.mu.Unlock()
	w, ok := f.widths[r]
	if !ok {
		w = f.measure(r)
		f.widths[r] = w
	}
	return w
}

func (f *face) measure(r rune) float64 {
	if f.parsed == nil {
		p, err := sfnt.Parse(f.file)
		if err != nil {
			panic("report: " + err.Error()) // an embedded font
		}
		f.parsed, f.widths = p, map[rune]float64{}
	}
	if r > 0xFFFF { // gofpdf has room for the first plane only
		return missing
	}
	g, err := f.parsed.GlyphIndex(&f.buf, r)
	if err != nil || g == 0 {
		return missing
	}
	em := int(f.parsed.UnitsPerEm())
	a, err := f.parsed.GlyphAdvance(&f.buf, g, fixed.I(em), font.HintingNone)
	if err != nil {
		return missing
	}
	return float64(a) / 64 / float64(em)
}

func (f *face) has(r rune) bool { return f.width(r) != missing }
