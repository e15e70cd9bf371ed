package tui

import (
	"strings"
	"testing"

	"bekwaam/plan"
	"bekwaam/text"
)

// onLine opens a line of entitlement with a field in hand.
func onLine(t *testing.T, p plan.Plan, id, field string) *driver {
	d := with(t, p)
	d.run(d.m.openStep(5))
	d.keys("3")
	d.show(newLine(d.m, id))
	d.m.top().(*entitlement).choose(field)
	return d
}

// TestSavingUp is asked where the line allows it, and counts.
func TestSavingUp(t *testing.T) {
	d := onLine(t, noor(t), "po-dev-eur", "carried")
	d.sees("Meegenomen van eerder", "Wat overblijft mag je tot 3 jaar opsparen.", "dan blijft € 150 over voor volgend jaar.")
	d.text("125,50")
	d.keys("enter")
	d.sees("€ 500 × 0,8 + € 125,50, samen € 525,50.", "dan blijft € 275,50")
	if l, _ := plan.LineAt(d.m.plan, "po-dev-eur"); l.CarriedInCents != 12550 || l.Edited {
		t.Errorf("line %+v", l)
	}
	d.keys("esc")
	d.sees("met € 125,50 van eerder")
	d.keys("u")
	if l, _ := plan.LineAt(d.m.plan, "po-dev-eur"); l.CarriedInCents != 0 {
		t.Errorf("after undo %+v", l)
	}
	d = onLine(t, noor(t), "po-starter-hours", "amount")
	if f := d.frame(); strings.Contains(f, "Meegenomen") || strings.Contains(f, "opsparen") {
		t.Errorf("a line that cannot be saved up asks for it:\n%s", f)
	}
	p := noor(t)
	for i := range p.EntitlementLines {
		if p.EntitlementLines[i].Line == "po-di" {
			p.EntitlementLines[i].CarriedIn = 10
		}
	}
	d = onLine(t, p, "po-di", "carried")
	d.sees("Meegenomen van eerder    2,5", "! Deze regel kun je niet opsparen.")
	d.keys("ctrl+u enter")
	if l, _ := plan.LineAt(d.m.plan, "po-di"); l.CarriedIn != 0 {
		t.Errorf("line %+v", l)
	}
}

// TestALineThatEndsSaysSo with the day and who decided.
func TestALineThatEndsSaysSo(t *testing.T) {
	p := noor(t)
	d := onLine(t, p, "po-starter-hours", "amount")
	d.sees("Deze regel geldt tot het bestuur vastlegt: basisbekwaam.")
	p.Profile.PhaseRecorded = &plan.PhaseRecorded{Phase: "basis", Date: text.Date{Year: 2027, Month: 2, Day: 1}, By: "Stichting Stroomdal"}
	d = onLine(t, p, "po-starter-hours", "amount")
	d.sees("Deze regel geldt tot en met 1 feb 2027. Toen legde Stichting Stroomdal vast:", "16,25 u")
	d.keys("esc")
	d.sees("tot en met 1 feb 2027")
	p.Profile.PhaseRecorded.Date.Year, p.Profile.PhaseRecorded.By = 2026, ""
	d = onLine(t, p, "po-starter-hours", "amount")
	d.sees("Deze regel geldt dit schooljaar niet meer. Op 1 feb 2026 legde Het bestuur", "samen 0 u")
}

// TestOrderedTrainingIsFree of the teacher's own hours and budget, and the
// screens say so.
func TestOrderedTrainingIsFree(t *testing.T) {
	p := noor(t)
	yes := true
	p.Activities[1].Ordered, p.Activities[1].HoursLine = &yes, ""
	d := with(t, p)
	d.run(d.m.openStep(5))
	d.keys("3")
	d.sees("Niet uit jouw uren   6 u en € 250 opgedragen door school (korte cursus)")
	d.show(newActivityAt(d.m, "a2", "ordered"))
	d.sees("Opgedragen scholing gaat")
	d = onLine(t, p, "po-dev-eur", "amount")
	d.sees("samen € 400.", "dan blijft € 400")
}
