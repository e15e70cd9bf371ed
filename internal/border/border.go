// Package border holds texts that try to steer a terminal, to hide something,
// to look like another text or to be taken for code, and looks for what they
// would leave behind. Tests try everything with them that shows, prints or
// writes words of people.
//
// What must not arrive is written out here once more, character by character,
// so that a hole in package text is not a hole in its tests.
package border

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

//go:embed testdata/border.txt
var file string

// A Text is one of the texts. Its class is escape, osc, c1, bidi, zero-width,
// tags, combining, width, formula or markup.
type Text struct{ Class, Text string }

// Texts returns all texts, or every n-th of each class.
func Texts(t testing.TB, n int) []Text {
	t.Helper()
	var out []Text
	seen := map[string]int{}
	for i, line := range strings.Split(strings.TrimSuffix(file, "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		class, quoted, _ := strings.Cut(line, "\t")
		s, err := strconv.Unquote(quoted)
		if err != nil {
			t.Fatalf("line %d: %v", i+1, err)
		}
		if seen[class]%n == 0 {
			out = append(out, Text{class, s})
		}
		seen[class]++
	}
	return out
}

// runes that must not arrive, from the first to the last.
var unwanted = []struct {
	from, to rune
	what     string
}{
	{0x00, 0x09, "control"}, {0x0b, 0x1f, "control"}, {0x7f, 0x9f, "control"},
	{0x061c, 0x061c, "bidi"}, {0x200e, 0x200f, "bidi"}, {0x202a, 0x202e, "bidi"}, {0x2066, 0x2069, "bidi"}, {0x206a, 0x206f, "bidi"},
	{0xad, 0xad, "invisible"}, {0x034f, 0x034f, "invisible"}, {0x115f, 0x1160, "invisible"}, {0x17b4, 0x17b5, "invisible"}, {0x180b, 0x180f, "invisible"},
	{0x200b, 0x200b, "invisible"}, {0x2028, 0x2029, "line"}, {0x2060, 0x2065, "invisible"}, {0x3164, 0x3164, "invisible"}, {0xfe00, 0xfe0d, "invisible"},
	{0xfeff, 0xfeff, "invisible"}, {0xffa0, 0xffa0, "invisible"}, {0xfff0, 0xfffb, "invisible"}, {0x1bca0, 0x1bca3, "invisible"}, {0x1d173, 0x1d17a, "invisible"},
	{0xe0000, 0xe0fff, "tag"}, {0xe000, 0xf8ff, "private"}, {0xf0000, 0x10ffff, "private"},
}

// mostMarks is how many marks may stand on one letter.
const mostMarks = 6

// Raw says what in s must not have arrived, or "". A line break may.
func Raw(s string) string {
	if !utf8.ValidString(s) {
		return "broken UTF-8"
	}
	marks := 0
	for _, r := range s {
		for _, u := range unwanted {
			if r >= u.from && r <= u.to {
				return fmt.Sprintf("%s %U", u.what, r)
			}
		}
		if !mark(r) {
			marks = 0
		} else if marks++; marks > mostMarks {
			return fmt.Sprintf("a pile of marks, up to %U", r)
		}
	}
	return ""
}

// mark says whether r is one of the marks that the texts pile up.
func mark(r rune) bool {
	return r >= 0x300 && r <= 0x36f || r >= 0x483 && r <= 0x489 || r >= 0x0e47 && r <= 0x0e4e || r >= 0x064b && r <= 0x0652 || r == 0x094d ||
		r >= 0x0f71 && r <= 0x0f84 || r >= 0x1ab0 && r <= 0x1aff || r >= 0x20d0 && r <= 0x20ff || r >= 0xfe20 && r <= 0xfe2f || r == 0x200c || r == 0x200d ||
		r >= 0x1d165 && r <= 0x1d169
}
