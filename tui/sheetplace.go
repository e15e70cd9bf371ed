package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
)

// sheetPlace is S07: the folder into which the recovery sheet goes. One that
// is copied to other computers is asked about once more.
type sheetPlace struct {
	form
	folder string
	asked  string // the folder that was asked about
	made   func(e *env, folder string) []effect
}

func openSheetPlace(made func(*env, string) []effect) effect {
	return openItem(func(m *Model) screen {
		s := &sheetPlace{made: made}
		s.fields = []field{
			newText(bound{id: "folder", label: "s07.folder", width: copiesLabels,
				get: func(*env) string { return s.folder },
				set: func(e *env, v string) (plan.Change, error) {
					s.folder = strings.TrimSpace(v)
					return plan.Change{Plan: e.plan}, nil
				}}),
			newConfirm("make", m.env(), "s07.make", "s07.back", s.done),
		}
		s.free = true
		return s
	})
}

func (s *sheetPlace) ID() string          { return "S07" }
func (s *sheetPlace) Title(e *env) string { return e.t.T("s07.title") }
func (s *sheetPlace) Audience() string    { return "private" }

func (s *sheetPlace) Actions(*env) []action {
	return []action{
		{ID: "sheetplace.make", Keys: []string{"enter"}, Short: "key.dothis"},
		{ID: "form.next", Keys: []string{"tab"}, Short: "key.otherfield"},
	}
}

func (s *sheetPlace) Page(e *env) page {
	var head []line
	for _, id := range []string{"s07.what", "s07.who"} {
		head = append(head, wrapped(e.t.T(id), e.w, 0, e.st.Text.Render)...)
	}
	return s.form.Page(e, append(head, line{})...)
}

func (s *sheetPlace) done(e *env, yes bool) []effect {
	if !yes {
		return []effect{back()}
	}
	if s.folder == "" {
		s.form.choose("folder")
		return []effect{attend("s07.nofolder")}
	}
	if name := e.deps.Safe.Synced(s.folder); name != "" && s.asked != s.folder {
		s.asked = s.folder
		return []effect{attend("s07.synced", "Name", name)}
	}
	return s.made(e, s.folder)
}

// Update lets tab go round.
func (s *sheetPlace) Update(e *env, msg tea.Msg) []effect {
	if k, ok := msg.(tea.KeyPressMsg); ok && k.String() == "tab" && s.form.at == len(s.fields)-1 {
		return s.goTo(e, 0)
	}
	return s.form.Update(e, msg)
}
