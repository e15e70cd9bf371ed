package tagged

import "bekwaam/pdf"

// node is a bookmark's place among the others, by index; -1 is none.
type node struct{ up, prev, next, first, last, count int }

// nodes arranges the bookmarks by their level. The root comes back apart.
func nodes(marks []bookmark) (root node, all []node) {
	root = node{up: -1, prev: -1, next: -1, first: -1, last: -1}
	all = make([]node, len(marks))
	var path []int
	for i, b := range marks {
		all[i] = node{-1, -1, -1, -1, -1, 0}
		if len(path) > b.level {
			path = path[:b.level]
		}
		parent := &root
		if len(path) > 0 {
			all[i].up = path[len(path)-1]
			parent = &all[all[i].up]
		}
		if parent.first < 0 {
			parent.first = i
		} else {
			all[i].prev = parent.last
			all[parent.last].next = i
		}
		parent.last = i
		parent.count++
		path = append(path, i)
	}
	return root, all
}

// addOutline writes the outline (ISO 32000-1, 12.3.3; ISO 14289-1, 7.17); below
// the top level it is closed.
func (f *finish) addOutline() pdf.Ref {
	top, all := nodes(f.d.marks)
	base := len(f.objs) + 1
	ref := func(i int) pdf.Ref { return pdf.Ref{N: base + 1 + i} }
	root := f.Add(pdf.D("Type", pdf.Name("Outlines"), "First", ref(top.first), "Last", ref(top.last), "Count", pdf.Int(top.count)))
	for i, b := range f.d.marks {
		n := all[i]
		d := pdf.D("Title", pdf.Text(b.title), "Parent", root, "Dest", f.dest(b.at))
		for _, x := range []struct {
			k pdf.Name
			i int
		}{{"Parent", n.up}, {"Prev", n.prev}, {"Next", n.next}, {"First", n.first}, {"Last", n.last}} {
			if x.i >= 0 {
				d.Set(x.k, ref(x.i))
			}
		}
		if n.count > 0 {
			d.Set("Count", pdf.Int(-n.count))
		}
		f.Add(d)
	}
	return root
}
