package seal

import "bekwaam/pdf"

// appearance moves the page of a one-page PDF, with what it draws with, into u
// as the form that a field shows. A reader scales the page to the field.
func appearance(u *pdf.Update, page []byte) (pdf.Ref, error) {
	var none pdf.Ref
	in, err := pdf.Open(page)
	if err != nil {
		return none, err
	}
	root := in.Dict(in.Last().Trailer.Get("Root"))
	kids, _ := in.Dict(root.Get("Pages")).Get("Kids").(pdf.Arr)
	if len(kids) != 1 {
		return none, ErrAppearance
	}
	p := in.Dict(kids[0])
	content, err := in.Get(p.Get("Contents"))
	if err != nil {
		return none, err
	}
	s, ok := content.(*pdf.Stream)
	if !ok {
		return none, ErrAppearance
	}
	m := mover{in, u, map[int]pdf.Ref{}}
	resources := pdf.D()
	for _, k := range []pdf.Name{"Font", "ExtGState"} {
		v := in.Dict(in.Dict(p.Get("Resources")).Get(k))
		if v == nil || len(v.E) == 0 {
			continue
		}
		o, err := m.move(v, 0)
		if err != nil {
			return none, err
		}
		resources.Set(k, o)
	}
	box, _ := in.Get(p.Get("MediaBox"))
	if box == nil { // inherited
		box, _ = in.Get(in.Dict(root.Get("Pages")).Get("MediaBox"))
	}
	if a, ok := box.(pdf.Arr); !ok || len(a) != 4 {
		return none, ErrAppearance
	}
	form := pdf.D("Type", pdf.Name("XObject"), "Subtype", pdf.Name("Form"), "BBox", box, "Resources", resources)
	if f := s.D.Get("Filter"); f != nil {
		form.Set("Filter", f)
	}
	return u.Add(&pdf.Stream{D: form, Raw: s.Raw}), nil
}

// mover copies objects of one file into an update of another.
type mover struct {
	from  *pdf.File
	to    *pdf.Update
	moved map[int]pdf.Ref
}

func (m mover) move(o pdf.Obj, depth int) (pdf.Obj, error) {
	if depth > pdf.MaxDepth {
		return nil, pdf.ErrLimit
	}
	switch v := o.(type) {
	case pdf.Ref:
		if r, ok := m.moved[v.N]; ok {
			return r, nil
		}
		r := m.to.Add(nil)
		m.moved[v.N] = r
		x, err := m.from.Get(v)
		if err != nil {
			return nil, err
		}
		if x, err = m.move(x, depth+1); err != nil {
			return nil, err
		}
		m.to.Set(r.N, x)
		return r, nil
	case pdf.Arr:
		a := make(pdf.Arr, len(v))
		for i := range v {
			var err error
			if a[i], err = m.move(v[i], depth+1); err != nil {
				return nil, err
			}
		}
		return a, nil
	case *pdf.Dict:
		return m.dict(v, depth)
	case *pdf.Stream:
		d, err := m.dict(v.D, depth)
		if err != nil {
			return nil, err
		}
		return &pdf.Stream{D: d, Raw: v.Raw}, nil
	}
	return o, nil
}

func (m mover) dict(v *pdf.Dict, depth int) (*pdf.Dict, error) {
	d := pdf.D()
	for _, e := range v.E {
		x, err := m.move(e.V, depth+1)
		if err != nil {
			return nil, err
		}
		d.Set(e.K, x)
	}
	return d, nil
}
