package tui

import (
	"bekwaam/plan"
	"bekwaam/text"
)

// nowAndThen are, for each part of the framework that a goal is about, the
// sentence where the teacher stands and the one that the goal leads to.
func (s *goalForm) nowAndThen(e *env) []string {
	g := s.goal(e)
	var out []string
	for _, id := range partsOf(g) {
		sentences, _ := (&reading{competence: id}).sentences(e)
		fits := e.plan.ViewOf(id).Fits
		now, then := sentences[fits], sentences[aimOf(g, id)]
		if now == "" && fits != "" {
			now = fitsWords(e, fits)
		}
		if now == "" && then == "" {
			continue
		}
		if len(g.Competences) > 1 {
			out = append(out, e.st.Label.Render(text.Cut(competenceName(e, id), e.w)))
		}
		for _, x := range [][2]string{{"s31.now", now}, {"s31.next", then}} {
			if x[1] != "" {
				out = append(out, hang(e.st.Label.Render(text.Pad(e.t.T(x[0]), 9)), x[1], e.w, 9)...)
			}
		}
	}
	return out
}

// partsOf are the parts of the framework that a goal names, each once.
func partsOf(g plan.Goal) []string {
	out := append([]string(nil), g.Competences...)
	for _, a := range g.Aims {
		if !namesIn(out, a.Competence) {
			out = append(out, a.Competence)
		}
	}
	return out
}
