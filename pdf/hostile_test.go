package pdf_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"bekwaam/pdf"
	"bekwaam/pdf/pdftest"
)

// file writes objects, as raw text, with a correct table.
func file(objects ...string) []byte {
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

// Files made to exhaust a reader are refused or read in little time.
func TestHostile(t *testing.T) {
	bomb := pdf.Deflate(make([]byte, pdf.MaxAttachment+1))
	attach := "<</AF [2 0 R]>>"
	spec := "<</F (x)/EF <</F 3 0 R>>>>"
	for _, c := range []struct {
		name string
		file []byte
		want error
	}{
		{"empty", nil, pdf.ErrNotPDF},
		{"other kind", []byte("PK\x03\x04"), pdf.ErrNotPDF},
		{"header only", []byte("%PDF-1.7\n"), pdf.ErrSyntax},
		{"cut off", pdftest.Plan("teacher")[:4000], pdf.ErrSyntax},
		{"bytes behind the end", append(pdftest.Plan("teacher"), "rest"...), pdf.ErrSyntax},
		{"deep arrays", file(strings.Repeat("[", 1e6)), pdf.ErrLimit},
		{"deep dictionaries", file(strings.Repeat("<</A ", 1e6)), pdf.ErrLimit},
		{"length in a circle", file("<</Length 1 0 R>>\nstream\n\nendstream"), pdf.ErrSyntax},
		{"reference in a circle", file("1 0 R"), pdf.ErrSyntax},
		{"bomb attached", file(attach, spec, fmt.Sprintf("<</Filter /FlateDecode/Length %d>>\nstream\n%s\nendstream", len(bomb), bomb)), pdf.ErrLimit},
		{"huge table", bytes.Replace(file("null"), []byte("0 2\n"), []byte("0 8000000\n"), 1), pdf.ErrLimit},
		{"previous table forward", bytes.Replace(file("null"), []byte("/Root"), []byte("/Prev 999999/Root"), 1), pdf.ErrSyntax},
		{"numbers above the size", bytes.Replace(file("null", "null"), []byte("/Size 3"), []byte("/Size 1"), 1), pdf.ErrSyntax},
		{"no size", bytes.Replace(file("null"), []byte("/Size"), []byte("/Bize"), 1), pdf.ErrSyntax},
		{"encrypted", bytes.Replace(file("null"), []byte("/Root"), []byte("/Encrypt 1 0 R/Root"), 1), pdf.ErrEncrypted},
		{"nested objects", nested(2000), pdf.ErrSyntax},
	} {
		t.Run(c.name, func(t *testing.T) {
			start := time.Now()
			if err := readAll(c.file); !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
			pdf.Check(c.file)
			if d := time.Since(start); d > 2*time.Second {
				t.Errorf("took %v", d)
			}
		})
	}
}

// readAll reads every object and attached file.
func readAll(b []byte) error {
	f, err := pdf.Open(b)
	if err != nil {
		return err
	}
	for _, n := range f.Last().Numbers() {
		if _, err := f.Get(pdf.Ref{N: n}); err != nil {
			return err
		}
	}
	_, err = f.Attachments()
	return err
}

// nested hides each object in a string of the one before it, so that a reader
// that runs on to the end parses the file once for every object.
func nested(n int) []byte {
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

// A file of other software is told from a damaged one.
func TestXrefStream(t *testing.T) {
	b := []byte("%PDF-1.7\n1 0 obj\n<</Type /XRef/Length 0>>\nstream\n\nendstream\nendobj\nstartxref\n9\n%%EOF\n")
	if _, err := pdf.Open(b); !errors.Is(err, pdf.ErrXrefStream) {
		t.Errorf("table as a stream: %v", err)
	}
	damaged := bytes.Replace(pdftest.Plan("teacher"), []byte("\nxref\n"), []byte("\nxrfe\n"), 1)
	if _, err := pdf.Open(damaged); !errors.Is(err, pdf.ErrSyntax) {
		t.Errorf("damaged table: %v", err)
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(pdftest.Plan("teacher"))
	f.Add(nested(5))
	f.Fuzz(func(t *testing.T, b []byte) {
		if err := readAll(b); err == nil {
			pdf.Check(b)
		}
	})
}
