package report

import (
	"maps"
	"slices"

	"bekwaam/plan"
	"bekwaam/report/internal/tagged"
)

// forOthers reports whether the edition is for somebody else.
func (w *writer) forOthers() bool { return w.e.Info.Audience != plan.Self }

// ownPart is what only the teacher, and partly the coach, has in an edition:
// in one for the board all of it is empty already.
func (w *writer) ownPart() {
	w.startingPoint()
	w.views()
	w.observations()
	w.talks()
	w.notes()
	w.reflections()
}

func (w *writer) startingPoint() {
	var facts [][2]string
	for _, id := range slices.Sorted(maps.Keys(w.p.Survey.Open)) {
		facts = append(facts, [2]string{w.e.Word("question", id), w.p.Survey.Open[id]})
	}
	lines := func(id string, list []string) {
		s := ""
		for _, x := range list {
			s = joined("\n", s, x)
		}
		facts = append(facts, [2]string{w.say(id), s})
	}
	if b := w.p.Start.Brought; b != nil {
		facts = append(facts, [2]string{w.say("own.brought"), joined(", ", b.From, w.date(b.Date))})
		lines("own.brought.strengths", b.Strengths)
		lines("own.brought.questions", b.Questions)
	}
	lines("own.points", w.p.Start.DevelopmentPoints)
	lines("own.input", w.p.Start.InputUsed)
	var focus []string
	for _, id := range w.p.Focus.Competences {
		focus = append(focus, w.competence(id))
	}
	lines("own.focus", focus)
	facts = append(facts, [2]string{w.say("own.focus-why"), w.p.Focus.Reason}, [2]string{w.say("own.question"), w.p.QuestionToCoach})
	for _, f := range facts {
		if f[1] != "" {
			w.facts(w.section(w.say("own.start")), facts)
			return
		}
	}
}

func (w *writer) views() {
	if len(w.p.Views) == 0 {
		return
	}
	sect := w.section(w.say("own.views"))
	w.continuum(sect)
	inGroups(w, w.p.Views, func(v plan.View) string { return v.Competence }, func(title string, list []plan.View) {
		if title != "" {
			w.heading(sect, 3, title, nil)
		}
		var rows []row
		for _, v := range list {
			s, _ := w.e.Competence(v.Competence)
			c := plain(or(s.Phases[v.Fits]))
			if s.Phases[v.Fits] == "" {
				c = plain(or(w.fits(v.Fits)))
			}
			rows = append(rows, row{heads: []int{0}, cells: []cell{plain(w.competence(v.Competence)), c.and(v.Note, quietCell)}})
		}
		w.table(sect, []column{{title: w.say("competence"), w: 56}, {title: w.say("own.fits"), w: 114}}, rows)
	})
}

func (w *writer) notes() {
	if len(w.p.Notes) == 0 {
		return
	}
	sect := w.section(w.say("own.notes"))
	for _, n := range w.p.Notes {
		first := len(w.blocks)
		kind := n.Kind
		switch kind {
		case "sterkte", "vraag", "suggestie", "afspraak":
			kind = w.say("note." + kind)
		}
		w.entry(sect, joined(", ", w.date(n.Date), n.By, kind, w.about(n.About), w.came(n)), n.Text)
		w.mark(first, n.About)
	}
}

// about is the title of the item that a note is about, "" for what has none.
func (w *writer) about(id string) string {
	if s := w.goalByID(id); s != id {
		return s
	}
	for _, a := range w.p.Activities {
		if a.ID == id {
			return a.Description
		}
	}
	return ""
}

func (w *writer) reflections() {
	if len(w.p.Reflections) == 0 {
		return
	}
	sect := w.section(w.say("own.reflections"))
	for _, r := range w.p.Reflections {
		w.entry(sect, w.date(r.Date), r.Words(nil))
	}
}

// entry is a text with a line above it that says when and from whom.
func (w *writer) entry(up *tagged.Elem, above, s string) {
	if above != "" {
		w.para(up, above, labelStyle)
		w.keepLast()
	}
	w.para(up, s, textStyle)
}
