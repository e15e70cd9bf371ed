package pdf

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"strconv"
)

const upperHex = "0123456789ABCDEF"

// Write appends o in PDF syntax. A stream gets its /Length from its bytes. A
// value that is no Obj is a mistake of the caller and panics.
func Write(b *bytes.Buffer, o Obj) {
	switch v := o.(type) {
	case nil:
		b.WriteString("null")
	case bool:
		b.WriteString(strconv.FormatBool(v))
	case Num:
		b.WriteString(string(v))
	case int:
		b.WriteString(strconv.Itoa(v))
	case Name:
		writeName(b, v)
	case Str:
		writeString(b, v)
	case Arr:
		b.WriteByte('[')
		for i, e := range v {
			if i > 0 {
				b.WriteByte(' ')
			}
			Write(b, e)
		}
		b.WriteByte(']')
	case *Dict:
		b.WriteString("<<")
		for _, e := range v.E {
			Write(b, e.K)
			if _, ok := e.V.(Name); !ok { // its slash is enough
				b.WriteByte(' ')
			}
			Write(b, e.V)
		}
		b.WriteString(">>")
	case Ref:
		b.WriteString(strconv.Itoa(v.N))
		b.WriteByte(' ')
		b.WriteString(strconv.Itoa(v.G))
		b.WriteString(" R")
	case *Stream:
		Write(b, v.D.Clone().Set("Length", Int(len(v.Raw))))
		b.WriteString("\nstream\n")
		b.Write(v.Raw)
		b.WriteString("\nendstream")
	default:
		panic(fmt.Sprintf("pdf: cannot write %T", o))
	}
}

// Bytes returns o in PDF syntax.
func Bytes(o Obj) []byte { var b bytes.Buffer; Write(&b, o); return b.Bytes() }

func writeName(b *bytes.Buffer, n Name) {
	b.WriteByte('/')
	for i := 0; i < len(n); i++ {
		c := n[i]
		if c <= 32 || c > 126 || c == '#' || isDelim(c) {
			b.Write([]byte{'#', upperHex[c>>4], upperHex[c&15]})
		} else {
			b.WriteByte(c)
		}
	}
}

func writeString(b *bytes.Buffer, s Str) {
	if s.Hex {
		b.WriteByte('<')
		b.WriteString(hex.EncodeToString(s.B))
		b.WriteByte('>')
		return
	}
	b.WriteByte('(')
	for _, c := range s.B {
		switch c {
		case '(', ')', '\\':
			b.Write([]byte{'\\', c})
		case '\r':
			b.WriteString("\\r")
		case '\n':
			b.WriteString("\\n")
		default:
			b.WriteByte(c)
		}
	}
	b.WriteByte(')')
}

// Full writes a complete file of one revision; objs[i] becomes object i+1.
// version is the header's, such as "1.7". The trailer gets its /Size.
func Full(version string, objs []Obj, trailer *Dict) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%%PDF-%s\n%%\xE2\xE3\xCF\xD3\n", version)
	offs := make([]int, len(objs))
	for i, o := range objs {
		offs[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n", i+1)
		Write(&b, o)
		b.WriteString("\nendobj\n")
	}
	x := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objs)+1)
	for _, o := range offs {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	b.WriteString("trailer\n")
	Write(&b, trailer.Set("Size", Int(len(objs)+1)))
	fmt.Fprintf(&b, "\nstartxref\n%d\n%%%%EOF\n", x)
	return b.Bytes()
}
