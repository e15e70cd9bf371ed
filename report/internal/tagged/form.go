package tagged

import (
	"strconv"

	"bekwaam/pdf"
	"bekwaam/report/internal/font"
)

// Form is a drawing without structure that is put into a file which is there
// already (ISO 32000-1, 8.10). gofpdf draws whole files, which would have to be
// taken apart again while somebody waits for a signature.
type Form struct {
	w, h  float64 // mm
	b     []byte
	fonts []*font.Use
}

// NewForm returns an empty form of w by h millimetres.
func NewForm(w, h float64) *Form { return &Form{w: w, h: h} }

// Fill draws a box, in millimetres from the top left.
func (f *Form) Fill(x, y, w, h float64, ink [3]int) {
	f.numbers(float64(ink[0])/255, float64(ink[1])/255, float64(ink[2])/255)
	f.b = append(f.b, "rg "...)
	f.numbers(points(x), points(f.h-y-h), points(w), points(h))
	f.b = append(f.b, "re f\n"...)
}

// Text draws s in a font that can show all of it, at a baseline.
func (f *Form) Text(face *font.Font, size, x, y float64, ink [3]int, s string) {
	n := 0
	for n < len(f.fonts) && f.fonts[n].Font != face {
		n++
	}
	if n == len(f.fonts) {
		f.fonts = append(f.fonts, font.NewUse(face))
	}
	f.b = append(f.b, "BT "...)
	f.numbers(float64(ink[0])/255, float64(ink[1])/255, float64(ink[2])/255)
	f.b = append(f.b, "rg /F"...)
	f.b = strconv.AppendInt(f.b, int64(n), 10)
	f.b = append(f.b, ' ')
	f.numbers(size)
	f.b = append(f.b, "Tf "...)
	f.numbers(points(x), points(f.h-y))
	f.b = append(f.b, "Td("...)
	f.b = literal(f.b, f.fonts[n].Code(nil, s))
	f.b = append(f.b, ")Tj ET\n"...)
}

// points are millimetres in points.
func points(mm float64) float64 { return mm * 72 / 25.4 }

// numbers appends numbers of at most two decimals, each with a space behind it.
func (f *Form) numbers(v ...float64) {
	for _, x := range v {
		f.b = append(appendHundredths(f.b, hundredths(x)), ' ')
	}
}

// Put adds the form and its fonts to u.
func (f *Form) Put(u *pdf.Update) pdf.Ref {
	fonts := pdf.D()
	for i, use := range f.fonts {
		fonts.Set(pdf.Name("F"+strconv.Itoa(i)), use.Embed(added{u}))
	}
	return u.Add(pdf.Form(points(f.w), points(f.h), pdf.D("Font", fonts), f.b))
}

// added adds to a file in haste.
type added struct{ *pdf.Update }

// A stream of this many bytes takes longer to compress than to write.
const small = 8 << 10

// Flate adds a stream, compressed where that is worth the time.
func (a added) Flate(d *pdf.Dict, b []byte) pdf.Ref {
	if len(b) > small {
		d.Set("Filter", pdf.Name("FlateDecode"))
		b = pdf.DeflateFast(b)
	}
	return a.Add(&pdf.Stream{D: d, Raw: b})
}
