package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"bekwaam/text"
)

// observedSentence is opened from S91: the sentences of a competence, to
// choose the one that the teacher reads in what somebody else wrote. As in
// S22 they carry no names of phases.
type observedSentence struct {
	list       list
	form       *observationForm
	competence string
}

func newObservedSentence(m *Model, f *observationForm, competence string) screen {
	s := &observedSentence{form: f, competence: competence}
	s.list.choose(f.observation(m.env()).Reads(competence))
	return s
}

func (s *observedSentence) ID() string       { return "S91b" }
func (s *observedSentence) Step() int        { return 3 }
func (s *observedSentence) Audience() string { return "private" }
func (s *observedSentence) Form() bool       { return false }

func (s *observedSentence) Title(e *env) string {
	return stepTitle(e, 3, competenceName(e, s.competence))
}

// rows are the sentences, under the words of the observation.
func (s *observedSentence) rows(e *env) []row {
	o := s.form.observation(e)
	var out []row
	if o.Text != "" {
		ls := text.Wrap(o.Text, e.w)
		if most := max(e.h-10, 3); len(ls) > most {
			ls = append(ls[:most-1:most-1], text.Cut(ls[most-1]+" "+ls[most], e.w))
		}
		for i, l := range ls {
			ls[i] = e.st.Label.Render(l)
		}
		out = append(out, plainRow(ls...), plainRow(""))
	}
	out = append(out, plainRow(e.st.Title.Render(e.t.T("s91.reads.which"))))
	reads := o.Reads(s.competence)
	for i, p := range pointsOf(e, s.competence) {
		var ls []string
		for j, l := range text.Wrap(p.words, e.w-4) {
			lead := spaces(4)
			if j == 0 {
				lead = itoa(i+1) + " " + tick(p.id == reads) + " "
			}
			if p.id == reads {
				l = e.st.Chosen.Render(l)
			}
			ls = append(ls, lead+l)
		}
		out = append(out, row{ID: p.id, Lines: ls})
	}
	return out
}

func (s *observedSentence) Page(e *env) page { return s.list.page(s.rows(e)) }

func (s *observedSentence) Update(e *env, msg tea.Msg) []effect {
	rows := s.rows(e)
	if k, ok := msg.(tea.KeyPressMsg); ok {
		name := keyName(k)
		if all := ids(rows); name >= "1" && name <= "9" && len(name) == 1 && int(name[0]-'0') <= len(all) {
			return s.choose(e, all[name[0]-'1'])
		}
		if name == "space" {
			return s.choose(e, s.list.at(rows))
		}
	}
	if id, _ := s.list.update(rows, msg, e.h); id != "" {
		return s.choose(e, id)
	}
	return nil
}

func (s *observedSentence) Actions(e *env) []action {
	keys := []string{"1", "2", "3", "4", "5"}
	return []action{
		{ID: "observed.read", Keys: []string{"enter"}, Short: "key.choose.row", Do: func() []effect { return s.choose(e, s.list.at(s.rows(e))) }},
		{ID: "sentence.pick", Keys: keys[:min(len(keys), len(pointsOf(e, s.competence)))]},
	}
}

// choose answers with a sentence and goes back.
func (s *observedSentence) choose(e *env, fits string) []effect {
	if !slices.ContainsFunc(pointsOf(e, s.competence), func(p point) bool { return p.id == fits }) {
		return nil
	}
	c, err := s.form.read(e, s.competence, fits)
	return []effect{back(), commit(c, err), renewTop()}
}
