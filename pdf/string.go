package pdf

import (
	"strings"
	"time"
	"unicode/utf16"
)

// Text makes a PDF text string: printable ASCII stays literal, the rest is
// UTF-16BE with a byte order mark.
func Text(s string) Str {
	for i := 0; i < len(s); i++ {
		if s[i] > 126 || s[i] < 32 {
			b := []byte{0xFE, 0xFF}
			for _, u := range utf16.Encode([]rune(s)) {
				b = append(b, byte(u>>8), byte(u))
			}
			return Str{B: b, Hex: true}
		}
	}
	return Str{B: []byte(s)}
}

// DecodeText is the reverse of Text. Bytes without a byte order mark are read
// as Latin-1, which agrees with PDFDocEncoding for the letters in use.
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
		r[i] = rune(b)
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
