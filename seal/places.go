package seal

import "bekwaam/pdf"

// places tells what an object is for a reader, by its number.
type places struct {
	page     map[int]int  // pages (from 1) and what they draw
	attached map[int]bool // attached files and their descriptions
	leaf     map[int]bool // pages
	annots   map[int]int  // lists of annotations, to their page
	fields   int          // the form's list of fields; 0: no object of its own
}

// before returns the places of the revision before.
func (d *difference) before() *places {
	if d.places == nil {
		d.places = findPlaces(d.f, d.rev-1)
	}
	return d.places
}

func findPlaces(f *pdf.File, rev int) *places {
	p := &places{page: map[int]int{}, attached: map[int]bool{}, leaf: map[int]bool{}, annots: map[int]int{}}
	cat := f.DictAt(f.Secs[rev].Trailer.Get("Root"), rev)
	array := func(o pdf.Obj) pdf.Arr {
		v, _ := f.At(o, rev)
		a, _ := v.(pdf.Arr)
		return a
	}
	number := func(o pdf.Obj) int { r, _ := o.(pdf.Ref); return r.N }
	for i, k := range array(f.DictAt(cat.Get("Pages"), rev).Get("Kids")) {
		p.page[number(k)] = i + 1
		p.leaf[number(k)] = true
		p.annots[number(f.DictAt(k, rev).Get("Annots"))] = i + 1
		content := f.DictAt(k, rev).Get("Contents")
		p.page[number(content)] = i + 1
		for _, c := range array(content) {
			p.page[number(c)] = i + 1
		}
	}
	delete(p.annots, 0)
	p.fields = number(f.DictAt(cat.Get("AcroForm"), rev).Get("Fields"))
	for _, x := range array(cat.Get("AF")) {
		p.attached[number(x)] = true
		p.attached[number(f.DictAt(f.DictAt(x, rev).Get("EF"), rev).Get("F"))] = true
	}
	return p
}
