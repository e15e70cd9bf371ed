package pdftest

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"slices"

	"bekwaam/pdf"
)

// advance is how wide every glyph is, in thousandths of an em.
const advance = 500

// program is a TrueType font of two glyphs: the missing one, empty, and a box
// that stands for every character. It is small, and a reader can draw it.
func program() []byte {
	be := binary.BigEndian
	u16 := func(v ...int) []byte {
		var b []byte
		for _, x := range v {
			b = be.AppendUint16(b, uint16(x))
		}
		return b
	}
	// One contour of four points on the curve, with 16-bit coordinates.
	box := slices.Concat(u16(1, 50, 0, 450, 700, 3, 0), []byte{1, 1, 1, 1}, u16(50, 400, 0, -400), u16(0, 0, 700, 0))
	for len(box)%4 != 0 {
		box = append(box, 0)
	}
	head := slices.Concat(u16(1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 0, 1000), make([]byte, 16), u16(50, 0, 450, 700, 0, 8, 2, 0, 0))
	hhea := slices.Concat(u16(1, 0, 700, 0, 0, advance, 50, 50, 450, 1, 0, 0), make([]byte, 10), u16(2))
	maxp := slices.Concat(u16(1, 0, 2, 4, 1, 0, 0, 1), make([]byte, 16))
	tables := []struct {
		tag  string
		data []byte
	}{
		{"glyf", box}, {"head", head}, {"hhea", hhea}, {"hmtx", u16(advance, 0, advance, 50)},
		{"loca", u16(0, 0, len(box)/2)}, {"maxp", maxp},
	}
	out := u16(1, 0, len(tables), 64, 2, 32)
	off := len(out) + 16*len(tables)
	var body []byte
	for _, t := range tables {
		padded := append([]byte(nil), t.data...)
		for len(padded)%4 != 0 {
			padded = append(padded, 0)
		}
		var sum uint32
		for i := 0; i < len(padded); i += 4 {
			sum += be.Uint32(padded[i:])
		}
		out = append(out, t.tag...)
		out = be.AppendUint32(out, sum)
		out = be.AppendUint32(out, uint32(off+len(body)))
		out = be.AppendUint32(out, uint32(len(t.data)))
		body = append(body, padded...)
	}
	return append(out, body...)
}

// font adds a composite font in which every character of text has the box.
func (s *sheet) font(text string) pdf.Ref {
	codes := map[int]bool{}
	for _, r := range text {
		codes[int(r)] = true
	}
	var used []int
	for c := range codes {
		used = append(used, c)
	}
	slices.Sort(used)
	last := used[len(used)-1]
	glyphs := make([]byte, 2*last+2)
	widths := make(pdf.Arr, last-used[0]+1)
	for i := range widths {
		widths[i] = pdf.Int(advance)
	}
	var cmap bytes.Buffer
	cmap.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	fmt.Fprintf(&cmap, "%d beginbfchar\n", len(used))
	for _, c := range used {
		glyphs[2*c+1] = 1
		fmt.Fprintf(&cmap, "<%04X> <%04X>\n", c, c)
	}
	cmap.WriteString("endbfchar\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")

	const name = pdf.Name("ABCDEF+Box")
	descriptor := s.add(pdf.D("Type", pdf.Name("FontDescriptor"), "FontName", name, "Flags", pdf.Int(4), "FontBBox", rect(0, 0, 500, 700),
		"ItalicAngle", pdf.Int(0), "Ascent", pdf.Int(700), "Descent", pdf.Int(0), "CapHeight", pdf.Int(700), "StemV", pdf.Int(80),
		"FontFile2", s.flate(pdf.D("Length1", pdf.Int(len(program()))), program())))
	cid := s.add(pdf.D("Type", pdf.Name("Font"), "Subtype", pdf.Name("CIDFontType2"), "BaseFont", name,
		"CIDSystemInfo", pdf.D("Registry", pdf.Text("Adobe"), "Ordering", pdf.Text("Identity"), "Supplement", pdf.Int(0)),
		"FontDescriptor", descriptor, "W", pdf.Arr{pdf.Int(used[0]), widths}, "CIDToGIDMap", s.flate(pdf.D(), glyphs)))
	return s.add(pdf.D("Type", pdf.Name("Font"), "Subtype", pdf.Name("Type0"), "BaseFont", name, "Encoding", pdf.Name("Identity-H"),
		"DescendantFonts", pdf.Arr{cid}, "ToUnicode", s.flate(pdf.D(), cmap.Bytes())))
}
