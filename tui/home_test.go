package tui

import (
	"maps"
	"testing"
	"time"

	"bekwaam/plan"
	"bekwaam/text"
)

func init() {
	maps.Copy(fixtures, map[string]func(testing.TB) *driver{
		"S04": func(t testing.TB) *driver {
			p := running(t)
			d := atHome(t, p)
			d.clock(2027, 1, 15)
			older := noor(t)
			older.ID, older.Profile.SchoolYear, older.State = "older", "2025-2026", plan.Closed
			if err := (shelf{d.st, ""}).Save([]Entry{{Plan: older, Rev: plan.Revision{N: 1, Act: plan.Act{Name: "new"}}}}); err != nil {
				t.Fatal(err)
			}
			d.m.rows = append(d.m.rows, PlanRow{ID: "older", SchoolYear: "2025-2026", Teacher: "Noor Bakker", State: plan.Closed, SignedVersion: 4})
			d.keys("enter esc")
			return d
		},
		"S97": func(t testing.TB) *driver {
			d := atHome(t, running(t))
			d.clock(2027, 1, 15)
			d.keys("> right tab")
			return d
		},
	})
}

// clock sets the day on which the test plays.
func (d *driver) clock(y int, m time.Month, day int) {
	d.m.deps.Now = func() time.Time { return time.Date(y, m, day, 10, 0, 0, 0, time.UTC) }
}

// running is the plan of Noor Bakker in the year, with an agreement of
// November that nothing was said about.
func running(t testing.TB) plan.Plan {
	p := kept(t)
	p.State = plan.Active
	return p
}

// atHome is a program on its home screen with p open.
func atHome(t testing.TB, p plan.Plan) *driver {
	d := with(t, p)
	d.keys("esc")
	d.on("S04")
	return d
}

// settled is that plan with nothing past its day and every activity done.
func settledPlan(t testing.TB) plan.Plan {
	p := running(t)
	p.Agreements[0].Done = true
	for i := range p.Activities {
		p.Activities[i].Status = plan.Done
	}
	return p
}

func TestHomeSaysWhatIsNextAndOneKeyDoesIt(t *testing.T) {
	at := func(change func(*plan.Plan), y int, m time.Month, day int) *driver {
		p := settledPlan(t)
		change(&p)
		d := atHome(t, p)
		d.clock(y, m, day)
		return d
	}
	on := func(y, m, d int) text.Date { return text.Date{Year: y, Month: m, Day: d} }
	tests := []struct {
		name   string
		d      *driver
		says   string
		screen string
	}{
		{"a plan that is being made", atHome(t, noor(t)), "verder met 7 Coachronde", "S70"},
		{"a note of the coach", at(func(p *plan.Plan) {
			p.Notes = []plan.Note{{ID: "n1", Kind: plan.NoteQuestion, Text: "Hoe weet je dat?", By: "Ilse Vermeer", Date: on(2026, 10, 15), About: "d1"}}
		}, 2026, 11, 10), "beantwoord een notitie van je starterscoach", "S73"},
		{"an agreement past its day", at(func(p *plan.Plan) { p.Agreements[0].Done = false }, 2026, 11, 10), "De dag was 1 nov", "S97"},
		{"a talk on Thursday", at(func(p *plan.Plan) {
			p.Activities[0].Status, p.Activities[0].Partner.Role, p.Activities[0].Moments = plan.Planned, plan.RoleCoach, []string{"2026-11-12"}
		}, 2026, 11, 10), "bereid het gesprek van 12 nov voor", "S70"},
		{"an activity that took all that was planned", at(func(p *plan.Plan) {
			p.Activities[0].Status = plan.Running
			p.Activities[0].Log = []plan.LogEntry{{Date: on(2026, 11, 2), Hours: 40}}
		}, 2026, 11, 10), "is dit gedaan? Kijken bij een collega", "S52"},
		{"hours that were not noted", at(func(p *plan.Plan) {
			p.Activities[0].Status, p.Activities[0].Moments = plan.Planned, nil
			p.Activities[0] = p.Activities[0].Begin([]string{"2026-11-09"})
			p.Activities[0].To = on(2026, 11, 30)
		}, 2026, 11, 10), "noteer de uren van: Kijken bij een collega", "S94"},
		{"a goal without evidence", at(func(*plan.Plan) {}, 2026, 12, 1), "welk bewijs heb je bij: Zien wie het snapt", "S91c"},
		{"no reflection for a month", at(func(p *plan.Plan) { p.Evidence[0].Goals = append(p.Evidence[0].Goals, "d2") }, 2026, 12, 1), "schrijf drie zinnen over deze weken", "S93"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.d.t = t
			tt.d.sees(tt.says, "> doe wat nu")
			tt.d.keys(">")
			tt.d.on(tt.screen)
			for range 4 {
				tt.d.keys("esc")
			}
			tt.d.on("S04")
		})
	}
}

func TestHomeStartsAPlanThatWasDiscussed(t *testing.T) {
	p := settledPlan(t)
	p.State = plan.Discussed
	p.Signatures = []plan.Signature{{Moment: "plan", Role: plan.RoleTeacher, Name: "Noor Bakker", Status: plan.Signed, Version: 1}}
	d := atHome(t, p)
	d.sees("ga aan de slag met je plan")
	d.keys(">")
	d.sees("Je plan loopt.", "loopt; er wacht nu niets")
	if d.m.plan.State != plan.Active {
		t.Errorf("state %s", d.m.plan.State)
	}
	d.keys(">")
	d.sees("Er is nu niets dat wacht.")
}

func TestHomeReadsTheOtherYears(t *testing.T) {
	d := fixtures["S04"](t)
	d.sees("2026–2027    loopt           hoe staat het met: Donderdagmiddag staat vrij", "2025–2026    afgesloten      teken het jaarverslag", "Dossier")
	d.keys("down down enter")
	d.on("S90")
	// A year that is not in hand says what waits as well, and one key goes there.
	d = fixtures["S04"](t)
	d.keys("down enter")
	d.on("S05")
	d.keys("esc up")
	d.sees("De dag was 1 nov.")
	d.keys(">")
	d.on("S97")
	if d.m.plan.ID == "older" {
		t.Error("another year was opened")
	}
}

func TestTheDayHasGoneBy(t *testing.T) {
	open := func() *driver {
		d := atHome(t, running(t))
		d.clock(2027, 1, 15)
		d.keys(">")
		d.on("S97")
		return d
	}
	agreement := func(d *driver) plan.Agreement { return d.m.plan.Agreements[0] }

	d := open()
	d.sees("Een afspraak van eerder", "Donderdagmiddag staat vrij in het rooster. (Karim Aziz)", "De dag was 1 nov 2026.", "nagekomen")
	d.keys("esc")
	if !agreement(d).Open() {
		t.Error("looking answered it")
	}
	d.keys("> enter enter")
	d.on("S04")
	d.sees("Nagekomen: Donderdagmiddag")
	if !agreement(d).Done {
		t.Error("not kept")
	}
	d.keys("u")
	if !agreement(d).Open() {
		t.Error("not undone")
	}

	d = open()
	d.keys("right tab tab enter")
	d.sees("Naar welke dag?")
	d.text("nergens")
	d.keys("tab")
	d.on("S97")
	d.keys("ctrl+u")
	d.text("1 feb")
	d.keys("enter enter")
	d.on("S04")
	if by := agreement(d).ByWhen; by != (text.Date{Year: 2027, Month: 2, Day: 1}) {
		t.Errorf("moved to %s", by)
	}

	d = open()
	d.keys("right right tab tab enter")
	d.sees("Waarom gaat dit niet door?")
	d.text("Er kwam een andere oplossing.")
	d.keys("esc") // what was written stays
	d.on("S04")
	d.sees("Losgelaten:")
	if a := agreement(d); a.Reason != "Er kwam een andere oplossing." || a.LetGo.IsZero() {
		t.Errorf("%+v", a)
	}
}

func TestAnActivityWhoseDayHasGoneBy(t *testing.T) {
	open := func(keys string) *driver {
		p := settledPlan(t)
		p.Activities[0] = plan.Activity{ID: "a1", Description: "Kijken bij een collega", Status: plan.Planned}.Begin([]string{"2026-11-03"})
		d := atHome(t, p)
		d.clock(2027, 1, 15)
		d.sees("hoe staat het met: Kijken bij een collega?")
		d.keys("> " + keys)
		return d
	}
	d := open("enter enter")
	if a := d.activityNow("a1"); a.Status != plan.Done {
		t.Errorf("status %s", a.Status)
	}
	d = open("right tab")
	d.text("mrt")
	d.keys("enter enter")
	if a := d.activityNow("a1"); len(a.Moments) != 1 || a.Moments[0] != "2027-03" || a.Status != plan.Planned {
		t.Errorf("%+v", a)
	}
	d.keys("u")
	if a := d.activityNow("a1"); a.From != (text.Date{Year: 2026, Month: 11, Day: 3}) {
		t.Errorf("not put back: %+v", a)
	}
	d = open("left tab")
	d.text("ziek")
	d.keys("enter enter")
	if a := d.activityNow("a1"); a.Status != plan.Dropped || a.StatusReason != "ziek" {
		t.Errorf("%+v", a)
	}
}

// What happens after the signature stands in the version after it.
func TestAnAnswerInASignedPlan(t *testing.T) {
	c, err := plan.Sign(running(t), plan.Actor{Name: "Noor Bakker", At: fixed()}, "00")
	if err != nil {
		t.Fatal(err)
	}
	d := atHome(t, c.Plan)
	d.clock(2027, 1, 15)
	d.keys("> enter enter")
	if d.m.plan.WorkingVersion != c.Plan.WorkingVersion+1 || !d.m.plan.Agreements[0].Done {
		t.Errorf("version %d", d.m.plan.WorkingVersion)
	}
	d.keys("u")
	if d.m.plan.Agreements[0].Done {
		t.Error("not undone")
	}
}

func TestTheEmptyHomeOpensAFile(t *testing.T) {
	d := newDriver(t)
	d.keys("enter enter enter")
	d.on("S03")
	d.sees("Open een bestand dat ik kreeg")
	d.keys("down enter")
	d.on("S06")
}

func TestThePathOfAPlanThatRuns(t *testing.T) {
	d := with(t, running(t))
	d.clock(2027, 1, 15)
	d.sees("Nu: hoe staat het met: Donderdagmiddag")
	d.keys(">")
	d.on("S97")
	d = with(t, settledPlan(t))
	d.sees("Nu: verder met 8 Tekenen en doorgeven")
}
