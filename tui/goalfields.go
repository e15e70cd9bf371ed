package tui

import (
	"slices"

	"bekwaam/plan"
	"bekwaam/text"
)

// goalItem is what S41 knows of a field beside the field itself.
type goalItem struct {
	get    func(plan.Goal) string
	prompt string // id of the question of the pack beside it
	ask    string // catalogue id of the question, where the label is that of the pack
	check  string // id of the check that asks beside it, while it applies
	coach  bool   // stays between teacher and coach
	whole  bool   // shown whole, also while it is not in hand
}

// ownChoices are what a document says about why a goal was chosen: Dutch words
// in every language.
var ownChoices = []string{"eigen keuze", "afspraak", "opdracht van school"}

const goalLabels = 20

func (s *goalForm) makeFields() {
	s.long("question", "learning_question", goalItem{prompt: "leervraag", whole: true}, func(g *plan.Goal) *string { return &g.Question })
	s.short("title", "title", goalItem{check: "content"}, func(g *plan.Goal) *string { return &g.Title })
	s.long("why", "why_for_pupils", goalItem{prompt: "waarom-nu"}, func(g *plan.Goal) *string { return &g.WhyForPupils })
	s.long("signs", "signs", goalItem{ask: "s41.ask.signs"}, func(g *plan.Goal) *string { return &g.Signs })
	s.behaviour()
	s.long("step", "smallest_step", goalItem{prompt: "klein", coach: true}, func(g *plan.Goal) *string { return &g.SmallestStep })
	s.short("letgo", "let_go", goalItem{prompt: "laat-los", coach: true}, func(g *plan.Goal) *string { return &g.LetGo })
	s.deadline()
	s.choice()
	s.schoolFit()
	s.short("evidence", "evidence_planned", goalItem{check: "evidence"}, func(g *plan.Goal) *string { return &g.EvidencePlanned })
	s.add(&partField{opening{"competence", func(m *Model) screen { return newCompetences(m, s) }}, s}, goalItem{})
	s.add(&button{id: "done", label: func(e *env) string { return e.t.T("act.done") },
		do: func(*env) []effect { return []effect{s.leaveToGoals()} }}, goalItem{})
}

func (s *goalForm) add(f field, x goalItem) {
	s.fields, s.items = append(s.fields, f), append(s.items, x)
}

// bound ties a field of the form to a text of the goal.
func (s *goalForm) bound(id, name string, at func(*plan.Goal) *string) bound {
	return bound{id: id, label: "s41." + id, width: goalLabels,
		get: func(e *env) string { g := s.goal(e); return *at(&g) },
		set: func(e *env, v string) (plan.Change, error) {
			return s.edit(e, name, func(g *plan.Goal) { *at(g) = v })
		}}
}

func (s *goalForm) short(id, name string, x goalItem, at func(*plan.Goal) *string) {
	x.get = func(g plan.Goal) string { return *at(&g) }
	s.add(newText(s.bound(id, name, at)), x)
}

func (s *goalForm) long(id, name string, x goalItem, at func(*plan.Goal) *string) {
	x.get = func(g plan.Goal) string { return *at(&g) }
	s.add(newTall(s.bound(id, name, at)), x)
}

// newTall is a long field that is as high as its text, from two lines to six.
func newTall(b bound) *longField {
	f := newLong(b, 2)
	f.head = func(e *env) string { return e.t.T(b.label) }
	f.in.DynamicHeight, f.in.MinHeight, f.in.MaxHeight, f.in.MaxContentHeight = true, 2, 6, longMax
	return f
}

// fitted sets the width of a long field and gives it the height of its text.
func (f *longField) fitted(w int) {
	f.in.SetWidth(w)
	f.height = f.in.Height()
}

// behaviour is what the teacher does then; the sentence of the phase that the
// goal leads to stands in it as an example.
func (s *goalForm) behaviour() {
	at := func(g *plan.Goal) *string { return &g.TargetBehaviour }
	f := &exampleField{longField: newTall(s.bound("behaviour", "target_behaviour", at)), example: s.example}
	s.add(f, goalItem{prompt: "gedrag", get: func(g plan.Goal) string { return g.TargetBehaviour }})
}

func (s *goalForm) example(e *env) string {
	g := s.goal(e)
	if len(g.Competences) == 0 {
		return ""
	}
	id := g.Competences[0]
	_, c, ok := e.fw.Competence(id)
	if !ok {
		return ""
	}
	phase := firstOf(aimOf(g, id), plan.NextPhase(e.fw, e.plan.ViewOf(id).Fits))
	sentence, ok := c.Indicators[phase]
	if !ok {
		return ""
	}
	return e.t.T("s41.example", "Sentence", e.say(sentence))
}

// exampleField shows an example while it is empty. The example is never part
// of the plan; the first letter takes its place.
type exampleField struct {
	*longField
	example func(*env) string
}

func (f *exampleField) Lines(e *env, w int, focused bool) ([]string, *cursor) {
	example := f.example(e)
	out, cur := f.longField.Lines(e, w, focused)
	if f.in.Value() != "" || example == "" {
		return out, cur
	}
	head := len(text.Wrap(f.labelText(e), w))
	out = out[:head]
	ls := text.Wrap(example, w)
	if !focused {
		ls = []string{text.Cut(example, w)}
	}
	for _, l := range ls {
		out = append(out, e.st.Hint.Render(l))
	}
	if focused {
		cur = &cursor{Line: head}
	}
	return out, cur
}

func (s *goalForm) deadline() {
	b := s.bound("deadline", "deadline", nil)
	b.preset = true
	b.get = func(e *env) string { return dayText(e, s.goal(e).Deadline) }
	b.set = func(e *env, v string) (plan.Change, error) {
		d, err := readDay(e, v)
		if err != nil {
			return plan.Change{}, err
		}
		return s.edit(e, "deadline", func(g *plan.Goal) { g.Deadline = d })
	}
	s.add(newText(b), goalItem{check: "deadline", get: func(g plan.Goal) string { return g.Deadline.String() }})
}

// dayText is a day as it stands in a field, "" for none.
func dayText(e *env, d text.Date) string {
	if d.IsZero() {
		return ""
	}
	return text.FormatDate(d, e.lang(), text.Medium)
}

// readDay reads a day as people type it; nothing is no day.
func readDay(e *env, v string) (text.Date, error) {
	if v == "" || v == text.Nothing {
		return text.Date{}, nil
	}
	return text.ParseDate(v, e.today(), e.plan.Profile.SchoolYear)
}

func (s *goalForm) choice() {
	f := newChoice(s.bound("choice", "own_choice", func(g *plan.Goal) *string { return &g.OwnChoice }), func(e *env) []option {
		var out []option
		for i, v := range ownChoices {
			out = append(out, option{v, e.t.T("s41.choice." + itoa(i+1))})
		}
		if v := s.goal(e).OwnChoice; v != "" && !slices.Contains(ownChoices, v) {
			out = append(out, option{v, v}) // words of one's own, from a document
		}
		return out
	})
	s.add(f, goalItem{prompt: "eigen", get: func(g plan.Goal) string { return g.OwnChoice }})
}

// partField is the part of the framework that the goal is about. It opens the
// competences.
type partField struct {
	opening
	goal *goalForm
}

// words are the names of the parts, each with the way from phase to phase
// below it.
func (f *partField) words(e *env, w int) []string {
	g := f.goal.goal(e)
	var out []string
	for i, id := range g.Competences {
		if i == 2 && len(g.Competences) > 3 {
			out = append(out, e.t.N("s41.competence.more", len(g.Competences)-2))
			break
		}
		out = append(out, text.Wrap(competenceName(e, id), w)...)
		if len(g.Competences) > 1 {
			continue
		}
		from, to := phaseName(e, e.plan.ViewOf(id).Fits), phaseName(e, aimOf(g, id))
		switch {
		case from != "" && to != "" && from != to:
			out = append(out, text.Wrap(e.t.T("s41.way", "From", from, "To", to), w)...)
		case to != "":
			out = append(out, text.Wrap(e.t.T("s41.way.to", "To", to), w)...)
		}
	}
	if len(out) == 0 {
		return text.Wrap(e.t.T("s40.own"), w)
	}
	return out
}

func (f *partField) Lines(e *env, w int, focused bool) ([]string, *cursor) {
	style := e.st.Label
	if focused {
		style = e.st.Selected
	}
	ls := f.words(e, w-goalLabels)
	out := []string{style.Render(text.Pad(e.t.T("s41.competence"), goalLabels)) + ls[0]}
	for _, l := range ls[1:] {
		out = append(out, spaces(goalLabels)+l)
	}
	return out, &cursor{Cell: goalLabels}
}
