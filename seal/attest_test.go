package seal_test

import (
	"crypto/rand"
	"errors"
	"testing"

	"bekwaam/seal"
)

func TestAttest(t *testing.T) {
	words := []byte(`{"about":"t1"}`)
	for i, id := range people()[:2] {
		sig, err := seal.Attest(id, words, rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		if err := seal.Attested(id.Certificate(), words, sig); err != nil {
			t.Errorf("%s: %v", id.Name(), err)
		}
		if err := seal.Attested(id.Certificate(), []byte(`{"about":"t2"}`), sig); !errors.Is(err, seal.ErrAttested) {
			t.Errorf("other words: %v", err)
		}
		if err := seal.Attested(people()[1-i].Certificate(), words, sig); !errors.Is(err, seal.ErrAttested) {
			t.Errorf("another key: %v", err)
		}
		for at := range sig {
			bad := append([]byte(nil), sig...)
			bad[at] ^= 1
			if err := seal.Attested(id.Certificate(), words, bad); err == nil {
				t.Fatalf("byte %d changed and it holds", at)
			}
		}
	}
	if _, err := seal.Attest(seal.Identity{}, words, nil); err == nil {
		t.Error("nobody attests")
	}
}
