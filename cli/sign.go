package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"bekwaam/plan"
	"bekwaam/report"
	"bekwaam/seal"
	"bekwaam/store"
)

type signFlags struct {
	role, output, p12, secret, stamp string
	paper                            paperFlags
}

// signRoles are the roles in which a board's file is signed.
var signRoles = []string{plan.RoleTeacher, plan.RoleCoach, plan.RoleManager, plan.RoleBoard, plan.RoleClient, plan.RoleAssessor}

func (r *run) signCommand() *cobra.Command {
	var flags signFlags
	use := "sign FILE.pdf|PLAN --as " + strings.Join(signRoles, "|") + " [-o OUT] [--p12 FILE] [--passphrase-file F] [--timestamp PROGRAM]" +
		" [--on-paper --name NAME [--date D] [--employer ID]] [--json]"
	cmd := r.withJSON(r.command(use, "sign", 1, 1, func(args []string) error {
		if flags.role == "" {
			return r.misuse("cli.err.no-role")
		}
		if err := r.choice("--as", flags.role, signRoles...); err != nil {
			return err
		}
		if with := flags.paper; with.on {
			if with.name == "" || flags != (signFlags{role: flags.role, paper: with}) {
				return r.misuse("cli.err.sign-paper")
			}
			return r.withPlan(args, func(s *session, p plan.Plan) error { return s.onPaper(p, flags.role, with) })
		} else if with != (paperFlags{}) {
			return r.misuse("cli.err.sign-paper")
		}
		if flags.output == "" {
			flags.output = args[0]
		}
		return r.withStore(func(s *session) error { return s.sign(args[0], flags) })
	}))
	cmd.Flags().StringVar(&flags.role, "as", "", r.t.T("cli.flag.as"))
	cmd.Flags().StringVarP(&flags.output, "output", "o", "", r.t.T("cli.flag.output.sign"))
	cmd.Flags().StringVar(&flags.p12, "p12", "", r.t.T("cli.flag.p12"))
	cmd.Flags().StringVar(&flags.stamp, "timestamp", "", r.t.T("cli.flag.timestamp"))
	r.secretFlag(cmd, &flags.secret)
	cmd.Flags().BoolVar(&flags.paper.on, "on-paper", false, r.t.T("cli.flag.on-paper.sign"))
	cmd.Flags().StringVar(&flags.paper.name, "name", "", r.t.T("cli.flag.paper-name"))
	cmd.Flags().StringVar(&flags.paper.date, "date", "", r.t.T("cli.flag.paper-date"))
	cmd.Flags().StringVar(&flags.paper.employer, "employer", "", r.t.T("cli.flag.paper-employer"))
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

// sign fills the field of a role. Where the plan in the store is the one in
// the file, the teacher's signature is recorded with it, and its version is
// frozen.
func (s *session) sign(input string, flags signFlags) error {
	data, err := s.readNamed(input, maxPDF)
	if err != nil {
		return err
	}
	doc, field, rep, err := s.toSign(input, data, flags.role)
	if err != nil {
		return err
	}
	if rep.Status == seal.Foreign {
		s.remark("cli.remark.sign-foreign", "File", input)
	}
	id, err := s.signer(flags)
	if err != nil {
		return err
	}
	if flags.role == plan.RoleTeacher {
		s.tellPrivate(doc)
	}
	now := s.Now()
	out, err := signAs(data, plan.Edition{Plan: doc, Info: *doc.EditionInfo}, signing{role: flags.role, field: field, id: id, at: now, stamper: s.stamper(flags.stamp)})
	if err != nil {
		return s.pdfFault(input, err)
	}
	name := first(doc.Profile.Name, id.Name())
	change, record := plan.Change{}, false
	if flags.role == plan.RoleTeacher {
		change, record = s.toRecord(doc, plan.Actor{Name: name, At: now}, id.Fingerprint())
	}
	recorded := false
	err = s.writeFile(flags.output, out, func() error {
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
	x := signed{clean(flags.output), field, id.Name(), id.Fingerprint(), plan.At(now), recorded}
	if s.json {
		return s.printJSON(x)
	}
	s.print("%s", s.t.T("cli.sign.done", "Name", clean(x.Name), "Role", roleWord(s.t, flags.role), "File", x.File))
	if recorded {
		s.print("%s", s.t.T("cli.sign.recorded", "Version", change.Plan.WorkingVersion))
	}
	return nil
}

// signer is the key to sign with: the one in a .p12 file, or the own one.
func (s *session) signer(flags signFlags) (seal.Identity, error) {
	if flags.p12 != "" {
		id, _, err := s.keyFrom(flags.p12, flags.secret)
		return id, err
	}
	id, _, err := s.ownKey(flags.secret)
	return id, s.noKey(err)
}

// toSign is the plan in a file that may be signed in a role, the field, and the
// judgement on what is signed so far.
func (s *session) toSign(file string, data []byte, role string) (plan.Plan, string, seal.Report, error) {
	none := seal.Report{}
	doc, _, err := report.Read(data)
	if err != nil {
		return plan.Plan{}, "", none, s.pdfFault(file, err)
	}
	if doc.EditionInfo.Audience != plan.Board {
		return plan.Plan{}, "", none, s.refuse("cli.err.sign-audience", "File", file)
	}
	trust, err := s.trust("")
	if err != nil {
		return plan.Plan{}, "", none, err
	}
	rep, err := seal.Verify(data, trust)
	if err != nil {
		return plan.Plan{}, "", none, s.pdfFault(file, err)
	}
	field, err := s.fieldFor(file, role, rep)
	return doc, field, rep, err
}

// fieldFor is the empty field of a role. It refuses a file that was changed
// after it was made, one with a signature that may be somebody else's, and
// anybody who would sign before the teacher.
func (s *session) fieldFor(file, role string, rep seal.Report) (string, error) {
	is := func(field string) bool { return roleOf(field) == role }
	filled := slices.ContainsFunc(rep.Signatures, func(x seal.Signature) bool { return is(x.Field) })
	empty := slices.IndexFunc(rep.Empty, is)
	word := roleWord(s.t, role)
	switch {
	case rep.Status == seal.Changed || rep.Status == seal.Invalid || rep.Beyond,
		slices.ContainsFunc(rep.Problems, func(p seal.Problem) bool { return p.Code != seal.CodeOtherSoftware }):
		return "", s.refuse("cli.err.pdf-changed", "File", file)
	case rep.Verdict().Finding == seal.FindOtherKey:
		return "", s.distrust("cli.err.sign-other-key", "File", file, "Name", rep.Verdict().Name)
	case empty < 0 && filled:
		return "", s.refuse("cli.err.sign-filled", "File", file, "Role", word)
	case empty < 0:
		return "", s.refuse("cli.err.sign-field", "File", file, "Role", word)
	case role == plan.RoleTeacher && len(rep.Signatures) > 0:
		return "", s.refuse("cli.err.sign-later", "File", file)
	case role != plan.RoleTeacher && slices.Contains(rep.Empty, plan.RoleTeacher):
		return "", s.refuse("cli.err.sign-first", "File", file)
	}
	return rep.Empty[empty], nil
}

// toRecord returns the act of signing for the plan in the store. There is
// none where the plan is not here, went on since the file was made, or was
// signed in this version before.
func (s *session) toRecord(doc plan.Plan, by plan.Actor, key string) (plan.Change, bool) {
	p, err := s.st.Load(doc.ID)
	if err != nil {
		return plan.Change{}, false
	}
	if !plan.SameEdition(p, s.packFor(p), doc) {
		s.remark("cli.sign.not-recorded")
		return plan.Change{}, false
	}
	c, err := plan.Sign(p, by, key)
	return c, err == nil
}
