package tui

import (
	"regexp"
	"strings"
	"testing"

	"bekwaam/plan"
)

// toStarter finds words that speak to the starter.
var toStarter = regexp.MustCompile(`(?i)\b(je|jij|jou|jouw|you|your|ik|mijn|my|I)\b`)

// TestHintsSpeakOfTheStarter: what a check asks is asked of the starter by
// name, or of the plan; the coach is not spoken to as if it were theirs.
func TestHintsSpeakOfTheStarter(t *testing.T) {
	d := talking(t)
	for _, lang := range []string{"nl", "en"} {
		d.m.settings.Language, d.m.t = lang, d.m.textsIn(lang)
		e := d.m.env()
		for _, c := range e.pack().Checks {
			words := agendaWords(e, plan.AgendaItem{Kind: plan.AgendaHint, Check: c.ID})
			if words == "" || strings.Contains(words, "s142.hint") || strings.ContainsAny(words, "{}") {
				t.Errorf("%s %s: %q", lang, c.ID, words)
			}
			if said := toStarter.FindString(words); said != "" {
				t.Errorf("%s %s says %q: %s", lang, c.ID, said, words)
			}
		}
	}
}

// TestFieldsSpeakOfTheStarter: the labels beside the starter's words say whose
// they are, in the copy of a coach and in the plan of one's own.
func TestFieldsSpeakOfTheStarter(t *testing.T) {
	d := talking(t)
	e := d.m.env()
	own := e.plan.Clone()
	own.EditionInfo, own.Review = nil, nil
	g := &own.Goals[0]
	g.WhyForPupils, g.TargetBehaviour, g.SmallestStep, g.LetGo, g.EvidencePlanned = "a", "b", "c", "d", "f"
	copied := own.Clone()
	copied.EditionInfo = e.plan.EditionInfo
	x := plan.Piece{ID: g.ID, Kind: plan.PieceGoal}
	theirs, mine := 0, 0
	for _, w := range pieceWords(e, copied, x) {
		if toStarter.MatchString(w.label) {
			t.Errorf("the coach reads %q", w.label)
		}
		theirs++
	}
	for _, w := range pieceWords(e, own, x) {
		if strings.Contains(w.label, "starter") {
			t.Errorf("the starter reads %q", w.label)
		}
		mine++
	}
	if theirs == 0 || theirs != mine {
		t.Errorf("%d labels for the coach, %d of one's own", theirs, mine)
	}
}
