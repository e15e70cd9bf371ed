package pdf

import (
	"bytes"
	"regexp"
	"unicode/utf16"
	"unicode/utf8"
)

// How the bytes are arranged, which this reader does not mind and others may.
var (
	tableForm  = regexp.MustCompile(`^xref(?:\r\n|\r|\n)(?:\d+ \d+(?:\r\n|\r|\n)(?:\d{10} \d{5} [nf](?: \r| \n|\r\n))*)+trailer`)
	objectLine = regexp.MustCompile(`^\d+ \d+ obj[\r\n]`)
)

func (c *checker) table(rev int) {
	s := c.f.Secs[rev]
	c.want(tableForm.Match(c.f.B[s.Xref:s.trailerEnd]), RuleXref, "revision %d: the table is not in the form of the standard", rev+1)
}

// lines checks the keywords around object n.
func (c *checker) lines(n, rev int, o Obj) {
	e := c.f.Secs[rev].find(n)
	room := maxChecked
	_, end, err := c.f.parse(e, rev, true, &room)
	if err != nil {
		return // reported already
	}
	b, at := c.f.B, int(e.off)
	isEOL := func(i int) bool { return i >= 0 && i < len(b) && (b[i] == '\n' || b[i] == '\r') }
	c.want(isEOL(at-1) && objectLine.Match(b[at:end]) && isEOL(end-len("endobj")-1) && isEOL(end), RuleLines, "object %d: obj and endobj do not end their lines", n)
	if _, ok := o.(*Stream); ok {
		i := at + bytes.LastIndex(b[at:end], []byte("endstream"))
		c.want(isEOL(i-1), RuleStream, "object %d: endstream begins no line", n)
	}
}

// Limits of PDF/A-3, 6.1.13.
const (
	maxInteger = 1<<31 - 1
	maxString  = 32767
	maxName    = 127
	minPage    = 3
	maxPage    = 14400
	maxSaved   = 28
)

// value checks a value that stands under key in object n.
func (c *checker) value(n int, key Name, o Obj) {
	switch v := o.(type) {
	case Name:
		c.want(utf8.ValidString(string(v)), RuleName, "object %d: the name %q is not UTF-8", n, string(v))
		c.want(len(v) <= maxName, RuleLimits, "object %d: a name of %d bytes", n, len(v))
	case Num:
		f := v.Float()
		c.want(f >= -maxInteger && f <= maxInteger, RuleLimits, "object %d: the number %s", n, v)
	case Str:
		c.want(len(v.B) <= maxString, RuleLimits, "object %d: a string of %d bytes", n, len(v.B))
		if v.Hex {
			digits := 0
			for _, h := range c.f.B[v.Off:v.End] {
				if unhex(h) >= 0 {
					digits++
				}
			}
			c.want(digits%2 == 0, RuleHex, "object %d: a hexadecimal string of %d digits", n, digits)
		}
		if key != "CheckSum" {
			c.want(wholeText(v.B), RuleText, "object %d: /%s is broken UTF-16", n, key)
		}
	}
}

// wholeText: b is no UTF-16, or has only whole characters.
func wholeText(b []byte) bool {
	if len(b) < 2 || b[0] != 0xFE || b[1] != 0xFF {
		return true
	}
	if len(b)%2 != 0 {
		return false
	}
	for i := 2; i < len(b); i += 2 {
		r := rune(b[i])<<8 | rune(b[i+1])
		if !utf16.IsSurrogate(r) {
			continue
		}
		if i+3 >= len(b) || utf16.DecodeRune(r, rune(b[i+2])<<8|rune(b[i+3])) == utf8.RuneError {
			return false
		}
		i += 2
	}
	return true
}
