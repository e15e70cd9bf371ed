package cli

import (
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"bekwaam/plan"
	"bekwaam/report"
	"bekwaam/seal"
	"bekwaam/store"
)

func (r *run) signCommand() *cobra.Command {
	var role, output string
	cmd := r.withJSON(r.command("sign FILE.pdf --as teacher [-o OUT] [--json]", "sign", 1, 1, func(args []string) error {
		if role == "" {
			return r.misuse("cli.err.no-role")
		}
		if err := r.choice("--as", role, plan.RoleTeacher); err != nil {
			return err
		}
		if output == "" {
			output = args[0]
		}
		return r.withStore(func(s *session) error { return s.sign(args[0], output, role) })
	}))
	cmd.Flags().StringVar(&role, "as", "", r.t.T("cli.flag.as"))
	cmd.Flags().StringVarP(&output, "output", "o", "", r.t.T("cli.flag.output.sign"))
	cmd.ValidArgsFunction = nil // files
	return cmd
}

// signed is a signature that was set.
type signed struct {
	File        string       `json:"file"`
	Field       string       `json:"field"`
	Name        string       `json:"name"`
	Fingerprint string       `json:"fingerprint"`
	Time        plan.Instant `json:"time"`
	Recorded    bool         `json:"recorded"`
}

// sign fills the field of the teacher. Where the plan in the store is the one
// in the file, its version is frozen and the signature recorded with it.
func (s *session) sign(input, output, role string) error {
	data, err := s.readNamed(input, maxPDF)
	if err != nil {
		return err
	}
	doc, _, err := report.Read(data)
	if err != nil {
		return s.pdfFault(input, err)
	}
	if doc.EditionInfo.Audience != plan.Board {
		return s.refuse("cli.err.sign-audience", "File", input)
	}
	rep, err := seal.Verify(data, seal.Trust{Now: s.Now()})
	if err != nil {
		return s.pdfFault(input, err)
	}
	if err := s.signable(input, role, rep); err != nil {
		return err
	}
	id, err := s.ownKey()
	if errors.Is(err, errNoKey) {
		return s.refuse("cli.err.no-key")
	}
	if err != nil {
		return err
	}
	name := first(doc.Profile.Name, id.Name())
	e := plan.Edition{Plan: doc, Info: *doc.EditionInfo}
	now := s.Now()
	out, err := signAs(data, e, role, id, now)
	if err != nil {
		return s.pdfFault(input, err)
	}
	change, record := s.toRecord(doc, plan.Actor{Name: name, At: now}, id.Fingerprint())
	recorded := false
	err = s.writeFile(output, out, func() error {
		if !record {
			return nil
		}
		_, err := s.st.Append(store.Entry{Plan: change.Plan, Rev: plan.Revision{At: plan.At(now), By: name, Act: change.Act}, Freeze: change.Plan.WorkingVersion})
		recorded = err == nil
		return err
	})
	if err != nil {
		return err
	}
	x := signed{clean(output), role, id.Name(), id.Fingerprint(), plan.At(now), recorded}
	if s.json {
		return s.printJSON(x)
	}
	s.print("%s", s.t.T("cli.sign.done", "Name", clean(x.Name), "File", x.File))
	if recorded {
		s.print("%s", s.t.T("cli.sign.recorded", "Version", change.Plan.WorkingVersion))
	}
	return nil
}

// signable refuses a file in which the field is not empty, or which was
// changed after it was made.
func (s *session) signable(file, role string, rep seal.Report) error {
	filled := slices.ContainsFunc(rep.Signatures, func(x seal.Signature) bool { return x.Field == role })
	switch {
	case rep.Status == seal.Changed || rep.Status == seal.Invalid || rep.Status == seal.Foreign || len(rep.Problems) > 0:
		return s.refuse("cli.err.pdf-changed", "File", file)
	case filled:
		return s.refuse("cli.err.sign-filled", "File", file)
	case !slices.Contains(rep.Empty, role):
		return s.refuse("cli.err.sign-field", "File", file)
	case len(rep.Signatures) > 0:
		return s.refuse("cli.err.sign-later", "File", file)
	}
	return nil
}

// toRecord returns the act of signing for the plan in the store. There is
// none where the plan is not here, went on since the file was made, or was
// signed in this version before.
func (s *session) toRecord(doc plan.Plan, by plan.Actor, key string) (plan.Change, bool) {
	p, err := s.st.Load(doc.ID)
	if err != nil {
		return plan.Change{}, false
	}
	if !plan.SameEdition(p, s.pack, doc) {
		s.remark("cli.sign.not-recorded")
		return plan.Change{}, false
	}
	c, err := plan.Sign(p, by, key)
	return c, err == nil
}
