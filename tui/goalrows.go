package tui

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"bekwaam/plan"
	"bekwaam/text"
)

// rows are the goals of this year, those kept for later, one question and the
// way on.
func (s *goalList) rows(e *env) []row {
	out := hintRows(e, e.t.T("s40.reason"))
	live := e.plan.LiveGoals()
	for i, g := range live {
		if !s.search.leaves(e, g) {
			continue
		}
		r := row{ID: g.ID, Lines: goalLines(e, g, itoa(i+1)+" ")}
		if i == 0 && len(live) > 1 {
			r.Lines[0] = rightOf(e, r.Lines[0], e.t.T("goal.first"))
		}
		out = append(out, r, plainRow(""))
	}
	if len(live) == 0 {
		out = append(out, textRows(e, emptyGoals(e))...)
		out = append(out, plainRow(""))
	}
	if kept := keptGoals(e.plan); len(kept) > 0 {
		for _, g := range kept {
			if !s.search.leaves(e, g) {
				continue
			}
			name := text.Cut(firstOf(itemName(e.plan, g.ID), e.t.T("s40.unasked")), e.w-30)
			until := e.st.Label.Render(e.t.T("goal.kept-for", "Year", text.FormatSchoolYear(g.KeptFor)))
			out = append(out, row{ID: g.ID, Lines: []string{rightOf(e, "  "+name, until)}})
		}
		out = append(out, plainRow(""))
	}
	if hidden := s.search.hidden(e); hidden != "" {
		out = append(out, textRows(e, hidden)...)
	}
	if q := s.question(e); q != "" {
		out = append(out, textRows(e, q)...)
	}
	return append(out, row{ID: "on", Lines: []string{"[ " + stepButton(e, 5) + " ]"}})
}

// goalLines are the name, the learning question and what it is about.
func goalLines(e *env, g plan.Goal, number string) []string {
	indent := spaces(text.Width(number))
	w := e.w - len(indent)
	asked := text.Wrap(g.Question, w)
	out := []string{number + text.Cut(g.Title, w-8)}
	switch {
	case g.Question == "" && g.Title == "":
		asked, out[0] = nil, number+e.st.Label.Render(e.t.T("s40.unasked"))
	case g.Question == "":
		asked = nil
	case g.Title == "":
		asked = text.Wrap(g.Question, w-8)
		out[0], asked = number+asked[0], asked[1:]
	}
	for _, l := range asked {
		out = append(out, indent+l)
	}
	date := e.t.T("s40.nodate")
	if !g.Deadline.IsZero() {
		date = e.t.T("s40.back", "Date", text.FormatDate(g.Deadline, e.lang(), text.Medium))
	}
	place := text.Wrap(goalPlace(e, g)+", "+date, w)
	if len(place) > 1 { // a date is read in one piece
		place = append(text.Wrap(goalPlace(e, g)+",", w), date)
	}
	for _, l := range place {
		out = append(out, indent+e.st.Label.Render(l))
	}
	return out
}

// goalPlace says where in the framework a goal stands: the competence, where
// the teacher stands on it and where the goal leads.
func goalPlace(e *env, g plan.Goal) string {
	var parts []string
	for _, id := range g.Competences {
		name := competenceName(e, id)
		from, to := phaseName(e, e.plan.ViewOf(id).Fits), phaseName(e, aimOf(g, id))
		switch {
		case from != "" && to != "" && from != to:
			name = e.t.T("s40.place", "Name", name, "From", from, "To", to)
		case to != "":
			name = e.t.T("s40.place.to", "Name", name, "To", to)
		}
		parts = append(parts, name)
	}
	if len(parts) == 0 {
		return e.t.T("s40.own")
	}
	return strings.Join(parts, "; ")
}

// competenceName is what a competence is called; one that the framework does
// not have goes by the name that it had.
func competenceName(e *env, id string) string {
	if _, c, ok := e.fw.Competence(id); ok {
		return e.say(c.Name)
	}
	if o, ok := goneWords(e, id); ok && o.Words.Name != "" {
		return o.Words.Name
	}
	if f, _, c, ok := e.pack().FindCompetence(id); ok {
		return f.Say(c.Name, e.settings.Language)
	}
	return goneName(plan.Orphan{ID: id})
}

func phaseName(e *env, id string) string {
	if p, ok := e.fw.Phase(id); ok {
		return e.say(p.Name)
	}
	return ""
}

func aimOf(g plan.Goal, competence string) string {
	for _, a := range g.Aims {
		if a.Competence == competence {
			return a.Phase
		}
	}
	return ""
}

func keptGoals(p plan.Plan) []plan.Goal {
	return slices.DeleteFunc(slices.Clone(p.Goals), func(g plan.Goal) bool { return g.KeptFor == "" })
}

// emptyGoals teaches what will stand here, and which proposals wait.
func emptyGoals(e *env) string {
	s := e.t.T("s40.none")
	fits, ok := e.pack().Scale("fits")
	if !ok {
		return s
	}
	if n := len(plan.Proposals(e.plan, e.fw, *fits, 3)); n > 0 {
		s += " " + e.t.T("s40.proposals."+itoa(n))
	}
	return s
}

// goalQuestions keeps what the checks ask between two frames.
type goalQuestions struct {
	plan     string
	revision int
	list     []plan.Question
}

func (q *goalQuestions) of(e *env) []plan.Question {
	if q.plan != e.plan.ID || q.revision != e.plan.Revision || q.list == nil {
		q.plan, q.revision = e.plan.ID, e.plan.Revision
		q.list = plan.Questions(e.plan, e.pack(), e.today())
	}
	return q.list
}

// question is one thing to think about: whether there are too many goals,
// then what is open for the selected goal, then for the others.
func (s *goalList) question(e *env) string {
	asked := s.asked.of(e)
	for _, q := range asked {
		if q.Check == "max-goals" {
			return checkWords(e, q.Check)
		}
	}
	live := goalIDs(e.plan.LiveGoals())
	for _, id := range append([]string{s.list.sel}, live...) {
		at := slices.Index(live, id)
		for _, q := range asked {
			if at >= 0 && slices.Contains(q.About, id) {
				return e.t.T("s40.ask", "Number", at+1, "Question", lowerFirst(checkWords(e, q.Check)))
			}
		}
	}
	return ""
}

// checkWords are the words of a check of the pack.
func checkWords(e *env, id string) string {
	c, ok := e.pack().Check(id)
	if !ok {
		return ""
	}
	return e.say(c.Text)
}

func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}

// rightOf puts words at the right edge of a line.
func rightOf(e *env, left, right string) string {
	return fit(left, e.w-text.Width(right)) + right
}

// textRows are the lines of a text that is only read.
func textRows(e *env, s string) []row {
	var out []row
	for _, l := range text.Wrap(s, e.w) {
		out = append(out, plainRow(l))
	}
	return out
}

// hintRows are the reason of a step and an empty line.
func hintRows(e *env, s string) []row {
	var out []row
	for _, l := range text.Wrap(s, e.w) {
		out = append(out, plainRow(e.st.Hint.Render(l)))
	}
	return append(out, plainRow(""))
}
