package cli

import (
	"crypto/x509"
	"strings"

	"bekwaam/plan"
	"bekwaam/seal"
)

func certificates(people seal.Contacts) []*x509.Certificate {
	var out []*x509.Certificate
	for _, c := range people {
		out = append(out, c.Certificate)
	}
	return out
}

func namesOf(people seal.Contacts) []string {
	var out []string
	for _, c := range people {
		out = append(out, c.Name)
	}
	return out
}

// judgingRow is a line with what is judged on it: by oneself, and once they are
// open by each.
type judgingRow struct {
	Line   string          `json:"line"`
	Name   string          `json:"name"`
	Mine   *plan.Judgement `json:"mine"`
	Judged []judgedBy      `json:"judged"`
	Before []judgedBy      `json:"before"` // that were revised
	Differ bool            `json:"differ"`
}

type judgedBy struct {
	By       string   `json:"by"`
	Verdict  string   `json:"verdict"`
	Reason   string   `json:"reason"`
	Source   []string `json:"source"`
	Evidence []string `json:"evidence"`
}

type shownJudging struct {
	Plan     string       `json:"plan"`
	Teacher  string       `json:"teacher"`
	HandedIn bool         `json:"handed_in"`
	Waiting  []string     `json:"waiting"`  // who did not hand in yet
	Unopened []string     `json:"unopened"` // whose judgement cannot be read here yet
	Proposed string       `json:"proposed"` // id of the advice on the table
	Agreed   bool         `json:"agreed"`   // all assessors stand behind an advice
	Overall  string       `json:"overall"`
	Decided  string       `json:"decided"` // the phase
	Lines    []judgingRow `json:"lines"`
}

func by(judged []plan.JudgedBy) []judgedBy {
	out := []judgedBy{}
	for _, j := range judged {
		out = append(out, judgedBy{j.Name, j.Judgement.Judgement, j.Reason, list(j.Source), list(j.Evidence)})
	}
	return out
}

// showJudging prints how far the judging of a file is.
func (s *session) showJudging(p plan.Plan, me plan.Party) error {
	if p.CompetenceFile() == nil {
		return s.refuse("cli.err.no-competence-file")
	}
	a := p.Assessment
	x := shownJudging{Plan: p.ID, Teacher: p.Profile.Name, Waiting: list(p.Waiting()), Unopened: list(p.Unopened()), Agreed: a.Agreed != nil, Lines: []judgingRow{}}
	for _, y := range a.Sealed {
		x.HandedIn = x.HandedIn || y.Key == me.Key && me.Key != ""
	}
	if y, ok := p.ProposedAdvice(); ok {
		x.Proposed = y.ID
	}
	if a.Agreed != nil {
		x.Overall = a.Agreed.Overall
	}
	if a.Decision != nil {
		x.Decided = a.Decision.Phase
	}
	for _, l := range plan.Compare(p) {
		row := judgingRow{Line: l.Line.ID, Name: l.Line.Name, Judged: by(l.By), Before: by(l.Earlier), Differ: l.Differ}
		if a.Mine != nil {
			for i, j := range a.Mine.Judgements {
				if j.Competence == l.Line.ID {
					row.Mine = &a.Mine.Judgements[i]
				}
			}
		}
		x.Lines = append(x.Lines, row)
	}
	if s.json {
		return s.printJSON(x)
	}
	s.printJudging(x)
	return nil
}

func (s *session) printJudging(x shownJudging) {
	s.print("%s", s.t.T("cli.judge.of", "Name", x.Teacher))
	for _, l := range x.Lines {
		s.print("%s  %s", l.Line, clean(l.Name))
		if l.Mine != nil {
			s.print("  %s", s.t.T("cli.judge.mine", "Verdict", s.verdict(l.Mine.Judgement), "Reason", brief(clean(l.Mine.Reason))))
		}
		for _, j := range l.Before {
			s.print("  %s", s.t.T("cli.judge.before", "Name", clean(j.By), "Verdict", s.verdict(j.Verdict), "Reason", brief(clean(j.Reason))))
		}
		for _, j := range l.Judged {
			s.print("  %s", s.t.T("cli.judge.by", "Name", clean(j.By), "Verdict", s.verdict(j.Verdict), "Reason", brief(clean(j.Reason))))
		}
		if l.Differ {
			s.print("  %s", s.t.T("cli.judge.differ"))
		}
	}
	switch {
	case x.Decided != "":
		s.print("%s", s.t.T("cli.judge.decided"))
	case x.Agreed:
		s.print("%s", s.t.T("cli.judge.agreed"))
	case len(x.Waiting) > 0:
		s.print("%s", s.t.T("cli.judge.waiting", "Names", strings.Join(x.Waiting, ", ")))
	case len(x.Unopened) > 0:
		s.print("%s", s.t.T("cli.judge.unopened", "Names", strings.Join(x.Unopened, ", ")))
	default:
		s.print("%s", s.t.T("cli.judge.open"))
	}
}

// verdict is a judgement in words.
func (s *session) verdict(id string) string {
	for _, v := range plan.Verdicts {
		if v == id {
			return s.t.T("report.judgement." + id)
		}
	}
	return s.t.T("cli.judge.none")
}
