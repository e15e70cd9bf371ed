package tui

import (
	"strings"
	"testing"

	"bekwaam/plan"
	"bekwaam/text"
)

func TestTimelineShifts(t *testing.T) {
	d := timelineOpen(t)
	d.sees("Lesbezoek met nagesprek: november, januari, maart; 6 u met Ilse Vermeer", "9 feb           24 jun", "oktober"[:3])
	d.keys("+")
	d.sees("Lesbezoek met nagesprek: december, februari, april. Toets u zet het terug.")
	if got := d.moments("a2"); got != "2026-12 2027-02 2027-04" {
		t.Errorf("a month later: %s", got)
	}
	d.keys("u")
	if got := d.moments("a2"); got != "2026-11 2027-01 2027-03" {
		t.Errorf("after undo: %s", got)
	}
	for range 9 {
		d.keys("-")
	}
	d.sees("Verder schuiven kan niet")
	if got := d.moments("a2"); !strings.HasPrefix(got, "2026-08") {
		t.Errorf("at the edge: %s", got)
	}
	d.keys("enter")
	d.on("S52")
}

func TestTimelineWithoutAMonth(t *testing.T) {
	p := busy(t)
	p.Activities[4] = p.Activities[4].Begin(nil)
	d := step5(t, p)
	d.keys("2")
	d.selected("Lezen of luisteren")
	d.sees("nog geen maand")
	d.keys("+")
	if got := d.moments("a5"); got != "2026-09" {
		t.Errorf("the first month: %s", got)
	}
	d.keys("space")
	d.on("S53")
}

func TestTimelineInANarrowWindow(t *testing.T) {
	d := timelineOpen(t)
	d.size(60, 16)
	d.sees("sep okt nov dec jan feb")
	d.keys("right")
	d.sees("dec jan feb mrt apr mei")
	d.keys("right right")
	d.sees("feb mrt apr mei jun jul")
	d.keys("left left left left")
	d.sees("aug sep okt nov dec jan")
	d.keys("end")
	d.sees("Leernetwerk van starters: ")
	d.keys("right right end")
	d.sees("Terugkijken                 9 feb")
	d.keys("home + + + +")
	d.sees("■")
}

func TestDoneMonthsHaveATick(t *testing.T) {
	d := activitiesOpen(t)
	d.keys("space esc 2")
	d.sees("✓")
}

func TestLedgerLines(t *testing.T) {
	d := ledgerOpen(t)
	d.sees("80 u × 0,8", "€ 500 × 0,8", "! regel uit 2014: kijk na in je cao", "Niet uit jouw uren   6 u opgedragen door school",
		"Nog vrij             32 u, 32 u, 18 u en € 125", "persoonlijk cao-budget € 275", "▒▒▒▒▒▒▒▒▒▒░░░░░░░░░░ ")
	d.size(60, 16)
	d.keys("end")
	d.sees("█ besteed   ▒ gepland   ░ vrij")
}

func TestLedgerOverTheLimit(t *testing.T) {
	p := busy(t)
	many := *p.Activities[3].Hours + 4*40
	p.Activities[3].Hours = &many
	d := step5(t, p)
	d.keys("3")
	d.sees("! 8 u meer dan je recht", "▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒")
}

func TestLedgerOfTwoEmployers(t *testing.T) {
	p := busy(t)
	p.Profile.Employers = []plan.Employer{{ID: "a", Board: "Stichting A", School: "De Wilgenhof", FTE: 5000}, {ID: "b", Board: "Stichting B", FTE: 3000}}
	d := step5(t, p)
	d.keys("3")
	d.sees("De Wilgenhof", "Stichting B", "80 u × 0,5", "80 u × 0,3")
	d.keys("down down down down enter")
	d.on("S54b")
	d.sees("Uren professionele ontwikkeling")
}

func TestLineForm(t *testing.T) {
	d := lineOpen(t)
	d.selected("Hoeveel")
	d.text("1,5")
	d.keys("enter")
	d.sees("Dit schooljaar: 60 u × 0,8, samen 48 u.")
	d.keys("enter enter")
	d.selected("Werkweken in een jaar")
	d.text("41,5")
	d.keys("enter")
	d.sees("Geef een getal")
	d.keys("backspace backspace backspace backspace")
	d.text("60")
	d.keys("enter")
	d.sees("60 past hier niet.")
	d.keys("backspace backspace")
	d.text("41")
	d.keys("enter right")
	d.selected("Naar werktijdfactor")
	d.keys("enter")
	d.text("vandaag")
	d.keys("enter")
	l, _ := plan.LineAt(d.m.plan, "po-dev-hours")
	if l.Amount.String() != "1.5" || d.m.plan.Profile.WorkingWeeks != 41 || l.ProRata || l.CheckedOn != (text.Date{Year: 2026, Month: 9, Day: 28}) || !l.Edited {
		t.Errorf("%+v in %d weeks", l, d.m.plan.Profile.WorkingWeeks)
	}
	d.keys("esc")
	d.on("S54")
	d.sees("nagekeken op 28 sep 2026", "61,5 u")
}

func TestCheckingALineDoesNotMakeItOnesOwn(t *testing.T) {
	d := lineOpen(t)
	d.m.top().(*entitlement).choose("checked")
	d.text("gisteren")
	d.keys("enter")
	d.sees("Dat begreep ik niet: gisteren.")
	for range 8 {
		d.keys("backspace")
	}
	d.text("1 sep")
	d.keys("enter")
	if l, _ := plan.LineAt(d.m.plan, "po-dev-hours"); l.Edited || l.CheckedOn.Day != 1 {
		t.Errorf("%+v", l)
	}
}

func TestOwnLine(t *testing.T) {
	d := ledgerEmpty(t)
	d.sees("Voor jouw dienstverband staan hier geen regels.")
	d.keys("enter")
	d.on("S54b")
	d.text("Scholing volgens mijn contract")
	d.keys("enter")
	d.text("500")
	d.keys("enter right")
	d.sees("Uit welke pot")
	d.keys("down down down")
	d.keys("esc")
	d.on("S54")
	d.sees("Scholing volgens mijn contract", "jouw eigen regel")
	d.keys("home d")
	d.sees("Weggehaald: scholing volgens mijn contract.")
	if len(d.m.plan.EntitlementLines) != 0 {
		t.Error("the line is still there")
	}
	d.keys("u")
	if len(d.m.plan.EntitlementLines) != 1 {
		t.Error("undo did not bring it back")
	}
}

func TestRemoveALine(t *testing.T) {
	d := ledgerOpen(t)
	d.keys("d")
	d.sees("Weggehaald: uren professionele ontwikkeling.", "Zonder regel         32 u")
	d.keys("u")
	d.sees("32 u      64 u"[:4], "Uren professionele ontwikkeling")
}

func TestLedgerBar(t *testing.T) {
	for _, test := range []struct {
		took, plans, has int64
		want             string
	}{
		{0, 0, 0, "░░░░░░░░░░"}, {0, 5, 10, "▒▒▒▒▒░░░░░"}, {2, 5, 10, "██▒▒▒░░░░░"}, {8, 5, 10, "████████░░"}, {4, 20, 10, "████▒▒▒▒▒▒"}, {0, 5, 0, "▒▒▒▒▒▒▒▒▒▒"},
	} {
		if got := ledgerBar(10, test.took, test.plans, test.has); got != test.want {
			t.Errorf("%v: %s, want %s", test, got, test.want)
		}
	}
}

// TestAnOwnLineBeginsWithItsFirstWords and comes back selected after undo.
func TestAnOwnLineBeginsWithItsFirstWords(t *testing.T) {
	d := ledgerOpen(t)
	lines := len(d.m.plan.EntitlementLines)
	d.keys("n esc")
	d.on("S54")
	if got := len(d.m.plan.EntitlementLines); got != lines {
		t.Errorf("an untouched line was kept: %d lines, want %d", got, lines)
	}
	d.keys("n")
	d.text("Scholing")
	d.keys("esc")
	d.selected("Scholing")
	d.sees("nog leeg")
	d.keys("d u")
	d.selected("Scholing")
}
