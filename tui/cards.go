package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"
)

// The lists of S180, in the order of their digits.
const (
	cardList  = "cards"
	talkList  = "talks"
	modelList = "models"
	valueList = "values"
	wordList  = "words"
)

var cardLists = []string{cardList, talkList, modelList, valueList, wordList}

// cards is S180: what helps in a talk and in thinking it over, what helps most
// at this step first.
type cards struct {
	step   int // of the path, 0 for none
	view   string
	list   list
	box    searchBox
	typing bool
	made   *Printed
}

// openCards opens the cards, questions and words at one of the lists. Where
// they are open already it goes back to them.
func openCards(view string) effect {
	return func(m *Model) tea.Cmd {
		for i, x := range m.stack {
			if c, ok := x.(*cards); ok {
				c.show(view)
				return tea.Batch(m.cut(i+1), m.entered())
			}
		}
		return m.push(&cards{step: m.stepHere(), view: view, box: newSearchBox()})
	}
}

// cardsKey is the key to them on a list screen of a step.
func cardsKey() action {
	return action{ID: "cards", Keys: []string{"m"}, Short: "key.cards", Do: func() []effect { return []effect{openCards(cardList)} }}
}

// cardsAction is the same everywhere else: a form takes letters as text, and
// a screen may have another use for the letter.
func (m *Model) cardsAction() action {
	a := cardsKey()
	a.Short, a.Keys = "", []string{"m", "ctrl+g"}
	taken := slices.ContainsFunc(m.top().Actions(m.env()), func(x action) bool { return x.ID != a.ID && slices.Contains(x.Keys, "m") })
	if m.top().Form() || taken {
		a.Keys = []string{"ctrl+g"}
	}
	return a
}

func (s *cards) ID() string          { return "S180" }
func (s *cards) Title(e *env) string { return e.t.T("s180.title") }
func (s *cards) Audience() string    { return "" }
func (s *cards) Form() bool          { return s.typing }

func (s *cards) Actions(e *env) []action {
	if s.typing {
		return []action{
			{ID: "cards.clear", Keys: []string{"esc"}, Short: "key.nowords", Do: s.clear},
			{ID: "cards.found", Keys: []string{"enter"}, Short: "key.tolist"},
		}
	}
	var out []action
	if s.box.Value() != "" {
		out = append(out, action{ID: "cards.clear", Keys: []string{"esc"}, Short: "key.nowords", Do: s.clear})
	}
	switch s.view {
	case valueList:
		out = append(out, action{ID: "cards.alter", Keys: []string{"enter"}, Short: "key.alter", Why: s.whyNotAlter(e), Do: func() []effect { return s.enter(e) }})
	case wordList:
		out = append(out, action{ID: "cards.search", Keys: []string{"/"}, Short: "key.search", Do: func() []effect { s.typing = true; return nil }})
	default:
		out = append(out, action{ID: "cards.open", Keys: []string{"enter"}, Short: "key.open", Do: func() []effect { return s.enter(e) }})
	}
	for i, v := range cardLists {
		out = append(out, action{ID: "cards.list." + v, Keys: []string{itoa(i + 1)}, Do: func() []effect { return s.show(v) }})
	}
	return append(out,
		action{ID: "cards.lists", Keys: []string{"1", "5"}, Short: "key.lists"},
		action{ID: "cards.next", Keys: []string{"right", "l"}, Quiet: true, Do: func() []effect { return s.turn(1) }},
		action{ID: "cards.previous", Keys: []string{"left", "h"}, Quiet: true, Do: func() []effect { return s.turn(-1) }},
		action{ID: "cards.print", Keys: []string{"s"}, Short: "key.print", Do: func() []effect { return s.print(e) }},
		openPrinted(e, s.made))
}

func (s *cards) whyNotAlter(e *env) string {
	if e.plan.ID == "" {
		return "why.noplan"
	}
	return ""
}

// show turns to a list.
func (s *cards) show(view string) []effect {
	if s.view != view {
		s.view, s.list = view, list{}
	}
	return nil
}

func (s *cards) turn(by int) []effect {
	n := len(cardLists)
	return s.show(cardLists[(slices.Index(cardLists, s.view)+by+n)%n])
}

func (s *cards) clear() []effect {
	s.typing = false
	s.box.Clear()
	return nil
}
