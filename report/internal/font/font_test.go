package font

import (
	"bytes"
	"errors"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationsansregular"

	"bekwaam/pdf"
	"bekwaam/templates"
)

func fonts(t testing.TB) map[string]*Font {
	t.Helper()
	out := map[string]*Font{}
	for name, file := range map[string][]byte{"body": templates.BodyRegular, "bold": templates.BodyBold, "more": liberationsansregular.TTF} {
		f, err := Parse(name, file)
		if err != nil {
			t.Fatal(name, err)
		}
		out[name] = f
	}
	return out
}

// all are the characters of a font.
func all(f *Font) (codes []rune) {
	for r := rune(1); r < 0xFFFF; r++ {
		if f.Has(r) {
			codes = append(codes, r)
		}
	}
	return codes
}

func TestWhatFontsHave(t *testing.T) {
	f := fonts(t)
	for _, c := range []struct {
		font string
		r    rune
		has  bool
	}{
		{"body", 'a', true}, {"body", 'ë', true}, {"body", '€', true}, {"body", '•', true}, {"body", '→', false}, {"body", 'Ж', false},
		{"body", '王', false}, {"body", 0x1F389, false}, {"body", -1, false}, {"more", 'Ж', true}, {"more", 'ệ', true}, {"more", '□', true}, {"more", 'ש', true},
	} {
		if got := f[c.font].Has(c.r); got != c.has {
			t.Errorf("%s has %q: %v", c.font, c.r, got)
		}
	}
	if n := len(all(f["body"])); n < 300 {
		t.Errorf("the body font has %d characters", n)
	}
	if w := f["more"].Width('0'); w != 1139.0/2048 { // the advance that the font gives a digit
		t.Errorf("a digit is %v em wide", w)
	}
}

// TestCut: every glyph of a subset has the outline and the width it had,
// whatever else was kept, and its parts are there too.
func TestCut(t *testing.T) {
	for name, f := range fonts(t) {
		codes := all(f)
		for _, kept := range [][]rune{codes, {'é'}, {'i', 'ï', 'ǻ'}, codes[:40], codes[len(codes)-9:], nil} {
			s := f.cut(kept)
			program := s.program()
			g := &Font{tables: map[string][]byte{}, em: f.em}
			for i := range int(be.Uint16(program[4:])) {
				e := program[12+16*i:]
				from, n := be.Uint32(e[8:]), be.Uint32(e[12:])
				g.tables[string(e[:4])] = program[from : from+n]
			}
			g.tables["OS/2"] = f.tables["OS/2"]
			if !g.metrics() || !g.locations() {
				t.Fatalf("%s: a subset of %d characters is no font", name, len(kept))
			}
			if checksum(program) != 0xB1B0AFBA {
				t.Errorf("%s: the sum of the file is %X", name, checksum(program))
			}
			if len(kept) > 0 && len(s.old) < 2 || len(s.old) > len(f.advance) {
				t.Errorf("%s: %d glyphs for %d characters", name, len(s.old), len(kept))
			}
			composite := 0
			for now, was := range s.old {
				if g.advance[now] != f.advance[was] {
					t.Errorf("%s: glyph %d was %d wide and is %d", name, was, f.advance[was], g.advance[now])
				}
				a, b := bytes.Clone(f.outline(was)), bytes.Clone(g.outline(uint16(now)))
				var parts []uint16
				f.parts(a, func(p []byte) { parts = append(parts, be.Uint16(p)); be.PutUint16(p, 0) })
				f.parts(b, func(p []byte) {
					if n := be.Uint16(p); int(n) >= len(s.old) || s.old[n] != parts[0] {
						t.Errorf("%s: a part of glyph %d is glyph %d", name, was, n)
					}
					parts = parts[1:]
					composite++
					be.PutUint16(p, 0)
				})
				if !bytes.Equal(a, bytes.TrimRight(b, "\x00")) && !bytes.HasPrefix(b, a) {
					t.Errorf("%s: glyph %d has another outline", name, was)
				}
			}
			if name == "more" && len(kept) == len(codes) && composite == 0 {
				t.Error("no glyph consists of others: this test sees too little")
			}
		}
	}
}

// TestDamaged: a font that is not whole is an error, never a panic.
func TestDamaged(t *testing.T) {
	whole := templates.BodyRegular
	for n := 0; n < len(whole); n += 97 {
		if f, err := Parse("cut", whole[:n]); err == nil || f != nil || !errors.Is(err, ErrFont) {
			t.Errorf("%d of %d bytes: %v", n, len(whole), err)
		}
	}
	for i := range 600 {
		b := bytes.Clone(whole)
		b[i] ^= 0x55
		if f, err := Parse("spoilt", b); err == nil {
			for r := rune(1); r < 0x2200; r++ {
				if f.Has(r) && f.Width(r) < 0 {
					t.Errorf("byte %d: %q has a negative width", i, r)
				}
			}
		}
	}
}

type file struct{ objs []pdf.Obj }

func (f *file) Add(o pdf.Obj) pdf.Ref { f.objs = append(f.objs, o); return pdf.Ref{N: len(f.objs)} }
func (f *file) Flate(d *pdf.Dict, b []byte) pdf.Ref {
	return f.Add(&pdf.Stream{D: d, Raw: b})
}

// TestEmbed: the same text gives the same objects in whatever order it came,
// and other text another name.
func TestEmbed(t *testing.T) {
	embed := func(texts ...string) []pdf.Obj {
		u := NewUse(fonts(t)["body"])
		for _, s := range texts {
			if got := u.Code(nil, s); len(got) < 2*len([]rune(s)) {
				t.Errorf("%q has %d bytes", s, len(got))
			}
		}
		f := &file{}
		u.Embed(f)
		return f.objs
	}
	a, b, c := embed("Noor", "doel"), embed("eldo", "oorN"), embed("Noor", "doelen")
	name := func(objs []pdf.Obj) pdf.Obj { return objs[len(objs)-1].(*pdf.Dict).Get("BaseFont") }
	for i := range a {
		if !pdf.Equal(a[i], b[i]) {
			t.Errorf("object %d differs", i)
		}
	}
	if name(a) == name(c) || name(a) != name(b) {
		t.Errorf("names %v, %v and %v", name(a), name(b), name(c))
	}
}
