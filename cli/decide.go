package cli

import (
	"github.com/spf13/cobra"

	"bekwaam/plan"
	"bekwaam/store"
)

type decideFlags struct {
	phase, name, date, reason, output, secret string
	wrap                                      wrapping
}

// decideCommand records what the board decided: in the teacher's plan as it was
// told, or by the board in its copy of the plan, with a file for the others.
func (r *run) decideCommand() *cobra.Command {
	var f decideFlags
	cmd := r.withJSON(r.command("decide PLAN --phase start|basis|vak --by NAME --date D [--reason T] [-o FILE] [--key-passphrase-file F] [--encrypt-to CONTACT|--passphrase-file F] [--json]", "decide", 1, 1, func(args []string) error {
		return r.withPlan(args, func(s *session, p plan.Plan) error {
			on, err := s.onDay(p, "--date", f.date, "decide")
			if err != nil {
				return err
			}
			d := plan.PhaseRecorded{Phase: clean(f.phase), Date: on, By: clean(f.name), Reason: typedText(f.reason)}
			if p.IsCopy() {
				return s.boardDecides(p, d, f)
			}
			if f.output != "" {
				return s.misuse("cli.err.decide-file")
			}
			return s.decided(p, d)
		})
	}))
	cmd.Flags().StringVar(&f.phase, "phase", "", r.t.T("cli.flag.phase"))
	cmd.Flags().StringVar(&f.name, "by", "", r.t.T("cli.flag.decided-by"))
	cmd.Flags().StringVar(&f.date, "date", "", r.t.T("cli.flag.on-date"))
	cmd.Flags().StringVar(&f.reason, "reason", "", r.t.T("cli.flag.reason"))
	r.judgingFlags(cmd, &f.output, &f.secret, &f.wrap)
	return cmd
}

// decided records a decision in one's own plan.
func (s *session) decided(p plan.Plan, d plan.PhaseRecorded) error {
	by := plan.Actor{Name: p.Profile.Name, At: s.Now()}
	advised := p.Assessment != nil && p.Assessment.Agreed != nil
	if p.State == plan.Closed || p.State == plan.Judged || advised {
		c, err := plan.Decide(p, by, d)
		if err := s.recorded(c, err, by); err != nil {
			return err
		}
		p, p.Revision = c.Plan, p.Revision+1
		return s.printTurned(p)
	}
	p, err := s.acts(p, func(p plan.Plan) (plan.Change, error) { return plan.Decide(p, by, d) })
	if err != nil {
		return err
	}
	return s.printTurned(p)
}

// boardDecides records a decision in the board's copy of a plan and writes the
// file for the teacher and the assessors. Asked again for the same decision it
// writes that file again.
func (s *session) boardDecides(p plan.Plan, d plan.PhaseRecorded, f decideFlags) error {
	if f.output == "" {
		return s.misuse("cli.err.no-output")
	}
	key, err := s.ownKeyFor(f.secret)
	if err != nil {
		return err
	}
	me, err := s.me("")
	if err != nil {
		return err
	}
	by := plan.Actor{Name: me.Name, At: s.Now()}
	d.Key = me.Key
	c := plan.Change{Plan: p}
	if a := p.Assessment; a == nil || a.Decision == nil || a.Decision.Key != me.Key || a.Decision.Phase != d.Phase || a.Decision.Date != d.Date || a.Decision.By != d.By {
		if c, err = plan.Decide(p, by, d); err != nil {
			return err
		}
	}
	e, err := plan.DecisionFile(c.Plan, me)
	if err != nil {
		return err
	}
	data, sealed, err := s.packetFile(e, plan.RoleBoard, key)
	if err != nil {
		return err
	}
	if data, err = s.wrap(data, f.wrap); err != nil {
		return err
	}
	revision := p.Revision
	err = s.writeFile(f.output, data, func() error {
		if c.Same(p) {
			return nil
		}
		revision++
		_, err := s.st.Append(store.Entry{Plan: c.Plan, Rev: plan.Revision{At: plan.At(by.At), By: by.Name, Act: c.Act}})
		return err
	})
	if err != nil {
		return err
	}
	return s.printExported(f.output, "pdf", string(plan.Assessor), data, p.ID, revision, sealed, s.tellPrivate(e.Plan))
}
