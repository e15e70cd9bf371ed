package report

import (
	"strconv"
	"strings"

	"bekwaam/plan"
	"bekwaam/report/internal/tagged"
	"bekwaam/text"
)

// overview lists what the plan is about in the groups of the view that the
// edition has: the goals of each and, as far as the reader is told what a piece
// is about, the evidence. It lists and measures nothing.
func (w *writer) overview() {
	covered := w.e.Covered()
	if len(covered) == 0 || w.e.Info.Audience == plan.Self && len(w.p.LiveGoals())+len(w.p.Evidence) == 0 {
		return
	}
	evidence := false
	for _, c := range covered {
		evidence = evidence || len(c.Evidence) > 0
	}
	sect := w.section(w.viewTitle())
	var rows []row
	for _, c := range covered {
		r := row{heads: []int{0}, cells: []cell{plain(w.groupName(c.ViewGroup)), w.goalCell(c.Goals)}}
		if evidence {
			r.cells = append(r.cells, w.evidenceCell(c.Evidence))
		}
		if len(c.Goals)+len(c.Evidence) > 0 {
			rows = append(rows, r)
		}
	}
	if len(rows) == 0 {
		w.para(sect, w.say("overview.none"), textStyle)
		return
	}
	cols := []column{{title: w.say("overview.group"), w: 70}, {title: w.say("goals"), w: 100}}
	if evidence {
		cols = []column{{title: w.say("overview.group"), w: 52}, {title: w.say("goals"), w: 52}, {title: w.say("evidence"), w: 66}}
	}
	w.table(sect, cols, rows)
}

// viewTitle is the heading of the overview: how it is ordered.
func (w *writer) viewTitle() string {
	name := w.e.Info.View.Name
	if w.e.Info.View.ID == plan.ByArea {
		name = w.say("overview.by-area")
	}
	return w.say("overview", "View", name)
}

// groupName is the name of a group of the view.
func (w *writer) groupName(g plan.ViewGroup) string {
	switch {
	case g.Gone:
		return w.say("overview.gone")
	case g.Name == "":
		return w.say("overview.rest")
	}
	return capital(g.Name)
}

func (w *writer) goalCell(goals []plan.Goal) cell {
	var c cell
	for _, g := range goals {
		for i, x := range w.p.LiveGoals() {
			if x.ID == g.ID {
				c = c.and(strconv.Itoa(i+1)+". "+w.goalName(g), cellStyle)
			}
		}
	}
	if len(c) == 0 {
		return plain(text.Nothing)
	}
	return c
}

func (w *writer) evidenceCell(list []plan.Evidence) cell {
	var c cell
	for _, x := range list {
		c = c.and(joined(", ", x.Title, w.date(x.Date)), cellStyle)
	}
	if len(c) == 0 {
		return plain(text.Nothing)
	}
	return c
}

// inGroups calls each with the title and the members of every group of the
// view, in its order, and last with those that no group has; without a view
// once, with all.
func inGroups[T any](w *writer, all []T, competence func(T) string, each func(title string, list []T)) {
	if w.e.Info.View == nil {
		each("", all)
		return
	}
	placed := map[string]bool{}
	for _, g := range w.e.Info.View.Groups {
		in := map[string]bool{}
		for _, id := range g.Competences {
			in[id], placed[id] = true, true
		}
		var list []T
		for _, x := range all {
			if in[competence(x)] {
				list = append(list, x)
			}
		}
		if len(list) > 0 {
			each(w.groupName(g), list)
		}
	}
	var rest []T
	for _, x := range all {
		if !placed[competence(x)] {
			rest = append(rest, x)
		}
	}
	if len(rest) > 0 {
		each(w.say("overview.rest"), rest)
	}
}

// decisions are, in one's own edition, the lines that count for a decision,
// with the goals and the evidence for each.
func (w *writer) decisions() {
	for _, g := range w.e.Info.Gates {
		sect := w.section(w.say("gate", "Name", g.Name))
		w.para(sect, g.Note+" "+w.say("gate.list"), textStyle)
		for _, group := range g.Groups {
			w.heading(sect, 3, capital(group.Name), nil)
			w.table(sect, []column{{title: w.say("competence"), w: 78}, {title: w.say("gate.about"), w: 92}}, w.gateRows(group))
		}
	}
}

func (w *writer) gateRows(group plan.EditionGateItem) []row {
	var rows []row
	for _, l := range group.Lines {
		about := cell(nil)
		for _, id := range l.Goals {
			for i, x := range w.p.LiveGoals() {
				if x.ID == id {
					about = about.and(w.say("goal")+" "+strconv.Itoa(i+1)+": "+w.goalName(x), cellStyle)
				}
			}
		}
		for _, id := range l.Evidence {
			for _, x := range w.p.Evidence {
				if x.ID == id {
					about = about.and(joined(", ", x.Title, w.wordOf("evidence", x.Kind), w.date(x.Date)), cellStyle)
				}
			}
		}
		if len(about) == 0 {
			about = plain(text.Nothing)
		}
		sentence := joined(": ", w.e.Word("phase", l.Phase), l.Sentence)
		rows = append(rows, row{heads: []int{0}, cells: []cell{plain(l.Name).and(sentence, quietCell), about}})
	}
	return rows
}

// frameworkNote says with which version of which framework the plan was
// written, how long that holds, and to look it up once it does not.
func (w *writer) frameworkNote(up *tagged.Elem) {
	id := w.p.Profile.Framework
	version, ok := w.e.Info.Words["framework-version/"+id]
	if !ok {
		return
	}
	day := func(key string) (text.Date, string) {
		d, err := text.ParseISO(w.e.Info.Words[key+id])
		if err != nil {
			return text.Date{}, ""
		}
		return d, text.FormatDate(d, w.lang, text.Long)
	}
	_, from := day("framework-from/")
	last, to := day("framework-to/")
	said := w.say("framework.note", "Name", w.e.Word("framework", id), "Version", version, "From", from)
	if to != "" {
		said += " " + w.say("framework.until", "To", to)
		if last.Compare(w.today()) < 0 {
			said += " " + w.say("framework.past", "Rule", w.e.Word("word", "regeling"))
		}
	}
	w.para(up, strings.TrimSpace(said), smallStyle)
}
