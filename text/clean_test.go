package text

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"bekwaam/internal/border"
)

// hostile texts try to steer the terminal, to hide something or to make two
// different texts look the same.
var hostile = []string{
	"\x1b[2Jleeg", "\x1b]0;titel\x07", "\x1b]52;c;cm0gLXJm\x07", "\x1b]52;c;onaf", "\x1b]8;;https://ergens.example\x1b\\klik\x1b]8;;\x1b\\",
	"\x1bPq#0;2\x1b\\", "\x1b_Gf=24\x1b\\", "\x1b^pm\x1b\\", "\x1bXsos", "\x1bc", "\x1b[8mverborgen\x1b[0m", "\x1b[6n", "\x1b[>c", "\x1b]11;?\x07",
	"\x1b[?1049h", "\x1b[?1000h", "\x1b#8", "\x1b(0qqq", "\x1b", "\x1b[", "\x1b[999999999999999999m", "\x1bPtmux;\x1b\x1b]52;c;eA==\x07\x1b\\",
	"\x9b2J", "\u009b2J", "\u009d0;titel\u009c", "\u0090q\u009c", "\u0085nel", "\x90\x9d\x9c",
	"Niet akkoord\b\b\b\b", "100\r999", "a\vb\fc", "\a\a\a", "nul\x00punt", "del\x7f", "\x0e\x0f", "\x13\x11", "\x05",
	"\u202etfig.exe", "\u202d123\u202c", "\u2066a\u2069", "\u200fa\u200e", "\u061ca", "\ufefftekst", "\u200bNoor\u200b", "No\u00ador", "N\u2060oor",
	"\U000e0001\U000e0041\U000e007f", "a\U000e0100", "a\u180e", "\u3164\uffa0\u115f\u1160", "\u034f", "\u2028\u2029", "\ufff9a\ufffab\ufffb",
	"e" + strings.Repeat("\u0301", 200), strings.Repeat("\u0301", 40), "\u0301a", "a\n\u0301b", "\u200da", "a\u200d\u200d\u200d\u200d\u200d\u200d\u200d\u200db",
	"a\u0344\u0344\u0344\u0344\u0344\u0344\u0344\u0344b", "e\u200b\u0301", "\xff\xfe", "\xc3", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\ue000\U000f0000", "\ufdd0\uffff",
	"a\r\n\r\n\r\n\r\nb", "\t\u00a0\u202f\u2007x", "\u2126\u212b\u037e", "\U0001d15e", "\u1100\u1161\u11a8", "\u0f73\u0f75\u0f81\u0f73\u0f75\u0f81",
	"👨\u200d👩\u200d👧\u200d👦", "🏳️\u200d🌈", "🇳🇱🇧🇪", "❤\ufe0f\ufe0e", "1\ufe0f\u20e3", "ĳ", "שלום مرحبا", "می\u200cخواهم", "क्\u200dष",
}

func TestCleanKeepsWhatPeopleWrite(t *testing.T) {
	for _, s := range []string{
		"Reünie coördinatie één ’s ochtends – ﬁnanciën ĳs ẞ ß € ½", "Plan van שלום en مرحبا samen 123",
		"👨\u200d👩\u200d👧\u200d👦🏳️\u200d🌈🇳🇱👍🏽", "a\nb\n\nc", "開発計画", "می\u200cخواهم", "", "  twee spaties  ",
	} {
		if got, rep := Text(s, 500); got != s || rep.Any() {
			t.Errorf("Text(%q) = %q, %+v", s, got, rep)
		}
	}
}

func TestClean(t *testing.T) {
	for _, c := range []struct {
		name, in string
		limit    int
		multi    bool
		want     string
		rep      Report
	}{
		{"backspaces", "Niet akkoord\b\b\bAkkoord", 99, true, "Niet akkoordAkkoord", Report{Controls: 3}},
		{"rest of an unfinished sequence stays", "\x1b]52;c;tekst", 99, false, "]52;c;tekst", Report{Controls: 1}},
		{"8-bit control", "a\u009b2Jb", 99, false, "a2Jb", Report{Controls: 1}},
		{"direction", "\u202etfig.exe", 99, false, "tfig.exe", Report{Bidi: 1}},
		{"invisible", "No\u200bor\ufeff", 99, false, "Noor", Report{Invisible: 2}},
		{"broken bytes", "a\xffb", 99, false, "a\ufffdb", Report{Invalid: 1}},
		{"private use", "a\ue000b", 99, false, "a\ufffdb", Report{Invalid: 1}},
		{"line ends", "a\r\nb\rc\u2028d\n\re", 99, true, "a\nb\nc\nd\n\ne", Report{}},
		{"line ends in a line", "a\r\nb\nc\td\u00a0e", 99, false, "a b c d e", Report{}},
		{"empty lines", "a\n\n\n\n\nb", 99, true, "a\n\n\nb", Report{Cut: 2}},
		{"accents are composed", "re\u0308u\u0308nie", 99, false, "rëünie", Report{}},
		{"also around what goes", "e\u200b\u0301", 99, false, "é", Report{Invisible: 1}},
		{"zalgo", "x" + strings.Repeat("\u0323", 9), 99, false, "x" + strings.Repeat("\u0323", 6), Report{Marks: 3}},
		{"mark on nothing", "\u0301a\n\u0301b", 99, true, "a\nb", Report{Marks: 2}},
		{"limit", "abcdef", 4, false, "abcd", Report{Cut: 2}},
		{"limit counts composed letters", "e\u0301e\u0301e\u0301", 2, false, "éé", Report{Cut: 1}},
		{"limit keeps a character whole", "ab👨\u200d👩\u200d👧", 4, false, "ab", Report{Cut: 5}},
		{"one character over the limit", "👨\u200d👩\u200d👧", 2, false, "👨\u200d", Report{Cut: 3}},
		{"no room", "abc", 0, false, "", Report{Cut: 3}},
		{"negative room", "abc", -1, true, "", Report{Cut: 3}},
	} {
		t.Run(c.name, func(t *testing.T) {
			clean := Line
			if c.multi {
				clean = Text
			}
			got, rep := clean(c.in, c.limit)
			if got != c.want || rep != c.rep {
				t.Errorf("got %q %+v, want %q %+v", got, rep, c.want, c.rep)
			}
		})
	}
}

func TestCleanHugeInput(t *testing.T) {
	got, rep := Line(strings.Repeat("ab\x1b", 1<<20), 10)
	if got != "ababababab" || rep.Cut != 2<<20-10 || rep.Controls != 1<<20 {
		t.Errorf("got %q %+v", got, rep)
	}
}

// checkClean fails where s is not safe to store, show and sign.
func checkClean(t *testing.T, in, s string, limit int, multi bool) {
	t.Helper()
	if !utf8.ValidString(s) || !norm.NFC.IsNormalString(s) {
		t.Fatalf("%q from %q is not UTF-8 in NFC", s, in)
	}
	if n := utf8.RuneCountInString(s); n > limit {
		t.Fatalf("%d runes from %q, limit %d", n, in, limit)
	}
	for _, r := range s {
		switch {
		case r == '\n' && multi, r == 0x200C, r == 0x200D, r == 0xFE0E, r == 0xFE0F:
		case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Cs, unicode.Zl, unicode.Zp, unicode.Bidi_Control, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point):
			t.Fatalf("%U left in %q from %q", r, s, in)
		}
	}
}

func FuzzClean(f *testing.F) {
	for _, s := range hostile {
		f.Add(s, 40)
		f.Add("voor "+s+" na", 7)
	}
	for _, x := range border.Texts(f, 1) {
		f.Add(x.Text, 300)
	}
	f.Fuzz(func(t *testing.T, s string, limit int) {
		limit = min(max(limit, 0), 500)
		text, _ := Text(s, limit)
		checkClean(t, s, text, limit, true)
		if again, rep := Text(text, limit); again != text || rep.Any() {
			t.Fatalf("%q, cleaned again, is %q %+v", text, again, rep)
		}
		line, _ := Line(s, limit)
		checkClean(t, s, line, limit, false)
		if again, rep := Line(line, limit); again != line || rep.Any() {
			t.Fatalf("%q, cleaned again, is %q %+v", line, again, rep)
		}
		// A safe file name, and two cleaned fields side by side.
		checkFileName(t, s, FileName(s))
		if joined := text + line; !utf8.ValidString(joined) {
			t.Fatalf("%q is not UTF-8", joined)
		}
		// What is cleaned can be measured and shown anywhere.
		checkLayout(t, text, limit%20)
		checkLayout(t, line, limit%20)
	})
}
