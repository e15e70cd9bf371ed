package text

import (
	"slices"
	"strings"
	"testing"
)

func TestWidth(t *testing.T) {
	for s, want := range map[string]int{"": 0, "Noor": 4, "één": 3, "e\u0301": 1, "開発": 4, "👨‍👩‍👧‍👦": 2, "› ✓ ◐": 5} {
		if got := Width(s); got != want {
			t.Errorf("Width(%q) = %d, want %d", s, got, want)
		}
	}
}

func TestCutAndPad(t *testing.T) {
	for _, c := range []struct {
		in                 string
		w                  int
		cut, padded, right string
	}{
		{"Noor", 6, "Noor", "Noor  ", "  Noor"},
		{"Noor", 4, "Noor", "Noor", "Noor"},
		{"Noor Bakker", 6, "Noor…", "Noor… ", " Noor…"},
		{"Noor Bakker", 7, "Noor B…", "Noor B…", "Noor B…"},
		{"開発計画", 6, "開発…", "開発… ", " 開発…"},
		{"Noor", 1, "…", "…", "…"},
		{"Noor", 0, "", "", ""},
		{"Noor", -3, "", "", ""},
		{"", 2, "", "  ", "  "},
	} {
		if got := Cut(c.in, c.w); got != c.cut {
			t.Errorf("Cut(%q, %d) = %q, want %q", c.in, c.w, got, c.cut)
		}
		if got := Pad(c.in, c.w); got != c.padded {
			t.Errorf("Pad(%q, %d) = %q, want %q", c.in, c.w, got, c.padded)
		}
		if got := PadLeft(c.in, c.w); got != c.right {
			t.Errorf("PadLeft(%q, %d) = %q, want %q", c.in, c.w, got, c.right)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		in   string
		w    int
		want []string
	}{
		{"", 10, []string{""}},
		{"een twee drie", 20, []string{"een twee drie"}},
		{"een twee drie", 8, []string{"een twee", "drie"}},
		{"een twee drie", 7, []string{"een", "twee", "drie"}},
		{"een   twee", 8, []string{"een", "twee"}},
		{"een  \n\ntwee\n", 8, []string{"een", "", "twee", ""}},
		{"  punt en nog wat", 8, []string{"  punt", "en nog", "wat"}},
		{"vakbekwaamheid is veel", 6, []string{"vakbek", "waamhe", "id is", "veel"}},
		{"ja vakbekwaamheid", 6, []string{"ja", "vakbek", "waamhe", "id"}},
		{"開発計画", 3, []string{"開", "発", "計", "画"}},
		{"a開b", 1, []string{"a", "?", "b"}},
		{"een twee\ndrie", 0, []string{"een twee", "drie"}},
		{"      ", 3, []string{""}},
		{"      x", 3, []string{"x"}},
	} {
		if got := Wrap(c.in, c.w); !slices.Equal(got, c.want) {
			t.Errorf("Wrap(%q, %d) = %q, want %q", c.in, c.w, got, c.want)
		}
	}
}

// checkLayout fails where a cleaned text does not fit where it was made to fit.
func checkLayout(t *testing.T, s string, w int) {
	t.Helper()
	line := strings.ReplaceAll(s, "\n", " ")
	if got := Cut(line, w); Width(got) > w {
		t.Fatalf("Cut(%q, %d) = %q, %d cells", line, w, got, Width(got))
	}
	if got := Pad(line, w); Width(got) != w {
		t.Fatalf("Pad(%q, %d) = %q, %d cells", line, w, got, Width(got))
	}
	if got := PadLeft(line, w); Width(got) != w {
		t.Fatalf("PadLeft(%q, %d) = %q, %d cells", line, w, got, Width(got))
	}
	if w > 0 {
		lines := Wrap(s, w)
		for _, l := range lines {
			if Width(l) > w || strings.Contains(l, "\n") {
				t.Fatalf("Wrap(%q, %d) has %q, %d cells", s, w, l, Width(l))
			}
		}
		solid := strings.NewReplacer(" ", "", "\n", "")
		if got, want := solid.Replace(strings.Join(lines, "")), solid.Replace(s); w > 1 && got != want {
			t.Fatalf("Wrap(%q, %d) lost text: %q", s, w, lines)
		}
	}
	checkASCII(t, s)
	checkASCII(t, "\x1b[1m"+line+"\x1b[0m")
}
