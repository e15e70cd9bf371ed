package cli

import (
	"bekwaam/plan"
)

// fileRow is a file that was made of a plan, or came back.
type fileRow struct {
	ID        string       `json:"id"`
	What      string       `json:"what"` // made, received or signed
	With      string       `json:"with"` // who it is for, or came from
	Version   int          `json:"version"`
	At        plan.Instant `json:"at"`
	Outcome   string       `json:"outcome,omitempty"`
	Reason    string       `json:"reason,omitempty"`
	Answers   string       `json:"answers,omitempty"`   // the file that it answers
	Withdrawn plan.Instant `json:"withdrawn,omitempty"` // it, or what it answers
	Answered  bool         `json:"answered"`
}

// exchanged prints what was made of a plan for whom, and what came back, the
// oldest first.
func (s *session) exchanged(p plan.Plan) error {
	all := []fileRow{}
	rows := [][]string{{s.t.T("cli.col.id"), s.t.T("cli.col.when"), s.t.T("cli.col.version"), s.t.T("cli.col.what")}}
	for _, x := range p.Exchange() {
		all = append(all, fileRow{x.ID, x.Way, x.With.Name, x.Version, x.At, x.Outcome, x.Reason, x.Answers, x.Withdrawn, x.Answered})
		what := s.t.T("cli.files."+x.Way, "Name", or(clean(x.With.Name)))
		if x.Outcome != "" {
			what += ": " + s.t.T("s72.outcome."+x.Outcome)
		}
		switch {
		case x.Withdrawn != "" && x.Way == plan.WayReceived:
			what += s.t.T("cli.files.to-withdrawn")
		case x.Withdrawn != "":
			what += s.t.T("cli.files.withdrawn")
		}
		rows = append(rows, []string{x.ID, s.moment(x.At), itoa(x.Version), what})
	}
	switch {
	case s.json:
		return s.printJSON(all)
	case len(all) == 0:
		s.print("%s", s.t.T("cli.files.none"))
		return nil
	}
	s.table(rows)
	return nil
}
