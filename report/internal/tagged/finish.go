package tagged

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"time"

	"bekwaam/pdf"
)

// Meta is what Finish writes beside the pages. Empty texts are left out.
type Meta struct {
	Title, Author, Subject, Keywords string
	Creator, Producer                string
	Lang                             string    // language tag, such as nl-NL
	Date                             time.Time // to the second, with its offset
	Attach                           []pdf.Attachment
	Fonts                            map[string]string // PostScript names by gofpdf's family and style
}

// finish is a file under construction: gofpdf's objects, which keep their
// numbers, and ours behind them.
type finish struct {
	d    *Doc
	m    Meta
	objs []pdf.Obj
	root *pdf.Dict // gofpdf's catalog
	list pdf.Arr   // the pages

	annots map[int]pdf.Arr // page to its annotations
	at     map[int]pdf.Ref // annotation index to its object
	keys   []*Elem         // elements of annotations, in order of their key

	attributes map[string]pdf.Ref // attribute dictionaries by what is in them
}

// Finish writes the file. Nothing may be drawn after it.
func (d *Doc) Finish(m Meta) ([]byte, error) {
	d.shut()
	f := &finish{d: d, m: m, annots: map[int]pdf.Arr{}, at: map[int]pdf.Ref{}, attributes: map[string]pdf.Ref{}}
	if err := f.read(); err != nil {
		return nil, fmt.Errorf("tagged: %w", err)
	}
	if err := fixFonts(f.objs, m.Fonts); err != nil {
		return nil, fmt.Errorf("tagged: %w", err)
	}
	f.addLinks()
	form := f.addFields()
	tree := f.addTree()
	f.dressPages()
	cat := f.catalog(tree, form)
	info := f.add(m.info())
	trailer := pdf.D("Root", cat, "Info", info)
	// The identifier is a function of the content.
	sum := sha256.Sum256(pdf.Full("1.7", f.objs, trailer.Clone()))
	id := pdf.Str{B: sum[:16], Hex: true}
	return pdf.Full("1.7", f.objs, trailer.Set("ID", pdf.Arr{id, id})), nil
}

// read takes gofpdf's file apart. Its catalog and information dictionary are
// its last objects and are not kept.
func (f *finish) read() error {
	var raw bytes.Buffer
	if err := f.d.P.Output(&raw); err != nil {
		return err
	}
	in, err := pdf.Open(raw.Bytes())
	if err != nil {
		return err
	}
	last := in.Last()
	rootRef, _ := last.Trailer.Get("Root").(pdf.Ref)
	infoRef, _ := last.Trailer.Get("Info").(pdf.Ref)
	f.root = in.Dict(rootRef)
	for n := 1; n < min(rootRef.N, infoRef.N); n++ {
		o, err := in.Get(pdf.Ref{N: n})
		if err != nil {
			return err
		}
		f.objs = append(f.objs, o)
	}
	f.list, _ = in.Dict(f.root.Get("Pages")).Get("Kids").(pdf.Arr)
	if len(f.list) != f.d.P.PageCount() || len(f.list) == 0 {
		return errors.New("pages of gofpdf not found")
	}
	f.pack()
	return nil
}

// pack compresses the pages, which gofpdf was told to leave plain.
func (f *finish) pack() {
	for _, p := range f.list {
		page, _ := f.objs[p.(pdf.Ref).N-1].(*pdf.Dict)
		ref, _ := page.Get("Contents").(pdf.Ref)
		if s, ok := f.objs[ref.N-1].(*pdf.Stream); ok && s.D.Get("Filter") == nil {
			f.objs[ref.N-1] = &pdf.Stream{D: s.D.Clone().Set("Filter", pdf.Name("FlateDecode")), Raw: pdf.Deflate(s.Raw)}
		}
	}
}

func (f *finish) add(o pdf.Obj) pdf.Ref {
	f.objs = append(f.objs, o)
	return pdf.Ref{N: len(f.objs)}
}

func (f *finish) flate(d *pdf.Dict, b []byte) pdf.Ref {
	return f.add(&pdf.Stream{D: d.Set("Filter", pdf.Name("FlateDecode")), Raw: pdf.Deflate(b)})
}

// page returns page n, 1-based.
func (f *finish) page(n int) pdf.Ref {
	r, _ := f.list[n-1].(pdf.Ref)
	return r
}

func (f *finish) dressPages() {
	for i := range f.list {
		p, _ := f.objs[f.page(i+1).N-1].(*pdf.Dict)
		p.Set("StructParents", pdf.Int(i)).Set("Tabs", pdf.Name("S"))
		p.Del("Annots")
		p.Del("Group") // nothing is transparent
		if a := f.annots[i+1]; len(a) > 0 {
			p.Set("Annots", a)
		}
	}
}
