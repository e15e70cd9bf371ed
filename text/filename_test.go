package text

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestFileName(t *testing.T) {
	for in, want := range map[string]string{
		"Noor Bakker":                  "Noor-Bakker",
		"  Noor   Bakker. ":            "Noor-Bakker",
		"Zoë D’Hondt-Çelik":            "Zoë-DHondt-Çelik",
		"Zoe\u0308":                    "Zoë",
		"../../etc/passwd":             "etc-passwd",
		`C:\nul`:                       "C-nul",
		"nul":                          "bekwaam-nul",
		"COM1":                         "bekwaam-COM1",
		"com10":                        "com10",
		"lpt":                          "lpt",
		"--help":                       "help",
		"2026–2027":                    "2026-2027",
		"":                             "bekwaam",
		"???":                          "bekwaam",
		"👍🏽":                           "bekwaam",
		"a\x1b]0;x\x07\u202eb":         "a-0-xb",
		strings.Repeat("é", 200):       strings.Repeat("é", 80),
		strings.Repeat("開", 200):       strings.Repeat("開", 53),
		strings.Repeat("a", 79) + " b": strings.Repeat("a", 79),
	} {
		got := FileName(in)
		if got != want {
			t.Errorf("FileName(%q) = %q, want %q", in, got, want)
		}
		checkFileName(t, in, got)
	}
}

func checkFileName(t *testing.T, in, s string) {
	t.Helper()
	if s == "" || !utf8.ValidString(s) || utf8.RuneCountInString(s) > fileRunes || len(s) > fileBytes ||
		strings.HasPrefix(s, "-") || strings.HasSuffix(s, "-") || strings.ContainsAny(s, "/\\.:*?\"<>| \n") || reserved(s) {
		t.Fatalf("FileName(%q) = %q", in, s)
	}
}
