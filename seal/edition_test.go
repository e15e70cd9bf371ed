package seal_test

import (
	"os"
	"sync"
	"testing"
	"time"

	"bekwaam/plan"
	"bekwaam/report"
	"bekwaam/seal"
	"bekwaam/templates"
)

// theEdition is what a board gets: the file of a whole year, for four to sign.
var theEdition = sync.OnceValues(func() (plan.Edition, []byte) {
	b, err := os.ReadFile("../plan/testdata/starter.yaml")
	if err != nil {
		panic(err)
	}
	p, _, err := plan.Read(b)
	if err != nil {
		panic(err)
	}
	pack, err := templates.Pack()
	if err != nil {
		panic(err)
	}
	e := plan.For(p, pack, plan.Board, "")
	out, _, err := report.Render(e, report.Options{Now: start})
	if err != nil {
		panic(err)
	}
	return e, out
})

func newEdition(t testing.TB) *world {
	t.Helper()
	e, b := theEdition()
	w := &world{ids: people(), signed: [][]byte{b}}
	w.trust.Now = start.AddDate(0, 0, 7)
	for i, id := range w.ids {
		w.trust.Contacts = append(w.trust.Contacts, id.Contact())
		at := w.at(i)
		look, err := report.Appearance(report.StampFor(e, roles[i], id.Name(), "een twee drie", at))
		if err != nil {
			t.Fatal(err)
		}
		o := seal.Options{Time: at, Reason: e.Word("statement", roles[i]), Appearance: look}
		if i == 0 {
			o.DocMDP = seal.CertifySigning
		}
		out, err := seal.Sign(w.signed[i], roles[i], id, o)
		if err != nil {
			t.Fatal(err)
		}
		w.signed = append(w.signed, out)
	}
	return w
}

func BenchmarkEdition(b *testing.B) {
	w := newEdition(b)
	e, _ := theEdition()
	for i, n := range []string{"p256", "rsa3072", "p256-3"} {
		at := start.Add(time.Duration(i+1) * time.Hour)
		look, _ := report.Appearance(report.StampFor(e, roles[i], w.ids[i].Name(), "een twee drie", at))
		b.Run("sign/"+n, func(b *testing.B) {
			for b.Loop() {
				o := seal.Options{Time: at, Reason: e.Word("statement", roles[i]), Appearance: look}
				if _, err := seal.Sign(w.signed[i], roles[i], w.ids[i], o); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run("verify/"+n, func(b *testing.B) {
			b.Logf("%d bytes", len(w.signed[i+1]))
			for b.Loop() {
				if r := w.verify(b, w.signed[i+1]); r.Status != seal.Trusted {
					b.Fatal(r.Status)
				}
			}
		})
		b.Run("render", func(b *testing.B) {
			for b.Loop() {
				report.Render(e, report.Options{Now: start})
			}
		})
		b.Run("look", func(b *testing.B) {
			for b.Loop() {
				report.Appearance(report.StampFor(e, roles[i], w.ids[i].Name(), "een twee drie", at))
			}
		})
	}
}

func (w *world) at(i int) time.Time { return start.Add(time.Duration(i+1) * time.Hour) }
