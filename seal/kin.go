package seal

import (
	"bytes"
	"slices"

	"bekwaam/pdf"
)

// Kinship is how two files descend from each other.
type Kinship string

// The kinds of kinship of a file a with a file b.
const (
	Strangers Kinship = "none"    // no revision of theirs is the same
	Same      Kinship = "same"    // the same bytes
	Earlier   Kinship = "earlier" // b is a with more behind it
	Later     Kinship = "later"   // a is b with more behind it
	Siblings  Kinship = "sibling" // both go on from one file, each in its own way
)

// Kin is how two files are related, and who signed where.
type Kin struct {
	How Kinship
	// The fields that were signed in the part that both have, and those that
	// each has beyond it, in the order in which they were signed.
	Shared, OnlyA, OnlyB []string
}

// Compare says how file a is related to file b. Signatures are not judged.
// Siblings are files that somebody signed, or two people, each in a copy of
// their own: every signature in them may be good, and no file can have both.
// Errors wrap those of pdf.Open.
func Compare(a, b []byte) (Kin, error) {
	fa, err := pdf.Open(a)
	if err != nil {
		return Kin{}, err
	}
	fb, err := pdf.Open(b)
	if err != nil {
		return Kin{}, err
	}
	shared := 0
	for shared < len(fa.Secs) && shared < len(fb.Secs) && bytes.Equal(revision(fa, shared), revision(fb, shared)) {
		shared++
	}
	k := Kin{How: Strangers}
	if shared == 0 {
		return k, nil
	}
	onlyA, onlyB := len(fa.Secs)-shared, len(fb.Secs)-shared
	switch {
	case onlyA == 0 && onlyB == 0:
		k.How = Same
	case onlyA == 0:
		k.How = Earlier
	case onlyB == 0:
		k.How = Later
	default:
		k.How = Siblings
	}
	k.Shared, k.OnlyA = signedBy(fa, shared)
	_, k.OnlyB = signedBy(fb, shared)
	return k, nil
}

func revision(f *pdf.File, rev int) []byte { return f.B[f.Secs[rev].Start:f.Secs[rev].End] }

// signedBy lists the fields that were signed before and from revision rev on.
func signedBy(f *pdf.File, rev int) (before, after []string) {
	fields, err := sigFields(f, len(f.Secs)-1)
	if err != nil {
		return nil, nil
	}
	type at struct {
		rev  int
		name string
	}
	var list []at
	for _, x := range fields {
		if ref, ok := x.value.(pdf.Ref); ok {
			r, _, _ := f.Where(ref.N, len(f.Secs)-1)
			list = append(list, at{r, x.name})
		}
	}
	slices.SortStableFunc(list, func(a, b at) int { return a.rev - b.rev })
	for _, x := range list {
		if x.rev < rev {
			before = append(before, x.name)
		} else {
			after = append(after, x.name)
		}
	}
	return before, after
}
