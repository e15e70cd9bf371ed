package tagged

import (
	"fmt"

	"github.com/jung-kurt/gofpdf"

	"bekwaam/pdf"
)

// Form returns the one page that p draws as a bare PDF, without structure:
// its content and fonts are meant to be moved into another file as a form.
func Form(p *gofpdf.Fpdf, fonts map[string]string) ([]byte, error) {
	f := &finish{d: New(p)}
	if err := f.read(); err != nil {
		return nil, fmt.Errorf("tagged: %w", err)
	}
	if err := fixFonts(f.objs, fonts); err != nil {
		return nil, fmt.Errorf("tagged: %w", err)
	}
	for i := range f.list {
		page, _ := f.objs[f.page(i+1).N-1].(*pdf.Dict)
		page.Del("Group") // nothing is transparent
	}
	cat := f.add(pdf.D("Type", pdf.Name("Catalog"), "Pages", f.root.Get("Pages")))
	return pdf.Full("1.7", f.objs, pdf.D("Root", cat)), nil
}
