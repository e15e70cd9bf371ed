package pdf

import (
	"bytes"
	"fmt"
	"math"
)

// section reads the table at off, of at most room entries, and its trailer.
func (f *File) section(off, room int) (*Section, error) {
	if !bytes.HasPrefix(f.B[off:], []byte("xref")) {
		if f.isXrefStream(off) {
			return nil, ErrXrefStream
		}
		return nil, fmt.Errorf("%w: no cross-reference table at byte %d", ErrSyntax, off)
	}
	s := &Section{Xref: off, Objs: map[int]int{}, Gen: map[int]int{}, Free: map[int]bool{}}
	p := &Parser{B: f.B, P: off + len("xref")}
	for {
		p.Space()
		if bytes.HasPrefix(f.B[p.P:], []byte("trailer")) {
			p.P += len("trailer")
			break
		}
		first, ok1 := p.natural(MaxNumber)
		n, ok2 := p.natural(MaxNumber)
		if !ok1 || !ok2 {
			return nil, p.fail("cross-reference subsection")
		}
		if room -= n; room < 0 {
			return nil, fmt.Errorf("%w: more than %d objects", ErrLimit, MaxObjects)
		}
		for i := range n {
			if err := s.entry(p, first+i); err != nil {
				return nil, err
			}
		}
	}
	t, err := p.Object()
	if err != nil {
		return nil, err
	}
	d, ok := t.(*Dict)
	if !ok {
		return nil, p.fail("trailer")
	}
	if d.Get("XRefStm") != nil {
		return nil, ErrXrefStream
	}
	s.Trailer, s.trailerEnd = d, p.P
	return s, nil
}

func (s *Section) entry(p *Parser, n int) error {
	o, ok1 := p.natural(math.MaxInt32) // no file is that large
	g, ok2 := p.natural(65535)
	p.Space()
	kind := p.Word()
	if !ok1 || !ok2 || kind != "n" && kind != "f" {
		return p.fail("cross-reference entry")
	}
	if _, dup := s.Objs[n]; dup || s.Free[n] {
		return p.fail("cross-reference entry twice")
	}
	if kind == "n" {
		s.Objs[n], s.Gen[n] = o, g
	} else if n != 0 {
		s.Free[n] = true
	}
	return nil
}

// isXrefStream tells a file of other software from a damaged one.
func (f *File) isXrefStream(off int) bool {
	p := &Parser{B: f.B, P: off}
	_, ok1 := p.natural(MaxNumber)
	_, ok2 := p.natural(65535)
	if !ok1 || !ok2 || p.Expect("obj") != nil {
		return false
	}
	o, err := p.Object()
	d, _ := o.(*Dict)
	return err == nil && d.Get("Type") == Name("XRef")
}
