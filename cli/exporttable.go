package cli

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"bekwaam/plan"
	"bekwaam/text"
)

// The tables of a plan.
const (
	tableHours      = "hours"
	tableJudgements = "judgements"
	tableEvidence   = "evidence"
)

// table is one of one's own tables, for a spreadsheet.
type table struct {
	*session
	e     plan.Edition
	csv   *text.CSV
	comma bool
}

// tableOf returns a table of a plan: semicolons and decimal commas in Dutch,
// commas and points in English.
func (s *session) tableOf(p plan.Plan, name string) ([]byte, error) {
	var b bytes.Buffer
	t := table{s, plan.For(p, s.pack, plan.Self, ""), nil, s.lang != "en"}
	sep := ','
	if t.comma {
		sep = ';'
	}
	t.csv = text.NewCSV(&b, sep)
	switch name {
	case tableHours:
		t.hours()
	case tableJudgements:
		t.judgements()
	case tableEvidence:
		t.evidence()
	}
	err := t.csv.Close()
	return b.Bytes(), err
}

func (t table) decimal(s string) string {
	if t.comma {
		return strings.ReplaceAll(s, ".", ",")
	}
	return s
}

func (t table) euros(c plan.Cents) string {
	sign := ""
	if c < 0 {
		sign, c = "-", -c
	}
	return t.decimal(fmt.Sprintf("%s%d.%02d", sign, c/100, c%100))
}

func shownDay(d text.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

// hours has a row for what was planned of each activity, and one for each time
// that hours or money were spent.
func (t table) hours() {
	w := t.t
	t.csv.Row(w.T("csv.date"), w.T("csv.what"), w.T("csv.activity"), w.T("csv.kind"), w.T("csv.goals"), w.T("csv.partner"), w.T("csv.hours"), w.T("csv.euro"),
		w.T("csv.line"), w.T("csv.payer"), w.T("csv.ordered"), w.T("csv.status"), w.T("csv.employer"))
	for _, a := range t.e.Plan.Activities {
		partner, ordered, hours := "", "", ""
		if a.Partner != nil {
			partner = a.Partner.Name
		}
		if a.Ordered != nil && *a.Ordered {
			ordered = w.T("csv.yes")
		}
		if a.Hours != nil {
			hours = a.Hours.String()
		}
		row := func(day text.Date, what, hours string, cost plan.Cents) {
			t.csv.Row(shownDay(day), what, a.Description, t.e.Word("kind", a.Kind), t.goals(a.Goals), partner, t.decimal(hours), t.euros(cost),
				t.e.Word("line", a.HoursLine), t.e.Word("funding", a.Funding), ordered, t.status(a.Status), a.Employer)
		}
		row(a.From, w.T("csv.planned"), hours, a.Cost)
		for _, l := range a.Log {
			row(l.Date, w.T("csv.spent"), l.Hours.String(), l.Cost)
		}
	}
}

func (t table) status(id string) string {
	switch id {
	case plan.Wanted:
		return t.t.T("csv.wanted")
	case plan.Planned:
		return t.t.T("csv.planned")
	case plan.Running:
		return t.t.T("csv.running")
	case plan.Done:
		return t.t.T("csv.done")
	case plan.Dropped:
		return t.t.T("csv.dropped")
	}
	return id
}

func (t table) goals(ids []string) string {
	var out []string
	for _, g := range t.e.Plan.Goals {
		if slices.Contains(ids, g.ID) {
			out = append(out, first(g.Title, g.Question))
		}
	}
	return strings.Join(out, " | ")
}

// judgements has a row for each thing that somebody says of a competence: the
// teacher's own view, what others saw, what assessors judged.
func (t table) judgements() {
	w := t.t
	t.csv.Row(w.T("csv.competence"), w.T("csv.what"), w.T("csv.who"), w.T("csv.date"), w.T("csv.says"), w.T("csv.text"), w.T("csv.source"), w.T("csv.evidence"))
	p := t.e.Plan
	for _, v := range p.Views {
		t.csv.Row(t.competence(v.Competence), w.T("csv.own"), p.Profile.Name, "", t.sentence(v), v.Note, "", "")
	}
	for _, o := range p.Observations {
		who := ""
		if o.By != nil {
			who = o.By.Name
		}
		for _, c := range o.Competences {
			t.csv.Row(t.competence(c), w.T("csv.observed"), who, shownDay(o.Date), o.Instrument, o.Text, o.Source, "")
		}
	}
	if p.Assessment == nil {
		return
	}
	for _, j := range p.Assessment.Separate {
		who := ""
		if j.Assessor != nil {
			who = j.Assessor.Name
		}
		t.judged(j.Judgements, w.T("csv.alone"), who, j.Date)
	}
	if a := p.Assessment.Agreed; a != nil {
		t.judged(a.Judgements, w.T("csv.together"), "", a.Date)
	}
}

func (t table) judged(list []plan.Judgement, what, who string, day text.Date) {
	for _, j := range list {
		t.csv.Row(t.competence(j.Competence), what, who, shownDay(day), j.Judgement, j.Reason, strings.Join(j.Source, " | "), strings.Join(j.Evidence, " | "))
	}
}

func (t table) competence(id string) string {
	if s, ok := t.e.Competence(id); ok {
		return s.Name + " (" + id + ")"
	}
	return id
}

// sentence is the sentence that fits, in words.
func (t table) sentence(v plan.View) string {
	if s, ok := t.e.Competence(v.Competence); ok && s.Phases[v.Fits] != "" {
		return s.Phases[v.Fits]
	}
	return v.Fits
}

// evidence has a row for each piece.
func (t table) evidence() {
	w := t.t
	t.csv.Row(w.T("csv.date"), w.T("csv.kind"), w.T("csv.title"), w.T("csv.goals"), w.T("csv.competences"), w.T("csv.audience"), w.T("csv.shows"), w.T("csv.who"),
		w.T("csv.source"), w.T("csv.link"), w.T("csv.place"), w.T("csv.file"), w.T("csv.bytes"), w.T("csv.pages"), w.T("csv.sha256"))
	for _, x := range t.e.Plan.Evidence {
		var names []string
		for _, c := range x.Competences {
			names = append(names, t.competence(c))
		}
		file, size, pages, sum := "", "", "", ""
		if f := x.File; f != nil {
			file, size, sum = f.Name, fmt.Sprint(f.Bytes), f.Hash
			if f.Pages > 0 {
				pages = fmt.Sprint(f.Pages)
			}
		}
		t.csv.Row(shownDay(x.Date), t.e.Word("evidence", x.Kind), x.Title, t.goals(x.Goals), strings.Join(names, " | "), t.audience(x.Audience), x.Note, x.By,
			x.Source, x.Link, x.Place, file, size, pages, sum)
	}
}

func (t table) audience(id string) string {
	switch id {
	case string(plan.Coach):
		return t.t.T("csv.for.coach")
	case string(plan.Board):
		return t.t.T("csv.for.board")
	}
	return t.t.T("csv.for.private")
}
