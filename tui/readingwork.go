package tui

import (
	"slices"
	"strings"

	"bekwaam/text"
)

// sentences are the sentences of the competence by phase, and what stands
// above them: nothing where the framework has it, and where it has not, that
// it was left behind. Without any words there is only the head.
func (s *reading) sentences(e *env) (map[string]string, []row) {
	if _, c, ok := e.fw.Competence(s.competence); ok {
		out := map[string]string{}
		for _, p := range e.fw.Phases {
			out[p.ID] = e.say(c.Indicators[p.ID])
		}
		return out, nil
	}
	o, ok := goneWords(e, s.competence)
	if !ok {
		return nil, textRows(e, e.t.T("s30.read.nowhere"))
	}
	head := hintRows(e, e.t.T("s30.read.gone"))
	if o.Words.Name == "" {
		head = append(hintRows(e, e.t.T("s30.read.gone.nowords")), plainRow(e.t.T("named.all", "What", namedBy(e, o.Where))), plainRow(""))
	}
	out := map[string]string{}
	for phase, words := range o.Words.Phases {
		out[phase] = words
	}
	return out, head
}

// workRows are the goals that work on the competence and the pieces that speak
// about it.
func (s *reading) workRows(e *env) []row {
	var out []row
	for _, g := range e.plan.Goals {
		if !slices.Contains(g.Competences, s.competence) && aimOf(g, s.competence) == "" {
			continue
		}
		if len(out) == 0 {
			out = append(out, plainRow(e.st.Title.Render(e.t.T("s30.read.goals"))))
		}
		out = append(out, row{ID: goalRow + g.ID, Lines: text.Wrap(goalCalled(e, g.ID), e.w)})
	}
	for _, g := range e.plan.SchoolGoals {
		if slices.Contains(g.Competences, s.competence) {
			if len(out) == 0 {
				out = append(out, plainRow(e.st.Title.Render(e.t.T("s30.read.goals"))))
			}
			out = append(out, row{ID: "school/" + g.ID, Lines: text.Wrap(e.t.T("cover.goal.school", "Name", g.Text), e.w)})
		}
	}
	if len(out) > 0 {
		out = append(out, plainRow(""))
	}
	first := true
	for _, x := range e.plan.Evidence {
		if !slices.Contains(x.Competences, s.competence) {
			continue
		}
		if first {
			out, first = append(out, plainRow(e.st.Title.Render(e.t.T("s30.read.evidence")))), false
		}
		r := row{ID: "evidence/" + x.ID, Lines: text.Wrap(evidenceLine(e, x), e.w)}
		if x.Note != "" {
			for _, l := range text.Wrap(x.Note, e.w-2) {
				r.Lines = append(r.Lines, "  "+e.st.Label.Render(l))
			}
		}
		out = append(out, r)
	}
	if !first {
		out = append(out, plainRow(""))
	}
	for _, x := range e.plan.Reflections {
		if slices.Contains(x.Competences, s.competence) && x.Text != "" {
			head := e.st.Title.Render(e.t.T("s30.read.reflection", "Date", text.FormatDate(x.Date, e.lang(), text.Medium)))
			out = append(out, row{ID: "reflection/" + x.ID, Lines: append([]string{head}, text.Wrap(x.Text, e.w)...)}, plainRow(""))
		}
	}
	return out
}

// goal is the goal that is selected, "" for something else.
func (s *reading) goal(e *env) string {
	id, ok := strings.CutPrefix(s.list.at(s.rows(e)), goalRow)
	if !ok {
		return ""
	}
	return id
}
