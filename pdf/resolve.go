package pdf

import "fmt"

// Where returns the revision (0-based, at most rev) and the offset that define
// object n as it stood in revision rev.
func (f *File) Where(n, rev int) (int, int, bool) {
	for r := rev; r >= 0; r-- {
		if o, ok := f.Secs[r].Objs[n]; ok {
			return r, o, true
		}
		if f.Secs[r].Free[n] {
			return 0, 0, false
		}
	}
	return 0, 0, false
}

// At resolves o as it stood in revision rev (0-based). An object that does not
// exist is nil, as PDF has it.
func (f *File) At(o Obj, rev int) (Obj, error) {
	for range 16 {
		r, ok := o.(Ref)
		if !ok {
			return o, nil
		}
		sr, _, ok := f.Where(r.N, rev)
		if !ok {
			return nil, nil
		}
		// Some readers look at the generation, some do not.
		if r.G != f.Secs[sr].Gen[r.N] {
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
	if v, ok := f.parsed[place{sr, n}]; ok {
		return v.obj, nil
	}
	s := f.Secs[sr]
	p := &Parser{B: f.B[:s.limit[n]], P: s.Objs[n]}
	if nested {
		p.Len = func(l Ref) (int, error) { return f.length(l, sr) }
	}
	got, v, err := p.Indirect()
	if err != nil {
		return nil, err
	}
	if got.N != n || got.G != s.Gen[n] {
		return nil, fmt.Errorf("%w: object %d calls itself %d", ErrSyntax, n, got.N)
	}
	f.parsed[place{sr, n}] = found{v, p.P}
	return v, nil
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
