package seal_test

import (
	"bytes"
	"crypto/rand"
	"sync"
	"testing"
	"time"

	"bekwaam/pdf"
	"bekwaam/pdf/pdftest"
	"bekwaam/seal"
)

var start = time.Date(2026, 9, 1, 9, 0, 0, 0, time.FixedZone("", 2*3600))

// world has four people, a file for them to sign, and the file as it stands
// after each signature (signed[0] is still empty).
type world struct {
	ids    []seal.Identity
	trust  seal.Trust
	signed [][]byte
}

var roles = []string{"teacher", "coach", "manager", "board"}

var people = sync.OnceValue(func() []seal.Identity {
	var ids []seal.Identity
	for i, alg := range []seal.Algorithm{seal.P256, seal.RSA3072, seal.P256, seal.P256} {
		id, err := seal.New([]string{"Noor Bakker", "Ilse Vermeer", "Karim Aziz", "Ria Smit"}[i], alg, rand.Reader, start)
		if err != nil {
			panic(err)
		}
		ids = append(ids, id)
	}
	return ids
})

func newWorld(t testing.TB) *world {
	t.Helper()
	w := &world{ids: people(), signed: [][]byte{pdftest.Plan(roles...)}}
	w.trust.Now = start.AddDate(0, 0, 7)
	for i, id := range w.ids {
		w.trust.Contacts = append(w.trust.Contacts, id.Contact())
		w.signed = append(w.signed, w.sign(t, w.signed[i], i))
	}
	return w
}

func (w *world) options(i int) seal.Options {
	o := seal.Options{Time: start.Add(time.Duration(i+1) * time.Hour), Reason: "Akkoord (é)", Appearance: pdftest.Stamp(w.ids[i].Name())}
	if i == 0 {
		o.DocMDP = seal.CertifySigning
	}
	return o
}

// sign fills the field of role i.
func (w *world) sign(t testing.TB, in []byte, i int) []byte {
	t.Helper()
	out, err := seal.Sign(in, roles[i], w.ids[i], w.options(i))
	if err != nil {
		t.Fatalf("%s signs: %v", roles[i], err)
	}
	if !bytes.HasPrefix(out, in) {
		t.Fatal("signing changed earlier bytes")
	}
	return out
}

func (w *world) verify(t testing.TB, b []byte) seal.Report {
	t.Helper()
	r, err := seal.Verify(b, w.trust)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// update writes one revision behind b.
func update(t testing.TB, b []byte, fn func(f *pdf.File, u *pdf.Update)) []byte {
	t.Helper()
	f, err := pdf.Open(b)
	if err != nil {
		t.Fatal(err)
	}
	u, err := f.NewUpdate()
	if err != nil {
		t.Fatal(err)
	}
	fn(f, u)
	out, _ := u.Append(make([]byte, 16))
	return out
}

// page returns the number and a copy of page i.
func page(f *pdf.File, i int) (int, *pdf.Dict) {
	root := f.Dict(f.Last().Trailer.Get("Root"))
	r := f.Dict(root.Get("Pages")).Get("Kids").(pdf.Arr)[i].(pdf.Ref)
	return r.N, f.Dict(r).Clone()
}

// field returns the number and a copy of form field i.
func field(f *pdf.File, i int) (int, *pdf.Dict) {
	root := f.Dict(f.Last().Trailer.Get("Root"))
	r := f.Dict(root.Get("AcroForm")).Get("Fields").(pdf.Arr)[i].(pdf.Ref)
	return r.N, f.Dict(r).Clone()
}

func codes(r seal.Report) map[seal.Code]bool {
	m := map[seal.Code]bool{}
	for _, p := range r.Problems {
		m[p.Code] = true
	}
	for _, s := range r.Signatures {
		for _, p := range s.Problems {
			m[p.Code] = true
		}
	}
	return m
}
