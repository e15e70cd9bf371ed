package report

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// unknown stands for a character that no font here has.
const unknown = '□'

// word is a piece of text without spaces, in one face.
type word struct {
	face   *face
	s      string  // every character has a glyph
	w      float64 // em
	rtl    bool    // read from right to left
	lang   string  // where it is not that of the document
	actual string  // the word as it was, where s is not what is drawn of it
}

// speller cuts texts into words that can be drawn, and keeps what could not.
type speller struct {
	language string // of the document, nl or en; empty: nobody asks
	replaced []rune
	seen     map[rune]bool
}

// words returns the words of s. Nothing in them is without a glyph.
func (sp *speller) words(s string, bold bool) []word {
	var out []word
	for _, f := range strings.Fields(norm.NFC.String(s)) {
		if f = strings.Map(visible, f); f != "" {
			out = append(out, sp.word(f, bold))
		}
	}
	sp.tongue(out)
	return out
}

// visible drops what has no shape of its own: controls, joiners, direction and
// variation marks.
func visible(r rune) rune {
	switch {
	case unicode.IsControl(r), unicode.Is(unicode.Cf, r), r >= 0xFE00 && r <= 0xFE0F, r >= 0xE0000 && r <= 0xE0FFF:
		return -1
	case r == 0x2011: // a hyphen that does not break
		return '-'
	}
	return r
}

func (sp *speller) word(s string, bold bool) word {
	i := 0
	if bold {
		i = 1
	}
	face := bodyFaces[i]
	for _, r := range s {
		if !face.has(r) {
			face = fallbackFaces[i]
			break
		}
	}
	var b strings.Builder
	w := word{face: face}
	for _, r := range s {
		if !face.has(r) {
			sp.replace(r)
			r = unknown
		}
		w.rtl = w.rtl || unicode.In(r, unicode.Hebrew, unicode.Arabic)
		w.w += face.width(r)
		b.WriteRune(r)
	}
	if w.s = b.String(); w.rtl || w.s != s {
		w.actual = s
	}
	return w
}

func (sp *speller) replace(r rune) {
	if sp.seen == nil {
		sp.seen = map[rune]bool{}
	}
	if !sp.seen[r] {
		sp.seen[r] = true
		sp.replaced = append(sp.replaced, r)
	}
}

// mirrored turns a word that is read from right to left into the order in
// which it is drawn. Marks stay behind their letter.
func mirrored(s string) string {
	var out []rune
	rs := []rune(s)
	for end := len(rs); end > 0; {
		start := end - 1
		for start > 0 && unicode.Is(unicode.Mn, rs[start]) {
			start--
		}
		out = append(out, rs[start:end]...)
		end = start
	}
	return string(out)
}

// split cuts a word that is wider than most, in em, into parts that are not;
// a part has at least one character.
func (w word) split(most float64) []word {
	var out []word
	empty := word{face: w.face, rtl: w.rtl, lang: w.lang}
	part, actual := empty, []rune(w.actual) // as many as s has
	for i, r := range []rune(w.s) {
		rw := w.face.width(r)
		if part.s != "" && part.w+rw > most {
			out = append(out, part)
			part = empty
		}
		part.s += string(r)
		part.w += rw
		if i < len(actual) {
			part.actual += string(actual[i])
		}
	}
	return append(out, part)
}
