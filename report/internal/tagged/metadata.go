package tagged

import (
	"encoding/xml"
	"strings"

	"bekwaam/pdf"
)

// info is the information dictionary; it says what the packet says (ISO
// 32000-1, 14.3.3).
func (m *Meta) info() *pdf.Dict {
	d := pdf.D()
	for _, x := range []struct {
		k pdf.Name
		v string
	}{{"Title", m.Title}, {"Author", m.Author}, {"Subject", m.Subject}, {"Keywords", m.Keywords}, {"Creator", m.Creator}, {"Producer", m.Producer}} {
		if x.v != "" {
			d.Set(x.k, pdf.Text(x.v))
		}
	}
	date := pdf.Text(pdf.Date(m.Date))
	return d.Set("CreationDate", date).Set("ModDate", date)
}

func escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder does not fail
	return b.String()
}

// property is one line of the packet, or nothing for an empty value; form has
// one % for the value.
func property(form, value string) string {
	if value == "" {
		return ""
	}
	return strings.Replace(form, "%", escape(value), 1) + "\n"
}

// xmp is the metadata packet: what PDF/A-3a and PDF/UA-1 ask for (ISO 19005-3,
// 6.6; ISO 14289-1, 5), and the description of the one property that PDF/A does
// not know itself.
func (m *Meta) xmp() []byte {
	date := m.Date.Format("2006-01-02T15:04:05-07:00")
	const inAlt = `<rdf:Alt><rdf:li xml:lang="x-default">%</rdf:li></rdf:Alt>`
	return []byte(packetHead +
		property("<dc:title>"+inAlt+"</dc:title>", m.Title) +
		property("<dc:creator><rdf:Seq><rdf:li>%</rdf:li></rdf:Seq></dc:creator>", m.Author) +
		property("<dc:description>"+inAlt+"</dc:description>", m.Subject) +
		property("<dc:language><rdf:Bag><rdf:li>%</rdf:li></rdf:Bag></dc:language>", m.Lang) +
		property("<pdf:Producer>%</pdf:Producer>", m.Producer) +
		property("<pdf:Keywords>%</pdf:Keywords>", m.Keywords) +
		property("<xmp:CreatorTool>%</xmp:CreatorTool>", m.Creator) +
		property("<xmp:CreateDate>%</xmp:CreateDate>", date) +
		property("<xmp:ModifyDate>%</xmp:ModifyDate>", date) +
		packetTail)
}

const (
	packetHead = "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
`
	packetTail = `<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`
)
