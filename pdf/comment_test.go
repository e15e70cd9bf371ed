package pdf_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bekwaam/pdf"
)

// loose is a file as careless programs write it: no table that fits, objects
// in any order.
func loose(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	for i, o := range objects {
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	b.WriteString("trailer << /Root 1 0 R /Info 2 0 R >>\nstartxref\n0\n%%EOF\n")
	return b.Bytes()
}

const (
	looseRoot = "<< /Type /Catalog /Pages 3 0 R >>"
	looseInfo = "<< /Keywords (abc) >>"
	looseTree = "<< /Type /Pages /Kids [4 0 R] /Count 1 /MediaBox [0 0 595 842] >>"
)

func annotated(annot ...string) []byte {
	objects := []string{looseRoot, looseInfo, looseTree, "<< /Type /Page /Parent 3 0 R /Annots [" + strings.Join(annot, " ") + "] >>"}
	return loose(objects...)
}

func TestReadComments(t *testing.T) {
	note := func(rest string) string { return "<< /Type /Annot /Rect [10 20 30 40] " + rest + " >>" }
	c, err := pdf.ReadComments(annotated(
		note("/Subtype /Text /T (Wil) /Contents (Mooi.) /M (D:20261012103000+02'00')"),
		note("/Subtype /FreeText /T <FEFF005A006F00EB> /Contents (\xef\xbb\xbfZo\xc3\xab)"),
		note("/Subtype /Highlight /QuadPoints [1 2 3 4 5 6 7 8]"),
		note("/Subtype /Link /A << /S /URI /URI (http://verzonnen.example) >> /Contents (klik)"),
		note("/Subtype /Widget /T (seal) /Contents (x)"), note("/Subtype /FileAttachment /Contents (x)"), note("/Subtype /Popup /Contents (x)"),
		note("/Subtype /Text /F 2 /Contents (verborgen)"),
		"<< /Subtype /Text /Contents (nergens) >>", "<< /Subtype /Text /Rect [1 2 3] >>", "17", "99 0 R",
	))
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 10, 12, 8, 30, 0, 0, time.UTC)
	want := []pdf.Comment{
		{Page: 1, Box: [4]float64{10, 20, 30, 40}, Kind: "Text", Author: "Wil", Text: "Mooi.", At: at},
		{Page: 1, Box: [4]float64{10, 20, 30, 40}, Kind: "FreeText", Author: "Zoë", Text: "Zoë"},
		{Page: 1, Box: [4]float64{10, 20, 30, 40}, Kind: "Highlight"},
	}
	if len(c.List) != len(want) || c.Keywords != "abc" || len(c.Pages) != 1 || c.Pages[0] != 842 {
		t.Fatalf("%+v", c)
	}
	for i, x := range c.List {
		if !x.At.Equal(want[i].At) {
			t.Errorf("%d: at %v", i, x.At)
		}
		if x.At = want[i].At; x != want[i] {
			t.Errorf("%d: %+v, want %+v", i, x, want[i])
		}
	}
}

// TestReadCommentsRefuses: what is no file, locked, or larger than anything
// sane ends in a typed error; what leads in circles ends.
func TestReadCommentsRefuses(t *testing.T) {
	many := strings.Repeat("<< /Subtype /Text /Rect [1 2 3 4] >> ", pdf.MaxComments+1)
	for _, tt := range []struct {
		name string
		b    []byte
		err  error
	}{
		{"no pdf", []byte("hallo"), pdf.ErrNotPDF},
		{"nothing in it", []byte("%PDF-1.7\n"), pdf.ErrSyntax},
		{"encrypted", bytes.Replace(annotated(), []byte("/Root"), []byte("/Encrypt << >> /Root"), 1), pdf.ErrEncrypted},
		{"too long", append([]byte("%PDF-1.7\n"), make([]byte, pdf.MaxSize)...), pdf.ErrLimit},
		{"many comments", annotated(many), pdf.ErrLimit},
		{"many objects", append([]byte("%PDF-1.7\n"), bytes.Repeat([]byte("1 0 obj\n"), pdf.MaxObjects+1)...), pdf.ErrLimit},
	} {
		start := time.Now()
		if _, err := pdf.ReadComments(tt.b); !errors.Is(err, tt.err) {
			t.Errorf("%s: %v, want %v", tt.name, err, tt.err)
		}
		if took := time.Since(start); took > 2*time.Second {
			t.Errorf("%s: took %v", tt.name, took)
		}
	}
	for name, b := range map[string][]byte{
		"pages in a circle":      loose(looseRoot, looseInfo, "<< /Kids [3 0 R 4 0 R] >>", "<< /Kids [3 0 R] >>"),
		"a reference to itself":  loose(looseRoot, looseInfo, looseTree, "<< /Annots 5 0 R >>", "5 0 R"),
		"a length of itself":     loose(looseRoot, looseInfo, looseTree, "<< /Annots 5 0 R >>", "<< /Length 5 0 R >>\nstream\nx\nendstream"),
		"objects in themselves":  loose(looseRoot, looseInfo, looseTree, "<< /Annots 5 0 R >>", "<< /Type /ObjStm /N 2 /First 9 /Length 40 >>\nstream\n5 0 6 2  7 [6 0 R]\nendstream"),
		"a bomb of objects":      loose(looseRoot, looseInfo, looseTree, "<< >>", bomb()),
		"a stream without end":   []byte(strings.TrimSuffix(string(loose(looseRoot, looseInfo, looseTree, "<< >>", "<< >>\nstream\n")), "endobj\n")),
		"deep":                   annotated(strings.Repeat("[", 100_000)),
		"comments on many pages": loose(looseRoot, looseInfo, "<< /Kids ["+strings.Repeat("4 0 R ", 20_000)+"] >>", "<< >>"),
	} {
		start := time.Now()
		c, err := pdf.ReadComments(b)
		if took := time.Since(start); took > 2*time.Second || len(c.List) > 0 {
			t.Errorf("%s: %d comments after %v (%v)", name, len(c.List), took, err)
		}
	}
}

// bomb is a stream of objects that is far longer unpacked than it may be.
func bomb() string {
	packed := pdf.Deflate(make([]byte, 3*pdf.MaxStream))
	return fmt.Sprintf("<< /Type /ObjStm /N 100000 /First 1000000 /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream", len(packed), packed)
}

// FuzzReadComments: no input makes it panic, hang or take more than it may.
func FuzzReadComments(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.pdf")
	for _, name := range files {
		if b, err := os.ReadFile(name); err == nil {
			f.Add(b)
		}
	}
	f.Add(annotated("<< /Subtype /Text /Rect [1 2 3 4] /Contents (x) >>"))
	f.Add(loose(looseRoot, looseInfo, looseTree, "<< >>", "<< /Type /ObjStm /N 1 /First 4 /Length 9 >>\nstream\n6 0 << >>\nendstream"))
	f.Fuzz(func(t *testing.T, b []byte) {
		c, err := pdf.ReadComments(b)
		if err == nil && (len(c.List) > pdf.MaxComments || len(c.Pages) > 5000) {
			t.Errorf("%d comments on %d pages", len(c.List), len(c.Pages))
		}
	})
}
