package pdftest

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"bekwaam/pdf"
)

// Hostiles are files to refuse, each by its name.
var Hostiles = slices.Concat(damaged, tables, streams)

// damaged are no PDFs, or not whole ones.
var damaged = []Hostile{
	{"empty", pdf.ErrNotPDF, func() []byte { return nil }},
	{"other kind", pdf.ErrNotPDF, func() []byte { return []byte("PK\x03\x04") }},
	{"header only", pdf.ErrSyntax, func() []byte { return []byte("%PDF-1.7\n") }},
	{"something before the header", pdf.ErrNotPDF, func() []byte { return append([]byte("MZ\n"), Plan("teacher")...) }},
	{"cut off", pdf.ErrSyntax, func() []byte { return Plan("teacher")[:4000] }},
	{"cut off in the table", pdf.ErrSyntax, func() []byte { b := Plan("teacher"); return b[:bytes.LastIndex(b, []byte("xref"))-200] }},
	{"bytes behind the end", pdf.ErrSyntax, func() []byte { return append(Plan("teacher"), "rest"...) }},
	{"archive behind the end", pdf.ErrSyntax, func() []byte { return append(Plan("teacher"), "PK\x05\x06"+strings.Repeat("\x00", 18)...) }},
	{"encrypted", pdf.ErrEncrypted, instead("/Root", "/Encrypt 1 0 R/Root")},
	{"larger than the limit", pdf.ErrLimit, func() []byte { return append([]byte("%PDF-1.7\n"), make([]byte, pdf.MaxSize)...) }},
}

// tables play games with where objects are.
var tables = []Hostile{
	{"table as a stream", pdf.ErrXrefStream, func() []byte {
		return []byte("%PDF-1.7\n1 0 obj\n<</Type /XRef/Length 0>>\nstream\n\nendstream\nendobj\nstartxref\n9\n%%EOF\n")
	}},
	{"objects in a stream", pdf.ErrXrefStream, instead("/Root", "/XRefStm 20/Root")},
	{"huge table", pdf.ErrLimit, instead("0 2\n", "0 8000000\n")},
	{"previous table forward", pdf.ErrSyntax, instead("/Root", "/Prev 999999/Root")},
	{"previous table is itself", pdf.ErrSyntax, func() []byte {
		b := Raw("<<>>")
		return bytes.Replace(b, []byte("/Root"), fmt.Appendf(nil, "/Prev %d/Root", bytes.Index(b, []byte("xref"))), 1)
	}},
	{"previous table is no number", pdf.ErrSyntax, instead("/Root", "/Prev 1 0 R/Root")},
	{"too many revisions", pdf.ErrLimit, func() []byte { return Updates(Raw("<<>>"), pdf.MaxRevisions) }},
	{"numbers above the size", pdf.ErrSyntax, instead("/Size 2", "/Size 1")},
	{"no size", pdf.ErrSyntax, instead("/Size", "/Bize")},
	{"size goes down", pdf.ErrSyntax, func() []byte { return bytes.Replace(Updates(Raw("<<>>"), 1), []byte("/Size 3"), []byte("/Size 1"), 1) }},
	{"two objects in one place", pdf.ErrSyntax, func() []byte {
		b := Raw("<<>>", "<<>>")
		return bytes.Replace(b, []byte("0000000035 00000 n"), []byte("0000000015 00000 n"), 1)
	}},
	{"object outside its revision", pdf.ErrSyntax, instead("0000000015", "0000009999")},
	{"object under another number", pdf.ErrSyntax, instead("1 0 obj", "7 0 obj")},
	{"object hidden in a stream", pdf.ErrSyntax, func() []byte {
		b := Raw("<<>>", "<</Length 30>>\nstream\n1 0 obj\n<</Type/Catalog>>\nend\nendstream")
		return bytes.Replace(b, []byte("0000000015"), fmt.Appendf(nil, "%010d", bytes.Index(b, []byte("1 0 obj\n<</Type"))), 1)
	}},
	{"object of another generation", pdf.ErrSyntax, instead("00000 n", "00007 n")},
	{"objects inside each other", pdf.ErrSyntax, func() []byte { return Nested(2000) }},
	{"key twice", pdf.ErrSyntax, raw("<</AF [2 0 R]/AF [3 0 R]>>")},
	{"key twice in other letters", pdf.ErrSyntax, raw("<</AF [2 0 R]/A#46 [3 0 R]>>")},
	{"reference in a circle", pdf.ErrSyntax, raw("1 0 R")},
	{"length in a circle", pdf.ErrSyntax, raw("<</Length 1 0 R>>\nstream\n\nendstream")},
	{"length beyond the file", pdf.ErrSyntax, raw("<</Length 99999999>>\nstream\n\nendstream")},
}

// streams hide something in what is attached.
var streams = []Hostile{
	{"bomb attached", pdf.ErrLimit, func() []byte { return Raw(carrier, spec, stream("", make([]byte, pdf.MaxAttachment+1))) }},
	{"bomb attached many times", pdf.ErrLimit, func() []byte {
		var refs, specs []string
		for i := range 500 {
			refs = append(refs, fmt.Sprintf("%d 0 R", i+3))
			specs = append(specs, fmt.Sprintf("<</F (x%d)/EF <</F 2 0 R>>>>", i))
		}
		return Raw(append([]string{"<</AF [" + strings.Join(refs, " ") + "]>>", stream("", make([]byte, pdf.MaxAttachment))}, specs...)...)
	}},
	{"attached twice", pdf.ErrSyntax, func() []byte { return Raw("<</AF [2 0 R 2 0 R]>>", spec, stream("", []byte("{}"))) }},
	{"attached through two filters", pdf.ErrSyntax, raw(carrier, spec, "<</Filter [/FlateDecode /FlateDecode]/Length 2>>\nstream\nab\nendstream")},
	{"attached through another filter", pdf.ErrSyntax, raw(carrier, spec, "<</Filter /LZWDecode/Length 2>>\nstream\nab\nendstream")},
	{"attached with a predictor", pdf.ErrSyntax, func() []byte { return Raw(carrier, spec, stream("/DecodeParms <</Predictor 12>>", []byte("{}"))) }},
	{"attached but damaged", pdf.ErrSyntax, raw(carrier, spec, "<</Filter /FlateDecode/Length 2>>\nstream\nab\nendstream")},
	{"attached nothing", pdf.ErrSyntax, raw(carrier, "<</F (x)/EF <</F 2 0 R>>>>")},
}

// Floods are as large as a file may be and hold far too much of something.
// They take a while to make.
var Floods = []Hostile{
	{"large bomb attached", pdf.ErrLimit, func() []byte { return Raw(carrier, spec, stream("", make([]byte, 256<<20))) }},
	{"deep arrays", pdf.ErrLimit, func() []byte { return Raw(strings.Repeat("[", 1e6)) }},
	{"deep dictionaries", pdf.ErrLimit, func() []byte { return Raw(strings.Repeat("<</A ", 1e6)) }},
	{"flood of numbers", pdf.ErrLimit, func() []byte { return Raw("[" + full("0 ") + "]") }},
	{"flood of arrays", pdf.ErrLimit, func() []byte { return Raw("[" + full("[]") + "]") }},
	{"flood of dictionaries", pdf.ErrLimit, func() []byte { return Raw("[" + full("<<>>") + "]") }},
	{"flood of references", pdf.ErrLimit, func() []byte { return Raw("[" + full("9 0 R ") + "]") }},
	{"flood of references ahead", pdf.ErrLimit, func() []byte { return Raw("<</AF [2 0 R]>>", "["+full("9999 0 R ")+"]") }},
	{"flood of keys", pdf.ErrLimit, func() []byte {
		var b []byte
		for i := 0; len(b) < pdf.MaxSize-10_000; i++ {
			b = append(strconv.AppendInt(append(b, "/K"...), int64(i), 10), " 0"...)
		}
		return Raw("<<" + string(b) + ">>")
	}},
	{"flood of text", pdf.ErrLimit, func() []byte { return Raw("(" + full("a") + ")") }},
	{"endless word", pdf.ErrSyntax, func() []byte { return Raw(full("a")) }},
	{"endless comment", pdf.ErrSyntax, func() []byte { return Raw("%" + full("a")) }},
	{"flood of ends", pdf.ErrSyntax, func() []byte {
		b := Raw("<<>>")
		b = bytes.Replace(b, []byte("%%EOF"), []byte(full("startxref%")+"\n"), 1)
		x := len(b)
		return fmt.Appendf(b, "xref\n0 0\ntrailer\n<</Root 1 0 R/Size 2/Prev 30>>\nstartxref\n%d\n%%%%EOF\n", x)
	}},
	{"trailers inside each other", pdf.ErrLimit, func() []byte {
		var b bytes.Buffer
		b.WriteString("%PDF-1.7\n")
		at := 0
		for range pdf.MaxRevisions {
			x := b.Len()
			fmt.Fprintf(&b, "xref\n0 0\ntrailer\n<</Size 1/Prev %d/X (", at)
			at = x
		}
		return fmt.Appendf(b.Bytes(), "%s>>\nstartxref\n%d\n%%%%EOF\n", full("a")+strings.Repeat(")", pdf.MaxRevisions), at)
	}},
	{"flood of objects", pdf.ErrLimit, func() []byte { return Raw(slices.Repeat([]string{"null"}, pdf.MaxObjects+1)...) }},
	{"flood of attached files", pdf.ErrSyntax, func() []byte {
		return Raw("<</AF ["+strings.Repeat("2 0 R ", 50_000)+"]>>", spec, stream("", []byte("{}")))
	}},
	{"flood of streams of one bad length", pdf.ErrSyntax, func() []byte {
		objects := slices.Repeat([]string{"<</Length 50002 0 R>>\nstream\n\nendstream"}, 50_000)
		return Raw(append(append([]string{"<</AF [2 0 R]>>"}, objects...), "%"+strings.Repeat(" ", 20<<20))...)
	}},
	{"ends before a table as a stream, flood", pdf.ErrXrefStream, func() []byte { return endsBefore("[" + full("0 ") + "]") }},
	{"ends before a table as a stream, comment", pdf.ErrXrefStream, func() []byte { return endsBefore("%" + full("a")) }},
}

// endsBefore is a file that ends very often, the last time with a table as a
// stream, and whose catalog takes long to read.
func endsBefore(catalog string) []byte {
	b := Raw(catalog)
	b = append(b, bytes.Repeat(b[bytes.LastIndex(b, []byte("startxref")):], 60)...)
	x := len(b)
	return fmt.Appendf(b, "9 0 obj\n<</Type /XRef/Length 0>>\nstream\n\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n", x)
}
