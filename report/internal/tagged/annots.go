package tagged

import (
	"fmt"
	"math"

	"bekwaam/pdf"
)

const printed = "4" // the annotation flag Print

func rect(r [4]float64) pdf.Arr {
	return pdf.Arr{pdf.F(r[0]), pdf.F(r[1]), pdf.F(r[2]), pdf.F(r[3])}
}

// annotate puts an annotation on its page and gives it a key in the parent
// tree, behind those of the pages (ISO 14289-1, 7.18; ISO 19005-3, 6.3).
func (f *finish) annotate(index, page int, d *pdf.Dict, e *Elem) pdf.Ref {
	d.Set("P", f.page(page)).Set("StructParent", pdf.Int(len(f.list)+len(f.keys)))
	r := f.Add(d)
	f.keys = append(f.keys, e)
	f.at[index] = r
	f.annots[page] = append(f.annots[page], r)
	return r
}

// addLinks writes the links, each with words for where it leads (ISO 14289-1,
// 7.18.5).
func (f *finish) addLinks() {
	for i, l := range f.d.links {
		f.annotate(i, l.page, pdf.D("Type", pdf.Name("Annot"), "Subtype", pdf.Name("Link"), "Rect", rect(l.rect),
			"Border", pdf.Arr{pdf.Int(0), pdf.Int(0), pdf.Int(0)}, "F", pdf.Num(printed),
			"Contents", pdf.Text(l.alt), "Dest", f.dest(*l.to)), l.elem)
	}
}

func (f *finish) dest(p Place) pdf.Arr {
	return pdf.Arr{f.page(max(p.page, 1)), pdf.Name("XYZ"), pdf.Int(0), pdf.F(p.y), nil}
}

// addFields writes the signature fields with the look of an empty one, and
// returns them. All that signing will need is here from the start, so that it
// changes nothing but its own field (ISO 32000-1, 12.7.4.5; ISO 14289-1, 7.18.4).
func (f *finish) addFields() pdf.Arr {
	form, looks := pdf.Arr{}, map[[2]float64]pdf.Ref{}
	for i, x := range f.d.fields {
		size := [2]float64{math.Round((x.rect[2]-x.rect[0])*100) / 100, math.Round((x.rect[3]-x.rect[1])*100) / 100}
		look, ok := looks[size]
		if !ok {
			look = f.empty(size[0], size[1])
			looks[size] = look
		}
		form = append(form, f.annotate(-1-i, x.page, pdf.D("Type", pdf.Name("Annot"), "Subtype", pdf.Name("Widget"),
			"FT", pdf.Name("Sig"), "T", pdf.Text(x.name), "TU", pdf.Text(x.tooltip), "Rect", rect(x.rect),
			"F", pdf.Num(printed), "AP", pdf.D("N", look)), x.elem))
	}
	return form
}

// empty is how a field of some size looks before it is signed.
func (f *finish) empty(w, h float64) pdf.Ref {
	return f.Add(&pdf.Stream{
		D: pdf.D("Type", pdf.Name("XObject"), "Subtype", pdf.Name("Form"),
			"BBox", pdf.Arr{pdf.Int(0), pdf.Int(0), pdf.F(w), pdf.F(h)}, "Resources", pdf.D()),
		Raw: fmt.Appendf(nil, "q 0.45 0.5 0.53 RG 0.6 w 0.3 0.3 %.2f %.2f re S Q", w-0.6, h-0.6),
	})
}
