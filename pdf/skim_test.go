package pdf

import (
	"fmt"
	"math/rand"
	"slices"
	"testing"
)

// agree fails where the skimmer takes an object that Parser does not, or finds
// another end, another signature or other references in it.
func agree(t *testing.T, b []byte) (taken bool) {
	t.Helper()
	e := &entry{n: 1, next: int32(len(b))}
	var ahead []int
	k := skimmer{b: b, from: 5, ahead: &ahead}
	signed, ok := k.object(e)
	if !ok {
		return false
	}
	f := &File{B: b, Secs: []*Section{{table: []entry{*e}, size: 5}}}
	w := &Sweep{}
	end, want := f.read(e, 0, w)
	if w.Loose != nil || end != k.p || want != signed || !slices.Equal(ahead, w.Ahead) {
		t.Fatalf("%q: end %d, want %d; signed %v, want %v; ahead %v, want %v; %v", b, k.p, end, signed, want, ahead, w.Ahead, w.Loose)
	}
	return true
}

var skims = []string{
	"1 0 obj\n<</Type /Catalog/AF[3 0 R 7 0 R]/T (a(b\\)c\\\n)d)/X <00 fF>/N -1.5/B true>>\nendobj",
	"1 0 obj\n<</Length 4/ByteRange [0 1 2 3]>>\nstream\nab)>\nendstream\nendobj",
	"1 0 obj\n<</Length 4 0 R>>\nstream\nabcd\nendstream\nendobj",
	"1 0 obj<</ByteRange null/D<</ByteRange 1/D<</D/E>>>>>>endobj",
	"1 0 obj [1 2 R 3 70000 R 00000000000000000000000012 0 R 9 0 R] endobj",
	"1 0 obj\n<</S/TD/P 9 0 R/Pg 3 0 R/K [1 <</Type/MCR/Pg 8 0 R/MCID 2>> 7 0 R]/A 12>>\nendobj", "1 0 obj<</S /P/K 3/T(Pg)>>endobj", "1 0 obj<</T/a#2Fb#41/S/#2>>endobj",
	"1 0 obj % 9 0 R\n9 %\n0 R endobj", "1 0 obj(\\053\\5)endobj", "1 0 obj 9 0 R endobj", "1 0 obj null endobj",
}

func TestSkimAgrees(t *testing.T) {
	for _, s := range skims[:2] {
		if !agree(t, []byte(s)) {
			t.Errorf("not skimmed: %s", s)
		}
	}
	rnd := rand.New(rand.NewSource(4))
	const signs = "<>[]()/%\\ \n\r0129RrnulA.+-#"
	taken := 0
	for range 100_000 {
		b := []byte(skims[rnd.Intn(len(skims))])
		for range rnd.Intn(4) {
			i := rnd.Intn(len(b))
			switch rnd.Intn(3) {
			case 0:
				b[i] = signs[rnd.Intn(len(signs))]
			case 1:
				b = slices.Delete(b, i, i+1)
			default:
				b = slices.Insert(b, i, signs[rnd.Intn(len(signs))])
			}
		}
		if agree(t, b) {
			taken++
		}
	}
	if taken < 1000 {
		t.Errorf("%d of 100,000 were skimmed", taken)
	}
}

func FuzzSkim(f *testing.F) {
	for _, s := range skims {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) { agree(t, b) })
}

// A reference ahead of the numbers that there are, however it is written.
func TestAhead(t *testing.T) {
	for _, form := range []string{"%d 0 R", "%d\r0%%\n R", "0%d 0 R", "[[<</A[%d 0 R]>>]]"} {
		ref := fmt.Sprintf(form, 9)
		b := Full("1.7", []Obj{D("Type", Name("Catalog"), "X", Num(ref))}, D("Root", Ref{N: 1}))
		f, err := Open(b)
		if err != nil {
			t.Fatal(err)
		}
		if w := f.Sweep(0); w.Loose != nil || !slices.Equal(w.Ahead, []int{9}) {
			t.Errorf("%q: %+v", ref, w)
		}
	}
}
