package seal

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"

	"bekwaam/pdf"
)

// Verify judges every signature in a file and every change after them, without
// a network. An error, wrapping one of pdf's, means that the file cannot be
// read; the report then says Invalid. What other software wrote in a form that
// this program does not read is no error: the status is Foreign, and the
// signatures before it are judged over their own revisions.
func Verify(file []byte, trust Trust) (Report, error) {
	f, err := pdf.Open(file)
	switch {
	case errors.Is(err, pdf.ErrXrefStream):
		return before(file, trust)
	case err != nil:
		return Report{Status: Invalid}, err
	}
	return judge(f, trust)
}

// maxBefore is how many ends of a file are tried: more than people sign and
// save, and few enough for a file that has nothing else.
const maxBefore = 16

// before judges the longest beginning of a file that can be read.
func before(file []byte, trust Trust) (Report, error) {
	beyond := Problem{Code: CodeOtherSoftware}
	end := len(file)
	for range maxBefore {
		if end = bytes.LastIndex(file[:end], eof); end < 0 {
			break
		}
		whole := end + len(eof)
		for whole < len(file) && (file[whole] == '\r' || file[whole] == '\n') && whole < end+len(eof)+2 {
			whole++
		}
		f, err := pdf.Open(file[:whole])
		if err != nil {
			continue
		}
		r, err := judge(f, trust)
		if err != nil {
			return r, err
		}
		beyond.Revision = r.Revisions + 1
		for i := range r.Signatures {
			s := &r.Signatures[i]
			s.Status = worse(s.Status, Foreign)
			s.Problems = append(s.Problems, beyond)
		}
		r.Beyond, r.Status, r.Problems = true, worse(r.Status, Foreign), append(r.Problems, beyond)
		return r, nil
	}
	return Report{Status: Foreign, Problems: []Problem{{Code: CodeRewritten}}}, nil
}

var eof = []byte("%%EOF")

// judgement is what is known of a file while it is judged.
type judgement struct {
	f     *pdf.File
	trust Trust
	// Only one signature can cover a whole revision: closed says which have
	// one, so that a file full of them is not hashed over and over.
	closed map[int]bool
	sums   sums
}

func judge(f *pdf.File, trust Trust) (Report, error) {
	r := Report{Revisions: len(f.Secs)}
	fields, err := sigFields(f, len(f.Secs)-1)
	if err != nil {
		return Report{Status: Invalid}, err
	}
	j := &judgement{f, trust, map[int]bool{}, sums{}}
	owned := map[int]bool{} // objects that are a field's signature
	var filled []sigField
	for _, x := range fields {
		if x.value == nil {
			r.Empty = append(r.Empty, x.name)
		} else {
			filled = append(filled, x)
		}
	}
	r.Signatures = make([]Signature, len(filled))
	for _, i := range inFileOrder(f, filled) {
		s, obj := j.check(filled[i])
		owned[obj] = true
		r.Signatures[i] = s
	}
	history := changes(f)
	for i := range r.Signatures {
		r.follow(&r.Signatures[i], history)
	}
	r.Status = Unsigned
	if len(r.Signatures) > 0 {
		r.Status = Trusted
	}
	for _, s := range r.Signatures {
		r.Status = worse(r.Status, s.Status)
	}
	r.whole(f, history)
	r.hidden(f, owned)
	return r, nil
}

// inFileOrder lists the fields as their signatures stand in the file, which is
// the quick order to check them in.
func inFileOrder(f *pdf.File, filled []sigField) []int {
	at := make([]int, len(filled))
	order := make([]int, len(filled))
	for i, x := range filled {
		order[i] = i
		if ref, ok := x.value.(pdf.Ref); ok {
			_, at[i], _ = f.Where(ref.N, len(f.Secs)-1)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(at[a], at[b]) })
	return order
}

// follow lowers the status of a signature for what came after it.
func (r *Report) follow(s *Signature, history [][]Problem) {
	if s.Status == Invalid || r.has(s, CodeRewritten) {
		return
	}
	for rev := s.Revision; rev < len(history); rev++ { // 0-based: the ones after it
		bad := slices.Clone(history[rev])
		signed, comments := false, false
		for _, x := range r.Signatures {
			signed = signed || x.Revision == rev+1 && x.Status != Invalid
			if x.Revision > rev {
				continue
			}
			comments = comments || x.DocMDP == CertifyComments
			if x.DocMDP == noChanges {
				bad = append(bad, Problem{Code: CodeNotAllowed, Revision: rev + 1})
			}
		}
		if len(bad) == 0 {
			continue
		}
		s.Status = worse(s.Status, verdict(bad, signed, comments))
		s.Problems = append(s.Problems, bad...)
	}
}

func (r *Report) has(s *Signature, c Code) bool {
	return slices.ContainsFunc(s.Problems, func(p Problem) bool { return p.Code == c })
}

// verdict weighs what one revision did beyond filling a field. Traces of other
// software are Foreign where they come with a signature, with comments that the
// first signature allows, or with what later checks need.
func verdict(bad []Problem, signed, comments bool) Status {
	reason := signed
	own := slices.ContainsFunc(bad, func(p Problem) bool { return p.Code == CodeNewField })
	for _, p := range bad {
		switch {
		case p.Code == CodeValidation, p.Code == CodeComment && comments:
			reason = true
		case p.Code == CodeSignsNothing && (!signed || own), soft[p.Code]:
		default:
			return Changed
		}
	}
	if !reason {
		return Changed
	}
	return Foreign
}

// whole notes what is unusual about the file before anybody signed. It cheats
// nobody, because signatures cover it, but this program never does it.
func (r *Report) whole(f *pdf.File, history [][]Problem) {
	note := func(p Problem) {
		r.Problems = append(r.Problems, p)
		if r.Status != Unsigned {
			r.Status = worse(r.Status, Foreign)
		}
	}
	if f.Tight(0) != nil {
		note(Problem{Code: CodeOtherSoftware, Revision: 1})
	}
	first := len(history)
	for _, s := range r.Signatures {
		if s.Revision > 0 {
			first = min(first, s.Revision-1)
		}
	}
	for rev := 1; rev < first; rev++ {
		note(Problem{Code: CodeUnsignedUpdate, Revision: rev + 1})
	}
}

// hidden reports signatures that no field owns: they hide something.
func (r *Report) hidden(f *pdf.File, owned map[int]bool) {
	var found []Problem
	for rev := range f.Secs {
		for _, n := range f.Sweep(rev).Signed {
			if !owned[n] {
				found = append(found, Problem{Code: CodeOutside, Revision: rev + 1, Object: n})
			}
		}
	}
	if len(found) > 0 {
		slices.SortFunc(found, func(a, b Problem) int { return a.Object - b.Object })
		r.Problems = append(r.Problems, found[:min(len(found), maxProblems)]...)
		r.Status = Invalid
	}
}

// maxFields is how many form fields are looked at, in every revision: for a
// plan there are as many as there are signers.
const maxFields = 1000

// sigField is a signature field of the form.
type sigField struct {
	obj   int
	name  string
	value pdf.Obj // nil while nobody has signed
}

// sigFields lists the signature fields as revision rev (0-based) has them. The
// form is flat and its fields are objects of their own.
func sigFields(f *pdf.File, rev int) ([]sigField, error) {
	cat := f.DictAt(f.Secs[rev].Trailer.Get("Root"), rev)
	o, err := f.At(f.DictAt(cat.Get("AcroForm"), rev).Get("Fields"), rev)
	if err != nil {
		return nil, err
	}
	list, _ := o.(pdf.Arr)
	if len(list) > maxFields {
		return nil, fmt.Errorf("%w: %d form fields", pdf.ErrLimit, len(list))
	}
	var out []sigField
	for _, x := range list {
		v, err := f.At(x, rev)
		if err != nil {
			return nil, err
		}
		ref, ok := x.(pdf.Ref)
		d, ok2 := v.(*pdf.Dict)
		if !ok || !ok2 {
			return nil, fmt.Errorf("%w: a form field that is no object of its own", pdf.ErrSyntax)
		}
		if d.Get("FT") != pdf.Name("Sig") {
			continue
		}
		t, _ := d.Get("T").(pdf.Str)
		out = append(out, sigField{ref.N, pdf.DecodeText(t), d.Get("V")})
	}
	return out, nil
}
