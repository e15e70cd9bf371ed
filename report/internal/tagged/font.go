package tagged

import (
	"bytes"
	"crypto/md5"
	"errors"
	"fmt"
	"strings"

	"bekwaam/pdf"
)

var errFont = errors.New("not a font as gofpdf embeds it")

// fixFonts gives the embedded fonts the name of a subset and a ToUnicode map
// that the archive standard accepts. names has their names by those that gofpdf
// gave them. It changes objs in place.
func fixFonts(objs []pdf.Obj, names map[string]string) error {
	at := func(o pdf.Obj) pdf.Obj {
		if r, ok := o.(pdf.Ref); ok && r.N > 0 && r.N <= len(objs) {
			return objs[r.N-1]
		}
		return o
	}
	for _, o := range objs {
		font, ok := o.(*pdf.Dict)
		if !ok || font.Get("Subtype") != pdf.Name("Type0") {
			continue
		}
		down, _ := font.Get("DescendantFonts").(pdf.Arr)
		if len(down) != 1 {
			return errFont
		}
		cid, ok1 := at(down[0]).(*pdf.Dict)
		descriptor, ok2 := at(cid.Get("FontDescriptor")).(*pdf.Dict)
		glyphs, ok3 := at(cid.Get("CIDToGIDMap")).(*pdf.Stream)
		unicode, ok4 := font.Get("ToUnicode").(pdf.Ref)
		base, ok5 := font.Get("BaseFont").(pdf.Name)
		if !ok1 || !ok2 || !ok3 || !ok4 || !ok5 {
			return errFont
		}
		codes, err := pdf.Data(glyphs, 1<<18)
		if err != nil {
			return err
		}
		// gofpdf's codes are UTF-16 units, and its map to Unicode one range
		// over all of them, which the standard forbids: list those in use.
		used, last := []int(nil), 0
		for c := 0; 2*c+1 < len(codes); c++ {
			if codes[2*c]|codes[2*c+1] != 0 {
				used, last = append(used, c), c
			}
		}
		glyphs.Raw = pdf.Deflate(codes[:min(2*last+2, len(codes))])
		objs[unicode.N-1] = &pdf.Stream{D: pdf.D("Filter", pdf.Name("FlateDecode")), Raw: pdf.Deflate(toUnicode(used))}
		name := subsetName(base, codes, names)
		if program, ok := at(descriptor.Get("FontFile2")).(*pdf.Stream); ok {
			b, err := pdf.Data(program, pdf.MaxStream)
			if err != nil {
				return err
			}
			program.Raw = pdf.Deflate(b)
		}
		font.Set("BaseFont", name)
		cid.Set("BaseFont", name)
		descriptor.Set("FontName", name)
	}
	return nil
}

// subsetName is a font's own name with six letters before it that depend on
// its subset.
func subsetName(base pdf.Name, codes []byte, names map[string]string) pdf.Name {
	sum := md5.Sum(append([]byte(base), codes...))
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	name := strings.TrimPrefix(string(base), "utf8") // as gofpdf calls it
	if own, ok := names[name]; ok {
		name = own
	}
	return pdf.Name(string(tag) + "+" + name)
}

// toUnicode is a map from codes to the same Unicode values.
func toUnicode(used []int) []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for len(used) > 0 {
		n := min(100, len(used)) // the most that one section may list
		fmt.Fprintf(&b, "%d beginbfchar\n", n)
		for _, c := range used[:n] {
			fmt.Fprintf(&b, "<%04X> <%04X>\n", c, c)
		}
		b.WriteString("endbfchar\n")
		used = used[n:]
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.Bytes()
}
