package seal

import (
	"slices"

	"bekwaam/pdf"
)

// comments are the kinds of annotation that a reader lets people add.
var comments = []pdf.Obj{pdf.Name("Text"), pdf.Name("Highlight"), pdf.Name("Underline"), pdf.Name("StrikeOut"), pdf.Name("Squiggly"),
	pdf.Name("FreeText"), pdf.Name("Ink"), pdf.Name("Popup"), pdf.Name("Caret"), pdf.Name("Line"), pdf.Name("Square"), pdf.Name("Circle"),
	pdf.Name("Polygon"), pdf.Name("PolyLine"), pdf.Name("Stamp")}

// added reports whether object n is a page that only got more annotations, or
// the list of them, or the form's list of fields with more signature fields,
// and notes which.
func (d *difference) added(n int, was, is pdf.Obj) bool {
	if a, ok := was.(*pdf.Dict); ok {
		b, ok := is.(*pdf.Dict)
		if !ok || !d.before().leaf[n] || !slices.Equal(differing(a, b), []pdf.Name{"Annots"}) {
			return false
		}
		return d.annotations(n, d.array(a.Get("Annots"), d.rev-1), d.array(b.Get("Annots"), d.rev))
	}
	old, ok1 := was.(pdf.Arr)
	now, ok2 := is.(pdf.Arr)
	switch {
	case !ok1 || !ok2:
		return false
	case d.before().annots[n] > 0:
		return d.annotations(n, old, now)
	case d.before().fields == n && d.sameForm():
		d.bad(CodeNewField, n)
		return true
	}
	return false
}

// annotations judges what came into a page's list of annotations, which object
// n holds.
func (d *difference) annotations(n int, was, is pdf.Arr) bool {
	more, ok := d.appended(was, is)
	if !ok || len(more) == 0 {
		return false
	}
	code := CodeNewField
	for _, r := range more {
		x := d.f.DictAt(r, d.rev)
		field := x.Get("FT") == pdf.Name("Sig") || d.f.DictAt(x.Get("Parent"), d.rev).Get("FT") == pdf.Name("Sig")
		switch kind := x.Get("Subtype"); {
		case kind == pdf.Name("Widget") && field:
		case slices.Contains(comments, kind):
			code = CodeComment
		default:
			return false
		}
	}
	page := d.before().page[n]
	if page == 0 {
		page = d.before().annots[n]
	}
	d.found = append(d.found, Problem{code, d.rev + 1, n, page})
	return true
}

// appended lists the references to new objects in is, when all else in it is
// was, in its order.
func (d *difference) appended(was, is pdf.Arr) (more []pdf.Ref, ok bool) {
	for _, x := range is {
		if len(was) > 0 && pdf.Equal(x, was[0]) {
			was = was[1:]
			continue
		}
		r, isRef := x.(pdf.Ref)
		if !isRef || r.N < d.size {
			return nil, false
		}
		more = append(more, r)
	}
	return more, len(was) == 0
}

func (d *difference) array(o pdf.Obj, rev int) pdf.Arr {
	v, _ := d.f.At(o, rev)
	a, _ := v.(pdf.Arr)
	return a
}
