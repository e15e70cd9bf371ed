package seal_test

import (
	"bytes"
	"testing"

	"bekwaam/seal"
)

// attack is a way to change a file that four people signed.
type attack struct {
	name string
	file []byte
	want seal.Status // of the file; empty: it cannot even be read
	code seal.Code   // among the problems
}

// TestAttacks changes a file with four signatures in the ways that forgers do,
// among them the published ones: incremental saving, signature wrapping,
// universal signature forgery, and shadows. None is judged trusted, nor even
// intact by an unknown key, and each for its own reason.
func TestAttacks(t *testing.T) {
	w := newWorld(t)
	in := w.signed[4]
	var all []attack
	all = append(all, byteAttacks(t, w)...)
	all = append(all, updateAttacks(t, in)...)
	all = append(all, formAttacks(t, in)...)
	all = append(all, signatureAttacks(t, in)...)
	all = append(all, wholeAttacks(t, w)...)
	names := map[string]bool{}
	for _, a := range all {
		if names[a.name] {
			t.Errorf("%s: twice", a.name)
		}
		names[a.name] = true
		t.Run(a.name, func(t *testing.T) {
			if bytes.Equal(a.file, in) {
				t.Fatal("nothing was changed")
			}
			r, err := seal.Verify(a.file, w.trust)
			if r.Status == seal.Trusted || r.Status == seal.Untrusted || r.Status == seal.Unsigned && len(r.Problems) == 0 {
				t.Fatalf("judged %s: %v", r.Status, err)
			}
			if a.want == "" {
				if err == nil || r.Status != seal.Invalid {
					t.Errorf("%v %+v", err, r)
				}
				return
			}
			if err != nil || r.Status != a.want || !codes(r)[a.code] {
				t.Errorf("want %s with %s, got %v %s %v", a.want, a.code, err, r.Status, codes(r))
			}
			if v := r.Verdict(); v.Finding == seal.FindInOrder || v.Finding == seal.FindUnknown {
				t.Errorf("the sentence is %+v", v)
			}
		})
	}
	if len(all) < 60 {
		t.Errorf("%d attacks", len(all))
	}
	t.Logf("%d manipulations", len(all))
}

// A file cut back to its first signature is a good file of that moment: the
// report names the fields that are empty.
func TestCutBack(t *testing.T) {
	w := newWorld(t)
	r := w.verify(t, w.signed[4][:len(w.signed[1])])
	if r.Status != seal.Trusted || len(r.Empty) != 3 {
		t.Errorf("%+v", r)
	}
	if k, err := seal.Compare(w.signed[1], w.signed[4]); err != nil || k.How != seal.Earlier || len(k.OnlyB) != 3 {
		t.Errorf("compared with the whole file: %+v, %v", k, err)
	}
}
