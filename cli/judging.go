package cli

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"bekwaam/plan"
	"bekwaam/seal"
	"bekwaam/store"
)

type judgeFlags struct {
	line, verdict, reason, ask, training, output, secret string
	source, evidence                                     []string
	handIn, open, revise, independent                    bool
	wrap                                                 wrapping
}

// judgeCommand is an assessor's judgement: line by line, and handing it in.
func (r *run) judgeCommand() *cobra.Command {
	var f judgeFlags
	cmd := r.withJSON(r.command("judge PLAN [--line L --verdict shown|partly|not-shown --reason T --source seen|heard|read… --evidence PIECE…] [--ask T [--line L]] [--hand-in --independent --training T -o FILE] [--open -o FILE] [--revise -o FILE] [--key-passphrase-file F] [--encrypt-to CONTACT|--passphrase-file F] [--json]", "judge", 1, 1, func(args []string) error {
		if n := count(f.handIn, f.open, f.revise); n > 1 || n > 0 && (f.line != "" || f.ask != "") {
			return r.misuse("cli.err.judge-what")
		}
		if (f.handIn || f.open || f.revise) && f.output == "" {
			return r.misuse("cli.err.no-output")
		}
		if f.verdict != "" {
			if err := r.choice("--verdict", f.verdict, plan.Verdicts...); err != nil {
				return err
			}
		}
		return r.withPlan(args, func(s *session, p plan.Plan) error { return s.judging(p, f) })
	}))
	flags := cmd.Flags()
	flags.StringVar(&f.line, "line", "", r.t.T("cli.flag.judge.line"))
	flags.StringVar(&f.verdict, "verdict", "", r.t.T("cli.flag.judge.verdict"))
	flags.StringVar(&f.reason, "reason", "", r.t.T("cli.flag.reason"))
	flags.StringVar(&f.ask, "ask", "", r.t.T("cli.flag.judge.ask"))
	flags.StringSliceVar(&f.source, "source", nil, r.t.T("cli.flag.judge.source"))
	flags.StringSliceVar(&f.evidence, "evidence", nil, r.t.T("cli.flag.judge.evidence"))
	flags.BoolVar(&f.handIn, "hand-in", false, r.t.T("cli.flag.judge.hand-in"))
	flags.BoolVar(&f.independent, "independent", false, r.t.T("cli.flag.judge.independent"))
	flags.StringVar(&f.training, "training", "", r.t.T("cli.flag.judge.training"))
	flags.BoolVar(&f.open, "open", false, r.t.T("cli.flag.judge.open"))
	flags.BoolVar(&f.revise, "revise", false, r.t.T("cli.flag.judge.revise"))
	r.judgingFlags(cmd, &f.output, &f.secret, &f.wrap)
	return cmd
}

// judgingFlags are those of every command that writes an assessor's file.
func (r *run) judgingFlags(cmd *cobra.Command, output, secret *string, w *wrapping) {
	cmd.Flags().StringVarP(output, "output", "o", "", r.t.T("cli.flag.output"))
	cmd.Flags().StringVar(secret, "key-passphrase-file", "", r.t.T("cli.flag.passphrase"))
	r.wrapFlags(cmd, w)
}

// disclose opens a sealed judgement of at most as much as a document holds.
func disclose(body, hash, secret string) ([]byte, error) {
	return seal.Disclose(body, hash, secret, plan.MaxBytes)
}

// judgedLine is a judgement on a line as it was written.
type judgedLine struct {
	Line    string       `json:"line"`
	Verdict string       `json:"verdict"`
	By      string       `json:"by"`
	At      plan.Instant `json:"at"`
}

func (s *session) judging(p plan.Plan, f judgeFlags) error {
	me, err := s.me("")
	if err != nil {
		return err
	}
	by := plan.Actor{Name: me.Name, At: s.Now()}
	var c plan.Change
	switch {
	case f.handIn:
		c, err = plan.HandIn(p, by, me, plan.Stating{Independent: f.independent, Training: clean(f.training)}, seal.Close)
		return s.putOut(p, c, err, me, f.output, f.secret, f.wrap)
	case f.open:
		c, err = plan.OpenJudging(p, by, me, disclose)
		return s.putOut(p, c, err, me, f.output, f.secret, f.wrap)
	case f.revise:
		c, err = plan.Revise(p, by, me)
		return s.putOut(p, c, err, me, f.output, f.secret, f.wrap)
	case f.ask != "":
		c, err = plan.AskAtInterview(p, plan.LineText{Line: clean(f.line), Text: typedText(f.ask)})
	case f.line != "":
		j := plan.Judgement{Competence: clean(f.line), Judgement: f.verdict, Reason: typedText(f.reason), Source: f.source, Evidence: f.evidence}
		c, err = plan.JudgeLine(p, j)
	case f.output != "":
		return s.putOut(p, plan.Change{Plan: p}, nil, me, f.output, f.secret, f.wrap)
	default:
		return s.showJudging(p, me)
	}
	if err := s.recorded(c, err, by); err != nil {
		return err
	}
	if s.json {
		return s.printJSON(judgedLine{clean(f.line), f.verdict, me.Name, plan.At(by.At)})
	}
	s.print("%s", s.t.T("cli.judge.noted"))
	return nil
}

// putOut records an act of an assessor and writes the assessor's file. What
// holds a key that opens a judgement is made secret for the other assessors,
// and once there is an advice for the teacher too.
func (s *session) putOut(p plan.Plan, c plan.Change, err error, me plan.Party, output, secret string, w wrapping) error {
	if err != nil {
		return err
	}
	key, err := s.ownKeyFor(secret)
	if err != nil {
		return err
	}
	e, err := plan.JudgingFile(c.Plan, me)
	if err != nil {
		return err
	}
	data, sealed, err := s.packetFile(e, plan.RoleAssessor, key)
	if err != nil {
		return err
	}
	switch {
	case w.contact != "" || w.secret != "":
		data, err = s.wrap(data, w)
	case len(e.Plan.Assessment.Openings) > 0:
		data, err = s.wrapForJudges(data, c.Plan, me)
	}
	if err != nil {
		return err
	}
	revision := p.Revision
	err = s.writeFile(output, data, func() error {
		if c.Same(p) {
			return nil
		}
		revision++
		_, err := s.st.Append(store.Entry{Plan: c.Plan, Rev: plan.Revision{At: plan.At(s.Now()), By: me.Name, Act: c.Act}})
		return err
	})
	if err != nil {
		return err
	}
	if !s.json && seal.Wrapped(data) && w == (wrapping{}) {
		s.print("%s", s.t.T("cli.judge.wrapped"))
	}
	return s.printExported(output, "pdf", string(plan.Assessor), data, p.ID, revision, sealed, s.tellPrivate(e.Plan))
}

// ownKeyFor is the own key for a file that has to be sealed.
func (s *session) ownKeyFor(secret string) (keyring, error) {
	id, _, err := s.ownKey(secret)
	if err != nil {
		return nil, s.noKey(err)
	}
	return func() (seal.Identity, error) { return id, nil }, nil
}

// wrapForJudges makes a file secret for the keys of the other assessors, and
// for the teacher's once all of them agreed.
func (s *session) wrapForJudges(data []byte, p plan.Plan, me plan.Party) ([]byte, error) {
	people, err := s.contacts()
	if err != nil {
		return nil, err
	}
	to := seal.Contacts{}
	need := func(name, key string) error {
		c, ok := people.Key(key)
		if !ok || c.Certificate == nil {
			return s.refuse("cli.err.wrap-nobody", "Name", name)
		}
		to = append(to, c)
		return nil
	}
	for _, x := range p.Assessment.Sealed {
		if x.Key == me.Key {
			continue
		}
		if err := need(x.Assessor.Name, x.Key); err != nil {
			return nil, err
		}
	}
	if k := p.EditionInfo.Packet; p.Assessment.Agreed != nil && k != nil {
		if err := need(k.From.Name, k.From.Key); err != nil {
			return nil, err
		}
	}
	out, err := seal.WrapFor(data, certificates(to)...)
	if errors.Is(err, seal.ErrNoWrap) {
		return nil, s.refuse("cli.err.wrap-kind", "Names", strings.Join(namesOf(to), ", "))
	}
	return out, err
}
