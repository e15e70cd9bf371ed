package tui

import (
	tea "charm.land/bubbletea/v2"

	"bekwaam/text"
)

// notSaved is S166: the words are safe in memory and in an emergency file,
// and this is what to do now.
type notSaved struct{ list list }

func newNotSaved(*Model) *notSaved { return &notSaved{} }

func (s *notSaved) ID() string          { return "S166" }
func (s *notSaved) Title(e *env) string { return e.t.T("msg.not-saved") }
func (s *notSaved) Audience() string    { return "private" }
func (s *notSaved) Form() bool          { return false }
func (s *notSaved) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e)
	}
	return nil
}

func (s *notSaved) Actions(e *env) []action {
	return []action{
		{ID: "notsaved.read", Keys: []string{"esc"}, Short: "key.readonly", Do: func() []effect { return []effect{back()} }},
		{ID: "notsaved.do", Keys: []string{"enter"}, Short: "key.dothis", Do: func() []effect { return s.enter(e) }},
		{ID: "form.quit", Keys: []string{"2× ctrl+c"}, Short: "key.quit2"},
	}
}

func (s *notSaved) enter(e *env) []effect {
	switch s.list.at(s.rows(e)) {
	case "stop":
		return []effect{quit()}
	case "save":
		return []effect{func(m *Model) tea.Cmd { return m.saveAgain() }}
	}
	return []effect{func(m *Model) tea.Cmd { return m.rescue() }}
}

// rescue writes the emergency file once more.
func (m *Model) rescue() tea.Cmd {
	p, keeper := m.plan, m.deps.Keeper
	return func() tea.Msg {
		where, err := keeper.Emergency(p)
		return rescuedMsg{where, err}
	}
}

func (s *notSaved) rows(e *env) []row {
	var out []row
	if e.again {
		out = append(out, row{ID: "save", Lines: []string{e.t.T("s166.save")}})
	}
	return append(out, row{ID: "again", Lines: []string{e.t.T("s166.again")}}, row{ID: "stop", Lines: []string{e.t.T("s166.stop")}})
}

func (s *notSaved) Page(e *env) page {
	var top []row
	add := func(id string, args ...any) {
		for _, l := range text.Wrap(e.t.T(id, args...), e.w) {
			top = append(top, plainRow(l))
		}
	}
	add("s166.what." + e.why)
	top = append(top, plainRow(""))
	add("s166.where")
	top = append(top, plainRow(e.emergency), plainRow(""))
	add("s166.readable")
	top = append(top, plainRow(""), plainRow(e.st.Title.Render(e.t.T("s166.now"))))
	switch {
	case e.again:
		add("s166.step1")
		add("s166.step2.again")
	case e.why == "full" || e.why == "other":
		add("s166.step1")
		add("s166.step2")
	default:
		add("s166.step")
	}
	top = append(top, plainRow(""))
	return s.list.page(tight(e, append(top, s.rows(e)...)))
}
