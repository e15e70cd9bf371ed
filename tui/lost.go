package tui

import (
	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
)

// lostMsg says which pieces have a file that is not as it came in.
type lostMsg struct{ lost map[string]bool }

// Start looks at the files of the dossier.
func (s *dossier) Start(m *Model) tea.Cmd {
	files, p := m.deps.Files, m.plan
	if files == nil {
		return nil
	}
	for _, x := range p.Evidence {
		if x.File != nil {
			return func() tea.Msg { return lostMsg{files.Lost(p)} }
		}
	}
	return nil
}

// lostRows name the files that are gone or were changed.
func (s *dossier) lostRows(e *env) []row {
	var out []row
	for _, x := range e.plan.Evidence {
		gone, ok := s.lost[x.ID]
		if !ok || x.File == nil {
			continue
		}
		id := "s90.changed"
		if gone {
			id = "s90.gone"
		}
		out = append(out, textRows(e, e.st.Attention.Render("! ")+e.t.T(id, "File", x.File.Name, "Title", x.Title))...)
	}
	return out
}

// withFile is the title of a piece with how large its file is, and a mark
// where that is not as it came in.
func (s *dossier) withFile(e *env, x plan.Evidence, title string) string {
	if x.File == nil {
		return title
	}
	size := sizeWords(e, int64(x.File.Bytes))
	if x.File.Pages > 0 {
		size = e.t.N("s91.pages", x.File.Pages)
	}
	if _, ok := s.lost[x.ID]; ok {
		title = "! " + title
	}
	return title + ", " + size
}
