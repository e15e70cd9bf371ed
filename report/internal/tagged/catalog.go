package tagged

import (
	"crypto/md5"

	"bekwaam/pdf"
)

// catalog says that the file is tagged, in which language, with which title bar,
// page labels and output intent (ISO 32000-1, 7.7.2 and 14.8; ISO 19005-3,
// 6.2.3, 6.7; ISO 14289-1, 7.1, 7.2).
func (f *finish) catalog(tree pdf.Ref, form pdf.Arr) pdf.Ref {
	metadata := f.Add(&pdf.Stream{D: pdf.D("Type", pdf.Name("Metadata"), "Subtype", pdf.Name("XML")), Raw: f.m.xmp()})
	profile := f.Flate(pdf.D("N", pdf.Int(3)), Profile())
	cat := pdf.D("Type", pdf.Name("Catalog"), "Pages", f.root.Get("Pages"), "Lang", pdf.Text(f.m.Lang),
		"MarkInfo", pdf.D("Marked", true), "StructTreeRoot", tree, "Metadata", metadata,
		"ViewerPreferences", pdf.D("DisplayDocTitle", true),
		"PageLabels", pdf.D("Nums", pdf.Arr{pdf.Int(0), pdf.D("S", pdf.Name("D"))}),
		"OutputIntents", pdf.Arr{pdf.D("Type", pdf.Name("OutputIntent"), "S", pdf.Name("GTS_PDFA1"),
			"OutputConditionIdentifier", pdf.Text("sRGB"), "Info", pdf.Text("sRGB IEC61966-2.1"), "DestOutputProfile", profile)})
	if len(f.d.marks) > 0 {
		cat.Set("Outlines", f.addOutline()).Set("PageMode", pdf.Name("UseOutlines"))
	}
	if len(f.m.Attach) > 0 {
		specs, names := f.addAttached()
		cat.Set("AF", specs).Set("Names", pdf.D("EmbeddedFiles", f.Add(pdf.D("Names", names))))
	}
	if len(form) > 0 {
		// SigFlags 3 from the start: signing then need not touch the form.
		cat.Set("AcroForm", f.Add(pdf.D("Fields", form, "SigFlags", pdf.Int(3))))
	}
	return f.Add(cat)
}

// addAttached writes the attached files and returns them as associated files
// and as the name tree, for which they must be in the order of their names
// (ISO 19005-3, 6.8; ISO 32000-1, 7.11.4).
func (f *finish) addAttached() (specs, names pdf.Arr) {
	for _, a := range f.m.Attach {
		sum := md5.Sum(a.Data) // PDF fixes MD5 for CheckSum; nothing here trusts it
		add := f.Flate
		if a.Plain {
			add = func(d *pdf.Dict, b []byte) pdf.Ref { return f.Add(&pdf.Stream{D: d, Raw: b}) }
		}
		file := add(pdf.D("Type", pdf.Name("EmbeddedFile"), "Subtype", pdf.Name(a.MIME),
			"Params", pdf.D("ModDate", pdf.Text(pdf.Date(f.m.Date)), "Size", pdf.Int(len(a.Data)), "CheckSum", pdf.Str{B: sum[:], Hex: true})), a.Data)
		spec := f.Add(pdf.D("Type", pdf.Name("Filespec"), "F", pdf.Text(a.Name), "UF", pdf.Text(a.Name), "Desc", pdf.Text(a.Desc),
			"AFRelationship", pdf.Name(a.Relationship), "EF", pdf.D("F", file, "UF", file)))
		specs = append(specs, spec)
		names = append(names, pdf.Text(a.Name), spec)
	}
	return specs, names
}
