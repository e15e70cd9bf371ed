package bench

import (
	"bytes"
	"strings"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"github.com/jung-kurt/gofpdf"

	"bekwaam/pdf"
	"bekwaam/templates"
)

// making: the whole file and its first signature, against gofpdf alone, which
// draws the same words at the same places with the same fonts, of which
// somebody left nothing but the letters in use. It makes no tags, no archive
// file, no data and no signature.
func (w *world) making(t *testing.T) []ratio {
	d := takeApart(w.signed[0])
	fonts := d.subsets()
	if plain := d.plain(fonts); len(plain) < 10_000 || len(must(pdf.Open(plain)).Secs) != 1 {
		t.Fatalf("the floor is a file of %d bytes", len(plain))
	}
	return []ratio{{
		what: "render and first signature", floor: "gofpdf alone, fonts subset beforehand", bound: 2, turns: 21,
		other: func() { d.plain(fonts) },
		ours:  func() { w.sign(w.render(), 0, w.p256[0]) },
	}}
}

var fontFiles = map[string][]byte{
	"AtkinsonHyperlegibleNext-Regular": templates.BodyRegular, "AtkinsonHyperlegibleNext-Bold": templates.BodyBold,
	"LiberationSans": liberationsansregular.TTF, "LiberationSans-Bold": liberationsansbold.TTF,
}

// plain draws the pages with gofpdf.
func (d drawn) plain(fonts map[string][]byte) []byte {
	p := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt", Size: gofpdf.SizeType{Wd: d.width, Ht: d.height}})
	p.SetAutoPageBreak(false, 0)
	for name, file := range fonts {
		p.AddUTF8FontFromBytes(name, "", bytes.Clone(file)) // gofpdf writes into it
	}
	for _, page := range d.pages {
		p.AddPage()
		p.RawWriteStr(strings.Join(page.lines, "\n"))
		font, size := "", 0.0
		var ink [3]float64
		for _, r := range page.runs {
			if r.font != font || r.size != size {
				font, size = r.font, r.size
				p.SetFont(font, "", size)
			}
			if r.ink != ink {
				ink = r.ink
				p.SetTextColor(int(255*ink[0]+0.5), int(255*ink[1]+0.5), int(255*ink[2]+0.5))
			}
			p.Text(r.x, d.height-r.y, r.text)
		}
	}
	var out bytes.Buffer
	done(p.Output(&out))
	return out.Bytes()
}

// subsets are the fonts in use with nothing but the letters in use: what
// gofpdf itself leaves of them.
func (d drawn) subsets() map[string][]byte {
	whole := map[string][]byte{}
	for _, page := range d.pages {
		for _, r := range page.runs {
			whole[r.font] = fontFiles[r.font]
		}
	}
	f := must(pdf.Open(d.plain(whole)))
	out := map[string][]byte{}
	for n := 1; n < must(f.Last().Trailer.Get("Size").(pdf.Num).Int()); n++ {
		fd := f.Dict(pdf.Ref{N: n})
		if fd.Get("Type") != pdf.Name("FontDescriptor") {
			continue
		}
		name := strings.TrimPrefix(string(fd.Get("FontName").(pdf.Name)), "utf8")
		program := must(f.Get(fd.Get("FontFile2"))).(*pdf.Stream)
		for known := range whole {
			if strings.EqualFold(known, name) {
				out[known] = must(pdf.Data(program, pdf.MaxStream))
			}
		}
	}
	if len(out) != len(whole) {
		panic("fonts of gofpdf not found")
	}
	return out
}
