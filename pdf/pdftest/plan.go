package pdftest

import (
	"encoding/binary"
	"fmt"
	"time"

	"bekwaam/pdf"
)

// AttachedName and AttachedData are the file that Plan carries.
const (
	AttachedName = "plan.json"
	AttachedData = `{"format":"test","title":"Zoë"}`
)

// FieldWidth and FieldHeight are the size of Plan's signature fields, in points.
const (
	FieldWidth  = 240
	FieldHeight = 60
)

const alphabet = " abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,:;-+()ëé"

// Plan returns a tagged archive PDF of two pages with an empty signature field
// for each name. The same names give the same bytes.
func Plan(fields ...string) []byte {
	s := &sheet{}
	font := s.font(alphabet)
	root := s.add(nil)
	doc := s.elem("Document", root)
	p := s.page()
	doc.add("H1").line(p, "Ontwikkelplan")
	doc.add("P").line(p, "Een plan om te proberen.")
	doc.add("H2").line(p, "Doel")
	table := doc.add("Table")
	row := table.add("THead").add("TR")
	scope := func(e *elem, s string) *elem {
		e.d.Set("A", pdf.D("O", pdf.Name("Table"), "Scope", pdf.Name(s)))
		return e
	}
	scope(row.add("TH"), "Column").line(p, "Wat")
	scope(row.add("TH"), "Column").line(p, "Uren")
	row = table.add("TBody").add("TR")
	scope(row.add("TH"), "Row").line(p, "Lesbezoek")
	row.add("TD").line(p, "4")
	item := doc.add("L").add("LI")
	item.add("Lbl").line(p, "-")
	item.add("LBody").line(p, "Een punt")
	figure := doc.add("Figure").mark(p, "0 0.3 0.4 rg 60 300 100 20 re f")
	figure.d.Set("Alt", pdf.Text("Een balk")).Set("A", pdf.D("O", pdf.Name("Layout"), "BBox", rect(60, 300, 160, 320), "Placement", pdf.Name("Block")))
	link := doc.add("P").add("Link").line(p, "Bewijs")
	link.annot(p, pdf.D("Type", pdf.Name("Annot"), "Subtype", pdf.Name("Link"), "Rect", rect(60, p.y, 160, p.y+12), "Border", rect(0, 0, 0),
		"F", pdf.Int(4), "Contents", pdf.Text("Bewijs op de site"), "A", pdf.D("Type", pdf.Name("Action"), "S", pdf.Name("URI"), "URI", pdf.Text("https://example.org/bewijs"))))

	p = s.page()
	doc.add("H2").line(p, "Ondertekening")
	form := pdf.Arr{}
	for _, name := range fields {
		doc.add("P").line(p, "Handtekening")
		p.y -= FieldHeight + 6
		ap := s.add(&pdf.Stream{D: pdf.D("Type", pdf.Name("XObject"), "Subtype", pdf.Name("Form"), "BBox", rect(0, 0, FieldWidth, FieldHeight), "Resources", pdf.D()),
			Raw: fmt.Appendf(nil, "q 0.5 0.5 0.5 RG 0.5 0.5 %d %d re S Q", FieldWidth-1, FieldHeight-1)})
		form = append(form, doc.add("Form").annot(p, pdf.D("Type", pdf.Name("Annot"), "Subtype", pdf.Name("Widget"), "FT", pdf.Name("Sig"),
			"T", pdf.Text(name), "TU", pdf.Text("Handtekening "+name), "Rect", rect(60, p.y, 60+FieldWidth, p.y+FieldHeight), "F", pdf.Int(4), "AP", pdf.D("N", ap))))
	}
	pages, parents := s.finish(font)
	s.objs[root.N-1] = pdf.D("Type", pdf.Name("StructTreeRoot"), "K", pdf.Arr{doc.ref}, "ParentTree", parents, "ParentTreeNextKey", pdf.Int(len(s.pages)+len(s.extra)))
	return s.write(pages, root, form)
}

func (s *sheet) write(pages, tree pdf.Ref, form pdf.Arr) []byte {
	at := time.Date(2026, 9, 1, 9, 0, 0, 0, time.FixedZone("", 2*3600))
	date := pdf.Text(pdf.Date(at))
	ef := s.flate(pdf.D("Type", pdf.Name("EmbeddedFile"), "Subtype", pdf.Name("application/json"), "Params", pdf.D("ModDate", date, "Size", pdf.Int(len(AttachedData)))), []byte(AttachedData))
	spec := s.add(pdf.D("Type", pdf.Name("Filespec"), "F", pdf.Text(AttachedName), "UF", pdf.Text(AttachedName), "Desc", pdf.Text("Gegevens"),
		"AFRelationship", pdf.Name("Data"), "EF", pdf.D("F", ef, "UF", ef)))
	cat := pdf.D("Type", pdf.Name("Catalog"), "Pages", pages, "Lang", pdf.Text("nl-NL"), "MarkInfo", pdf.D("Marked", true), "StructTreeRoot", tree,
		"Metadata", s.add(&pdf.Stream{D: pdf.D("Type", pdf.Name("Metadata"), "Subtype", pdf.Name("XML")), Raw: packet(at)}),
		"ViewerPreferences", pdf.D("DisplayDocTitle", true),
		"OutputIntents", pdf.Arr{pdf.D("Type", pdf.Name("OutputIntent"), "S", pdf.Name("GTS_PDFA1"), "OutputConditionIdentifier", pdf.Text("sRGB"),
			"DestOutputProfile", s.flate(pdf.D("N", pdf.Int(3)), profile()))},
		"AF", pdf.Arr{spec}, "Names", pdf.D("EmbeddedFiles", s.add(pdf.D("Names", pdf.Arr{pdf.Text(AttachedName), spec}))))
	cat.Set("PageLabels", pdf.D("Nums", pdf.Arr{pdf.Int(0), pdf.D("S", pdf.Name("D"))})).Set("Outlines", s.outline("Ontwikkelplan", "Ondertekening"))
	if len(form) > 0 {
		cat.Set("AcroForm", s.add(pdf.D("Fields", form, "SigFlags", pdf.Int(3))))
	}
	root := s.add(cat)
	info := s.add(pdf.D("Title", pdf.Text("Ontwikkelplan Zoë"), "Author", pdf.Text("Zoë"), "Producer", pdf.Text("test"), "CreationDate", date, "ModDate", date))
	id := pdf.Str{B: []byte("0123456789abcdef"), Hex: true}
	return pdf.Full("1.7", s.objs, pdf.D("Root", root, "Info", info, "ID", pdf.Arr{id, id}))
}

// outline adds a bookmark to each page.
func (s *sheet) outline(titles ...string) pdf.Ref {
	root := s.add(nil)
	first := len(s.objs) + 1
	for i, title := range titles {
		d := pdf.D("Title", pdf.Text(title), "Parent", root, "Dest", pdf.Arr{s.pages[i].ref, pdf.Name("XYZ"), pdf.Int(0), pdf.Int(842), nil})
		if i > 0 {
			d.Set("Prev", pdf.Ref{N: first + i - 1})
		}
		if i < len(titles)-1 {
			d.Set("Next", pdf.Ref{N: first + i + 1})
		}
		s.add(d)
	}
	s.objs[root.N-1] = pdf.D("Type", pdf.Name("Outlines"), "First", pdf.Ref{N: first}, "Last", pdf.Ref{N: first + len(titles) - 1}, "Count", pdf.Int(len(titles)))
	return root
}

func packet(at time.Time) []byte {
	d := at.Format("2006-01-02T15:04:05-07:00")
	return []byte(`<?xpacket begin="` + "\uFEFF" + `" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Ontwikkelplan Zoë</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>Zoë</rdf:li></rdf:Seq></dc:creator>
<pdf:Producer>test</pdf:Producer><xmp:CreateDate>` + d + `</xmp:CreateDate><xmp:ModifyDate>` + d + `</xmp:ModifyDate>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`)
}

// profile is the header of a colour profile without tags: enough for the rules
// here, not for a printer.
func profile() []byte {
	b := make([]byte, 136)
	copy(b[8:], "\x04\x20\x00\x00mntrRGB XYZ ")
	copy(b[36:], "acsp")
	binary.BigEndian.PutUint32(b, uint32(len(b)))
	return b
}

// Stamp draws a look as large as a signature field.
func Stamp(text string) pdf.Drawing {
	return func(u *pdf.Update) pdf.Ref {
		s := &sheet{to: u}
		fonts := pdf.D("Font", pdf.D("F1", s.font(alphabet)))
		return u.Add(pdf.Form(FieldWidth, FieldHeight, fonts,
			fmt.Appendf(nil, "0.9 0.95 0.97 rg 0 0 %d %d re f BT /F1 12 Tf 0 g 10 30 Td %s Tj ET", FieldWidth, FieldHeight, codes(text))))
	}
}
