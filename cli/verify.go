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
	relate(all)
	if r.json {
		return r.printJSON(all)
	}
	for _, j := range all {
		if j.Error == "" {
			r.printJudged(j)
		}
	}
	for i, a := range all {
		for _, b := range all[i+1:] {
			for _, x := range a.Related {
				if x.File == b.File {
					r.print("%s", kinship(r.t, a, b, x))
					break
				}
			}
		}
	}
	return nil
}

// exitFor is the exit code for a judgement. Pages that are not those of the
// data count as changed.
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

// printJudged says what holds in one sentence, and then who signed what.
func (r *run) printJudged(j judged) {
	r.print("%s: %s", j.File, j.sentence(r.t))
	for _, x := range j.Signatures {
		r.print("  %s", r.t.T("cli.verify.signature", "Role", roleWord(r.t, x.Role), "Name", or(x.Name), "Time", r.moment(x.Time), "Status", r.t.T("cli.verify."+string(x.Status))))
		if x.Statement != "" {
			r.print("    %s", r.t.T("cli.verify.statement", "Statement", x.Statement))
		}
		if len(x.Words) > 0 {
			r.print("    %s: %s", r.t.T("cli.key.words"), strings.Join(x.Words, " "))
		}
		if s := x.Timestamp; s != nil {
			r.print("    %s", r.t.T("cli.verify.stamp-"+map[bool]string{true: "known", false: "unknown"}[s.Trusted], "Time", r.moment(s.Time), "By", or(s.By)))
		}
		for _, line := range x.remarks(r.t) {
			r.print("    %s", line)
		}
	}
	if len(j.Empty) > 0 {
		r.print("  %s", r.t.T("cli.verify.empty", "Fields", fieldWords(r.t, j.Empty)))
	}
	if j.Data != nil && j.Data.Pages != "not-asked" {
		r.print("  %s", r.t.T("cli.verify.pages."+j.Data.Pages))
	}
	if names := j.strangers(); len(names) > 0 {
		r.print("  %s", r.t.N("verdict.strangers", len(names), "Words", inWords(r.t, len(names)), "Names", strings.Join(names, ", ")))
		r.print("  %s", r.t.T("verdict.own-keys"))
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
	case errors.Is(err, pdf.ErrLimit):
		return r.refuse("cli.err.pdf-limit", "File", file)
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
	case errors.Is(err, seal.ErrIdentity):
		return r.refuse("cli.err.sign-key", "File", file)
	case errors.Is(err, seal.ErrTimestamp):
		f := r.refuse("cli.err.timestamp", "Detail", err.Error())
		f.err = err
		return f
	}
	f := r.refuse("cli.err.pdf", "File", file)
	f.err = err
	return f
}
