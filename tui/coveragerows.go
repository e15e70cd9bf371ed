package tui

import (
	"strings"

	"bekwaam/plan"
	"bekwaam/text"
)

// coverColumns are the widths behind the name: pieces, kinds, newest.
func coverColumns(e *env) (name, pieces, kinds, newest int) {
	if e.narrow() {
		return e.w - 20, 8, 0, 12
	}
	return e.w - 29, 8, 8, 13
}

// coverLine puts words into the columns.
func coverLine(e *env, name, pieces, kinds, newest string) string {
	wn, wp, wk, wd := coverColumns(e)
	out := text.Pad(text.Cut(name, wn-1), wn) + text.PadLeft(pieces, wp)
	if wk > 0 {
		out += text.PadLeft(kinds, wk)
	}
	return out + text.PadLeft(newest, wd)
}

func coverHead(e *env, first string) row {
	return plainRow(e.st.Title.Render(coverLine(e, first, e.t.T("s92.pieces"), e.t.T("s92.kinds"), e.t.T("s92.newest"))))
}

// piecesLine is a row about some pieces of evidence.
func piecesLine(e *env, name string, list []plan.Evidence) string {
	kinds, newest := map[string]bool{}, text.Date{}
	for _, x := range list {
		kinds[x.Kind] = true
		if newest.IsZero() || x.Date.Compare(newest) > 0 {
			newest = x.Date
		}
	}
	return coverLine(e, name, itoa(len(list)), itoa(len(kinds)), text.FormatDate(newest, e.lang(), text.Medium))
}

// rows are the goals and then the groups of the view; the selected one shows
// what it counts.
func (s *coverage) rows(e *env) []row {
	sel := s.list.sel
	var out []row
	if live := e.plan.LiveGoals(); len(live) > 0 {
		out = append(out, coverHead(e, e.t.T("s92.goals")))
		for i, g := range live {
			list := plan.EvidenceFor(e.plan, g)
			r := row{ID: goalRow + g.ID, Lines: []string{piecesLine(e, itoa(i+1)+" "+firstOf(g.Title, g.Question, e.t.T("s40.unasked")), list)}}
			if r.ID == sel {
				r.Lines = append(r.Lines, unfolded(e, nil, list)...)
			}
			out = append(out, r)
		}
		out = append(out, plainRow(""))
	}
	out = append(out, coverHead(e, upperFirst(viewName(e, e.overlay()))))
	for _, g := range covered(e) {
		list := piecesOf(e.plan, g.Evidence)
		r := row{ID: groupID(g), Lines: []string{piecesLine(e, groupName(e, g), list)}}
		if r.ID == sel {
			r.Lines = append(r.Lines, unfolded(e, g.Goals, list)...)
		}
		out = append(out, r)
	}
	out = append(out, plainRow(""))
	if q := s.question(e); q != "" {
		out = append(out, textRows(e, q)...)
		out = append(out, plainRow(""))
	}
	say := "s92.list"
	switch {
	case len(e.plan.Evidence) == 0:
		say = "s92.none"
	case e.plan.Profile.InductionYear == 1:
		say = "s92.first"
	}
	for _, l := range text.Wrap(e.t.T(say), e.w) {
		out = append(out, plainRow(e.st.Hint.Render(l)))
	}
	return out
}

// question is what there is to ask about the evidence of the selected row.
func (s *coverage) question(e *env) string {
	name, list := "", []plan.Evidence(nil)
	for i, g := range e.plan.LiveGoals() {
		if goalRow+g.ID == s.list.sel {
			name, list = e.t.T("named.goal", "Number", i+1), plan.EvidenceFor(e.plan, g)
		}
	}
	for _, g := range covered(e) {
		if groupID(g) == s.list.sel {
			name, list = groupName(e, g), piecesOf(e.plan, g.Evidence)
		}
	}
	id := plan.AskAbout(list, e.plan.Profile.SchoolYear)
	for _, q := range e.pack().EvidenceQuality {
		if q.ID == id {
			return e.t.T("s92.ask", "Name", upperFirst(name), "Question", lowerFirst(e.say(q.Name)))
		}
	}
	return ""
}

// piecesOf are the pieces of evidence with these ids.
func piecesOf(p plan.Plan, ids []string) []plan.Evidence {
	var out []plan.Evidence
	for _, x := range p.Evidence {
		for _, id := range ids {
			if x.ID == id {
				out = append(out, x)
			}
		}
	}
	return out
}

// unfolded are the goals and the pieces that a row counts.
func unfolded(e *env, goals []string, list []plan.Evidence) []string {
	var out []string
	add := func(words string) { out = append(out, hang("    ", words, e.w, 4)...) }
	for _, id := range goals {
		add(goalCalled(e, id))
	}
	for _, x := range list {
		add(evidenceLine(e, x))
	}
	if len(out) == 0 {
		add(e.st.Label.Render(e.t.T("s92.nothing")))
	}
	return out
}

// goalCalled names a goal with its number, or says that it is for later.
func goalCalled(e *env, id string) string {
	for _, g := range e.plan.Goals {
		if g.ID != id {
			continue
		}
		name := firstOf(g.Title, g.Question, e.t.T("s40.unasked"))
		if n := goalNumber(e.plan, id); n > 0 {
			return e.t.T("cover.goal", "Number", n, "Name", name)
		}
		return e.t.T("cover.goal.later", "Name", name)
	}
	return ""
}

// rows are the competences of the group, each with its goals and evidence.
func (s *coveredGroup) rows(e *env) []row {
	g, _ := s.here(e)
	var out []row
	if q := e.say(g.Item.Question); q != "" {
		out = hintRows(e, q)
	}
	for _, id := range g.Competences {
		r := row{ID: id, Lines: []string{text.Cut(competenceName(e, id), e.w)}}
		if fits := e.plan.ViewOf(id).Fits; fits != "" {
			right := e.st.Label.Render(firstOf(phaseName(e, fits), fitsWords(e, fits)))
			r.Lines[0] = rightOf(e, text.Cut(competenceName(e, id), e.w-text.Width(right)-2), right)
		}
		for _, x := range e.plan.Goals {
			if namesIn(x.Competences, id) {
				r.Lines = append(r.Lines, hang("    ", goalCalled(e, x.ID), e.w, 4)...)
			}
		}
		for _, x := range e.plan.Evidence {
			if namesIn(x.Competences, id) {
				r.Lines = append(r.Lines, hang("    ", evidenceLine(e, x), e.w, 4)...)
			}
		}
		out = append(out, r)
	}
	if len(g.Competences) == 0 {
		return append(out, textRows(e, strings.TrimSpace(e.t.T("s92.empty")))...)
	}
	return out
}

func namesIn(list []string, id string) bool {
	for _, x := range list {
		if x == id {
			return true
		}
	}
	return false
}
