package tui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// erasing is S162: the one question that asks for a word, because nothing
// brings the text back.
type erasing struct {
	id   string // of the plan, "" for everything
	what Erasing
	in   textinput.Model
}

const eraseLabels = 12

func newErasing(id string, what Erasing) *erasing {
	s := &erasing{id: id, what: what, in: textinput.New()}
	s.in.Prompt, s.in.CharLimit = "", 20
	s.in.SetVirtualCursor(false)
	s.in.Focus()
	return s
}

func (s *erasing) ID() string { return "S162" }

func (s *erasing) Title(e *env) string {
	if s.id == "" {
		return e.t.T("s162.title.all")
	}
	return e.t.T("s162.title", "Year", text.FormatSchoolYear(s.what.Plans[0].SchoolYear))
}

func (s *erasing) Audience() string { return "private" }
func (s *erasing) Form() bool       { return true }

func (s *erasing) Actions(*env) []action {
	return []action{
		{ID: "erase.leave", Keys: []string{"esc"}, Short: "key.noterase", Do: func() []effect { return []effect{back()} }},
		{ID: "erase.do", Keys: []string{"enter"}, Short: "key.erase"},
	}
}

func (s *erasing) Page(e *env) page {
	var out []line
	fact := func(label, words string) {
		for _, l := range hang(e.st.Label.Render(text.Pad(e.t.T(label), eraseLabels)), words, e.w, eraseLabels) {
			out = append(out, line{Text: l})
		}
	}
	label := "s162.you"
	for _, p := range s.what.Plans {
		words := e.t.T("s162.plan", "Year", text.FormatSchoolYear(p.SchoolYear), "Teacher", p.Teacher, "Versions", e.t.N("erase.versions", p.Versions),
			"Goals", e.t.N("erase.goals", p.Goals), "Evidence", e.t.N("erase.evidence", p.Evidence), "Notes", e.t.N("erase.notes", p.Notes))
		fact(label, words)
		label = "s162.and"
	}
	if s.id == "" {
		fact(label, e.t.T("s162.rest"))
	}
	fact("s162.also", e.t.T("s162.copies"))
	switch {
	case s.id == "":
	case len(s.what.Kept) > 0:
		fact("s162.kept", e.t.T("s162.kept.plans", "Years", strings.Join(years(s.what.Kept), ", ")))
	default:
		fact("s162.kept", e.t.T("s162.kept.key"))
	}
	given := e.t.T("s162.given")
	if len(s.what.Sent) > 0 {
		given = e.t.T("s162.sent", "Who", strings.Join(s.what.Sent, ", "))
	}
	if s.what.Backups != "" {
		given += e.t.T("s162.backups", "Folder", s.what.Backups)
	}
	fact("s162.cannot", given)
	out = append(out, line{}, line{Text: e.t.T("s162.undo")}, line{})
	out = append(out, wrapped(e.t.T("s162.first"), e.w, 0, e.st.Text.Render)...)
	out = append(out, line{}, line{Text: e.st.Selected.Render(e.t.T("s162.type", "Word", e.t.T("erase.word"))), Mark: true})
	resize(&s.in, e.w-1)
	out = append(out, line{Text: s.in.View()})
	at := len(out) - 1
	p := page{Lines: out, Focus: [2]int{at - 1, at}}
	if c := s.in.Cursor(); c != nil {
		p.Cursor = &cursor{Line: at, Cell: c.Position.X}
	}
	return p
}

func years(in []string) (out []string) {
	for _, y := range in {
		out = append(out, text.FormatSchoolYear(y))
	}
	return out
}

func (s *erasing) Update(e *env, msg tea.Msg) []effect {
	if p, ok := msg.(tea.PasteMsg); ok {
		p.Content, _ = text.Line(p.Content, 20)
		msg = p
	}
	if k, ok := msg.(tea.KeyPressMsg); !ok || k.String() != "enter" {
		s.in, _ = s.in.Update(msg)
		return nil
	}
	if strings.TrimSpace(s.in.Value()) != e.t.T("erase.word") {
		return []effect{attend("s162.word", "Word", e.t.T("erase.word"))}
	}
	eraser, id := e.deps.Eraser, s.id
	return []effect{wait("busy.erasing", func() (any, error) { return eraser.Erase(id) }, func(v any, err error) []effect {
		if err != nil {
			return []effect{attend("s162.failed")}
		}
		held := v.(bool)
		return []effect{func(m *Model) tea.Cmd { return m.erased(id, held) }}
	})}
}

// erased goes on without what is gone: home, or the first start.
func (m *Model) erased(id string, held bool) tea.Cmd {
	said := "s162.done"
	if held {
		said = "s162.held"
	}
	if id == "" {
		m.rows, m.settings = nil, Settings{Language: m.settings.Language, Mouse: true, Color: m.settings.Color}
		m.deps.Settings = m.settings
	}
	m.rows = slices.DeleteFunc(slices.Clone(m.rows), func(r PlanRow) bool { return r.ID == id })
	if id == "" || m.plan.ID == id {
		m.take(plan.Plan{}, nil)
	}
	m.stack = nil
	var first screen
	if m.settings.Started {
		first = newHome(m)
	} else {
		first = newStart(m)
	}
	cmd := m.push(first)
	m.say(said)
	return cmd
}
