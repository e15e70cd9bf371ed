package seal_test

import (
	"bytes"
	"testing"

	"bekwaam/pdf"
	"bekwaam/seal"
)

// A later signer changes something besides the field: the signer's own
// signature is good, the earlier ones say so.
func TestSignerChangesMore(t *testing.T) {
	w := newWorld(t)
	b := forge(t, w, w.signed[1], 1, func(f *pdf.File, u *pdf.Update) {
		n, d := page(f, 1)
		u.Set(n, d.Set("Rotate", pdf.Int(90)))
	})
	r := w.verify(t, b)
	if r.Status != seal.Changed || r.Signatures[0].Status != seal.Changed || r.Signatures[1].Status != seal.Trusted {
		t.Fatalf("%+v", r)
	}
	for _, p := range r.Signatures[0].Problems {
		if p.Code == seal.CodePage && p.Page == 2 && p.Revision == 3 {
			return
		}
	}
	t.Errorf("page 2 is not named: %+v", r.Signatures[0].Problems)
}

// The traces that signing software leaves (form, metadata) make the signatures
// before it foreign, not changed.
func TestForeignSigner(t *testing.T) {
	w := newWorld(t)
	b := forge(t, w, w.signed[1], 1, func(f *pdf.File, u *pdf.Update) {
		root := f.Dict(f.Last().Trailer.Get("Root"))
		form := root.Get("AcroForm").(pdf.Ref)
		u.Set(form.N, f.Dict(form).Clone().Set("DA", pdf.Text("/F1 0 Tf")))
		u.Set(root.Get("Metadata").(pdf.Ref).N, &pdf.Stream{D: pdf.D("Type", pdf.Name("Metadata")), Raw: []byte("<x/>")})
	})
	r := w.verify(t, b)
	if r.Status != seal.Foreign || r.Signatures[0].Status != seal.Foreign || r.Signatures[1].Status != seal.Trusted {
		t.Errorf("%+v", r)
	}
}

// forge signs as role i and, in the same revision, does more.
func forge(t *testing.T, w *world, in []byte, i int, more func(f *pdf.File, u *pdf.Update)) []byte {
	t.Helper()
	out, err := seal.Forge(in, roles[i], w.ids[i], w.options(i), more)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// An author prepares a reference to an object that only a later revision
// defines.
func TestPreparedReference(t *testing.T) {
	w := newWorld(t)
	next := 0
	b := forge(t, w, w.signed[0], 0, func(f *pdf.File, u *pdf.Update) {
		size, _ := f.Last().Trailer.Get("Size").(pdf.Num).Int()
		next = size + 40
		n, p := page(f, 0)
		u.Set(n, p.Set("Contents", pdf.Arr{p.Get("Contents"), pdf.Ref{N: next}}))
	})
	b = forge(t, w, b, 1, func(_ *pdf.File, u *pdf.Update) {
		for range 60 {
			u.Add(&pdf.Stream{D: pdf.D(), Raw: painting})
		}
	})
	if r := w.verify(t, b); r.Status != seal.Changed || !codes(r)[seal.CodeEarly] {
		t.Errorf("%+v", r)
	}
}

// Signing software may add entries to the form, but not a form of another kind
// that a reader would show in place of the pages.
func TestOtherForm(t *testing.T) {
	w := newWorld(t)
	b := forge(t, w, w.signed[1], 1, func(f *pdf.File, u *pdf.Update) {
		form := f.Dict(f.Last().Trailer.Get("Root")).Get("AcroForm").(pdf.Ref)
		u.Set(form.N, f.Dict(form).Clone().Set("XFA", pdf.Text("<x/>")))
	})
	if r := w.verify(t, b); r.Status != seal.Changed || !codes(r)[seal.CodeObject] {
		t.Errorf("%+v", r)
	}
}

// A first signature that forbids every change forbids a second one too.
func TestNoChangesAllowed(t *testing.T) {
	w := newWorld(t)
	o := w.options(0)
	o.DocMDP = 1
	b, err := seal.Sign(w.signed[0], roles[0], w.ids[0], o)
	if err != nil {
		t.Fatal(err)
	}
	if r := w.verify(t, b); r.Status != seal.Trusted {
		t.Fatalf("%+v", r)
	}
	if r := w.verify(t, w.sign(t, b, 1)); r.Status != seal.Changed || !codes(r)[seal.CodeNotAllowed] {
		t.Errorf("%+v", r)
	}
}

// A file of other software is not judged to be broken.
func TestOtherSoftware(t *testing.T) {
	w := newWorld(t)
	b := []byte("%PDF-1.7\n1 0 obj\n<</Type /XRef/Length 0>>\nstream\n\nendstream\nendobj\nstartxref\n9\n%%EOF\n")
	if r := w.verify(t, b); r.Status != seal.Foreign {
		t.Errorf("%+v", r)
	}
	if r, err := seal.Verify(bytes.Repeat([]byte("x"), 1000), w.trust); err == nil || r.Status != seal.Invalid {
		t.Errorf("%v %+v", err, r)
	}
}
