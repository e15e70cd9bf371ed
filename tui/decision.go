package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/continuum"
	"bekwaam/plan"
	"bekwaam/text"
)

// decision is S95: what counts for a decision of the board, in the order in
// which it is prepared, with the goals and the evidence for each line. It is
// a list; nothing on it says how far somebody is.
type decision struct {
	list list
	gate string // id, "" for the first one
}

func newDecision() *decision { return &decision{} }

// hasGate reports whether the framework names a decision, and files are judged
// where it holds.
func hasGate(e *env) bool { return len(e.fw.Gates) > 0 && e.pack().Judges(e.fw.ID) }

func (s *decision) ID() string          { return "S95" }
func (s *decision) Step() int           { return 3 }
func (s *decision) Title(e *env) string { return stepTitle(e, 3, e.t.T("step.3.decision")) }
func (s *decision) Audience() string    { return "private" }
func (s *decision) Form() bool          { return false }

// here is the decision that is shown; nil where the framework has none now.
func (s *decision) here(e *env) *continuum.Gate {
	if !hasGate(e) {
		return nil
	}
	if g, ok := e.fw.Gate(s.gate); ok {
		return g
	}
	return &e.fw.Gates[0]
}

// Open unfolds the first row.
func (s *decision) Open(e *env) { s.list.at(s.rows(e)) }

func (s *decision) Page(e *env) page {
	head := placeTabs(e, 4, "s95.reason")
	if head[1] == "" {
		head = head[:1]
	}
	return withHeading(s.list.page(s.rows(e), head...))
}

func (s *decision) rows(e *env) []row {
	g := s.here(e)
	if g == nil {
		return []row{{ID: "none", Lines: text.Wrap(e.t.T("s95.none"), e.w)}}
	}
	out := []row{plainRow(e.st.Title.Render(text.Cut(upperFirst(e.say(g.Name)), e.w)))}
	words := e.say(g.Note)
	if sure := sureWords(e, g.Confidence); sure != "" {
		words += " " + sure
	}
	for _, l := range text.Wrap(words, e.w) {
		out = append(out, plainRow(e.st.Hint.Render(l)))
	}
	above := map[string]int{}
	for _, group := range plan.GateOf(e.plan, e.pack(), e.fw, g) {
		out = append(out, plainRow(e.st.Label.Render(text.Cut(groupName(e, plan.GroupCover{Group: continuum.Group{Item: group.Item}}), e.w))))
		for _, l := range group.Lines {
			out = append(out, s.row(e, l, rowFor(l.Competence, above[l.Competence])))
			above[l.Competence]++
		}
	}
	return out
}

// row is a line that counts, with what there is about it; the selected one
// shows its sentence, the goals and the pieces.
func (s *decision) row(e *env, l plan.GateLine, id string) row {
	name := competenceName(e, l.Competence)
	var has []string
	for _, g := range l.Goals {
		has = append(has, e.t.T("named.goal", "Number", goalNumber(e.plan, g.ID)))
	}
	if n := len(l.Evidence); n > 0 {
		has = append(has, e.t.N("named.evidence", n))
	}
	right := e.st.Label.Render(text.Cut(firstOf(strings.Join(has, ", "), text.Nothing), e.w/2))
	r := row{ID: id, Lines: []string{rightOf(e, text.Cut(name, e.w-text.Width(right)-2), right)}}
	if s.list.sel != id {
		return r
	}
	_, c, _ := e.fw.Competence(l.Competence)
	r.Lines = append(r.Lines, hang("    ", phaseName(e, l.Phase)+": "+e.say(c.Indicators[l.Phase]), e.w, 4)...)
	var goals []string
	for _, g := range l.Goals {
		goals = append(goals, g.ID)
	}
	return row{ID: id, Lines: append(r.Lines, unfolded(e, goals, l.Evidence)...)}
}

func (s *decision) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e)
	}
	return nil
}

func (s *decision) Actions(e *env) []action {
	id := competenceAt(s.list.at(s.rows(e)))
	out := []action{
		{ID: "place.read", Keys: []string{"enter"}, Short: "key.read", Why: reasonUnless(id != "none", "s95.none"), Do: func() []effect { return s.enter(e) }},
		{ID: "next", Keys: []string{">"}, Short: "key.on", Do: func() []effect { return []effect{openStep(4)} }},
	}
	return append(out, placeActions(e, "decision")...)
}

func (s *decision) enter(e *env) []effect {
	if id := competenceAt(s.list.at(s.rows(e))); id != "none" && id != "" {
		return []effect{open(&reading{competence: id})}
	}
	return nil
}
