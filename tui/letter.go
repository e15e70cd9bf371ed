package tui

import (
	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
)

// letterForm is S47: the letter to oneself, which opens when the year is
// looked back on. What was written before is not shown; new words take its
// place.
type letterForm struct {
	yearForm
	words string // written since the form was opened
}

func newLetter(m *Model) screen {
	s := &letterForm{}
	b := bound{id: "letter", label: "s47.letter", get: func(*env) string { return s.words },
		set: func(e *env, v string) (plan.Change, error) {
			s.words = v
			return plan.WriteLetter(e.plan, v, e.today())
		}}
	words := newTall(b)
	words.in.MinHeight, words.in.MaxHeight = 6, 10
	s.lay(&wordsField{words}, &button{id: "done", blank: true, label: func(e *env) string { return e.t.T("s47.done") }, do: func(*env) []effect { return []effect{back()} }})
	s.Open(m.env())
	return s
}

func (s *letterForm) ID() string          { return "S47" }
func (s *letterForm) Title(e *env) string { return e.t.T("s47.title") }
func (s *letterForm) Audience() string    { return "private" }

// Open lets the field hold only what was written here: after undo nothing of
// another letter shows.
func (s *letterForm) Open(e *env) {
	if e.plan.Letter == nil || e.plan.Letter.Text != s.words {
		s.words = ""
	}
	s.form.Open(e)
}

func (s *letterForm) Page(e *env) page {
	words := e.t.T("s47.reason")
	if l := e.plan.Letter; l != nil && s.words == "" {
		words = e.t.T("s47.there", "Date", dayText(e, l.Date))
	}
	return s.page(e, append(wrapped(words, e.w, 0, e.st.Hint.Render), line{})...)
}

// letterAction opens the letter: to write it, or to read it once it is open.
func letterAction(e *env) action {
	return action{ID: "letter", Anywhere: true, Why: whyClosed(e), Do: func() []effect { return openLetter(e) }}
}

func openLetter(e *env) []effect {
	if _, open := plan.OpenLetter(e.plan); open {
		return []effect{openItem(func(*Model) screen { return newReadLetter() })}
	}
	return []effect{openItem(newLetter)}
}

// letterWords are the row of the letter on the path, "" in a closed year
// without one and in the plan of somebody else.
func letterWords(e *env) string {
	l := e.plan.Letter
	switch _, open := plan.OpenLetter(e.plan); {
	case e.plan.IsCopy() || l == nil && isClosed(e.plan):
		return ""
	case open:
		return e.t.T("s47.row.open", "Date", dayText(e, l.Date))
	case l != nil:
		return e.t.T("s47.row.shut", "Date", dayText(e, l.Date))
	}
	return e.t.T("s47.row.none")
}

// readLetter is S116: the letter, once it may be read.
type readLetter struct{ list list }

func newReadLetter() screen { return &readLetter{} }

func (s *readLetter) ID() string          { return "S116" }
func (s *readLetter) Step() int           { return 11 }
func (s *readLetter) Title(e *env) string { return stepTitle(e, 11, e.t.T("s116.part")) }
func (s *readLetter) Audience() string    { return "private" }
func (s *readLetter) Form() bool          { return false }

func (s *readLetter) rows(e *env) []row {
	l, open := plan.OpenLetter(e.plan)
	if !open {
		return append(textRows(e, e.t.T("s116.shut")), plainRow(""), row{ID: "on", Lines: []string{"[ " + e.t.T("s116.back") + " ]"}})
	}
	out := append(hintRows(e, e.t.T("s116.when", "Date", dayText(e, l.Date))), textRows(e, l.Text)...)
	return append(out, plainRow(""), row{ID: "on", Lines: []string{"[ " + e.t.T("s110.on.then") + " ]"}})
}

// Page shows the letter from its beginning; the view can be moved.
func (s *readLetter) Page(e *env) page {
	p := s.list.page(s.rows(e))
	if len(p.Lines) > e.h {
		p.Focus = [2]int{}
	}
	return p
}

func (s *readLetter) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.on(e)
	}
	return nil
}

func (s *readLetter) Actions(e *env) []action {
	return []action{{ID: "letter.on", Keys: []string{"enter"}, Short: "key.on", Do: func() []effect { return s.on(e) }}}
}

func (s *readLetter) on(e *env) []effect {
	if _, open := plan.OpenLetter(e.plan); !open {
		return []effect{back()}
	}
	return []effect{swap(newThenNow(e))}
}
