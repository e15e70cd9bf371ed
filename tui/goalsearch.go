package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
)

// searchFrom is from how many goals on they can be searched and filtered.
const searchFrom = 6

// The filters of S40, in the order of the key.
const (
	goalsAll  = ""
	goalsYear = "year"
	goalsKept = "kept"
)

var goalFilters = []string{goalsAll, goalsYear, goalsKept}

// goalSearch is what narrows the list of goals.
type goalSearch struct {
	box    searchBox
	typing bool
	filter string
}

// on reports whether there are enough goals to search among.
func (q *goalSearch) on(e *env) bool { return len(e.plan.Goals) >= searchFrom }

func (q *goalSearch) clear() {
	q.typing = false
	q.box.Clear()
}

// leaves reports whether a goal is shown.
func (q *goalSearch) leaves(e *env, g plan.Goal) bool {
	if !q.on(e) {
		return true
	}
	if q.filter == goalsYear && g.KeptFor != "" || q.filter == goalsKept && g.KeptFor == "" {
		return false
	}
	return holds(q.box.Value(), g.Title, g.Question, goalPlace(e, g))
}

// hidden says how many goals the words and the filter hide, "" for none.
func (q *goalSearch) hidden(e *env) string {
	shown, all := 0, len(e.plan.Goals)
	for _, g := range e.plan.Goals {
		if q.leaves(e, g) {
			shown++
		}
	}
	if shown == all {
		return ""
	}
	var by []string
	if q.filter != goalsAll {
		by = append(by, e.t.T("s40.filter."+q.filter))
	}
	if w := strings.TrimSpace(q.box.Value()); w != "" {
		by = append(by, w)
	}
	return e.t.T("msg.filtered", "Shown", shown, "All", all, "Hidden", all-shown,
		"Filter", strings.Join(by, "\" "+e.t.T("s50.and")+" \""))
}

// searching are the keys of the search: those that come first, and the rest.
// While words are typed there are no others.
func (s *goalList) searching() (first, rest []action) {
	clear := action{ID: "goals.clear", Keys: []string{"esc"}, Short: "key.nowords", Do: func() []effect { s.search.clear(); return nil }}
	if s.search.typing {
		return []action{clear, {ID: "goals.found", Keys: []string{"enter"}, Short: "key.tolist"}}, nil
	}
	if s.search.box.Value() != "" {
		first = []action{clear}
	}
	return first, append(rest,
		action{ID: "goals.search", Keys: []string{"/"}, Short: "key.search", Do: func() []effect { s.search.typing = true; return nil }},
		action{ID: "goals.filter", Keys: []string{"f"}, Short: "key.filter", Do: func() []effect {
			at := slices.Index(goalFilters, s.search.filter)
			s.search.filter = goalFilters[(at+1)%len(goalFilters)]
			return nil
		}})
}

// typeWords takes a letter of the words; ↑ and ↓ go to the list.
func (s *goalList) typeWords(e *env, msg tea.Msg) []effect {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k := k.String(); k {
		case "enter":
			s.search.typing = false
			return nil
		case "up", "down", "pgup", "pgdown":
			s.list.key(s.rows(e), k, e.h/2)
			return nil
		}
	}
	s.search.box.Update(msg)
	return nil
}

func (s *goalList) Page(e *env) page {
	if !s.search.typing && s.search.box.Value() == "" || !s.search.on(e) {
		return s.list.page(s.rows(e))
	}
	words, cell := s.search.box.View(e.w - 4)
	p := s.list.page(s.rows(e), e.st.Key.Render("/")+"   "+words, "")
	if s.search.typing {
		p.HeadCursor = &cursor{Line: 0, Cell: 4 + cell}
	}
	return p
}
