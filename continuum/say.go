package continuum

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Say returns the text in lang with its placeholders filled in with the
// words of the framework. A placeholder that begins with a capital gives a
// word that begins with a capital. Pairs of name and word in with come first,
// so a school may call its coach what it likes: "coach", "maatje", and a
// person has a name: "naam", "Noor". A placeholder that is neither becomes
// its bare name; validation keeps those out of packs.
func (f *Framework) Say(t Text, lang string, with ...string) string {
	s := t.In(lang)
	if strings.IndexByte(s, '{') < 0 {
		return s
	}
	var b strings.Builder
	for {
		before, rest, open := strings.Cut(s, "{")
		b.WriteString(before)
		if !open {
			return b.String()
		}
		name, after, closed := strings.Cut(rest, "}")
		if !closed {
			b.WriteString(rest)
			return b.String()
		}
		b.WriteString(f.word(name, lang, with))
		s = after
	}
}

// word is what stands in the place of a placeholder.
func (f *Framework) word(name, lang string, with []string) string {
	first, size := utf8.DecodeRuneInString(name)
	key := string(unicode.ToLower(first)) + name[size:]
	word := key
	if f != nil {
		if t, ok := f.Placeholders[key]; ok {
			word = t.In(lang)
		}
	}
	if t, ok := f.treeWord(key); ok {
		word = t.In(lang)
	}
	for i := 0; i+1 < len(with); i += 2 {
		if with[i] == key {
			word = with[i+1]
		}
	}
	if unicode.IsUpper(first) {
		first, size := utf8.DecodeRuneInString(word)
		word = string(unicode.ToUpper(first)) + word[size:]
	}
	return word
}
