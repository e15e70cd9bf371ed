package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/text"
)

// palette is S161: type what you want, see the key, do it.
type palette struct {
	box    searchBox
	list   list
	all    []command
	recent []string
	cover
}

func newPalette(m *Model) screen {
	return &palette{box: newSearchBox(), all: m.allCommands(m.top()), recent: m.settings.Recent, cover: m.coverNow()}
}

func (s *palette) ID() string          { return "S161" }
func (s *palette) Title(e *env) string { return e.t.T("s161.title") }
func (s *palette) Audience() string    { return "" }
func (s *palette) Form() bool          { return true }
func (s *palette) Bare() bool          { return true }

func (s *palette) Actions(*env) []action {
	return []action{
		{ID: "palette.do", Keys: []string{"enter"}, Short: "key.dothis"},
		{ID: "palette.choose", Keys: []string{"up"}, Short: "key.choose.row"},
	}
}

// found are the commands that fit what was typed, best first.
func (s *palette) found() []command {
	typed := s.box.Value()
	var out []command
	for _, c := range s.all {
		if c.matches(typed) {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b command) int { return a.distance(typed) - b.distance(typed) })
	return out
}

func (s *palette) rows(e *env) []row {
	var out []row
	wide := e.w - 30
	for _, c := range s.found() {
		right := c.detail
		if c.key != "" {
			right = strings.TrimSpace(c.key + "   " + right)
		}
		words := text.Pad(c.words, wide) + "  "
		if c.why != "" {
			out = append(out, row{ID: c.id, Lines: []string{e.st.Label.Render(words + text.Cut(c.reason(), 28))}})
			continue
		}
		out = append(out, row{ID: c.id, Lines: []string{words + e.st.Label.Render(text.Cut(right, 28))}})
	}
	return out
}

func (s *palette) Page(e *env) page {
	typed, cell := s.box.View(e.w)
	rows := s.rows(e)
	p := s.list.page(rows, e.st.Hint.Render(e.t.T("s161.reason")), "", typed, "")
	p.HeadCursor = &cursor{Line: 2, Cell: cell}
	if len(rows) == 0 {
		p.Lines = append(p.Lines, line{Text: text.Cut(e.t.T("s161.nothing", "What", s.box.Value()), e.w)})
		return p
	}
	p.Lines = append(p.Lines, line{}, line{Text: e.st.Hint.Render(e.t.N("s161.count", len(s.all), "Shown", len(rows)))})
	if last := s.lastUsed(); last != "" && s.box.Value() == "" {
		p.Lines = append(p.Lines, line{Text: e.st.Hint.Render(text.Cut(e.t.T("s161.recent", "What", last), e.w))})
	}
	return p
}

func (s *palette) lastUsed() string {
	var words []string
	for _, id := range s.recent {
		if i := slices.IndexFunc(s.all, func(c command) bool { return c.id == id }); i >= 0 {
			words = append(words, s.all[i].words)
		}
	}
	return strings.Join(words, ", ")
}

func (s *palette) Update(e *env, msg tea.Msg) []effect {
	rows := s.rows(e)
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch k := msg.String(); k {
		case "up", "down", "pgup", "pgdown":
			s.list.key(rows, k, e.h)
			return nil
		case "enter":
			return s.do(s.list.at(rows))
		}
	case clickMsg:
		s.list.choose(msg.Row)
		return s.do(msg.Row)
	}
	before := s.box.Value()
	s.box.Update(msg)
	if s.box.Value() != before {
		s.list = list{}
	}
	return nil
}

func (s *palette) do(id string) []effect {
	for _, c := range s.all {
		if c.id == id {
			return carry(c)
		}
	}
	return nil
}
