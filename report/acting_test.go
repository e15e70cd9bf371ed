package report

import (
	"strings"
	"testing"

	"bekwaam/plan"
)

// TestTrialsAndSchoolGoals: that something is a trial stands on every page
// about it; what it taught, the goals of school and team, and who acts when
// are for who writes the plan and who guides.
func TestTrialsAndSchoolGoals(t *testing.T) {
	p := starter(t)
	p.SchoolGoals = []plan.SchoolGoal{{ID: "s1", Of: plan.OfTeam, Text: "Elke groep dezelfde routine", Competences: []string{"nl-po/organisatie/routines"}}}
	p.Activities[0].Trial, p.Activities[0].Status, p.Activities[0].Learned = true, plan.Done, "Kort aftellen werkt beter dan wachten"
	for _, language := range []string{"nl", "en"} {
		p.Language = language
		words := map[string][2]string{"nl": {"Een proef, die mag mislukken", "Wie wanneer aan zet is"}, "en": {"A trial, which may fail", "Who acts when"}}[language]
		moment := map[string]string{"nl": "Voor de eerste werkdag", "en": "Before the first working day"}[language]
		for a, inner := range map[plan.Audience]bool{plan.Self: true, plan.Coach: true, plan.Board: false} {
			s := squeeze(shown(t, render(t, plan.For(p, pack(t), a, ""))))
			if !strings.Contains(s, squeeze(words[0])) {
				t.Errorf("%s, %s: not said that it is a trial", a, language)
			}
			for _, only := range []string{p.Activities[0].Learned, p.SchoolGoals[0].Text, words[1], moment} {
				if strings.Contains(s, squeeze(only)) != inner {
					t.Errorf("%s, %s: %q on a page: %v", a, language, only, !inner)
				}
			}
		}
	}
}
