package pdf

import (
	"encoding/binary"
	"fmt"
	"regexp"
	"slices"
	"strings"
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
	if n == 0 || f.Get("Subtype") != Name("Type0") || len(down) != 1 {
		c.bad(RuleFont, "text in font %d, which is no composite font", n)
		return
	}
	d := c.f.Dict(down[0])
	fd := c.f.Dict(d.Get("FontDescriptor"))
	base, _ := f.Get("BaseFont").(Name)
	c.want(base == d.Get("BaseFont") && base == fd.Get("FontName") && subsetTag.MatchString(string(base)), RuleFont, "font %d: names differ or lack the subset tag", n)

	unicode := map[int]bool{}
	if tu := c.stream(f.Get("ToUnicode")); tu != nil {
		cm, _ := c.data(tu)
		for _, m := range bfChar.FindAllSubmatch(cm, -1) {
			var code int
			fmt.Sscanf(string(m[1]), "%X", &code)
			to := strings.ToUpper(string(m[2]))
			unicode[code] = to != "0000" && to != "FFFE" && to != "FEFF"
		}
	}
	for _, code := range sorted(codes) {
		c.want(unicode[code], RuleUnicode, "font %d: code %04X has no Unicode value", n, code)
	}
	ff, gm := c.stream(fd.Get("FontFile2")), c.stream(d.Get("CIDToGIDMap"))
	if ff == nil || gm == nil {
		c.bad(RuleFont, "font %d is not embedded", n)
		return
	}
	glyphs, _ := c.data(gm)
	program, _ := c.data(ff)
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
