package pdf

import "fmt"

// Sweep is what one pass over a revision finds, without keeping its objects.
type Sweep struct {
	// Loose is nil where every byte of the revision belongs to an object of its
	// table, the table, the trailer, or the white space between them; see Tight.
	Loose error
	// Signed are the objects whose dictionary has a /ByteRange.
	Signed []int
	// Ahead are the numbers, from the revision's /Size on, that something in it
	// refers to although nothing can have them yet.
	Ahead []int
}

// Sweep passes over revision rev (0-based). Objects that cannot be read have
// nothing in them; that there are any stands in Loose.
func (f *File) Sweep(rev int) *Sweep {
	if f.swept[rev] == nil {
		f.swept[rev] = f.sweep(rev)
	}
	return f.swept[rev]
}

func (f *File) sweep(rev int) *Sweep {
	s := f.Secs[rev]
	w := &Sweep{}
	k := skimmer{from: s.size, ahead: &w.Ahead}
	at := s.Start
	if rev == 0 {
		at = f.header(s)
	}
	s.inOrder(func(e *entry) bool {
		if w.Loose == nil {
			w.Loose = s.between(f.B, rev, at, e)
		}
		kept := len(w.Ahead)
		k.b, k.p = f.B[:e.next], int(e.off)
		signed, ok := k.object(e)
		end := k.p
		if !ok {
			w.Ahead = w.Ahead[:kept]
			end, signed = f.read(e, rev, w)
		}
		if signed {
			w.Signed = append(w.Signed, int(e.n))
		}
		at = end
		return true
	})
	if w.Loose == nil {
		w.Loose = s.behind(f.B, rev, at)
	}
	w.ahead(s.Trailer, s.size)
	return w
}

// read is the slow way to what skimmer.object finds.
func (f *File) read(e *entry, rev int, w *Sweep) (end int, signed bool) {
	room := maxParsed // nothing of it is kept
	o, end, err := f.parse(e, rev, true, &room)
	if err != nil {
		if w.Loose == nil {
			w.Loose = err
		}
		return int(e.next), false
	}
	w.ahead(o, f.Secs[rev].size)
	switch v := o.(type) {
	case *Dict:
		signed = v.Get("ByteRange") != nil
	case *Stream:
		signed = v.D.Get("ByteRange") != nil
	}
	return end, signed
}

// ahead collects the references in o to numbers of from and more.
func (w *Sweep) ahead(o Obj, from int) {
	switch v := o.(type) {
	case Ref:
		switch {
		case v.N < from:
		case len(w.Ahead) < maxAhead:
			w.Ahead = append(w.Ahead, v.N)
		case w.Loose == nil:
			w.Loose = fmt.Errorf("%w: more than %d references ahead", ErrLimit, maxAhead)
		}
	case Arr:
		for _, x := range v {
			w.ahead(x, from)
		}
	case *Dict:
		for _, e := range v.E {
			w.ahead(e.V, from)
		}
	case *Stream:
		w.ahead(v.D, from)
	}
}
