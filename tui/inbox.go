package tui

import (
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// inbox is S06: the PDFs that a person was sent, the newest first, so that
// nobody has to type where a file is.
type inbox struct {
	list   list
	files  []Received
	more   int // older files that are not shown
	all    bool
	box    searchBox
	typing bool
}

// inboxShown is how many files are shown before somebody asks for all.
const inboxShown = 12

func newInbox(*Model) screen { return &inbox{box: newSearchBox()} }

func openInbox() effect { return func(m *Model) tea.Cmd { return m.push(newInbox(m)) } }

func (s *inbox) ID() string          { return "S06" }
func (s *inbox) Title(e *env) string { return e.t.T("s06.title") }
func (s *inbox) Audience() string    { return "private" }
func (s *inbox) Form() bool          { return s.typing }

// Open looks into the folders again: a file may have come since.
func (s *inbox) Open(e *env) {
	files, _ := e.deps.Work.Received() // a folder that cannot be read has no files
	s.files, s.more = files, 0
	if !s.all && len(files) > inboxShown {
		s.files, s.more = files[:inboxShown], len(files)-inboxShown
	}
}

func (s *inbox) Actions(e *env) []action {
	if s.typing {
		return []action{
			{ID: "inbox.read", Keys: []string{"enter"}, Short: "key.look"},
			{ID: "inbox.untype", Keys: []string{"esc"}, Quiet: true, Do: func() []effect { s.typing = false; return nil }},
		}
	}
	out := []action{{ID: "inbox.look", Keys: []string{"enter"}, Short: "key.look", Do: func() []effect { return s.enter(e) }}}
	if len(s.files) == 0 {
		out[0].Why = "why.nofile"
	}
	out = append(out, action{ID: "inbox.type", Keys: []string{"/"}, Short: "key.place", Do: func() []effect { s.typing = true; return nil }})
	if s.more > 0 || s.all {
		out = append(out, action{ID: "inbox.all", Keys: []string{"f"}, Short: "key.all", Do: func() []effect { s.all = !s.all; s.Open(e); return nil }})
	}
	return out
}

func (s *inbox) rows(e *env) []row {
	var out []row
	name := e.w - 33
	if e.narrow() {
		name = e.w - 13
	}
	for i, f := range s.files {
		at := f.At.Local()
		day := text.FormatDate(text.Date{Year: at.Year(), Month: int(at.Month()), Day: at.Day()}, e.lang(), text.Medium)
		cells := text.Pad(text.Cut(f.Name, name-2), name)
		if !e.narrow() {
			cells += text.Pad(text.Cut(f.Folder, 11), 13) + day + " " + at.Format("15:04")
		} else {
			cells += day
		}
		out = append(out, row{ID: itoa(i), Lines: []string{cells}})
	}
	return out
}

func (s *inbox) Page(e *env) page {
	head := text.Wrap(e.t.T("s06.reason"), e.w)
	if len(s.files) > 0 {
		name := e.w - 33
		columns := text.Pad(e.t.T("s06.file"), name) + text.Pad(e.t.T("s06.folder"), 13) + e.t.T("s06.at")
		if e.narrow() {
			columns = text.Pad(e.t.T("s06.file"), e.w-13) + e.t.T("s06.at")
		}
		head = append(head, "", e.st.Label.Render(columns))
	}
	rows := s.rows(e)
	switch {
	case len(s.files) == 0:
		rows = append(rows, plainRow(""), plainRow(text.Wrap(e.t.T("s06.empty"), e.w)...))
	case s.more > 0:
		rows = append(rows, plainRow(""), plainRow(e.st.Hint.Render(e.t.N("s06.more", s.more))))
	}
	if !s.typing {
		if len(s.files) > 0 {
			rows = append(rows, plainRow(""), plainRow(e.st.Hint.Render(e.t.T("s06.or"))))
		}
		return s.list.page(tight(e, rows), head...)
	}
	label := e.t.T("s06.place") + "  "
	field, cell := s.box.View(e.w - text.Width(label))
	rows = append(rows, plainRow(""), plainRow(e.st.Label.Render(label)+field))
	p := s.list.page(tight(e, rows), head...)
	at := len(p.Lines) - 1
	p.Focus, p.Cursor = [2]int{at, at}, &cursor{Line: at, Cell: text.Width(label) + cell}
	return p
}

func (s *inbox) Update(e *env, msg tea.Msg) []effect {
	if p, ok := msg.(tea.PasteMsg); ok && !s.typing { // a file that was dropped on the window
		s.typing = true
		s.box.Clear()
		s.box.Update(tea.PasteMsg{Content: dropped(p.Content)})
		return nil
	}
	if s.typing {
		if k, ok := msg.(tea.KeyPressMsg); ok && k.String() == "enter" {
			return s.typed(e)
		}
		s.box.Update(msg)
		return nil
	}
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e)
	}
	return nil
}

// dropped takes the quotes off that terminals put around a dropped path.
func dropped(s string) string { return strings.Trim(strings.TrimSpace(s), `'"`) }

func (s *inbox) enter(e *env) []effect {
	at := s.list.at(s.rows(e))
	for i, f := range s.files {
		if itoa(i) == at {
			return judgeFile(e, f.Path)
		}
	}
	return nil
}

func (s *inbox) typed(e *env) []effect {
	path := dropped(s.box.Value())
	if path == "" {
		s.typing = false
		return nil
	}
	return judgeFile(e, path)
}

// judgeFile opens what there is to say about a file.
func judgeFile(e *env, path string) []effect {
	work, p := e.deps.Work, e.plan
	return []effect{wait("busy.judge", func() (any, error) { return lookAt(work, path, p) }, func(v any, err error) []effect {
		var bad Unreadable
		switch {
		case errors.As(err, &bad):
			return badFile(bad, path)
		case errors.Is(err, ErrLocked):
			return []effect{open(newUnlockFor(func(m *Model) tea.Cmd { return m.carryOut(judgeFile(m.env(), path)) }))}
		case err != nil:
			return []effect{attend("file.bad.missing")}
		}
		if s := v.(found).comments; s != nil {
			return []effect{open(s)}
		}
		j := v.(found).judged
		if j.Packet == "" && j.Audience == string(plan.Self) {
			return takeFile(j)
		}
		if j.Packet == "" {
			return []effect{open(newVerdict(j))}
		}
		return takeFile(j)
	})}
}

// badFile says why there is nothing to say about a file.
func badFile(bad Unreadable, path string) []effect {
	switch bad {
	case FileNewer:
		return []effect{open(&newerFile{path: path})}
	case FileLocked:
		return []effect{open(newReveal(path))}
	}
	return []effect{attend("file.bad." + string(bad))}
}
