package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"bekwaam/continuum"
	"bekwaam/plan"
	"bekwaam/text"
)

// competenceList is opened from S41: the parts of the framework, searched as
// one types, to choose what a goal is about.
type competenceList struct {
	box  searchBox
	list list
	goal *goalForm
}

// noPart is the row for a goal that stands without a part of the framework.
const noPart = "none"

func newCompetences(m *Model, g *goalForm) screen {
	s := &competenceList{box: newSearchBox(), goal: g}
	s.list.choose(noPart)
	if chosen := g.goal(m.env()).Competences; len(chosen) > 0 {
		s.list.choose(chosen[0])
	}
	return s
}

func (s *competenceList) ID() string          { return "S41b" }
func (s *competenceList) Step() int           { return 4 }
func (s *competenceList) Title(e *env) string { return stepTitle(e, 4, e.t.T("s41.choose.part")) }
func (s *competenceList) Audience() string    { return "board" }
func (s *competenceList) Form() bool          { return true }

func (s *competenceList) Actions(e *env) []action {
	out := []action{
		{ID: "part.back", Keys: []string{"esc"}, Short: "key.back", Do: func() []effect { return []effect{back()} }},
		{ID: "part.choose", Keys: []string{"enter"}, Short: "key.choose.row"},
		{ID: "part.other", Keys: []string{"up"}, Short: "key.otherpart"},
	}
	if s.box.Value() != "" {
		out[0].Short = "key.clear"
		out[0].Do = func() []effect { s.box.Clear(); return nil }
	}
	return out
}

// rows are the parts that fit what was typed, under their areas.
func (s *competenceList) rows(e *env) []row {
	var out []row
	if s.box.Value() == "" {
		out = append(out, row{ID: noPart, Lines: []string{s.mark(e, "") + e.t.T("s40.own")}})
	}
	for i := range e.fw.Areas {
		a := &e.fw.Areas[i]
		headed := false
		for j := range a.Competences {
			c := &a.Competences[j]
			if !s.fits(e, a, c) {
				continue
			}
			if !headed {
				out, headed = append(out, plainRow(e.st.Title.Render(text.Cut(e.say(a.Name), e.w)))), true
			}
			out = append(out, s.row(e, e.fw.CompetenceID(a, c), c))
		}
	}
	return out
}

// row is a part with the phase where the teacher stands; the selected one
// shows the sentence of the next phase.
func (s *competenceList) row(e *env, id string, c *continuum.Competence) row {
	fits := e.plan.ViewOf(id).Fits
	now := e.st.Label.Render(phaseName(e, fits))
	r := row{ID: id, Lines: []string{rightOf(e, s.mark(e, id)+text.Cut(e.say(c.Name), e.w-text.Width(now)-4), now)}}
	if next, ok := c.Indicators[plan.NextPhase(e.fw, fits)]; ok && s.list.sel == id {
		for _, l := range text.Wrap(e.say(next), e.w-4) {
			r.Lines = append(r.Lines, spaces(4)+e.st.Hint.Render(l))
		}
	}
	return r
}

// mark shows what the goal is about now; "" asks about no part at all.
func (s *competenceList) mark(e *env, id string) string {
	chosen := s.goal.goal(e).Competences
	if slices.Contains(chosen, id) || id == "" && len(chosen) == 0 {
		return e.st.Chosen.Render("● ")
	}
	return "○ "
}

// fits reports whether every word that was typed stands in the name of the
// part, of its area, or in one of its sentences.
func (s *competenceList) fits(e *env, a *continuum.Area, c *continuum.Competence) bool {
	texts := []string{e.say(a.Name), e.say(c.Name)}
	for _, p := range e.fw.Phases {
		texts = append(texts, e.say(c.Indicators[p.ID]))
	}
	return holds(s.box.Value(), texts...)
}

func (s *competenceList) Page(e *env) page { return searchPage(e, &s.box, &s.list, s.rows(e)) }

func (s *competenceList) Update(e *env, msg tea.Msg) []effect {
	rows := s.rows(e)
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch k := msg.String(); k {
		case "up", "down", "pgup", "pgdown":
			s.list.key(rows, k, e.h/2)
			return nil
		case "enter":
			return s.choose(e, s.list.at(rows))
		}
	case clickMsg:
		if msg.Row == s.list.at(rows) {
			return s.choose(e, msg.Row)
		}
		s.list.choose(msg.Row)
		return nil
	}
	before := s.box.Value()
	s.box.Update(msg)
	if s.box.Value() != before {
		s.list = list{}
	}
	return nil
}

// choose makes the goal about one part, or about none, with the next phase as
// what it works towards, and goes on to the next field.
func (s *competenceList) choose(e *env, id string) []effect {
	if id == "" {
		return nil
	}
	chosen := s.goal.goal(e).Competences
	if id == noPart && len(chosen) == 0 || len(chosen) == 1 && chosen[0] == id {
		return []effect{back(), s.goOn()}
	}
	c, err := s.goal.edit(e, "competences", func(g *plan.Goal) {
		g.Competences, g.Aims = nil, nil
		if id == noPart {
			return
		}
		g.Competences = []string{id}
		if next := plan.NextPhase(e.fw, e.plan.ViewOf(id).Fits); next != "" {
			g.Aims = []plan.Aim{{Competence: id, Phase: next}}
		}
	})
	return []effect{back(), s.goOn(), commit(c, err)}
}

// goOn puts the focus of the goal on the field after this one.
func (s *competenceList) goOn() effect {
	return func(*Model) tea.Cmd { s.goal.form.choose("done"); return nil }
}

// searchPage is a list of competences below the words that narrow it.
func searchPage(e *env, box *searchBox, l *list, rows []row) page {
	label := e.t.T("s41.choose.search") + " "
	typed, cell := box.View(e.w - text.Width(label))
	p := l.page(rows, e.st.Label.Render(label)+typed, "")
	p.HeadCursor = &cursor{Line: 0, Cell: text.Width(label) + cell}
	if len(rows) == 0 {
		p.Lines = append(p.Lines, wrapped(e.t.T("s41.choose.nothing", "What", box.Value()), e.w, 0, e.st.Text.Render)...)
	}
	return p
}
