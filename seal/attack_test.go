package seal_test

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"testing"

	"bekwaam/pdf"
	"bekwaam/seal"
)

type attack struct {
	name string
	file []byte
	want seal.Status // of the file; empty: it cannot even be read
	code seal.Code   // among the problems
}

var painting = []byte("q 1 1 1 rg 50 400 400 300 re f 1 0 0 rg 100 500 200 100 re f Q")

// TestAttacks changes a file with three signatures in the ways that forgers
// do, among them the published ones: incremental saving, signature wrapping,
// and universal signature forgery.
func TestAttacks(t *testing.T) {
	w := newWorld(t)
	in := w.signed[3]
	var all []attack
	all = append(all, byteAttacks(t, in)...)
	all = append(all, updateAttacks(t, in)...)
	all = append(all, signatureAttacks(t, in)...)
	for _, a := range all {
		t.Run(a.name, func(t *testing.T) {
			if bytes.Equal(a.file, in) {
				t.Fatal("nothing was changed")
			}
			r, err := seal.Verify(a.file, w.trust)
			if a.want == "" {
				if err == nil || r.Status != seal.Invalid {
					t.Errorf("%v %+v", err, r)
				}
				return
			}
			if err != nil || r.Status != a.want || !codes(r)[a.code] {
				t.Errorf("want %s with %s, got %v %s %v", a.want, a.code, err, r.Status, codes(r))
			}
		})
	}
}

// A file cut back to its first signature is a good file of that moment: the
// report names the fields that are empty.
func TestCutBack(t *testing.T) {
	w := newWorld(t)
	r := w.verify(t, w.signed[3][:len(w.signed[1])])
	if r.Status != seal.Trusted || len(r.Empty) != 2 {
		t.Errorf("%+v", r)
	}
}

func byteAttacks(t *testing.T, in []byte) []attack {
	f, err := pdf.Open(in)
	if err != nil {
		t.Fatal(err)
	}
	_, p := page(f, 0)
	_, off, _ := f.Where(p.Get("Contents").(pdf.Ref).N, 0)
	ranges := regexp.MustCompile(`/ByteRange \[0 (\d+) (\d+) (\d+)\]`).FindAllSubmatchIndex(in, -1)
	last := ranges[len(ranges)-1]
	num := func(k int) int { v, _ := strconv.Atoi(string(in[last[2*k]:last[2*k+1]])); return v }
	from, to := num(1), num(2)
	edit := func(at int, s string) []byte {
		b := bytes.Clone(in)
		copy(b[at:], s)
		return b
	}
	flip := bytes.Clone(in)
	flip[off+bytes.Index(in[off:], []byte("stream\n"))+200] ^= 1
	return []attack{
		{"flipped content byte", flip, seal.Invalid, seal.CodeBytes},
		{"padding of contents", edit(to-10, "1"), seal.Invalid, seal.CodeMalformed},
		{"letter case of contents", edit(from+1, string(bytes.ToUpper(in[from+1:from+400]))), seal.Invalid, seal.CodeContents},
		{"contents closed early", edit(to-300, ">/Reason2 (vals)/Contents2 <"), seal.Invalid, seal.CodeContents},
		{"second byte range", edit(to-300, fmt.Sprintf(">/ByteRange [0 %010d %010d 0000000010]/Z <", from, to)), seal.Invalid, seal.CodeType},
		{"short byte range", edit(last[6], fmt.Sprintf("%010d", num(3)-5)), seal.Invalid, seal.CodeRange},
		{"bytes behind the end", append(bytes.Clone(in), "\n99 0 obj\n<<>>\nendobj\n"...), "", ""},
		{"comment behind the end", append(bytes.Clone(in), "% hallo\n%%EOF\n"...), seal.Invalid, seal.CodeRange},
	}
}

func updateAttacks(t *testing.T, in []byte) []attack {
	stream := func(raw []byte, kv ...any) *pdf.Stream { return &pdf.Stream{D: pdf.D(kv...), Raw: raw} }
	root := func(f *pdf.File) (int, *pdf.Dict) {
		r := f.Last().Trailer.Get("Root").(pdf.Ref)
		return r.N, f.Dict(r).Clone()
	}
	list := []struct {
		name string
		code seal.Code
		do   func(f *pdf.File, u *pdf.Update)
	}{
		{"content added to a page", seal.CodePage, func(f *pdf.File, u *pdf.Update) {
			n, p := page(f, 0)
			u.Set(n, p.Set("Contents", pdf.Arr{p.Get("Contents"), u.Add(stream(painting))}))
		}},
		{"content replaced", seal.CodePage, func(f *pdf.File, u *pdf.Update) {
			_, p := page(f, 0)
			u.Set(p.Get("Contents").(pdf.Ref).N, stream(painting))
		}},
		{"annotation over the page", seal.CodePage, func(f *pdf.File, u *pdf.Update) {
			n, p := page(f, 0)
			ap := u.Add(stream(painting, "Type", pdf.Name("XObject"), "Subtype", pdf.Name("Form"), "BBox", pdf.Arr{pdf.Int(0), pdf.Int(0), pdf.Int(300), pdf.Int(100)}))
			an := u.Add(pdf.D("Type", pdf.Name("Annot"), "Subtype", pdf.Name("Stamp"), "Rect", pdf.Arr{pdf.Int(100), pdf.Int(500), pdf.Int(400), pdf.Int(600)}, "F", pdf.Int(4), "AP", pdf.D("N", ap)))
			u.Set(n, p.Set("Annots", pdf.Arr{an}))
		}},
		{"pages taken out", seal.CodeObject, func(f *pdf.File, u *pdf.Update) {
			n, c := root(f)
			ps := f.Dict(c.Get("Pages")).Clone()
			u.Set(n, c.Set("Pages", u.Add(ps.Set("Kids", ps.Get("Kids").(pdf.Arr)[:1]).Set("Count", pdf.Int(1)))))
		}},
		{"metadata replaced", seal.CodeMetadata, func(f *pdf.File, u *pdf.Update) {
			_, c := root(f)
			u.Set(c.Get("Metadata").(pdf.Ref).N, stream([]byte("<x/>"), "Type", pdf.Name("Metadata"), "Subtype", pdf.Name("XML")))
		}},
		{"attachment replaced", seal.CodeAttached, func(f *pdf.File, u *pdf.Update) {
			_, c := root(f)
			ef := f.Dict(f.Dict(c.Get("AF").(pdf.Arr)[0]).Get("EF")).Get("F").(pdf.Ref)
			u.Set(ef.N, stream([]byte(`{"id":"vals"}`), "Type", pdf.Name("EmbeddedFile"), "Subtype", pdf.Name("application/json")))
		}},
		{"update that does nothing", seal.CodeSignsNothing, func(_ *pdf.File, u *pdf.Update) { u.Add(pdf.D("A", pdf.Int(1))) }},
	}
	var out []attack
	for _, x := range list {
		out = append(out, attack{x.name, update(t, in, x.do), seal.Changed, x.code})
	}
	harmless := update(t, in, func(_ *pdf.File, u *pdf.Update) { u.Add(pdf.D("A", pdf.Int(1))) })
	f, err := pdf.Open(harmless)
	if err != nil {
		t.Fatal(err)
	}
	entry := f.Last().Xref + bytes.Index(harmless[f.Last().Xref:], []byte(" 00000 n")) - 10
	back := bytes.Clone(harmless)
	copy(back[entry:], fmt.Sprintf("%010d", 15))
	hidden := bytes.Replace(harmless, []byte("<</A 1>>\nendobj\n"), []byte("<</A 1>>\nendobj\n3 0 obj\n<<>>\nendobj\n"), 1)
	return append(out,
		attack{"table points into signed bytes", back, "", ""},
		attack{"object that no table knows", hidden, "", ""})
}

func signatureAttacks(t *testing.T, in []byte) []attack {
	value := func(f *pdf.File) (pdf.Ref, *pdf.Dict) {
		_, d := field(f, 0)
		r := d.Get("V").(pdf.Ref)
		return r, f.Dict(r).Clone()
	}
	list := []struct {
		name string
		want seal.Status
		code seal.Code
		do   func(f *pdf.File, u *pdf.Update)
	}{
		{"look swapped", seal.Changed, seal.CodeObject, func(f *pdf.File, u *pdf.Update) {
			n, d := field(f, 0)
			u.Set(n, d.Set("AP", pdf.D("N", u.Add(&pdf.Stream{D: pdf.D("Subtype", pdf.Name("Form")), Raw: painting}))))
		}},
		{"signature taken out", seal.Invalid, seal.CodeOutside, func(f *pdf.File, u *pdf.Update) {
			n, d := field(f, 0)
			d.Del("V")
			u.Set(n, d)
		}},
		{"without byte range", seal.Invalid, seal.CodeNotObject, func(f *pdf.File, u *pdf.Update) {
			r, d := value(f)
			d.Del("ByteRange")
			u.Set(r.N, d)
		}},
		{"contents emptied", seal.Invalid, seal.CodeNotObject, func(f *pdf.File, u *pdf.Update) {
			r, d := value(f)
			u.Set(r.N, d.Set("Contents", pdf.Str{B: []byte{0}, Hex: true}))
		}},
		{"copied to a new object", seal.Invalid, seal.CodeRange, func(f *pdf.File, u *pdf.Update) {
			_, d := value(f)
			n, x := field(f, 0)
			u.Set(n, x.Set("V", u.Add(d)))
		}},
		{"written into the field", seal.Invalid, seal.CodeNotObject, func(f *pdf.File, u *pdf.Update) {
			_, d := value(f)
			n, x := field(f, 0)
			u.Set(n, x.Set("V", d))
		}},
	}
	var out []attack
	for _, x := range list {
		out = append(out, attack{x.name, update(t, in, x.do), x.want, x.code})
	}
	return out
}
