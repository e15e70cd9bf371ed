package tui

import (
	"errors"
	"io/fs"

	tea "charm.land/bubbletea/v2"

	"bekwaam/text"
)

// taking is S99b: what can be taken out of the program as a file, and where
// the last one was written.
type taking struct {
	list list
	made Made
	what string // of what was made
}

// The files that can be made.
var takings = []string{"calendar", "hours", "judgements", "evidence", "everything"}

func openTaking() effect { return open(&taking{}) }

// whyNoTaking is why nothing can be taken out.
func whyNoTaking(e *env) string {
	switch {
	case e.deps.Files == nil || e.plan.ID == "":
		return "why.noplan"
	case e.plan.IsCopy():
		return "err.copy"
	}
	return ""
}

func (s *taking) ID() string          { return "S99b" }
func (s *taking) Title(e *env) string { return e.t.T("s99b.title") }
func (s *taking) Audience() string    { return "private" }
func (s *taking) Form() bool          { return false }

func (s *taking) Actions(e *env) []action {
	none := reasonUnless(s.made.File != "", "why.nottaken")
	do := func(f func(string) error, done, failed string) func() []effect {
		file := s.made.File
		return func() []effect {
			return []effect{wait("busy.open", func() (any, error) { return nil, f(file) }, func(_ any, err error) []effect {
				if err != nil {
					return []effect{attend(failed)}
				}
				return []effect{say(done)}
			})}
		}
	}
	return []action{
		{ID: "taking.make", Keys: []string{"enter"}, Short: "key.makefile", Why: whyNoTaking(e), Do: func() []effect { return s.enter(e) }},
		{ID: "taking.folder", Keys: []string{"o"}, Short: "key.folder", Why: none, Do: do(e.deps.Work.OpenFolder, "s82.folder.opened", "s82.nofolder")},
		{ID: "taking.copy", Keys: []string{"c"}, Short: "key.copy", Why: none, Do: do(e.deps.Work.Copy, "msg.copied", "msg.not-copied")},
	}
}

func (s *taking) rows(e *env) []row {
	var out []row
	for _, id := range takings {
		out = append(out, row{ID: id, Lines: append([]string{e.t.T("s99b." + id)}, indented(text.Wrap(e.st.Hint.Render(e.t.T("s99b."+id+".more")), e.w-2), 2)...)})
	}
	out = append(out, plainRow(""))
	if s.made.File == "" {
		return append(out, textRows(e, e.t.T("s99b.none"))...)
	}
	out = append(out, plainRow(e.st.Done.Render("✓")+" "+text.Cut(e.t.T("s99b.made", "What", e.t.T("s99b."+s.what)), e.w-2)))
	return append(out, plainRow(text.Wrap(s.made.Shown, e.w)...))
}

func (s *taking) Page(e *env) page {
	rows := tight(e, s.rows(e))
	return downToTheEnd(s.list.page(rows), rows, s.list.at(rows))
}

func (s *taking) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e)
	}
	return nil
}

// enter makes the file.
func (s *taking) enter(e *env) []effect {
	id, files, p, lang := s.list.at(s.rows(e)), e.deps.Files, e.plan, e.settings.Language
	if why := whyNoTaking(e); why != "" {
		return []effect{say(why)}
	}
	return []effect{wait("busy.takeout", func() (any, error) {
		switch id {
		case "calendar":
			return files.Calendar(p, lang)
		case "everything":
			return files.Everything(lang)
		}
		return files.Table(p, id, lang)
	}, func(v any, err error) []effect {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return []effect{attend("s99b.nofolder")}
		case err != nil:
			return []effect{attend("s99b.failed")}
		}
		s.made, s.what = v.(Made), id
		return []effect{say("s99b.done", "File", s.made.Shown)}
	})}
}
