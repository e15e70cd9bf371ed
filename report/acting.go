package report

import "bekwaam/plan"

// schoolGoals is what school and team want this year, as the teacher wrote it
// down; only who writes the plan and who guides has it.
func (w *writer) schoolGoals() {
	var rows []row
	for _, g := range w.p.SchoolGoals {
		of := ""
		switch g.Of {
		case plan.OfSchool, plan.OfTeam:
			of = w.say("school-goals." + g.Of)
		}
		var parts []string
		for _, id := range g.Competences {
			parts = append(parts, w.competence(id))
		}
		rows = append(rows, row{heads: []int{0}, cells: []cell{plain(or(g.Text)), plain(or(of)), plain(or(joined(", ", parts...)))}})
	}
	if len(rows) > 0 {
		w.table(w.section(w.say("school-goals")), []column{{title: w.say("goal"), w: 82}, {title: w.say("school-goals.of"), w: 24}, {title: w.say("goal.competences"), w: 64}}, rows)
	}
}

// acting is who acts at which moment of the year, where the edition says so.
func (w *writer) acting() {
	moments, who := w.e.WordList("moment"), w.e.WordList("acting")
	var rows []row
	for i := range min(len(moments), len(who)) {
		rows = append(rows, row{heads: []int{0}, cells: []cell{plain(capital(moments[i])), plain(or(who[i]))}})
	}
	if len(rows) > 0 {
		w.table(w.section(w.say("acting")), []column{{title: w.say("acting.moment"), w: 62}, {title: w.say("acting.who"), w: 108}}, rows)
	}
}
