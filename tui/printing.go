package tui

import (
	"errors"
	"io/fs"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/sheet"
)

// Printed is a page that was made, to print or to keep.
type Printed struct {
	File  string // path
	Shown string // path as people see it
}

// printing is S185: where the page goes. Everything has a usual answer.
type printing struct {
	form
	sheet  sheet.Sheet
	folder string
	made   **Printed // of the screen below
}

const printLabels = 12

func openPrinting(page sheet.Sheet, made **Printed) effect {
	return openItem(func(m *Model) screen {
		s := &printing{sheet: page, made: made, folder: firstOf(m.settings.Folder, m.deps.Folder)}
		s.fields = []field{
			newText(bound{id: "folder", label: "s185.folder", width: printLabels,
				get: func(*env) string { return s.folder },
				set: func(e *env, v string) (plan.Change, error) { s.folder = v; return plan.Change{Plan: e.plan}, nil }}),
			newConfirm("make", m.env(), "s185.make", "s185.notyet", s.done),
		}
		s.at, s.free = 1, true
		return s
	})
}

func (s *printing) ID() string          { return "S185" }
func (s *printing) Title(e *env) string { return e.t.T("s185.title") }
func (s *printing) Audience() string    { return "" }

func (s *printing) Actions(*env) []action {
	return []action{
		{ID: "printing.make", Keys: []string{"enter"}, Short: "key.dothis"},
		{ID: "form.next", Keys: []string{"tab"}, Short: "key.otherfield"},
	}
}

func (s *printing) Page(e *env) page {
	head := lines(hang(e.st.Label.Render(e.t.T("s185.what"))+spaces(printLabels-len([]rune(e.t.T("s185.what")))), s.sheet.Kind+": "+s.sheet.Title, e.w, printLabels)...)
	p := s.form.Page(e, head...)
	at := len(p.Lines) - 1 // before the buttons
	note := append(lines(""), wrapped(e.t.T("s185.page"), e.w, 0, e.st.Hint.Render)...)
	note = append(note, line{})
	p.Lines = append(p.Lines[:at:at], append(note, p.Lines[at:]...)...)
	if s.form.at == 1 {
		p.Focus[0], p.Focus[1] = p.Focus[0]+len(note), p.Focus[1]+len(note)
		if p.Cursor != nil {
			p.Cursor.Line += len(note)
		}
	}
	return p
}

// Update lets tab go round: the focus begins on the last field.
func (s *printing) Update(e *env, msg tea.Msg) []effect {
	if k, ok := msg.(tea.KeyPressMsg); ok && k.String() == "tab" && s.form.at == len(s.fields)-1 {
		return s.goTo(e, 0)
	}
	return s.form.Update(e, msg)
}

// done makes the page and goes back to what it is of.
func (s *printing) done(e *env, yes bool) []effect {
	if !yes {
		return []effect{back()}
	}
	work, sheet, folder := e.deps.Work, s.sheet, s.folder
	return []effect{wait("busy.pdf", func() (any, error) { return work.Print(sheet, folder) }, func(v any, err error) []effect {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			s.form.choose("folder")
			return []effect{attend("s185.nofolder")}
		case err != nil:
			return []effect{attend("s185.failed")}
		}
		made := v.(Printed)
		*s.made = &made
		return []effect{settings(func(x *Settings) {
			if x.Folder = folder; folder == e.deps.Folder {
				x.Folder = "" // the usual one, wherever that will be
			}
		}), back(), say("s185.made", "File", made.Shown)}
	})}
}

// openPrinted opens the page that was made last.
func openPrinted(e *env, made *Printed) action {
	return action{ID: "cards.opened", Keys: []string{"o"}, Why: reasonUnless(made != nil, "why.notprinted"), Do: func() []effect {
		work := e.deps.Work
		return []effect{wait("busy.open", func() (any, error) { return nil, work.Open(made.File) }, func(_ any, err error) []effect {
			if err != nil {
				return []effect{attend("s185.nowindow", "File", made.Shown)}
			}
			return []effect{say("s82.opened")}
		})}
	}}
}
