package seal_test

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"bekwaam/internal/need"
	"bekwaam/pdf/pdftest"
	"bekwaam/seal"
)

const quick = 4 // the work of a passphrase in tests

func TestLock(t *testing.T) {
	for _, id := range people()[:2] {
		b, err := id.Lock("vier korte woorden hier", quick)
		if err != nil {
			t.Fatal(err)
		}
		open, err := id.Encode()
		if err != nil {
			t.Fatal(err)
		}
		secret := string(open[40:120])
		if !seal.Locked(b) || seal.Locked(open) || strings.Contains(string(b), "PRIVATE KEY") || strings.Contains(string(b), secret) {
			t.Fatalf("the key is open: %.80s", b)
		}
		// Whose it is can be read without the passphrase.
		if chain, err := seal.DecodeCertificates(b); err != nil || seal.Fingerprint(chain[0]) != id.Fingerprint() {
			t.Errorf("certificates %v, %v", chain, err)
		}
		for _, x := range []struct {
			passphrase string
			want       error
		}{{"", seal.ErrLocked}, {"Vier korte woorden hier", seal.ErrPassphrase}, {"vier korte woorden hier", nil}} {
			back, err := seal.Decode(b, x.passphrase)
			if !errors.Is(err, x.want) || (x.want == nil) != (back.Fingerprint() == id.Fingerprint()) {
				t.Errorf("%q: %v", x.passphrase, err)
			}
		}
		for i := 60; i < 700; i += 40 {
			bad := bytes.Clone(b)
			bad[i] ^= 2
			if _, err := seal.Decode(bad, "vier korte woorden hier"); err == nil {
				t.Errorf("byte %d changed: opened", i)
			}
		}
	}
	if _, err := people()[0].Lock("", quick); !errors.Is(err, seal.ErrPassphrase) {
		t.Errorf("an empty passphrase: %v", err)
	}
}

func TestP12(t *testing.T) {
	for _, id := range people()[:2] {
		b, err := id.WriteP12("geheim", rnd{})
		if err != nil {
			t.Fatal(err)
		}
		back, err := seal.ReadP12(b, "geheim")
		if err != nil || back.Fingerprint() != id.Fingerprint() || back.Name() != id.Name() {
			t.Errorf("%s: came back as %s, %v", id.Name(), back.Name(), err)
		}
		if _, err := seal.ReadP12(b, "geheimx"); !errors.Is(err, seal.ErrPassphrase) {
			t.Errorf("another passphrase: %v", err)
		}
		for _, n := range []int{0, 10, len(b) / 2, len(b) - 1} {
			if _, err := seal.ReadP12(b[:n], "geheim"); !errors.Is(err, seal.ErrKeyFile) {
				t.Errorf("%d bytes of %d: %v", n, len(b), err)
			}
		}
	}
	if _, err := seal.ReadP12(bytes.Repeat([]byte{0x30}, 2<<20), ""); !errors.Is(err, seal.ErrKeyFile) {
		t.Errorf("two megabytes: %v", err)
	}
}

// A .p12 as a board hands it out, with the certificates above the person's:
// made by another program, in the modern and in the older kind of encryption.
func TestP12OfOthers(t *testing.T) {
	need.Tool(t, "openssl")
	dir := t.TempDir()
	sh := func(args ...string) {
		t.Helper()
		cmd := exec.Command("openssl", args...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("openssl %v: %v\n%s", args, err, out)
		}
	}
	sh("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-384", "-nodes", "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=Stichting Stroomdal", "-days", "3650")
	sh("req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", "ilse.key", "-out", "ilse.csr", "-subj", "/CN=Ilse Vermeer/O=Stroomdal")
	sh("x509", "-req", "-in", "ilse.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-out", "ilse.pem", "-days", "3650")
	sh("pkcs12", "-export", "-inkey", "ilse.key", "-in", "ilse.pem", "-certfile", "ca.pem", "-out", "modern.p12", "-passout", "pass:gehéim")
	sh("pkcs12", "-export", "-legacy", "-inkey", "ilse.key", "-in", "ilse.pem", "-certfile", "ca.pem", "-out", "legacy.p12", "-passout", "pass:geheim")
	sh("req", "-x509", "-newkey", "rsa:1024", "-nodes", "-keyout", "weak.key", "-out", "weak.pem", "-subj", "/CN=Zwak", "-days", "30")
	sh("pkcs12", "-export", "-inkey", "weak.key", "-in", "weak.pem", "-out", "weak.p12", "-passout", "pass:geheim")
	read := func(name, passphrase string) (seal.Identity, error) {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		return seal.ReadP12(b, passphrase)
	}
	for name, passphrase := range map[string]string{"modern.p12": "gehéim", "legacy.p12": "geheim"} {
		id, err := read(name, passphrase)
		if err != nil || id.Name() != "Ilse Vermeer" || len(id.Chain) != 2 || id.Algorithm() != "rsa2048" {
			t.Fatalf("%s: %q, %d certificates, %v", name, id.Name(), len(id.Chain), err)
		}
		if _, err := read(name, "iets anders"); !errors.Is(err, seal.ErrPassphrase) {
			t.Errorf("%s, another passphrase: %v", name, err)
		}
		signed, err := seal.Sign(pdftest.Plan("coach"), "coach", id, seal.Options{Time: id.Certificate().NotBefore, Reason: "Gezien"})
		if err != nil {
			t.Fatal(err)
		}
		rootPEM, err := os.ReadFile(filepath.Join(dir, "ca.pem"))
		if err != nil {
			t.Fatal(err)
		}
		r, err := seal.Verify(signed, seal.Trust{Roots: pool(t, rootPEM), Now: id.Certificate().NotBefore})
		if err != nil || r.Status != seal.Trusted || r.Signatures[0].TrustedBy != "Stichting Stroomdal" || !r.Signatures[0].PAdES {
			t.Errorf("%s: signed with it %v %+v", name, err, r)
		}
		// The certificates that come along are named by the signer: none can
		// be changed, taken out or put in.
		if name == "modern.p12" {
			everyFlip(t, signed, holes(signed)[0])
		}
	}
	if id, err := read("weak.p12", "geheim"); err == nil {
		if _, err := seal.Sign(pdftest.Plan("coach"), "coach", id, seal.Options{Time: id.Certificate().NotBefore}); err == nil {
			t.Error("signed with a key of 1024 bits")
		}
	}
}

// How often a .p12 would have a hash repeated is found before it is opened.
func TestRounds(t *testing.T) {
	for want, der := range map[int64]string{
		2048:      "\x30\x0e\x04\x08saltsalt\x02\x02\x08\x00",
		600_000:   "\x30\x17\x06\x01\x2a\xa0\x12\x04\x10\x30\x0e\x04\x07saltsal\x02\x03\x09\x27\xc0",
		1<<31 - 1: "\x30\x0b\x04\x03abc\x02\x04\x7f\xff\xff\xff",
		0:         "\x30\x05\x04\x03abc",
	} {
		if got := seal.Rounds([]byte(der)); got != want {
			t.Errorf("%x: %d, want %d", der, got, want)
		}
	}
	if got := seal.Rounds([]byte("\x30\x10\x04\x03abc\x02\x09\x7f\xff\xff\xff\xff\xff\xff\xff\xff")); got <= 2_000_000 {
		t.Errorf("a number of nine bytes: %d", got)
	}
}
