package cli

import (
	"time"

	"github.com/spf13/cobra"

	"bekwaam/plan"
	"bekwaam/store"
	"bekwaam/text"
)

// listed is a plan as list --json gives it.
type listed struct {
	ID         string       `json:"id"`
	SchoolYear string       `json:"school_year"`
	Teacher    string       `json:"teacher"`
	Framework  string       `json:"framework"`
	State      plan.State   `json:"state"`
	Revision   int          `json:"revision"`
	Updated    plan.Instant `json:"updated"`
}

func (r *run) listCommand() *cobra.Command {
	return r.withJSON(r.command("list [--json]", "list", 0, 0, func([]string) error {
		return r.withStore((*session).list)
	}))
}

// list prints the plans, the one changed last first.
func (s *session) list() error {
	all := []listed{}
	for after := ""; ; {
		page, next, err := s.st.Page(store.ByChange, after, 500)
		if err != nil {
			return err
		}
		for _, x := range page {
			all = append(all, listed{x.ID, x.SchoolYear, x.Teacher, x.Framework, x.State, x.Revision, x.Updated})
		}
		if next == "" {
			break
		}
		after = next
	}
	if s.json {
		return s.printJSON(all)
	}
	if len(all) == 0 {
		s.print("%s", s.t.T("cli.list.none"))
		return nil
	}
	rows := [][]string{{s.t.T("cli.col.id"), s.t.T("cli.col.year"), s.t.T("cli.col.teacher"), s.t.T("cli.col.state"), s.t.T("cli.col.changed")}}
	for _, x := range all {
		rows = append(rows, []string{clean(x.ID), text.FormatSchoolYear(x.SchoolYear), or(text.Cut(clean(x.Teacher), 40)), s.t.T("state." + string(x.State)), s.moment(x.Updated)})
	}
	s.table(rows)
	return nil
}

// moment writes when something was, in local time.
func (r *run) moment(at plan.Instant) string {
	t := at.Time()
	if t.IsZero() {
		return text.Nothing
	}
	t = t.In(r.Now().Location())
	return r.day(t) + " " + t.Format("15:04")
}

func (r *run) day(t time.Time) string {
	y, m, d := t.Date()
	return r.date(text.Date{Year: y, Month: int(m), Day: d})
}

func (r *run) date(d text.Date) string { return text.FormatDate(d, text.Lang(r.lang), text.Medium) }

// or is a text, or the sign for nothing.
func or(s string) string {
	if s == "" {
		return text.Nothing
	}
	return s
}
