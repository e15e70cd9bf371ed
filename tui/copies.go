package tui

import (
	"errors"
	"io/fs"
)

// copiesScreen is S177: the folder into which a copy of everything goes by
// itself, once a day.
type copiesScreen struct {
	shortForm
	folder string
}

const copiesLabels = 12

func openCopies() effect {
	return openItem(func(m *Model) screen {
		s := &copiesScreen{shortForm: shortForm{does: "copies.make"}, folder: m.settings.Copies}
		s.fields = []field{
			newText(folderText("s177.folder", &s.folder)),
			newConfirm("make", m.env(), "s177.make", "s177.none", s.done),
		}
		s.free = true
		return s
	})
}

func (s *copiesScreen) ID() string          { return "S177" }
func (s *copiesScreen) Title(e *env) string { return e.t.T("s177.title") }
func (s *copiesScreen) Audience() string    { return "private" }

func (s *copiesScreen) Page(e *env) page {
	var head []line
	for _, id := range []string{"s177.what", "s177.who", "s177.back"} {
		head = append(head, wrapped(e.t.T(id), e.w, 0, e.st.Hint.Render)...)
	}
	return s.form.Page(e, append(head, line{})...)
}

// done makes the first copy now, so that a folder that does not do is known
// at once; or ends the copies.
func (s *copiesScreen) done(e *env, yes bool) []effect {
	if !yes {
		return []effect{settings(func(x *Settings) { x.Copies = "" }), back(), say("s177.stopped")}
	}
	folder, copy := s.folder, e.deps.Copy
	if folder == "" || copy == nil {
		s.form.choose("folder")
		return []effect{attend("s177.nofolder")}
	}
	return []effect{wait("busy.copy", func() (any, error) { return copy(folder) }, func(v any, err error) []effect {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			s.form.choose("folder")
			return []effect{attend("s177.nofolder")}
		case err != nil:
			return []effect{attend("s177.failed")}
		}
		return []effect{settings(func(x *Settings) { x.Copies = folder }), back(), say("s177.made", "File", v.(string))}
	})}
}
