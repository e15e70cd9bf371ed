package tui

import (
	"errors"
	"io/fs"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/privacy"
	"bekwaam/text"
)

// fileField is the file of a piece: enter chooses one, d takes it away again.
type fileField struct {
	opening
	form *evidenceForm
}

func newFileField(s *evidenceForm) field {
	return &fileField{opening{id: "file"}, s}
}

func (f *fileField) Update(e *env, msg tea.Msg) (bool, []effect) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch msg.String() {
		case "enter", "space":
		case "backspace", "delete":
			if f.form.piece(e).File == nil {
				return true, nil
			}
			c, err := f.form.edit(e, "file", func(x *plan.Evidence) { x.File = nil })
			return true, []effect{commitSaying(c, err, "s91.file.gone")}
		default:
			return false, nil
		}
	case clickMsg:
	default:
		return false, nil
	}
	return true, []effect{openChoosing(func(path string) []effect { return f.keep(e, path) })}
}

// keep copies the file in and notes it on the piece.
func (f *fileField) keep(e *env, path string) []effect {
	files := e.deps.Files
	return []effect{wait("busy.keep", func() (any, error) { return files.Keep(path) }, func(v any, err error) []effect {
		var no Refusal
		switch {
		case errors.As(err, &no):
			return []effect{attend("s91.file." + string(no))}
		case errors.Is(err, fs.ErrNotExist):
			return []effect{attend("s91.file.missing")}
		case err != nil:
			return []effect{attend("s91.file.unreadable")}
		}
		x := v.(*plan.EvidenceFile)
		return []effect{back(), func(m *Model) tea.Cmd {
			e := m.env()
			c, err := f.form.edit(e, "file", func(p *plan.Evidence) {
				p.File = x
				if p.Title == "" {
					p.Title = x.Name[:max(strings.LastIndexByte(x.Name, '.'), 0)]
					p.Title = firstOf(p.Title, x.Name)
				}
			})
			if err == errLater {
				err, c = nil, plan.Change{Plan: m.plan}
			}
			cmd := commitSaying(c, err, "s91.file.kept", "File", fileWords(e, x))(m)
			if err == nil && len((privacy.Finder{}).FindInName(x.Name)) > 0 {
				m.attend("s91.file.name", "File", x.Name)
			}
			f.form.Open(m.env())
			return cmd
		}}
	})}
}

// fileWords is the name of a file with its size and its pages.
func fileWords(e *env, f *plan.EvidenceFile) string {
	words := sizeWords(e, int64(f.Bytes))
	if f.Pages > 0 {
		words += ", " + e.t.N("s91.pages", f.Pages)
	}
	return f.Name + " (" + words + ")"
}

func (f *fileField) Lines(e *env, w int, focused bool) ([]string, *cursor) {
	words := text.Nothing
	if x := f.form.piece(e).File; x != nil {
		words = fileWords(e, x)
	} else if focused {
		words = e.st.Hint.Render(e.t.T("s91.file.choose"))
	}
	b := bound{label: "s91.e.file", width: observationLabels}
	return []string{b.row(e, text.Cut(words, w-observationLabels), w, focused)}, &cursor{Cell: observationLabels}
}
