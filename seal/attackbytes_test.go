package seal_test

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"regexp"
	"strconv"
	"testing"

	"bekwaam/pdf"
	"bekwaam/seal"
)

var byteRange = regexp.MustCompile(`/ByteRange \[0 (\d+) (\d+) (\d+)\]`)

// hole is where a signature leaves out its own contents: the file is signed up
// to from and again from to.
type hole struct {
	from, to, rest, digits int // digits: where the last number of the range stands
}

func holes(in []byte) (out []hole) {
	for _, m := range byteRange.FindAllSubmatchIndex(in, -1) {
		num := func(k int) int { v, _ := strconv.Atoi(string(in[m[2*k]:m[2*k+1]])); return v }
		out = append(out, hole{num(1), num(2), num(3), m[6]})
	}
	return out
}

// valueAt is where the last byte of the signature's own value stands.
func (h hole) valueAt(in []byte) int {
	var head [4]byte
	if _, err := hex.Decode(head[:], in[h.from+1:h.from+9]); err != nil {
		return 0
	}
	return h.from + 1 + 2*(4+int(head[2])<<8+int(head[3])-1)
}

// byteAttacks change bytes where they stand, or cut and splice the file.
func byteAttacks(t *testing.T, w *world) []attack {
	in := w.signed[4]
	f, err := pdf.Open(in)
	if err != nil {
		t.Fatal(err)
	}
	_, p := page(f, 0)
	_, off, _ := f.Where(p.Get("Contents").(pdf.Ref).N, 0)
	all := holes(in)
	first, last := all[0], all[3]
	edit := func(at int, s string) []byte {
		b := bytes.Clone(in)
		copy(b[at:], s)
		return b
	}
	swap := func(old, new string) []byte {
		if !bytes.Contains(in, []byte(old)) || len(old) != len(new) {
			t.Fatalf("no %q to change into %q", old, new)
		}
		return bytes.Replace(in, []byte(old), []byte(new), 1)
	}
	flip := func(at int) []byte { return edit(at, string(in[at]^1)) }
	// The other digit of a pair, so that it stays a digit of the contents.
	digit := func(at int) []byte {
		return edit(at, string("1032547698badcfe"[bytes.IndexByte([]byte("0123456789abcdef"), in[at])]))
	}
	numbers := func(h hole, from, to, rest int) []byte {
		return edit(h.digits-22, fmt.Sprintf("%010d %010d %010d", from, to, rest))
	}
	hexName := func(s string) string { return fmt.Sprintf("%x", s) }
	end := len(in)
	rev := func(i int) []byte { return in[f.Secs[i].Start:f.Secs[i].End] }
	noEOF := in[:bytes.LastIndex(in, []byte("%%EOF"))]
	return []attack{
		{"a byte of a page flipped", flip(off + bytes.Index(in[off:], []byte("stream\n")) + 200), seal.Invalid, seal.CodeBytes},
		{"version in the header", swap("%PDF-1.7", "%PDF-1.4"), seal.Invalid, seal.CodeBytes},
		{"time of the first signature", swap("/M (D:20260901", "/M (D:20260801"), seal.Invalid, seal.CodeBytes},
		{"name beside the first signature", swap("/Name (Noor Bakker)", "/Name (Sara Bakker)"), seal.Invalid, seal.CodeBytes},
		{"what the first signature allows", swap("/P 2/V/1.2", "/P 3/V/1.2"), seal.Invalid, seal.CodeBytes},
		{"name on the first certificate", swap(hexName("Noor Bakker"), hexName("Sara Bakker")), seal.Invalid, seal.CodeMalformed},
		{"value of the first signature", digit(first.valueAt(in)), seal.Invalid, seal.CodeMismatch},
		{"padding of contents", edit(last.to-10, "1"), seal.Invalid, seal.CodeMalformed},
		{"letter case of contents", edit(last.from+1, string(bytes.ToUpper(in[last.from+1:last.from+400]))), seal.Invalid, seal.CodeContents},
		{"contents closed early", edit(last.to-300, ">/Reason2 (vals)/Contents2 <"), seal.Invalid, seal.CodeContents},
		{"second byte range", edit(last.to-300, fmt.Sprintf(">/ByteRange [0 %010d %010d 0000000010]/Z <", last.from, last.to)), seal.Invalid, seal.CodeType},
		{"byte range that ends early", numbers(last, last.from, last.to, last.rest-5), seal.Invalid, seal.CodeRange},
		{"byte range with a larger hole", numbers(last, last.from-8, last.to+8, last.rest-8), seal.Invalid, seal.CodeRange},
		{"byte range of the signature before", numbers(last, all[2].from, all[2].to, all[2].rest), seal.Invalid, seal.CodeRange},
		{"byte range of nothing", numbers(last, 0, 0, 0), seal.Invalid, seal.CodeRange},
		{"bytes behind the end", append(bytes.Clone(in), "\n99 0 obj\n<<>>\nendobj\n"...), "", ""},
		{"comment behind the end", append(bytes.Clone(in), "% hallo\n%%EOF\n"...), seal.Invalid, seal.CodeRange},
		{"cut in the last revision", in[:end-700], "", ""},
		{"without its end", noEOF, "", ""},
		{"last revision twice", append(bytes.Clone(in), rev(4)...), seal.Invalid, seal.CodeRange},
		{"revision taken out of the middle", append(bytes.Clone(w.signed[2]), rev(4)...), "", ""},
		{"two revisions in the other order", append(append(bytes.Clone(w.signed[2]), rev(4)...), rev(3)...), "", ""},
		{"table entry moved", edit(f.Last().Xref+bytes.Index(in[f.Last().Xref:], []byte(" 00000 n"))-10, fmt.Sprintf("%010d", f.Secs[0].Xref-40)), "", ""},
		{"table of an earlier revision", swap(fmt.Sprintf("startxref\n%d\n", f.Last().Xref), fmt.Sprintf("startxref\n%d\n", f.Secs[3].Xref)), seal.Invalid, seal.CodeRange},
		{"revision before it skipped", bytes.Replace(in, []byte(fmt.Sprintf("/Prev %d", f.Secs[3].Xref)), []byte(fmt.Sprintf("/Prev %d", f.Secs[2].Xref)), 1), seal.Invalid, seal.CodeBytes},
		{"encrypted, it says", bytes.Replace(in, []byte(fmt.Sprintf("/Prev %d", f.Secs[3].Xref)), []byte(fmt.Sprintf("/Encrypt 1 0 R/Prev %d", f.Secs[3].Xref)), 1), "", ""},
	}
}

// value is the signature that hexadecimal digits begin with.
func value(t *testing.T, digits []byte) []byte {
	t.Helper()
	b := make([]byte, len(digits)/2)
	if _, err := hex.Decode(b, digits); err != nil {
		t.Fatal(err)
	}
	return b[:4+int(b[2])<<8+int(b[3])] // one value with a length of two bytes
}
