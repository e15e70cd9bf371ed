package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"bekwaam/plan"
	"bekwaam/text"
)

type talkFlags struct {
	id, date, text string
	agree          []string
}

func (r *run) talkCommand() *cobra.Command {
	var flags talkFlags
	cmd := r.withJSON(r.command("talk PLAN [--id TALK] [--date D] [--text T] [--agree 'WHO: WHAT'…] [--json]", "talk", 1, 1, func(args []string) error {
		return r.withPlan(args, func(s *session, p plan.Plan) error {
			if flags.date == "" && flags.text == "" && len(flags.agree) == 0 {
				return s.printTalks(p, flags.id)
			}
			return s.writeTalk(p, flags)
		})
	}))
	cmd.Flags().StringVar(&flags.id, "id", "", r.t.T("cli.flag.talk-id"))
	cmd.Flags().StringVar(&flags.date, "date", "", r.t.T("cli.flag.talk-date"))
	cmd.Flags().StringVar(&flags.text, "text", "", r.t.T("cli.flag.text"))
	cmd.Flags().StringArrayVar(&flags.agree, "agree", nil, r.t.T("cli.flag.agree"))
	return cmd
}

// writeTalk makes the report of a talk, or changes one.
func (s *session) writeTalk(p plan.Plan, flags talkFlags) error {
	by := plan.Actor{Name: p.Profile.Name, At: s.Now()}
	f := p.ProposeTalk(s.today())
	if flags.id != "" {
		t, ok := p.Talk(flags.id)
		if !ok {
			return &plan.Error{Code: plan.CodeUnknown, Item: clean(flags.id)}
		}
		f = t.Now()
	}
	if flags.date != "" {
		d, err := text.ParseDate(flags.date, s.today(), p.Profile.SchoolYear)
		if err != nil {
			return s.misuse("cli.err.flag-value", "Flag", "--date", "Value", flags.date, "Command", "bekwaam talk")
		}
		f.Date = d
	}
	if flags.text != "" {
		f.Summary = typedText(flags.text)
	}
	if len(flags.agree) > 0 {
		f.Agreements = nil
	}
	for _, x := range flags.agree {
		who, what, ok := strings.Cut(x, ":")
		if !ok {
			return s.misuse("cli.err.flag-value", "Flag", "--agree", "Value", x, "Command", "bekwaam talk")
		}
		f.Agreements = append(f.Agreements, plan.TalkAgreement{Who: typedText(who), What: typedText(what)})
	}
	id := flags.id
	var c plan.Change
	var err error
	if id == "" {
		id = s.st.NewID()
		c, err = plan.AddTalk(p, by, id, f)
	} else {
		c, err = plan.EditTalk(p, by, id, "report", func(x *plan.TalkForm) { *x = f })
	}
	if err := s.recorded(c, err, by); err != nil {
		return err
	}
	if s.json {
		return s.printTalks(c.Plan, id)
	}
	s.print("%s", s.t.T("cli.talk.done", "Talk", id))
	return nil
}

// talkRow is a report with the words on it.
type talkRow struct {
	Talk       string         `json:"talk"`
	Date       string         `json:"date"`
	Version    int            `json:"version"`
	Text       string         `json:"text"`
	Agreements []agreementRow `json:"agreements"`
	Confirmed  []confirmedRow `json:"confirmed"`
	Agreed     bool           `json:"agreed"`
}

type agreementRow struct {
	Who    string `json:"who"`
	What   string `json:"what"`
	ByWhen string `json:"by_when"`
}

// confirmedRow is somebody's word: now, or on an earlier form of the report.
type confirmedRow struct {
	By      string `json:"by"`
	Role    string `json:"role"`
	How     string `json:"how"`
	Date    string `json:"date"`
	Now     bool   `json:"now"`
	Checked bool   `json:"checked"` // the proof of a key file holds, with a key that is known here
	Text    string `json:"text"`    // that was confirmed
}

// printTalks shows the reports of a plan, or the one with this id.
func (s *session) printTalks(p plan.Plan, id string) error {
	rows := []talkRow{}
	for _, t := range p.Talks {
		if id != "" && t.ID != id {
			continue
		}
		f := t.Now()
		row := talkRow{Talk: t.ID, Date: f.Date.String(), Version: f.Version, Text: f.Summary, Agreements: []agreementRow{}, Confirmed: []confirmedRow{}, Agreed: p.TalkAgreed(t.ID)}
		for _, a := range f.Agreements {
			row.Agreements = append(row.Agreements, agreementRow{a.Who, a.What, isoDay(a.ByWhen)})
		}
		for _, w := range p.TalkWords(t.ID) {
			row.Confirmed = append(row.Confirmed, confirmedRow{w.By, w.Role, w.How, w.Date.String(), w.Now, s.proven(p.ID, w.Confirmation), w.Form.Summary})
		}
		rows = append(rows, row)
	}
	if s.json {
		return s.printJSON(rows)
	}
	if len(rows) == 0 {
		s.print("%s", s.t.T("cli.talk.none"))
	}
	lang := text.Lang(s.lang)
	for _, row := range rows {
		t, _ := p.Talk(row.Talk)
		s.print("%s", s.t.T("cli.talk.head", "Talk", row.Talk, "Date", text.FormatDate(t.Now().Date, lang, text.Long), "Version", row.Version))
		if row.Text != "" {
			s.print("  %s", brief(clean(row.Text)))
		}
		for _, a := range t.Now().Agreements {
			s.print("  - %s", clean(a.Who)+": "+clean(a.What)+dueWords(a.ByWhen, lang))
		}
		for i, w := range p.TalkWords(row.Talk) {
			id := "cli.talk.confirmed"
			if !w.Now {
				id = "cli.talk.confirmed-earlier"
			}
			s.print("  %s", s.t.T(id, "Name", clean(w.By), "Role", roleWord(s.t, w.Role), "How", s.t.T("cli.talk.how."+first(w.How, "here")), "Date", text.FormatDate(w.Date, lang, text.Medium)))
			if w.How == plan.ConfirmedByKey && !row.Confirmed[i].Checked {
				s.print("    %s", s.t.T("cli.talk.unproven"))
			}
		}
	}
	return nil
}

func isoDay(d text.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

func dueWords(d text.Date, lang text.Lang) string {
	if d.IsZero() {
		return ""
	}
	return " (" + text.FormatDate(d, lang, text.Medium) + ")"
}
