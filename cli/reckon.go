package cli

import (
	"github.com/spf13/cobra"

	"bekwaam/continuum"
	"bekwaam/plan"
	"bekwaam/text"
)

func (r *run) checkCommand() *cobra.Command {
	return r.withJSON(r.command("check PLAN [--json]", "check", 1, 1, func(args []string) error {
		return r.withPlan(args, (*session).check)
	}))
}

// asked is a question about a plan.
type asked struct {
	ID    string   `json:"id"`
	About []string `json:"about"`
	Text  string   `json:"text"`
}

// check prints the questions that the plan raises today.
func (s *session) check(p plan.Plan) error {
	f, err := s.framework(p)
	if err != nil {
		return err
	}
	all := []asked{}
	for _, q := range plan.Questions(p, s.pack, s.today()) {
		x := asked{ID: q.Check, About: list(q.About)}
		if c, ok := s.pack.Check(q.Check); ok {
			x.Text = f.Say(c.Text, s.lang)
		}
		all = append(all, x)
	}
	if s.json {
		return s.printJSON(all)
	}
	if len(all) == 0 {
		s.print("%s", s.t.T("cli.check.none"))
	}
	for _, x := range all {
		s.print("? %s", x.Text)
		for _, id := range x.About {
			s.print("  %s", s.itemName(p, id))
		}
	}
	return nil
}

// itemName is what a person calls an item of a plan.
func (s *session) itemName(p plan.Plan, id string) string {
	name := ""
	for _, g := range p.Goals {
		if g.ID == id {
			name = s.t.T("cli.item.goal") + " " + first(g.Title, g.Question)
		}
	}
	for _, a := range p.Activities {
		if a.ID == id {
			name = s.t.T("cli.item.activity") + " " + first(a.Description, s.kindName(p, a.Kind))
		}
	}
	for _, a := range p.Agreements {
		if a.ID == id {
			name = s.t.T("cli.item.agreement") + " " + a.What
		}
	}
	for _, e := range p.Evidence {
		if e.ID == id {
			name = s.t.T("cli.item.evidence") + " " + first(e.Title, e.Note)
		}
	}
	for _, n := range p.Notes {
		if n.ID == id {
			name = s.t.T("cli.item.note") + " " + n.Text
		}
	}
	if name == "" {
		name = s.lineName(p, id)
	}
	return clean(name)
}

func (s *session) kindName(p plan.Plan, id string) string {
	if k, ok := s.pack.ActivityKind(id); ok {
		f := plan.Words(p, s.pack)
		return f.Say(k.NameIn(p.Profile.Framework), s.lang)
	}
	return id
}

// lineName is what a line of hours or money is called.
func (s *session) lineName(p plan.Plan, id string) string {
	for _, l := range p.EntitlementLines {
		if l.Line == id && l.Name != "" {
			return l.Name
		}
	}
	if e, ok := s.pack.Entitlement(id); ok {
		f := plan.Words(p, s.pack)
		return f.Say(e.Topic, s.lang)
	}
	return id
}

// first is the first text that is not empty.
func first(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

// list is a slice that JSON writes as [] where it is empty.
func list(in []string) []string {
	if in == nil {
		return []string{}
	}
	return in
}

func (r *run) coverageCommand() *cobra.Command {
	return r.withJSON(r.command("coverage PLAN [--json]", "coverage", 1, 1, func(args []string) error {
		return r.withPlan(args, (*session).coverage)
	}))
}

// coverage prints which competences the evidence speaks about.
func (s *session) coverage(p plan.Plan) error {
	f, err := s.framework(p)
	if err != nil {
		return err
	}
	c := plan.Cover(p, f)
	if s.json {
		return s.printJSON(c.Tree())
	}
	s.print("%s", s.t.T("cli.coverage", "With", c.With, "Of", c.Competences))
	for _, part := range []struct {
		id   string
		list []string
	}{{"cli.coverage.goals", c.GoalsWithout}, {"cli.coverage.views", c.ViewsWithout}} {
		if len(part.list) > 0 {
			s.print("\n%s", s.t.T(part.id))
		}
		for _, id := range part.list {
			s.print("  %s", s.competenceName(f, id))
		}
	}
	return nil
}

func (s *session) competenceName(f *continuum.Framework, id string) string {
	if _, c, ok := f.Competence(id); ok {
		return f.Say(c.Name, s.lang)
	}
	return clean(id)
}

func (r *run) ledgerCommand() *cobra.Command {
	return r.withJSON(r.command("ledger PLAN [--json]", "ledger", 1, 1, func(args []string) error {
		return r.withPlan(args, (*session).ledger)
	}))
}

// ledger prints hours and money, line by line.
func (s *session) ledger(p plan.Plan) error {
	l := plan.Reckon(p, s.pack)
	if s.json {
		return s.printJSON(l.Tree())
	}
	lang := text.Lang(s.lang)
	hours := func(q plan.Quarters) string { return text.FormatQuarters(int(q), lang) }
	money := func(c plan.Cents) string { return text.FormatAmount(int64(c), lang) }
	head := func(what string) []string {
		return []string{s.t.T(what), s.t.T("report.entitled"), s.t.T("report.planned"), s.t.T("report.spent"), s.t.T("report.free")}
	}
	rows := [][]string{head("report.hours.lines")}
	for _, x := range l.Hours.Lines {
		rows = append(rows, []string{clean(s.lineName(p, x.Line)), hours(x.Available), hours(x.Planned), hours(x.Spent), hours(x.LeftPlanned)})
	}
	rows = append(rows, []string{s.t.T("report.ordered"), "", hours(l.Hours.Ordered.Planned), hours(l.Hours.Ordered.Spent), ""},
		[]string{s.t.T("report.line.none"), "", hours(l.Hours.NoLine.Planned), hours(l.Hours.NoLine.Spent), ""},
		[]string{s.t.T("report.total.hours"), "", hours(l.Hours.Total.Planned), hours(l.Hours.Total.Spent), ""})
	s.figures(rows)
	rows = [][]string{head("report.money.lines")}
	for _, x := range l.Money.Lines {
		rows = append(rows, []string{clean(s.lineName(p, x.Line)), money(x.Available), money(x.Planned), money(x.Spent), money(x.LeftPlanned)})
	}
	for _, x := range l.Money.BySource {
		rows = append(rows, []string{s.payerName(p, x.Source), "", money(x.Planned), money(x.Spent), ""})
	}
	rows = append(rows, []string{s.t.T("report.payer.none"), "", money(l.Money.NoPayer.Planned), money(l.Money.NoPayer.Spent), ""})
	s.print("")
	s.figures(rows)
	if len(l.LinesNotOffered) > 0 {
		s.print("%s", s.t.T("cli.ledger.not-offered"))
	}
	return nil
}

func (s *session) payerName(p plan.Plan, id string) string {
	if x, ok := s.pack.FundingSource(id); ok {
		f := plan.Words(p, s.pack)
		return f.Say(x.Name, s.lang)
	}
	return clean(id)
}

// figures writes a table with a text in front and figures under each other.
func (r *run) figures(rows [][]string) {
	const name, figure = 42, 11
	for _, row := range rows {
		line := text.Pad(row[0], name)
		for _, cell := range row[1:] {
			line += " " + text.PadLeft(cell, figure)
		}
		r.print("%s", line)
	}
}
