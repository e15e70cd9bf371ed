package cli

import (
	"github.com/spf13/cobra"

	"bekwaam/plan"
	"bekwaam/text"
)

type moveOnFlags struct {
	last, from, start, board, school, fte, employment, manager, function, reason string
	take                                                                         []string
	coach                                                                        bool
}

func (r *run) moveOnCommand() *cobra.Command {
	var f moveOnFlags
	cmd := r.withJSON(r.command("move-on PLAN --last D [--from ID] [--board B] [--school S] [--fte F] [--employment ID] [--manager NAME] [--function T] [--start D] [--take ITEM…] [--keep-coach] [--reason T] [--json]", "move-on", 1, 1, func(args []string) error {
		return r.withPlan(args, func(s *session, p plan.Plan) error { return s.moveOn(p, f) })
	}))
	for _, x := range []struct {
		name string
		to   *string
	}{{"last", &f.last}, {"from", &f.from}, {"board", &f.board}, {"school", &f.school}, {"fte", &f.fte}, {"employment", &f.employment},
		{"manager", &f.manager}, {"function", &f.function}, {"start", &f.start}} {
		cmd.Flags().StringVar(x.to, x.name, "", r.t.T("cli.flag.move-on."+x.name))
	}
	cmd.Flags().StringVar(&f.reason, "reason", "", r.t.T("cli.flag.reason"))
	cmd.Flags().StringSliceVar(&f.take, "take", nil, r.t.T("cli.flag.move-on.take"))
	cmd.Flags().BoolVar(&f.coach, "keep-coach", false, r.t.T("cli.flag.move-on.keep-coach"))
	return cmd
}

// movedOn is a plan after moving on.
type movedOn struct {
	Plan     string   `json:"plan"`
	Revision int      `json:"revision"`
	From     string   `json:"from"`
	To       string   `json:"to"`
	Stayed   []string `json:"stayed"` // ids of what was let go or dropped
}

func (s *session) moveOn(p plan.Plan, f moveOnFlags) error {
	if f.last == "" {
		return s.misuse("cli.err.move-on-last")
	}
	l := plan.Leaving{Employer: clean(f.from), Reason: typedText(f.reason), Coach: f.coach, NewID: s.st.NewID}
	var err error
	if l.Last, err = s.onDay(p, "--last", f.last, "move-on"); err != nil {
		return err
	}
	l.Next = plan.Employer{ID: plan.FreeEmployerID(p), Board: clean(f.board), School: clean(f.school), Function: clean(f.function), Employment: clean(f.employment)}
	if f.start != "" {
		if l.Next.From, err = s.onDay(p, "--start", f.start, "move-on"); err != nil {
			return err
		}
	}
	if f.fte != "" {
		share, err := text.ParseShare(f.fte)
		if err != nil {
			return s.misuse("cli.err.flag-value", "Flag", "--fte", "Value", f.fte, "Command", "bekwaam move-on")
		}
		l.Next.FTE = plan.Share4(share)
	}
	if _, ok := s.pack.EmploymentType(f.employment); f.employment != "" && !ok {
		var known []string
		for _, t := range s.pack.EmploymentFor(p.Profile.Framework) {
			known = append(known, t.ID)
		}
		return s.choice("--employment", f.employment, known...)
	}
	if f.manager != "" {
		fw, err := s.framework(p)
		if err != nil {
			return err
		}
		l.Next.Manager = &plan.Person{Name: clean(f.manager), Role: fw.PartnerFor(plan.RoleManager)}
	}
	for _, sel := range f.take {
		id, err := s.anyItem(p, sel)
		if err != nil {
			if id, err = s.item(p, "evidence", sel); err != nil {
				return err
			}
		}
		l.Take = append(l.Take, id)
	}
	q, err := s.acts(p, func(p plan.Plan) (plan.Change, error) { return plan.MoveOn(p, s.pack, l) })
	if err != nil {
		return err
	}
	out := movedOn{Plan: q.ID, Revision: q.Revision, To: q.Profile.Now, Stayed: []string{}}
	for _, e := range q.Profile.Employers {
		if e.To == l.Last {
			out.From = e.ID
		}
	}
	for i, a := range p.Activities {
		if a.Status != q.Activities[i].Status && q.Activities[i].Status == plan.Dropped {
			out.Stayed = append(out.Stayed, a.ID)
		}
	}
	for i, a := range p.Agreements {
		if a.Open() && !q.Agreements[i].Open() {
			out.Stayed = append(out.Stayed, a.ID)
		}
	}
	if s.json {
		return s.printJSON(out)
	}
	s.print("%s", s.t.T("cli.move-on.done", "Date", text.FormatDate(l.Last, text.Lang(s.lang), text.Medium)))
	for _, id := range out.Stayed {
		s.print("  %s", s.t.T("cli.move-on.stayed", "Name", s.itemName(q, id)))
	}
	return nil
}
