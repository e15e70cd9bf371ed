package seal_test

import (
	"bytes"
	"crypto/rand"
	"crypto/x509"
	"errors"
	"strings"
	"testing"

	"bekwaam/seal"
)

func TestIdentity(t *testing.T) {
	for i, alg := range []seal.Algorithm{seal.P256, seal.RSA3072} {
		id := people()[i]
		c := id.Certificate()
		if id.Algorithm() != alg || c.Subject.CommonName != id.Name() || !bytes.Equal(c.RawIssuer, c.RawSubject) || c.IsCA {
			t.Errorf("%s: %v %v %v", alg, id.Algorithm(), c.Subject, c.Issuer)
		}
		if err := c.CheckSignature(c.SignatureAlgorithm, c.RawTBSCertificate, c.Signature); err != nil {
			t.Errorf("%s: it does not sign itself: %v", alg, err)
		}
		if len(c.ExtKeyUsage) != 1 || c.ExtKeyUsage[0] != x509.ExtKeyUsageEmailProtection || len(c.UnknownExtKeyUsage) != 1 || c.UnknownExtKeyUsage[0].String() != "1.3.6.1.5.5.7.3.36" {
			t.Errorf("%s: purposes %v %v", alg, c.ExtKeyUsage, c.UnknownExtKeyUsage)
		}
		if !c.NotBefore.Equal(start) || !c.NotAfter.Equal(start.UTC().AddDate(10, 0, 0)) {
			t.Errorf("%s: valid from %v to %v", alg, c.NotBefore, c.NotAfter)
		}
		if k := id.Contact(); k.Name != id.Name() || k.Fingerprint != seal.Fingerprint(c) || len(k.Fingerprint) != 64 || !k.Pinned.Equal(start) {
			t.Errorf("%s: contact %+v", alg, k)
		}
	}
}

func TestIdentityRefused(t *testing.T) {
	for _, name := range []string{"", "  ", "Noor\nBakker", "\xff", strings.Repeat("n", 65)} {
		if _, err := seal.New(name, seal.P256, rand.Reader, start); !errors.Is(err, seal.ErrName) {
			t.Errorf("%q: %v", name, err)
		}
	}
	if _, err := seal.New("Noor Bakker", "rsa1024", rand.Reader, start); !errors.Is(err, seal.ErrAlgorithm) {
		t.Errorf("rsa1024: %v", err)
	}
	if _, err := seal.New("Noor Bakker", seal.P256, strings.NewReader(""), start); err == nil {
		t.Error("made an identity without random numbers")
	}
}

func TestEncode(t *testing.T) {
	for _, id := range people() {
		b, err := id.Encode()
		if err != nil {
			t.Fatal(err)
		}
		back, err := seal.Decode(b, "")
		if err != nil {
			t.Fatal(err)
		}
		if back.Name() != id.Name() || back.Fingerprint() != id.Fingerprint() {
			t.Errorf("came back as %s %s", back.Name(), back.Fingerprint())
		}
		again, err := back.Encode()
		if err != nil || !bytes.Equal(b, again) {
			t.Errorf("encoding differs: %v", err)
		}
		public := seal.EncodeCertificates(id.Chain)
		if strings.Contains(string(public), "PRIVATE") {
			t.Error("the public part holds the key")
		}
		chain, err := seal.DecodeCertificates(public)
		if err != nil || len(chain) != 1 || seal.Fingerprint(chain[0]) != id.Fingerprint() {
			t.Errorf("certificates came back as %v, %v", chain, err)
		}
		if _, err := seal.Decode(public, ""); !errors.Is(err, seal.ErrKeyFile) {
			t.Errorf("an identity without key: %v", err)
		}
	}
	mixed := seal.Identity{Key: people()[0].Key, Chain: people()[2].Chain}
	b, err := mixed.Encode()
	if err != nil {
		t.Fatal(err)
	}
	for _, bad := range [][]byte{nil, []byte("hallo"), b, bytes.Repeat([]byte("x"), 2<<20)} {
		if _, err := seal.Decode(bad, ""); !errors.Is(err, seal.ErrKeyFile) {
			t.Errorf("%.20q: %v", bad, err)
		}
	}
}
