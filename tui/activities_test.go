package tui

import (
	"strings"
	"testing"

	"bekwaam/plan"
)

// order are the descriptions of the activities of the plan in hand.
func (d *driver) order() string {
	var out []string
	for _, a := range d.m.plan.Activities {
		out = append(out, a.Description)
	}
	return strings.Join(out, "|")
}

// activityNow is an activity of the plan in hand.
func (d *driver) activityNow(id string) plan.Activity {
	d.t.Helper()
	a, ok := activityOf(d.m.plan, id)
	if !ok {
		d.t.Fatalf("no activity %s", id)
	}
	return a
}

// selected fails unless the marked line holds a text.
func (d *driver) selected(s string) {
	d.t.Helper()
	for _, l := range strings.Split(d.frame(), "\n") {
		if strings.HasPrefix(l, "›") {
			if !strings.Contains(l, s) {
				d.t.Fatalf("selected %q, want %q", l, s)
			}
			return
		}
	}
	d.t.Fatalf("nothing is selected, want %q:\n%s", s, d.frame())
}

// TestTwoActivitiesFromTheCatalogue walks the shortest path: fifteen keys.
func TestTwoActivitiesFromTheCatalogue(t *testing.T) {
	d := activitiesEmpty(t)
	d.on("S50")
	path := []string{"n", "space", "down", "space", "enter", "enter", "right", "enter", "esc", "down", "enter", "right", "enter", "esc", ">"}
	if len(path) != 15 {
		t.Fatalf("%d keys", len(path))
	}
	for i, key := range path {
		d.keys(key)
		switch i {
		case 0:
			d.on("S51")
		case 4:
			d.on("S50")
			d.sees("2 activiteiten staan in je plan.")
			d.selected("Kijken bij een collega")
		case 5, 10:
			d.on("S52")
			d.selected("Van")
		case 6:
			d.sees("september 2026")
		case 7:
			d.selected("Tot en met")
		}
	}
	d.on("S60")
	if n := len(d.m.plan.Activities); n != 2 {
		t.Fatalf("%d activities", n)
	}
	for _, a := range d.m.plan.Activities {
		if strings.Join(a.Moments, " ") != "2026-09" || !a.For("d1") || a.Hours == nil {
			t.Errorf("%s: %v for %v", a.Description, a.Moments, a.Goals)
		}
	}
}

func TestListShowsTotals(t *testing.T) {
	d := activitiesOpen(t)
	d.sees("46 u  € 275", "(6 u) is opgedragen door school", "Doel 3: welke les", "alle Ilse Vermeer")
	d.size(60, 16)
	d.keys("end")
	d.sees("samen   46 u   € 275", "[ Verder naar 6 Afspraken ]")
}

func TestRemoveAndUndo(t *testing.T) {
	d := activitiesOpen(t)
	before := d.order()
	d.keys("down d")
	d.sees("Weggehaald: Lesbezoek met nagesprek. Toets u zet het terug.")
	d.selected("Gesprek met starterscoach")
	d.keys("u")
	if d.order() != before {
		t.Errorf("after undo: %s", d.order())
	}
	d.selected("Lesbezoek met nagesprek")
	d.sees("is terug")
	d.keys("delete")
	if len(d.m.plan.Activities) != 8 {
		t.Error("delete did not remove")
	}
}

func TestFilterByGoal(t *testing.T) {
	d := activitiesOpen(t)
	d.keys("f")
	d.sees(`5 van 9 getoond: 4 verborgen door "doel 1".`, "hele plan")
	d.keys("f f")
	d.sees(`1 van 9 getoond`)
	d.keys("f")
	d.sees("samen      46 u")
}

func TestDoneAsksWhatItTook(t *testing.T) {
	d := activitiesOpen(t)
	d.keys("space")
	d.on("S52")
	d.selected("Echt besteed")
	d.text("2,5")
	d.keys("enter")
	d.text("12,50")
	d.keys("enter esc")
	a := d.activityNow("a1")
	if h, c := a.Spent(); a.Status != plan.Done || h != 10 || c != 1250 {
		t.Errorf("%s, %v hours and %v cents", a.Status, h, c)
	}
	d.sees("✓ Kijken bij een collega", "gedaan")
	d.keys("space")
	if a := d.activityNow("a1"); a.Status != plan.Running { // what it took stays
		t.Errorf("without the mark: %s", a.Status)
	}
	d.keys("u u u u")
	if a := d.activityNow("a1"); a.Status != plan.Planned || len(a.Log) != 0 {
		t.Errorf("after undo: %s, %v", a.Status, a.Log)
	}
}

func TestViewsChangeByKey(t *testing.T) {
	d := activitiesOpen(t)
	d.keys("right")
	d.on("S53")
	d.sees("Toetsen + en - schuiven")
	d.keys("l")
	d.on("S54")
	d.keys("left 1")
	d.on("S50")
	d.keys("3 2")
	d.on("S53")
	d.keys("esc")
	d.on("S05")
}

func TestSelectionOpensOnTheOneWithoutAMonth(t *testing.T) {
	p := busy(t)
	p.Activities[3] = p.Activities[3].Begin(nil)
	d := step5(t, p)
	d.selected("Leernetwerk")
	d = step5(t, busy(t))
	d.selected("[ Verder naar 6 Afspraken ]")
	d.keys("enter")
	d.on("S60")
}

func TestSignedPlanTakesNoActivities(t *testing.T) {
	d := activitiesOpen(t)
	c, err := plan.Sign(d.m.plan, plan.Actor{Name: "Noor Bakker", At: fixed()}, "00")
	if err != nil {
		t.Fatal(err)
	}
	d.run(d.m.commit(c))
	before := d.order()
	for _, key := range []string{"d", "n", "space"} {
		d.keys(key)
		d.on("S50")
		d.sees("Deze versie is getekend.")
	}
	d.keys("2 +")
	d.sees("Deze versie is getekend.")
	d.keys("3 d")
	d.sees("Deze versie is getekend.")
	d.keys("n")
	d.on("S54")
	if d.order() != before {
		t.Error("a signed plan changed")
	}
}
