package seal_test

import (
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"math/big"
	"testing"

	"bekwaam/pdf/pdftest"
	"bekwaam/seal"
)

func TestUnknownKey(t *testing.T) {
	w := newWorld(t)
	r, err := seal.Verify(w.signed[1], seal.Trust{Now: w.trust.Now})
	if err != nil || r.Status != seal.Untrusted || r.Signatures[0].TrustedBy != "" || !codes(r)[seal.CodeUnknownKey] {
		t.Errorf("%v %+v", err, r)
	}
}

// The name of somebody known, with another key, is not trusted and says so.
func TestKnownNameOtherKey(t *testing.T) {
	w := newWorld(t)
	other, err := seal.New("Noor Bakker", seal.P256, rand.Reader, start)
	if err != nil {
		t.Fatal(err)
	}
	b, err := seal.Sign(w.signed[0], "teacher", other, w.options(0))
	if err != nil {
		t.Fatal(err)
	}
	if r := w.verify(t, b); r.Status != seal.Untrusted || !codes(r)[seal.CodeOtherKey] {
		t.Errorf("%+v", r)
	}
}

func TestKnownKeyOtherName(t *testing.T) {
	w := newWorld(t)
	w.trust.Contacts[0].Name = "Juf Noor"
	r := w.verify(t, w.signed[1])
	if r.Status != seal.Trusted || r.Signatures[0].TrustedBy != "Juf Noor" || !codes(r)[seal.CodeOtherName] {
		t.Errorf("%+v", r)
	}
}

func TestClaimedTime(t *testing.T) {
	w := newWorld(t)
	trust := w.trust
	trust.Now = start.AddDate(-1, 0, 0) // so the signature claims the future
	r, err := seal.Verify(w.signed[1], trust)
	if err != nil || r.Status != seal.Untrusted || !codes(r)[seal.CodeNotThen] {
		t.Errorf("%v %+v", err, r)
	}
}

// authority issues a certificate for id's key.
func authority(t *testing.T, name string) (*x509.Certificate, func(id seal.Identity) seal.Identity) {
	t.Helper()
	ca, err := seal.New(name, seal.P256, rand.Reader, start)
	if err != nil {
		t.Fatal(err)
	}
	root := *ca.Certificate()
	root.IsCA, root.KeyUsage = true, x509.KeyUsageCertSign
	make := func(template, parent *x509.Certificate, pub any) *x509.Certificate {
		der, err := x509.CreateCertificate(rand.Reader, template, parent, pub, ca.Key)
		if err != nil {
			t.Fatal(err)
		}
		c, err := x509.ParseCertificate(der)
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	top := make(&root, &root, ca.Key.Public())
	return top, func(id seal.Identity) seal.Identity {
		leaf := &x509.Certificate{SerialNumber: big.NewInt(7), Subject: pkix.Name{CommonName: id.Name()}, NotBefore: start, NotAfter: start.AddDate(1, 0, 0), KeyUsage: x509.KeyUsageDigitalSignature}
		return seal.Identity{Key: id.Key, Chain: []*x509.Certificate{make(leaf, top, id.Key.Public()), top}}
	}
}

func TestAuthority(t *testing.T) {
	w := newWorld(t)
	root, issue := authority(t, "Stichting Stroomdal")
	b, err := seal.Sign(pdftest.Plan("teacher"), "teacher", issue(w.ids[0]), w.options(0))
	if err != nil {
		t.Fatal(err)
	}
	pool := x509.NewCertPool()
	pool.AddCert(root)
	r, err := seal.Verify(b, seal.Trust{Roots: pool, Now: w.trust.Now})
	if err != nil || r.Status != seal.Trusted || r.Signatures[0].TrustedBy != "Stichting Stroomdal" {
		t.Errorf("%v %+v", err, r)
	}
	other, _ := authority(t, "Stichting Stroomdal")
	pool = x509.NewCertPool()
	pool.AddCert(other)
	r, err = seal.Verify(b, seal.Trust{Roots: pool, Now: w.trust.Now})
	if err != nil || r.Status != seal.Untrusted || !codes(r)[seal.CodeChain] {
		t.Errorf("another authority of the same name: %v %+v", err, r)
	}
}
