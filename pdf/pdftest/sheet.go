// Package pdftest makes small tagged PDFs, and spoils them, for tests.
//
// [Plan] is a file that keeps every rule of pdf.Check: headings, a table, a
// list, a figure, a link, an attached file, and empty signature fields. Every
// character is drawn as a box, so that the file is some 12 KB and needs no font
// of anybody. [Spoils] are ways to break one rule each, [Hostile] files that are
// made to exhaust or to deceive a reader.
package pdftest

import (
	"fmt"
	"strings"

	"bekwaam/pdf"
)

// sheet collects the objects of a file under construction.
type sheet struct {
	to    *pdf.Update // where objects go; nil: to objs
	objs  []pdf.Obj
	pages []*page
	extra []entry // parent tree entries of annotations
}

type entry struct {
	annot *pdf.Dict
	elem  pdf.Ref
}

type page struct {
	ref    pdf.Ref
	text   strings.Builder
	y      int
	owners pdf.Arr // element of each piece of marked content
	annots pdf.Arr
}

func (s *sheet) add(o pdf.Obj) pdf.Ref {
	if s.to != nil {
		return s.to.Add(o)
	}
	s.objs = append(s.objs, o)
	return pdf.Ref{N: len(s.objs)}
}

func (s *sheet) flate(d *pdf.Dict, b []byte) pdf.Ref {
	return s.add(&pdf.Stream{D: d.Set("Filter", pdf.Name("FlateDecode")), Raw: pdf.Deflate(b)})
}

func (s *sheet) page() *page {
	p := &page{ref: s.add(nil), y: 800}
	s.pages = append(s.pages, p)
	return p
}

func rect(v ...int) pdf.Arr {
	a := pdf.Arr{}
	for _, x := range v {
		a = append(a, pdf.Int(x))
	}
	return a
}

// elem is a structure element; its kids go in through add and mark.
type elem struct {
	s   *sheet
	ref pdf.Ref
	d   *pdf.Dict
}

func (s *sheet) elem(typ string, up pdf.Ref) *elem {
	d := pdf.D("Type", pdf.Name("StructElem"), "S", pdf.Name(typ), "P", up, "K", pdf.Arr{})
	return &elem{s, s.add(d), d}
}

func (e *elem) kid(o pdf.Obj) { e.d.Set("K", append(e.d.Get("K").(pdf.Arr), o)) }

func (e *elem) add(typ string) *elem {
	k := e.s.elem(typ, e.ref)
	e.kid(k.ref)
	return k
}

// mark draws raw operators on p as content of e.
func (e *elem) mark(p *page, ops string) *elem {
	id := len(p.owners)
	p.owners = append(p.owners, e.ref)
	e.d.Set("Pg", p.ref)
	e.kid(pdf.Int(id))
	fmt.Fprintf(&p.text, "/%s <</MCID %d>> BDC\n%s\nEMC\n", e.d.Get("S"), id, ops)
	return e
}

// line draws a line of text on p as content of e.
func (e *elem) line(p *page, text string) *elem {
	p.y -= 24
	return e.mark(p, fmt.Sprintf("BT /F1 11 Tf 0.1 0.1 0.1 rg 60 %d Td %s Tj ET", p.y, codes(text)))
}

// annot puts an annotation on p that belongs to e.
func (e *elem) annot(p *page, d *pdf.Dict) pdf.Ref {
	r := e.s.add(d.Set("P", p.ref))
	p.annots = append(p.annots, r)
	e.kid(pdf.D("Type", pdf.Name("OBJR"), "Pg", p.ref, "Obj", r))
	e.s.extra = append(e.s.extra, entry{d, e.ref})
	return r
}

// codes writes text as the two-byte codes of the font.
func codes(text string) string {
	var b strings.Builder
	for _, r := range text {
		fmt.Fprintf(&b, "%04X", r)
	}
	return "<" + b.String() + ">"
}

// finish fills in pages and parent tree and returns the page tree and the
// parent tree.
func (s *sheet) finish(font pdf.Ref) (pages, parents pdf.Ref) {
	kids := pdf.Arr{}
	for _, p := range s.pages {
		kids = append(kids, p.ref)
	}
	pages = s.add(pdf.D("Type", pdf.Name("Pages"), "Kids", kids, "Count", pdf.Int(len(kids))))
	nums := pdf.Arr{}
	for i, p := range s.pages {
		d := pdf.D("Type", pdf.Name("Page"), "Parent", pages, "MediaBox", rect(0, 0, 595, 842), "Resources", pdf.D("Font", pdf.D("F1", font)),
			"Contents", s.flate(pdf.D(), []byte(p.text.String())), "StructParents", pdf.Int(i), "Tabs", pdf.Name("S"))
		if len(p.annots) > 0 {
			d.Set("Annots", p.annots)
		}
		s.objs[p.ref.N-1] = d
		nums = append(nums, pdf.Int(i), s.add(p.owners))
	}
	for i, x := range s.extra {
		key := pdf.Int(len(s.pages) + i)
		x.annot.Set("StructParent", key)
		nums = append(nums, key, x.elem)
	}
	return pages, s.add(pdf.D("Nums", nums))
}
