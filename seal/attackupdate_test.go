package seal_test

import (
	"bytes"
	"fmt"
	"testing"

	"bekwaam/pdf"
	"bekwaam/seal"
)

var painting = []byte("q 1 1 1 rg 50 400 400 300 re f 1 0 0 rg 100 500 200 100 re f Q")

func stream(raw []byte, kv ...any) *pdf.Stream { return &pdf.Stream{D: pdf.D(kv...), Raw: raw} }

func catalog(f *pdf.File) (int, *pdf.Dict) {
	r := f.Last().Trailer.Get("Root").(pdf.Ref)
	return r.N, f.Dict(r).Clone()
}

func box(v ...int) pdf.Arr {
	a := pdf.Arr{}
	for _, x := range v {
		a = append(a, pdf.Int(x))
	}
	return a
}

// annotate puts one more annotation on a page.
func annotate(f *pdf.File, u *pdf.Update, i int, a pdf.Obj) {
	n, p := page(f, i)
	v, _ := f.Get(p.Get("Annots"))
	old, _ := v.(pdf.Arr)
	u.Set(n, p.Set("Annots", append(append(pdf.Arr{}, old...), u.Add(a))))
}

// painted is an annotation of a kind that covers a page.
func painted(u *pdf.Update, kind string) *pdf.Dict {
	ap := u.Add(stream(painting, "Type", pdf.Name("XObject"), "Subtype", pdf.Name("Form"), "BBox", box(0, 0, 300, 100)))
	return pdf.D("Type", pdf.Name("Annot"), "Subtype", pdf.Name(kind), "Rect", box(100, 500, 400, 600), "F", pdf.Int(4), "AP", pdf.D("N", ap))
}

type change struct {
	name string
	want seal.Status
	code seal.Code
	do   func(f *pdf.File, u *pdf.Update)
}

func applied(t *testing.T, in []byte, list []change) (out []attack) {
	t.Helper()
	for _, x := range list {
		out = append(out, attack{x.name, update(t, in, x.do), x.want, x.code})
	}
	return out
}

// updateAttacks write a revision behind the last signature that changes what
// people see or what programs read.
func updateAttacks(t *testing.T, in []byte) []attack {
	out := applied(t, in, []change{
		{"content added to a page", seal.Changed, seal.CodePage, func(f *pdf.File, u *pdf.Update) {
			n, p := page(f, 0)
			u.Set(n, p.Set("Contents", pdf.Arr{p.Get("Contents"), u.Add(stream(painting))}))
		}},
		{"content replaced", seal.Changed, seal.CodePage, func(f *pdf.File, u *pdf.Update) {
			_, p := page(f, 0)
			u.Set(p.Get("Contents").(pdf.Ref).N, stream(painting))
		}},
		{"page turned", seal.Changed, seal.CodePage, func(f *pdf.File, u *pdf.Update) {
			n, p := page(f, 1)
			u.Set(n, p.Set("Rotate", pdf.Int(180)))
		}},
		{"page cropped", seal.Changed, seal.CodePage, func(f *pdf.File, u *pdf.Update) {
			n, p := page(f, 0)
			u.Set(n, p.Set("CropBox", box(0, 0, 10, 10)))
		}},
		{"page draws with other fonts", seal.Changed, seal.CodePage, func(f *pdf.File, u *pdf.Update) {
			n, p := page(f, 0)
			u.Set(n, p.Set("Resources", pdf.D()))
		}},
		{"font replaced", seal.Changed, seal.CodeObject, func(f *pdf.File, u *pdf.Update) {
			_, p := page(f, 0)
			r := f.Dict(f.Dict(p.Get("Resources")).Get("Font")).E[0].V.(pdf.Ref)
			u.Set(r.N, f.Dict(r).Clone().Set("BaseFont", pdf.Name("Other")))
		}},
		{"pages taken out", seal.Changed, seal.CodeObject, func(f *pdf.File, u *pdf.Update) {
			n, c := catalog(f)
			ps := f.Dict(c.Get("Pages")).Clone()
			u.Set(n, c.Set("Pages", u.Add(ps.Set("Kids", ps.Get("Kids").(pdf.Arr)[:1]).Set("Count", pdf.Int(1)))))
		}},
		{"page added", seal.Changed, seal.CodeObject, func(f *pdf.File, u *pdf.Update) {
			_, c := catalog(f)
			r := c.Get("Pages").(pdf.Ref)
			_, p := page(f, 0)
			ps := f.Dict(r).Clone()
			u.Set(r.N, ps.Set("Kids", append(append(pdf.Arr{}, ps.Get("Kids").(pdf.Arr)...), u.Add(p))).Set("Count", pdf.Int(3)))
		}},
		{"stamp over a page", seal.Changed, seal.CodeComment, func(f *pdf.File, u *pdf.Update) { annotate(f, u, 0, painted(u, "Stamp")) }},
		{"text box over a page", seal.Changed, seal.CodeComment, func(f *pdf.File, u *pdf.Update) { annotate(f, u, 0, painted(u, "FreeText")) }},
		{"note", seal.Changed, seal.CodeComment, func(f *pdf.File, u *pdf.Update) {
			annotate(f, u, 1, pdf.D("Type", pdf.Name("Annot"), "Subtype", pdf.Name("Text"), "Rect", box(1, 1, 20, 20), "Contents", pdf.Text("hm")))
		}},
		{"watermark over a page", seal.Changed, seal.CodePage, func(f *pdf.File, u *pdf.Update) { annotate(f, u, 0, painted(u, "Watermark")) }},
		{"film over a page", seal.Changed, seal.CodePage, func(f *pdf.File, u *pdf.Update) { annotate(f, u, 0, painted(u, "Screen")) }},
		{"link led elsewhere", seal.Changed, seal.CodeObject, func(f *pdf.File, u *pdf.Update) {
			_, p := page(f, 0)
			v, _ := f.Get(p.Get("Annots"))
			r := v.(pdf.Arr)[0].(pdf.Ref)
			u.Set(r.N, f.Dict(r).Clone().Set("A", pdf.D("S", pdf.Name("URI"), "URI", pdf.Text("https://example.com/other"))))
		}},
		{"annotations taken away", seal.Changed, seal.CodePage, func(f *pdf.File, u *pdf.Update) {
			n, p := page(f, 0)
			u.Set(n, p.Set("Annots", pdf.Arr{}))
		}},
		{"script that runs on opening", seal.Changed, seal.CodeObject, func(f *pdf.File, u *pdf.Update) {
			n, c := catalog(f)
			u.Set(n, c.Set("OpenAction", pdf.D("S", pdf.Name("JavaScript"), "JS", pdf.Text("app.alert(1)"))))
		}},
		{"layers", seal.Changed, seal.CodeObject, func(f *pdf.File, u *pdf.Update) {
			n, c := catalog(f)
			u.Set(n, c.Set("OCProperties", pdf.D("OCGs", pdf.Arr{}, "D", pdf.D())))
		}},
		{"other words for screen readers", seal.Changed, seal.CodeObject, func(f *pdf.File, u *pdf.Update) {
			n, c := catalog(f)
			u.Set(n, c.Set("StructTreeRoot", u.Add(pdf.D("Type", pdf.Name("StructTreeRoot")))))
		}},
		{"other language", seal.Changed, seal.CodeObject, func(f *pdf.File, u *pdf.Update) {
			n, c := catalog(f)
			u.Set(n, c.Set("Lang", pdf.Text("fr")))
		}},
		{"metadata replaced", seal.Changed, seal.CodeMetadata, func(f *pdf.File, u *pdf.Update) {
			_, c := catalog(f)
			u.Set(c.Get("Metadata").(pdf.Ref).N, stream([]byte("<x/>"), "Type", pdf.Name("Metadata"), "Subtype", pdf.Name("XML")))
		}},
		{"title replaced", seal.Changed, seal.CodeInfo, func(f *pdf.File, u *pdf.Update) {
			r := f.Last().Trailer.Get("Info").(pdf.Ref)
			u.Set(r.N, f.Dict(r).Clone().Set("Title", pdf.Text("Anders")))
		}},
		{"attachment replaced", seal.Changed, seal.CodeAttached, func(f *pdf.File, u *pdf.Update) {
			_, c := catalog(f)
			ef := f.Dict(f.Dict(c.Get("AF").(pdf.Arr)[0]).Get("EF")).Get("F").(pdf.Ref)
			u.Set(ef.N, stream([]byte(`{"id":"vals"}`), "Type", pdf.Name("EmbeddedFile"), "Subtype", pdf.Name("application/json")))
		}},
		{"attachment under another description", seal.Changed, seal.CodeAttached, func(f *pdf.File, u *pdf.Update) {
			_, c := catalog(f)
			r := c.Get("AF").(pdf.Arr)[0].(pdf.Ref)
			ef := u.Add(stream([]byte(`{"id":"vals"}`), "Type", pdf.Name("EmbeddedFile")))
			u.Set(r.N, f.Dict(r).Clone().Set("EF", pdf.D("F", ef)))
		}},
		{"second attachment", seal.Changed, seal.CodeObject, func(f *pdf.File, u *pdf.Update) {
			n, c := catalog(f)
			u.Set(n, c.Set("AF", append(append(pdf.Arr{}, c.Get("AF").(pdf.Arr)...), u.Add(pdf.D("Type", pdf.Name("Filespec"))))))
		}},
		{"update that does nothing", seal.Changed, seal.CodeSignsNothing, func(_ *pdf.File, u *pdf.Update) { u.Add(pdf.D("A", pdf.Int(1))) }},
	})
	harmless := update(t, in, func(_ *pdf.File, u *pdf.Update) { u.Add(pdf.D("A", pdf.Int(1))) })
	f, err := pdf.Open(harmless)
	if err != nil {
		t.Fatal(err)
	}
	x := f.Last().Xref
	back := bytes.Clone(harmless)
	copy(back[x+bytes.Index(harmless[x:], []byte(" 00000 n"))-10:], fmt.Sprintf("%010d", 15))
	// Removed: the one object of the update gives way to a free entry for page 1.
	n, _ := page(f, 0)
	freed := bytes.Clone(harmless[:x])
	freed = fmt.Appendf(freed, "xref\n%d 1\n0000000000 00001 f \n", n)
	freed = append(freed, harmless[x+bytes.Index(harmless[x:], []byte("trailer")):]...)
	return append(out,
		attack{"page removed from the table", freed, seal.Changed, seal.CodeFreed},
		attack{"root replaced in the trailer", replaceBehind(harmless, x, "/Root ", "/Root 1 0 R/Old "), "", ""},
		attack{"more in the trailer", replaceBehind(harmless, x, "/Root ", "/Extra 1/Root "), seal.Changed, seal.CodeTrailer},
		attack{"table points into signed bytes", back, "", ""},
		attack{"object that no table knows", bytes.Replace(harmless, []byte("<</A 1>>\nendobj\n"), []byte("<</A 1>>\nendobj\n3 0 obj\n<<>>\nendobj\n"), 1), "", ""},
		attack{"update in a form that is not read", append(bytes.Clone(in), otherUpdate(len(in))...), seal.Foreign, seal.CodeOtherSoftware})
}

// replaceBehind replaces what comes first behind a place.
func replaceBehind(b []byte, at int, old, new string) []byte {
	return append(bytes.Clone(b[:at]), bytes.Replace(b[at:], []byte(old), []byte(new), 1)...)
}

// otherUpdate is a revision whose table is a stream, as many programs write.
func otherUpdate(at int) []byte {
	return fmt.Appendf(nil, "9000 0 obj\n<</Type /XRef/Size 9001/W [1 4 2]/Index [9000 1]/Length 7>>\nstream\n1234567\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n", at)
}
