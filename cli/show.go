package cli

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"bekwaam/plan"
	"bekwaam/text"
)

func (r *run) showCommand() *cobra.Command {
	audience := ""
	cmd := r.withJSON(r.command("show PLAN [--audience self|coach|board] [--json]", "show", 1, 1, func(args []string) error {
		if err := r.choice("--audience", audience, string(plan.Self), string(plan.Coach), string(plan.Board)); err != nil {
			return err
		}
		return r.withPlan(args, func(s *session, p plan.Plan) error { return s.show(p, plan.Audience(audience)) })
	}))
	cmd.Flags().StringVar(&audience, "audience", string(plan.Self), r.t.T("cli.flag.audience"))
	return cmd
}

// show prints a plan as an audience may see it.
func (s *session) show(p plan.Plan, a plan.Audience) error {
	e := plan.For(p, s.pack, a, "")
	if s.json {
		return s.printJSON(e.Plan)
	}
	x := planText{session: s, e: e, p: e.Plan, lang: text.Lang(s.lang)}
	x.front()
	x.own()
	for i, g := range x.p.Goals {
		x.goal(i+1, g)
	}
	x.activities()
	x.agreements()
	x.rest()
	_, err := s.out.Write([]byte(x.b.String()))
	return err
}

// planText is a plan written out as text.
type planText struct {
	*session
	e    plan.Edition
	p    plan.Plan
	lang text.Lang
	b    strings.Builder
}

const (
	sheetWidth = 78
	labelWidth = 24
)

// heading begins a part.
func (x *planText) heading(s string) { x.b.WriteString("\n" + clean(s) + "\n") }

// field writes a label and a text, where there is a text.
func (x *planText) field(label, value string) {
	if value == "" {
		return
	}
	value, _ = text.Text(value, 100_000)
	for i, l := range text.Wrap(value, sheetWidth-labelWidth-3) {
		if i > 0 {
			label = ""
		}
		x.b.WriteString(strings.TrimRight("  "+text.Pad(label, labelWidth)+" "+l, " ") + "\n")
	}
}

// front says whose plan it is.
func (x *planText) front() {
	pr := x.p.Profile
	x.b.WriteString(clean(first(pr.Name, text.Nothing)) + " · " + text.FormatSchoolYear(pr.SchoolYear) + " · " + x.t.T("state."+string(x.p.State)) + "\n")
	x.field(x.t.T("cli.col.id"), x.p.ID)
	x.field(x.t.T("report.framework"), x.frameworkName())
	x.field(x.t.T("report.school"), pr.School)
	x.field(x.term("board"), pr.Board)
	x.field(x.t.T("report.function"), pr.Function)
	if !x.e.Info.WithoutWork {
		x.field(x.t.T("report.fte"), text.FormatParts(int64(pr.FTE), pr.FTEOf, x.lang))
	}
	x.field(x.t.T("report.group"), pr.Group)
	x.field(x.term("coach"), personName(pr.Coach))
	x.field(x.term("manager"), personName(pr.Manager))
	if pr.PhaseRecorded != nil {
		x.field(x.t.T("report.phase"), x.e.Word("phase", pr.PhaseRecorded.Phase)+", "+x.date(pr.PhaseRecorded.Date))
	}
}

// term is what the sector, or the way of working, calls somebody.
func (x *planText) term(id string) string {
	if f := plan.Words(x.p, x.pack); f != nil {
		if w := f.Say(f.Vocabulary[id], string(x.lang)); w != "" {
			r, n := utf8.DecodeRuneInString(w)
			return string(unicode.ToUpper(r)) + w[n:]
		}
	}
	return x.t.T("report.term." + id)
}

func (x *planText) frameworkName() string {
	if f, ok := x.pack.Framework(x.p.Profile.Framework); ok {
		return f.Say(f.Name, string(x.lang))
	}
	return x.p.Profile.Framework
}

func personName(p *plan.Person) string {
	if p == nil {
		return ""
	}
	return p.Name
}

func (x *planText) goal(n int, g plan.Goal) {
	x.heading(x.t.T("report.goal") + " " + itoa(n) + "  " + first(g.Title, g.Question))
	if g.Title != "" {
		x.field(x.t.T("cli.show.question"), g.Question)
	}
	x.field(x.t.T("report.goal.why"), g.WhyForPupils)
	var names []string
	for _, id := range g.Competences {
		name := id
		if c, ok := x.e.Competence(id); ok {
			name = c.Name
		}
		names = append(names, name)
	}
	x.field(x.t.T("report.goal.competences"), strings.Join(names, "\n"))
	x.field(x.t.T("report.goal.behaviour"), g.TargetBehaviour)
	x.field(x.t.T("report.goal.signs"), g.Signs)
	x.field(x.t.T("report.goal.school"), g.LinkSchool)
	x.field(x.t.T("report.goal.step"), g.SmallestStep)
	x.field(x.t.T("report.goal.let-go"), g.LetGo)
	x.field(x.t.T("report.evidence.planned"), g.EvidencePlanned)
	if !g.Deadline.IsZero() {
		x.field(x.t.T("report.deadline"), x.date(g.Deadline))
	}
}

func (x *planText) activities() {
	if len(x.p.Activities) == 0 {
		return
	}
	x.heading(x.t.T("report.activities"))
	for _, a := range x.p.Activities {
		x.field(x.t.T("report.activity"), first(a.Description, x.e.Word("kind", a.Kind)))
		x.field("", x.e.Word("kind", a.Kind))
		x.field(x.t.T("report.partner"), personName(a.Partner))
		if m := a.Months(); len(m) > 0 {
			x.field(x.t.T("report.when"), text.FormatMonths(m[0], m[len(m)-1], x.lang))
		}
		if a.Hours != nil {
			x.field(x.t.T("report.hours"), text.FormatHours(int(*a.Hours), x.lang))
		}
		if a.Cost > 0 {
			x.field(x.t.T("report.cost"), text.FormatAmount(int64(a.Cost), x.lang))
		}
		if a.Funding != "" {
			x.field(x.t.T("report.payer"), x.e.Word("funding", a.Funding))
		}
		if a.Status != "" && a.Status != plan.Planned {
			x.field(x.t.T("report.agreement.state"), x.t.T("report.status."+a.Status))
		}
		x.b.WriteString("\n")
	}
}
