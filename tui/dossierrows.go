package tui

import (
	"slices"
	"strings"

	"bekwaam/plan"
	"bekwaam/text"
)

// A happening is one row of the dossier: evidence or an observation.
type happening struct {
	id                     string
	date                   text.Date
	kind, title, goal, who string
	competences            []string
	goals                  []string
}

// happenings are the evidence and the observations of the plan, the newest
// first, those without a day at the top.
func happenings(e *env) []happening {
	var out []happening
	for _, x := range e.plan.Evidence {
		out = append(out, happening{id: x.ID, date: x.Date, kind: lowerFirst(kindWords(e, x.Kind)), title: firstOf(x.Title, x.Note),
			goal: goalNumbers(e, x.Goals, x.Competences), who: seenBy(e, x), competences: x.Competences, goals: x.Goals})
	}
	who := e.t.T("s90.who.private")
	if slices.Contains(e.plan.Share.Coach, plan.GroupObservations) {
		who = e.t.T("s90.who.coach")
	}
	for _, x := range e.plan.Observations {
		by := ""
		if x.By != nil {
			by = firstOf(x.By.Name, roleWords(e, x.By.Role))
		}
		out = append(out, happening{id: observationRow + x.ID, date: x.Date, kind: e.t.T("s91.one"), title: firstOf(by, x.Text),
			goal: goalNumbers(e, nil, x.Competences), who: who, competences: x.Competences})
	}
	slices.SortStableFunc(out, func(a, b happening) int {
		if a.date.IsZero() != b.date.IsZero() {
			if a.date.IsZero() {
				return -1
			}
			return 1
		}
		return b.date.Compare(a.date)
	})
	return out
}

// goalNumbers are the goals of this year that something is about: those it
// names, and those that work on one of its competences.
func goalNumbers(e *env, goals, competences []string) string {
	var out []string
	for _, g := range e.plan.LiveGoals() {
		about := slices.Contains(goals, g.ID)
		for _, c := range g.Competences {
			about = about || slices.Contains(competences, c)
		}
		if about {
			out = append(out, itoa(goalNumber(e.plan, g.ID)))
		}
	}
	return firstOf(strings.Join(out, ", "), text.Nothing)
}

// seenBy is who can see a piece: the board sees its title, kind and day only.
func seenBy(e *env, x plan.Evidence) string {
	a := x.Audience
	if a == "" {
		a = plan.Private
	}
	if slices.Contains(x.LeftOut, a) {
		return e.t.T("s90.who.left-out")
	}
	return e.t.T("s90.who." + a)
}

// shown are the happenings that goal and search leave.
func (s *dossier) shown(e *env) []happening {
	goal := ""
	if n := goalNumber(e.plan, s.goal); n > 0 {
		goal = itoa(n)
	}
	return slices.DeleteFunc(happenings(e), func(h happening) bool {
		return goal != "" && !slices.Contains(strings.Split(h.goal, ", "), goal) ||
			!holds(s.box.Value(), h.title, h.kind, h.who, dayText(e, h.date))
	})
}

// pieceColumns are the widths of kind, goal and who; the title has the rest.
// A narrow window leaves the kind out: it stands in the piece.
func pieceColumns(e *env) (day, kind, goal, who int) {
	if e.narrow() {
		return 12, 0, 5, 14
	}
	return 12, 18, 5, 14
}

func pieceLine(e *env, day, kind, title, goal, who string) string {
	d, k, g, w := pieceColumns(e)
	rest := e.w - d - k - g - w
	out := text.Pad(day, d)
	if k > 0 {
		out += text.Pad(text.Cut(kind, k-1), k)
	}
	return out + text.Pad(text.Cut(title, rest-1), rest) + text.Pad(text.Cut(goal, g-1), g) + text.Cut(who, w)
}

func (s *dossier) pieceRows(e *env) []row {
	if len(e.plan.Evidence)+len(e.plan.Observations) == 0 {
		return append(textRows(e, e.t.T("s90.none")), plainRow(""))
	}
	var out []row
	list := s.shown(e)
	for _, h := range list {
		if x, ok := evidenceIn(e.plan, h.id); ok {
			h.title = s.withFile(e, x, h.title)
		}
		out = append(out, row{ID: h.id, Lines: []string{pieceLine(e, firstOf(dayText(e, h.date), text.Nothing), h.kind, h.title, h.goal, h.who)}})
	}
	out = append(out, s.filterRows(e, len(list), len(happenings(e)))...)
	out = append(out, plainRow(""))
	out = append(out, s.lostRows(e)...)
	out = append(out, textRows(e, pieceSums(e))...)
	if q := pieceQuestion(e); q != "" {
		out = append(append(out, plainRow("")), textRows(e, q)...)
	}
	return out
}

// filterRows say what is not shown.
func (s *dossier) filterRows(e *env, shown, all int) []row {
	if shown == all {
		return nil
	}
	what := e.t.T("s90.filter.words", "Words", s.box.Value())
	if s.box.Value() == "" {
		what = e.t.T("s50.filter.goal", "Number", goalNumber(e.plan, s.goal))
	}
	return textRows(e, e.t.T("msg.filtered", "Shown", shown, "All", all, "Hidden", all-shown, "Filter", what))
}

// pieceSums is how much there is, and what of the hours and the money of the
// plan was spent.
func pieceSums(e *env) string {
	n := len(e.plan.Evidence) + len(e.plan.Observations)
	l := plan.Reckon(e.plan, e.pack())
	spent, cost := l.Hours.Total.Spent-l.Hours.Ordered.Spent, l.Money.NoPayer.Spent
	for _, x := range l.Money.BySource {
		cost += x.Spent
	}
	hours, planned := ownTotals(e)
	return e.t.N("s90.pieces", n) + "   " + e.t.T("s90.spent", "Hours", quarters(e, spent), "Planned", quarters(e, hours),
		"Money", money(e, cost), "Budget", money(e, planned))
}

// pieceQuestion is one thing to think about: the first goal for whose evidence
// a question of the pack applies.
func pieceQuestion(e *env) string {
	for _, g := range e.plan.LiveGoals() {
		list := plan.EvidenceFor(e.plan, g)
		ask := plan.AskAbout(list, e.plan.Profile.SchoolYear)
		for _, q := range e.pack().EvidenceQuality {
			if q.ID == ask {
				return e.t.T("s90.ask", "Number", goalNumber(e.plan, g.ID), "Question", lowerFirst(e.say(q.Name)))
			}
		}
	}
	return ""
}

// head is what the step is about, the views and the names of the columns; a
// low window has the last two only.
func (s *dossier) head(e *env) []string {
	var words []string
	for v := dossierEvidence; v <= dossierReflections; v++ {
		style := e.st.Label
		if v == s.view {
			style = e.st.Selected
		}
		words = append(words, style.Render(itoa(v)+" "+e.t.T(dossierNames[v])))
	}
	views := strings.Join(words, "   ")
	out := []string{views}
	if e.h > 16 {
		out = nil
		for _, l := range text.Wrap(e.t.T("s"+s.ID()[1:]+".reason"), e.w) {
			out = append(out, e.st.Hint.Render(l))
		}
		out = append(out, "", views, "")
	}
	if s.view == dossierEvidence && len(e.plan.Evidence)+len(e.plan.Observations) > 0 {
		out = append(out, e.st.Label.Render(pieceLine(e, e.t.T("s90.c.day"), e.t.T("s90.c.kind"), e.t.T("s90.c.title"), e.t.T("s90.c.goal"), e.t.T("s90.c.who"))))
	}
	return out
}

func (s *dossier) Page(e *env) page {
	rows := s.rows(e)
	head := s.head(e)
	if s.typing || s.box.Value() != "" {
		v, cell := s.box.View(e.w - 10)
		label := e.t.T("s90.search")
		head = append(head, label+" "+v)
		p := downToTheEnd(s.sel().page(rows, head...), rows, s.sel().at(rows))
		if s.typing {
			p.HeadCursor = &cursor{Line: len(head) - 1, Cell: text.Width(label) + 1 + cell}
		}
		return p
	}
	return downToTheEnd(s.sel().page(rows, head...), rows, s.sel().at(rows))
}

// reflectionRows are what was written to look back, the newest first, each
// with its first words.
func (s *dossier) reflectionRows(e *env) []row {
	if len(e.plan.Reflections) == 0 {
		return textRows(e, e.t.T("s93b.none"))
	}
	list := slices.Clone(e.plan.Reflections)
	slices.SortStableFunc(list, func(a, b plan.Reflection) int { return b.Date.Compare(a.Date) })
	var out []row
	shown := 0
	for _, x := range list {
		m, _ := e.pack().ReflectionModel(x.Model)
		words := strings.Join(strings.Fields(x.Words(m)), " ")
		about := aboutWords(e, x)
		if !holds(s.box.Value(), words, about, dayText(e, x.Date)) {
			continue
		}
		shown++
		first := text.Pad(firstOf(dayText(e, x.Date), text.Nothing), 13) + firstOf(about, words)
		r := row{ID: x.ID, Lines: []string{text.Cut(first, e.w)}}
		if about != "" {
			r.Lines = append(r.Lines, spaces(13)+e.st.Label.Render(text.Cut(words, e.w-13)))
		}
		out = append(out, r)
	}
	return append(out, s.filterRows(e, shown, len(list))...)
}

// aboutWords is what a reflection looks back on: an item of the plan by name,
// or the words that were written.
func aboutWords(e *env, x plan.Reflection) string { return firstOf(itemName(e.plan, x.About), x.About) }
