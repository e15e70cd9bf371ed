package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/text"
)

// choosing is S99: choose a file on this computer, by going through the
// folders, by letters of its name, or by its path.
type choosing struct {
	list   list
	in     Folder
	box    searchBox
	typing bool
	chosen func(path string) []effect
}

func openChoosing(chosen func(path string) []effect) effect {
	return func(m *Model) tea.Cmd {
		s := &choosing{box: newSearchBox(), chosen: chosen}
		s.box.in.CharLimit = longMax
		return m.carryOut(s.look(m.env(), "", open(s)))
	}
}

func (s *choosing) ID() string          { return "S99" }
func (s *choosing) Title(e *env) string { return e.t.T("s99.title") }
func (s *choosing) Audience() string    { return "private" }
func (s *choosing) Form() bool          { return s.typing }

// look lists a folder, and goes on with what comes after.
func (s *choosing) look(e *env, path string, after ...effect) []effect {
	files := e.deps.Files
	return []effect{wait("busy.look", func() (any, error) { return files.Folder(path) }, func(v any, err error) []effect {
		if err != nil {
			return append(after, attend("s99.nofolder"))
		}
		s.in, s.list = v.(Folder), list{}
		if len(s.in.Items) > 0 {
			s.list.choose(s.in.Items[0].Path)
		}
		s.typing = false
		s.box.Clear()
		return after
	})}
}

func (s *choosing) Actions(e *env) []action {
	if s.typing {
		return []action{
			{ID: "choosing.typed", Keys: []string{"enter"}, Short: "key.choose.row"},
			{ID: "choosing.untype", Keys: []string{"esc"}, Short: "key.nowords", Do: func() []effect { s.typing = false; s.box.Clear(); return nil }},
		}
	}
	return []action{
		{ID: "choosing.choose", Keys: []string{"enter"}, Short: "key.choose.row", Why: reasonUnless(len(ids(s.rows(e))) > 0, "why.emptyfolder"), Do: func() []effect { return s.enter(e) }},
		{ID: "choosing.up", Keys: []string{"left", "h"}, Why: reasonUnless(s.in.Parent != "", "why.topfolder"), Do: func() []effect { return s.look(e, s.in.Parent) }},
		{ID: "choosing.search", Keys: []string{"/"}, Short: "key.search", Do: func() []effect { s.typing = true; return nil }},
	}
}

// shown are the things in the folder that the letters leave.
func (s *choosing) shown() []FolderItem {
	words := strings.ToLower(s.box.Value())
	if isPath(words) {
		words = ""
	}
	var out []FolderItem
	for _, x := range s.in.Items {
		if strings.Contains(strings.ToLower(x.Name), words) {
			out = append(out, x)
		}
	}
	return out
}

// isPath reports whether letters are a path rather than a part of a name.
func isPath(s string) bool {
	return strings.ContainsAny(s, `/\`) || strings.HasPrefix(s, "~")
}

func (s *choosing) rows(e *env) []row {
	var out []row
	if s.in.Parent != "" && s.box.Value() == "" {
		out = append(out, row{ID: s.in.Parent, Lines: []string{e.t.T("s99.up")}})
	}
	for _, x := range s.shown() {
		size := e.t.T("s99.folder")
		if !x.Folder {
			size = sizeWords(e, x.Bytes)
		}
		out = append(out, row{ID: x.Path, Lines: []string{text.Pad(text.Cut(x.Name, e.w-12), e.w-10) + text.PadLeft(size, 10)}})
	}
	return out
}

// sizeWords is how large a file is.
func sizeWords(e *env, bytes int64) string {
	if bytes >= 1<<20 {
		return e.t.T("s99.mb", "Size", (bytes+1<<19)>>20)
	}
	return e.t.T("s99.kb", "Size", (bytes+1023)/1024)
}

func (s *choosing) Page(e *env) page {
	head := []string{e.st.Label.Render(text.Cut(s.in.Shown, e.w))}
	rows := s.rows(e)
	if len(s.shown()) == 0 {
		id := "s99.empty"
		if s.box.Value() != "" {
			id = "s99.nothing"
		}
		rows = append(rows, textRows(e, e.t.T(id))...)
	}
	if !s.typing && s.box.Value() == "" {
		return s.list.page(rows, head...)
	}
	label := e.t.T("s90.search")
	v, cell := s.box.View(e.w - text.Width(label) - 2)
	p := s.list.page(rows, append(head, label+" "+v)...)
	if s.typing {
		p.HeadCursor = &cursor{Line: 1, Cell: text.Width(label) + 1 + cell}
	}
	return p
}

func (s *choosing) Update(e *env, msg tea.Msg) []effect {
	if p, ok := msg.(tea.PasteMsg); ok { // a path, or a file that was dropped on the window
		s.typing = true
		s.box.Clear()
		s.box.in.SetValue(dropped(p.Content))
		return nil
	}
	if k, ok := msg.(tea.KeyPressMsg); ok && s.typing {
		switch k.String() {
		case "enter":
			if path := s.box.Value(); isPath(path) {
				return s.take(e, path, false)
			}
			return s.enter(e)
		case "up", "down":
		default:
			s.box.Update(msg)
			s.list.choose("")
			return nil
		}
	}
	if id, _ := s.list.update(s.rows(e), msg, max(e.h/2, 1)); id != "" {
		return s.enter(e)
	}
	return nil
}

// enter goes into a folder, or takes a file.
func (s *choosing) enter(e *env) []effect {
	at := s.list.at(s.rows(e))
	if at == s.in.Parent && at != "" {
		return s.look(e, at)
	}
	for _, x := range s.in.Items {
		if x.Path == at {
			return s.take(e, x.Path, x.Folder)
		}
	}
	return nil
}

// take hands a file over; a path that was typed may be that of a folder.
func (s *choosing) take(e *env, path string, folder bool) []effect {
	if folder {
		return s.look(e, path)
	}
	return s.chosen(path)
}
