package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// reading is one competence opened from the picture: its sentence at each
// phase, the own note, and what others wrote. Words of others stand apart:
// they have no place among the phases.
type reading struct {
	list       list
	competence string
}

func (s *reading) ID() string       { return "S30b" }
func (s *reading) Step() int        { return 3 }
func (s *reading) Audience() string { return "private" }
func (s *reading) Form() bool       { return false }

func (s *reading) Title(e *env) string {
	return stepTitle(e, 3, competenceName(e, s.competence))
}

// Open puts the mark on the sentence the teacher chose, the first time, and
// on an observation that undo brought back.
func (s *reading) Open(e *env) {
	if n := len(e.revs); n > 0 {
		if r := e.revs[n-1]; r.Undoes > 0 && r.Act.Name == "observation.remove" {
			s.list.choose(observationRow + r.Act.Args[0])
		}
	}
	if s.list.sel == "" {
		s.list.choose(e.plan.ViewOf(s.competence).Fits)
	}
}

func (s *reading) rows(e *env) []row {
	sentences, head := s.sentences(e)
	if sentences == nil {
		return head
	}
	v, aims, seen := e.plan.ViewOf(s.competence), aimsOf(e.plan)[s.competence], plan.Seen(e.plan, s.competence)
	out := head
	add := func(id, head, body string) {
		ls := []string{head}
		for _, l := range text.Wrap(body, e.w-2) {
			ls = append(ls, "  "+l)
		}
		out = append(out, row{ID: id, Lines: ls}, plainRow(""))
	}
	if v.Fits != "" && phaseName(e, v.Fits) == "" {
		out = append(out, plainRow(e.t.T("s30.read.chose", "What", fitsWords(e, v.Fits))), plainRow(""))
	}
	for _, p := range e.fw.Phases {
		head := []string{e.st.Title.Render(e.say(p.Name))}
		if v.Fits == p.ID {
			head = append(head, e.t.T("s30.read.you"))
		}
		if n := seen[p.ID]; n > 0 {
			head = append(head, seenWords(e, n))
		}
		if aims[p.ID] {
			head = append(head, e.t.T("s30.read.goal"))
		}
		add(p.ID, strings.Join(head, " · "), sentences[p.ID])
	}
	if v.Note != "" {
		add("note", e.st.Title.Render(e.t.T("s30.read.note")), v.Note)
	}
	out = append(out, s.workRows(e)...)
	written := observationsOn(e.plan, s.competence)
	out = append(out, plainRow(e.st.Title.Render(e.t.T("s30.read.others"))))
	if len(written) == 0 {
		return append(out, plainRow(hints(e, "s30.read.nothing")...))
	}
	for _, o := range written {
		out = append(out, row{ID: observationRow + o.ID, Lines: observationLines(e, o, s.competence)}, plainRow(""))
	}
	return out[:len(out)-1]
}

// observationLines are what somebody wrote, what an instrument gave, and what
// the teacher reads in it.
func observationLines(e *env, o plan.Observation, competence string) []string {
	out := text.Wrap(observedBy(e, o), e.w)
	add := func(words string, render func(...string) string) {
		for _, l := range text.Wrap(words, e.w-2) {
			if l != "" {
				out = append(out, "  "+render(l))
			}
		}
	}
	add(o.Text, e.st.Text.Render)
	add(scoreWords(e, o), e.st.Label.Render)
	switch reads := o.Reads(competence); {
	case reads == "":
		add(e.t.T("s30.read.ask"), e.st.Hint.Render)
	case phaseName(e, reads) != "":
		add(e.t.T("s30.read.reads", "What", phaseName(e, reads)), e.st.Label.Render)
	default:
		add(e.t.T("s30.read.reads", "What", fitsWords(e, reads)), e.st.Label.Render)
	}
	return out
}

// fitsWords is the answer in words where it is no phase.
func fitsWords(e *env, fits string) string {
	if scale, ok := e.pack().Scale("fits"); ok {
		for _, p := range scale.ByID {
			if p.ID == fits {
				return e.say(p.Text)
			}
		}
	}
	return text.Nothing
}

// observationsOn are the words of others about a competence, oldest first.
func observationsOn(p plan.Plan, competence string) []plan.Observation {
	var out []plan.Observation
	for _, o := range p.Observations {
		if slices.Contains(o.Competences, competence) {
			out = append(out, o)
		}
	}
	slices.SortStableFunc(out, func(a, b plan.Observation) int {
		return a.Date.Compare(b.Date)
	})
	return out
}

func (s *reading) Page(e *env) page { return s.list.page(s.rows(e)) }

func (s *reading) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e)
	}
	return nil
}

// here is the observation that is selected, "" for something else.
func (s *reading) here(e *env) string {
	id, ok := strings.CutPrefix(s.list.at(s.rows(e)), observationRow)
	if !ok {
		return ""
	}
	return id
}

func (s *reading) Actions(e *env) []action {
	_, _, there := e.fw.Competence(s.competence)
	enter := action{ID: "place.rechoose", Keys: []string{"enter"}, Short: "key.rechoose", Why: reasonUnless(there, "why.gone"), Do: func() []effect { return s.enter(e) }}
	switch {
	case s.here(e) != "":
		enter.ID, enter.Short, enter.Why = "observed.open", "key.open", ""
	case s.goal(e) != "":
		enter.ID, enter.Short, enter.Why = "goals.open", "key.open", ""
	}
	remove := action{ID: "observed.remove", Keys: []string{"d", "delete"}, Why: reasonUnless(s.here(e) != "", "why.noobservation"), Short: "act.remove",
		Do: func() []effect { return s.remove(e) }}
	return []action{enter,
		{ID: "place.observe", Keys: []string{"n"}, Short: "key.observe", Do: func() []effect {
			about := s.competence
			if !there {
				about = ""
			}
			return []effect{func(m *Model) tea.Cmd { return m.push(newObservation(m, about)) }}
		}}, remove}
}

// enter opens an observation, or the question where a sentence was chosen.
func (s *reading) enter(e *env) []effect {
	if id := s.here(e); id != "" {
		return []effect{func(m *Model) tea.Cmd { return m.push(openObservation(m, id)) }}
	}
	if id := s.goal(e); id != "" {
		return toItem(e, "", id)
	}
	return s.rechoose(e)
}

// remove takes an observation away that the teacher wrote down.
func (s *reading) remove(e *env) []effect {
	o, _ := observationIn(e.plan, s.here(e))
	what := e.t.T("s30.read.one")
	if o.By != nil && o.By.Name != "" {
		what = e.t.T("s30.read.oneby", "Name", o.By.Name)
	}
	c, err := plan.RemoveObservation(e.plan, o.ID)
	return []effect{commitSaying(c, err, "msg.removed", "What", what)}
}

// rechoose opens the question where this sentence was chosen.
func (s *reading) rechoose(e *env) []effect {
	a, _, ok := e.fw.Competence(s.competence)
	if !ok {
		return nil
	}
	return []effect{open(newSentences(e, a, slices.Index(competencesIn(e.fw, a), s.competence)))}
}
