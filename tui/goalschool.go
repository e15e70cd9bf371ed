package tui

import (
	"strings"

	"bekwaam/plan"
	"bekwaam/text"
)

// schoolFit is where a goal says which goal of school or team it fits: one of
// those that were written down once, or words of one's own.
func (s *goalForm) schoolFit() {
	at := func(g *plan.Goal) *string { return &g.LinkSchool }
	f := &pickField{textField: newText(s.bound("school", "link_school", at))}
	f.options = func(e *env) []option {
		var out []option
		for _, g := range e.plan.SchoolGoals {
			if words := strings.Join(strings.Fields(g.Text), " "); words != "" {
				words = text.Cut(words, lineMax)
				out = append(out, option{words, text.Cut(words, e.w-goalLabels-2)})
			}
		}
		return out
	}
	f.last = func(e *env) option { return option{"\x00", e.t.T("s41.school.write")} }
	f.open = func() []effect { return []effect{openItem(newSchoolGoals)} }
	s.add(f, goalItem{prompt: "school", get: func(g plan.Goal) string { return g.LinkSchool }})
}
