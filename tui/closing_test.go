package tui

import (
	"slices"
	"strings"
	"testing"

	"bekwaam/plan"
	"bekwaam/text"
)

func TestTheYearIsLookedBackOnAndClosed(t *testing.T) {
	d := lookingBack(t, summer(t), 6, 24, 11)
	d.on("S110")
	d.sees("doel 1 van 2", "Je zocht: Ze pakken zelf")
	d.text("Binnen twee minuten aan het werk.")
	d.keys("tab")
	d.text("Het is rustiger.")
	d.keys("tab space tab tab right")
	d.sees("afgerond", "Waarom is het voor jou afgerond?")
	x, said := evaluated(d.m.plan, "d1")
	if !said || x.EffectOnPupils != "Het is rustiger." || !slices.Equal(x.Evidence, []string{"b1"}) || x.Outcome != plan.Finished {
		t.Errorf("%+v", x)
	}
	if _, open := plan.OpenLetter(d.m.plan); open {
		t.Error("the letter is open before the last goal")
	}
	d.m.top().(*closingGoal).choose("done")
	d.keys("enter")
	d.sees("doel 2 van 2")
	d.text("Half af.")
	d.keys("tab")
	d.m.top().(*closingGoal).choose("outcome")
	d.keys("right right")
	d.sees("gaat mee naar 2027–2028", "Met welke vraag gaat het mee?")
	d.m.top().(*closingGoal).choose("question")
	d.keys("ctrl+u")
	d.m.top().(*closingGoal).here().(*wordsField).SetText("Hoe zie ik het in de kring?")
	d.keys("tab")
	if c := d.m.plan.CarriedOver; len(c) != 1 || c[0].Question != "Hoe zie ik het in de kring?" {
		t.Errorf("%+v", c)
	}
	d.m.top().(*closingGoal).choose("done")
	d.keys("enter")
	d.on("S116")
	d.sees("Lieve ik van juni.")
	d.keys("enter")
	d.on("S113")
	d.sees("begin 2026–2027: Dinsdag, toen iedereen doorwerkte")
	d.text("Nu ook op vrijdag.")
	d.keys("tab")
	d.m.top().(*thenNow).choose("done")
	d.keys("enter")
	if d.m.plan.Survey.Later["trots"] != "Nu ook op vrijdag." {
		t.Errorf("%v", d.m.plan.Survey.Later)
	}
	d.on("S110b")
	d.text("De overgangen gaan vlotter.")
	d.keys("tab")
	d.m.top().(*summary).choose("share")
	d.keys("space")
	d.m.top().(*summary).choose("done")
	d.keys("enter")
	d.on("S111")
	if ev := d.m.plan.Evaluation; ev.SummaryForBoard != "De overgangen gaan vlotter." || ev.Date.String() != "2027-06-24" || !d.m.plan.Share.Evaluation {
		t.Errorf("%+v", ev)
	}
	d.sees("[x] 2 Zien wie het snapt", "[x] Elke week muziek", "[ ] Kijken bij een collega")
	d.keys("down down down space")
	d.sees("[x] Kijken bij een collega")
	d.keys("u")
	d.sees("[ ] Kijken bij een collega")
	d.keys("m end enter")
	d.on("S112")
	d.sees("een nieuw plan voor 2027–2028: 2 doelen, 1 activiteit", "1 afspraak is niet nagekomen")
	d.keys("enter x")
	d.sees("Toets a sluit het jaar af")
	d.keys("a")
	p := d.m.plan
	if p.State != plan.Closed || !p.Frozen() || d.m.stepHere() != 8 {
		t.Fatalf("%s, step %d", p.State, d.m.stepHere())
	}
	d.sees("2026–2027 is afgesloten. Het plan voor 2027–2028 staat klaar.")
	var next plan.Plan
	for _, r := range d.m.rows {
		if r.SchoolYear == "2027-2028" {
			var err error
			if next, err = d.st.Load(r.ID); err != nil {
				t.Fatal(err)
			}
		}
	}
	if len(next.Goals) != 2 || next.Goals[0].Question != "Hoe zie ik het in de kring?" || next.Goals[0].Origin.Plan != p.ID || len(next.Activities) != 1 || next.YearBefore != p.ID {
		t.Errorf("the next plan: %+v", next.Goals)
	}
	d.run(d.m.openStep(11))
	d.on("S115")
	d.sees("Dit jaar is afgesloten.", "[ Maak en teken het jaarverslag ]")
	d.keys("home enter")
	d.text("x")
	d.sees("Dit jaar is afgesloten. Verbeteren doe je bij stap 11")
	d.keys("esc end up enter")
	d.on("S05")
	if d.m.plan.ID != next.ID {
		t.Errorf("open is %s", d.m.plan.ID)
	}
}

func TestAClosedYearIsPutRightOnScreen(t *testing.T) {
	p := lookedBack(t)
	p.State, p.Versions = plan.Closed, []plan.Version{{Number: 1, Reason: plan.ReasonClosed}}
	d := lookingBack(t, p, 6, 24, 11)
	d.keys("end")
	d.sees("› Klopt er iets niet? Maak versie 2, die naar deze verwijst")
	d.keys("enter")
	d.sees("Versie 2 is begonnen.", "Klaar met verbeteren: leg versie 2 vast")
	d.keys("home enter")
	d.text("Echt: ")
	d.keys("esc")
	if x, _ := evaluated(d.m.plan, "d1"); x.Result == "" || d.m.plan.WorkingVersion != 2 {
		t.Errorf("%+v", x)
	}
	d.keys("end enter")
	if v := d.m.plan.Versions; len(v) != 2 || v[1].Of != 1 || !d.m.plan.Frozen() || d.m.plan.State != plan.Closed {
		t.Errorf("%+v", v)
	}
	d.sees("Versie 2 is vastgelegd.")
}

func TestClosingWaitsForAWordAboutEachGoal(t *testing.T) {
	p := summer(t)
	p.State = plan.Draft
	d := lookingBack(t, p, 6, 24, 11)
	d.on("S115")
	d.keys("end enter")
	d.sees("Afsluiten kan als je plan loopt.")
	p.State = plan.Active
	d = lookingBack(t, p, 3, 1, 11)
	d.on("S115")
	d.keys("end enter")
	d.sees("Kijk eerst terug op Vlotte overgangen")
	p.Goals = nil
	d = lookingBack(t, p, 3, 1, 11)
	d.sees("Er is geen doel van dit jaar.")
}

func TestTheLetterStaysShutUntilTheEnd(t *testing.T) {
	d := withNoor(t)
	d.keys("end")
	d.sees("› Brief aan jezelf: schrijf hem nu, lees hem in juni")
	d.keys("enter")
	d.on("S47")
	d.text("Hou vol.")
	d.keys("tab enter")
	d.sees("Brief aan jezelf: geschreven op 28 sep 2026, nog dicht")
	d.keys("enter")
	d.sees("Je brief van 28 sep 2026 ligt klaar en is dicht.")
	if strings.Contains(d.frame(), "Hou vol.") {
		t.Error("the letter is read too early")
	}
	d.text("Anders.")
	d.keys("tab ctrl+z")
	if l := d.m.plan.Letter; l == nil || l.Text != "Hou vol." {
		t.Errorf("undone: %+v", l)
	}
	d.keys("esc")
	p := summer(t)
	d = opened(t, p, newReadLetter())
	d.sees("Er is nu geen brief om te lezen.")
	d.keys("enter")
	d.on("S110")
}

func TestThenAndNowYearUnderYear(t *testing.T) {
	d := lookingBack(t, lookedBack(t), 6, 24, 11)
	before := noor(t)
	before.ID, before.Profile.SchoolYear = "before", "2025-2026"
	before.Survey.Open = map[string]string{"trots": "Toen het stil werd."}
	before.Survey.Later = map[string]string{"trots": "Toen ik lachte."}
	before.Survey.LaterOn = text.Date{Year: 2026, Month: 6, Day: 20}
	now := d.m.plan
	d.run(d.m.commit(plan.Change{Plan: before, Act: plan.Act{Name: "new"}}))
	d.m.take(now, d.m.revs)
	d.show(newThenNow(d.m.env()))
	d.sees("begin 2025–2026: Toen het stil werd.", "eind 2025–2026: Toen ik lachte.", "begin 2026–2027: Dinsdag")
}

func TestADecisionIsRecordedOnScreen(t *testing.T) {
	d := lookingBack(t, lookedBack(t), 6, 24, 11)
	d.keys("up enter")
	d.on("S114")
	d.keys("tab tab tab enter")
	d.sees("Kies eerst welke fase het is")
	d.keys("right right tab tab")
	d.text("1-9-2027")
	d.keys("tab enter")
	d.sees("!")
	d.keys("ctrl+u")
	d.text("20-6-2027")
	d.keys("tab enter")
	d.on("S115")
	r := d.m.plan.Profile.PhaseRecorded
	if r == nil || r.Phase != "basis" || r.By != "Stichting Stroomdal" || r.Date.String() != "2027-06-20" {
		t.Fatalf("%+v", r)
	}
	d.sees("basisbekwaam, 20 jun 2027")
	d.keys("u")
	d.sees("nog niet vastgelegd")
}
