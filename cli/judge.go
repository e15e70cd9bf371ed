package cli

import (
	"errors"
	"strings"

	"bekwaam/plan"
	"bekwaam/report"
	"bekwaam/seal"
)

// judged is the judgement on one file.
type judged struct {
	File       string            `json:"file"`
	Status     seal.Status       `json:"status"`
	Finding    seal.Finding      `json:"finding"`
	Signatures []judgedSignature `json:"signatures"`
	Empty      []string          `json:"empty_fields"`
	Problems   []judgedProblem   `json:"problems"`
	Data       *judgedData       `json:"data"`
	Related    []related         `json:"related"`
	Error      string            `json:"error,omitempty"`

	bytes  []byte // nil where it cannot be read
	report seal.Report
}

type judgedSignature struct {
	Field       string            `json:"field"`
	Role        string            `json:"role"`
	Name        string            `json:"name"`
	Statement   string            `json:"statement"`
	Fingerprint string            `json:"fingerprint"`
	Words       []string          `json:"words"`
	Time        plan.Instant      `json:"time"`
	Timestamp   *judgedStamp      `json:"timestamp"`
	Status      seal.Status       `json:"status"`
	Alone       seal.Status       `json:"alone"`
	Key         seal.Acquaintance `json:"key"`
	TrustedBy   string            `json:"trusted_by"`
	Problems    []judgedProblem   `json:"problems"`
}

type judgedStamp struct {
	Time    plan.Instant `json:"time"`
	By      string       `json:"by"`
	Trusted bool         `json:"trusted"`
}

type judgedProblem struct {
	Code     seal.Code `json:"code"`
	Revision int       `json:"revision"`
	Page     int       `json:"page"`
}

type judgedData struct {
	Plan     string        `json:"plan"`
	Audience plan.Audience `json:"audience"`
	Revision int           `json:"revision"`
	Pages    string        `json:"pages_match"`
}

// judge judges one file. One that cannot be read is invalid and the error
// says why.
func (r *run) judge(name string, trust seal.Trust, pages bool) (judged, error) {
	data, err := r.readNamed(name, maxPDF)
	if err != nil {
		j := unreadable(name)
		j.Error = r.fault(err).what
		return j, err
	}
	j, err := r.judgeBytes(name, data, trust)
	if err == nil && pages && j.Data != nil {
		j.Data.Pages = pagesMatch(data)
	}
	return j, err
}

func unreadable(name string) judged {
	return judged{File: clean(name), Status: seal.Invalid, Finding: seal.FindUnreadable, Signatures: []judgedSignature{}, Empty: []string{},
		Problems: []judgedProblem{}, Related: []related{}}
}

// judgeBytes judges a file that was read.
func (r *run) judgeBytes(name string, data []byte, trust seal.Trust) (judged, error) {
	j := unreadable(name)
	rep, err := seal.Verify(data, trust)
	if err != nil {
		f := r.pdfFault(name, err)
		j.Error = f.what
		return j, f
	}
	j.bytes, j.report = data, rep
	j.Status, j.Finding, j.Empty, j.Problems = rep.Status, rep.Verdict().Finding, list(rep.Empty), problemsOf(rep.Problems)
	for _, x := range rep.Signatures {
		words, _ := seal.Words(x.Fingerprint) // empty where the key cannot be read
		s := judgedSignature{clean(x.Field), roleOf(x.Field), clean(first(x.Name, x.Signer)), clean(x.Reason), x.Fingerprint, list(words),
			stamped(x.Time), nil, x.Status, x.Alone, x.How, clean(x.TrustedBy), problemsOf(x.Problems)}
		if t := x.Timestamp; t != nil {
			s.Timestamp = &judgedStamp{stamped(t.Time), clean(t.By), t.Trusted}
		}
		j.Signatures = append(j.Signatures, s)
	}
	if p, meta, err := report.Read(data); err == nil {
		j.Data = &judgedData{clean(p.ID), meta.Audience, p.Revision, "not-asked"}
	}
	return j, nil
}

// roleOf is the role in the name of a field: a second coach signs coach-2.
func roleOf(field string) string {
	if field == report.FieldSeal {
		return field
	}
	role, _, _ := strings.Cut(field, "-")
	return clean(role)
}

// pagesMatch draws the edition again and says whether these are its pages.
func pagesMatch(data []byte) string {
	same, err := report.Same(data, keyWords)
	switch {
	case errors.Is(err, report.ErrLayout):
		return "other-version"
	case err != nil || !same:
		return "no"
	}
	return "yes"
}

func problemsOf(list []seal.Problem) []judgedProblem {
	out := []judgedProblem{}
	for _, p := range list {
		out = append(out, judgedProblem{p.Code, p.Revision, p.Page})
	}
	return out
}
