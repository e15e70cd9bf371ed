package seal_test

import (
	"bytes"
	"errors"
	"slices"
	"testing"

	"bekwaam/pdf"
	"bekwaam/pdf/pdftest"
	"bekwaam/seal"
)

func TestSignInTurn(t *testing.T) {
	w := newWorld(t)
	if r := w.verify(t, w.signed[0]); r.Status != seal.Unsigned || !slices.Equal(r.Empty, roles) {
		t.Errorf("before signing: %+v", r)
	}
	for n := 1; n <= 4; n++ {
		r := w.verify(t, w.signed[n])
		if r.Status != seal.Trusted || len(r.Signatures) != n || !slices.Equal(r.Empty, roles[n:]) || r.Revisions != n+1 || len(r.Problems) != 0 {
			t.Fatalf("after %d signatures: %+v", n, r)
		}
		for i, s := range r.Signatures {
			o := w.options(i)
			if s.Field != roles[i] || s.Name != w.ids[i].Name() || s.Signer != s.Name || s.Reason != o.Reason || !s.Time.Equal(o.Time) ||
				s.Fingerprint != w.ids[i].Fingerprint() || s.TrustedBy != s.Name || s.DocMDP != o.DocMDP || !s.PAdES || s.Revision != i+2 {
				t.Errorf("signature %d: %+v", i+1, s)
			}
		}
		for _, f := range pdf.Check(w.signed[n]) {
			t.Errorf("after %d signatures: %v", n, f)
		}
	}
}

func TestSignDeterministic(t *testing.T) {
	w := newWorld(t)
	for i := range roles {
		if !bytes.Equal(w.sign(t, w.signed[i], i), w.signed[i+1]) {
			t.Errorf("%s: the same file, key and time give other bytes", roles[i])
		}
	}
}

func TestSignRefuses(t *testing.T) {
	w := newWorld(t)
	opt := w.options(1)
	rotated := update(t, w.signed[1], func(f *pdf.File, u *pdf.Update) {
		n, d := page(f, 0)
		u.Set(n, d.Set("Rotate", pdf.Int(90)))
	})
	before := update(t, w.signed[0], func(f *pdf.File, u *pdf.Update) { u.Add(pdf.D()) })
	late := opt
	late.Time = opt.Time.AddDate(11, 0, 0)
	certify := opt
	certify.DocMDP = seal.CertifySigning
	for _, c := range []struct {
		name  string
		file  []byte
		field string
		id    seal.Identity
		opt   seal.Options
		want  error
	}{
		{"no such field", w.signed[1], "director", w.ids[1], opt, seal.ErrNoField},
		{"a file without fields", pdftest.Plan(), "coach", w.ids[1], opt, seal.ErrNoField},
		{"filled already", w.signed[1], "teacher", w.ids[1], opt, seal.ErrFilled},
		{"changed after signing", rotated, "coach", w.ids[1], opt, seal.ErrChanged},
		{"changed before signing", before, "coach", w.ids[1], opt, seal.ErrChanged},
		{"second certifies", w.signed[1], "coach", w.ids[1], certify, seal.ErrCertify},
		{"no key", w.signed[1], "coach", seal.Identity{}, opt, seal.ErrIdentity},
		{"certificate over", w.signed[1], "coach", w.ids[1], late, seal.ErrIdentity},
		{"no pdf", []byte("hallo"), "coach", w.ids[1], opt, pdf.ErrNotPDF},
	} {
		if out, err := seal.Sign(c.file, c.field, c.id, c.opt); !errors.Is(err, c.want) || out != nil {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
}
