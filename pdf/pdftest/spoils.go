package pdftest

import (
	"fmt"

	"bekwaam/pdf"
)

// Spoils are the ways in which a generator goes wrong, one rule each. They
// apply to [Plan], and to any file of one revision with headings, paragraphs, a
// table, a list, a link, a field and an attached file.
var Spoils = []Spoil{
	{"no-id", pdf.RuleTrailerID, nil, func(p *parts) error { p.trailer.Del("ID"); return nil }},
	{"no-markinfo", pdf.RuleMarked, nil, without("MarkInfo")},
	{"no-lang", pdf.RuleLang, nil, without("Lang")},
	{"no-title-display", pdf.RuleTitleBar, nil, without("ViewerPreferences")},
	{"no-outputintent", pdf.RuleOutput, nil, without("OutputIntents")},
	{"no-metadata", pdf.RuleMetadata, nil, without("Metadata")},
	{"no-struct", pdf.RuleTree, []pdf.Rule{pdf.RuleTreeMatch, pdf.RuleAnnotTree}, without("StructTreeRoot")},
	{"no-af", pdf.RuleAttached, nil, without("AF")},
	{"xmp-part", pdf.RuleArchiveID, nil, metadata("<pdfaid:part>3", "<pdfaid:part>4")},
	{"xmp-ua", pdf.RuleAccessID, nil, metadata("<pdfuaid:part>1</pdfuaid:part>", "")},
	{"xmp-title", pdf.RuleInfo, nil, metadata(`<rdf:li xml:lang="x-default">`, `<rdf:li xml:lang="x-default">Ander `)},
	{"xmp-extension", pdf.RuleSchema, nil, metadata("<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua", "<pdfaSchema:namespaceURI>http://www.aiim.org/x")},
	{"info-date", pdf.RuleInfo, nil, func(p *parts) error {
		p.at(p.trailer.Get("Info")).Set("ModDate", pdf.Text("D:20200101000000Z"))
		return nil
	}},
	{"no-alt", pdf.RuleFigure, nil, nameless},
	{"no-scope", pdf.RuleScope, nil, drop("S", "TH", "A")},
	{"heading-skip", pdf.RuleHeading, nil, rename("H2", "H4")},
	{"row-short", pdf.RuleRows, []pdf.Rule{pdf.RuleTreeMatch}, first("S", "TR", func(_ *parts, d *pdf.Dict) {
		d.Set("K", d.Get("K").(pdf.Arr)[:1])
	})},
	{"li-outside", pdf.RuleNesting, nil, rename("L", "Div")},
	{"unknown-type", pdf.RuleType, nil, rename("P", "Alinea")},
	{"unmarked-text", pdf.RuleUnmarked, []pdf.Rule{pdf.RuleTreeMatch}, content(unmark)},
	{"link-contents", pdf.RuleLinkText, nil, drop("Subtype", "Link", "Contents")},
	{"link-parent", pdf.RuleAnnotTree, nil, drop("Subtype", "Link", "StructParent")},
	{"annot-flags", pdf.RuleFlags, nil, drop("Subtype", "Link", "F")},
	{"widget-tu", pdf.RuleFieldName, nil, drop("Subtype", "Widget", "TU")},
	{"widget-form", pdf.RuleWidget, nil, rename("Form", "P")},
	{"widget-ap", pdf.RuleAppearance, nil, drop("Subtype", "Widget", "AP")},
	{"no-tabs", pdf.RuleTabs, nil, func(p *parts) error {
		for n := range p.objs {
			if d := p.dict(n); d.Get("Type") == pdf.Name("Page") {
				d.Del("Tabs")
			}
		}
		return nil
	}},
	{"no-tounicode", pdf.RuleUnicode, nil, drop("Subtype", "Type0", "ToUnicode")},
	{"no-fontfile", pdf.RuleFont, nil, drop("Type", "FontDescriptor", "FontFile2")},
	{"widths", pdf.RuleWidth, nil, first("Subtype", "CIDFontType2", func(_ *parts, d *pdf.Dict) {
		d.Set("W", pdf.Arr{pdf.Int(1), pdf.Int(0xFFFF), pdf.Int(997)})
	})},
	{"notdef", pdf.RuleNotdef, nil, func(p *parts) error {
		for _, n := range p.numbers() {
			d := p.dict(n)
			if d.Get("Subtype") != pdf.Name("CIDFontType2") {
				continue
			}
			s := p.stream(d.Get("CIDToGIDMap"))
			b, err := pdf.Data(s, 1<<18)
			if err != nil || len(b) <= 2*'e'+1 {
				return fmt.Errorf("no glyph for e: %v", err)
			}
			b[2*'e'], b[2*'e'+1] = 0, 0
			s.Raw = pdf.Deflate(b)
			return nil
		}
		return fmt.Errorf("no composite font")
	}},
	{"af-relationship", pdf.RuleAttached, nil, drop("Type", "Filespec", "AFRelationship")},
	{"af-mime", pdf.RuleAttached, nil, drop("Type", "EmbeddedFile", "Subtype")},
	{"parenttree", pdf.RuleTreeMatch, []pdf.Rule{pdf.RuleAnnotTree}, func(p *parts) error {
		p.at(p.cat.Get("StructTreeRoot")).Del("ParentTree")
		return nil
	}},
	{"javascript", pdf.RuleAction, nil, catalog(func(cat *pdf.Dict) {
		cat.Set("OpenAction", pdf.D("Type", pdf.Name("Action"), "S", pdf.Name("JavaScript"), "JS", pdf.Text("1")))
	})},
	{"device-cmyk", pdf.RuleColour, nil, content(colour)},
}
