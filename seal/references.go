package seal

import "bekwaam/pdf"

// references keeps the object numbers that were referred to before they
// existed. An author may prepare such a reference and let a later update, which
// then only adds objects, fill in something new behind it.
type references struct {
	f     *pdf.File
	open  map[int]bool
	count map[int]int // how often each number is referred to
}

// add takes in what revision rev refers to.
func (r references) add(rev int) {
	for n := range r.f.Secs[rev].Objs {
		if o, err := r.f.At(pdf.Ref{N: n}, rev); err == nil {
			r.walk(o, rev)
		}
	}
	r.walk(r.f.Secs[rev].Trailer, rev)
}

func (r references) walk(o pdf.Obj, rev int) {
	switch v := o.(type) {
	case pdf.Ref:
		r.count[v.N]++
		if _, _, ok := r.f.Where(v.N, rev); !ok {
			r.open[v.N] = true
		}
	case pdf.Arr:
		for _, x := range v {
			r.walk(x, rev)
		}
	case *pdf.Dict:
		for _, e := range v.E {
			r.walk(e.V, rev)
		}
	case *pdf.Stream:
		r.walk(v.D, rev)
	}
}

// filledBy lists the objects of rev that an earlier revision referred to.
func (r references) filledBy(rev int) (out []int) {
	for n := range r.f.Secs[rev].Objs {
		if r.open[n] {
			out = append(out, n)
		}
	}
	return out
}
