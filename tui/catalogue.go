package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/continuum"
	"bekwaam/plan"
)

// ownKind is the kind for what the catalogue does not hold.
const ownKind = "eigen-keuze"

// The filters of the catalogue, in the order of the key.
const (
	fitsGoal = "fit"
	showAll  = "all"
	noCost   = "free"
	together = "together"
	ownClass = "class"
)

// catalogue is S51: kinds of activity to choose from, those that fit the goal
// first, several at once.
type catalogue struct {
	goal   string // id, "" for none
	filter string
	box    searchBox
	typing bool
	field  *tickbox
	ticked *ticks
	st     *styles
}

// newCatalogue is the catalogue for one goal, with what was ticked before.
func newCatalogue(m *Model, goal string, ticked *ticks) *catalogue {
	e := m.env()
	s := &catalogue{goal: goal, filter: showAll, box: newSearchBox(), ticked: ticked, st: m.st}
	if len(s.fitting(e)) > 0 {
		s.filter = fitsGoal
	}
	s.rebuild(e, "")
	return s
}

func (s *catalogue) ID() string       { return "S51" }
func (s *catalogue) Step() int        { return 5 }
func (s *catalogue) Audience() string { return "board" }
func (s *catalogue) Form() bool       { return s.typing }

func (s *catalogue) Title(e *env) string {
	if n := goalNumber(e.plan, s.goal); n > 0 {
		return stepTitle(e, 5, e.t.T("s51.for", "Number", n))
	}
	return stepTitle(e, 5, e.t.T("s51.choose"))
}

// Open takes over what changed below it.
func (s *catalogue) Open(e *env) { s.rebuild(e, s.field.At()) }

// fitting are the kinds that usually help where the goal is about.
func (s *catalogue) fitting(e *env) []*continuum.ActivityKind {
	var out []*continuum.ActivityKind
	for _, g := range e.plan.Goals {
		for _, c := range g.Competences {
			i := strings.LastIndex(c, "/")
			if g.ID != s.goal || i < 0 {
				continue
			}
			for _, k := range plan.SuggestedKinds(e.plan, e.pack(), c[:i]) {
				if !slices.Contains(out, k) {
					out = append(out, k)
				}
			}
		}
	}
	return out
}

// kinds are all that may be chosen, those that fit the goal first.
func (s *catalogue) kinds(e *env) []*continuum.ActivityKind {
	out := s.fitting(e)
	for _, k := range plan.Kinds(e.plan, e.pack()) {
		if !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	return out
}

// found are the kinds that the filter and the words leave. Words that the
// filter leaves nothing of are looked for everywhere.
func (s *catalogue) found(e *env) []*continuum.ActivityKind {
	return s.through(e, s.used(e))
}

// used is the filter that holds now.
func (s *catalogue) used(e *env) string {
	if s.box.Value() != "" && len(s.through(e, s.filter)) == 0 {
		return showAll
	}
	return s.filter
}

// through are the kinds that a filter and the words leave.
func (s *catalogue) through(e *env, filter string) []*continuum.ActivityKind {
	fitting := s.fitting(e)
	var out []*continuum.ActivityKind
	for _, k := range s.kinds(e) {
		keep := true
		switch filter {
		case fitsGoal:
			keep = slices.Contains(fitting, k)
		case noCost:
			keep = k.CostEUR.Typical == 0
		case together:
			keep = slices.Contains(k.Features, "samen-leren")
		case ownClass:
			keep = slices.Contains(k.Features, "eigen-klas")
		}
		if keep && e.fw.Finds(k, s.box.Value()) {
			out = append(out, k)
		}
	}
	return out
}

// rebuild shows what the filter and the words leave, with the cursor on id
// where it is still there.
func (s *catalogue) rebuild(e *env, id string) {
	var ids []string
	for _, k := range s.found(e) {
		ids = append(ids, k.ID)
	}
	s.field = newTickbox(s.st, ids, s.ticked, id)
}

func (s *catalogue) Update(e *env, msg tea.Msg) []effect {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch k := msg.String(); {
		case s.typing && k == "enter" && s.field.At() != "":
			s.typing = false
		case s.typing && k == "enter":
			return s.add(e)
		case s.typing && k != "up" && k != "down" && k != "pgup" && k != "pgdown":
			s.search(e, msg)
		default:
			s.field.Update(msg, max(e.h/2, 1))
		}
	case tea.PasteMsg:
		if s.typing {
			s.search(e, msg)
		}
	case clickMsg:
		return s.click(e, msg)
	}
	return nil
}

// search takes a letter of the words.
func (s *catalogue) search(e *env, msg tea.Msg) {
	before := s.box.Value()
	if s.box.Update(msg); s.box.Value() != before {
		s.rebuild(e, s.field.At())
	}
}

// click selects a row, and ticks it where the box or the selected row was hit.
func (s *catalogue) click(e *env, msg clickMsg) []effect {
	if msg.Row == "" {
		return nil
	}
	again := msg.Row == s.field.At()
	s.rebuild(e, msg.Row)
	if again || msg.Cell < 4 {
		s.field.Update(tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}, 1)
	}
	return nil
}

func (s *catalogue) Actions(e *env) []action {
	var out []action
	if s.typing || s.box.Value() != "" {
		out = append(out, action{ID: "catalogue.clear", Keys: []string{"esc"}, Short: "key.nowords", Do: func() []effect { s.clear(e); return nil }})
	}
	if s.typing && s.field.At() != "" {
		return append(out, action{ID: "catalogue.found", Keys: []string{"enter"}, Short: "key.tolist"})
	}
	out = append(out, action{ID: "catalogue.add", Keys: []string{"enter"}, Short: "key.inplan", Do: func() []effect { return s.add(e) }})
	if s.typing {
		return out
	}
	return append(out,
		action{ID: "catalogue.tick", Keys: []string{"space"}, Short: "key.choose.row"},
		action{ID: "catalogue.search", Keys: []string{"/"}, Short: "key.search", Do: func() []effect { s.typing = true; return nil }},
		action{ID: "catalogue.filter", Keys: []string{"f"}, Short: "key.filter", Do: func() []effect { s.next(e); return nil }},
		cardsKey())
}

// clear takes the words away and gives the list back.
func (s *catalogue) clear(e *env) {
	s.typing = false
	s.box.Clear()
	s.rebuild(e, s.field.At())
}

// next goes to the next filter that there is.
func (s *catalogue) next(e *env) {
	all := []string{fitsGoal, showAll, noCost, together, ownClass}
	if len(s.fitting(e)) == 0 {
		all = all[1:]
	}
	s.filter = all[(slices.Index(all, s.filter)+1)%len(all)]
	s.rebuild(e, s.field.At())
}
