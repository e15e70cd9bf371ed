package font

import (
	"encoding/binary"
	"errors"
)

// ErrFont: not a TrueType font with a Unicode table for the first plane.
var ErrFont = errors.New("font: not a TrueType font")

// Font is a font as it was read. Nothing in it changes.
type Font struct {
	Name string // PostScript name

	tables  map[string][]byte
	em      int
	ascent  int // these four in thousandths of an em
	descent int
	capital int
	box     [4]int
	stem    int
	glyphs  [256]*[256]uint16 // the glyph of each code, by its high byte
	advance []uint16          // of each glyph, in font units
	loca    []uint32
}

var be = binary.BigEndian

// Parse reads a font with TrueType outlines (ISO/IEC 14496-22, 4 and 5; what ISO 32000-1, 9.9 needs of it); name is
// its PostScript name. The font keeps file, which must not change.
func Parse(name string, file []byte) (*Font, error) {
	f := &Font{Name: name, tables: map[string][]byte{}}
	if len(file) < 12 {
		return nil, ErrFont
	}
	for i := range int(be.Uint16(file[4:])) {
		at := 12 + 16*i
		if at+16 > len(file) {
			return nil, ErrFont
		}
		start, n := uint64(be.Uint32(file[at+8:])), uint64(be.Uint32(file[at+12:]))
		if start+n > uint64(len(file)) {
			return nil, ErrFont
		}
		f.tables[string(file[at:at+4])] = file[start : start+n]
	}
	for table, least := range map[string]int{"head": 54, "hhea": 36, "maxp": 6, "OS/2": 8, "cmap": 4, "glyf": 0, "loca": 0, "hmtx": 0} {
		if t, ok := f.tables[table]; !ok || len(t) < least {
			return nil, ErrFont
		}
	}
	f.em = int(be.Uint16(f.tables["head"][18:]))
	if f.em == 0 || !f.metrics() || !f.locations() || !f.codes() {
		return nil, ErrFont
	}
	return f, nil
}

// metrics reads widths and what a font descriptor tells.
func (f *Font) metrics() bool {
	head, hhea, os2 := f.tables["head"], f.tables["hhea"], f.tables["OS/2"]
	thousandths := func(b []byte) int { return int(int16(be.Uint16(b))) * 1000 / f.em }
	f.ascent, f.descent = thousandths(hhea[4:]), thousandths(hhea[6:])
	for i := range f.box {
		f.box[i] = thousandths(head[36+2*i:])
	}
	f.capital = f.ascent
	if be.Uint16(os2) >= 2 && len(os2) >= 90 {
		f.capital = thousandths(os2[88:])
	}
	weight := int(be.Uint16(os2[4:]))
	f.stem = 50 + weight*weight/(65*65) // the customary estimate from the weight

	hmtx, metrics, glyphs := f.tables["hmtx"], int(be.Uint16(hhea[34:])), int(be.Uint16(f.tables["maxp"][4:]))
	if metrics == 0 || 4*metrics > len(hmtx) {
		return false
	}
	f.advance = make([]uint16, glyphs)
	for i := range f.advance {
		f.advance[i] = be.Uint16(hmtx[4*min(i, metrics-1):])
	}
	return true
}

// locations reads where the outline of each glyph stands.
func (f *Font) locations() bool {
	loca, n := f.tables["loca"], len(f.advance)+1
	f.loca = make([]uint32, n)
	long := be.Uint16(f.tables["head"][50:]) == 1
	if long && len(loca) < 4*n || !long && len(loca) < 2*n {
		return false
	}
	for i := range f.loca {
		if long {
			f.loca[i] = be.Uint32(loca[4*i:])
		} else {
			f.loca[i] = 2 * uint32(be.Uint16(loca[2*i:]))
		}
		if int(f.loca[i]) > len(f.tables["glyf"]) || i > 0 && f.loca[i] < f.loca[i-1] {
			return false
		}
	}
	return true
}

// codes reads the table for Unicode's first plane (cmap format 4).
func (f *Font) codes() bool {
	cmap := f.tables["cmap"]
	for i := range int(be.Uint16(cmap[2:])) {
		if at := 4 + 8*i; at+8 <= len(cmap) {
			platform, encoding, start := be.Uint16(cmap[at:]), be.Uint16(cmap[at+2:]), int(be.Uint32(cmap[at+4:]))
			if (platform == 0 || platform == 3 && encoding == 1) && start+14 <= len(cmap) && be.Uint16(cmap[start:]) == 4 {
				return f.segments(cmap[start:])
			}
		}
	}
	return false
}

func (f *Font) segments(t []byte) bool {
	n := int(be.Uint16(t[6:])) / 2
	if 16+8*n > len(t) {
		return false
	}
	ends, starts, deltas, offsets := t[14:], t[16+2*n:], t[16+4*n:], t[16+6*n:]
	for i := range n {
		start, end := int(be.Uint16(starts[2*i:])), int(be.Uint16(ends[2*i:]))
		delta, offset := be.Uint16(deltas[2*i:]), int(be.Uint16(offsets[2*i:]))
		for c := start; c <= end && c < 0xFFFF; c++ {
			g := uint16(c)
			if offset != 0 {
				at := 2*i + offset + 2*(c-start)
				if at+2 > len(offsets) {
					return false
				}
				if g = be.Uint16(offsets[at:]); g == 0 {
					continue
				}
			}
			f.set(c, g+delta)
		}
	}
	return true
}

func (f *Font) set(code int, glyph uint16) {
	if glyph == 0 || int(glyph) >= len(f.advance) {
		return
	}
	if f.glyphs[code>>8] == nil {
		f.glyphs[code>>8] = new([256]uint16)
	}
	f.glyphs[code>>8][code&255] = glyph
}

// glyph is the number of the glyph for r, 0 where the font has none.
func (f *Font) glyph(r rune) uint16 {
	if r < 0 || r > 0xFFFF || f.glyphs[r>>8] == nil {
		return 0
	}
	return f.glyphs[r>>8][r&255]
}

// Has reports whether the font can show r.
func (f *Font) Has(r rune) bool { return f.glyph(r) != 0 }

// Width is how wide r is, in em.
func (f *Font) Width(r rune) float64 { return float64(f.advance[f.glyph(r)]) / float64(f.em) }
