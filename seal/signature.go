package seal

import (
	"errors"
	"slices"

	"bekwaam/pdf"
	"bekwaam/seal/internal/cms"
)

const (
	subFilterPAdES = "ETSI.CAdES.detached"
	subFilterPKCS7 = "adbe.pkcs7.detached"
)

// subFilters that other software writes and that are not judged here.
var otherKinds = []pdf.Obj{pdf.Name("adbe.pkcs7.sha1"), pdf.Name("adbe.x509.rsa_sha1"), pdf.Name("ETSI.RFC3161")}

// maxContents bounds a signature, in bytes. Ours have some 3 KB; one with lists
// of revoked certificates may have a hundred times as much.
const maxContents = 512 << 10

// check judges one filled field by itself, and returns the number of its
// signature object, or -1.
func (j *judgement) check(x sigField) (Signature, int) {
	f := j.f
	s := Signature{Field: x.name, Status: Invalid, Alone: Invalid}
	fail := func(c Code) { s.Problems = append(s.Problems, Problem{Code: c, Revision: s.Revision}) }
	ref, ok := x.value.(pdf.Ref)
	if !ok {
		fail(CodeNotObject)
		return s, -1
	}
	last := len(f.Secs) - 1
	rev, off, ok := f.Where(ref.N, last)
	if !ok {
		fail(CodeNotObject)
		return s, ref.N
	}
	s.Revision = rev + 1
	for i, sec := range f.Secs {
		if i != rev && sec.Defines(ref.N) {
			fail(CodeNotObject)
			return s, ref.N
		}
	}
	d := f.DictAt(ref, last)
	s.read(f, d)
	sub := d.Get("SubFilter")
	other := slices.Contains(otherKinds, sub)
	if !other && (d.Get("Type") != pdf.Name("Sig") || d.Get("Filter") != pdf.Name("Adobe.PPKLite") ||
		sub != pdf.Name(subFilterPAdES) && sub != pdf.Name(subFilterPKCS7)) {
		fail(CodeType)
		return s, ref.N
	}
	con, ok := d.Get("Contents").(pdf.Str)
	if !ok || len(con.B) > maxContents || !plainHex(f.B, con) {
		fail(CodeContents)
		return s, ref.N
	}
	before, after, ok := covered(f, d, con, rev, off)
	switch {
	case !ok && rev == 0:
		// Whoever signs writes behind the file: a signature in its first
		// revision was there before something wrote all of it anew.
		s.Status = Foreign
		fail(CodeRewritten)
	case !ok || j.closed[rev]:
		fail(CodeRange)
	case other:
		j.closed[rev] = true
		s.Status = Foreign
		fail(CodeOtherKind)
	default:
		j.closed[rev] = true
		j.verify(&s, con.B, sub, before, after)
	}
	s.Alone = s.Status
	return s, ref.N
}

// verify checks the signature der over two pieces of the file.
func (j *judgement) verify(s *Signature, der []byte, sub pdf.Obj, before, after []byte) {
	c, err := cms.Verify(der, j.sums.of(before, after))
	if err != nil {
		s.Problems = append(s.Problems, Problem{Code: codeOf(err), Revision: s.Revision})
		return
	}
	s.Certificate, s.Name, s.Fingerprint = c.Leaf, c.Leaf.Subject.CommonName, Fingerprint(c.Leaf)
	s.PAdES = c.Bound && !c.SigningTime && sub == pdf.Name(subFilterPAdES)
	s.Timestamp = j.trust.stamped(c.Timestamp)
	j.trust.judge(s, c)
}

func codeOf(err error) Code {
	switch {
	case errors.Is(err, cms.ErrTimestamp):
		return CodeStamp
	case errors.Is(err, cms.ErrDigest):
		return CodeBytes
	case errors.Is(err, cms.ErrSignature):
		return CodeMismatch
	case errors.Is(err, cms.ErrAlgorithm):
		return CodeAlgorithm
	}
	return CodeMalformed
}

// read takes over what the signature dictionary says.
func (s *Signature) read(f *pdf.File, d *pdf.Dict) {
	text := func(k pdf.Name) string {
		v, _ := d.Get(k).(pdf.Str)
		return pdf.DecodeText(v)
	}
	s.Signer, s.Reason = text("Name"), text("Reason")
	s.Time, _ = pdf.ParseDate(text("M"))
	if refs, ok := d.Get("Reference").(pdf.Arr); ok && len(refs) == 1 {
		p, _ := f.Dict(f.Dict(refs[0]).Get("TransformParams")).Get("P").(pdf.Num)
		n, _ := p.Int()
		s.DocMDP = DocMDP(n)
	}
}

// covered returns the two pieces that the byte range names. They must leave
// out exactly the contents token of this very object, and end exactly where
// its revision ends.
func covered(f *pdf.File, d *pdf.Dict, con pdf.Str, rev, off int) (before, after []byte, ok bool) {
	br, ok := d.Get("ByteRange").(pdf.Arr)
	if !ok || len(br) != 4 {
		return nil, nil, false
	}
	var v [4]int
	for i, x := range br {
		n, ok := x.(pdf.Num)
		if !ok {
			return nil, nil, false
		}
		var err error
		if v[i], err = n.Int(); err != nil || v[i] < 0 || v[i] > len(f.B) {
			return nil, nil, false
		}
	}
	if v[0] != 0 || v[1] != con.Off || v[2] != con.End || con.Off < off || v[2]+v[3] != f.Secs[rev].End {
		return nil, nil, false
	}
	return f.B[:v[1]], f.B[v[2] : v[2]+v[3]], true
}

// plainHex: the token is hexadecimal digits of one letter case and nothing
// else, so that there is one way to write a signature and no byte of it can be
// changed to say the same.
func plainHex(file []byte, s pdf.Str) bool {
	if !s.Hex || s.End-s.Off < 2 {
		return false
	}
	h := file[s.Off+1 : s.End-1]
	lower, upper := false, false
	for _, c := range h {
		switch {
		case c >= '0' && c <= '9':
		case c >= 'a' && c <= 'f':
			lower = true
		case c >= 'A' && c <= 'F':
			upper = true
		default:
			return false
		}
	}
	return len(h) == 2*len(s.B) && !(lower && upper)
}
