package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"bekwaam/continuum"
	"bekwaam/plan"
)

func (r *run) focusCommand() *cobra.Command {
	return r.withJSON(r.command("focus PLAN [--json]", "focus", 1, 1, func(args []string) error {
		return r.withPlan(args, (*session).focus)
	}))
}

// proposed is what to look at first, with what speaks for it.
type proposed struct {
	Competences []string `json:"competences"`
	Reasons     []reason `json:"reasons"`
}

type reason struct {
	Code string   `json:"code"`
	Args []string `json:"args"`
	Text string   `json:"text"`
}

type gaps struct {
	Certain []string `json:"certain"`
	Tied    []string `json:"tied"`
}

// focus prints where wish and place lie widest apart, and what the teacher
// may look at first. It proposes; nothing is chosen here.
func (s *session) focus(p plan.Plan) error {
	f, err := s.framework(p)
	if err != nil {
		return err
	}
	fits, ok := s.pack.Scale(continuum.ScaleFits)
	if !ok {
		return s.refuse("cli.err.no-framework", "Framework", p.Profile.Framework)
	}
	certain, tied := continuum.WidestGaps(p.OwnViews(), *fits)
	all := []proposed{}
	for _, x := range plan.Proposals(p, f, *fits, continuum.Shown) {
		why := []reason{}
		for _, r := range x.Reasons {
			why = append(why, reason{r.Code, list(r.Args), s.reasonText(p, f, x.Competence, r)})
		}
		all = append(all, proposed{[]string{x.Competence}, why})
	}
	if s.json {
		return s.printJSON(struct {
			Widest    gaps       `json:"widest_gaps"`
			Proposals []proposed `json:"proposals"`
		}{gaps{list(certain), list(tied)}, all})
	}
	if len(all) == 0 {
		s.print("%s", s.t.T("cli.focus.none"))
	}
	for _, x := range all {
		s.print("%s", s.competenceName(f, x.Competences[0]))
		for _, r := range x.Reasons {
			s.print("  %s", r.Text)
		}
	}
	return nil
}

// reasonText says why something is proposed.
func (s *session) reasonText(p plan.Plan, f *continuum.Framework, competence string, r continuum.Reason) string {
	arg := strings.Join(r.Args, " ")
	switch r.Code {
	case continuum.ReasonWant:
		return s.t.T("cli.focus.want", "Answer", arg)
	case continuum.ReasonBand:
		return s.t.T("cli.focus.band")
	case continuum.ReasonSchool:
		for _, g := range p.SchoolGoals {
			if g.ID == arg {
				return s.t.T("cli.focus.school", "Goal", clean(g.Text))
			}
		}
		return ""
	case continuum.ReasonObserved:
		return s.t.T("cli.focus.observed", "Count", arg)
	case continuum.ReasonFits:
		if _, c, ok := f.Competence(competence); ok {
			if words, ok := c.Indicators[arg]; ok {
				return s.t.T("cli.focus.fits", "Sentence", f.Say(words, s.lang))
			}
		}
		return s.t.T("cli.focus.fits-none")
	}
	return clean(r.Code)
}
