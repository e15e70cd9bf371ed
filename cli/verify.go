package cli

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"bekwaam/pdf"
	"bekwaam/plan"
	"bekwaam/report"
	"bekwaam/seal"
)

type verifyFlags struct {
	trust string
	pages bool
}

func (r *run) verifyCommand() *cobra.Command {
	var flags verifyFlags
	cmd := r.withJSON(r.command("verify FILE… [--trust CERT.pem] [--pages] [--json]", "verify", 1, -1, func(args []string) error {
		return r.verify(args, flags)
	}))
	cmd.Flags().StringVar(&flags.trust, "trust", "", r.t.T("cli.flag.trust"))
	cmd.Flags().BoolVar(&flags.pages, "pages", false, r.t.T("cli.flag.pages"))
	cmd.ValidArgsFunction = nil // files
	return cmd
}

// judged is the judgement on one file.
type judged struct {
	File       string            `json:"file"`
	Status     seal.Status       `json:"status"`
	Signatures []judgedSignature `json:"signatures"`
	Empty      []string          `json:"empty_fields"`
	Problems   []judgedProblem   `json:"problems"`
	Data       *judgedData       `json:"data"`
	Error      string            `json:"error,omitempty"`
}

type judgedSignature struct {
	Field       string          `json:"field"`
	Role        string          `json:"role"`
	Name        string          `json:"name"`
	Fingerprint string          `json:"fingerprint"`
	Words       []string        `json:"words"`
	Time        plan.Instant    `json:"time"`
	Status      seal.Status     `json:"status"`
	Problems    []judgedProblem `json:"problems"`
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

// verify judges files without the store: it works while another window has
// it open. The worst judgement decides the exit code.
func (r *run) verify(names []string, flags verifyFlags) error {
	trust, err := r.trust(flags.trust)
	if err != nil {
		return err
	}
	all := []judged{}
	for _, name := range names {
		j, err := r.judge(name, trust, flags.pages)
		if err != nil {
			r.tell(err)
		}
		r.code = worse(r.code, exitFor(j))
		all = append(all, j)
	}
	if r.json {
		return r.printJSON(all)
	}
	for _, j := range all {
		if j.Error == "" {
			r.printJudged(j)
		}
	}
	return nil
}

// judge judges one file. One that cannot be read is invalid and the error
// says why.
func (r *run) judge(name string, trust seal.Trust, pages bool) (judged, error) {
	j := judged{File: clean(name), Status: seal.Invalid, Signatures: []judgedSignature{}, Empty: []string{}, Problems: []judgedProblem{}}
	data, err := r.readNamed(name, maxPDF)
	if err != nil {
		j.Error = r.fault(err).what
		return j, err
	}
	rep, err := seal.Verify(data, trust)
	if err != nil {
		f := r.pdfFault(name, err)
		j.Error = f.what
		return j, f
	}
	j.Status, j.Empty, j.Problems = rep.Status, list(rep.Empty), problemsOf(rep.Problems)
	for _, x := range rep.Signatures {
		words, _ := seal.Words(x.Fingerprint) // empty where the key cannot be read
		role, _, _ := strings.Cut(x.Field, "-")
		if x.Field == report.FieldSeal {
			role = report.FieldSeal
		}
		j.Signatures = append(j.Signatures, judgedSignature{clean(x.Field), clean(role), clean(first(x.Name, x.Signer)), x.Fingerprint, list(words),
			stamped(x.Time), x.Status, problemsOf(x.Problems)})
	}
	p, meta, err := report.Read(data)
	if err == nil {
		j.Data = &judgedData{clean(p.ID), meta.Audience, p.Revision, "not-asked"}
		if pages {
			j.Data.Pages = pagesMatch(data)
		}
	}
	return j, nil
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

// exitFor is the exit code for a judgement. Pages that are not those of the
// data are as bad as changed bytes.
func exitFor(j judged) int {
	switch {
	case j.Status == seal.Changed, j.Status == seal.Invalid, j.Data != nil && j.Data.Pages == "no":
		return Refused
	case j.Status == seal.Trusted:
		return Done
	}
	return NotTrusted
}

// worse is the exit code that says more: refused, then not trusted.
func worse(a, b int) int {
	if a == Refused || b == Refused {
		return Refused
	}
	return max(a, b)
}

func (r *run) printJudged(j judged) {
	r.print("%s", r.t.T("cli.verify.file", "File", j.File, "Status", r.t.T("cli.verify."+string(j.Status))))
	for _, x := range j.Signatures {
		r.print("  %s", r.t.T("cli.verify.signature", "Role", x.Role, "Name", or(x.Name), "Time", r.moment(x.Time), "Status", r.t.T("cli.verify."+string(x.Status))))
		if len(x.Words) > 0 {
			r.print("    %s: %s", r.t.T("cli.key.words"), strings.Join(x.Words, " "))
		}
	}
	if len(j.Empty) > 0 {
		r.print("  %s", r.t.T("cli.verify.empty", "Fields", clean(strings.Join(j.Empty, ", "))))
	}
	if j.Data != nil && j.Data.Pages != "not-asked" {
		r.print("  %s", r.t.T("cli.verify.pages."+j.Data.Pages))
	}
}

// pdfFault puts what is wrong with a PDF into words.
func (r *run) pdfFault(file string, err error) *fault {
	bad := (*plan.Error)(nil)
	switch {
	case errors.As(err, &bad):
		return r.refusePlan(file, bad)
	case errors.Is(err, pdf.ErrEncrypted):
		return r.refuse("cli.err.pdf-encrypted", "File", file)
	case errors.Is(err, pdf.ErrXrefStream):
		return r.refuse("cli.err.pdf-software", "File", file)
	case errors.Is(err, report.ErrNoData):
		return r.refuse("cli.err.pdf-data", "File", file)
	case errors.Is(err, report.ErrChangedData), errors.Is(err, seal.ErrChanged):
		return r.refuse("cli.err.pdf-changed", "File", file)
	case errors.Is(err, seal.ErrFilled):
		return r.refuse("cli.err.sign-filled", "File", file)
	case errors.Is(err, seal.ErrNoField):
		return r.refuse("cli.err.sign-field", "File", file)
	}
	f := r.refuse("cli.err.pdf", "File", file)
	f.err = err
	return f
}
