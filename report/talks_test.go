package report

import (
	"strings"
	"testing"

	"bekwaam/plan"
	"bekwaam/text"
)

// TestTalksArePrinted: a report stands on the pages for teacher and coach with
// both words on it, what was confirmed before stays to be read, and none of it
// is in a file for the board.
func TestTalksArePrinted(t *testing.T) {
	p := starter(t)
	day := text.Date{Year: 2026, Month: 10, Day: 12}
	form := plan.TalkForm{Date: day, Version: 1, Summary: "We lazen het plan samen door.", By: p.Profile.Name,
		Agreements: []plan.TalkAgreement{{Who: "Wil Denkbeeld", What: "Kijken bij een les rekenen"}}}
	later := form
	later.Summary = "We kozen daarna twee doelen."
	p.Talks = []plan.Talk{{ID: "t1", Forms: []plan.TalkForm{form, later}}}
	p.Confirmations = []plan.Confirmation{
		{ID: "c1", About: "t1", AboutHash: form.Hash(), By: "Wil Denkbeeld", Role: plan.RoleCoach, Date: day, How: plan.ConfirmedByKey},
		{ID: "c2", About: "t1", AboutHash: later.Hash(), By: p.Profile.Name, Role: plan.RoleTeacher, Date: day},
	}
	p.Notes = []plan.Note{{ID: "n1", Kind: plan.NoteSuggestion, About: "d1", By: "Wil Denkbeeld", Via: plan.NoteSaid, RecordedBy: p.Profile.Name, Text: "Begin kleiner."}}
	want := []string{"We kozen daarna twee doelen.", "Kijken bij een les rekenen", "Bevestigd in een eerdere vorm door Wil Denkbeeld", "Die vorm zei: We lazen het plan samen door.",
		"Bevestigd door " + p.Profile.Name, "genoteerd door " + p.Profile.Name}
	for _, a := range []plan.Audience{plan.Coach, plan.Self, plan.Board} {
		b := render(t, plan.For(p, pack(t), a, ""))
		words := squeeze(shown(t, b))
		for _, s := range want {
			if strings.Contains(words, squeeze(s)) != (a != plan.Board) {
				t.Errorf("for %s: %q on the pages is %v", a, s, a == plan.Board)
			}
		}
	}
}
