package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
)

// observationForm is S91 for an observation: what somebody else saw, as the
// teacher writes it down, and which sentence the teacher reads in it. A
// record that came with somebody's key is only read; the teacher then answers
// nothing but the last question.
type observationForm struct {
	form
	id    string
	draft plan.Observation // what a new one begins with
	all   map[string]field // by id, so that a field keeps what is typed in it
	fresh bool             // it began here
	who   string           // who can see it, as [screen.Audience] says
}

const observationLabels = 25

// newObservation opens a new observation about a competence, "" for none yet.
// It is added with the first words that are written.
func newObservation(m *Model, competence string) screen {
	e := m.env()
	s := &observationForm{id: e.deps.NewID(), fresh: true, all: map[string]field{}}
	s.draft = plan.Observation{ID: s.id, Date: e.today()}
	if competence != "" {
		s.draft.Competences = []string{competence}
	}
	s.arrange(e)
	s.choose("who")
	return s
}

// openObservation opens one that is in the plan, at what is not answered yet.
func openObservation(m *Model, id string) screen {
	s := &observationForm{id: id, draft: plan.Observation{ID: id}, all: map[string]field{}}
	e := m.env()
	s.arrange(e)
	s.choose(s.firstEmpty(e))
	return s
}

func (s *observationForm) ID() string       { return "S91" }
func (s *observationForm) Step() int        { return 3 }
func (s *observationForm) Audience() string { return s.who }

func (s *observationForm) Title(e *env) string {
	if s.fresh {
		return stepTitle(e, 3, e.t.T("s91.new"))
	}
	return stepTitle(e, 3, e.t.T("s91.one"))
}

func observationIn(p plan.Plan, id string) (plan.Observation, bool) {
	for _, o := range p.Observations {
		if o.ID == id {
			return o, true
		}
	}
	return plan.Observation{}, false
}

// observation is the observation as the plan has it, or as it begins.
func (s *observationForm) observation(e *env) plan.Observation {
	if o, ok := observationIn(e.plan, s.id); ok {
		return o
	}
	return s.draft
}

// edit is the act that changes the observation; the first one adds it.
func (s *observationForm) edit(e *env, name string, do func(*plan.Observation)) (plan.Change, error) {
	if _, there := observationIn(e.plan, s.id); !there {
		o := s.draft
		o.Competences = slices.Clone(o.Competences)
		do(&o)
		return plan.AddObservation(e.plan, o)
	}
	return plan.EditObservation(e.plan, s.id, name, do)
}

func (s *observationForm) parts(e *env) []string { return s.observation(e).Competences }

func (s *observationForm) setParts(e *env, parts []string) (plan.Change, error) {
	return s.edit(e, "competences", func(o *plan.Observation) { o.Competences = parts })
}

// read is the act that answers what the teacher reads in it.
func (s *observationForm) read(e *env, competence, fits string) (plan.Change, error) {
	if _, there := observationIn(e.plan, s.id); !there {
		return s.edit(e, "reading", func(o *plan.Observation) {
			o.Reading = append(o.Reading, plan.Reading{Competence: competence, Fits: fits})
		})
	}
	return plan.ReadObservation(e.plan, s.id, competence, fits)
}

// kept is the field with this id, made once.
func (s *observationForm) kept(id string, make func() field) field {
	if s.all[id] == nil {
		s.all[id] = make()
	}
	return s.all[id]
}

// arrange shows the fields that there are now: a question for each competence
// and, where an instrument is named, what it gave.
func (s *observationForm) arrange(e *env) {
	at := ""
	if len(s.fields) > 0 {
		at = s.here().ID()
	}
	o := s.observation(e)
	s.who = "private"
	if slices.Contains(e.plan.Share.Coach, plan.GroupObservations) {
		s.who = "coach"
	}
	s.fields = nil
	if o.Key == "" {
		s.fields = s.written()
	}
	for i, c := range o.Competences {
		f := s.kept("reads/"+c, func() field { return &readingField{form: s, competence: c} }).(*readingField)
		f.first = i == 0
		s.fields = append(s.fields, f)
	}
	if o.Key == "" && (o.Instrument != "" || len(o.ICALTScores) > 0) {
		s.fields = append(s.fields, s.scores(e, o)...)
	}
	s.fields = append(s.fields, s.kept("done", func() field {
		return &button{id: "done", blank: true, label: func(e *env) string { return e.t.T("act.done") },
			do: func(*env) []effect { return []effect{back()} }}
	}))
	s.at = min(s.at, len(s.fields)-1)
	for i, f := range s.fields {
		if f.ID() == at {
			s.at = i
		}
	}
}

// firstEmpty is the field that is not filled in yet, or the way back.
func (s *observationForm) firstEmpty(e *env) string {
	o := s.observation(e)
	has := map[string]bool{"who": o.By != nil && o.By.Name != "", "source": o.Source != "", "parts": len(o.Competences) > 0, "text": o.Text != ""}
	for _, c := range o.Competences {
		has["reads/"+c] = o.Reads(c) != ""
	}
	for _, f := range s.fields {
		if filled, asked := has[f.ID()]; asked && !filled {
			return f.ID()
		}
	}
	return "done"
}

// Open takes the plan over: after coming on top, undo and redo.
func (s *observationForm) Open(e *env) {
	s.arrange(e)
	s.form.Open(e)
}

// Update does what the form does; what an act changed elsewhere on the form
// shows at once.
func (s *observationForm) Update(e *env, msg tea.Msg) []effect {
	before := s.here()
	return append(s.form.Update(e, msg), func(m *Model) tea.Cmd {
		s.arrange(m.env())
		renewOthers(&s.form, m.env(), before)
		return nil
	})
}

func (s *observationForm) Actions(e *env) []action {
	switch f := s.here().(type) {
	case *readingField:
		return f.actions()
	case *observedPartsField:
		return append([]action{{ID: "observed.parts", Keys: []string{"enter"}, Short: "key.parts"}}, fieldKeys(f)...)
	}
	if _, ok := s.here().(interface{ long() *longField }); ok {
		return append(fieldKeys(s.here()), editorAction(s.here()))
	}
	return fieldKeys(s.here())
}

func (s *observationForm) Page(e *env) page {
	p := s.form.Page(e, s.record(e)...)
	followPick(&p, s.here())
	return p
}

// record is what somebody else wrote and signed, only to be read.
func (s *observationForm) record(e *env) []line {
	o := s.observation(e)
	if o.Key == "" {
		return nil
	}
	out := wrapped(observedBy(e, o), e.w, 0, e.st.Title.Render)
	out = append(out, wrapped(o.Text, e.w, 0, e.st.Text.Render)...)
	if gave := scoreWords(e, o); gave != "" {
		out = append(out, wrapped(gave, e.w, 0, e.st.Label.Render)...)
	}
	return append(out, line{})
}

// observedBy says when it was, who it was and how they know: 6 okt 2026 ·
// Ilse Vermeer, starterscoach · gezien in de les.
func observedBy(e *env, o plan.Observation) string {
	words := []string{dayText(e, o.Date)}
	who, role := e.t.T("s30.read.someone"), ""
	if o.By != nil {
		who, role = firstOf(o.By.Name, roleWords(e, o.By.Role), who), roleWords(e, o.By.Role)
	}
	if role != "" && role != who {
		who += ", " + role
	}
	words = append(words, who)
	if slices.Contains(plan.Sources, o.Source) {
		words = append(words, e.t.T("s91.source."+o.Source))
	}
	return strings.TrimPrefix(strings.Join(words, " · "), " · ")
}
