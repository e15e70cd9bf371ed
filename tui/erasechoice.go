package tui

import (
	tea "charm.land/bubbletea/v2"

	"bekwaam/text"
)

// eraseChoice is S176: what is to be erased. Plans of which the term has
// passed come with a word about that.
type eraseChoice struct{ list list }

// everything is the row of all there is.
const everything = "*"

func openEraseChoice() effect { return open(&eraseChoice{}) }

func (s *eraseChoice) ID() string          { return "S176" }
func (s *eraseChoice) Title(e *env) string { return e.t.T("s176.title") }
func (s *eraseChoice) Audience() string    { return "private" }
func (s *eraseChoice) Form() bool          { return false }

func (s *eraseChoice) Actions(e *env) []action {
	return []action{{ID: "erase.choose", Keys: []string{"enter"}, Short: "key.open", Do: func() []effect { return s.enter(e) }}}
}

func (s *eraseChoice) rows(e *env) []row {
	var out []row
	for _, r := range e.rows {
		words := text.FormatSchoolYear(r.SchoolYear) + "  " + r.Teacher
		if due(e, r) {
			words += "  ! " + e.t.T("s176.due")
		}
		out = append(out, row{ID: r.ID, Lines: []string{text.Cut(words, e.w)}})
	}
	return append(out, plainRow(""), row{ID: everything, Lines: []string{text.Cut(e.t.T("s176.all"), e.w)}})
}

func (s *eraseChoice) Page(e *env) page {
	head := []row{}
	for _, l := range text.Wrap(e.t.T("s176.what"), e.w) {
		head = append(head, plainRow(l))
	}
	if len(e.rows) == 0 {
		head = append(head, plainRow(""), plainRow(e.t.T("s176.none")))
	}
	return s.list.page(append(append(head, plainRow("")), s.rows(e)...))
}

func (s *eraseChoice) enter(e *env) []effect {
	id := s.list.at(s.rows(e))
	if id == everything {
		id = ""
	}
	eraser := e.deps.Eraser
	return []effect{wait("busy.erasing", func() (any, error) { return eraser.Erasing(id) }, func(v any, err error) []effect {
		if err != nil {
			return []effect{attend("s162.failed")}
		}
		return []effect{open(newErasing(id, v.(Erasing)))}
	})}
}

func (s *eraseChoice) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e)
	}
	return nil
}
