package report

import (
	"sync"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"

	"bekwaam/report/internal/font"
	"bekwaam/templates"
)

// face is a font that is read when it is first needed and then kept: all
// reports share it.
type face struct {
	name string // PostScript
	file []byte
	font func() *font.Font
}

// faces are a font for the text and one for what it does not have, regular
// and bold.
var (
	bodyFaces     = [2]*face{newFace("AtkinsonHyperlegibleNext-Regular", templates.BodyRegular), newFace("AtkinsonHyperlegibleNext-Bold", templates.BodyBold)}
	fallbackFaces = [2]*face{newFace("LiberationSans", liberationsansregular.TTF), newFace("LiberationSans-Bold", liberationsansbold.TTF)}
)

func newFace(name string, file []byte) *face {
	f := &face{name: name, file: file}
	f.font = sync.OnceValue(func() *font.Font {
		t, err := font.Parse(name, file)
		if err != nil {
			panic("report: " + name + ": " + err.Error()) // an embedded font
		}
		return t
	})
	return f
}

// width is how wide r is, in em.
func (f *face) width(r rune) float64 { return f.font().Width(r) }

func (f *face) has(r rune) bool { return f.font().Has(r) }
