package pdf

import (
	"bytes"
	"encoding/xml"
	"strings"
	"time"
)

const accessNamespace = "http://www.aiim.org/pdfua/ns/id/"

// xmp is the part of the metadata packet that the rules ask for.
type xmp struct {
	Part        []string                     `xml:"http://www.aiim.org/pdfa/ns/id/ part"`
	Conformance string                       `xml:"http://www.aiim.org/pdfa/ns/id/ conformance"`
	Access      string                       `xml:"http://www.aiim.org/pdfua/ns/id/ part"`
	Title       string                       `xml:"title>Alt>li"`
	Creator     []string                     `xml:"creator>Seq>li"`
	Description string                       `xml:"description>Alt>li"`
	Producer    string                       `xml:"http://ns.adobe.com/pdf/1.3/ Producer"`
	Keywords    string                       `xml:"http://ns.adobe.com/pdf/1.3/ Keywords"`
	Tool        string                       `xml:"http://ns.adobe.com/xap/1.0/ CreatorTool"`
	Created     string                       `xml:"http://ns.adobe.com/xap/1.0/ CreateDate"`
	Modified    string                       `xml:"http://ns.adobe.com/xap/1.0/ ModifyDate"`
	Schemas     []schema                     `xml:"schemas>Bag>li"`
	All         []struct{ XMLName xml.Name } `xml:",any"`
}

// schema describes properties that PDF/A does not know.
type schema struct {
	Name     string `xml:"schema"`
	Space    string `xml:"namespaceURI"`
	Prefix   string `xml:"prefix"`
	Property []struct {
		Name        string `xml:"name"`
		Type        string `xml:"valueType"`
		Category    string `xml:"category"`
		Description string `xml:"description"`
	} `xml:"property>Seq>li"`
}

// metadata checks the XMP packet, and the information dictionary against it.
func (c *checker) metadata(cat *Dict) {
	md := c.stream(cat.Get("Metadata"))
	if md == nil {
		c.bad(RuleMetadata, "no metadata")
		return
	}
	c.want(md.D.Get("Filter") == nil && md.D.Get("Type") == Name("Metadata") && md.D.Get("Subtype") == Name("XML"), RuleMetadata, "metadata is compressed or of another kind")
	head, _, _ := bytes.Cut(md.Raw, []byte("?>"))
	c.want(bytes.HasPrefix(head, []byte("<?xpacket begin=")) && !bytes.Contains(head, []byte("bytes=")) && !bytes.Contains(head, []byte("encoding=")) &&
		bytes.HasSuffix(bytes.TrimSpace(md.Raw), []byte("?>")), RulePacket, "metadata is not wrapped in a plain packet")
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
	c.properties(x)
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

// predefined are the properties of PDF/A-3's own list that are in use beside
// those that xmp names.
var predefined = map[xml.Name]bool{
	{Space: "http://purl.org/dc/elements/1.1/", Local: "format"}:   true,
	{Space: "http://purl.org/dc/elements/1.1/", Local: "language"}: true,
}

// properties checks that each property is predefined or described, and that
// the description of the one that is not is whole.
func (c *checker) properties(x xmp) {
	for _, p := range x.All {
		c.want(predefined[p.XMLName], RuleSchema, "metadata has the property %s of %s, which is described nowhere", p.XMLName.Local, p.XMLName.Space)
	}
	ok := len(x.Schemas) == 1 && len(x.Schemas[0].Property) == 1
	if ok {
		s := x.Schemas[0]
		p := s.Property[0]
		ok = s.Space == accessNamespace && s.Prefix == "pdfuaid" && s.Name != "" &&
			p.Name == "part" && p.Type == "Integer" && (p.Category == "internal" || p.Category == "external") && p.Description != ""
	}
	c.want(ok, RuleSchema, "metadata does not describe the pdfuaid schema")
}
