package tui

import (
	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// ending is S144: when the coaching of a starter ends, what to keep.
type ending struct{ list list }

func (s *ending) ID() string          { return "S144" }
func (s *ending) Title(e *env) string { return e.t.T("s144.title", "Name", e.plan.Profile.Name) }
func (s *ending) Audience() string    { return "private" }
func (s *ending) Form() bool          { return false }
func (s *ending) Bare() bool          { return true }

func (s *ending) Actions(e *env) []action {
	return []action{
		{ID: "ending.no", Keys: []string{"esc"}, Short: "key.notend", Do: func() []effect { return []effect{back()} }},
		{ID: "ending.choose", Keys: []string{"enter"}, Short: "key.dothis", Do: func() []effect { return s.enter(e) }},
	}
}

func (s *ending) rows(e *env) []row {
	out := []row{plainRow(text.Wrap(e.t.T("s144.what", "Name", starterName(e.plan)), e.w)...), plainRow(""), {ID: "esc", Lines: text.Wrap(e.t.T("s144.no"), e.w)}}
	for _, keep := range plan.Keeps {
		out = append(out, row{ID: keep, Lines: append(text.Wrap(e.t.T("s144."+keep), e.w), hang("    ", e.st.Hint.Render(e.t.T("s144."+keep+".more", "Name", starterName(e.plan))), e.w, 4)...)})
	}
	return out
}

func (s *ending) Page(e *env) page { return s.list.page(tight(e, s.rows(e))) }

func (s *ending) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e)
	}
	return nil
}

func (s *ending) enter(e *env) []effect {
	keep := s.list.at(s.rows(e))
	if keep == "esc" {
		return []effect{back()}
	}
	c, err := plan.EndCoaching(e.plan, keep, e.actor())
	return []effect{back(), commitSaying(c, err, "s144.done", "Name", e.plan.Profile.Name)}
}
