package cli

import (
	"maps"
	"slices"
	"strings"

	"bekwaam/plan"
	"bekwaam/text"
)

// agreements is what is needed, promised and agreed.
func (x *planText) agreements() {
	c := x.p.Conditions
	if c.Support+c.Time+c.Replacement+c.Material != "" || len(c.Promises) > 0 {
		x.heading(x.t.T("report.conditions"))
		x.field(x.t.T("report.conditions.support"), c.Support)
		x.field(x.t.T("report.conditions.time"), c.Time)
		x.field(x.t.T("report.conditions.replacement"), c.Replacement)
		x.field(x.t.T("report.conditions.material"), c.Material)
		x.field(x.t.T("report.conditions.promises"), strings.Join(c.Promises, "\n"))
	}
	if len(x.p.Agreements) == 0 {
		return
	}
	x.heading(x.t.T("report.agreements"))
	for _, a := range x.p.Agreements {
		state := x.t.T("report.agreement.open")
		switch {
		case a.Done:
			state = x.t.T("report.agreement.done")
		case !a.Open():
			state = x.t.T("report.agreement.let-go")
		}
		if !a.ByWhen.IsZero() {
			state += ", " + x.t.T("report.by", "Date", x.date(a.ByWhen))
		}
		x.field(first(a.Who, x.t.T("report.agreements")), a.What+" ("+state+")")
	}
}

// own is what only the teacher, and partly the coach, may see. An edition for
// others is empty here.
func (x *planText) own() {
	p := x.p
	if len(p.Survey.Open) > 0 {
		x.heading(x.t.T("cli.show.survey"))
		for _, id := range slices.Sorted(maps.Keys(p.Survey.Open)) {
			label := id
			if q, ok := x.pack.OpenQuestion(id); ok {
				label = q.In(string(x.lang))
			}
			x.field(label, p.Survey.Open[id])
		}
	}
	if len(p.Start.Strengths) > 0 {
		x.heading(x.t.T("report.strengths"))
		x.field("", strings.Join(p.Start.Strengths, "\n"))
	}
	if len(p.Views) > 0 {
		x.heading(x.t.T("cli.show.views"))
		for _, v := range p.Views {
			x.view(v)
		}
	}
	if len(p.Observations) > 0 {
		x.heading(x.t.T("report.own.observations"))
		for _, o := range p.Observations {
			x.observation(o)
		}
	}
	if p.Focus.Reason != "" {
		x.heading(x.t.T("cli.show.focus"))
		x.field("", p.Focus.Reason)
	}
}

// view is the sentence that the teacher chose for a competence.
func (x *planText) view(v plan.View) {
	name, said := v.Competence, v.Fits
	if f, _, c, ok := x.pack.FindCompetence(v.Competence); ok {
		name = f.Say(c.Name, string(x.lang))
		if words, ok := c.Indicators[v.Fits]; ok {
			said = f.Say(words, string(x.lang))
		}
	}
	x.field(name, first(said, "–"))
	x.field("", v.Note)
}

// rest is the dossier, the notes and the looking back.
func (x *planText) rest() {
	p := x.p
	if len(p.Evidence) > 0 {
		x.heading(x.t.T("report.evidence"))
		for _, e := range p.Evidence {
			x.field(x.date(e.Date), e.Title+" ("+x.e.Word("evidence", e.Kind)+")")
		}
	}
	if len(p.Notes) > 0 {
		x.heading(x.t.T("cli.show.notes"))
		for _, n := range p.Notes {
			x.field(x.date(n.Date)+" "+n.By, n.Text)
		}
	}
	if len(p.Reflections) > 0 {
		x.heading(x.t.T("cli.show.reflections"))
		for _, r := range p.Reflections {
			x.field(x.date(r.Date), r.Words(nil))
		}
	}
	if m := p.Midyear; m != nil {
		x.heading(x.t.T("report.midyear"))
		x.field(x.t.T("report.midyear.worked"), m.WhatWorked)
		x.field(x.t.T("report.midyear.changes"), m.WhatChanges)
		x.field(x.t.T("report.summary"), m.SummaryForBoard)
	}
	if e := p.Evaluation; e != nil {
		x.heading(x.t.T("report.evaluation"))
		for _, g := range e.PerGoal {
			x.field(clean(x.bareName(p, g.Goal)), g.Result)
			x.field(x.t.T("report.evaluation.next"), g.Next)
		}
		x.field(x.t.T("report.summary"), e.SummaryForBoard)
	}
	if len(p.Signatures) > 0 {
		x.heading(x.t.T("report.signatures"))
		for _, s := range p.Signatures {
			x.field(x.e.Word("role", s.Role), s.Name+", "+x.t.T("cli.signature."+s.Status)+" "+x.date(s.Date))
		}
	}
}

// observation is what somebody else saw, and what the teacher read in it.
func (x *planText) observation(o plan.Observation) {
	x.field(first(x.date(o.Date), "–"), first(personName(o.By), "–"))
	x.field("", o.Text)
	for _, id := range o.Competences {
		name := id
		if c, ok := x.e.Competence(id); ok {
			name = c.Name
		}
		if reads := o.Reads(id); reads != "" {
			name = x.t.T("report.own.reads", "Name", name, "What", x.fits(reads))
		}
		x.field("", name)
	}
	var gave []string
	for _, s := range o.ICALTScores {
		gave = append(gave, x.e.Word("domain", s.Domain)+" "+text.FormatDecimal1(int64(s.Score), x.lang))
	}
	x.field("", strings.TrimSuffix(strings.Join([]string{o.Instrument, strings.Join(gave, ", ")}, ": "), ": "))
}

// fits is an answer of the scale of sentences in words.
func (x *planText) fits(id string) string {
	switch id {
	case plan.NoneFits:
		return x.t.T("fits.none")
	case plan.UnknownFits:
		return x.t.T("fits.unknown")
	}
	return x.e.Word("phase", id)
}
