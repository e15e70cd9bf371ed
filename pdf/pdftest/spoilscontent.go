package pdftest

import (
	"bytes"
	"fmt"
	"slices"

	"bekwaam/pdf"
)

// contentSpoils are about what pages draw, and with which fonts.
var contentSpoils = []Spoil{
	{Name: "unmarked-text", Rule: pdf.RuleUnmarked, Also: []pdf.Rule{pdf.RuleTreeMatch}, do: content(unmark)},
	{Name: "nested-marks", Rule: pdf.RuleNested, do: operators("/Artifact BMC EMC")},
	{Name: "open-state", Rule: pdf.RuleContent, do: operators("q")},
	{Name: "unknown-operator", Rule: pdf.RuleOperator, do: operators("1 2 foo")},
	{Name: "device-cmyk", Rule: pdf.RuleColour, do: content(colour)},
	{Name: "graphics-state", Rule: pdf.RuleState, do: operators("/G0 gs")},
	{Name: "transfer-function", Rule: pdf.RuleState, do: unused(pdf.D("Type", pdf.Name("ExtGState"), "TR", pdf.Name("Identity")))},
	{Name: "image", Rule: pdf.RuleXObject, do: operators("/X0 Do")},
	{Name: "reference-xobject", Rule: pdf.RuleXObject, do: unused(&pdf.Stream{D: pdf.D("Subtype", pdf.Name("Form"), "Ref", pdf.D())})},
	{Name: "page-group", Rule: pdf.RuleTransparent, do: first("Type", "Page", func(_ *parts, d *pdf.Dict) {
		d.Set("Group", pdf.D("S", pdf.Name("Transparency")))
	})},
	{Name: "blend-mode", Rule: pdf.RuleTransparent, do: unused(pdf.D("BM", pdf.Name("Multiply")))},
	{Name: "many-states", Rule: pdf.RuleLimits, do: operators(saved(29))},
	{Name: "font-not-named", Rule: pdf.RuleResources, do: operators("BT /F9 9 Tf ET")},
	{Name: "descriptor-flags", Rule: pdf.RuleFontDict, do: drop("Type", "FontDescriptor", "Flags")},
	{Name: "font-names", Rule: pdf.RuleFontDict, do: first("Type", "FontDescriptor", func(_ *parts, d *pdf.Dict) { d.Set("FontName", pdf.Name("Arial")) })},
	{Name: "encoding", Rule: pdf.RuleCMap, do: first("Subtype", "Type0", func(_ *parts, d *pdf.Dict) { d.Set("Encoding", pdf.Name("UniJIS-UCS2-H")) })},
	{Name: "glyph-list", Rule: pdf.RuleSubset, do: first("Type", "FontDescriptor", func(p *parts, d *pdf.Dict) { d.Set("CIDSet", p.add(&pdf.Stream{D: pdf.D()})) })},
	{Name: "no-tounicode", Rule: pdf.RuleUnicode, do: drop("Subtype", "Type0", "ToUnicode")},
	{Name: "private-unicode", Rule: pdf.RuleUnicode, do: first("Subtype", "Type0", func(p *parts, d *pdf.Dict) {
		s := p.stream(d.Get("ToUnicode"))
		if b, err := pdf.Data(s, pdf.MaxStream); err == nil {
			s.Raw = pdf.Deflate(bytes.Replace(b, []byte("<0065> <0065>"), []byte("<0065> <E000>"), 1))
		}
	})},
	{Name: "no-fontfile", Rule: pdf.RuleFont, do: drop("Type", "FontDescriptor", "FontFile2")},
	{Name: "widths", Rule: pdf.RuleWidth, do: first("Subtype", "CIDFontType2", func(_ *parts, d *pdf.Dict) {
		d.Set("W", pdf.Arr{pdf.Int(1), pdf.Int(0xFFFF), pdf.Int(997)})
	})},
	{Name: "notdef", Rule: pdf.RuleNotdef, do: func(p *parts) error {
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
}

// saved saves the graphics state n times and restores it as often.
func saved(n int) string {
	return string(slices.Concat(slices.Repeat([]byte("q "), n), slices.Repeat([]byte("Q "), n)))
}
