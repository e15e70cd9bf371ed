package report

import (
	"slices"
	"strconv"
	"strings"

	"bekwaam/plan"
	"bekwaam/report/internal/tagged"
)

// goalSections has each goal in full, and the ones kept for another year by
// name.
func (w *writer) goalSections() {
	goals := w.p.LiveGoals()
	if len(goals) == 0 {
		return
	}
	first := len(w.blocks)
	sect := w.section(w.say("goals"))
	w.blocks[first].second = true
	for i, g := range goals {
		w.goal(sect, i+1, g)
	}
	if len(w.p.Views) == 0 { // else it stands with these
		if len(w.spots()) > 0 {
			w.heading(sect, 3, w.say("continuum.goals"), nil)
		}
		w.continuum(sect)
	}
	var later []string
	for _, g := range w.p.Goals {
		if g.KeptFor != "" {
			later = append(later, w.goalName(g)+" ("+g.KeptFor+")")
		}
	}
	if len(later) > 0 {
		w.heading(sect, 3, w.say("goals.later"), nil)
		w.list(sect, later, textStyle)
	}
}

func (w *writer) goal(up *tagged.Elem, n int, g plan.Goal) {
	first := len(w.blocks)
	w.heading(up, 3, strconv.Itoa(n)+". "+w.goalName(g), w.goals[g.ID])
	if g.Title != "" && g.Question != "" {
		w.quote(up, g.Question)
		w.keepLast()
	}
	w.facts(up, [][2]string{
		{w.say("goal.why"), g.WhyForPupils},
		{w.say("goal.competences"), strings.Join(w.aims(g), "\n")},
		{w.say("goal.behaviour"), g.TargetBehaviour},
		{w.say("goal.signs"), g.Signs},
		{w.say("deadline"), w.date(g.Deadline)},
		{w.say("goal.school"), g.LinkSchool},
		{w.say("goal.choice"), g.OwnChoice},
		{w.say("evidence.planned"), g.EvidencePlanned},
		{w.say("goal.step"), g.SmallestStep},
		{w.say("goal.let-go"), g.LetGo},
	})
	w.mark(first, g.ID)
	if height(w.blocks[first:]) <= goalCard {
		w.keepFrom(first)
	}
}

// A goal up to this height, in mm, is not broken.
const goalCard = 130.0

// aims are the competences of a goal by name, each with the phase that the
// goal works towards where there is one.
func (w *writer) aims(g plan.Goal) []string {
	toward := map[string]string{}
	ids := append([]string(nil), g.Competences...)
	for _, a := range g.Aims {
		if _, ok := toward[a.Competence]; !ok {
			toward[a.Competence] = a.Phase
		}
		if !slices.Contains(ids, a.Competence) {
			ids = append(ids, a.Competence)
		}
	}
	var out []string
	for _, id := range ids {
		s := w.competence(id)
		if phase := toward[id]; phase != "" {
			s = w.say("toward", "What", s, "Phase", w.e.Word("phase", phase))
		}
		out = append(out, s)
		out = append(out, w.nowAndThen(id, toward[id])...)
	}
	return out
}

// nowAndThen are the sentence where the teacher stands, which only the
// teacher's own edition knows, and the one that the goal works towards.
func (w *writer) nowAndThen(id, phase string) []string {
	words, _ := w.e.Competence(id)
	var out []string
	if now := words.Phases[w.p.ViewOf(id).Fits]; now != "" && w.p.ViewOf(id).Fits != phase {
		out = append(out, w.say("aim.now", "What", now))
	}
	if then := words.Phases[phase]; then != "" {
		out = append(out, w.say("aim.then", "What", then))
	}
	return out
}

// competence is the name of a competence.
func (w *writer) competence(id string) string {
	if s, ok := w.e.Competence(id); ok {
		return s.Name
	}
	return id
}
