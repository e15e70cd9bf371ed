package pdf

import (
	"bytes"
	"fmt"
	"strconv"
)

// Update collects the objects of one revision to write behind a file.
type Update struct {
	F    *File
	next int
	nums []int
	objs map[int]Obj
}

// NewUpdate starts a revision on top of f. It fails when no number is left.
func (f *File) NewUpdate() (*Update, error) {
	size := integer(f.Last().Trailer.Get("Size")) // Open has checked it
	if size < 1 || size > MaxNumber {
		return nil, fmt.Errorf("%w: trailer /Size %d", ErrSyntax, size)
	}
	return &Update{F: f, next: size, objs: map[int]Obj{}}, nil
}

// Add gives o a new number.
func (u *Update) Add(o Obj) Ref {
	r := Ref{N: u.next}
	u.next++
	u.Set(r.N, o)
	return r
}

// Set replaces object n, or fills in one that Add gave a number before.
func (u *Update) Set(n int, o Obj) {
	if _, ok := u.objs[n]; !ok {
		u.nums = append(u.nums, n)
	}
	u.objs[n] = o
}

// Append returns the file with the update behind it, and the offset of each of
// its objects; earlier bytes stay as they are. id becomes the second half of
// the trailer's /ID, which changes with every revision.
func (u *Update) Append(id []byte) ([]byte, map[int]int) {
	old := u.F.B
	var b bytes.Buffer // what comes behind; the old bytes are copied once
	b.Grow(1 << 14)
	if old[len(old)-1] != '\n' {
		b.WriteByte('\n')
	}
	offs := make(map[int]int, len(u.nums))
	for _, n := range u.nums {
		offs[n] = len(old) + b.Len()
		b.WriteString(strconv.Itoa(n))
		b.WriteString(" 0 obj\n")
		Write(&b, u.objs[n])
		b.WriteString("\nendobj\n")
	}
	x := len(old) + b.Len()
	b.WriteString("xref\n")
	for n := 0; n < u.next; {
		if _, ok := offs[n]; !ok {
			n++
			continue
		}
		end := n
		for _, ok := offs[end]; ok; _, ok = offs[end] {
			end++
		}
		fmt.Fprintf(&b, "%d %d\n", n, end-n)
		for ; n < end; n++ {
			fmt.Fprintf(&b, "%010d 00000 n \n", offs[n])
		}
	}
	t := u.F.Last().Trailer.Clone()
	t.Set("Size", Int(u.next)).Set("Prev", Int(u.F.Last().Xref))
	if ids, ok := t.Get("ID").(Arr); ok && len(ids) == 2 {
		t.Set("ID", Arr{ids[0], Str{B: id, Hex: true}})
	}
	b.WriteString("trailer\n")
	Write(&b, t)
	fmt.Fprintf(&b, "\nstartxref\n%d\n%%%%EOF\n", x)
	return append(old[:len(old):len(old)], b.Bytes()...), offs
}
