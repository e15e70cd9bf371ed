package pdf

import (
	"strings"
	"time"
	"unicode/utf16"
)

// Text makes a PDF text string (ISO 32000-1, 7.9.2.2): in PDFDocEncoding, a
// byte a character, where that has all of it, else UTF-16BE with a byte order
// mark.
func Text(s string) Str {
	b := make([]byte, 0, len(s))
	for _, r := range s {
		c, ok := docByte(r)
		if !ok {
			return wide(s)
		}
		b = append(b, c)
	}
	if len(b) >= 2 && b[0] == 0xFE && b[1] == 0xFF { // would read as a byte order mark
		return wide(s)
	}
	return Str{B: b}
}

func wide(s string) Str {
	b := []byte{0xFE, 0xFF}
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return Str{B: b, Hex: true}
}

// docRunes are the characters of PDFDocEncoding from 0x80 on that Latin-1 has
// not there (ISO 32000-1, D.2); 0x9F is none.
var docRunes = []rune("•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\uFFFD€")

func docByte(r rune) (byte, bool) {
	switch {
	case r >= 0x20 && r < 0x7F, r > 0xA0 && r <= 0xFF && r != 0xAD:
		return byte(r), true
	case r < 0x100:
		return 0, false
	}
	for i, x := range docRunes {
		if x == r && x != 0xFFFD {
			return byte(0x80 + i), true
		}
	}
	return 0, false
}

// DecodeText is the reverse of Text. Bytes that PDFDocEncoding does not know
// are read as Latin-1.
func DecodeText(s Str) string {
	if len(s.B) >= 2 && s.B[0] == 0xFE && s.B[1] == 0xFF {
		var u []uint16
		for i := 2; i+1 < len(s.B); i += 2 {
			u = append(u, uint16(s.B[i])<<8|uint16(s.B[i+1]))
		}
		return string(utf16.Decode(u))
	}
	r := make([]rune, len(s.B))
	for i, b := range s.B {
		if r[i] = rune(b); b >= 0x80 && b <= 0xA0 && b != 0x9F {
			r[i] = docRunes[b-0x80]
		}
	}
	return string(r)
}

// Date writes t as a PDF date string, to the second, with its UTC offset:
// D:20261121120000+01'00'.
func Date(t time.Time) string {
	z := t.Format("-0700")
	return "D:" + t.Format("20060102150405") + z[:3] + "'" + z[3:] + "'"
}

// ParseDate reads a PDF date string with or without its UTC offset (then it is
// taken as UTC); false when it is none.
func ParseDate(s string) (time.Time, bool) {
	s = strings.ReplaceAll(strings.TrimPrefix(s, "D:"), "'", "")
	for _, layout := range []string{"20060102150405-0700", "20060102150405Z0000", "20060102150405Z", "20060102150405"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}
