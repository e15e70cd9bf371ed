package pdf_test

import (
	"testing"

	"bekwaam/pdf"
)

// TestText: every text comes back, in one byte a character where PDF has a way.
func TestText(t *testing.T) {
	for s, n := range map[string]int{
		"":                    0,
		"plain (text) \\":     14,
		"Zoë – ‘één’ • €…":    16,
		"ﬁﬂŁŒŠŸŽıłœšž−‰":      14,
		"Ĝo":                  6,
		"þÿ":                  6, // would be a byte order mark
		"a\u00a0b\u00adc\x7f": 14,
		"Юлия 王 🎉":            20,
		"tab\tline\n":         20,
	} {
		x := pdf.Text(s)
		if got := pdf.DecodeText(x); got != s || len(x.B) != n {
			t.Errorf("%q comes back as %q by way of %d bytes, want %d", s, got, len(x.B), n)
		}
		p := &pdf.Parser{B: pdf.Bytes(x)}
		o, err := p.Object()
		if y, ok := o.(pdf.Str); err != nil || !ok || pdf.DecodeText(y) != s {
			t.Errorf("%q is read from a file as %v (%v)", s, o, err)
		}
	}
}
