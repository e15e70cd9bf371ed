package cli

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"bekwaam/plan"
	"bekwaam/store"
)

// turned is a plan after a moment of the year.
type turned struct {
	Plan     string     `json:"plan"`
	State    plan.State `json:"state"`
	Revision int        `json:"revision"`
}

func (s *session) printTurned(p plan.Plan) error {
	if s.json {
		return s.printJSON(turned{p.ID, p.State, p.Revision})
	}
	s.print("%s", s.t.T("cli.moved", "State", s.t.T("state."+string(p.State))))
	return nil
}

func (r *run) momentCommand() *cobra.Command {
	var file string
	cmd := r.withJSON(r.command("moment PLAN half-way|evaluation --file F [--json]", "moment", 2, 2, func(args []string) error {
		if err := r.choice("moment PLAN", args[1], plan.MomentHalfway, plan.MomentEvaluation); err != nil {
			return err
		}
		if file == "" {
			return r.misuse("cli.err.no-file")
		}
		return r.withPlan(args, func(s *session, p plan.Plan) error {
			data, err := s.bytesFrom(file)
			if err != nil {
				return err
			}
			b, err := plan.ReadLookBack(data, args[1])
			if e := (*plan.Error)(nil); errors.As(err, &e) {
				return s.refusePlan(file, e)
			}
			do := plan.EvaluationActs(b)
			if args[1] == plan.MomentHalfway {
				do = plan.HalfwayActs(b, plan.Actor{Name: p.Profile.Name, At: s.Now()})
			}
			if p, err = s.acts(p, do...); err != nil {
				return err
			}
			return s.printTurned(p)
		})
	}))
	cmd.Flags().StringVar(&file, "file", "", r.t.T("cli.flag.moment-file"))
	return cmd
}

func (r *run) closeCommand() *cobra.Command {
	return r.withJSON(r.command("close PLAN [--json]", "close", 1, 1, func(args []string) error {
		return r.withPlan(args, func(s *session, p plan.Plan) error {
			by := plan.Actor{Name: p.Profile.Name, At: s.Now()}
			c, err := plan.Close(p, by)
			if err := s.recorded(c, err, by); err != nil {
				return err
			}
			c.Plan.Revision = p.Revision + 1
			return s.printTurned(c.Plan)
		})
	}))
}

func (r *run) carryCommand() *cobra.Command {
	var to string
	cmd := r.withJSON(r.command("carry PLAN --to YEAR [--json]", "carry", 1, 1, func(args []string) error {
		return r.withPlan(args, func(s *session, p plan.Plan) error {
			by := plan.Actor{Name: p.Profile.Name, At: s.Now()}
			c, err := plan.NextYear(p, s.pack, s.st.NewID(), clean(to))
			if err != nil {
				return err
			}
			rev, err := s.st.Append(store.Entry{Plan: c.Plan, Rev: plan.Revision{At: plan.At(by.At), By: by.Name, Act: c.Act}})
			if err != nil {
				return err
			}
			c.Plan.Revision = rev.N
			return s.printTurned(c.Plan)
		})
	}))
	cmd.Flags().StringVar(&to, "to", "", r.t.T("cli.flag.to-year"))
	return cmd
}

// alongCommand ticks what goes along to the next year.
func (r *run) alongCommand() *cobra.Command {
	var not bool
	cmd := r.withJSON(r.command("along PLAN [ITEM…] [--not] [--json]", "along", 1, -1, func(args []string) error {
		return r.withPlan(args, func(s *session, p plan.Plan) error {
			var do []plan.Acting
			for _, sel := range args[1:] {
				id, err := s.anyItem(p, sel)
				if err != nil {
					return err
				}
				do = append(do, func(p plan.Plan) (plan.Change, error) { return plan.GoesOn(p, id, !not) })
			}
			if len(do) > 0 {
				var err error
				if p, err = s.acts(p, do...); err != nil {
					return err
				}
			}
			on := plan.GoesAlong(p)
			if s.json {
				return s.printJSON(map[string][]string{"goals": list(on.Goals), "activities": list(on.Activities), "agreements": list(on.Agreements)})
			}
			for _, ids := range [][]string{on.Goals, on.Activities, on.Agreements} {
				for _, id := range ids {
					s.print("%s", s.itemName(p, id))
				}
			}
			if len(on.Goals)+len(on.Activities)+len(on.Agreements) == 0 {
				s.print("%s", s.t.T("cli.along.none"))
			}
			return nil
		})
	}))
	cmd.Flags().BoolVar(&not, "not", false, r.t.T("cli.flag.not"))
	return cmd
}

// anyItem finds a goal, an activity or an agreement.
func (s *session) anyItem(p plan.Plan, sel string) (string, error) {
	for _, block := range []string{"goals", "activities", "agreements"} {
		if id, err := s.item(p, block, sel); err == nil {
			return id, nil
		}
	}
	return "", s.refuse("cli.err.no-item", "Item", sel)
}

func (r *run) letterCommand() *cobra.Command {
	var file string
	cmd := r.withJSON(r.command("letter PLAN [--file F] [--json]", "letter", 1, 1, func(args []string) error {
		return r.withPlan(args, func(s *session, p plan.Plan) error {
			if file != "" {
				words, err := s.textFile(file)
				if err != nil {
					return err
				}
				on := s.today()
				if _, err := s.acts(p, func(p plan.Plan) (plan.Change, error) { return plan.WriteLetter(p, words, on) }); err != nil {
					return err
				}
				if s.json {
					return s.printJSON(map[string]string{"date": on.String()})
				}
				s.print("%s", s.t.T("cli.letter.written"))
				return nil
			}
			l, ok := plan.OpenLetter(p)
			if !ok {
				return s.refuse("cli.err.letter-shut")
			}
			if s.json {
				return s.printJSON(map[string]string{"date": l.Date.String(), "text": l.Text})
			}
			s.print("%s", strings.TrimSpace(l.Text))
			return nil
		})
	}))
	cmd.Flags().StringVar(&file, "file", "", r.t.T("cli.flag.file"))
	return cmd
}
