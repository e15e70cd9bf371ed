package pdftest

import (
	"bytes"
	"fmt"
	"strings"

	"bekwaam/pdf"
)

// Hostile is a file that was made to exhaust or to deceive a reader.
type Hostile struct {
	Name string
	Want error // what reading all of it says
	File func() []byte
}

// Raw writes objects, as text, with a table that is right.
func Raw(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	var offs []int
	for i, o := range objects {
		offs = append(offs, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	x := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, o := range offs {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, x)
	return b.Bytes()
}

// Nested hides each object in a string of the one before it, so that a reader
// that runs on to the end parses the file once for every object.
func Nested(n int) []byte {
	var b, table bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	for i := range n {
		fmt.Fprintf(&table, "%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj (\n", i+1)
	}
	b.WriteString(strings.Repeat(")", n))
	x := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n", n+1, table.String(), n+1, x)
	return b.Bytes()
}

// instead is a file of one object with some bytes replaced, which keeps its
// offsets only where as many come as go.
func instead(from, to string) func() []byte {
	return func() []byte { return bytes.Replace(Raw("<<>>"), []byte(from), []byte(to), 1) }
}

func raw(objects ...string) func() []byte { return func() []byte { return Raw(objects...) } }

// stream is an object with these bytes, once compressed.
func stream(dict string, b []byte) string {
	z := pdf.Deflate(b)
	return fmt.Sprintf("<<%s/Filter /FlateDecode/Length %d>>\nstream\n%s\nendstream", dict, len(z), z)
}

// Updates writes n empty revisions behind a file.
func Updates(b []byte, n int) []byte {
	for range n {
		f, err := pdf.Open(b)
		if err != nil {
			return b
		}
		u, err := f.NewUpdate()
		if err != nil {
			return b
		}
		u.Add(pdf.D())
		b, _ = u.Append(make([]byte, 16))
	}
	return b
}

// full is text of one kind that fills a file up to its limit.
func full(piece string) string { return strings.Repeat(piece, (pdf.MaxSize-10_000)/len(piece)) }

const (
	carrier = "<</AF [2 0 R]>>"
	spec    = "<</F (x)/EF <</F 3 0 R>>>>"
)
