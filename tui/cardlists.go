package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"bekwaam/continuum"
	"bekwaam/sheet"
	"bekwaam/text"
)

// thing is a row of a list that opens: its name, and what it is once it is
// selected.
type thing struct{ id, name, more string }

// things are what the list in view holds: what helps most here, and the rest.
func (s *cards) things(e *env) (fitting, others []thing) {
	place, free := continuum.PlaceOf(s.step), !e.pack().FixedBoard(e.plan.Profile.Employment)
	switch s.view {
	case cardList:
		yes, no := e.pack().CardsAt(e.fw.ID, place, free)
		card := func(c *continuum.MirrorCard) thing { return thing{c.ID, e.say(c.Title), e.say(c.Description)} }
		return each(yes, card), each(no, card)
	case talkList:
		yes, no := e.pack().TalksAt(place, free)
		talk := func(m *continuum.CoachMoment) thing { return thing{m.ID, e.say(m.Name), e.say(m.Questions[0])} }
		return each(yes, talk), each(no, talk)
	case modelList:
		for i := range e.pack().ReflectionModels {
			m := &e.pack().ReflectionModels[i]
			others = append(others, thing{m.ID, e.say(m.Name), e.say(m.Steps[0])})
		}
	}
	return nil, others
}

func each[T any](list []*T, make func(*T) thing) []thing {
	var out []thing
	for _, x := range list {
		out = append(out, make(x))
	}
	return out
}

func (s *cards) rows(e *env) []row {
	switch s.view {
	case valueList:
		return sheetRows(e, sheet.Sheet{Parts: valuesSheet(e).Parts})
	case wordList:
		return s.words(e)
	}
	fitting, others := s.things(e)
	all := slices.Concat(fitting, others)
	if s.list.sel == "" && len(all) > 0 {
		s.list.choose(all[0].id)
	}
	var out []row
	add := func(heading string, list []thing) {
		if len(list) > 0 && heading != "" {
			out = append(out, plainRow(e.st.Title.Render(heading)))
		}
		for _, x := range list {
			out = append(out, s.thingRow(e, x))
		}
	}
	if len(fitting) == 0 {
		add("", others)
		return out
	}
	add(s.here(e), fitting)
	add(e.t.T("s180.others"), others)
	return out
}

// here says at what the first ones help most.
func (s *cards) here(e *env) string {
	if s.step == 0 {
		return e.t.T("s180.fits.you")
	}
	return e.t.T("s180.fits", "Step", stepTitle(e, s.step, ""))
}

func (s *cards) thingRow(e *env, x thing) row {
	r := row{ID: x.id, Lines: text.Wrap(x.name, e.w)}
	if s.list.sel == x.id {
		styled(r.Lines, e.st.Selected.Render)
		for _, l := range text.Wrap(x.more, e.w-4) {
			r.Lines = append(r.Lines, spaces(4)+e.st.Hint.Render(l))
		}
	}
	return r
}

// words are the words that fit what was typed, each with what it means.
func (s *cards) words(e *env) []row {
	all := wordItems(e)
	cells := termCells(e, all)
	var out []row
	for _, x := range all {
		if holds(s.box.Value(), x.Term, x.Text) {
			out = append(out, row{ID: x.Term, Lines: termLines(e, x, cells)})
		}
	}
	return out
}

func (s *cards) Page(e *env) page {
	head := []string{s.tabs(e)}
	p := page{}
	switch {
	case s.view == wordList && (s.typing || s.box.Value() != ""):
		words, cell := s.box.View(e.w - 4)
		head = append(head, e.st.Key.Render("/")+"   "+words, "")
		p = s.list.page(s.rows(e), head...)
		if s.typing {
			p.HeadCursor = &cursor{Line: 1, Cell: 4 + cell}
		}
	default:
		for _, l := range text.Wrap(e.t.T("s180.reason."+s.view), e.w) {
			head = append(head, e.st.Hint.Render(l))
		}
		p = s.list.page(s.rows(e), append(head, "")...)
	}
	if len(p.Lines) == 0 {
		p.Lines = wrapped(e.t.T("s180.nothing", "What", s.box.Value()), e.w, 0, e.st.Text.Render)
	}
	return p
}

// tabs names the lists, the one in view first among equals.
func (s *cards) tabs(e *env) string {
	out, gap := "", "   "
	if e.narrow() {
		gap = "  "
	}
	for i, v := range cardLists {
		style := e.st.Label
		if v == s.view {
			style = e.st.Selected
		}
		if i > 0 {
			out += gap
		}
		out += style.Render(itoa(i+1) + " " + e.t.T("s180.list."+v))
	}
	return out
}

func (s *cards) Update(e *env, msg tea.Msg) []effect {
	if s.typing && s.typed(msg) {
		return nil
	}
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e)
	}
	return nil
}

// typed takes a letter of the words; it reports false for what moves in the
// list.
func (s *cards) typed(msg tea.Msg) bool {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch msg.String() {
		case "up", "down", "pgup", "pgdown":
			return false
		case "enter":
			s.typing = false
			return true
		}
	case tea.PasteMsg:
	default:
		return false
	}
	s.box.Update(msg)
	s.list = list{}
	return true
}

// enter opens what is selected.
func (s *cards) enter(e *env) []effect {
	id := s.list.at(s.rows(e))
	switch {
	case s.view == wordList || id == "":
		return nil
	case s.view == valueList:
		if e.plan.ID == "" {
			return []effect{say("why.noplan")}
		}
		return []effect{openItem(newValues)}
	}
	return []effect{open(&sheetPage{view: s.view, id: id, reader: -1})}
}

// print makes a page of what is selected, or of the whole list where its rows
// do not open.
func (s *cards) print(e *env) []effect {
	sheet := valuesSheet(e)
	switch s.view {
	case wordList:
		sheet = wordsSheet(e)
	case cardList, talkList, modelList:
		sheet, _ = sheetOf(e, s.view, s.list.at(s.rows(e)))
	}
	return []effect{openPrinting(sheet, &s.made)}
}
