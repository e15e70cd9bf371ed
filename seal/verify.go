package seal

import (
	"errors"
	"slices"

	"bekwaam/pdf"
)

// Verify judges every signature in a file and every change after them, without
// a network. An error, wrapping one of pdf's, means that the file cannot be
// read; the report then says Invalid. A file that other software saved in a
// way that this program does not read is no error: its status is Foreign.
func Verify(file []byte, trust Trust) (Report, error) {
	f, err := pdf.Open(file)
	switch {
	case errors.Is(err, pdf.ErrXrefStream):
		return Report{Status: Foreign, Problems: []Problem{{Code: CodeOtherSoftware}}}, nil
	case err != nil:
		return Report{Status: Invalid}, err
	}
	return judge(f, trust)
}

func judge(f *pdf.File, trust Trust) (Report, error) {
	r := Report{Revisions: len(f.Secs)}
	fields, err := sigFields(f, len(f.Secs)-1)
	if err != nil {
		return Report{Status: Invalid}, err
	}
	owned := map[int]bool{}  // objects that are a field's signature
	closed := map[int]bool{} // revisions that a signature closes
	for _, x := range fields {
		if x.value == nil {
			r.Empty = append(r.Empty, x.name)
			continue
		}
		s, obj := check(f, x, trust, closed)
		owned[obj] = true
		r.Signatures = append(r.Signatures, s)
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

// follow lowers the status of a signature for what came after it.
func (r *Report) follow(s *Signature, history [][]Problem) {
	if s.Status == Invalid {
		return
	}
	for rev := s.Revision; rev < len(history); rev++ { // 0-based: the ones after it
		bad := slices.Clone(history[rev])
		signed := false
		for _, x := range r.Signatures {
			signed = signed || x.Revision == rev+1 && x.Status != Invalid
			if x.DocMDP == noChanges && x.Revision <= rev {
				bad = append(bad, Problem{Code: CodeNotAllowed, Revision: rev + 1})
			}
		}
		if len(bad) == 0 {
			continue
		}
		verdict := Changed
		if signed && !slices.ContainsFunc(bad, func(p Problem) bool { return !soft[p.Code] }) {
			verdict = Foreign
		}
		s.Status = worse(s.Status, verdict)
		s.Problems = append(s.Problems, bad...)
	}
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
	var out []sigField
	for _, x := range list {
		ref, ok := x.(pdf.Ref)
		d := f.DictAt(x, rev)
		if !ok || d == nil {
			return nil, pdf.ErrSyntax
		}
		if d.Get("FT") != pdf.Name("Sig") {
			continue
		}
		t, _ := d.Get("T").(pdf.Str)
		out = append(out, sigField{ref.N, pdf.DecodeText(t), d.Get("V")})
	}
	return out, nil
}
