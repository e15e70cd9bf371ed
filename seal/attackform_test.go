package seal_test

import (
	"bytes"
	"testing"

	"bekwaam/pdf"
	"bekwaam/seal"
)

// form returns the number and a copy of the form.
func form(f *pdf.File) (int, *pdf.Dict) {
	_, c := catalog(f)
	r := c.Get("AcroForm").(pdf.Ref)
	return r.N, f.Dict(r).Clone()
}

// formAttacks change the form and what lies around its fields.
func formAttacks(t *testing.T, in []byte) []attack {
	addField := func(f *pdf.File, u *pdf.Update, d *pdf.Dict) {
		n, fm := form(f)
		u.Set(n, fm.Set("Fields", append(append(pdf.Arr{}, fm.Get("Fields").(pdf.Arr)...), u.Add(d))))
	}
	return applied(t, in, []change{
		{"form of another kind", seal.Changed, seal.CodeObject, func(f *pdf.File, u *pdf.Update) {
			n, fm := form(f)
			u.Set(n, fm.Set("XFA", pdf.Text("<x/>")))
		}},
		{"looks to be made anew", seal.Changed, seal.CodeObject, func(f *pdf.File, u *pdf.Update) {
			n, fm := form(f)
			u.Set(n, fm.Set("NeedAppearances", true))
		}},
		{"fields taken out", seal.Invalid, seal.CodeOutside, func(f *pdf.File, u *pdf.Update) {
			n, fm := form(f)
			u.Set(n, fm.Set("Fields", fm.Get("Fields").(pdf.Arr)[1:]))
		}},
		{"field for a text", seal.Changed, seal.CodeObject, func(f *pdf.File, u *pdf.Update) {
			addField(f, u, pdf.D("FT", pdf.Name("Tx"), "T", pdf.Text("extra"), "V", pdf.Text("akkoord")))
		}},
		{"field for one more signature, empty", seal.Changed, seal.CodeForm, func(f *pdf.File, u *pdf.Update) {
			addField(f, u, pdf.D("FT", pdf.Name("Sig"), "T", pdf.Text("extra")))
		}},
		{"field for one more signature, filled with nothing", seal.Invalid, seal.CodeType, func(f *pdf.File, u *pdf.Update) {
			addField(f, u, pdf.D("FT", pdf.Name("Sig"), "T", pdf.Text("extra"), "V", u.Add(pdf.D("Type", pdf.Name("Sig")))))
		}},
		{"field moved over a page", seal.Changed, seal.CodeObject, func(f *pdf.File, u *pdf.Update) {
			n, d := field(f, 0)
			u.Set(n, d.Set("Rect", box(0, 0, 500, 800)))
		}},
		{"field of the teacher called manager", seal.Changed, seal.CodeObject, func(f *pdf.File, u *pdf.Update) {
			n, d := field(f, 0)
			u.Set(n, d.Set("T", pdf.Text("manager")))
		}},
		{"tooltip of a field", seal.Changed, seal.CodeObject, func(f *pdf.File, u *pdf.Update) {
			n, d := field(f, 1)
			u.Set(n, d.Set("TU", pdf.Text("akkoord met alles")))
		}},
		{"look of a signature swapped", seal.Changed, seal.CodeObject, func(f *pdf.File, u *pdf.Update) {
			n, d := field(f, 0)
			u.Set(n, d.Set("AP", pdf.D("N", u.Add(stream(painting, "Subtype", pdf.Name("Form"))))))
		}},
		{"look of a signature painted over", seal.Changed, seal.CodeObject, func(f *pdf.File, u *pdf.Update) {
			_, d := field(f, 0)
			r := f.Dict(d.Get("AP")).Get("N").(pdf.Ref)
			u.Set(r.N, stream(painting, "Subtype", pdf.Name("Form")))
		}},
		{"what may follow taken out", seal.Changed, seal.CodeObject, func(f *pdf.File, u *pdf.Update) {
			n, c := catalog(f)
			c.Del("Perms")
			u.Set(n, c)
		}},
	})
}

// signatureAttacks change which signature is whose, or hide one.
func signatureAttacks(t *testing.T, in []byte) []attack {
	value := func(f *pdf.File, i int) (pdf.Ref, *pdf.Dict) {
		_, d := field(f, i)
		r := d.Get("V").(pdf.Ref)
		return r, f.Dict(r).Clone()
	}
	put := func(f *pdf.File, u *pdf.Update, i int, v pdf.Obj) {
		n, d := field(f, i)
		u.Set(n, d.Set("V", v))
	}
	return applied(t, in, []change{
		{"signature taken out", seal.Invalid, seal.CodeOutside, func(f *pdf.File, u *pdf.Update) {
			n, d := field(f, 0)
			d.Del("V")
			u.Set(n, d)
		}},
		{"signature of another put in its place", seal.Invalid, seal.CodeOutside, func(f *pdf.File, u *pdf.Update) {
			r, _ := value(f, 1)
			put(f, u, 0, r)
		}},
		{"two signatures exchanged", seal.Changed, seal.CodeObject, func(f *pdf.File, u *pdf.Update) {
			a, _ := value(f, 1)
			b, _ := value(f, 2)
			put(f, u, 1, b)
			put(f, u, 2, a)
		}},
		{"without byte range", seal.Invalid, seal.CodeNotObject, func(f *pdf.File, u *pdf.Update) {
			r, d := value(f, 0)
			d.Del("ByteRange")
			u.Set(r.N, d)
		}},
		{"contents emptied", seal.Invalid, seal.CodeNotObject, func(f *pdf.File, u *pdf.Update) {
			r, d := value(f, 0)
			u.Set(r.N, d.Set("Contents", pdf.Str{B: []byte{0}, Hex: true}))
		}},
		{"kind of signature that nobody checks", seal.Invalid, seal.CodeNotObject, func(f *pdf.File, u *pdf.Update) {
			r, d := value(f, 0)
			u.Set(r.N, d.Set("SubFilter", pdf.Name("adbe.x509.rsa_sha1")))
		}},
		{"copied to a new object", seal.Invalid, seal.CodeRange, func(f *pdf.File, u *pdf.Update) {
			_, d := value(f, 0)
			put(f, u, 0, u.Add(d))
		}},
		{"written into the field", seal.Invalid, seal.CodeNotObject, func(f *pdf.File, u *pdf.Update) {
			_, d := value(f, 0)
			put(f, u, 0, d)
		}},
		{"signature that no field has", seal.Invalid, seal.CodeOutside, func(f *pdf.File, u *pdf.Update) {
			_, d := value(f, 0)
			u.Add(d)
		}},
	})
}

// wholeAttacks write the whole file anew, or let a signer do more than sign.
func wholeAttacks(t *testing.T, w *world) []attack {
	in := w.signed[4]
	more := func(i int, do func(f *pdf.File, u *pdf.Update)) []byte { return forge(t, w, w.signed[i], i, do) }
	return []attack{
		{"written anew", rewritten(t, in, nil), seal.Foreign, seal.CodeRewritten},
		{"written anew with another page", rewritten(t, in, func(objs []pdf.Obj, f *pdf.File) {
			_, p := page(f, 0)
			objs[p.Get("Contents").(pdf.Ref).N-1] = stream(painting)
		}), seal.Foreign, seal.CodeRewritten},
		{"last signer turns a page", more(3, func(f *pdf.File, u *pdf.Update) {
			n, d := page(f, 1)
			u.Set(n, d.Set("Rotate", pdf.Int(90)))
		}), seal.Changed, seal.CodePage},
		{"last signer replaces the attachment", more(3, func(f *pdf.File, u *pdf.Update) {
			_, c := catalog(f)
			ef := f.Dict(f.Dict(c.Get("AF").(pdf.Arr)[0]).Get("EF")).Get("F").(pdf.Ref)
			u.Set(ef.N, stream([]byte(`{}`), "Type", pdf.Name("EmbeddedFile")))
		}), seal.Changed, seal.CodeAttached},
		{"last signer fills two fields", more(2, func(f *pdf.File, u *pdf.Update) {
			n, d := field(f, 3)
			u.Set(n, d.Set("V", u.Add(pdf.D("Type", pdf.Name("Sig")))))
		}), seal.Invalid, seal.CodeType},
		{"last signer comments", more(3, func(f *pdf.File, u *pdf.Update) { annotate(f, u, 0, painted(u, "Stamp")) }), seal.Changed, seal.CodeComment},
	}
}

// rewritten writes every object of a file anew, as programs do that save all of
// it, after do has changed some.
func rewritten(t *testing.T, in []byte, do func([]pdf.Obj, *pdf.File)) []byte {
	t.Helper()
	f, err := pdf.Open(in)
	if err != nil {
		t.Fatal(err)
	}
	objs := make([]pdf.Obj, f.Last().Size()-1)
	for i := range objs {
		if objs[i], err = f.Get(pdf.Ref{N: i + 1}); err != nil {
			t.Fatal(err)
		}
	}
	if do != nil {
		do(objs, f)
	}
	trailer := f.Last().Trailer.Clone()
	trailer.Del("Prev")
	return bytes.Clone(pdf.Full("1.7", objs, trailer))
}
