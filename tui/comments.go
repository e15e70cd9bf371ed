package tui

import (
	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// comments is S72c: what somebody wrote into a copy of the file with another
// program, before it is taken in. Nothing vouches for any of it.
type comments struct {
	list   list
	path   string
	change plan.Change // its Plan.ID is "" where all of it is there already
	notes  []plan.Note
}

// found is what was looked up about a file: comments, or a judgement.
type found struct {
	comments *comments
	judged   Judged
}

// lookAt judges a file, or finds the comments in a copy of one's own.
func lookAt(work Work, path string, p plan.Plan) (found, error) {
	if c, notes, ok, err := work.Comments(path, p); err == nil && ok && len(notes) > 0 {
		s := &comments{path: path, change: c, notes: notes}
		s.list.choose("take")
		if c.Plan.ID == "" {
			s.list.choose("no")
		}
		return found{comments: s}, nil
	}
	j, err := work.Judge(path)
	return found{judged: j}, err
}

func (s *comments) ID() string          { return "S72c" }
func (s *comments) Title(e *env) string { return e.t.T("s72c.title") }
func (s *comments) Audience() string    { return "coach" }
func (s *comments) Form() bool          { return false }

func (s *comments) Actions(e *env) []action {
	return []action{
		{ID: "takein.do", Keys: []string{"enter"}, Short: "key.dothis", Do: func() []effect { return s.enter(e, s.list.at(s.rows(e))) }},
		{ID: "takein.open", Keys: []string{"o"}, Short: "key.openpdf", Do: func() []effect { return s.enter(e, "open") }},
	}
}

func (s *comments) rows(e *env) []row {
	p := s.change.Plan
	if p.ID == "" {
		p = e.plan
	}
	var out []row
	for i, n := range s.notes {
		who := firstOf(n.By, e.t.T("s72c.nobody"))
		if name := aboutIn(e, p, n.About); name != "" {
			who += " · " + name
		}
		lines := append([]string{e.st.Label.Render(text.Cut(who, e.w-2))}, indented(text.Wrap(n.Text, e.w-4), 2)...)
		out = append(out, row{ID: "c" + itoa(i), Lines: lines})
	}
	out = append(out, plainRow(""))
	if s.change.Plan.ID == "" {
		out = append(out, plainRow(text.Wrap(e.t.T("s72c.already"), e.w)...), plainRow(""))
	} else {
		out = append(out, row{ID: "take", Lines: []string{e.t.T("s72.take")}})
	}
	return append(out, row{ID: "open", Lines: []string{e.t.T("s72.open")}}, row{ID: "no", Lines: []string{e.t.T("s72.no")}})
}

// aboutIn is what a comment is about, in words.
func aboutIn(e *env, p plan.Plan, about string) string {
	if n := goalNumber(p, about); n > 0 {
		return e.t.T("s70.goal", "Number", n) + " " + itemName(p, about)
	}
	return itemName(p, about)
}

func (s *comments) Page(e *env) page {
	head := headed(e, text.Wrap(e.t.T("s72c.what"), e.w)...)
	return s.list.page(tight(e, s.rows(e)), head...)
}

func (s *comments) Update(e *env, msg tea.Msg) []effect {
	if id, _ := s.list.update(s.rows(e), msg, e.h); id != "" {
		return s.enter(e, id)
	}
	return nil
}

func (s *comments) enter(e *env, id string) []effect {
	switch id {
	case "open":
		return reach(e.deps.Work.Open, s.path, "s82.opened", "s165.notopen")
	case "no":
		return []effect{back()}
	case "take":
		return s.take(e)
	}
	return nil
}

// take adds the comments as one act.
func (s *comments) take(e *env) []effect {
	if e.failed {
		return []effect{attend("msg.readonly.failed")}
	}
	c := s.change
	return withPlan(e, c.Plan.ID, func(m *Model) tea.Cmd {
		before := len(m.plan.Notes)
		cmd := tea.Batch(m.commit(c), m.openStep(7))
		if _, ok := m.top().(*roundNotes); !ok {
			cmd = tea.Batch(cmd, m.replace(newRoundNotes(m)))
		}
		if s, ok := m.top().(*roundNotes); ok && before < len(m.plan.Notes) {
			s.list.choose(m.plan.Notes[before].ID)
		}
		m.say("s72c.taken", "Count", m.t.N("s72.notes", len(m.plan.Notes)-before))
		return cmd
	})
}
