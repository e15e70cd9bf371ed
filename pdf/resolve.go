package pdf

import "fmt"

// Where returns the revision (0-based, at most rev) and the offset that define
// object n as it stood in revision rev.
func (f *File) Where(n, rev int) (int, int, bool) {
	r, e := f.find(n, rev)
	if e == nil {
		return 0, 0, false
	}
	return r, int(e.off), true
}

func (f *File) find(n, rev int) (int, *entry) {
	for r := rev; r >= 0; r-- {
		if e := f.Secs[r].find(n); e != nil {
			if e.free {
				return 0, nil
			}
			return r, e
		}
	}
	return 0, nil
}

// At resolves o as it stood in revision rev (0-based). An object that does not
// exist is nil, as PDF has it.
func (f *File) At(o Obj, rev int) (Obj, error) {
	for range 16 {
		r, ok := o.(Ref)
		if !ok {
			return o, nil
		}
		sr, e := f.find(r.N, rev)
		if e == nil {
			return nil, nil
		}
		// Some readers look at the generation, some do not.
		if r.G != int(e.gen) {
			return nil, fmt.Errorf("%w: object %d of generation %d", ErrSyntax, r.N, r.G)
		}
		v, err := f.object(r.N, sr, true)
		if err != nil {
			return nil, err
		}
		o = v
	}
	return nil, fmt.Errorf("%w: references in a circle", ErrSyntax)
}

// object parses object n as revision sr defines it. A stream's length may be an
// object of its own, as it stood in that revision, but that one must be a plain
// number: it is read with nested false.
func (f *File) object(n, sr int, nested bool) (Obj, error) {
	at := place{sr, n, nested}
	r, ok := f.parsed[at]
	if !ok {
		r.obj, _, r.err = f.parse(f.Secs[sr].find(n), sr, nested, &f.room)
		f.parsed[at] = r
	}
	return r.obj, r.err
}

// parse reads an object where its entry points; end is behind its endobj.
func (f *File) parse(e *entry, sr int, nested bool, room *int) (v Obj, end int, err error) {
	p := &Parser{B: f.B[:e.next], P: int(e.off), room: room}
	if nested {
		p.Len = func(l Ref) (int, error) { return f.length(l, sr) }
	}
	got, v, err := p.Indirect()
	if err != nil {
		return nil, 0, err
	}
	if got.N != int(e.n) || got.G != int(e.gen) {
		return nil, 0, fmt.Errorf("%w: object %d calls itself %d", ErrSyntax, e.n, got.N)
	}
	return v, p.P, nil
}

func (f *File) length(l Ref, rev int) (int, error) {
	sr, _, ok := f.Where(l.N, rev)
	if !ok {
		return 0, fmt.Errorf("%w: stream length missing", ErrSyntax)
	}
	v, err := f.object(l.N, sr, false)
	if err != nil {
		return 0, err
	}
	n, ok := v.(Num)
	if !ok {
		return 0, fmt.Errorf("%w: stream length is no number", ErrSyntax)
	}
	return n.Int()
}

// Get resolves o in the newest revision.
func (f *File) Get(o Obj) (Obj, error) { return f.At(o, len(f.Secs)-1) }

// DictAt resolves o to a dictionary as it stood in revision rev; a stream's
// dictionary counts; nil when it is neither or cannot be read.
func (f *File) DictAt(o Obj, rev int) *Dict {
	v, err := f.At(o, rev)
	if err != nil {
		return nil
	}
	switch d := v.(type) {
	case *Dict:
		return d
	case *Stream:
		return d.D
	}
	return nil
}

// Dict is DictAt in the newest revision.
func (f *File) Dict(o Obj) *Dict { return f.DictAt(o, len(f.Secs)-1) }
