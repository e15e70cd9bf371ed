package report

import (
	"bekwaam/plan"
	"bekwaam/report/internal/tagged"
	"slices"
	"strings"
)

// year is what goes well, how it went half-way and at the end, and what goes
// along to a next year, each as far as the edition has it.
func (w *writer) year() {
	if s := w.p.Start.Strengths; len(s) > 0 {
		w.list(w.section(w.say("strengths")), s, textStyle)
	}
	w.midyear(w.p.Midyear)
	w.evaluation(w.p.Evaluation)
	var rows []row
	for _, c := range w.p.CarriedOver {
		rows = append(rows, row{heads: []int{0}, cells: []cell{plain(w.goalByID(c.FromGoal)), plain(or(c.ToYear)), plain(or(c.Question))}})
	}
	if len(rows) > 0 {
		w.table(w.section(w.say("carried")), []column{{title: w.say("goal"), w: 56}, {title: w.say("to-year"), w: 24}, {title: w.say("carried.question"), w: 90}}, rows)
	}
}

func (w *writer) goalByID(id string) string {
	for _, g := range w.p.Goals {
		if g.ID == id {
			return w.goalName(g)
		}
	}
	return id
}

func (w *writer) midyear(m *plan.Midyear) {
	if m == nil || m.SummaryForBoard+m.WhatWorked+m.WhatChanges+m.WhoHelped+m.TakenOut == "" && len(m.GoalsAdjusted) == 0 {
		return
	}
	defer func(first int) { w.mark(first, "midyear") }(len(w.blocks))
	sect := w.section(dated(w.say("midyear"), w.date(m.Date)))
	w.summary(sect, m.SummaryForBoard, m.WhatWorked+m.WhatChanges+m.WhoHelped+m.TakenOut != "")
	w.facts(sect, [][2]string{{w.say("midyear.with"), m.With}, {w.say("midyear.worked"), m.WhatWorked}, {w.say("midyear.helped"), m.WhoHelped},
		{w.say("midyear.changes"), m.WhatChanges}, {w.say("midyear.out"), m.TakenOut}})
	var rows []row
	for _, a := range m.GoalsAdjusted {
		rows = append(rows, row{heads: []int{0}, cells: []cell{plain(w.goalByID(a.Goal)), paragraphs(a.From), paragraphs(a.To)}})
	}
	if len(rows) > 0 {
		w.table(sect, []column{{title: w.say("goal"), w: 42}, {title: w.say("midyear.from"), w: 64}, {title: w.say("midyear.to"), w: 64}}, rows)
	}
}

// summary is the text for the board; where other texts stand beside it, it
// says so.
func (w *writer) summary(up *tagged.Elem, s string, among bool) {
	if s == "" {
		return
	}
	if among {
		w.heading(up, 3, w.say("summary"), nil)
	}
	w.para(up, s, textStyle)
}

func (w *writer) evaluation(v *plan.Evaluation) {
	if v == nil || v.SummaryForBoard == "" && len(v.PerGoal) == 0 {
		return
	}
	sect := w.section(dated(w.say("evaluation"), w.date(v.Date)))
	w.summary(sect, v.SummaryForBoard, false)
	for _, g := range v.PerGoal {
		first := len(w.blocks)
		w.heading(sect, 3, w.goalByID(g.Goal), nil)
		outcome, carried := "", ""
		if g.Outcome != "" {
			outcome = w.say("evaluation.outcome." + g.Outcome)
		}
		if g.CarriedOver {
			carried = w.say("yes")
		}
		w.facts(sect, [][2]string{{w.say("evaluation.result"), g.Result}, {w.say("evaluation.effect"), g.EffectOnPupils},
			{w.say("evaluation.next"), g.Next}, {w.say("evaluation.carried"), carried}, {w.say("evaluation.outcome"), outcome}, {w.say("evaluation.reason"), g.Reason},
			{w.say("evaluation.shown"), strings.Join(w.pieces(g.Evidence), "\n")}})
		w.mark(first, "evaluation/"+g.Goal)
	}
}

// pieces are the titles of pieces of evidence that the edition has.
func (w *writer) pieces(ids []string) []string {
	var out []string
	for _, x := range w.p.Evidence {
		if slices.Contains(ids, x.ID) {
			out = append(out, dated(x.Title, w.date(x.Date)))
		}
	}
	return out
}

// dated puts a date behind a title, where there is one.
func dated(title, date string) string { return joined(", ", title, date) }
