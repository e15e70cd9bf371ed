package pdf

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
	f.ahead(s.Trailer, s.size, &w.Ahead)
	return w
}

// read is the slow way to what skimmer.object finds.
func (f *File) read(e *entry, rev int, w *Sweep) (end int, signed bool) {
	o, end, err := f.parse(e, rev, true)
	if err != nil {
		if w.Loose == nil {
			w.Loose = err
		}
		return int(e.next), false
	}
	f.ahead(o, f.Secs[rev].size, &w.Ahead)
	switch v := o.(type) {
	case *Dict:
		signed = v.Get("ByteRange") != nil
	case *Stream:
		signed = v.D.Get("ByteRange") != nil
	}
	return end, signed
}

// ahead collects the references in o to numbers of from and more.
func (f *File) ahead(o Obj, from int, out *[]int) {
	switch v := o.(type) {
	case Ref:
		if v.N >= from {
			*out = append(*out, v.N)
		}
	case Arr:
		for _, x := range v {
			f.ahead(x, from, out)
		}
	case *Dict:
		for _, e := range v.E {
			f.ahead(e.V, from, out)
		}
	case *Stream:
		f.ahead(v.D, from, out)
	}
}
