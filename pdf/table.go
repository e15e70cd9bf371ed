package pdf

import (
	"cmp"
	"fmt"
	"slices"
)

// entry is a line of a cross-reference table.
type entry struct {
	n, off, gen int32
	next        int32 // offset of what stands behind the object
	free        bool
}

func (s *Section) add(n, off, gen int, free bool) {
	if n != 0 || !free { // the head of the list of free objects is none
		s.table = append(s.table, entry{n: int32(n), off: int32(off), gen: int32(gen), free: free})
	}
}

// sort puts the table in the order of its numbers, each of which stands there
// once.
func (s *Section) sort() error {
	byNumber := func(a, b entry) int { return cmp.Compare(a.n, b.n) }
	if !slices.IsSortedFunc(s.table, byNumber) {
		slices.SortFunc(s.table, byNumber)
	}
	for i := 1; i < len(s.table); i++ {
		if s.table[i].n == s.table[i-1].n {
			return fmt.Errorf("%w: object %d twice in a cross-reference table", ErrSyntax, s.table[i].n)
		}
	}
	return nil
}

// find returns the entry of object n, nil when the table has none.
func (s *Section) find(n int) *entry {
	i, ok := slices.BinarySearchFunc(s.table, n, func(e entry, n int) int { return cmp.Compare(int(e.n), n) })
	if !ok {
		return nil
	}
	return &s.table[i]
}

// Defines reports whether the revision writes object n.
func (s *Section) Defines(n int) bool {
	e := s.find(n)
	return e != nil && !e.free
}

// Frees reports whether the revision takes any object away.
func (s *Section) Frees() bool {
	return slices.ContainsFunc(s.table, func(e entry) bool { return e.free })
}

// Numbers lists the objects that the revision writes, in ascending order.
func (s *Section) Numbers() []int {
	out := make([]int, 0, len(s.table))
	for i := range s.table {
		if !s.table[i].free {
			out = append(out, int(s.table[i].n))
		}
	}
	return out
}

// Size is the trailer's: numbers from it on are new in a later revision.
func (s *Section) Size() int { return s.size }

// inOrder calls do for each object as they stand in the file, until it returns
// false.
func (s *Section) inOrder(do func(*entry) bool) {
	for i := range s.table {
		e := &s.table[i]
		if s.byOffset != nil {
			e = &s.table[s.byOffset[i]]
		}
		if !e.free && !do(e) {
			return
		}
	}
}

// bounds checks that the table stands and points inside its revision and that
// its /Size is above every number and no less than before: from /Size on,
// numbers are new. It notes for each object where the next one begins, so that
// no object can be read into another and no byte is parsed twice.
func (s *Section) bounds(before int) error {
	if s.Xref < s.Start || s.Xref >= s.End {
		return fmt.Errorf("table outside its revision")
	}
	v, _ := s.Trailer.Get("Size").(Num)
	var err error
	if s.size, err = v.Int(); err != nil || s.size < before || s.size > MaxNumber+1 {
		return fmt.Errorf("trailer /Size %q", v)
	}
	sorted, last := true, int32(-1)
	for i := range s.table {
		e := &s.table[i]
		if e.free {
			continue
		}
		if o := int(e.off); o < s.Start || o >= s.Xref {
			return fmt.Errorf("object %d points outside its revision", e.n)
		}
		if int(e.n) >= s.size {
			return fmt.Errorf("object %d is not below /Size", e.n)
		}
		sorted, last = sorted && e.off > last, e.off
	}
	if !sorted {
		s.byOffset = make([]int32, len(s.table))
		for i := range s.byOffset {
			s.byOffset[i] = int32(i)
		}
		slices.SortFunc(s.byOffset, func(a, b int32) int { return cmp.Compare(s.table[a].off, s.table[b].off) })
	}
	var prev *entry
	s.inOrder(func(e *entry) bool {
		if prev != nil {
			if prev.next = e.off; e.off == prev.off {
				err = fmt.Errorf("two objects at byte %d", e.off)
			}
		}
		prev = e
		return err == nil
	})
	if prev != nil && err == nil {
		prev.next = int32(s.Xref)
	}
	return err
}
