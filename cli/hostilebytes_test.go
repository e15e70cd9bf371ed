package cli

import (
	"bytes"
	"encoding/asn1"
	"encoding/hex"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"bekwaam/pdf"
	"bekwaam/pdf/pdftest"
	"bekwaam/plan"
)

var byteRange = regexp.MustCompile(`/ByteRange ?\[0 (\d{10}) (\d{10}) \d{10}\]`)

// hostileSignatures changes the bytes of a signed file.
func hostileSignatures(t *testing.T, signed []byte) []hostileFile {
	t.Helper()
	ranges := byteRange.FindAllSubmatchIndex(signed, -1)
	last := ranges[len(ranges)-1]
	hole := bytes.LastIndex(signed, []byte("/Contents"))
	hole += bytes.IndexByte(signed[hole:], '<')
	end := hole + bytes.IndexByte(signed[hole:], '>')
	write := func(name string, at int, what string) hostileFile {
		b := bytes.Clone(signed)
		copy(b[at:], what)
		return hostileFile{name, b}
	}
	instead := func(name, from, to string) hostileFile {
		at := bytes.LastIndex(signed, []byte(from))
		if at < 0 {
			t.Fatalf("%s: no %q", name, from)
		}
		return write(name, at, to+strings.Repeat(" ", max(0, len(from)-len(to))))
	}
	harmless := updated(t, signed, func(_ *pdf.File, u *pdf.Update) { u.Add(pdf.D("A", pdf.Int(1))) })
	hidden := bytes.Replace(harmless, []byte("<</A 1>>\nendobj\n"), []byte("<</A 1>>\nendobj\n3 0 obj\n<<>>\nendobj\n"), 1)
	return []hostileFile{
		write("range moved", last[2], "0000000100"),
		write("range that leaves out more", last[4], fmt.Sprintf("%010d", len(signed)-10)),
		instead("range twice", "/M (D:20270622130000+00'00')", "/ByteRange [0 1 2 3]"),
		write("contents closed early", end-100, ">/Reason2 (x)/Contents2 <"),
		write("contents in capitals", hole+1, string(bytes.ToUpper(signed[hole+1:hole+900]))),
		write("contents filled up", end-10, "1"),
		write("byte changed before the first signature", bytes.Index(signed, []byte("stream\n"))+300, "x"),
		instead("table entry into signed bytes", " 00000 n \ntrailer", " 00001 n \ntrailer"),
		{"cut off in the last signature", signed[:len(signed)-500]},
		{"object that no table knows", hidden},
	}
}

// carrying is a file with other data in the place of the plan.
func carrying(json string) []byte {
	z := pdf.Deflate([]byte(json))
	return pdftest.Raw("<</AF [2 0 R]>>", "<</F (bekwaam.json)/UF (bekwaam.json)/EF <</F 3 0 R>>>>",
		fmt.Sprintf("<</Type /EmbeddedFile/Filter /FlateDecode/Length %d>>\nstream\n%s\nendstream", len(z), z))
}

// fillUp repeats a piece up to the limit of a document.
func fillUp(from, piece, to string) string {
	return from + strings.Repeat(piece, (plan.MaxBytes-len(from)-len(to))/len(piece)) + to
}

// hostileData is made when it is asked for: every command of the scripts is a
// start of this program, and has nothing to do with forty megabytes.
func hostileData() []struct{ name, json string } {
	return []struct{ name, json string }{
		{"nothing", ""},
		{"no json", "%PDF-1.7"},
		{"no utf-8", "{\"format\": \"\xff\"}"},
		{"something behind it", `{"format": "bekwaam/plan", "version": 1}{}`},
		{"key twice", `{"format": "bekwaam/plan", "format": "bekwaam/plan"}`},
		{"another format", `{"format": "anders", "version": 1}`},
		{"newer version", `{"format": "bekwaam/plan", "version": 99}`},
		{"no edition", `{"format": "bekwaam/plan", "version": 1, "language": "nl"}`},
		{"edition for nobody", `{"format": "bekwaam/plan", "version": 1, "language": "nl", "edition": {"audience": "koning"}}`},
		{"edition under another name", `{"format": "bekwaam/plan", "version": 1, "language": "nl", "edition": {"audience": "board", "language": "nl", "layout": 1, "package": "00000000000000000000000000000000"}}`},
		{"huge number", `{"format": "bekwaam/plan", "version": 1e999999999}`},
		{"deep", strings.Repeat(`{"a":`, 100_000)},
		{"flood of values", fillUp(`{"goals": [`, "0,", "0]}")},
		{"flood of lists", fillUp(`{"goals": [`, "[],", "[]]}")},
		{"flood of text", fillUp(`{"language": "`, "a", `"}`)},
		{"flood of escapes", fillUp(`{"language": "`, `\u0001`, `"}`)},
		{"flood of white space", fillUp("{", "\n", "}")},
	}
}

// manyFields is a form of very many fields, revised as often as may be.
func manyFields() []byte {
	const n = 180_000
	objects := make([]string, 1, n+1)
	var refs strings.Builder
	for i := range n {
		fmt.Fprintf(&refs, "%d 0 R ", i+2)
		objects = append(objects, "<</FT /Sig/T (a)>>")
	}
	objects[0] = "<</AcroForm <</Fields [" + refs.String() + "]>>>>"
	return pdftest.Updates(pdftest.Raw(objects...), 60)
}

// manyCertificates is a signature with the certificate of its signer a
// thousand times over.
func manyCertificates(t *testing.T, signed []byte) []byte {
	t.Helper()
	m := byteRange.FindSubmatch(signed)
	var from, to int
	fmt.Sscan(strings.TrimLeft(string(m[1]), "0"), &from)
	fmt.Sscan(strings.TrimLeft(string(m[2]), "0"), &to)
	der, err := hex.DecodeString(string(signed[from+1 : to-1]))
	if err != nil {
		t.Fatal(err)
	}
	var outer struct {
		Type    asn1.ObjectIdentifier
		Content asn1.RawValue
	}
	if _, err := asn1.Unmarshal(der, &outer); err != nil {
		t.Fatal(err)
	}
	var inner asn1.RawValue
	if _, err := asn1.Unmarshal(outer.Content.Bytes, &inner); err != nil {
		t.Fatal(err)
	}
	var parts []byte
	for rest := inner.Bytes; len(rest) > 0; {
		var v asn1.RawValue
		if rest, err = asn1.Unmarshal(rest, &v); err != nil {
			t.Fatal(err)
		}
		if v.Class == asn1.ClassContextSpecific && v.Tag == 0 {
			v = asn1.RawValue{Class: v.Class, Tag: 0, IsCompound: true, Bytes: bytes.Repeat(v.Bytes, 14<<20/len(v.Bytes))}
		}
		b, err := asn1.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		parts = append(parts, b...)
	}
	inner.FullBytes, inner.Bytes = nil, parts
	content, err := asn1.Marshal(inner)
	if err != nil {
		t.Fatal(err)
	}
	outer.Content.FullBytes, outer.Content.Bytes = nil, content
	if der, err = asn1.Marshal(outer); err != nil {
		t.Fatal(err)
	}
	const sig = "<</Type /Sig/Filter /Adobe.PPKLite/SubFilter /ETSI.CAdES.detached/ByteRange [0 %010d %010d %010d]/Contents "
	file := func(from, to, rest int) []byte {
		return pdftest.Raw("<</AcroForm <</Fields [2 0 R]>>>>", "<</FT /Sig/T (teacher)/V 3 0 R>>", fmt.Sprintf(sig, from, to, rest)+"<"+hex.EncodeToString(der)+">>>")
	}
	b := file(0, 0, 0)
	at := bytes.Index(b, []byte("/Contents ")) + len("/Contents ")
	end := at + 2*len(der) + 2
	return file(at, end, len(b)-end)
}
