package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
)

// evidenceForm is S91 for a piece of evidence: what it is, what it shows,
// where it lies and who may see it. A title and a day are enough.
type evidenceForm struct {
	dossierForm
	draft plan.Evidence // what a new one begins with
	who   string        // who can see it, as [screen.Audience] says
}

// openEvidence opens a piece of evidence, "" for a new one, which is added
// with the first words that are written.
func openEvidence(id string) effect { return openEvidenceFor(id, "") }

// openEvidenceFor is openEvidence, with the goal that a new piece is about.
func openEvidenceFor(id, goal string) effect {
	return func(m *Model) tea.Cmd {
		e := m.env()
		s := &evidenceForm{dossierForm: dossierForm{id: id}}
		s.now = s.asked
		if id == "" {
			s.id, s.fresh = e.deps.NewID(), true
			s.draft = plan.Evidence{ID: s.id, Date: e.today(), Audience: plan.Private}
			if goal != "" {
				s.draft.Goals = []string{goal}
			}
		}
		s.arrange(e)
		s.choose(s.firstEmpty(e))
		return m.push(s)
	}
}

func (s *evidenceForm) ID() string       { return "S91c" }
func (s *evidenceForm) Step() int        { return 9 }
func (s *evidenceForm) Audience() string { return s.who }

func (s *evidenceForm) Title(e *env) string {
	if s.fresh {
		return stepTitle(e, 9, e.t.T("s91.evidence.new"))
	}
	return stepTitle(e, 9, e.t.T("s90.view.evidence"))
}

// piece is the evidence as the plan has it, or as it begins.
func (s *evidenceForm) piece(e *env) plan.Evidence {
	if x, ok := evidenceIn(e.plan, s.id); ok {
		return x
	}
	return s.draft
}

// edit is the act that changes the piece; the first one adds it. One without
// a title is called by its kind until it has another name.
func (s *evidenceForm) edit(e *env, name string, do func(*plan.Evidence)) (plan.Change, error) {
	named := func(x *plan.Evidence) {
		was := kindWords(e, x.Kind)
		do(x)
		if x.Title == was {
			x.Title = kindWords(e, x.Kind)
		}
	}
	if _, there := evidenceIn(e.plan, s.id); !there {
		x := s.draft
		named(&x)
		c, err := plan.AddEvidence(e.plan, x)
		if plan.Code(err) == plan.CodeRequired {
			s.draft, err = x, errLater
		}
		return c, err
	}
	return plan.EditEvidence(e.plan, s.id, name, named)
}

func (s *evidenceForm) parts(e *env) []string { return s.piece(e).Competences }

func (s *evidenceForm) setParts(e *env, parts []string) (plan.Change, error) {
	return s.edit(e, "competences", func(x *plan.Evidence) { x.Competences = parts })
}

// asked are the fields that this kind has.
func (s *evidenceForm) asked(e *env) []field {
	x := s.piece(e)
	s.who = x.Audience
	if s.who == "" {
		s.who = plan.Private
	}
	out := []field{s.kept("kind", s.kind), s.kept("title", s.title), s.kept("date", s.date), s.kept("goals", s.goals)}
	if k := kindIn(e, x.Kind); x.By != "" || x.Source != "" || k != nil && k.Sensitivity != "persoonlijk" && !k.FileOnTick {
		out = append(out, s.kept("by", s.by), s.kept("source", s.source))
	}
	if e.deps.Files != nil {
		out = append(out, s.kept("file", func() field { return newFileField(s) }))
	}
	return append(out, s.kept("where", s.where), s.kept("text", s.words),
		s.kept("parts", func() field { return newPartsField(s) }), s.kept("audience", s.audience),
		s.done())
}

// firstEmpty is the field that is not filled in yet, or the way back.
func (s *evidenceForm) firstEmpty(e *env) string {
	x := s.piece(e)
	switch {
	case x.Kind == "":
		return "kind"
	case x.Title == "":
		return "title"
	case x.Note == "":
		return "text"
	}
	return "done"
}

func (s *evidenceForm) Page(e *env) page {
	p := s.form.Page(e, s.notes(e)...)
	followPick(&p, s.here())
	return p
}

// notes say what keeps this kind from a board, and what the file is.
func (s *evidenceForm) notes(e *env) []line {
	x := s.piece(e)
	if x.Kind != "" && !slices.Contains(plan.EvidenceAudiences(kindIn(e, x.Kind)), string(plan.Board)) {
		return append(wrapped(e.t.T("s91.never"), e.w, 0, e.st.Hint.Render), line{})
	}
	return nil
}
