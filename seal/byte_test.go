package seal_test

import (
	"bytes"
	"flag"
	"math/rand"
	"os"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"bekwaam/pdf"
	"bekwaam/seal"
)

var everyByte = flag.Bool("everybyte", false, "change every byte of a signed file, not only some")

// accepted says whether changed bytes still count as in order, or would if the
// keys were known.
func accepted(b []byte, trust seal.Trust) bool {
	r, err := seal.Verify(b, trust)
	return err == nil && (r.Status == seal.Trusted || r.Status == seal.Untrusted || r.Status == seal.Unsigned && len(r.Problems) == 0)
}

// Every byte of a board's file with two signatures, an ECDSA and an RSA one,
// is changed in its lowest bit, the one of letter case and the highest. None of
// these files is accepted: there is no byte without a meaning. Some bytes are
// those of the file of a whole year; all are those of a short plan.
func TestEveryByte(t *testing.T) {
	w := newEdition(t)
	if *everyByte {
		e, b := rendered([]byte(short))
		w = signedEdition(t, e, b, 2)
	}
	in := w.signed[2]
	if !accepted(in, w.trust) {
		t.Fatal("the file itself is not accepted")
	}
	end, step := time.Now().Add(time.Second), 7919 // a prime: all over the file
	switch {
	case *everyByte:
		end, step = time.Now().Add(time.Hour), 1
	case os.Getenv("CI") == "true":
		end = time.Now().Add(20 * time.Second)
	}
	var next, tried atomic.Int64
	var all sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		all.Go(func() {
			b := bytes.Clone(in)
			for {
				k := int(next.Add(1)) - 1
				if k >= len(in) || k > 200 && time.Now().After(end) {
					return
				}
				i := k * step % len(in)
				for _, bit := range []byte{1 << 0, 1 << 5, 1 << 7} {
					b[i] ^= bit
					if accepted(b, w.trust) {
						t.Errorf("byte %d: %q for %q accepted", i, b[i], in[i])
					}
					b[i] = in[i]
				}
				tried.Add(1)
			}
		})
	}
	start := time.Now()
	all.Wait()
	t.Logf("%d of %d bytes in %.0f s", tried.Load(), len(in), time.Since(start).Seconds())
}

// Every bit of the last signature's own bytes matters: nothing else in the
// file covers them.
func TestEveryBitOfContents(t *testing.T) {
	w := newWorld(t)
	for n := 1; n <= 2; n++ { // an ECDSA and an RSA signature
		in := w.signed[n]
		f, err := pdf.Open(in)
		if err != nil {
			t.Fatal(err)
		}
		_, d := field(f, n-1)
		con := f.Dict(d.Get("V")).Get("Contents").(pdf.Str)
		end := time.Now().Add(time.Second)
		rnd := rand.New(rand.NewSource(int64(n)))
		for k, i := range rnd.Perm(con.End - con.Off) {
			if k > 300 && time.Now().After(end) {
				break
			}
			b := bytes.Clone(in)
			b[con.Off+i] ^= 1 << rnd.Intn(8)
			if accepted(b, w.trust) {
				t.Fatalf("signature %d: byte %d (%q to %q) accepted", n, con.Off+i, in[con.Off+i], b[con.Off+i])
			}
		}
	}
}

// everyFlip changes every digit of the contents of a signature by one bit that
// leaves it a digit; none may verify.
func everyFlip(t *testing.T, in []byte, h hole) {
	t.Helper()
	for i := h.from + 1; i < h.to-1; i++ {
		b := bytes.Clone(in)
		if b[i] ^= 1; !strings.ContainsRune("0123456789abcdef", rune(b[i])) {
			continue
		}
		if accepted(b, seal.Trust{}) {
			t.Fatalf("digit %d of the contents is accepted", i-h.from)
		}
	}
}

// A byte inserted or taken out does not verify either.
func TestInsertedAndRemoved(t *testing.T) {
	w := newWorld(t)
	in := w.signed[2]
	rnd := rand.New(rand.NewSource(2))
	for range 200 {
		i := rnd.Intn(len(in))
		for _, b := range [][]byte{
			append(append(bytes.Clone(in[:i]), ' '), in[i:]...),
			append(bytes.Clone(in[:i]), in[i+1:]...),
		} {
			if accepted(b, w.trust) {
				t.Fatalf("byte %d: accepted a file of %d bytes", i, len(b))
			}
		}
	}
}

func FuzzVerify(f *testing.F) {
	w := newWorld(f)
	f.Add(w.signed[2])
	f.Fuzz(func(t *testing.T, b []byte) {
		r, err := seal.Verify(b, w.trust)
		if err == nil && r.Status == seal.Trusted && !bytes.HasPrefix(b, w.signed[0]) {
			t.Errorf("a file that nobody signed is trusted")
		}
		r.Verdict()
	})
}

func BenchmarkSign(b *testing.B) {
	w := newWorld(b)
	for i, name := range []string{"p256", "rsa3072"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				w.sign(b, w.signed[i], i)
			}
		})
	}
}

func BenchmarkVerify(b *testing.B) {
	w := newWorld(b)
	for b.Loop() {
		if r := w.verify(b, w.signed[3]); r.Status != seal.Trusted {
			b.Fatal(r.Status)
		}
	}
}
