package text

import (
	"strings"
	"testing"

	"bekwaam/internal/border"
)

// TestTheBorderHolds cleans every text of the corpus and looks with other eyes
// at what is left of it.
func TestTheBorderHolds(t *testing.T) {
	for _, x := range border.Texts(t, 1) {
		for _, in := range []string{x.Text, "voor " + x.Text + " na", strings.Repeat(x.Text, 3), x.Text + "\u0301"} {
			line, _ := Line(in, 300)
			checkClean(t, in, line, 300, false)
			whole, _ := Text(in, 300)
			checkClean(t, in, whole, 300, true)
			for _, s := range []string{line, whole, FileName(in), ASCII(whole)} {
				if what := border.Raw(s); what != "" {
					t.Errorf("%s: %s in %q from %q", x.Class, what, s, in)
				}
			}
			checkFileName(t, in, FileName(in))
			for _, sep := range []rune{';', ','} {
				got := table(t, sep, []string{in, whole})
				checkCSV(t, sep, []string{in, whole}, got)
				if what := border.Raw(strings.NewReplacer("\ufeff", "", "\r\n", "\n").Replace(got)); what != "" {
					t.Errorf("%s: %s in %q from %q", x.Class, what, got, in)
				}
			}
		}
		if got, _ := Text(x.Text, 1<<20); x.Class == "markup" && got != strings.ReplaceAll(x.Text, "\x00", "") {
			t.Errorf("%q became %q: it is only text", x.Text, got)
		}
	}
}
