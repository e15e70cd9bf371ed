package seal_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"filippo.io/age"

	"bekwaam/seal"
)

func TestWrap(t *testing.T) {
	data := bytes.Repeat([]byte("Een plan. "), 20_000) // several chunks of the format
	noor, wil := people()[0], people()[1]
	locked, err := seal.WrapPassphrase(data, "paard zonder naam", 6)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := seal.UnwrapPassphrase(locked, "paard zonder naam", 1<<20); err != nil || !bytes.Equal(got, data) {
		t.Fatalf("%d bytes, %v", len(got), err)
	}
	for _, id := range people()[:2] { // P-256 and RSA
		b, err := seal.WrapFor(data, id.Certificate())
		if err != nil {
			t.Fatal(err)
		}
		if got, err := seal.UnwrapKey(b, id, 1<<20); err != nil || !bytes.Equal(got, data) {
			t.Errorf("%s: %d bytes, %v", id.Name(), len(got), err)
		}
		other := noor
		if id.Name() == noor.Name() {
			other = wil
		}
		if _, err := seal.UnwrapKey(b, other, 1<<20); !errors.Is(err, seal.ErrNotForKey) {
			t.Errorf("with another key: %v", err)
		}
		if !seal.Wrapped(b) || seal.NeedsPassphrase(b) || bytes.Contains(b, []byte("Een plan")) {
			t.Error("a wrapped file reads as something else")
		}
	}
	both, err := seal.WrapFor(data, noor.Certificate(), wil.Certificate())
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []seal.Identity{noor, wil} {
		if _, err := seal.UnwrapKey(both, id, 1<<20); err != nil {
			t.Errorf("one of two: %v", err)
		}
	}
	for name, tt := range map[string]struct {
		open func() ([]byte, error)
		want error
	}{
		"wrong passphrase":        {func() ([]byte, error) { return seal.UnwrapPassphrase(locked, "paard", 1<<20) }, seal.ErrPassphrase},
		"no passphrase":           {func() ([]byte, error) { return seal.UnwrapPassphrase(locked, "", 1<<20) }, seal.ErrPassphrase},
		"a key for a passphrase":  {func() ([]byte, error) { return seal.UnwrapKey(locked, noor, 1<<20) }, seal.ErrNotForKey},
		"a passphrase for a key":  {func() ([]byte, error) { return seal.UnwrapPassphrase(both, "paard", 1<<20) }, seal.ErrNotForKey},
		"nobody's key":            {func() ([]byte, error) { return seal.UnwrapKey(both, seal.Identity{}, 1<<20) }, seal.ErrNotForKey},
		"more inside than may be": {func() ([]byte, error) { return seal.UnwrapPassphrase(locked, "paard zonder naam", 1000) }, seal.ErrWrapping},
		"cut off": {func() ([]byte, error) {
			return seal.UnwrapPassphrase(locked[:len(locked)-20], "paard zonder naam", 1<<20)
		}, seal.ErrWrapping},
	} {
		if got, err := tt.open(); !errors.Is(err, tt.want) || got != nil {
			t.Errorf("%s: %d bytes, %v, want %v", name, len(got), err, tt.want)
		}
	}
	if len(data) > 1<<20 {
		t.Fatal("the limit above is too low")
	}
}

// TestUnwrapGivesNothingEarly: with a byte changed anywhere, also in the last
// chunk, nothing comes out.
func TestUnwrapGivesNothingEarly(t *testing.T) {
	data := bytes.Repeat([]byte("x"), 150_000)
	b, err := seal.WrapFor(data, people()[0].Certificate())
	if err != nil {
		t.Fatal(err)
	}
	for at := 0; at < len(b); at += 1 + len(b)/300 {
		bad := bytes.Clone(b)
		bad[at] ^= 1
		if got, err := seal.UnwrapKey(bad, people()[0], 1<<20); err == nil || got != nil {
			t.Fatalf("byte %d changed: %d bytes came out", at, len(got))
		}
	}
}

// TestUnwrapRefusesWork: a file that asks for more work than this program does
// is refused before any is done.
func TestUnwrapRefusesWork(t *testing.T) {
	to, err := age.NewScryptRecipient("paard")
	if err != nil {
		t.Fatal(err)
	}
	to.SetWorkFactor(6)
	var b bytes.Buffer
	w, err := age.Encrypt(&b, to)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	head, rest, _ := strings.Cut(b.String(), " 6\n")
	if _, err := seal.UnwrapPassphrase([]byte(head+" 30\n"+rest), "paard", 100); !errors.Is(err, seal.ErrWrapping) {
		t.Errorf("work factor 30: %v", err)
	}
}
