package font

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"slices"

	"bekwaam/pdf"
)

// A Use is what one document shows in a font.
type Use struct {
	Font  *Font
	shown map[rune]bool
}

// NewUse returns a use that shows nothing yet.
func NewUse(f *Font) *Use { return &Use{f, make(map[rune]bool, 96)} }

// Code appends the codes for s, which the font can show, to b, and remembers
// them.
func (u *Use) Code(b []byte, s string) []byte {
	for _, r := range s {
		u.shown[r] = true
		b = append(b, byte(r>>8), byte(r))
	}
	return b
}

// Adder adds objects to a file.
type Adder interface {
	Add(o pdf.Obj) pdf.Ref
	Flate(d *pdf.Dict, data []byte) pdf.Ref // as a compressed stream
}

// Embed adds the font with what was shown to a file, and returns it: a
// composite font with a TrueType program (ISO 32000-1, 9.7.4 and 9.7.6).
func (u *Use) Embed(to Adder) pdf.Ref {
	codes := make([]rune, 0, len(u.shown))
	for r := range u.shown {
		codes = append(codes, r)
	}
	slices.Sort(codes)
	f := u.Font
	s := f.cut(codes)
	glyphs := s.map16(codes)
	name := tagged(f.Name, glyphs)
	program := s.program()
	file := to.Flate(pdf.D("Length1", pdf.Int(len(program))), program)
	descriptor := to.Add(pdf.D("Type", pdf.Name("FontDescriptor"), "FontName", name, "Flags", pdf.Int(4),
		"FontBBox", pdf.Arr{pdf.Int(f.box[0]), pdf.Int(f.box[1]), pdf.Int(f.box[2]), pdf.Int(f.box[3])}, "ItalicAngle", pdf.Int(0),
		"Ascent", pdf.Int(f.ascent), "Descent", pdf.Int(f.descent), "CapHeight", pdf.Int(f.capital), "StemV", pdf.Int(f.stem), "FontFile2", file))
	cid := to.Add(pdf.D("Type", pdf.Name("Font"), "Subtype", pdf.Name("CIDFontType2"), "BaseFont", name,
		"CIDSystemInfo", pdf.D("Registry", pdf.Text("Adobe"), "Ordering", pdf.Text("Identity"), "Supplement", pdf.Int(0)),
		"FontDescriptor", descriptor, "W", f.widths(codes), "CIDToGIDMap", to.Flate(pdf.D(), glyphs)))
	return to.Add(pdf.D("Type", pdf.Name("Font"), "Subtype", pdf.Name("Type0"), "BaseFont", name, "Encoding", pdf.Name("Identity-H"),
		"DescendantFonts", pdf.Arr{cid}, "ToUnicode", to.Flate(pdf.D(), toUnicode(codes))))
}

// map16 is the glyph of each code, two bytes a code, up to the last one.
func (s *subset) map16(codes []rune) []byte {
	if len(codes) == 0 {
		return []byte{0, 0}
	}
	m := make([]byte, 2*int(codes[len(codes)-1])+2)
	for _, r := range codes {
		be.PutUint16(m[2*r:], s.news[s.f.glyph(r)])
	}
	return m
}

// widths are the widths of the codes in thousandths of an em, in rows of codes
// that follow each other.
func (f *Font) widths(codes []rune) pdf.Arr {
	var w, row pdf.Arr
	for i, r := range codes {
		if i == 0 || codes[i-1] != r-1 {
			if i > 0 {
				w = append(w, row)
			}
			w, row = append(w, pdf.Int(int(r))), nil
		}
		row = append(row, pdf.F(float64(int(f.advance[f.glyph(r)])*1000)/float64(f.em)))
	}
	if len(row) > 0 {
		w = append(w, row)
	}
	return w
}

// tagged is the name of a subset: six letters that depend on it, and the name of
// the font (ISO 32000-1, 9.6.4).
func tagged(name string, glyphs []byte) pdf.Name {
	sum := sha256.Sum256(append([]byte(name), glyphs...))
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return pdf.Name(string(tag) + "+" + name)
}

const digits = "0123456789ABCDEF"

// toUnicode maps each code in use to the same Unicode value (ISO 32000-1,
// 9.10.3; ISO 19005-3, 6.2.11.7.2).
func toUnicode(codes []rune) []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for chunk := range slices.Chunk(codes, 100) { // the most that one section may list
		fmt.Fprintf(&b, "%d beginbfchar\n", len(chunk))
		for _, c := range chunk {
			hex := [4]byte{digits[c>>12&15], digits[c>>8&15], digits[c>>4&15], digits[c&15]}
			for _, part := range [][]byte{[]byte("<"), hex[:], []byte("> <"), hex[:], []byte(">\n")} {
				b.Write(part)
			}
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.Bytes()
}
