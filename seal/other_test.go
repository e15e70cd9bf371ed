package seal_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"bekwaam/internal/need"
	"bekwaam/pdf"
	"bekwaam/pdf/pdftest"
	"bekwaam/seal"
)

// What other software does with a signed file is told apart from tampering, and
// from each other. None of it is in order.

// sealed is a file that its signer lets others comment on.
func sealed(t *testing.T, w *world) []byte {
	t.Helper()
	o := w.options(0)
	o.DocMDP = seal.CertifyComments
	b, err := seal.Sign(pdftest.Plan("seal"), "seal", w.ids[0], o)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func finding(t *testing.T, w *world, b []byte, want seal.Finding, alone ...seal.Status) seal.Report {
	t.Helper()
	r := w.verify(t, b)
	if got := r.Verdict().Finding; got != want {
		t.Errorf("finding %s, want %s: %v", got, want, codes(r))
	}
	for i, s := range alone {
		if r.Signatures[i].Alone != s {
			t.Errorf("signature %d by itself %s, want %s", i+1, r.Signatures[i].Alone, s)
		}
	}
	return r
}

func note(text string) *pdf.Dict {
	return pdf.D("Type", pdf.Name("Annot"), "Subtype", pdf.Name("Text"), "Rect", box(1, 1, 20, 20), "Contents", pdf.Text(text))
}

func TestComments(t *testing.T) {
	w := newWorld(t)
	in := sealed(t, w)
	finding(t, w, in, seal.FindInOrder, seal.Trusted)
	added := 0
	b := update(t, in, func(f *pdf.File, u *pdf.Update) {
		annotate(f, u, 0, note("Mooi"))
		r := f.Last().Trailer.Get("Info").(pdf.Ref)
		u.Set(r.N, f.Dict(r).Clone().Set("ModDate", pdf.Text("D:20260902120000Z")))
		added = f.Last().Size()
	})
	r := finding(t, w, b, seal.FindComments, seal.Trusted)
	if r.Status != seal.Foreign || r.Verdict().Name != "Noor Bakker" {
		t.Errorf("%+v", r)
	}
	// The one who commented thinks again, and adds another comment.
	again := update(t, b, func(f *pdf.File, u *pdf.Update) {
		u.Set(added, note("Heel mooi"))
		annotate(f, u, 1, note("En dit?"))
	})
	finding(t, w, again, seal.FindComments, seal.Trusted)
	// But a comment is no way to change the page.
	for name, do := range map[string]func(f *pdf.File, u *pdf.Update){
		"page": func(f *pdf.File, u *pdf.Update) {
			n, p := page(f, 0)
			u.Set(n, p.Set("Rotate", pdf.Int(90)))
		},
		"other annotation": func(f *pdf.File, u *pdf.Update) { annotate(f, u, 0, painted(u, "Watermark")) },
		"link of the file": func(f *pdf.File, u *pdf.Update) {
			_, p := page(f, 0)
			v, _ := f.Get(p.Get("Annots"))
			r := v.(pdf.Arr)[0].(pdf.Ref)
			u.Set(r.N, note("weg"))
		},
	} {
		if r := finding(t, w, update(t, b, do), seal.FindChanged, seal.Trusted); r.Status != seal.Changed {
			t.Errorf("%s: %s", name, r.Status)
		}
	}
}

// Signing software of others draws a field of its own where people want it.
func TestNewField(t *testing.T) {
	w := newWorld(t)
	b, err := seal.ForgeField(w.signed[1], 1, w.ids[1], w.options(1))
	if err != nil {
		t.Fatal(err)
	}
	r := finding(t, w, b, seal.FindOtherSign, seal.Trusted)
	if r.Status != seal.Foreign || !codes(r)[seal.CodeNewField] || len(r.Signatures) != 2 || r.Signatures[1].Alone != seal.Trusted {
		t.Errorf("%+v", r)
	}
}

// What later checks of signatures need is added without a signature.
func TestValidationData(t *testing.T) {
	w := newWorld(t)
	b := update(t, w.signed[2], func(f *pdf.File, u *pdf.Update) {
		n, c := catalog(f)
		u.Set(n, c.Set("DSS", u.Add(pdf.D("Type", pdf.Name("DSS")))))
	})
	r := finding(t, w, b, seal.FindOtherSign, seal.Trusted, seal.Trusted)
	if r.Status != seal.Foreign || !codes(r)[seal.CodeValidation] {
		t.Errorf("%+v", r)
	}
}

// An update in a form that is not read: what came before it is judged.
func TestBeyond(t *testing.T) {
	w := newWorld(t)
	in := w.signed[2]
	r := finding(t, w, append(append([]byte(nil), in...), otherUpdate(len(in))...), seal.FindBeyond, seal.Trusted, seal.Trusted)
	if !r.Beyond || r.Revisions != 3 || r.Status != seal.Foreign || r.Verdict().Good != 2 {
		t.Errorf("%+v", r)
	}
	in = append([]byte(nil), in...)
	in[300] ^= 1
	if r := w.verify(t, append(in, otherUpdate(len(in))...)); r.Status != seal.Invalid {
		t.Errorf("a flipped byte before it: %+v", r)
	}
}

// qpdf writes the whole file anew, with its table as a list or as a stream.
func TestSavedByQPDF(t *testing.T) {
	need.Tool(t, "qpdf")
	w := newWorld(t)
	in := save(t, "in.pdf", w.signed[2])
	for _, how := range []string{"--object-streams=disable", "--object-streams=generate", "--linearize"} {
		out := filepath.Join(t.TempDir(), "out.pdf")
		if said, err := exec.Command("qpdf", how, in, out).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, said)
		}
		b, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		r := w.verify(t, b)
		if f := r.Verdict().Finding; r.Status != seal.Foreign || f != seal.FindRewritten {
			t.Errorf("%s: %s %s %v", how, r.Status, f, codes(r))
		}
		if how == "--object-streams=disable" {
			finding(t, w, b, seal.FindRewritten, seal.Foreign, seal.Foreign)
		}
	}
}
