package tui

import (
	"errors"
	"io/fs"

	"bekwaam/sheet"
)

// Printed is a page that was made, to print or to keep.
type Printed struct {
	File  string // path
	Shown string // path as people see it
}

// printing is S185: where the page goes. Everything has a usual answer.
type printing struct {
	shortForm
	sheet  sheet.Sheet
	folder string
	made   **Printed // of the screen below
}

const printLabels = 12

func openPrinting(page sheet.Sheet, made **Printed) effect {
	return openItem(func(m *Model) screen {
		s := &printing{shortForm: shortForm{does: "printing.make"}, sheet: page, made: made, folder: firstOf(m.settings.Folder, m.deps.Folder)}
		s.fields = []field{
			newText(ownText("folder", "s185.folder", printLabels, &s.folder)),
			newConfirm("make", m.env(), "s185.make", "s185.notyet", s.done),
		}
		s.at, s.free = 1, true
		return s
	})
}

func (s *printing) ID() string          { return "S185" }
func (s *printing) Title(e *env) string { return e.t.T("s185.title") }
func (s *printing) Audience() string    { return "" }

func (s *printing) Page(e *env) page {
	head := lines(hang(e.st.Label.Render(e.t.T("s185.what"))+spaces(printLabels-len([]rune(e.t.T("s185.what")))), s.sheet.Kind+": "+s.sheet.Title, e.w, printLabels)...)
	note := append(lines(""), wrapped(e.t.T("s185.page"), e.w, 0, e.st.Hint.Render)...)
	return s.pageWith(e, head, append(note, line{}))
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
