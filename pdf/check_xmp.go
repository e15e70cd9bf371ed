package pdf

import (
	"encoding/xml"
	"strings"
	"time"
)

const accessNamespace = "http://www.aiim.org/pdfua/ns/id/"

// xmp is the part of the metadata packet that the rules ask for.
type xmp struct {
	Part        []string `xml:"http://www.aiim.org/pdfa/ns/id/ part"`
	Conformance string   `xml:"http://www.aiim.org/pdfa/ns/id/ conformance"`
	Access      string   `xml:"http://www.aiim.org/pdfua/ns/id/ part"`
	Title       string   `xml:"title>Alt>li"`
	Creator     []string `xml:"creator>Seq>li"`
	Description string   `xml:"description>Alt>li"`
	Producer    string   `xml:"http://ns.adobe.com/pdf/1.3/ Producer"`
	Keywords    string   `xml:"http://ns.adobe.com/pdf/1.3/ Keywords"`
	Tool        string   `xml:"http://ns.adobe.com/xap/1.0/ CreatorTool"`
	Created     string   `xml:"http://ns.adobe.com/xap/1.0/ CreateDate"`
	Modified    string   `xml:"http://ns.adobe.com/xap/1.0/ ModifyDate"`
	Schemas     []string `xml:"schemas>Bag>li>namespaceURI"`
}

// metadata checks the XMP packet, and the information dictionary against it.
func (c *checker) metadata(cat *Dict) {
	md := c.stream(cat.Get("Metadata"))
	if md == nil {
		c.bad(RuleMetadata, "no metadata")
		return
	}
	c.want(md.D.Get("Filter") == nil, RuleMetadata, "metadata is compressed")
	var packet struct {
		Desc []xmp `xml:"RDF>Description"`
	}
	if err := xml.Unmarshal(md.Raw, &packet); err != nil || len(packet.Desc) != 1 {
		c.bad(RuleMetadata, "metadata is no XMP packet with one description: %v", err)
		return
	}
	x := packet.Desc[0]
	c.want(len(x.Part) > 0 && x.Part[0] == "3" && x.Conformance == "A", RuleArchiveID, "metadata does not say PDF/A-3a")
	c.want(x.Access == "1", RuleAccessID, "metadata does not say PDF/UA-1")
	c.want(len(x.Schemas) == 1 && x.Schemas[0] == accessNamespace, RuleSchema, "metadata does not describe the pdfuaid schema")
	c.want(x.Title != "", RuleTitle, "metadata without a title")

	info := c.f.Dict(c.f.Last().Trailer.Get("Info"))
	for _, p := range []struct {
		k Name
		v string
	}{
		{"Title", x.Title}, {"Author", strings.Join(x.Creator, ";")}, {"Subject", x.Description},
		{"Producer", x.Producer}, {"Keywords", x.Keywords}, {"Creator", x.Tool},
	} {
		c.want(c.str(info.Get(p.k)) == p.v, RuleInfo, "Info %s differs from the metadata", p.k)
	}
	for _, p := range []struct {
		k Name
		v string
	}{{"CreationDate", x.Created}, {"ModDate", x.Modified}} {
		a, ok := ParseDate(c.str(info.Get(p.k)))
		b, err := time.Parse("2006-01-02T15:04:05-07:00", p.v)
		c.want(ok && err == nil && a.Equal(b), RuleInfo, "Info %s differs from the metadata", p.k)
	}
}
