package privacy

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A word is letters, digits, or both, or one sign.
type word struct {
	text       string
	lower      string
	start, end int
	sentence   bool // begins a sentence
	sign       bool
	caps       bool // begins with a capital and goes on in small letters
	digits     bool // only digits
	spaced     bool // something empty stands before it
	owner      bool // ends in 's
}

// split cuts a text into words and signs. A line or an apostrophe inside a
// word belongs to it; an 's at its end does not.
func split(s string) []word {
	var out []word
	begin, spaced := true, true
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if unicode.IsSpace(r) {
			begin = begin || r == '\n'
			spaced = true
			i += n
			continue
		}
		w := word{start: i, sentence: begin, spaced: spaced}
		if !letterOrDigit(r) {
			w.sign, i = true, i+n
			begin = strings.ContainsRune(".!?:;•\"“‘«(", r) || begin
		} else {
			i = wordEnd(s, i)
			begin = false
		}
		spaced = false
		w.end = i
		w.text = s[w.start:w.end]
		if cut := strings.TrimSuffix(strings.TrimSuffix(w.text, "'s"), "’s"); cut != w.text && cut != "" {
			w.text, w.end, w.owner = cut, w.start+len(cut), true
		}
		w.lower = strings.ToLower(w.text)
		w.caps = capitalised(w.text)
		w.digits = strings.Trim(w.text, "0123456789") == ""
		out = append(out, w)
	}
	return out
}

func letterOrDigit(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

func wordEnd(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !letterOrDigit(r) {
			next, _ := utf8.DecodeRuneInString(s[i+n:])
			before, _ := utf8.DecodeLastRuneInString(s[:i])
			if !strings.ContainsRune("-'’", r) || !unicode.IsLetter(next) || !unicode.IsLetter(before) {
				return i
			}
		}
		i += n
	}
	return i
}

// capitalised reports whether a word looks like a name: a capital, and a small
// letter after it.
func capitalised(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	if !unicode.IsUpper(r) || len(s) == n {
		return false
	}
	small := false
	for _, r := range s[n:] {
		if unicode.IsDigit(r) {
			return false
		}
		small = small || unicode.IsLower(r)
	}
	return small
}
