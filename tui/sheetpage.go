package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"bekwaam/sheet"
)

// sheetPage is one thing of the cards opened whole: S181 a mirror card, S182
// the questions of a talk, S183 a way of looking back.
type sheetPage struct {
	view, id string
	reader   int // place among the audiences of a card, -1 for one's own
	list     list
	made     *Printed
}

func (s *sheetPage) ID() string {
	switch s.view {
	case talkList:
		return "S182"
	case modelList:
		return "S183"
	}
	return "S181"
}

func (s *sheetPage) Title(e *env) string {
	sheet, _ := sheetOf(e, s.view, s.id)
	return sheet.Kind
}

func (s *sheetPage) Audience() string { return "" }
func (s *sheetPage) Form() bool       { return false }

// sheetOf returns the page of a thing in one of the lists.
func sheetOf(e *env, view, id string, readers ...string) (sheet.Sheet, bool) {
	switch view {
	case cardList:
		if c, ok := e.pack().MirrorCard(id); ok {
			return cardSheet(e, c, readers...), true
		}
	case talkList:
		if m, ok := e.pack().CoachMoment(id); ok {
			return talkSheet(e, m), true
		}
	case modelList:
		if m, ok := e.pack().ReflectionModel(id); ok {
			return modelSheet(e, m), true
		}
	}
	return sheet.Sheet{}, false
}

// readers are those for whom the card has questions, and the one in view.
func (s *sheetPage) readers(e *env) (all []string, at int) {
	all, at = audiences(e)
	if s.reader >= 0 {
		at = s.reader % len(all)
	}
	return all, at
}

func (s *sheetPage) rows(e *env) []row {
	if s.view != cardList {
		sheet, _ := sheetOf(e, s.view, s.id)
		return sheetRows(e, sheet)
	}
	all, at := s.readers(e)
	sheet, _ := sheetOf(e, s.view, s.id, all[at])
	if len(all) > 1 {
		sheet.Parts[0].Heading += "   " + e.t.T("s181.reader", "Number", at+1, "Of", len(all))
	}
	return sheetRows(e, sheet)
}

func (s *sheetPage) Page(e *env) page { return withHeading(s.list.page(s.rows(e))) }

func (s *sheetPage) Actions(e *env) []action {
	out := []action{{ID: "sheet.next." + s.view, Keys: []string{"m", "enter"}, Short: "key.next." + s.view, Do: func() []effect { return s.next(e) }}}
	if s.view == cardList {
		out = append(out, action{ID: "sheet.reader", Keys: []string{"left", "h"}, Short: "key.reader", Do: func() []effect { return s.turn(e, -1) }},
			action{ID: "sheet.reader.next", Keys: []string{"right", "l"}, Quiet: true, Do: func() []effect { return s.turn(e, 1) }})
	}
	return append(out,
		action{ID: "cards.print", Keys: []string{"s"}, Short: "key.print", Do: func() []effect { return s.print(e) }},
		openPrinted(e, s.made))
}

func (s *sheetPage) turn(e *env, by int) []effect {
	all, at := s.readers(e)
	s.reader = (at + by + len(all)) % len(all)
	return nil
}

// next goes to the next thing of the same list, after the last one to the
// first, and takes the list below along.
func (s *sheetPage) next(e *env) []effect {
	return []effect{func(m *Model) tea.Cmd {
		for _, x := range m.stack {
			below, ok := x.(*cards)
			if !ok {
				continue
			}
			all := ids(below.rows(m.env()))
			i := slices.Index(all, s.id)
			below.list.choose(all[(i+1)%len(all)])
			return m.replace(&sheetPage{view: s.view, id: below.list.sel, reader: s.reader})
		}
		return nil
	}}
}

func (s *sheetPage) Update(e *env, msg tea.Msg) []effect {
	s.list.update(s.rows(e), msg, e.h)
	return nil
}

// print makes a page of it; a card gets the questions for everybody.
func (s *sheetPage) print(e *env) []effect {
	sheet, _ := sheetOf(e, s.view, s.id)
	return []effect{openPrinting(sheet, &s.made)}
}
