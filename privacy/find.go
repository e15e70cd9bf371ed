package privacy

import (
	"slices"
	"strings"
)

// Kind is what a finding seems to be.
type Kind string

// The kinds of findings.
const (
	Citizen  Kind = "citizen"  // a Dutch citizen number: nine digits that pass the 11-test
	Register Kind = "register" // a Belgian register number, which passes mod 97
	Email    Kind = "email"
	Phone    Kind = "phone"
	Name     Kind = "name"   // the name of a pupil, with a class or as somebody's child
	Health   Kind = "health" // a word about somebody's health
)

// Kinds are all kinds, in the order in which they are told.
func Kinds() []Kind { return []Kind{Citizen, Register, Name, Health, Email, Phone} }

// A Finding is a piece of a text that may be too private to leave the machine:
// text[Start:End], in bytes, as Text.
type Finding struct {
	Kind       Kind
	Text       string
	Start, End int
}

// A Finder looks for private things. The zero value is for use.
type Finder struct {
	adults map[string]bool // names of people who are no pupils, in lower case
}

// Knowing returns a finder that takes these names for those of grown-ups: a
// coach who looks on in class 3B is no pupil. "leerling Wil" stays one.
func Knowing(names ...string) Finder {
	f := Finder{map[string]bool{}}
	for _, n := range names {
		if words := strings.Fields(strings.ToLower(n)); len(words) > 0 {
			f.adults[words[0]] = true
		}
	}
	return f
}

// Find returns what is in a text, from left to right. Findings do not overlap.
func (f Finder) Find(s string) []Finding {
	var out []Finding
	add := func(k Kind, start, end int) {
		for _, x := range out {
			if start < x.End && x.Start < end {
				return
			}
		}
		out = append(out, Finding{k, s[start:end], start, end})
	}
	emails(s, add)
	numbers(s, add)
	words := split(s)
	f.names(words, add)
	healthWords(words, add)
	slices.SortFunc(out, func(a, b Finding) int { return a.Start - b.Start })
	return out
}

// FindInName looks at the name of a file, in which words are held together by
// lines and dots, and a name may be without its capital.
func (f Finder) FindInName(name string) []Finding {
	if dot := strings.LastIndexByte(name, '.'); dot > 0 && len(name)-dot <= 6 {
		name = name[:dot]
	}
	found := f.Find(name)
	for _, x := range f.Find(asWords(name)) {
		if !slices.ContainsFunc(found, func(y Finding) bool { return y.Kind == x.Kind }) {
			found = append(found, x)
		}
	}
	return found
}

// asWords reads the name of a file as a text: lines and dots between letters
// become spaces, a number stands apart from the word before it, and a given
// name gets its capital. Numbers keep what stands between their digits.
func asWords(name string) string {
	var b strings.Builder
	runes := []rune(name)
	for i, r := range runes {
		switch {
		case r == '_',
			(r == '-' || r == '.') && !(i > 0 && isDigit(runes[i-1]) && i+1 < len(runes) && isDigit(runes[i+1])):
			r = ' '
		case isDigit(r) && strings.HasSuffix(strings.ToLower(b.String()), "groep"),
			isDigit(r) && strings.HasSuffix(strings.ToLower(b.String()), "klas"):
			b.WriteByte(' ')
		}
		b.WriteRune(r)
	}
	words := strings.Fields(b.String())
	for i, w := range words {
		if givenNames()[strings.ToLower(w)] {
			words[i] = capital(strings.ToLower(w))
		}
	}
	return strings.Join(words, " ")
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func capital(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}
