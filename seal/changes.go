package seal

import (
	"cmp"
	"slices"

	"bekwaam/pdf"
)

// changes lists for each revision (0-based; nothing for the first) what it did
// beyond filling one empty field with a new signature.
func changes(f *pdf.File) [][]Problem {
	out := make([][]Problem, len(f.Secs))
	// Numbers that were referred to before anything had them. An author may
	// prepare such a reference and let a later update, which then only adds
	// objects, fill in something new behind it.
	ahead := map[int]bool{}
	loose := map[int]bool{} // objects of comments, which belong to no signature
	for rev := 1; rev < len(f.Secs); rev++ {
		for _, n := range f.Sweep(rev - 1).Ahead {
			ahead[n] = true
		}
		d := &difference{f: f, rev: rev, loose: loose}
		d.compare()
		for n := range ahead {
			if f.Secs[rev].Defines(n) {
				d.bad(CodeEarly, n)
			}
		}
		if f.Tight(rev) != nil {
			d.bad(CodeOtherSoftware, 0)
		}
		slices.SortFunc(d.found, func(a, b Problem) int {
			return cmp.Or(cmp.Compare(a.Object, b.Object), cmp.Compare(a.Code, b.Code))
		})
		out[rev] = d.found[:min(len(d.found), maxProblems)]
		if d.field == 0 && verdict(out[rev], false, true) == Foreign {
			for _, n := range f.Secs[rev].Numbers() {
				loose[n] = loose[n] || n >= d.size
			}
		}
	}
	return out
}

// difference is what revision rev changed.
type difference struct {
	f     *pdf.File
	rev   int
	size  int // numbers from here on are new in this revision
	field int // object number of the field it signs; 0: none
	look  int // object number of that field's look so far
	found []Problem
	loose map[int]bool // see changes

	places *places // of the revision before; nil until asked for
}

func (d *difference) bad(c Code, object int) {
	d.found = append(d.found, Problem{Code: c, Revision: d.rev + 1, Object: object})
}

func (d *difference) compare() {
	sec, old := d.f.Secs[d.rev], d.f.Secs[d.rev-1]
	d.size = old.Size()
	if sec.Frees() {
		d.bad(CodeFreed, 0)
	}
	for _, k := range trailerKeys(sec, old) {
		switch {
		case k == "Size", k == "Prev", k == "ID":
		case pdf.Equal(sec.Trailer.Get(k), old.Trailer.Get(k)):
		case k == "Info":
			d.bad(CodeInfo, 0)
		default:
			d.bad(CodeTrailer, 0)
		}
	}
	d.findField()
	for _, n := range sec.Numbers() {
		// A new object is harmless while nothing old points to it.
		if n < d.size && n != d.field {
			d.object(n)
		}
	}
	d.signed()
}

// findField finds the one empty field that this revision signs. Other software
// adds entries of its own while it does.
func (d *difference) findField() {
	fields, err := sigFields(d.f, d.rev-1)
	if err != nil {
		return
	}
	for _, x := range fields {
		if !d.f.Secs[d.rev].Defines(x.obj) || x.value != nil || d.field != 0 {
			continue
		}
		ref := pdf.Ref{N: x.obj}
		was, is := d.f.DictAt(ref, d.rev-1), d.f.DictAt(ref, d.rev)
		keys := differing(was, is)
		if is == nil || !within(keys, "V", "AP", "M", "AS", "F", "DA", "MK", "DR", "Lock", "SV", "Type") {
			continue
		}
		d.field = x.obj
		if !within(keys, "V", "AP", "M") {
			d.bad(CodeForm, x.obj)
		}
		if ap, ok := d.f.DictAt(was.Get("AP"), d.rev-1).Get("N").(pdf.Ref); ok {
			d.look = ap.N
		}
	}
}

func trailerKeys(a, b *pdf.Section) []pdf.Name {
	var out []pdf.Name
	for _, s := range []*pdf.Section{a, b} {
		for _, e := range s.Trailer.E {
			if !slices.Contains(out, e.K) {
				out = append(out, e.K)
			}
		}
	}
	return out
}

// object judges the change of an object that existed before.
func (d *difference) object(n int) {
	if n == d.look && uses(d.f, n, d.rev-1) == 1 {
		d.bad(CodeForm, n)
		return
	}
	ref := pdf.Ref{N: n}
	was, err1 := d.f.At(ref, d.rev-1)
	is, err2 := d.f.At(ref, d.rev)
	if err1 != nil || err2 != nil {
		d.bad(CodeObject, n)
		return
	}
	if was != nil && is != nil && pdf.Equal(was, is) {
		return
	}
	if d.loose[n] {
		d.bad(CodeComment, n)
		return
	}
	a, _ := was.(*pdf.Dict)
	b, _ := is.(*pdf.Dict)
	if a != nil && b != nil && d.isRoot(n) && within(differing(a, b), "Perms") && a.Get("Perms") == nil && d.certifies(b) {
		return
	}
	if d.added(n, was, is) {
		return
	}
	d.place(n, a, b)
}

// place names the change of object n by where it stands.
func (d *difference) place(n int, a, b *pdf.Dict) {
	ref := pdf.Ref{N: n}
	cat := d.f.DictAt(d.root(), d.rev-1)
	switch {
	case d.before().page[n] > 0:
		d.found = append(d.found, Problem{CodePage, d.rev + 1, n, d.before().page[n]})
	case d.before().attached[n]:
		d.bad(CodeAttached, n)
	case cat.Get("Metadata") == ref:
		d.bad(CodeMetadata, n)
	case d.f.Secs[d.rev-1].Trailer.Get("Info") == ref:
		d.bad(CodeInfo, n)
	case cat.Get("AcroForm") == ref && d.sameForm():
		d.bad(CodeForm, n)
	case d.isRoot(n) && a != nil && b != nil && within(differing(a, b), "AcroForm", "Extensions", "Version", "DSS", "Perms") && d.sameForm() && d.samePerms(a, b):
		if pdf.Equal(a.Get("DSS"), b.Get("DSS")) {
			d.bad(CodeForm, n)
		} else {
			d.bad(CodeValidation, n)
		}
	default:
		d.bad(CodeObject, n)
	}
}

// signed checks the one change that is allowed.
func (d *difference) signed() {
	if d.field == 0 {
		d.bad(CodeSignsNothing, 0)
		return
	}
	field := d.f.DictAt(pdf.Ref{N: d.field}, d.rev)
	if v, ok := field.Get("V").(pdf.Ref); !ok || v.N < d.size {
		d.bad(CodeValue, d.field)
		return
	}
	if ap := d.f.DictAt(field.Get("AP"), d.rev); ap == nil || len(ap.E) != 1 || ap.Get("N") == nil {
		d.bad(CodeLook, d.field)
	}
}

func (d *difference) root() pdf.Obj { return d.f.Secs[d.rev].Trailer.Get("Root") }

func (d *difference) isRoot(n int) bool { return d.root() == pdf.Ref{N: n} }

// certifies: the permissions may only name a signature of this same revision.
func (d *difference) certifies(cat *pdf.Dict) bool {
	p := d.f.DictAt(cat.Get("Perms"), d.rev)
	r, ok := p.Get("DocMDP").(pdf.Ref)
	return ok && len(p.E) == 1 && r.N >= d.size
}

// samePerms: what may follow the first signature is as it was, or said by the
// signature of this revision.
func (d *difference) samePerms(was, is *pdf.Dict) bool {
	return pdf.Equal(was.Get("Perms"), is.Get("Perms")) || was.Get("Perms") == nil && d.certifies(is)
}

// sameForm: but for what signing software adds, the form is as before.
func (d *difference) sameForm() bool {
	form := func(rev int) *pdf.Dict {
		return d.f.DictAt(d.f.DictAt(d.root(), rev).Get("AcroForm"), rev)
	}
	was, is := form(d.rev-1), form(d.rev)
	if was == nil || is == nil || !within(differing(was, is), "SigFlags", "DA", "DR", "Fields") {
		return false
	}
	more, ok := d.appended(d.array(was.Get("Fields"), d.rev-1), d.array(is.Get("Fields"), d.rev))
	for _, r := range more {
		ok = ok && d.f.DictAt(r, d.rev).Get("FT") == pdf.Name("Sig")
	}
	return ok
}

// differing lists the keys whose values differ.
func differing(a, b *pdf.Dict) (out []pdf.Name) {
	for _, e := range a.E {
		if !pdf.Equal(e.V, b.Get(e.K)) {
			out = append(out, e.K)
		}
	}
	if b == nil {
		return out
	}
	for _, e := range b.E {
		if a.Get(e.K) == nil && e.V != nil {
			out = append(out, e.K)
		}
	}
	return out
}

func within(keys []pdf.Name, allowed ...pdf.Name) bool {
	for _, k := range keys {
		if !slices.Contains(allowed, k) {
			return false
		}
	}
	return true
}
