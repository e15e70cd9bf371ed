package text

import "testing"

func TestASCII(t *testing.T) {
	for in, want := range map[string]string{
		"› ✓ ◐ ○ ● → – · …":                  "> x / - * > - - .",
		"█▒░■×•↑↓←→▏":                        "#=.#x*^v<>|",
		"Noor één coördinatie ÇŁøßœ e\u0301": "Noor een coordinatie CLoso e",
		"€ 1.250  €1,250":                    "  1.250   1,250",
		"‘ja’ “nee” «wat»":                   "'ja' \"nee\" \"wat\"",
		"開発 👍🏽 🇳🇱":                           "???? ?? ??",
		"½ m² Ω я":                           "? m2 ? ?",
		"\x1b[1;32m✓\x1b[0m klaar\nen é":     "\x1b[1;32mx\x1b[0m klaar\nen e",
		"gewoon":                             "gewoon",
		"":                                   "",
	} {
		if got := ASCII(in); got != want {
			t.Errorf("ASCII(%q) = %q, want %q", in, got, want)
		}
		checkASCII(t, in)
	}
}

func TestASCIIMarksAreOneCell(t *testing.T) {
	for r, c := range asciiMarks {
		if Width(string(r)) != 1 {
			t.Errorf("%q is %d cells wide", r, Width(string(r)))
		}
		if c < ' ' || c > '~' {
			t.Errorf("%q becomes %q", r, c)
		}
	}
	for r, c := range asciiLetters {
		if Width(string(r)) != 1 || c < 'A' || c > 'z' {
			t.Errorf("%q becomes %q", r, c)
		}
	}
}

func checkASCII(t *testing.T, s string) {
	t.Helper()
	got := ASCII(s)
	if !isASCII(got) {
		t.Fatalf("ASCII(%q) = %q", s, got)
	}
	if Width(got) != Width(s) {
		t.Fatalf("ASCII(%q) = %q, %d cells for %d", s, got, Width(got), Width(s))
	}
}
