package cli

import (
	"crypto/rand"
	"os"
	"testing"
	"time"

	"bekwaam/pdf"
	"bekwaam/pdf/pdftest"
	"bekwaam/plan"
	"bekwaam/report"
	"bekwaam/seal"
	"bekwaam/templates"
)

// hostileFile is a file to refuse.
type hostileFile struct {
	name string
	file []byte
}

// hostileFiles are those of package pdftest, and files of ours that somebody
// changed behind a signature or filled with what a plan may not be.
func hostileFiles(t *testing.T, floods bool) (out []hostileFile) {
	t.Helper()
	for _, h := range pdftest.Hostiles {
		out = append(out, hostileFile{h.Name, h.File()})
	}
	signed := hostileSigned(t)
	for _, a := range hostileUpdates {
		out = append(out, hostileFile{a.name, updated(t, signed, a.do)})
	}
	out = append(out, hostileSignatures(t, signed)...)
	for _, d := range hostileData() {
		out = append(out, hostileFile{"data: " + d.name, carrying(d.json)})
	}
	if floods {
		for _, h := range pdftest.Floods {
			out = append(out, hostileFile{h.Name, h.File()})
		}
		out = append(out, hostileFile{"flood of fields", manyFields()}, hostileFile{"flood of certificates", manyCertificates(t, signed)})
	}
	return out
}

// hostileSigned is the case of the starter as its board gets it, signed by the
// teacher and the coach.
func hostileSigned(t *testing.T) []byte {
	t.Helper()
	file := hostilePlain(t)
	for i, field := range []string{"teacher", "coach"} {
		id, err := seal.New("Iemand", seal.P256, rand.Reader, time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC))
		if err != nil {
			t.Fatal(err)
		}
		opt := seal.Options{Time: time.Date(2027, 6, 22, 12+i, 0, 0, 0, time.UTC)}
		if i == 0 {
			opt.DocMDP = seal.CertifySigning
		}
		if file, err = seal.Sign(file, field, id, opt); err != nil {
			t.Fatal(err)
		}
	}
	return file
}

func hostilePlain(t *testing.T) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/cases/starter.yaml")
	if err != nil {
		t.Fatal(err)
	}
	p, _, err := plan.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	pack, err := templates.Pack()
	if err != nil {
		t.Fatal(err)
	}
	file, _, err := report.Render(plan.For(p, pack, plan.Board, ""), report.Options{Now: time.Date(2027, 6, 22, 12, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// updated writes one revision behind a file.
func updated(t *testing.T, file []byte, do func(f *pdf.File, u *pdf.Update)) []byte {
	t.Helper()
	f, err := pdf.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	u, err := f.NewUpdate()
	if err != nil {
		t.Fatal(err)
	}
	do(f, u)
	out, _ := u.Append(make([]byte, 16))
	return out
}

func catalogOf(f *pdf.File) (int, *pdf.Dict) {
	r, _ := f.Last().Trailer.Get("Root").(pdf.Ref)
	return r.N, f.Dict(r).Clone()
}

func fieldOf(f *pdf.File, i int) (int, *pdf.Dict) {
	_, cat := catalogOf(f)
	r, _ := f.Dict(cat.Get("AcroForm")).Get("Fields").(pdf.Arr)[i].(pdf.Ref)
	return r.N, f.Dict(r).Clone()
}

func pageOf(f *pdf.File) (int, *pdf.Dict) {
	_, cat := catalogOf(f)
	r, _ := f.Dict(cat.Get("Pages")).Get("Kids").(pdf.Arr)[0].(pdf.Ref)
	return r.N, f.Dict(r).Clone()
}

var painting = []byte("q 1 1 1 rg 50 400 400 300 re f Q")

// hostileUpdates change a signed file behind its signatures.
var hostileUpdates = []struct {
	name string
	do   func(f *pdf.File, u *pdf.Update)
}{
	{"shadow over a page", func(f *pdf.File, u *pdf.Update) {
		n, p := pageOf(f)
		u.Set(n, p.Set("Contents", pdf.Arr{p.Get("Contents"), u.Add(&pdf.Stream{D: pdf.D(), Raw: painting})}))
	}},
	{"page replaced", func(f *pdf.File, u *pdf.Update) {
		_, p := pageOf(f)
		r, _ := p.Get("Contents").(pdf.Ref)
		u.Set(r.N, &pdf.Stream{D: pdf.D(), Raw: painting})
	}},
	{"pages replaced", func(f *pdf.File, u *pdf.Update) {
		n, cat := catalogOf(f)
		tree := f.Dict(cat.Get("Pages")).Clone()
		u.Set(n, cat.Set("Pages", u.Add(tree.Set("Kids", tree.Get("Kids").(pdf.Arr)[:1]).Set("Count", pdf.Int(1)))))
	}},
	{"note over a page", func(f *pdf.File, u *pdf.Update) {
		n, p := pageOf(f)
		note := u.Add(pdf.D("Type", pdf.Name("Annot"), "Subtype", pdf.Name("FreeText"), "Contents", pdf.Text("Akkoord"), "Rect", pdf.Arr{pdf.Int(1), pdf.Int(1), pdf.Int(9), pdf.Int(9)}))
		u.Set(n, p.Set("Annots", pdf.Arr{note}))
	}},
	{"attachment replaced", func(f *pdf.File, u *pdf.Update) {
		_, cat := catalogOf(f)
		r, _ := f.Dict(f.Dict(cat.Get("AF").(pdf.Arr)[0]).Get("EF")).Get("F").(pdf.Ref)
		u.Set(r.N, &pdf.Stream{D: pdf.D("Type", pdf.Name("EmbeddedFile")), Raw: []byte(`{"format":"bekwaam/plan"}`)})
	}},
	{"attachment taken out", func(f *pdf.File, u *pdf.Update) {
		n, cat := catalogOf(f)
		cat.Del("AF")
		u.Set(n, cat)
	}},
	{"metadata replaced", func(f *pdf.File, u *pdf.Update) {
		_, cat := catalogOf(f)
		r, _ := cat.Get("Metadata").(pdf.Ref)
		u.Set(r.N, &pdf.Stream{D: pdf.D("Type", pdf.Name("Metadata"), "Subtype", pdf.Name("XML")), Raw: []byte("<x/>")})
	}},
	{"script added", func(f *pdf.File, u *pdf.Update) {
		n, cat := catalogOf(f)
		u.Set(n, cat.Set("OpenAction", pdf.D("S", pdf.Name("JavaScript"), "JS", pdf.Text("app.alert(1)"))))
	}},
	{"signature taken out", func(f *pdf.File, u *pdf.Update) {
		n, d := fieldOf(f, 0)
		d.Del("V")
		u.Set(n, d)
	}},
	{"signature copied", func(f *pdf.File, u *pdf.Update) {
		n, d := fieldOf(f, 1)
		_, first := fieldOf(f, 0)
		u.Set(n, d.Set("V", u.Add(f.Dict(first.Get("V")).Clone())))
	}},
	{"signature without a range", func(f *pdf.File, u *pdf.Update) {
		_, d := fieldOf(f, 1)
		r, _ := d.Get("V").(pdf.Ref)
		sig := f.Dict(r).Clone()
		sig.Del("ByteRange")
		u.Set(r.N, sig)
	}},
	{"look of a signature replaced", func(f *pdf.File, u *pdf.Update) {
		n, d := fieldOf(f, 1)
		u.Set(n, d.Set("AP", pdf.D("N", u.Add(&pdf.Stream{D: pdf.D("Subtype", pdf.Name("Form")), Raw: painting}))))
	}},
	{"update that signs nothing", func(_ *pdf.File, u *pdf.Update) { u.Add(pdf.D("A", pdf.Int(1))) }},
}
