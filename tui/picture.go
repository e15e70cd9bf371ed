package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// picture is S30: where the teacher stands and wants to go, side by side,
// each with its own word. Only the teacher places anything here.
type picture struct {
	list list
	// differing shows only where the own view and what was read in the words
	// of others are not the same.
	differing bool
}

func newPlace(*Model) screen { return newPicture() }

func newPicture() *picture { return &picture{} }

func (s *picture) ID() string          { return "S30" }
func (s *picture) Step() int           { return 3 }
func (s *picture) Title(e *env) string { return stepTitle(e, 3, e.t.T("step.3.picture")) }
func (s *picture) Audience() string    { return "private" }
func (s *picture) Form() bool          { return false }

// placeTabs is the line that says which views there are, and a second line:
// empty, or the words that had no room.
func placeTabs(e *env, current int, reason string) []string {
	var tabs []string
	for i, id := range placeViews(e) {
		style := e.st.Label
		if i+1 == current {
			style = e.st.Selected
		}
		tabs = append(tabs, style.Render(itoa(i+1)+" "+e.t.T("step.3."+id)))
	}
	left, right := strings.Join(tabs, "   "), e.st.Hint.Render(e.t.T(reason))
	if e.w-text.Width(left)-text.Width(right) < 2 {
		left = strings.Join(tabs, "  ")
	}
	gap := e.w - text.Width(left) - text.Width(right)
	if gap < 2 {
		return []string{left, right}
	}
	return []string{left + spaces(gap) + right, ""}
}

// ladder are the cells at which the columns of the table begin: none yet,
// then each phase.
type ladder struct {
	name int
	w    int
	at   []int
	head []string
}

func ladderOf(e *env) ladder {
	c := ladder{name: 29, w: e.w, head: []string{e.t.T("s30.none")}}
	first, width := 10, 13
	if e.narrow() {
		c.name, first, width = 25, 9, 8
	}
	for i := range len(e.fw.Phases) + 1 {
		at := c.name
		if i > 0 {
			at += first + (i-1)*width
		}
		c.at = append(c.at, at)
	}
	for _, p := range e.fw.Phases {
		words := e.say(p.Name)
		if text.Width(words) >= width && !p.Short.IsZero() {
			words = e.say(p.Short)
		}
		c.head = append(c.head, text.Cut(words, width-1))
	}
	return c
}

// line puts words at the columns, always with a space between two of them.
// Words that are too wide for their column begin earlier where there is room.
func (c ladder) line(first string, words []string) string {
	out := text.Cut(first, c.name-1)
	starts, limit := make([]int, len(words)), c.w
	for i := len(words) - 1; i >= 0; i-- {
		starts[i] = min(c.at[i], limit-text.Width(words[i]))
		if words[i] != "" {
			limit = starts[i] - 1
		}
	}
	for i, w := range words {
		if w == "" {
			continue
		}
		gap := starts[i] - text.Width(out)
		if gap < 1 && out != "" {
			gap = 1
		}
		out += spaces(gap) + w
	}
	return out
}

// aimsOf are the phases that the goals of this year aim at, by competence.
func aimsOf(p plan.Plan) map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for _, g := range p.Goals {
		for _, a := range g.Aims {
			if g.KeptFor != "" {
				continue
			}
			if out[a.Competence] == nil {
				out[a.Competence] = map[string]bool{}
			}
			out[a.Competence][a.Phase] = true
		}
	}
	return out
}

// marks are the words in the columns for one competence. An answer outside
// the table takes the place of the first dots.
func marks(e *env, fits string, seen map[string]int, aims map[string]bool) []string {
	dot := e.st.Label.Render("·")
	out := make([]string, len(e.fw.Phases)+1)
	set := func(i int, word string) { out[i] = strings.TrimSpace(out[i] + " " + word) }
	unknown := false
	switch at := e.fw.PhaseIndex(fits); {
	case fits == plan.NoneFits:
		set(0, e.t.T("place.me"))
	case at >= 0:
		set(at+1, e.t.T("place.me"))
	case fits != "":
		set(0, e.t.T("fits.unknown"))
		unknown = true
	}
	if n := seen[plan.NoneFits]; n > 0 {
		set(0, seenWords(e, n))
	}
	for i, p := range e.fw.Phases {
		if n := seen[p.ID]; n > 0 {
			set(i+1, seenWords(e, n))
		}
		if aims[p.ID] {
			set(i+1, e.t.T("place.goal"))
		}
	}
	for i := range out {
		if out[i] == "" && !unknown {
			out[i] = dot
		}
	}
	return out
}

func (s *picture) Page(e *env) page {
	rows := s.rows(e)
	head := placeTabs(e, 1, "s30.reason")
	if head[1] == "" {
		head = head[:1]
	}
	head = append(head, viewLine(e))
	if all := ids(rows); len(all) > 0 && all[0] != "empty" {
		c := ladderOf(e)
		head = append(head, e.st.Label.Render(c.line("", c.head)))
	}
	p := withHeading(s.list.page(rows, head...))
	if all := ids(rows); len(all) > 0 && s.list.at(rows) == all[len(all)-1] {
		p.Focus[1] = len(p.Lines) - 1 // the line about what was not looked at
	}
	return p
}

func (s *picture) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e)
	}
	return nil
}

func (s *picture) empty(e *env) bool { return s.list.at(s.rows(e)) == "empty" }

func (s *picture) Actions(e *env) []action {
	id, word := "place.read", "key.read"
	if s.empty(e) {
		id, word = "place.sentences", "key.fewsentences"
	}
	return append([]action{
		{ID: id, Keys: []string{"enter"}, Short: word, Do: func() []effect { return s.enter(e) }},
		{ID: "place.proposals", Anywhere: true, Keys: []string{"2", "right", "l"}, Short: "key.proposals", Do: func() []effect { return []effect{swap(newProposals())} }},
		{ID: "place.observe", Anywhere: true, Keys: []string{"n"}, Short: "key.observe", Do: func() []effect { return s.observe(e) }},
		{ID: "next", Keys: []string{">"}, Short: "key.on", Do: func() []effect { return []effect{openStep(4)} }},
		cardsKey(),
		{ID: "place.differences", Keys: []string{"f"}, Why: reasonUnless(s.differing || len(e.plan.Observations) > 0, "why.noobservations"),
			Do: func() []effect { s.differing = !s.differing; return nil }},
		viewAction(e, "w"),
	}, placeActions(e, "picture", "proposals")...)
}

// observe writes down what somebody saw of the competence that is selected.
func (s *picture) observe(e *env) []effect {
	id := competenceAt(s.list.at(s.rows(e)))
	if _, _, ok := e.fw.Competence(id); !ok {
		id = ""
	}
	return []effect{func(m *Model) tea.Cmd { return m.push(newObservation(m, id)) }}
}

func (s *picture) enter(e *env) []effect {
	id := s.list.at(s.rows(e))
	if id == "empty" {
		return []effect{openStep(2)}
	}
	if o, ok := strings.CutPrefix(id, observationRow); ok {
		return []effect{func(m *Model) tea.Cmd { return m.push(openObservation(m, o)) }}
	}
	if id = competenceAt(id); id == "" {
		return nil
	}
	return []effect{open(&reading{competence: id})}
}
