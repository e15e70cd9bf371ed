package report

import (
	"strings"

	"bekwaam/plan"
)

// evidence lists what the edition has of the dossier: title, kind and date.
func (w *writer) evidence() {
	if len(w.p.Evidence) == 0 {
		return
	}
	sect := w.section(w.say("evidence"))
	var rows []row
	for _, x := range w.p.Evidence {
		title := plain(x.Title).and(x.Note, quietCell).and(w.keptAt(x), quietCell)
		rows = append(rows, row{item: x.ID, heads: []int{0}, cells: []cell{title, plain(or(w.wordOf("evidence", x.Kind))), plain(or(w.date(x.Date)))}})
	}
	w.table(sect, []column{{title: w.say("evidence.title"), w: 98}, {title: w.say("evidence.kind"), w: 46}, {title: w.say("date"), w: 26}}, rows)
}

// keptAt is who made a piece of evidence and where it is.
func (w *writer) keptAt(x plan.Evidence) string {
	by, file := x.By, ""
	if s := x.Source; s != "" {
		by = joined(", ", by, w.say("evidence."+s))
	}
	if x.File != nil {
		file = x.File.Name
	}
	return joined("; ", by, x.Place, x.Link, file)
}

// assessment is who judged the competence file, what they agreed on, and what
// the board decided.
func (w *writer) assessment() {
	a := w.p.Assessment
	if a == nil || len(a.Separate) == 0 && a.Agreed == nil && a.Decision == nil {
		return
	}
	sect := w.section(w.say("assessment"))
	var names []string
	for _, j := range a.Separate {
		if n := person(j.Assessor); n != "" {
			names = append(names, n)
		}
	}
	decision := ""
	if d := a.Decision; d != nil {
		decision = joined(", ", w.e.Word("phase", d.Phase), w.date(d.Date), d.By)
	}
	agreed := ""
	if a.Agreed != nil {
		agreed = w.date(a.Agreed.Date)
	}
	w.facts(sect, [][2]string{{w.say("assessors"), strings.Join(names, ", ")}, {w.say("advice.date"), agreed}, {w.say("decision"), decision}})
	if a.Agreed == nil || len(a.Agreed.Judgements) == 0 {
		return
	}
	w.heading(sect, 3, w.say("advice"), nil)
	var rows []row
	for _, j := range a.Agreed.Judgements {
		rows = append(rows, row{heads: []int{0}, cells: []cell{plain(w.competence(j.Competence)), plain(w.judgement(j)), paragraphs(or(j.Reason))}})
	}
	w.table(sect, []column{{title: w.say("competence"), w: 52}, {title: w.say("judgement"), w: 38}, {title: w.say("reason"), w: 80}}, rows)
}

// judgement is the word for a judgement and what it rests on.
func (w *writer) judgement(j plan.Judgement) string {
	s := j.Judgement
	switch s {
	case "shown", "partly", "not-shown":
		s = w.say("judgement." + s)
	}
	var from []string
	for _, x := range j.Source {
		switch x {
		case "gezien", "gehoord", "gelezen":
			x = w.say("source." + x)
		}
		from = append(from, x)
	}
	return joined("; ", s, strings.Join(from, ", "))
}
