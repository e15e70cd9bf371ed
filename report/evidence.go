package report

import (
	"slices"
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

// assessment is who judged the competence file, what they agreed on, what the
// teacher says to it, and what the board decided; in the own edition also what
// each judged, and what was said at the interview.
func (w *writer) assessment() {
	a := w.p.Assessment
	if a == nil || len(a.Separate) == 0 && a.Agreed == nil && a.Decision == nil && len(a.Reactions) == 0 {
		return
	}
	sect := w.section(w.say("assessment"))
	var names []string
	for _, j := range a.Separate {
		n := joined(", ", person(j.Assessor), j.Training)
		if n != "" && j.Follows == "" && !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	decision, reason := "", ""
	if d := a.Decision; d != nil {
		decision, reason = joined(", ", w.e.Word("phase", d.Phase), w.date(d.Date), d.By, d.RecordedBy), d.Reason
		if plan.RecordedElsewhere(w.p, *d) {
			decision = w.say("judging.elsewhere", "What", decision)
		}
	}
	agreed := ""
	if a.Agreed != nil {
		agreed = w.date(a.Agreed.Date)
	}
	w.facts(sect, [][2]string{{w.say("assessors"), strings.Join(names, "; ")}, {w.say("advice.date"), agreed}, {w.say("decision"), decision}, {w.say("reason"), reason}})
	if a.Agreed != nil && len(a.Agreed.Judgements)+len(a.Agreed.Apart) > 0 {
		w.heading(sect, 3, w.say("advice"), nil)
		w.advice(sect, *a.Agreed)
	}
	for _, r := range a.Reactions {
		w.heading(sect, 3, w.say("judging.reaction"), nil)
		w.entry(sect, joined(", ", r.By, w.date(r.Date)), r.Text)
	}
	if w.forOthers() {
		return
	}
	for _, j := range a.Separate {
		if len(j.Judgements) > 0 {
			w.heading(sect, 3, joined(", ", person(j.Assessor), w.date(j.Date)), nil)
			w.judgements(sect, j.Judgements)
		}
	}
	for _, i := range a.Interviews {
		w.heard(i)
	}
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
		case plan.SourceSeen, plan.SourceHeard, plan.SourceRead:
			x = w.t.T("source." + x)
		}
		from = append(from, x)
	}
	return joined("; ", s, strings.Join(from, ", "))
}
