package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/norm"
)

// asciiMarks has the ASCII form of every mark that the program draws and of
// the punctuation that people paste. All of them are one cell wide. An amount
// loses its €: the label of the field then says that it is in euros.
var asciiMarks = pairs(
	"›>‹<»\"«\"✓x✔x✗x◐/○-◯-●*→>←<↑^↓v↔-⇒>▸>▶>◂<◀<",
	"–-—-‒-―-−-‐-‑-·-…."+"•*◦-▪#■#□-×x÷/±+",
	"█#▓#▒=░.▏|▎|▍|▌#▐#▁_▄#▀#─-━-│|┃|┌+┐+└+┘+├+┤+┬+┴+┼+",
	"‘'’'‚'‛'“\"”\"„\"‟\"′'″\"´'¨\"¸,¯-",
	"€ £L¥Y©c®rªaºo°o¿?¡!§Sµu¦|¬-¶P≤<≥>≈~≠#"+"\u00a0 ",
)

// asciiLetters has the letters that do not take apart into a letter and an
// accent.
var asciiLetters = pairs("ßsẞSæaÆAœoŒOøoØOłlŁLđdĐDðdÐDþtÞTħhĦHıiȷjŋnŊNĸkſsŧtŦTĳyĲYŉn")

// pairs reads a table written as mark, form, mark, form.
func pairs(parts ...string) map[rune]byte {
	table := map[rune]byte{}
	for _, part := range parts {
		for rest := part; rest != ""; {
			r, w := utf8.DecodeRuneInString(rest)
			table[r] = rest[w]
			rest = rest[w+1:]
		}
	}
	return table
}

// ASCII is the form of one or more rendered lines for a terminal without
// UTF-8. Every cell stays one cell, so that nothing shifts: marks have a form
// of their own, letters lose their accents, anything else becomes "?", twice
// where it is two cells wide. Colours and other escape sequences stay.
func ASCII(s string) string {
	i := 0
	for i < len(s) && s[i] < utf8.RuneSelf {
		i++
	}
	if i == len(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for s != "" {
		if s[0] < ' ' {
			seq, _, n, _ := ansi.DecodeSequence(s, ansi.NormalState, nil)
			if isASCII(seq) {
				b.WriteString(seq)
			}
			s = s[n:]
			continue
		}
		cluster, cells := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
		s = s[len(cluster):]
		if cells == 1 {
			b.WriteByte(asciiCell(cluster))
		} else {
			b.WriteString(strings.Repeat("?", cells))
		}
	}
	return b.String()
}

// asciiCell is the form of one character as a reader sees it, one cell wide.
func asciiCell(cluster string) byte {
	r, w := utf8.DecodeRuneInString(cluster)
	if c, ok := asciiForm(r); ok {
		return c
	}
	// A letter may lose what hangs on it; ½ must not become 1.
	apart := norm.NFKD.String(cluster[:w])
	first, fw := utf8.DecodeRuneInString(apart)
	if unicode.IsLetter(r) || fw == len(apart) {
		if c, ok := asciiForm(first); ok {
			return c
		}
	}
	return '?'
}

func asciiForm(r rune) (byte, bool) {
	if r >= ' ' && r <= '~' {
		return byte(r), true
	}
	if c, ok := asciiMarks[r]; ok {
		return c, true
	}
	c, ok := asciiLetters[r]
	return c, ok
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
