package pdf

import (
	"bytes"
	"fmt"
	"math"
	"slices"
)

// section reads the table at off, of at most room entries, and its trailer,
// both before end.
func (f *File) section(off, end, room int) (*Section, error) {
	if off >= end || !bytes.HasPrefix(f.B[off:end], []byte("xref")) {
		if f.isXrefStream(off) {
			return nil, ErrXrefStream
		}
		return nil, fmt.Errorf("%w: no cross-reference table at byte %d", ErrSyntax, off)
	}
	s := &Section{Xref: off}
	p := &Parser{B: f.B[:end], P: off + len("xref"), room: &f.room}
	for {
		p.Space()
		if bytes.HasPrefix(p.B[p.P:], []byte("trailer")) {
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
		s.table = slices.Grow(s.table, min(n, (len(p.B)-p.P)/entryLen+1))
		for i := range n {
			if s.plainEntry(p, first+i) {
				continue
			}
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
	if err := s.sort(); err != nil {
		return nil, err
	}
	if d.Get("XRefStm") != nil {
		return nil, ErrXrefStream
	}
	s.Trailer, s.trailerEnd = d, p.P
	return s, nil
}

func (s *Section) entry(p *Parser, n int) error {
	o, ok1 := p.natural(math.MaxInt32) // no file is that large
	g, ok2 := p.natural(maxGeneration)
	p.Space()
	kind := string(p.word())
	if !ok1 || !ok2 || kind != "n" && kind != "f" {
		return p.fail("cross-reference entry")
	}
	s.add(n, o, g, kind == "f")
	return nil
}

// entryLen is the length of an entry as the standard has it:
// "oooooooooo ggggg n" and two bytes of white space.
const entryLen = 20

// plainEntry reads an entry in exactly that form, quickly; false leaves p
// where it was.
func (s *Section) plainEntry(p *Parser, n int) bool {
	at := p.P
	for at < len(p.B) && isSpace(p.B[at]) {
		at++
	}
	if len(p.B)-at < entryLen {
		return false
	}
	e := p.B[at : at+entryLen]
	o, ok1 := digits(e[:10])
	g, ok2 := digits(e[11:16])
	if !ok1 || !ok2 || o > math.MaxInt32 || g > maxGeneration || e[10] != ' ' || e[16] != ' ' ||
		e[17] != 'n' && e[17] != 'f' || !isSpace(e[18]) || !isSpace(e[19]) {
		return false
	}
	s.add(n, int(o), int(g), e[17] == 'f')
	p.P = at + entryLen
	return true
}

// digits reads decimal digits.
func digits(b []byte) (n int64, ok bool) {
	for _, c := range b {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int64(c-'0')
	}
	return n, true
}

// isXrefStream tells a file of other software from a damaged one.
func (f *File) isXrefStream(off int) bool {
	p := &Parser{B: f.B, P: off, room: &f.room}
	_, ok1 := p.natural(MaxNumber)
	_, ok2 := p.natural(maxGeneration)
	if !ok1 || !ok2 || p.Expect("obj") != nil {
		return false
	}
	o, err := p.Object()
	d, _ := o.(*Dict)
	return err == nil && d.Get("Type") == Name("XRef")
}

// linearized tells a file whose first table stands in front of it, so that a
// reader can show the first page early, from a damaged one.
func (f *File) linearized() bool {
	p := &Parser{B: f.B[:min(len(f.B), 1024)]}
	_, o, err := p.Indirect()
	d, _ := o.(*Dict)
	return err == nil && d.Get("Linearized") != nil
}
