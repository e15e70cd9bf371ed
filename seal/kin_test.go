package seal_test

import (
	"errors"
	"slices"
	"testing"

	"bekwaam/pdf"
	"bekwaam/pdf/pdftest"
	"bekwaam/seal"
)

func TestCompare(t *testing.T) {
	w := newWorld(t)
	one := w.signed[1]
	coach, manager := w.sign(t, one, 1), w.sign(t, one, 2)
	both := w.sign(t, manager, 1)
	for _, x := range []struct {
		name                 string
		a, b                 []byte
		how                  seal.Kinship
		shared, onlyA, onlyB []string
	}{
		{"same", one, one, seal.Same, []string{"teacher"}, nil, nil},
		{"before and after", one, coach, seal.Earlier, []string{"teacher"}, nil, []string{"coach"}},
		{"after and before", both, one, seal.Later, []string{"teacher"}, []string{"manager", "coach"}, nil},
		{"two copies", coach, manager, seal.Siblings, []string{"teacher"}, []string{"coach"}, []string{"manager"}},
		{"a copy and one with both", coach, both, seal.Siblings, []string{"teacher"}, []string{"coach"}, []string{"manager", "coach"}},
		{"unsigned and signed", w.signed[0], both, seal.Earlier, nil, nil, []string{"teacher", "manager", "coach"}},
		{"another file", one, pdftest.Plan("teacher"), seal.Strangers, nil, nil, nil},
	} {
		k, err := seal.Compare(x.a, x.b)
		if err != nil || k.How != x.how || !slices.Equal(k.Shared, x.shared) || !slices.Equal(k.OnlyA, x.onlyA) || !slices.Equal(k.OnlyB, x.onlyB) {
			t.Errorf("%s: %+v, %v", x.name, k, err)
		}
	}
	if _, err := seal.Compare(one, []byte("hallo")); !errors.Is(err, pdf.ErrNotPDF) {
		t.Errorf("no file: %v", err)
	}
}

func TestVerdict(t *testing.T) {
	w := newWorld(t)
	nobody := seal.Trust{Now: w.trust.Now}
	turned := func(in []byte, i int) []byte {
		return update(t, in, func(f *pdf.File, u *pdf.Update) {
			n, p := page(f, i)
			u.Set(n, p.Set("Rotate", pdf.Int(90)))
		})
	}
	flipped := append([]byte(nil), w.signed[4]...)
	flipped[400] ^= 1
	impostor, err := seal.Sign(w.signed[1], "coach", newKey(t, "Ilse Vermeer"), w.options(1))
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		name  string
		file  []byte
		trust seal.Trust
		want  seal.Verdict
	}{
		{"in order", w.signed[3], w.trust, seal.Verdict{Finding: seal.FindInOrder, Good: 3, Known: 3}},
		{"unknown", w.signed[2], nobody, seal.Verdict{Finding: seal.FindUnknown, Good: 2, Unknown: []string{"Noor Bakker", "Ilse Vermeer"}}},
		{"unsigned", w.signed[0], w.trust, seal.Verdict{Finding: seal.FindUnsigned}},
		{"updated", turned(w.signed[0], 0), w.trust, seal.Verdict{Finding: seal.FindUpdated}},
		{"page", turned(w.signed[2], 1), w.trust, seal.Verdict{Finding: seal.FindChanged, Good: 2, Known: 2, Name: "Ilse Vermeer", Page: 2, What: seal.CodePage}},
		{"broken", flipped, w.trust, seal.Verdict{Finding: seal.FindInvalid, Name: "Noor Bakker", What: seal.CodeBytes}},
		{"other key", impostor, w.trust, seal.Verdict{Finding: seal.FindOtherKey, Good: 2, Known: 1, Unknown: []string{"Ilse Vermeer"}, Name: "Ilse Vermeer", What: seal.CodeOtherKey}},
	} {
		r, err := seal.Verify(x.file, x.trust)
		if err != nil {
			t.Fatal(err)
		}
		got := r.Verdict()
		if got.Finding != x.want.Finding || got.Good != x.want.Good || got.Known != x.want.Known || !slices.Equal(got.Unknown, x.want.Unknown) ||
			got.Name != x.want.Name || got.Page != x.want.Page || got.What != x.want.What {
			t.Errorf("%s: %+v, want %+v", x.name, got, x.want)
		}
	}
}
