package tui

import (
	tea "charm.land/bubbletea/v2"

	"bekwaam/text"
)

// newerFile is S165: nothing is wrong with the file, but a newer program made
// it.
type newerFile struct {
	list list
	path string
}

func (s *newerFile) ID() string          { return "S165" }
func (s *newerFile) Title(e *env) string { return e.t.T("s165.title") }
func (s *newerFile) Audience() string    { return "private" }
func (s *newerFile) Form() bool          { return false }

func (s *newerFile) Actions(e *env) []action {
	return []action{{ID: "newer.do", Keys: []string{"enter"}, Short: "key.dothis", Do: func() []effect { return s.enter(e, s.list.at(s.rows(e))) }}}
}

func (s *newerFile) rows(e *env) []row {
	out := []row{plainRow(text.Wrap(e.t.T("s165.what", "Version", e.deps.Version), e.w)...), plainRow("")}
	for _, id := range []string{"s165.read", "s165.not"} {
		out = append(out, plainRow(text.Wrap(e.t.T(id), e.w)...))
	}
	out = append(out, plainRow(""), plainRow(e.t.T("s165.same")), plainRow(""))
	return append(out, row{ID: "open", Lines: []string{e.t.T("s150.open")}}, row{ID: "where", Lines: []string{e.t.T("s165.where")}})
}

func (s *newerFile) Page(e *env) page { return s.list.page(tight(e, s.rows(e))) }

func (s *newerFile) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e, id)
	}
	return nil
}

func (s *newerFile) enter(e *env, id string) []effect {
	if id == "where" {
		return []effect{say("s165.there")}
	}
	return reach(e.deps.Work.Open, s.path, "s82.opened", "s165.notopen")
}
