package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/continuum"
	"bekwaam/plan"
	"bekwaam/text"
)

// ticksParts is a form of something that is about parts of the framework.
type ticksParts interface {
	screen
	stepper
	// parts are those that it is about.
	parts(*env) []string
	// setParts is the act that makes it about others.
	setParts(*env, []string) (plan.Change, error)
}

// observedParts is opened from S91 and S42b: the parts of the framework,
// searched as one types, to tick those that the observation, or the goal of
// the school, is about. It finds as S41b does.
type observedParts struct {
	box  searchBox
	list list
	form ticksParts
}

func newObservedParts(m *Model, f ticksParts) screen {
	s := &observedParts{box: newSearchBox(), form: f}
	if chosen := f.parts(m.env()); len(chosen) > 0 {
		s.list.choose(chosen[0])
	}
	return s
}

func (s *observedParts) ID() string { return strings.TrimSuffix(s.form.ID(), "b") + "a" }
func (s *observedParts) Step() int  { return s.form.Step() }
func (s *observedParts) Title(e *env) string {
	return stepTitle(e, s.Step(), e.t.T("s91.choose.parts"))
}
func (s *observedParts) Audience() string { return s.form.Audience() }
func (s *observedParts) Form() bool       { return true }

func (s *observedParts) Actions(e *env) []action {
	out := []action{
		{ID: "part.back", Keys: []string{"esc"}, Short: "key.back", Do: func() []effect { return []effect{back()} }},
		{ID: "observed.tick", Keys: []string{"enter"}, Short: "key.tick"},
		{ID: "part.other", Keys: []string{"up"}, Short: "key.otherpart"},
	}
	if s.box.Value() != "" {
		out[0].Short = "key.clear"
		out[0].Do = func() []effect { s.box.Clear(); return nil }
	}
	return out
}

// rows are the parts that fit what was typed, under their areas.
func (s *observedParts) rows(e *env) []row {
	chosen := s.form.parts(e)
	find := competenceList{box: s.box}
	var out []row
	for i := range e.fw.Areas {
		a := &e.fw.Areas[i]
		headed := false
		for j := range a.Competences {
			c := &a.Competences[j]
			if !find.fits(e, a, c) {
				continue
			}
			if !headed {
				out, headed = append(out, plainRow(e.st.Title.Render(text.Cut(e.say(a.Name), e.w)))), true
			}
			id := e.fw.CompetenceID(a, c)
			out = append(out, s.row(e, id, c, slices.Contains(chosen, id)))
		}
	}
	return out
}

// row is a part with its box; the selected one shows the sentence that the
// teacher chose for it.
func (s *observedParts) row(e *env, id string, c *continuum.Competence, ticked bool) row {
	box := "[ ] "
	if ticked {
		box = e.st.Chosen.Render("[x] ")
	}
	fits := e.plan.ViewOf(id).Fits
	now := e.st.Label.Render(phaseName(e, fits))
	r := row{ID: id, Lines: []string{rightOf(e, box+text.Cut(e.say(c.Name), e.w-text.Width(now)-6), now)}}
	if words, ok := c.Indicators[fits]; ok && s.list.sel == id {
		for _, l := range text.Wrap(e.say(words), e.w-4) {
			r.Lines = append(r.Lines, spaces(4)+e.st.Hint.Render(l))
		}
	}
	return r
}

func (s *observedParts) Page(e *env) page { return searchPage(e, &s.box, &s.list, s.rows(e)) }

func (s *observedParts) Update(e *env, msg tea.Msg) []effect {
	rows := s.rows(e)
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch k := msg.String(); k {
		case "up", "down", "pgup", "pgdown":
			s.list.key(rows, k, e.h/2)
			return nil
		case "enter":
			return s.tick(e, s.list.at(rows))
		}
	case clickMsg:
		if msg.Row == "" {
			return nil
		}
		again := msg.Row == s.list.at(rows)
		if s.list.choose(msg.Row); again || msg.Cell < 4 {
			return s.tick(e, msg.Row)
		}
		return nil
	}
	before := s.box.Value()
	s.box.Update(msg)
	if s.box.Value() != before {
		s.list = list{}
	}
	return nil
}

// tick adds a part, or takes it out.
func (s *observedParts) tick(e *env, id string) []effect {
	if id == "" {
		return nil
	}
	c, err := s.form.setParts(e, toggled(s.form.parts(e), id))
	return []effect{commit(c, err)}
}
