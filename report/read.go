package report

import (
	"bytes"
	"errors"
	"fmt"
	"time"

	"bekwaam/pdf"
	"bekwaam/plan"
)

var (
	// ErrNoData: the file is a PDF, but no edition travels inside it.
	ErrNoData = errors.New("report: no " + DataName + " in the file")
	// ErrChangedData: the edition inside was changed after the file was made.
	ErrChangedData = errors.New("report: the attached data was changed afterwards")
	// ErrLayout: the pages were laid out by another version of the program,
	// so drawing them again would prove nothing.
	ErrLayout = errors.New("report: another version of the layout")
)

// Meta is what a file says of the edition inside it.
type Meta struct {
	Audience plan.Audience
	Employer string
	Language string
	Layout   int
	Package  string    // identifies the edition
	Made     time.Time // when the file was made
	Revision int       // how many revisions it has: 1, and one per signature
}

// Read returns the plan that travels inside a PDF, as far as the edition has
// it; its EditionInfo is set. The file is read strictly. Errors wrap those of
// pdf.Open, ErrNoData, ErrChangedData, or are a *plan.Error.
//
// Read judges no signature: whoever takes the plan in has the file verified
// first.
func Read(file []byte) (plan.Plan, Meta, error) {
	f, err := pdf.Open(file)
	if err != nil {
		return plan.Plan{}, Meta{}, err
	}
	data, err := attached(f)
	if err != nil {
		return plan.Plan{}, Meta{}, err
	}
	p, _, err := plan.Read(data)
	if err != nil {
		return plan.Plan{}, Meta{}, err
	}
	i := p.EditionInfo
	if i == nil {
		return plan.Plan{}, Meta{}, fmt.Errorf("%w: it has no edition", ErrNoData)
	}
	m := Meta{Audience: i.Audience, Employer: i.Employer, Language: i.Language, Layout: i.Layout, Package: i.Package, Revision: len(f.Secs)}
	m.Made = made(f)
	return p, m, nil
}

// attached returns the data that the first revision brought. Signing never
// touches it.
func attached(f *pdf.File) ([]byte, error) {
	first, err := f.AttachmentsAt(0)
	if err != nil {
		return nil, err
	}
	now, err := f.Attachments()
	if err != nil {
		return nil, err
	}
	a, b := find(first), find(now)
	switch {
	case a == nil && b == nil:
		return nil, ErrNoData
	case a == nil || b == nil || !bytes.Equal(a, b):
		return nil, ErrChangedData
	}
	return a, nil
}

func find(list []pdf.Attachment) []byte {
	for _, a := range list {
		if a.Name == DataName {
			return a.Data
		}
	}
	return nil
}

// made is the time at which the file was made, zero where it does not say.
func made(f *pdf.File) time.Time {
	info := f.DictAt(f.Secs[0].Trailer.Get("Info"), 0)
	s, ok := info.Get("CreationDate").(pdf.Str)
	if !ok {
		return time.Time{}
	}
	t, _ := pdf.ParseDate(pdf.DecodeText(s))
	return t
}

// Same reports whether the pages of a file are those of the edition inside it:
// it draws the edition again and compares with the first revision, byte for
// byte. Words is as in Options. Errors are those of Read, and ErrLayout.
func Same(file []byte, words func(fingerprint string) string) (bool, error) {
	p, m, err := Read(file)
	if err != nil {
		return false, err
	}
	if m.Layout != plan.LayoutVersion {
		return false, fmt.Errorf("%w: %d", ErrLayout, m.Layout)
	}
	f, err := pdf.Open(file)
	if err != nil {
		return false, err
	}
	e := plan.Edition{Plan: p, Info: *p.EditionInfo}
	e.Plan.EditionInfo = nil
	first := file[:f.Secs[0].End]
	files, err := along(f, e.Plan)
	if err != nil {
		return false, err
	}
	for _, proof := range []bool{false, true} {
		again, _, err := Render(e, Options{Now: m.Made, Proof: proof, Words: words, Files: files})
		if err != nil {
			return false, err
		}
		if bytes.Equal(again, first) {
			return true, nil
		}
	}
	return false, nil
}

// along are the files that travel with a competence file, for its pieces in
// their order.
func along(f *pdf.File, p plan.Plan) ([]Attached, error) {
	c := p.CompetenceFile()
	if c == nil {
		return nil, nil
	}
	list, err := f.AttachmentsAt(0)
	if err != nil {
		return nil, err
	}
	var out []Attached
	for _, a := range list {
		for _, x := range c.Pieces {
			if x.File != nil && AttachedName(x) == a.Name {
				out = append(out, Attached{Name: a.Name, Type: a.MIME, Hash: x.File.Hash, Data: a.Data})
				break
			}
		}
	}
	return out, nil
}
