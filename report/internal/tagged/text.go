package tagged

import (
	"strconv"

	"bekwaam/pdf"
	"bekwaam/report/internal/font"
)

// Text draws s in one font at a baseline, in the document's unit from the top
// left; the font can show all of s. gofpdf is passed by: it reads the whole
// font anew for each document, which took longer than all the drawing.
func (d *Doc) Text(f *font.Font, size, x, y float64, ink [3]int, s string) {
	d.begin()
	k := d.P.GetConversionRatio()
	_, h := d.P.GetPageSize()
	b := d.buf[:0]
	if d.ink != ink || !d.inked {
		for _, c := range ink {
			b = strconv.AppendFloat(b, float64(c)/255, 'f', 3, 64)
			b = append(b, ' ')
		}
		b = append(b, "rg\n"...)
		d.ink, d.inked = ink, true
	}
	b = append(b, "BT "...)
	n := d.font(f)
	if d.inUse != n || d.size != size {
		b = append(b, "/F"...)
		b = strconv.AppendInt(b, int64(n), 10)
		b = append(b, ' ')
		b = strconv.AppendFloat(b, size, 'f', -1, 64)
		b = append(b, " Tf "...)
		d.inUse, d.size = n, size
	}
	b = strconv.AppendFloat(b, x*k, 'f', 2, 64)
	b = append(b, ' ')
	b = strconv.AppendFloat(b, (h-y)*k, 'f', 2, 64)
	b = append(b, " Td ("...)
	d.codes = d.fonts[n].Code(d.codes[:0], s)
	for _, c := range d.codes {
		switch c {
		case '(', ')', '\\':
			b = append(b, '\\', c)
		case '\r':
			b = append(b, '\\', 'r')
		default:
			b = append(b, c)
		}
	}
	b = append(b, ") Tj ET"...)
	d.buf = b
	d.P.RawWriteStr(string(b))
}

// Forget says that the colour or font in use on this page may have changed.
func (d *Doc) Forget() { d.inked, d.inUse = false, -1 }

// font is the number of a font among those of this document.
func (d *Doc) font(f *font.Font) int {
	for i, u := range d.fonts {
		if u.Font == f {
			return i
		}
	}
	d.fonts = append(d.fonts, font.NewUse(f))
	return len(d.fonts) - 1
}

// addFonts embeds the fonts that were used, and puts them where all pages look.
func (f *finish) addFonts() {
	fonts := pdf.D()
	for i, u := range f.d.fonts {
		fonts.Set(pdf.Name("F"+strconv.Itoa(i)), u.Embed(f))
	}
	for i := range f.list {
		page, _ := f.objs[f.page(i+1).N-1].(*pdf.Dict)
		if r, ok := page.Get("Resources").(pdf.Ref); ok {
			f.objs[r.N-1] = pdf.D("Font", fonts) // pages share one; nothing else is in it
		}
	}
}
