package pdftest

import (
	"fmt"
	"slices"

	"bekwaam/pdf"
)

// Spoils are the ways in which a generator goes wrong, one rule each. They
// apply to [Plan], and to any file of one revision with headings, paragraphs, a
// table, a list, a link, a field, bookmarks and an attached file.
var Spoils = slices.Concat(fileSpoils, contentSpoils, metadataSpoils, treeSpoils)

// fileSpoils are about the file and its objects.
var fileSpoils = []Spoil{
	{Name: "not-a-pdf", Rule: pdf.RuleRead, raw: replace("%PDF-1.7", "%PDF-2.0")},
	{Name: "older-version", Rule: pdf.RuleHeader, raw: replace("%PDF-1.7", "%PDF-1.6")},
	{Name: "no-high-bytes", Rule: pdf.RuleHeader, raw: replace("%\xE2\xE3\xCF\xD3", "%abcd")},
	{Name: "no-id", Rule: pdf.RuleTrailerID, do: func(p *parts) error { p.trailer.Del("ID"); return nil }},
	{Name: "xref-line", Rule: pdf.RuleXref, raw: replace("xref\n0 ", "xref 0 ")},
	{Name: "odd-hex", Rule: pdf.RuleHex, do: unused(pdf.D("X", pdf.Num("<41424>")))},
	{Name: "endstream-line", Rule: pdf.RuleStream, raw: replace("\nendstream", " endstream")},
	{Name: "filter", Rule: pdf.RuleFilter, do: unused(&pdf.Stream{D: pdf.D("Filter", pdf.Name("LZWDecode"))})},
	{Name: "stream-elsewhere", Rule: pdf.RuleFilter, do: unused(&pdf.Stream{D: pdf.D("F", pdf.Text("elders.bin"))})},
	{Name: "name-not-utf8", Rule: pdf.RuleName, do: unused(pdf.D("X", pdf.Name("\xC3\x28")))},
	{Name: "object-line", Rule: pdf.RuleLines, raw: replace("1 0 obj\n", "1 0 obj ")},
	{Name: "object-unreadable", Rule: pdf.RuleObject, do: unused(pdf.D("X", pdf.Num("onzin")))},
	{Name: "usage-rights", Rule: pdf.RulePermissions, do: catalog(func(cat *pdf.Dict) { cat.Set("Perms", pdf.D("UR3", pdf.D())) })},
	{Name: "large-number", Rule: pdf.RuleLimits, do: unused(pdf.D("X", pdf.Num("2147483648")))},
	{Name: "long-string", Rule: pdf.RuleLimits, do: unused(pdf.D("X", pdf.Str{B: make([]byte, 32768)}))},
	{Name: "tiny-page", Rule: pdf.RuleLimits, do: each("Type", "Page", func(d *pdf.Dict) { d.Set("MediaBox", rect(0, 0, 2, 2)) })},
	{Name: "half-a-character", Rule: pdf.RuleText, do: unused(pdf.D("X", pdf.Str{B: []byte("\xFE\xFF\x00a\x00")}))},
	{Name: "no-outputintent", Rule: pdf.RuleOutput, do: without("OutputIntents")},
	{Name: "no-af", Rule: pdf.RuleAttached, do: without("AF")},
	{Name: "af-relationship", Rule: pdf.RuleAttached, do: drop("Type", "Filespec", "AFRelationship")},
	{Name: "af-mime", Rule: pdf.RuleAttached, do: drop("Type", "EmbeddedFile", "Subtype")},
	{Name: "javascript", Rule: pdf.RuleAction, do: catalog(func(cat *pdf.Dict) {
		cat.Set("OpenAction", pdf.D("Type", pdf.Name("Action"), "S", pdf.Name("JavaScript"), "JS", pdf.Text("1")))
	})},
	{Name: "layers", Rule: pdf.RuleLayers, do: catalog(func(cat *pdf.Dict) { cat.Set("OCProperties", pdf.D()) })},
	{Name: "slides", Rule: pdf.RuleAlternate, do: first("Type", "Page", func(_ *parts, d *pdf.Dict) { d.Set("PresSteps", pdf.D()) })},
	{Name: "requirements", Rule: pdf.RuleRequire, do: catalog(func(cat *pdf.Dict) { cat.Set("Requirements", pdf.Arr{}) })},
	{Name: "page-count", Rule: pdf.RulePages, do: first("Type", "Pages", func(_ *parts, d *pdf.Dict) { d.Set("Count", pdf.Int(77)) })},
	{Name: "link-nowhere", Rule: pdf.RuleTarget, do: first("Subtype", "Link", func(_ *parts, d *pdf.Dict) {
		d.Del("A")
		d.Set("Dest", pdf.Arr{pdf.Ref{N: 1}, pdf.Name("Fit")})
	})},
	{Name: "bookmarks-in-a-circle", Rule: pdf.RuleOutline, do: func(p *parts) error {
		first, _ := p.at(p.cat.Get("Outlines")).Get("First").(pdf.Ref)
		p.dict(first.N).Set("Next", first)
		return nil
	}},
	{Name: "labels-late", Rule: pdf.RuleLabels, do: catalog(func(cat *pdf.Dict) { cat.Set("PageLabels", pdf.D("Nums", pdf.Arr{pdf.Int(1), pdf.D()})) })},
}

// metadataSpoils are about what the file says of itself.
var metadataSpoils = []Spoil{
	{Name: "no-metadata", Rule: pdf.RuleMetadata, do: without("Metadata")},
	{Name: "packet-encoding", Rule: pdf.RulePacket, do: metadata("<?xpacket begin=", `<?xpacket encoding="x" begin=`)},
	{Name: "xmp-part", Rule: pdf.RuleArchiveID, do: metadata("<pdfaid:part>3", "<pdfaid:part>4")},
	{Name: "xmp-ua", Rule: pdf.RuleAccessID, do: metadata("<pdfuaid:part>1</pdfuaid:part>", "")},
	{Name: "xmp-title", Rule: pdf.RuleInfo, do: metadata(`<rdf:li xml:lang="x-default">`, `<rdf:li xml:lang="x-default">Ander `)},
	{Name: "no-title", Rule: pdf.RuleTitle, Also: []pdf.Rule{pdf.RuleInfo}, do: untitled},
	{Name: "xmp-extension", Rule: pdf.RuleSchema, do: metadata("<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua", "<pdfaSchema:namespaceURI>http://www.aiim.org/x")},
	{Name: "xmp-own-property", Rule: pdf.RuleSchema, do: metadata("<pdf:Producer>", `<x:y xmlns:x="urn:x">1</x:y><pdf:Producer>`)},
	{Name: "info-date", Rule: pdf.RuleInfo, do: func(p *parts) error {
		p.at(p.trailer.Get("Info")).Set("ModDate", pdf.Text("D:20200101000000Z"))
		return nil
	}},
	{Name: "no-markinfo", Rule: pdf.RuleMarked, do: without("MarkInfo")},
	{Name: "suspects", Rule: pdf.RuleMarked, do: catalog(func(cat *pdf.Dict) { cat.Set("MarkInfo", pdf.D("Marked", true, "Suspects", true)) })},
	{Name: "no-lang", Rule: pdf.RuleLang, do: without("Lang")},
	{Name: "no-title-display", Rule: pdf.RuleTitleBar, do: without("ViewerPreferences")},
}

// treeSpoils are about structure, annotations and fields.
var treeSpoils = []Spoil{
	{Name: "no-struct", Rule: pdf.RuleTree, Also: []pdf.Rule{pdf.RuleTreeMatch, pdf.RuleAnnotTree}, do: without("StructTreeRoot")},
	{Name: "role-map", Rule: pdf.RuleRoleMap, do: first("Type", "StructTreeRoot", func(_ *parts, d *pdf.Dict) { d.Set("RoleMap", pdf.D("P", pdf.Name("H1"))) })},
	{Name: "parents-unordered", Rule: pdf.RuleParentTree, do: func(p *parts) error {
		tree := p.at(p.at(p.cat.Get("StructTreeRoot")).Get("ParentTree"))
		nums := slices.Clone(tree.Get("Nums").(pdf.Arr))
		nums[0], nums[1], nums[2], nums[3] = nums[2], nums[3], nums[0], nums[1]
		tree.Set("Nums", nums)
		return nil
	}},
	{Name: "no-alt", Rule: pdf.RuleFigure, do: nameless},
	{Name: "no-scope", Rule: pdf.RuleScope, do: drop("S", "TH", "A")},
	{Name: "heading-skip", Rule: pdf.RuleHeading, do: rename("H2", "H4")},
	{Name: "row-short", Rule: pdf.RuleRows, Also: []pdf.Rule{pdf.RuleTreeMatch}, do: first("S", "TR", func(_ *parts, d *pdf.Dict) {
		d.Set("K", d.Get("K").(pdf.Arr)[:1])
	})},
	{Name: "li-outside", Rule: pdf.RuleNesting, do: rename("L", "Div")},
	{Name: "caption-in-the-middle", Rule: pdf.RuleCaption, do: func(p *parts) error {
		for _, n := range p.numbers() {
			if d := p.dict(n); d.Get("S") == pdf.Name("Table") {
				caption := p.add(pdf.D("Type", pdf.Name("StructElem"), "S", pdf.Name("Caption"), "P", pdf.Ref{N: n}))
				d.Set("K", slices.Insert(slices.Clone(d.Get("K").(pdf.Arr)), 1, pdf.Obj(caption)))
				return nil
			}
		}
		return fmt.Errorf("no table")
	}},
	{Name: "note-without-id", Rule: pdf.RuleNote, do: rename("P", "Note")},
	{Name: "element-language", Rule: pdf.RuleElementLang, do: first("S", "P", func(_ *parts, d *pdf.Dict) { d.Set("Lang", pdf.Text("Engels")) })},
	{Name: "unknown-type", Rule: pdf.RuleType, do: rename("P", "Alinea")},
	{Name: "parenttree", Rule: pdf.RuleTreeMatch, Also: []pdf.Rule{pdf.RuleAnnotTree}, do: func(p *parts) error {
		p.at(p.cat.Get("StructTreeRoot")).Del("ParentTree")
		return nil
	}},
	{Name: "annotation-type", Rule: pdf.RuleAnnotation, do: first("Subtype", "Link", func(_ *parts, d *pdf.Dict) { d.Set("Subtype", pdf.Name("Movie")) })},
	{Name: "link-contents", Rule: pdf.RuleLinkText, do: drop("Subtype", "Link", "Contents")},
	{Name: "link-parent", Rule: pdf.RuleAnnotTree, do: drop("Subtype", "Link", "StructParent")},
	{Name: "link-element", Rule: pdf.RuleLink, do: rename("Link", "Span")},
	{Name: "annot-flags", Rule: pdf.RuleFlags, do: drop("Subtype", "Link", "F")},
	{Name: "annot-hidden", Rule: pdf.RuleFlags, do: first("Subtype", "Widget", func(_ *parts, d *pdf.Dict) { d.Set("F", pdf.Int(4|2)) })},
	{Name: "widget-tu", Rule: pdf.RuleFieldName, do: drop("Subtype", "Widget", "TU")},
	{Name: "widget-form", Rule: pdf.RuleWidget, do: rename("Form", "P")},
	{Name: "widget-ap", Rule: pdf.RuleAppearance, do: drop("Subtype", "Widget", "AP")},
	{Name: "widget-action", Rule: pdf.RuleForm, do: first("Subtype", "Widget", func(_ *parts, d *pdf.Dict) { d.Set("A", pdf.D("S", pdf.Name("GoTo"))) })},
	{Name: "form-xfa", Rule: pdf.RuleXFA, do: func(p *parts) error { p.at(p.cat.Get("AcroForm")).Set("XFA", pdf.Arr{}); return nil }},
	{Name: "signature-range", Rule: pdf.RuleSignature, do: first("FT", "Sig", func(p *parts, d *pdf.Dict) {
		d.Set("V", p.add(pdf.D("Type", pdf.Name("Sig"), "ByteRange", rect(0, 10, 20, 30), "Contents", pdf.Str{B: make([]byte, 8), Hex: true})))
	})},
	{Name: "no-tabs", Rule: pdf.RuleTabs, do: each("Type", "Page", func(d *pdf.Dict) { d.Del("Tabs") })},
}
