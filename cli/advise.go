package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"bekwaam/plan"
)

type interviewFlags struct {
	file, output, secret string
	wrap                 wrapping
}

// interviewCommand prints the agenda of the interview, or records what was said.
func (r *run) interviewCommand() *cobra.Command {
	var f interviewFlags
	cmd := r.withJSON(r.command("interview PLAN [--file F [-o FILE]] [--key-passphrase-file F] [--encrypt-to CONTACT|--passphrase-file F] [--json]", "interview", 1, 1, func(args []string) error {
		return r.withPlan(args, func(s *session, p plan.Plan) error {
			me, err := s.me("")
			if err != nil {
				return err
			}
			if f.file == "" {
				return s.agenda(p, me)
			}
			return s.interviewed(p, me, f)
		})
	}))
	cmd.Flags().StringVar(&f.file, "file", "", r.t.T("cli.flag.interview-file"))
	r.judgingFlags(cmd, &f.output, &f.secret, &f.wrap)
	return cmd
}

// agendaRow is a line of the agenda; no judgement stands in it.
type agendaRow struct {
	Line      string      `json:"line"`
	Name      string      `json:"name"`
	Pieces    []string    `json:"pieces"`
	Questions []agendaAsk `json:"questions"`
}

type agendaAsk struct {
	By   string `json:"by"`
	Text string `json:"text"`
}

func (s *session) agenda(p plan.Plan, me plan.Party) error {
	if p.CompetenceFile() == nil {
		return s.refuse("cli.err.no-competence-file")
	}
	rows := []agendaRow{}
	for _, l := range plan.InterviewAgenda(p, me.Name) {
		row := agendaRow{Line: l.Line.ID, Name: l.Line.Name, Pieces: []string{}, Questions: []agendaAsk{}}
		for _, x := range l.Pieces {
			row.Pieces = append(row.Pieces, x.ID)
		}
		for _, q := range l.Questions {
			row.Questions = append(row.Questions, agendaAsk{q.By, q.Text})
		}
		rows = append(rows, row)
	}
	if s.json {
		return s.printJSON(rows)
	}
	for _, row := range rows {
		s.print("%s", clean(first(row.Name, s.t.T("report.judging.all"))))
		if len(row.Pieces) > 0 {
			s.print("  %s", s.t.T("cli.interview.pieces", "List", strings.Join(row.Pieces, ", ")))
		}
		for _, q := range row.Questions {
			s.print("  %s: %s", clean(q.By), clean(q.Text))
		}
	}
	return nil
}

func (s *session) interviewed(p plan.Plan, me plan.Party, f interviewFlags) error {
	data, err := s.bytesFrom(f.file)
	if err != nil {
		return err
	}
	on, present, heard, err := plan.ReadInterview(data)
	if err != nil {
		return s.documentFault(f.file, err)
	}
	by := plan.Actor{Name: me.Name, At: s.Now()}
	c, err := plan.RecordInterview(p, by, me, on, present, heard)
	if f.output != "" {
		return s.putOut(p, c, err, me, f.output, f.secret, f.wrap)
	}
	if err := s.recorded(c, err, by); err != nil {
		return err
	}
	return s.showJudging(c.Plan, me)
}

type adviseFlags struct {
	line, verdict, reason, overall, output, secret string
	source, evidence                               []string
	apart, propose, agree                          bool
	wrap                                           wrapping
}

// adviseCommand is the advice of all assessors.
func (r *run) adviseCommand() *cobra.Command {
	var f adviseFlags
	cmd := r.withJSON(r.command("advise PLAN [--line L --verdict shown|partly|not-shown --reason T|--line L --no-agreement --reason T] [--overall met|not-yet --reason T|--no-agreement --reason T] [--source S…] [--evidence PIECE…] [--propose -o FILE] [--agree -o FILE] [--key-passphrase-file F] [--encrypt-to CONTACT|--passphrase-file F] [--json]", "advise", 1, 1, func(args []string) error {
		if f.propose && f.agree || f.verdict != "" && f.apart || (f.propose || f.agree) && f.output == "" {
			return r.misuse("cli.err.advise-what")
		}
		if f.verdict != "" {
			if err := r.choice("--verdict", f.verdict, plan.Verdicts...); err != nil {
				return err
			}
		}
		if f.overall != "" {
			if err := r.choice("--overall", f.overall, plan.Advices...); err != nil {
				return err
			}
		}
		return r.withPlan(args, func(s *session, p plan.Plan) error { return s.advising(p, f) })
	}))
	flags := cmd.Flags()
	flags.StringVar(&f.line, "line", "", r.t.T("cli.flag.judge.line"))
	flags.StringVar(&f.verdict, "verdict", "", r.t.T("cli.flag.judge.verdict"))
	flags.StringVar(&f.reason, "reason", "", r.t.T("cli.flag.reason"))
	flags.StringVar(&f.overall, "overall", "", r.t.T("cli.flag.advise.overall"))
	flags.StringSliceVar(&f.source, "source", nil, r.t.T("cli.flag.judge.source"))
	flags.StringSliceVar(&f.evidence, "evidence", nil, r.t.T("cli.flag.judge.evidence"))
	flags.BoolVar(&f.apart, "no-agreement", false, r.t.T("cli.flag.advise.apart"))
	flags.BoolVar(&f.propose, "propose", false, r.t.T("cli.flag.advise.propose"))
	flags.BoolVar(&f.agree, "agree", false, r.t.T("cli.flag.advise.agree"))
	r.judgingFlags(cmd, &f.output, &f.secret, &f.wrap)
	return cmd
}

func (s *session) advising(p plan.Plan, f adviseFlags) error {
	me, err := s.me("")
	if err != nil {
		return err
	}
	by := plan.Actor{Name: me.Name, At: s.Now()}
	reason := typedText(f.reason)
	var c plan.Change
	switch {
	case f.propose:
		c, err = plan.Propose(p, by, me)
		return s.putOut(p, c, err, me, f.output, f.secret, f.wrap)
	case f.agree:
		c, err = plan.AgreeWith(p, by, me)
		return s.putOut(p, c, err, me, f.output, f.secret, f.wrap)
	case f.line != "" && f.apart && reason == "":
		err = &plan.Error{Code: plan.CodeNoReason, Item: clean(f.line)}
	case f.line != "" && f.apart:
		c, err = plan.AdviseLine(p, plan.Judgement{Competence: clean(f.line)}, reason)
	case f.line != "":
		c, err = plan.AdviseLine(p, plan.Judgement{Competence: clean(f.line), Judgement: f.verdict, Reason: reason, Source: f.source, Evidence: f.evidence}, "")
	case f.overall != "" || f.apart:
		c, err = plan.AdviseOverall(p, f.overall, reason)
	case f.output != "":
		return s.putOut(p, plan.Change{Plan: p}, nil, me, f.output, f.secret, f.wrap)
	default:
		return s.showJudging(p, me)
	}
	if err := s.recorded(c, err, by); err != nil {
		return err
	}
	if s.json {
		return s.printJSON(judgedLine{clean(f.line), first(f.verdict, f.overall), me.Name, plan.At(by.At)})
	}
	s.print("%s", s.t.T("cli.judge.noted"))
	return nil
}

// reactCommand is what the teacher says to the advice.
func (r *run) reactCommand() *cobra.Command {
	var words string
	cmd := r.withJSON(r.command("react PLAN --text T [--json]", "react", 1, 1, func(args []string) error {
		return r.withPlan(args, func(s *session, p plan.Plan) error {
			me, err := s.me(p.Profile.Name)
			if err != nil {
				return err
			}
			by := plan.Actor{Name: p.Profile.Name, At: s.Now()}
			c, err := plan.React(p, by, me.Key, typedText(words))
			if err := s.recorded(c, err, by); err != nil {
				return err
			}
			all := c.Plan.Assessment.Reactions
			if s.json {
				return s.printJSON(all[len(all)-1])
			}
			s.print("%s", s.t.T("cli.react.done"))
			return nil
		})
	}))
	cmd.Flags().StringVar(&words, "text", "", r.t.T("cli.flag.text"))
	return cmd
}
