package seal_test

import (
	"crypto/rand"
	"crypto/x509"
	"errors"
	"slices"
	"testing"
	"time"

	"bekwaam/pdf/pdftest"
	"bekwaam/seal"
)

type rnd struct{}

func (rnd) Read(b []byte) (int, error) { return rand.Read(b) }

func pool(t *testing.T, pem []byte) *x509.CertPool {
	t.Helper()
	p := x509.NewCertPool()
	if !p.AppendCertsFromPEM(pem) {
		t.Fatal("no certificate")
	}
	return p
}

func newKey(t *testing.T, name string) seal.Identity {
	t.Helper()
	id, err := seal.New(name, seal.P256, rnd{}, start)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func TestContacts(t *testing.T) {
	noor, other, ilse := newKey(t, "Noor Bakker"), newKey(t, "noor  BAKKER"), newKey(t, "Ilse Vermeer")
	var none, cs seal.Contacts
	meet := func(id seal.Identity, want seal.Acquaintance) {
		t.Helper()
		if got, _ := cs.Meet(id.Certificate()); got != want {
			t.Errorf("%s: %s, want %s", id.Name(), got, want)
		}
	}
	pin := func(id seal.Identity, name string, checked bool, want error) {
		t.Helper()
		next, err := cs.Pin(id.Certificate(), name, start, checked)
		if !errors.Is(err, want) {
			t.Fatalf("pin %s: %v, want %v", name, err, want)
		}
		cs = next
	}
	meet(noor, seal.Stranger)
	pin(noor, "Noor Bakker", false, nil)
	meet(noor, seal.Unchecked)
	meet(other, seal.Impostor)
	meet(ilse, seal.Stranger)
	pin(other, "Noor Bakker", true, seal.ErrOtherKey)
	pin(noor, "Ilse", true, seal.ErrOtherName)
	pin(noor, "NOOR bakker", true, nil)
	meet(noor, seal.Familiar)
	if len(cs) != 1 || cs[0].Name != "Noor Bakker" || len(none) != 0 {
		t.Errorf("%+v", cs)
	}
	// After speaking with the person the other key takes its place; the old
	// one stays on record.
	if _, err := cs.Replace(ilse.Certificate(), "Ilse Vermeer", start); !errors.Is(err, seal.ErrNoContact) {
		t.Errorf("replaced nobody: %v", err)
	}
	cs, err := cs.Replace(other.Certificate(), "Noor Bakker", start.AddDate(0, 1, 0))
	if err != nil {
		t.Fatal(err)
	}
	meet(noor, seal.Former)
	meet(other, seal.Familiar)
	named := cs.Named("Noor Bakker")
	if len(named) != 2 || named[0].Fingerprint != noor.Fingerprint() || named[1].Fingerprint != other.Fingerprint() {
		t.Errorf("%+v", named)
	}
	b, err := cs.Encode()
	if err != nil {
		t.Fatal(err)
	}
	back, err := seal.DecodeContacts(b)
	if err != nil || len(back) != 2 || !back[0].Replaced.Equal(start.AddDate(0, 1, 0)) || back[1].Fingerprint != other.Fingerprint() {
		t.Errorf("came back as %+v, %v", back, err)
	}
	for _, bad := range []string{"", "{}", `[{"name":"x"}]`, `[{"name":"","certificate":"AA=="}]`} {
		if _, err := seal.DecodeContacts([]byte(bad)); !errors.Is(err, seal.ErrContact) {
			t.Errorf("%s: %v", bad, err)
		}
	}
}

func TestSameName(t *testing.T) {
	for _, x := range []struct {
		a, b string
		same bool
	}{
		{"Noor Bakker", "noor  bakker ", true}, {"Noor Bakker", "Nооr Bаkkеr", true}, {"Zoë", "Zoe\u0308", true}, {"Noor", "Ｎoor", true},
		{"Noor Bakker", "Noor Bakkers", false}, {"Zoë", "Zoe", false},
	} {
		if seal.SameName(x.a, x.b) != x.same {
			t.Errorf("%q and %q: same is %v", x.a, x.b, !x.same)
		}
	}
}

// A renewed key is known to whoever knows one before it, and to nobody by
// claiming so.
func TestRenewal(t *testing.T) {
	one, err := seal.New("Noor Bakker", seal.RSA3072, rnd{}, start)
	if err != nil {
		t.Fatal(err)
	}
	two, err := one.Renew(seal.P256, rnd{}, start.AddDate(1, 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	three, err := two.Renew(seal.P256, rnd{}, start.AddDate(2, 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := seal.Renewed(three.Certificate()), []string{two.Fingerprint(), one.Fingerprint()}; !slices.Equal(got, want) {
		t.Fatalf("renews %v, want %v", got, want)
	}
	last := three
	for range 12 {
		if last, err = last.Renew(seal.P256, rnd{}, start.AddDate(3, 0, 0)); err != nil {
			t.Fatal(err)
		}
	}
	if got := seal.Renewed(last.Certificate()); len(got) != 8 {
		t.Errorf("speaks of %d keys", len(got))
	}
	now := start.AddDate(2, 1, 0)
	signed, err := seal.Sign(pdftest.Plan("teacher"), "teacher", three, seal.Options{Time: now, DocMDP: seal.CertifySigning})
	if err != nil {
		t.Fatal(err)
	}
	judge := func(cs seal.Contacts) seal.Report {
		t.Helper()
		r, err := seal.Verify(signed, seal.Trust{Contacts: cs, Now: now})
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	cs := seal.Contacts{one.Contact()}
	if r := judge(cs); r.Status != seal.Trusted || !codes(r)[seal.CodeRenewed] || r.Signatures[0].How != seal.Successor {
		t.Errorf("%+v", r)
	}
	// A key whose words were never compared vouches for nobody.
	unchecked := one.Contact()
	unchecked.Checked = time.Time{}
	if r := judge(seal.Contacts{unchecked}); r.Status != seal.Untrusted {
		t.Errorf("by an unchecked key: %+v", r)
	}
	// Nor does one that was replaced, by a key of somebody who was spoken with.
	replaced := one.Contact()
	replaced.Replaced = now
	if r := judge(seal.Contacts{replaced}); r.Status != seal.Untrusted || !codes(r)[seal.CodeOtherKey] {
		t.Errorf("by a replaced key: %+v", r)
	}
	next, err := cs.Follow(three.Certificate(), now)
	if err != nil || len(next) != 2 || next[1].Name != "Noor Bakker" || next[1].Renews != one.Fingerprint() || next[0].Replaced.IsZero() {
		t.Fatalf("followed %+v, %v", next, err)
	}
	if r := judge(next); r.Status != seal.Trusted || r.Signatures[0].How != seal.Familiar {
		t.Errorf("after following: %+v", r)
	}
	if _, err := next.Follow(newKey(t, "Noor Bakker").Certificate(), now); !errors.Is(err, seal.ErrNoContact) {
		t.Errorf("followed a stranger: %v", err)
	}
	// Another certificate with the proof of this one proves nothing.
	thief := newKey(t, "Noor Bakker")
	copied := *thief.Certificate()
	copied.Extensions = three.Certificate().Extensions
	if got := seal.Renewed(&copied); len(got) != 0 {
		t.Errorf("a copied proof renews %v", got)
	}
	renamed := *three.Certificate()
	renamed.Subject.CommonName = "Ilse Vermeer"
	if got := seal.Renewed(&renamed); len(got) != 0 {
		t.Errorf("another name renews %v", got)
	}
}

// A signature by a key that was replaced later stays what it was; one that
// claims a time after that does not.
func TestReplacedKey(t *testing.T) {
	w := newWorld(t)
	w.trust.Contacts[0].Replaced = w.options(0).Time.Add(time.Hour)
	if r := w.verify(t, w.signed[1]); r.Status != seal.Trusted || !codes(r)[seal.CodeReplaced] {
		t.Errorf("signed before: %+v", r)
	}
	w.trust.Contacts[0].Replaced = w.options(0).Time.Add(-time.Hour)
	if r := w.verify(t, w.signed[1]); r.Status != seal.Untrusted || !codes(r)[seal.CodeReplaced] {
		t.Errorf("signed after: %+v", r)
	}
}

func TestUncheckedKey(t *testing.T) {
	w := newWorld(t)
	w.trust.Contacts[1].Checked = time.Time{}
	r := w.verify(t, w.signed[3])
	v := r.Verdict()
	if r.Status != seal.Untrusted || v.Finding != seal.FindUnknown || v.Good != 3 || v.Known != 2 || !slices.Equal(v.Unknown, []string{"Ilse Vermeer"}) {
		t.Errorf("%+v %+v", r.Status, v)
	}
}
