package seal

import "bekwaam/pdf"

// uses counts how often the revisions up to rev refer to object n.
func uses(f *pdf.File, n, rev int) (count int) {
	for r := 0; r <= rev; r++ {
		for _, x := range f.Secs[r].Numbers() {
			if o, err := f.At(pdf.Ref{N: x}, r); err == nil {
				count += refers(o, n)
			}
		}
		count += refers(f.Secs[r].Trailer, n)
	}
	return count
}

// refers counts the references to object n in o.
func refers(o pdf.Obj, n int) (count int) {
	switch v := o.(type) {
	case pdf.Ref:
		if v.N == n {
			count++
		}
	case pdf.Arr:
		for _, x := range v {
			count += refers(x, n)
		}
	case *pdf.Dict:
		for _, e := range v.E {
			count += refers(e.V, n)
		}
	case *pdf.Stream:
		count += refers(v.D, n)
	}
	return count
}
