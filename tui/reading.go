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
	_, c, ok := e.fw.Competence(s.competence)
	if !ok {
		return stepTitle(e, 3, "")
	}
	return stepTitle(e, 3, e.say(c.Name))
}

// Open puts the mark on the sentence the teacher chose, the first time.
func (s *reading) Open(e *env) {
	if s.list.sel == "" {
		s.list.choose(e.plan.ViewOf(s.competence).Fits)
	}
}

func (s *reading) rows(e *env) []row {
	_, c, ok := e.fw.Competence(s.competence)
	if !ok {
		return nil
	}
	v, aims := e.plan.ViewOf(s.competence), aimsOf(e.plan)[s.competence]
	var out []row
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
		if aims[p.ID] {
			head = append(head, e.t.T("s30.read.goal"))
		}
		add(p.ID, strings.Join(head, " · "), e.say(c.Indicators[p.ID]))
	}
	if v.Note != "" {
		add("note", e.st.Title.Render(e.t.T("s30.read.note")), v.Note)
	}
	written := observationsOn(e.plan, s.competence)
	if len(written) > 0 {
		out = append(out, plainRow(e.st.Title.Render(e.t.T("s30.read.others"))))
	}
	for _, o := range written {
		who := e.t.T("s30.read.someone")
		if o.By != nil && o.By.Name != "" {
			who = o.By.Name
		}
		add("o/"+o.ID, text.FormatDate(o.Date, e.lang(), text.Medium)+" · "+who, o.Text)
	}
	return out[:len(out)-1]
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
		return s.rechoose(e)
	}
	return nil
}

func (s *reading) Actions(e *env) []action {
	return []action{
		{ID: "place.rechoose", Keys: []string{"enter"}, Short: "key.rechoose", Do: func() []effect { return s.rechoose(e) }},
	}
}

// rechoose opens the question where this sentence was chosen.
func (s *reading) rechoose(e *env) []effect {
	a, _, ok := e.fw.Competence(s.competence)
	if !ok {
		return nil
	}
	return []effect{open(newSentences(e, a, slices.Index(competencesIn(e.fw, a), s.competence)))}
}
