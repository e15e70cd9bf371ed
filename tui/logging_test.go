package tui

import (
	"maps"
	"strings"
	"testing"

	"bekwaam/plan"
	"bekwaam/text"
)

func init() {
	maps.Copy(fixtures, map[string]func(testing.TB) *driver{
		"S94":  func(t testing.TB) *driver { d := atHome(t, spentPlan(t)); d.clock(2027, 1, 15); d.keys("+"); return d },
		"S94b": func(t testing.TB) *driver { d := atHome(t, spentPlan(t)); d.run(open(&logbook{})(d.m)); return d },
	})
}

// spentPlan is the running plan of Noor Bakker with hours and money noted.
func spentPlan(t testing.TB) plan.Plan {
	p := running(t)
	on := func(y, m, d int) text.Date { return text.Date{Year: y, Month: m, Day: d} }
	p.Activities[0].Status = plan.Running
	p.Activities[0].Log = []plan.LogEntry{{Date: on(2026, 10, 13), Hours: 6}, {Date: on(2026, 11, 10), Hours: 4}}
	p.Activities[1].Log = []plan.LogEntry{{Date: on(2027, 1, 12), Hours: 8, Cost: 12500}}
	return p
}

// TestAnHourInAtMostSixKeys counts the keys from the home screen on.
func TestAnHourInAtMostSixKeys(t *testing.T) {
	const most = 6
	tests := []struct {
		name, keys string
		hours      plan.Quarters
	}{
		{"an hour", "+ 1 enter enter", 4},
		{"one and a half", "+ 1 , 5 enter enter", 6},
		{"as much as the last time", "+ enter enter", 4},
	}
	for _, tt := range tests {
		d := atHome(t, spentPlan(t))
		d.clock(2027, 1, 15)
		before, _ := d.activityNow("a1").Spent()
		if n := len(strings.Fields(tt.keys)); n > most {
			t.Errorf("%s takes %d keys", tt.name, n)
		}
		d.keys(tt.keys)
		d.on("S04")
		d.sees("Genoteerd: ", "voor Kijken bij een collega. Toets u haalt het weer weg.")
		a := d.activityNow("a1")
		if after, _ := a.Spent(); after-before != tt.hours {
			t.Errorf("%s: %d quarters more", tt.name, after-before)
		}
		if day := a.Log[len(a.Log)-1].Date; day != (text.Date{Year: 2027, Month: 1, Day: 15}) {
			t.Errorf("%s: noted on %s", tt.name, day)
		}
		d.keys("u")
		if after, _ := d.activityNow("a1").Spent(); after != before {
			t.Errorf("%s: not taken back", tt.name)
		}
	}
}

func TestLogMoneyOnAnotherDay(t *testing.T) {
	d := atHome(t, spentPlan(t))
	d.clock(2027, 1, 15)
	d.keys("+")
	d.on("S94")
	d.sees("Uren en geld noteren", "Waarvoor        Kijken bij een collega", "15 jan 2027", "Tot nu toe 2,5 u van 3 u gepland.")
	d.keys("up up up right")
	d.sees("Waarvoor        Korte cursus", "Tot nu toe 2 u en € 125 van 6 u en € 250 gepland.")
	d.keys("tab")
	d.text("13 jan")
	d.keys("tab")
	d.text("24,50")
	d.keys("tab ctrl+u tab enter")
	d.on("S04")
	d.sees("Genoteerd: € 24,50 voor Korte cursus")
	a := d.activityNow("a2")
	if x := a.Log[len(a.Log)-1]; x.Cost != 2450 || x.Hours != 0 || x.Date.String() != "2027-01-13" || a.Status != plan.Running {
		t.Errorf("%+v, %s", x, a.Status)
	}
}

func TestLoggingAsksAndKeeps(t *testing.T) {
	d := atHome(t, spentPlan(t))
	d.clock(2027, 1, 15)
	d.keys("+ ctrl+u enter enter")
	d.on("S94")
	d.sees("Hoeveel uur was het?")
	d.keys("esc") // nothing was written
	d.on("S04")
	if h, _ := d.activityNow("a1").Spent(); h != 10 {
		t.Errorf("%d quarters", h)
	}
	d.keys("+")
	d.text("veel")
	d.keys("enter")
	d.on("S94")
	d.keys("ctrl+u")
	d.text("0:45")
	d.keys("esc") // what was written stays
	d.on("S04")
	d.sees("Genoteerd: 0,75 u")
	if h, _ := d.activityNow("a1").Spent(); h != 13 {
		t.Errorf("%d quarters", h)
	}
}

func TestNothingToLogOn(t *testing.T) {
	p := running(t)
	p.Activities = nil
	d := atHome(t, p)
	d.keys("+")
	d.on("S04")
	d.sees("Er is nog geen activiteit.")
	d = atHome(t, running(t))
	d.keys("ctrl+p")
	d.text("genoteerd")
	d.sees("alles wat genoteerd is")
}

func TestTheLogbook(t *testing.T) {
	d := atHome(t, spentPlan(t))
	d.clock(2027, 1, 15)
	d.keys("+ down down enter")
	d.on("S94b")
	d.sees("› 12 jan 2027", "2 u", "€ 125", "10 nov 2026", "13 okt 2026")
	d.keys("down d")
	d.sees("Weggehaald: 1 u voor Kijken bij een collega.")
	if h, _ := d.activityNow("a1").Spent(); h != 6 {
		t.Errorf("%d quarters", h)
	}
	d.keys("u")
	if h, _ := d.activityNow("a1").Spent(); h != 10 {
		t.Errorf("after undo %d quarters", h)
	}
	d.keys("enter")
	d.on("S52")
	d.keys("esc")
	d.keys("d d d")
	d.sees("Nog niets genoteerd.")
	d.keys("enter d n")
	d.on("S94")
}

func TestLoggingFromTheList(t *testing.T) {
	p := spentPlan(t)
	d := at(t, p, 5, "home down +")
	d.on("S94")
	d.sees("Waarvoor        Korte cursus")
	d.keys("esc")
	d.on("S50")
	d = at(t, p, 9, "+ 1 enter enter")
	d.on("S90")
	d.sees("Genoteerd: 1 u")
}
