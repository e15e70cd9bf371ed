package tagged

import "bekwaam/pdf"

// addTree writes the structure tree (ISO 32000-1, 14.7.2; ISO 14289-1, 7.1) and
// the parent tree, by which content finds its element (14.7.4.4).
func (f *finish) addTree() pdf.Ref {
	root := f.Add(nil)
	f.reserve(f.d.Root)
	f.emit(f.d.Root, root)
	nums := pdf.Arr{}
	for i := range f.list {
		owners := pdf.Arr{}
		for _, e := range f.d.owners[i+1] {
			owners = append(owners, pdf.Ref{N: e.num})
		}
		nums = append(nums, pdf.Int(i), f.Add(owners))
	}
	for i, e := range f.keys {
		nums = append(nums, pdf.Int(len(f.list)+i), pdf.Ref{N: e.num})
	}
	f.objs[root.N-1] = pdf.D("Type", pdf.Name("StructTreeRoot"), "K", pdf.Arr{pdf.Ref{N: f.d.Root.num}},
		"ParentTree", f.Add(pdf.D("Nums", nums)), "ParentTreeNextKey", pdf.Int(len(f.list)+len(f.keys)))
	return root
}

// reserve numbers the elements in reading order.
func (f *finish) reserve(e *Elem) {
	e.num = f.Add(nil).N
	for _, k := range e.kids {
		if c, ok := k.(*Elem); ok {
			f.reserve(c)
		}
	}
}

func (f *finish) emit(e *Elem, up pdf.Ref) {
	// There are hundreds of elements, and no object is compressed: so no
	// /Type, which is optional, and no array around one kid (ISO 32000-1,
	// table 323).
	d := pdf.D("S", pdf.Name(e.Type), "P", up)
	page := 0
	for _, k := range e.kids {
		if c, ok := k.(content); ok {
			page = c.page
			d.Set("Pg", f.page(page))
			break
		}
	}
	self := pdf.Ref{N: e.num}
	kids := pdf.Arr{}
	for _, k := range e.kids {
		switch v := k.(type) {
		case *Elem:
			kids = append(kids, pdf.Ref{N: v.num})
			f.emit(v, self)
		case content:
			if v.page == page {
				kids = append(kids, pdf.Int(v.id))
			} else {
				kids = append(kids, pdf.D("Type", pdf.Name("MCR"), "Pg", f.page(v.page), "MCID", pdf.Int(v.id)))
			}
		case annotation:
			on := f.d.pageOf(v)
			kids = append(kids, pdf.D("Type", pdf.Name("OBJR"), "Pg", f.page(on), "Obj", f.at[v.index]))
		}
	}
	if len(kids) == 1 {
		d.Set("K", kids[0])
	} else {
		d.Set("K", kids)
	}
	if e.Alt != "" {
		d.Set("Alt", pdf.Text(e.Alt))
	}
	if e.Actual != "" {
		d.Set("ActualText", pdf.Text(e.Actual))
	}
	if e.Lang != "" {
		d.Set("Lang", pdf.Text(e.Lang))
	}
	if a := e.attributes(); a != nil {
		if e.BBox == nil {
			d.Set("A", f.shared(a))
		} else {
			d.Set("A", a)
		}
	}
	f.objs[e.num-1] = d
}

// shared makes equal attributes one object.
func (f *finish) shared(a *pdf.Dict) pdf.Ref {
	key := string(pdf.Bytes(a))
	r, ok := f.attributes[key]
	if !ok {
		r = f.Add(a)
		f.attributes[key] = r
	}
	return r
}

func (d *Doc) pageOf(a annotation) int {
	if a.index < 0 {
		return d.fields[-1-a.index].page
	}
	return d.links[a.index].page
}

func (e *Elem) attributes() *pdf.Dict {
	switch {
	case e.Type == "L":
		return pdf.D("O", pdf.Name("List"), "ListNumbering", pdf.Name("Disc"))
	case e.BBox != nil:
		return pdf.D("O", pdf.Name("Layout"), "BBox", rect(*e.BBox), "Placement", pdf.Name("Block"))
	case e.Scope == "" && e.ColSpan < 2:
		return nil
	}
	a := pdf.D("O", pdf.Name("Table"))
	if e.Scope != "" {
		a.Set("Scope", pdf.Name(e.Scope))
	}
	if e.ColSpan > 1 {
		a.Set("ColSpan", pdf.Int(e.ColSpan))
	}
	return a
}
