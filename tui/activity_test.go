package tui

import (
	"strings"
	"testing"

	"bekwaam/plan"
)

// onActivity opens an activity with a field in hand.
func onActivity(t *testing.T, id, field string) *driver {
	d := activitiesOpen(t)
	d.show(newActivityAt(d.m, id, field))
	return d
}

func (d *driver) moments(id string) string { return strings.Join(d.activityNow(id).Moments, " ") }

func TestMonthsByArrow(t *testing.T) {
	d := onActivity(t, "a5", "from")
	d.keys("right")
	if got := d.moments("a5"); got != "2026-11" {
		t.Errorf("one month later: %s", got)
	}
	d.sees("november 2026")
	d.keys("enter right right")
	if got := d.moments("a5"); got != "2026-11 2026-12 2027-01" {
		t.Errorf("until January: %s", got)
	}
	d.keys("left left left")
	d.sees("Dat ligt voor het begin.")
	if got := d.moments("a5"); got != "2026-11" {
		t.Errorf("back to November: %s", got)
	}
	d.keys("up left")
	d.sees("oktober 2026")
}

func TestMonthsTyped(t *testing.T) {
	d := onActivity(t, "a5", "from")
	d.text("nov, jan, mrt")
	d.keys("enter")
	if got := d.moments("a5"); got != "2026-11 2027-01 2027-03" {
		t.Errorf("a list: %s", got)
	}
	d.sees("nov, jan, mrt", "maart 2027")
	d.text("10 feb")
	d.keys("enter")
	if got := d.moments("a5"); got != "2026-11 2027-01 2027-02-10" {
		t.Errorf("until a day: %s", got)
	}
	d.keys("up up up up up") // over what a day asks besides
	d.text("ooit")
	d.keys("enter")
	d.sees("Dat begreep ik niet: ooit.")
	d.selected("Van")
	d.keys("backspace backspace backspace backspace enter")
	if got := d.activityNow("a5"); len(got.Moments) != 0 || !got.From.IsZero() {
		t.Errorf("emptied: %v %v", got.Moments, got.From)
	}
}

func TestPauseWhileTypingAListKeepsTheText(t *testing.T) {
	d := onActivity(t, "a5", "from")
	d.text("nov,")
	d.send(pauseMsg{d.m.typed})
	d.text(" jan")
	d.keys("tab")
	if got := d.moments("a5"); got != "2026-11 2027-01" {
		t.Errorf("after a pause: %s", got)
	}
}

func TestMonthsUnfold(t *testing.T) {
	d := onActivity(t, "a5", "from")
	d.keys("space")
	d.sees("● oktober 2026", "○ juli 2027")
	d.keys("down down enter")
	if got := d.moments("a5"); got != "2026-12" {
		t.Errorf("chosen: %s", got)
	}
	d.keys("space esc")
	d.on("S52")
	d.keys("esc")
	d.on("S50")
}

func TestMonthsUnfoldInALowWindow(t *testing.T) {
	d := onActivity(t, "a5", "from")
	d.size(60, 16)
	d.keys("space end")
	d.sees("● juli 2027")
	d.keys("home")
	d.sees("● augustus 2026")
}

func TestFieldsOfAnActivity(t *testing.T) {
	d := onActivity(t, "a5", "what")
	d.text(" in de trein")
	d.keys("tab tab tab")
	d.selected("Voor doel")
	d.keys("right tab")
	d.text("!")
	d.keys("tab")
	d.text("2,5")
	d.keys("tab")
	d.text("24,50")
	d.keys("tab right tab right tab")
	a := d.activityNow("a5")
	if a.Description != "Lezen of luisteren in de trein" || !a.For("d2") || *a.Hours != 10 || a.Cost != 2450 || a.Funding != "bestuur" || a.HoursLine != "po-di" {
		t.Errorf("%+v", a)
	}
	if a.Partner == nil || a.Partner.Name != "alleen!" || a.Partner.Role != "" {
		t.Errorf("partner %+v", a.Partner)
	}
	d.selected("Opgedragen door school")
	d.keys("left")
	d.sees("Opgedragen uren gaan niet van je eigen uren af.")
	if a := d.activityNow("a5"); a.Ordered == nil || !*a.Ordered || a.HoursLine != "" {
		t.Errorf("ordered: %+v", a)
	}
	d.keys("ctrl+z")
	if a := d.activityNow("a5"); *a.Ordered || a.HoursLine != "po-di" {
		t.Errorf("after undo: %+v", a)
	}
	d.keys("tab")
	d.sees("Vaak: ")
	d.text("een lesontwerp")
	d.keys("tab")
	d.text("elke week")
	d.keys("tab right right")
	if a := d.activityNow("a5"); a.Status != plan.Done || a.EvidencePlanned != "een lesontwerp" || a.Note != "elke week" {
		t.Errorf("%+v", a)
	}
	d.keys("right")
	d.sees("vervalt", "Wat leer je hiervan voor", "Waarom niet")
	d.keys("enter")
	d.text("te duur")
	d.keys("enter enter enter enter")
	if a := d.activityNow("a5"); a.Status != plan.Dropped || a.StatusReason != "te duur" {
		t.Errorf("%+v", a)
	}
	d.selected("[ Klaar ]")
	d.keys("enter")
	d.on("S50")
	d.sees("vervalt")
}

func TestWhatIsNotUnderstoodStays(t *testing.T) {
	d := onActivity(t, "a5", "hours")
	d.text("veel")
	d.keys("enter")
	d.selected("Uren")
	d.sees("Dat begreep ik niet: veel.")
	d = onActivity(t, "a5", "hours")
	d.text("1,3")
	d.keys("enter")
	d.sees("Uren gaan per kwartier")
	d = onActivity(t, "a5", "cost")
	d.text("gratis")
	d.keys("enter")
	d.selected("Kosten")
	d.sees("Dat begreep ik niet: gratis.")
}

func TestActivityThatWasTakenBack(t *testing.T) {
	d := activitiesEmpty(t)
	d.keys("n enter enter ctrl+z")
	d.sees("Deze activiteit staat niet meer in je plan.")
	d.keys("x enter ctrl+y")
	d.sees("Kijken bij een collega", "Tot en met")
}

func TestSeveralGoalsStayUntilAnotherIsChosen(t *testing.T) {
	d := onActivity(t, "a2", "goals")
	d.sees("1, 2")
	d.keys("tab")
	if a := d.activityNow("a2"); len(a.Goals) != 2 {
		t.Errorf("passing by changed the goals: %v", a.Goals)
	}
	d.keys("up left")
	if a := d.activityNow("a2"); len(a.Goals) != 0 || a.AllGoals {
		t.Errorf("no goal: %v", a.Goals)
	}
	d.keys("left")
	if a := d.activityNow("a2"); !a.AllGoals {
		t.Error("not for all goals")
	}
}

func TestActivityInALowWindow(t *testing.T) {
	d := onActivity(t, "a7", "from")
	d.size(60, 16)
	d.sees("› Van", "Kun je tussendoor oefenen in")
	for range 20 {
		d.keys("tab")
	}
	d.selected("[ Klaar ]")
}

func TestClickOnMoneySpent(t *testing.T) {
	d := onActivity(t, "a7", "from")
	d.m.top().Update(d.m.env(), clickMsg{Row: "spent", Cell: paidCell + 1})
	d.text("200")
	d.keys("enter")
	if _, c := d.activityNow("a7").Spent(); c != 20000 {
		t.Errorf("%v cents spent", c)
	}
}

// TestSpentHoursAndMoneyShareALine without one cutting the other.
func TestSpentHoursAndMoneyShareALine(t *testing.T) {
	d := activityOpen(t)
	d.m.top().(*activity).choose("spent")
	if f := d.frame(); strings.Contains(f, "…€") {
		t.Errorf("the money is cut:\n%s", f)
	}
	d.text("4,5")
	d.keys("tab")
	d.text("120")
	d.sees("Echt besteed             4,5 u     120  ")
	d.keys("tab")
	d.sees("Echt besteed             4,5 u     € 120")
}

// TestAYearTypedWrong is no row of hundreds of months.
func TestAYearTypedWrong(t *testing.T) {
	d := activityOpen(t)
	d.text("aug 2012 - feb 2027")
	d.keys("tab")
	d.sees("ligt te ver weg")
}
