package privacy

import (
	"strings"
	"sync"
)

// set is a list of words that is made when it is first asked for.
func set(words string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		out := map[string]bool{}
		for _, w := range strings.Fields(words) {
			out[w] = true
		}
		return out
	})
}

var (
	grouped  = set("groep klas leerjaar combinatiegroep stamgroep brugklas mentorklas basisgroep unit class year group grade")
	byItself = set("brugklas kleuterklas kleutergroep peuterklas instapklas schakelklas onderbouwgroep")
	levels   = set("havo vwo vmbo mavo gymnasium atheneum tl gtl bbl kbl pro aso tso bso kso vmbo-t vmbo-tl vmbo-k vmbo-b vmbo-bb vmbo-kb havo-vwo mavo-havo mh hv kader basis lwoo leerjaar gym ath")
	years    = set("leerjaar klas kleuterklas kleuter graad middelbaar kleuterjaar studiejaar")
	ordinals = set("eerste tweede derde vierde vijfde zesde zevende achtste 1e 2e 3e 4e 5e 6e 7e 8e 1ste 2de 3de 4de 5de 6de 7de 8ste 1ste")
	ours     = set("mijn onze ons haar zijn eigen")
)

// class returns of how many words from i on the name of a class consists, 0
// for none: groep 3/4, klas 2c, 3B, 2H3, 4 havo, vwo 5, het derde leerjaar.
func class(ws []word, i int) int {
	at := func(n int) word {
		if i+n < len(ws) {
			return ws[i+n]
		}
		return word{}
	}
	w := at(0)
	switch {
	case grouped()[w.lower] && (small(at(1)) || code(at(1).text) || number(at(1).text)):
		return 2 + slash(at(2), at(3))
	case byItself()[w.lower]:
		return 1
	case ordinals()[w.lower] && years()[at(1).lower]:
		return 2
	case small(w) && levels()[at(1).lower] && at(1).spaced:
		return 2
	case levels()[w.lower] && (small(at(1)) || code(at(1).text)):
		return 2
	case ours()[w.lower] && (at(1).lower == "klas" || at(1).lower == "groep"):
		return 2
	case code(w.text):
		return 1
	}
	return 0
}

func small(w word) bool {
	return w.digits && len(w.text) == 1 && w.text >= "1" && w.text <= "8"
}

// number is the name of a group that is a number and a letter, such as 5b.
func number(s string) bool {
	return len(s) == 2 && s[0] >= '1' && s[0] <= '8' && isLetter(s[1])
}

func slash(sign, next word) int {
	if (sign.text == "/" || sign.text == "-") && !sign.spaced && small(next) {
		return 2
	}
	return 0
}

// code reports whether a word is the code of a class: 3B, 2H3, 1mh2, V4a, L3.
// What could be a unit (5u), a rank (2e) or a level of language (B1) is not.
func code(s string) bool {
	if len(s) < 2 || len(s) > 6 {
		return false
	}
	form := strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9':
			return '9'
		case r >= 'a' && r <= 'z':
			return 'a'
		case r >= 'A' && r <= 'Z':
			return 'A'
		}
		return '?'
	}, s)
	switch form {
	case "9A", "9AA", "9AAA", "9A9", "9AA9", "9AAA9", "9Aa", "9Aa9", "9a9", "9aa9", "9aaa9", "9AAAA", "9AA9a", "9A9a", "9A9A":
		return s[0] >= '1' && s[0] <= '8' && !strings.HasSuffix(s, "D") || form != "9A"
	case "9a":
		return s[0] >= '1' && s[0] <= '8' && strings.ContainsRune("abcdfghk", rune(s[1]))
	case "9aa", "9aaa", "9aaaa":
		return levels()[s[1:]] || strings.Trim(s[1:], "mhvtgkb") == ""
	case "A9", "A9a", "A9A", "AA9a", "AA9A", "AAA9a", "AAA9A", "AA9":
		return !(form == "A9" && strings.ContainsRune("ABC", rune(s[0])) && s[1] <= '2') && strings.ContainsRune("HVTMKLBGA", rune(s[0])) && s[len(form)-1] != '0'
	}
	return false
}
