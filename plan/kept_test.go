package plan_test

import (
	"strings"
	"testing"

	"bekwaam/plan"
)

// Day counters and dates on the way to a permanent job stay with the teacher
// where the receiver evaluates, marked private or not.
func TestWhatStaysAtHome(t *testing.T) {
	p := planOf(t, readCase(t, "flemish"))
	for i := range p.ExtraLines {
		p.ExtraLines[i].Audience = ""
	}
	for i := range p.Agreements {
		p.Agreements[i].Audience = ""
	}
	p.ExtraLines = append(p.ExtraLines, plan.ExtraLine{Line: "eigen-dagen", Kind: "days", Unit: "TADD-dagen"})
	p.EntitlementLines = append(p.EntitlementLines, plan.Line{Line: "vl-werkpunten", Unit: "uur"}, plan.Line{Line: "eigen-2", Unit: "uur", Name: "Tadd-teller"})
	p.Evidence = append(p.Evidence, plan.Evidence{ID: "b9", Kind: "verslag", Title: "Overzicht dagen TADD", Audience: string(plan.Board)})
	p.Conditions.Promises = append(p.Conditions.Promises, "De directie telt de TADD-dagen mee.")
	p.Activities[0].HoursLine = "vl-tadd-dagen"
	if err := plan.Validate(p); err != nil {
		t.Fatal(err)
	}
	e := plan.For(p, packOf(t), plan.Board, "")
	payload := string(e.Payload())
	if strings.Contains(strings.ToLower(payload), "tadd") || strings.Contains(payload, "werkpunten\"") {
		t.Errorf("something that stays at home leaves: %s", payload)
	}
	for _, s := range []string{"Dienstdagen laten nakijken", "Telling hoekenwerk maart", "vl-inductie", "Geen toezicht op donderdagmiddag"} {
		if !strings.Contains(payload, s) {
			t.Errorf("%q does not leave any more", s)
		}
	}
	if !strings.Contains(string(plan.For(p, packOf(t), plan.Self, "").Payload()), "vl-tadd-dagen") {
		t.Error("the counter is gone from one's own edition")
	}
	coach := string(plan.For(p, packOf(t), plan.Coach, "").Payload())
	for _, s := range []string{"vl-tadd-dagen", "eigen-dagen", "Tadd-teller", "vl-werkpunten"} {
		if strings.Contains(coach, s) {
			t.Errorf("the coach gets the counter %s", s)
		}
	}
	if !strings.Contains(coach, "Overzicht dagen TADD") {
		t.Error("the coach, who does not evaluate, loses evidence")
	}
	if hits := plan.KeptHits(p, packOf(t)); len(hits) != 0 {
		t.Errorf("hints about %v", hits)
	}
	p.Goals[0].LinkSchool = "Nodig voor mijn TADD."
	if hits := plan.KeptHits(p, packOf(t)); len(hits) != 1 || hits[0].Item != "d1" {
		t.Errorf("hints about %v", hits)
	}
}

// Where nobody evaluates, the teacher's own words are the teacher's to send.
func TestWhatStaysAtHomeOnlyWhereTheReceiverEvaluates(t *testing.T) {
	p := planOf(t, readCase(t, "flemish"))
	p.Profile.Employment = "zzp"
	p.Agreements[1].Audience = ""
	payload := string(plan.For(p, packOf(t), plan.Board, "").Payload())
	if !strings.Contains(payload, "TADD aanvragen voor 15 juni") {
		t.Error("an agreement is gone")
	}
	if strings.Contains(payload, "vl-tadd-dagen") {
		t.Error("a line that the pack never lets go leaves")
	}
	if plan.Evaluates(p, packOf(t)) || plan.Evaluates(p, nil) || !plan.Evaluates(planOf(t, readCase(t, "flemish")), packOf(t)) {
		t.Error("who evaluates is not known")
	}
}
