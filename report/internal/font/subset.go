package font

import (
	"slices"
)

// Of a composite glyph's flags (ISO/IEC 14496-22, 5.3.3.1).
const (
	argsAreWords = 0x0001
	hasScale     = 0x0008
	more         = 0x0020
	hasTwoScales = 0x0040
	hasMatrix    = 0x0080
)

// subset is a font program with only some glyphs.
type subset struct {
	f    *Font
	old  []uint16          // the glyphs kept, by their new number
	news map[uint16]uint16 // and the new number of each
}

// cut keeps the glyphs for codes, which are in order, and what these consist
// of. Glyph 0 stays what it is: the sign for a missing one.
func (f *Font) cut(codes []rune) *subset {
	s := &subset{f: f, news: make(map[uint16]uint16, len(codes)+1)}
	s.keep(0)
	for _, r := range codes {
		s.keep(f.glyph(r))
	}
	for i := 0; i < len(s.old); i++ { // grows while it goes
		f.parts(f.outline(s.old[i]), func(b []byte) { s.keep(be.Uint16(b)) })
	}
	return s
}

func (s *subset) keep(g uint16) {
	if _, ok := s.news[g]; !ok && int(g) < len(s.f.advance) {
		s.news[g] = uint16(len(s.old))
		s.old = append(s.old, g)
	}
}

func (f *Font) outline(g uint16) []byte { return f.tables["glyf"][f.loca[g]:f.loca[g+1]] }

// parts calls each with the place of the number of every glyph that a composite
// one consists of.
func (f *Font) parts(outline []byte, each func(glyph []byte)) {
	if len(outline) < 10 || int16(be.Uint16(outline)) >= 0 {
		return
	}
	for at, on := 10, true; on && at+4 <= len(outline); {
		flags := be.Uint16(outline[at:])
		each(outline[at+2 : at+4])
		at += 6
		if flags&argsAreWords != 0 {
			at += 2
		}
		switch {
		case flags&hasScale != 0:
			at += 2
		case flags&hasTwoScales != 0:
			at += 4
		case flags&hasMatrix != 0:
			at += 8
		}
		on = flags&more != 0
	}
}

// program is the font file: the tables that ISO 32000-1, 9.9 asks for in a
// composite font, with the glyphs in their new order.
func (s *subset) program() []byte {
	var glyf, hmtx, loca []byte
	for _, g := range s.old {
		loca = be.AppendUint32(loca, uint32(len(glyf)))
		start := len(glyf)
		glyf = append(glyf, s.f.outline(g)...)
		s.f.parts(glyf[start:], func(b []byte) { be.PutUint16(b, s.news[be.Uint16(b)]) })
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
		hmtx = be.AppendUint16(hmtx, s.f.advance[g])
		hmtx = be.AppendUint16(hmtx, s.bearing(g))
	}
	loca = be.AppendUint32(loca, uint32(len(glyf)))
	head := slices.Clone(s.f.tables["head"])
	be.PutUint32(head[8:], 0)  // the sum over the whole file, set below
	be.PutUint16(head[50:], 1) // long locations
	hhea, maxp := slices.Clone(s.f.tables["hhea"]), slices.Clone(s.f.tables["maxp"])
	be.PutUint16(hhea[34:], uint16(len(s.old)))
	be.PutUint16(maxp[4:], uint16(len(s.old)))
	tables := []table{{"glyf", glyf}, {"head", head}, {"hhea", hhea}, {"hmtx", hmtx}, {"loca", loca}, {"maxp", maxp}}
	for _, name := range []string{"cvt ", "fpgm", "prep"} { // hints, where the font has them
		if t := s.f.tables[name]; len(t) > 0 {
			tables = append(tables, table{name, t})
		}
	}
	return assemble(tables)
}

// bearing is the left side bearing of a glyph.
func (s *subset) bearing(g uint16) uint16 {
	hmtx, metrics := s.f.tables["hmtx"], int(be.Uint16(s.f.tables["hhea"][34:]))
	at := 4*int(g) + 2
	if int(g) >= metrics {
		at = 4*metrics + 2*(int(g)-metrics)
	}
	if at+2 > len(hmtx) {
		return 0
	}
	return be.Uint16(hmtx[at:])
}

type table struct {
	name string
	data []byte
}

// assemble writes a font file (ISO/IEC 14496-22, 4.5) with its checksums.
func assemble(tables []table) []byte {
	slices.SortFunc(tables, func(a, b table) int { return slices.Compare([]byte(a.name), []byte(b.name)) })
	n, power := len(tables), 0
	for 2<<power <= n {
		power++
	}
	out := be.AppendUint32(nil, 0x00010000)
	for _, v := range []int{n, 16 << power, power, 16*n - 16<<power} {
		out = be.AppendUint16(out, uint16(v))
	}
	at, head := 12+16*n, 0
	for _, t := range tables {
		out = append(out, t.name...)
		out = be.AppendUint32(out, checksum(t.data))
		out = be.AppendUint32(out, uint32(at))
		out = be.AppendUint32(out, uint32(len(t.data)))
		if t.name == "head" {
			head = at
		}
		at += (len(t.data) + 3) &^ 3
	}
	for _, t := range tables {
		out = append(out, t.data...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	be.PutUint32(out[head+8:], 0xB1B0AFBA-checksum(out))
	return out
}

func checksum(b []byte) uint32 {
	sum := uint32(0)
	for ; len(b) >= 4; b = b[4:] {
		sum += be.Uint32(b)
	}
	if len(b) > 0 {
		var last [4]byte
		copy(last[:], b)
		sum += be.Uint32(last[:])
	}
	return sum
}
