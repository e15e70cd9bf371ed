package report

import (
	"strings"
	"testing"

	"bekwaam/plan"
)

// TestCoachEdition: every page of what goes to a coach says for whom it is and
// where it does not belong, the first one how to answer, and no other edition
// says any of it.
func TestCoachEdition(t *testing.T) {
	p := rich(t)
	answer := []string{"Zo antwoord je", "Met bekwaam:", "Met een pdf-lezer:", "Met een pen:", "komt ernaast te staan", "Een oordeel hoort hier niet."}
	for _, a := range []plan.Audience{plan.Board, plan.Coach, plan.Self} {
		pages := shownOn(t, render(t, plan.For(p, pack(t), a, "")))
		for i, page := range pages {
			has(t, string(a), page, a == plan.Coach, "iet voor het personeelsdossier, voor Wil Denkbeeld")
			has(t, string(a), page, a == plan.Coach && i == 0, answer...)
		}
	}
	e := plan.For(p, pack(t), plan.Coach, "")
	p.Profile.Coach = nil
	for name, c := range map[string]struct {
		e       plan.Edition
		who     string
		answers bool
	}{
		"to somebody":   {e.Address(plan.Packet{Kind: plan.PacketPlan, To: plan.Party{Name: "Ilse Verzonnen"}}), "dossier, voor Ilse Verzonnen", true},
		"a long name":   {e.Address(plan.Packet{Kind: plan.PacketPlan, To: plan.Party{Name: strings.Repeat("Ilse van ", 30)}}), "iet voor het personeelsdossier, voor Ilse van Ilse", true},
		"to nobody yet": {plan.For(p, pack(t), plan.Coach, ""), "dossier, voor starterscoach", true},
		"back":          {e.Address(plan.Packet{Kind: plan.PacketReturn, To: plan.Party{Name: "Noor Rijkelijk"}}), "dossier, voor Noor Rijkelijk", false},
	} {
		for i, page := range shownOn(t, render(t, c.e)) {
			has(t, name, page, true, c.who)
			has(t, name, page, c.answers && i == 0, answer...)
		}
	}
}
