package tagged

import (
	"math"
	"strconv"

	"bekwaam/pdf"
	"bekwaam/report/internal/font"
)

// Text draws s (ISO 32000-1, 9.4) in one font at a baseline, in the document's unit from the top
// left; the font can show all of s. gofpdf is passed by: it reads the whole
// font anew for each document, which took longer than all the drawing.
//
// Texts that follow each other are one text object, each placed from the one
// before, so that the rows of a table differ in little and compress well.
func (d *Doc) Text(f *font.Font, size, x, y float64, ink [3]int, s string) {
	k := d.P.GetConversionRatio()
	_, h := d.P.GetPageSize()
	at := [2]int{hundredths(x * k), hundredths((h - y) * k)}
	from, b := d.penAt, d.buf[:0]
	if !d.inText {
		d.inText, from = true, [2]int{}
		b = append(b, "BT\n"...)
	}
	b = d.begin(b)
	if d.ink != ink || !d.inked || d.loose { // a path may have changed it
		for _, c := range ink {
			b = strconv.AppendFloat(b, float64(c)/255, 'f', 3, 64)
			b = append(b, ' ')
		}
		b = append(b, "rg "...)
		d.ink, d.inked = ink, true
	}
	n := d.font(f)
	if d.inUse != n || d.size != size {
		b = append(b, "/F"...)
		b = strconv.AppendInt(b, int64(n), 10)
		b = append(b, ' ')
		b = strconv.AppendFloat(b, size, 'f', -1, 64)
		b = append(b, " Tf "...)
		d.inUse, d.size = n, size
	}
	b = appendHundredths(b, at[0]-from[0])
	b = append(b, ' ')
	b = appendHundredths(b, at[1]-from[1])
	b = append(b, " Td("...)
	d.codes = d.fonts[n].Code(d.codes[:0], s)
	b = literal(b, d.codes)
	b = append(b, ")Tj"...)
	if d.loose {
		b = append(b, "\nET"...)
		d.inText = false
	}
	d.penAt, d.buf = at, b
	d.P.RawWriteStr(string(b))
}

// literal appends codes as they stand in a literal string (ISO 32000-1, 7.3.4.2).
func literal(b, codes []byte) []byte {
	for _, c := range codes {
		switch c {
		case '(', ')', '\\':
			b = append(b, '\\', c)
		case '\r':
			b = append(b, '\\', 'r')
		default:
			b = append(b, c)
		}
	}
	return b
}

// hundredths is a measure in hundredths. Counting in whole ones, places do not
// drift, and every machine has the same.
func hundredths(v float64) int { return int(math.Round(v * 100)) }

// appendHundredths writes a number of hundredths without zeros at its end.
func appendHundredths(b []byte, n int) []byte {
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	if n >= 100 || n == 0 {
		b = strconv.AppendInt(b, int64(n/100), 10)
	}
	if n %= 100; n > 0 {
		b = append(b, '.', byte('0'+n/10))
		if n%10 > 0 {
			b = append(b, byte('0'+n%10))
		}
	}
	return b
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
