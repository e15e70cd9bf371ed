package store

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"testing"
)

func TestPatchMakesWhatDiffSaw(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	words := func(n int) []byte {
		var b []byte
		for len(b) < n {
			b = append(b, "les doel groep uitleg kijken leerling "[r.IntN(20):]...)
		}
		return b[:n]
	}
	for range 500 {
		base := words(r.IntN(3000))
		target := append([]byte(nil), base...)
		for range r.IntN(5) {
			i := r.IntN(len(target) + 1)
			j := i + r.IntN(len(target)-i+1)
			target = append(append(append([]byte(nil), target[:i]...), words(r.IntN(200))...), target[j:]...)
		}
		got, ok := patch(base, diff(base, target))
		if !ok || !bytes.Equal(got, target) {
			t.Fatalf("patched\n%q\nwant\n%q", got, target)
		}
	}
}

func FuzzPatch(f *testing.F) {
	f.Add([]byte("een tekst die lang genoeg is om stukken gemeen te hebben"), []byte{3, 'a', 'b', 'c', 1, 30, 0})
	f.Fuzz(func(t *testing.T, base, delta []byte) {
		patch(base, delta) // must not panic
		if got, ok := patch(base, diff(base, delta)); !ok || !bytes.Equal(got, delta) {
			t.Errorf("patch of diff: %q, want %q", got, delta)
		}
	})
}

func TestADamagedValueIsNoticed(t *testing.T) {
	var bx box
	sealed := bx.seal(bBody, []byte("k"), 7, []byte("tekst"))
	if v, seq, err := bx.unseal(bBody, []byte("k"), sealed); err != nil || seq != 7 || string(v) != "tekst" {
		t.Fatalf("%q %d %v", v, seq, err)
	}
	for i := range sealed {
		for bit := range 8 {
			bad := bytes.Clone(sealed)
			bad[i] ^= 1 << bit
			if _, _, err := bx.unseal(bBody, []byte("k"), bad); err == nil {
				t.Errorf("bit %d of byte %d went unseen", bit, i)
			}
		}
	}
	if _, _, err := bx.unseal(bVersion, []byte("k"), sealed); err == nil {
		t.Error("a value in the wrong bucket went unseen")
	}
	newer := bytes.Clone(sealed)
	newer[0] = sealVersion + 1
	sum := sealSum(bBody, []byte("k"), newer)
	newer[2], newer[3], newer[4], newer[5] = byte(sum>>24), byte(sum>>16), byte(sum>>8), byte(sum)
	if _, _, err := bx.unseal(bBody, []byte("k"), newer); !errors.Is(err, ErrNewer) {
		t.Errorf("a value of a newer program: %v", err)
	}
}

func FuzzJournalLine(f *testing.F) {
	f.Add(box{}.line(12, batch{ops: []op{{bKey, []byte("k"), []byte("v")}, {bSetting, []byte("d"), nil}}}.encode()))
	f.Add([]byte("10 00000000 1 AAAA"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		l, ok, err := parseLine(bytes.TrimSuffix(raw, []byte("\n")))
		if ok && err == nil {
			_, _ = l.batch(box{}) // must not panic
		}
		_, _ = decodeBatch(1, raw)
		_, _ = decodeSummary(raw)
	})
}
