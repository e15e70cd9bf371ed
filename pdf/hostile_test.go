package pdf_test

import (
	"bytes"
	"errors"
	"testing"
	"time"

	"bekwaam/pdf"
	"bekwaam/pdf/pdftest"
)

// Files made to exhaust or to deceive a reader are refused in little time. What
// else reads them, and the memory it takes, is tested in package cli.
func TestHostile(t *testing.T) {
	for _, c := range pdftest.Hostiles {
		t.Run(c.Name, func(t *testing.T) {
			file := c.File()
			start := time.Now()
			if err := readAll(file); !errors.Is(err, c.Want) {
				t.Errorf("got %v, want %v", err, c.Want)
			}
			pdf.Check(file)
			if d := time.Since(start); d > 10*time.Second { // on a machine that does more than this
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

// A file of other software is told from a damaged one.
func TestDamagedTable(t *testing.T) {
	damaged := bytes.Replace(pdftest.Plan("teacher"), []byte("\nxref\n"), []byte("\nxrfe\n"), 1)
	if _, err := pdf.Open(damaged); !errors.Is(err, pdf.ErrSyntax) {
		t.Errorf("damaged table: %v", err)
	}
}

// FuzzOpen reads whatever it is given in every way that there is. Its seeds
// are small: a whole plan, one with two revisions behind it, and the hostile
// files that are no longer than a page.
func FuzzOpen(f *testing.F) {
	f.Add(pdftest.Plan("teacher"))
	f.Add(pdftest.Updates(pdftest.Raw("<</AF [2 0 R]>>", "<</F (x)/EF <</F 3 0 R>>>>", "<</Length 2>>\nstream\n{}\nendstream"), 2))
	f.Add(pdftest.Nested(5))
	for _, h := range pdftest.Hostiles {
		if b := h.File(); len(b) < 3000 {
			f.Add(b)
		}
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		_ = readAll(b)
		file, err := pdf.Open(b)
		if err != nil {
			return
		}
		for rev := range file.Secs {
			file.Sweep(rev)
			_, _ = file.AttachmentsAt(rev)
		}
		pdf.Check(b)
	})
}
