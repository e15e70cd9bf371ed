package tui

import (
	"slices"
	"strings"

	"bekwaam/plan"
)

// observationForm is S91 for an observation: what somebody else saw, as the
// teacher writes it down, and which sentence the teacher reads in it. A
// record that came with somebody's key is only read; the teacher then answers
// nothing but the last question.
type observationForm struct {
	dossierForm
	draft plan.Observation // what a new one begins with
	who   string           // who can see it, as [screen.Audience] says
}

const observationLabels = 25

// newObservation opens a new observation about a competence, "" for none yet.
// It is added with the first words that are written.
func newObservation(m *Model, competence string) screen {
	e := m.env()
	s := observationOf(e.deps.NewID())
	s.fresh = true
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
	s := observationOf(id)
	e := m.env()
	s.arrange(e)
	s.choose(s.firstEmpty(e))
	return s
}

func observationOf(id string) *observationForm {
	s := &observationForm{dossierForm: dossierForm{id: id}, draft: plan.Observation{ID: id}}
	s.now = s.asked
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

// asked are the fields that there are now: a question for each competence
// and, where an instrument is named, what it gave.
func (s *observationForm) asked(e *env) []field {
	o := s.observation(e)
	s.who = "private"
	if slices.Contains(e.plan.Share.Coach, plan.GroupObservations) {
		s.who = "coach"
	}
	var out []field
	if o.Key == "" {
		out = s.written()
	}
	for i, c := range o.Competences {
		f := s.kept("reads/"+c, func() field { return &readingField{form: s, competence: c} }).(*readingField)
		f.first = i == 0
		out = append(out, f)
	}
	if o.Key == "" && (o.Instrument != "" || len(o.ICALTScores) > 0) {
		out = append(out, s.scores(e, o)...)
	}
	return append(out, s.done())
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

func (s *observationForm) Actions(e *env) []action {
	if f, ok := s.here().(*readingField); ok {
		return f.actions()
	}
	return s.dossierForm.Actions(e)
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
