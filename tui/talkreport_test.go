package tui

import (
	"slices"
	"testing"

	"bekwaam/plan"
	"bekwaam/text"
)

// TestACoachConfirmsAReport reads a report that the starter wrote, confirms
// it, and takes that back.
func TestACoachConfirmsAReport(t *testing.T) {
	d := talking(t)
	p := d.m.plan
	p.Talks = append(slices.Clone(p.Talks), plan.Talk{ID: "verslag-1", Forms: []plan.TalkForm{{Date: text.Date{Year: 2026, Month: 9, Day: 24}, Version: 1,
		Summary: "Twee doelen is genoeg.", By: "Noor Bakker", Agreements: []plan.TalkAgreement{{Who: "Ilse Vermeer", What: "Ik kom kijken bij rekenen."}}}}})
	d.m.plan = p
	d.size(80, 60)
	d.keys("b")
	d.sees("Verslagen van Noor", "24 sep 2026 · Twee doelen is genoeg.", "– Ilse Vermeer: Ik kom kijken bij rekenen.", "Kies eerst een verslag.")
	d.m.top().(*talk).list.choose(reportRow + "verslag-1")
	d.keys("enter")
	d.sees("Bevestigd. Noor krijgt het met het volgende bestand.", "Ilse Vermeer bevestigde dit op 28 sep 2026")
	words := d.m.plan.TalkWords("verslag-1")
	if len(words) != 1 || words[0].Role != plan.RoleCoach || words[0].By != "Ilse Vermeer" || !words[0].Now {
		t.Errorf("%+v", words)
	}
	d.keys("u")
	if n := len(d.m.plan.TalkWords("verslag-1")); n != 0 {
		t.Errorf("%d confirmations after undo", n)
	}
}
