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
		"S54c": func(t testing.TB) *driver {
			d := at(t, doing(t), 5, "3 w down down down")
			d.clock(2027, 1, 15)
			return d
		},
	})
}

// doing is the plan of Noor Bakker with nine activities in January: each state
// is there.
func doing(t testing.TB) plan.Plan {
	p := busy(t)
	p.State = plan.Active
	on := func(y, m, d int) text.Date { return text.Date{Year: y, Month: m, Day: d} }
	states := []string{plan.Done, plan.Running, plan.Running, plan.Running, plan.Done, plan.Planned, plan.Planned, plan.Wanted, plan.Dropped}
	for i := range p.Activities {
		p.Activities[i].Status = states[i]
	}
	p.Activities[8].StatusReason = "ging niet door"
	p.Activities[0].Log = []plan.LogEntry{{Date: on(2026, 10, 13), Hours: 12}}
	p.Activities[1].Log = []plan.LogEntry{{Date: on(2026, 11, 17), Hours: 8}}
	p.Activities[4].Log = []plan.LogEntry{{Date: on(2026, 11, 3), Hours: 16, Cost: 2500}}
	return p
}

// inOrder fails unless the texts stand below each other.
func (d *driver) inOrder(texts ...string) {
	d.t.Helper()
	rest := d.frame()
	for _, s := range texts {
		i := strings.Index(rest, s)
		if i < 0 {
			d.t.Fatalf("no %q below the ones before it:\n%s", s, d.frame())
		}
		rest = rest[i+len(s):]
	}
}

func TestActivitiesInFourOrders(t *testing.T) {
	d := at(t, doing(t), 5, "home w")
	d.sees("Per doel.")
	d.inOrder("1 Vlotte overgangen", "Kijken bij een collega", "2 Zien wie het snapt", "Korte cursus", "Alle doelen, of geen", "Gesprek met starterscoach")
	d.keys("w")
	d.sees("Per maand.")
	d.inOrder("Oktober 2026", "Kijken bij een collega", "November 2026", "Lesbezoek", "Januari 2027", "Korte cursus")
	d.size(80, 40)
	d.keys("w home")
	d.sees("Per stand.")
	d.inOrder("Bezig", "› Lesbezoek", "Gepland", "Gewenst", "Eigen les", "Gedaan", "✓ Kijken", "Vervalt", "Studiedag")
	d.keys("enter")
	d.on("S52")
	d.keys("esc f w")
	d.sees("In de eigen volgorde.")
	p := doing(t)
	p.Activities = nil
	d = at(t, p, 5, "w")
	d.sees("Er is nog niets te ordenen.")
}

func TestHoursAndMoneyByMonth(t *testing.T) {
	d := at(t, doing(t), 5, "3 w")
	d.sees("augustus 2026", "juli 2027")
	d.keys("down down down")
	d.sees("› november 2026", "Persoonlijk cao-budget: € 25 van € 0", "Uren professionele ontwikkeling: 4 u van")
	d.on("S54c")
	d.keys("enter w")
	d.on("S54")
	d.sees("recht", "w per maand")
}

func TestALineThatIsHardlyUsedAsksWhatFor(t *testing.T) {
	d := at(t, doing(t), 5, "3")
	if strings.Contains(d.frame(), "Waar wil je die voor gebruiken?") {
		t.Error("asked in September")
	}
	d.clock(2027, 3, 1)
	d.sees("Nog € 125 zonder plan. Waar wil je die voor gebruiken?")
}

func TestAnActivityThatComesBack(t *testing.T) {
	d := at(t, doing(t), 5, "home down down enter")
	form := func() *activity { return d.m.top().(*activity) }
	id := form().id
	if strings.Contains(d.frame(), "Komt terug") {
		t.Error("asked of an activity in months")
	}
	form().choose("from")
	d.text("7 sep")
	d.keys("tab")
	form().choose("to")
	d.text("30 jun")
	d.keys("tab")
	form().choose("repeat")
	d.keys("right")
	d.sees("Komt terug               elke week", "Hoe laat")
	form().choose("clock")
	d.text("25")
	d.keys("tab")
	d.sees("Die tijd bestaat niet: 25.")
	d.keys("ctrl+u")
	d.text("1530")
	d.keys("tab")
	d.text("drie")
	d.keys("tab ctrl+u")
	d.text("45")
	d.keys("tab")
	if a := d.activityNow(id); a.Repeat != plan.EveryWeek || a.Time != "15:30" || a.Minutes != 45 {
		t.Errorf("%s at %q for %d", a.Repeat, a.Time, a.Minutes)
	}
	d.keys("ctrl+z ctrl+z ctrl+z")
	if a := d.activityNow(id); a.Repeat != "" || a.Time != "" {
		t.Errorf("not undone: %+v", a)
	}
}

// A tick after the signature is in the version after it.
func TestDoneInASignedPlan(t *testing.T) {
	c, err := plan.Sign(doing(t), plan.Actor{Name: "Noor Bakker", At: fixed()}, "00")
	if err != nil {
		t.Fatal(err)
	}
	d := at(t, c.Plan, 5, "home down space")
	d.on("S52")
	if a := d.m.plan.Activities[1]; a.Status != plan.Done || d.m.plan.Frozen() {
		t.Errorf("status %s, frozen %v", a.Status, d.m.plan.Frozen())
	}
	d.keys("esc space")
	if a := d.m.plan.Activities[1]; a.Status != plan.Running {
		t.Errorf("taken back it is %s", a.Status)
	}
}

// The year can be read in a narrow window and without colour: each month says
// by its own sign what was, what is planned and what is only wished.
func TestTheYearInSigns(t *testing.T) {
	d := at(t, doing(t), 5, "2")
	d.clock(2027, 1, 15)
	for _, l := range strings.Split(d.frame(), "\n") {
		switch {
		case strings.Contains(l, "Kijken bij"):
			if strings.Count(l, "✓") != 2 {
				t.Errorf("done: %q", l)
			}
		case strings.Contains(l, "Lesbezoek"):
			if strings.Count(l, "✓") != 1 || strings.Count(l, "■") != 2 {
				t.Errorf("a visit was in November: %q", l)
			}
		case strings.Contains(l, "Eigen les"):
			if strings.Count(l, "○") != 2 {
				t.Errorf("wished: %q", l)
			}
		}
	}
	d.size(60, 16)
	d.keys("4")
	d.on("S55")
	for _, l := range strings.Split(d.frame(), "\n") {
		if text.Width(l) > 60 {
			t.Errorf("%d cells: %q", text.Width(l), l)
		}
	}
}
