// Package vocabulary holds the words that schools in Flanders do not use, for
// the tests that no screen, no page and no text says them to a Flemish teacher.
package vocabulary

import (
	_ "embed"
	"strings"
	"testing"
)

//go:embed testdata/dutch-only.txt
var file string

// DutchOnly returns the words that only Dutch schools use, each as it stands
// in a text that Spaced was given.
func DutchOnly(t testing.TB) []string {
	t.Helper()
	var out []string
	for line := range strings.Lines(file) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, " "+line+" ")
		}
	}
	if len(out) < 30 {
		t.Fatalf("only %d words", len(out))
	}
	return out
}

// Spaced is a text in small letters with a space on each side of every word.
// Cells and lines of a page end a word.
func Spaced(s string) string {
	return " " + strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return strings.ContainsRune(" \n\t.,:;()[]?!«»“”\"/·…|{}", r)
	}), " ") + " "
}
