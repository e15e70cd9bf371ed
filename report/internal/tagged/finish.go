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
	f.addFonts()
	f.addLinks()
	form := f.addFields()
	tree := f.addTree()
	f.dressPages()
	cat := f.catalog(tree, form)
	info := f.Add(m.info())
	return f.write(pdf.D("Root", cat, "Info", info)), nil
}

// write returns the file with an identifier (ISO 32000-1, 14.4) that is a
// function of all else in it.
func (f *finish) write(trailer *pdf.Dict) []byte {
	none := pdf.Str{B: make([]byte, 16), Hex: true}
	b := pdf.Full("1.7", f.objs, trailer.Set("ID", pdf.Arr{none, none}))
	sum := sha256.Sum256(b)
	at := bytes.LastIndex(b, []byte("trailer\n"))
	id := pdf.Str{B: sum[:16], Hex: true}
	return append(b[:at], bytes.ReplaceAll(b[at:], pdf.Bytes(none), pdf.Bytes(id))...)
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
	return nil
}

// Add adds an object.
func (f *finish) Add(o pdf.Obj) pdf.Ref {
	f.objs = append(f.objs, o)
	return pdf.Ref{N: len(f.objs)}
}

// Flate adds a compressed stream.
func (f *finish) Flate(d *pdf.Dict, b []byte) pdf.Ref {
	return f.Add(f.stream(d, b))
}

func (f *finish) stream(d *pdf.Dict, b []byte) *pdf.Stream {
	return &pdf.Stream{D: d.Set("Filter", pdf.Name("FlateDecode")), Raw: pdf.Deflate(b)}
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
		f.pack(p)
		if a := f.annots[i+1]; len(a) > 0 {
			p.Set("Annots", a)
		}
	}
}

// pack compresses the content of a page, which gofpdf left as it was drawn.
func (f *finish) pack(page *pdf.Dict) {
	page.Del("Group") // nothing is transparent
	r, _ := page.Get("Contents").(pdf.Ref)
	if s, ok := f.objs[r.N-1].(*pdf.Stream); ok {
		f.objs[r.N-1] = f.stream(pdf.D(), s.Raw)
	}
}
