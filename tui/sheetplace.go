package tui

// sheetPlace is S07: the folder into which the recovery sheet goes. One that
// is copied to other computers is asked about once more.
type sheetPlace struct {
	shortForm
	folder string
	asked  string // the folder that was asked about
	made   func(e *env, folder string) []effect
}

func openSheetPlace(made func(*env, string) []effect) effect {
	return openItem(func(m *Model) screen {
		s := &sheetPlace{shortForm: shortForm{does: "sheetplace.make"}, made: made}
		s.fields = []field{
			newText(folderText("s07.folder", &s.folder)),
			newConfirm("make", m.env(), "s07.make", "s07.back", s.done),
		}
		s.free = true
		return s
	})
}

func (s *sheetPlace) ID() string          { return "S07" }
func (s *sheetPlace) Title(e *env) string { return e.t.T("s07.title") }
func (s *sheetPlace) Audience() string    { return "private" }

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
