package tagged

import (
	"fmt"

	"bekwaam/pdf"
)

// Form returns the one page that was drawn as a bare PDF, without structure:
// its content and fonts are meant to be moved into another file as a form
// (ISO 32000-1, 8.10).
func (d *Doc) Form() ([]byte, error) {
	f := &finish{d: d, haste: true} // somebody waits for the signature
	if err := f.read(); err != nil {
		return nil, fmt.Errorf("tagged: %w", err)
	}
	f.addFonts()
	for i := range f.list {
		page, _ := f.objs[f.page(i+1).N-1].(*pdf.Dict)
		f.pack(page)
	}
	cat := f.Add(pdf.D("Type", pdf.Name("Catalog"), "Pages", f.root.Get("Pages")))
	return pdf.Full("1.7", f.objs, pdf.D("Root", cat)), nil
}
