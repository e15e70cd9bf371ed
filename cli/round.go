package cli

import (
	"github.com/spf13/cobra"

	"bekwaam/plan"
	"bekwaam/store"
)

func (r *run) withdrawCommand() *cobra.Command {
	var file string
	cmd := r.stateCommand("withdraw PLAN [--file ID] [--json]", "withdraw", func(p plan.Plan, by plan.Actor) (plan.Change, error) {
		return plan.Withdraw(p, file, by)
	})
	cmd.Flags().StringVar(&file, "file", "", r.t.T("cli.flag.withdraw-file"))
	return cmd
}

func (r *run) startCommand() *cobra.Command {
	return r.stateCommand("start PLAN [--json]", "start", plan.Begin)
}

// moved is a plan after a move of state.
type moved struct {
	Plan  string     `json:"plan"`
	State plan.State `json:"state"`
}

func (r *run) stateCommand(use, name string, act func(plan.Plan, plan.Actor) (plan.Change, error)) *cobra.Command {
	return r.withJSON(r.command(use, name, 1, 1, func(args []string) error {
		return r.withPlan(args, func(s *session, p plan.Plan) error {
			by := plan.Actor{Name: p.Profile.Name, At: s.Now()}
			c, err := act(p, by)
			if err := s.recorded(c, err, by); err != nil {
				return err
			}
			if s.json {
				return s.printJSON(moved{p.ID, c.Plan.State})
			}
			s.print("%s", s.t.T("cli.moved", "State", s.t.T("state."+string(c.Plan.State))))
			return nil
		})
	}))
}

// recorded saves a change, unless it was refused.
func (s *session) recorded(c plan.Change, err error, by plan.Actor) error {
	if err != nil {
		return err
	}
	_, err = s.st.Append(store.Entry{Plan: c.Plan, Rev: plan.Revision{At: plan.At(by.At), By: by.Name, Act: c.Act}})
	return err
}

type returnFlags struct {
	output, outcome, reason, secret string
	wrap                            wrapping
}

func (r *run) returnCommand() *cobra.Command {
	var flags returnFlags
	cmd := r.withJSON(r.command("return PLAN -o FILE --outcome discussed|question --reason T [--key-passphrase-file F] [--encrypt-to CONTACT|--passphrase-file F] [--json]", "return", 1, 1, func(args []string) error {
		if flags.output == "" {
			return r.misuse("cli.err.no-output")
		}
		if err := r.choice("--outcome", flags.outcome, plan.Outcomes...); err != nil {
			return err
		}
		return r.withPlan(args, func(s *session, p plan.Plan) error { return s.giveBack(p, flags) })
	}))
	cmd.Flags().StringVarP(&flags.output, "output", "o", "", r.t.T("cli.flag.output"))
	cmd.Flags().StringVar(&flags.outcome, "outcome", "", r.t.T("cli.flag.outcome"))
	cmd.Flags().StringVar(&flags.reason, "reason", "", r.t.T("cli.flag.reason"))
	cmd.Flags().StringVar(&flags.secret, "key-passphrase-file", "", r.t.T("cli.flag.passphrase"))
	r.wrapFlags(cmd, &flags.wrap)
	return cmd
}

// giveBack closes the coach's round: one file for the teacher.
func (s *session) giveBack(p plan.Plan, flags returnFlags) error {
	data, sealed, entry, err := s.returnFile(p, flags.outcome, typedText(flags.reason), s.keyWith(flags.secret))
	if err != nil {
		return err
	}
	if data, err = s.wrap(data, flags.wrap); err != nil {
		return err
	}
	record := func() error { _, err := s.st.Append(entry); return err }
	if err := s.writeFile(flags.output, data, record); err != nil {
		return err
	}
	return s.printExported(flags.output, "pdf", string(plan.Coach), data, p.ID, p.Revision+1, sealed, s.tellPrivate(plan.Plan{Notes: entry.Plan.Notes}))
}
