package pdf

import (
	"encoding/binary"
	"fmt"
	"regexp"
	"slices"
)

var (
	bfChar    = regexp.MustCompile(`<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]{4})>`)
	subsetTag = regexp.MustCompile(`^[A-Z]{6}\+`)
)

// fonts checks every font that the content shows something in.
func (c *checker) fonts() {
	nums := make([]int, 0, len(c.used))
	for n := range c.used {
		nums = append(nums, n)
	}
	slices.Sort(nums)
	for _, n := range nums {
		c.font(n, c.used[n])
	}
}

func (c *checker) font(n int, codes map[int]bool) {
	f := c.f.Dict(Ref{N: n})
	down := c.arr(f.Get("DescendantFonts"))
	if f.Get("Type") != Name("Font") || f.Get("Subtype") != Name("Type0") || len(down) != 1 {
		c.bad(RuleFontDict, "font %d is no composite font", n)
		return
	}
	d := c.f.Dict(down[0])
	fd := c.f.Dict(d.Get("FontDescriptor"))
	c.fontDict(n, f, d, fd)
	info := c.f.Dict(d.Get("CIDSystemInfo"))
	c.want(f.Get("Encoding") == Name("Identity-H") && c.str(info.Get("Registry")) == "Adobe" && c.str(info.Get("Ordering")) != "" && info.Get("Supplement") != nil,
		RuleCMap, "font %d: codes are not its characters", n)
	c.want(fd.Get("CIDSet") == nil && fd.Get("CharSet") == nil, RuleSubset, "font %d lists its glyphs", n)
	c.unicode(n, c.stream(f.Get("ToUnicode")), codes)
	c.glyphs(n, d, fd, codes)
}

// fontDict checks that a font's three dictionaries are whole and agree.
func (c *checker) fontDict(n int, f, d, fd *Dict) {
	base, _ := f.Get("BaseFont").(Name)
	c.want(d.Get("Subtype") == Name("CIDFontType2") && base == d.Get("BaseFont") && base == fd.Get("FontName") && subsetTag.MatchString(string(base)),
		RuleFontDict, "font %d: names differ or lack the subset tag", n)
	c.want(fd.Get("Type") == Name("FontDescriptor") && len(c.arr(fd.Get("FontBBox"))) == 4, RuleFontDict, "font %d has no descriptor with a box", n)
	for _, k := range []Name{"Flags", "ItalicAngle", "Ascent", "Descent", "CapHeight", "StemV"} {
		_, ok := fd.Get(k).(Num)
		c.want(ok, RuleFontDict, "font %d: its descriptor has no /%s", n, k)
	}
}

// unicode checks that each code shown stands for a character that everybody
// knows: not none, no mark of byte order, nothing private.
func (c *checker) unicode(n int, toUnicode *Stream, codes map[int]bool) {
	known := map[int]bool{}
	if toUnicode != nil {
		cm, _ := c.data(toUnicode)
		for _, m := range bfChar.FindAllSubmatch(cm, -1) {
			var code, to int
			fmt.Sscanf(string(m[1]), "%X", &code)
			fmt.Sscanf(string(m[2]), "%X", &to)
			known[code] = to != 0 && to != 0xFFFE && to != 0xFEFF && (to < 0xD800 || to > 0xF8FF)
		}
	}
	for _, code := range sorted(codes) {
		c.want(known[code], RuleUnicode, "font %d: code %04X has no Unicode value", n, code)
	}
}

// glyphs checks what the font program has for each code shown.
func (c *checker) glyphs(n int, d, fd *Dict, codes map[int]bool) {
	ff, gm := c.stream(fd.Get("FontFile2")), c.stream(d.Get("CIDToGIDMap"))
	c.want(gm != nil, RuleCMap, "font %d does not say which glyph a code shows", n)
	if ff == nil {
		c.bad(RuleFont, "font %d is not embedded", n)
		return
	}
	program, _ := c.data(ff)
	c.want(c.num(ff.D.Get("Length1")) == len(program), RuleFont, "font %d: its program has %d bytes, not %s", n, len(program), Bytes(ff.D.Get("Length1")))
	if gm == nil {
		return
	}
	glyphs, _ := c.data(gm)
	advance, widths := advances(program), c.widths(d)
	for _, code := range sorted(codes) {
		gid := 0
		if 2*code+1 < len(glyphs) {
			gid = int(glyphs[2*code])<<8 | int(glyphs[2*code+1])
		}
		c.want(gid != 0, RuleNotdef, "font %d: code %04X shows a missing glyph", n, code)
		if gid >= len(advance) {
			c.bad(RuleFont, "font %d: glyph %d is not in the font program", n, gid)
			continue
		}
		diff := widths[code] - advance[gid]
		c.want(diff > -1.01 && diff < 1.01, RuleWidth, "font %d: code %04X is %v wide, its glyph %.1f", n, code, widths[code], advance[gid])
	}
}

func sorted(m map[int]bool) []int {
	out := make([]int, 0, len(m))
	for n := range m {
		out = append(out, n)
	}
	slices.Sort(out)
	return out
}

// widths reads a composite font's /W: code to thousandths of an em. A table of
// thousands of runs is not the generator's and is not read to its end.
func (c *checker) widths(d *Dict) map[int]float64 {
	m := map[int]float64{}
	width := func(o Obj) float64 { n, _ := o.(Num); return n.Float() }
	a := c.arr(d.Get("W"))
	for i := 0; i+1 < len(a) && i < 1<<12; {
		first := c.num(a[i])
		if l, ok := a[i+1].(Arr); ok {
			for k, v := range l {
				m[first+k] = width(v)
			}
			i += 2
			continue
		}
		if i+2 >= len(a) {
			break
		}
		for k := max(first, 0); k <= min(c.num(a[i+1]), 0xFFFF); k++ {
			m[k] = width(a[i+2])
		}
		i += 3
	}
	return m
}

// advances reads the glyph widths of a TrueType font (table hmtx), in
// thousandths of an em; nil when it is none.
func advances(t []byte) []float64 {
	be := binary.BigEndian
	if len(t) < 12 {
		return nil
	}
	tab := map[string][]byte{}
	for i := 0; i < int(be.Uint16(t[4:])) && 28+16*i <= len(t); i++ {
		e := t[12+16*i:]
		o, l := uint64(be.Uint32(e[8:])), uint64(be.Uint32(e[12:]))
		if o+l <= uint64(len(t)) {
			tab[string(e[:4])] = t[o : o+l]
		}
	}
	if len(tab["head"]) < 20 || len(tab["hhea"]) < 36 || len(tab["maxp"]) < 6 {
		return nil
	}
	em, metrics, glyphs := float64(be.Uint16(tab["head"][18:])), int(be.Uint16(tab["hhea"][34:])), int(be.Uint16(tab["maxp"][4:]))
	if em == 0 || metrics == 0 {
		return nil
	}
	var out []float64
	for i := range glyphs {
		k := min(i, metrics-1)
		if 4*k+2 > len(tab["hmtx"]) {
			return out
		}
		out = append(out, float64(be.Uint16(tab["hmtx"][4*k:]))*1000/em)
	}
	return out
}
