package seal_test

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"slices"
	"strings"
	"testing"

	"bekwaam/seal"
)

func TestWordList(t *testing.T) {
	list := seal.WordList()
	if len(list) != seal.WordCount {
		t.Fatalf("%d words, want %d", len(list), seal.WordCount)
	}
	for i, w := range list {
		if len(w) < 3 || len(w) > 8 || strings.Trim(w, "abcdefghijklmnopqrstuvwxyz") != "" {
			t.Errorf("%q is not three to eight plain letters", w)
		}
		// Sorted, each once, and none the beginning of the next, so that half
		// a word heard is no other word.
		if i > 0 && (list[i-1] >= w || strings.HasPrefix(w, list[i-1])) {
			t.Errorf("%q behind %q", w, list[i-1])
		}
	}
	for _, w := range strings.Fields("anker lente trommel vijver kaars meeuw beker zomer ladder kersen molen egel boter wolk hamer tulp zeil krent") {
		if _, ok := slices.BinarySearch(list, w); !ok {
			t.Errorf("%q is missing", w)
		}
	}
}

// No two words sound alike: Dutch writes some sounds in two ways.
func TestWordsSoundDifferent(t *testing.T) {
	same := strings.NewReplacer("sch", "S", "ch", "g", "ij", "ei", "ou", "au", "th", "t", "ph", "f", "x", "ks", "qu", "kw", "c", "k", "v", "f", "z", "s", "y", "i")
	seen := map[string]string{}
	for _, w := range seal.WordList() {
		k := same.Replace(w)
		switch k[len(k)-1] {
		case 'd':
			k = k[:len(k)-1] + "t"
		case 'b':
			k = k[:len(k)-1] + "p"
		}
		if other, ok := seen[k]; ok {
			t.Errorf("%q sounds like %q", w, other)
		}
		seen[k] = w
	}
}

// The list and the way of choosing are part of the format: people compare
// words that different versions of the program show.
func TestWordsFrozen(t *testing.T) {
	sum := sha256.Sum256([]byte(strings.Join(seal.WordList(), "\n")))
	const want = "dd0aee153f7185c9ae42bff54fe2765f02b47f9a30d53e72837045609e80d30c"
	if got := hex.EncodeToString(sum[:]); got != want {
		t.Errorf("the list changed: %s", got)
	}
	list := seal.WordList()
	for _, c := range []struct {
		fingerprint string
		want        []int
	}{
		{strings.Repeat("00", 32), []int{0, 0, 0, 0, 0, 0}},
		{strings.Repeat("ff", 32), []int{2047, 2047, 2047, 2047, 2047, 2047}},
		{"0020" + strings.Repeat("00", 30), []int{1, 0, 0, 0, 0, 0}},
		{"00000000000000004" + strings.Repeat("0", 47), []int{0, 0, 0, 0, 0, 1}},
	} {
		got, err := seal.Words(c.fingerprint)
		if err != nil {
			t.Fatal(err)
		}
		for i, n := range c.want {
			if got[i] != list[n] {
				t.Errorf("%s: word %d is %q, want %q", c.fingerprint, i+1, got[i], list[n])
			}
		}
	}
	for _, bad := range []string{"", "00", strings.Repeat("zz", 32), strings.Repeat("00", 33)} {
		if _, err := seal.Words(bad); !errors.Is(err, seal.ErrFingerprint) {
			t.Errorf("%q: %v", bad, err)
		}
	}
}
