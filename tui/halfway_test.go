package tui

import (
	"strings"
	"testing"
	"time"

	"bekwaam/plan"
)

func TestHalfwayKeepsTheOlderTextBeside(t *testing.T) {
	p := winter(t)
	p.Midyear = nil
	d := lookingBack(t, p, 2, 9, 10)
	d.on("S100")
	d.sees("Gesprek met             Ilse Vermeer", "Op                      9 feb 2027", "1 van 2 nagekomen", "bewaard voor 2027–2028")
	d.text("Drie van de vier overgangen.")
	d.keys("tab")
	d.text("De kijkles.")
	d.keys("tab")
	m := d.m.plan.Midyear
	if m.WhatWorked != "Drie van de vier overgangen." || m.WhoHelped != "De kijkles." || m.With != "Ilse Vermeer" || m.Date.String() != "2027-02-09" {
		t.Fatalf("%+v", m)
	}
	d.sees("› 1 Vlotte overgangen", "blijft zo")
	d.keys("tab right")
	d.sees("› 2 Zien wie het snapt", "Enter opent de tekst.")
	d.keys("enter")
	d.on("S101")
	old := d.m.plan.Goals[1].Question
	d.keys("ctrl+u")
	d.m.top().(*adjust).here().(*older).field.(*wordsField).SetText("Hoe zie ik het aan de instructietafel?")
	d.keys("tab")
	d.sees("eerst: Hoe kan ik tijdens de rekenles")
	if a := d.m.plan.Midyear.GoalsAdjusted; len(a) != 1 || a[0].From != old || a[0].Goal != "d2" {
		t.Errorf("%+v", a)
	}
	d.keys("esc")
	d.sees("pas aan: Hoe zie ik het")
	d.keys("left") // from adjusted to stays: the older text comes back
	if d.m.plan.Goals[1].Question != old || len(d.m.plan.Midyear.GoalsAdjusted) != 0 {
		t.Errorf("it stays as %q", d.m.plan.Goals[1].Question)
	}
	d.keys("ctrl+z")
	d.sees("pas aan: Hoe zie ik het")
	d.m.top().(*halfway).choose("done")
	d.keys("enter")
	if v := d.m.plan.Versions; len(v) != 1 || v[0].Reason != plan.ReasonHalfway {
		t.Fatalf("%+v", v)
	}
	d.sees("Versie 1 is vastgelegd.", "[ Verder naar 7 Coachronde ]")
	d.keys("enter")
	if d.m.stepHere() != 7 {
		t.Errorf("on step %d", d.m.stepHere())
	}
}

func TestWordsAfterHalfwayBeginTheNextVersion(t *testing.T) {
	p := winter(t)
	p.WorkingVersion = 1
	p.Versions = []plan.Version{{Number: 1, Reason: plan.ReasonSigned}}
	d := lookingBack(t, p, 2, 9, 10)
	d.m.top().(*halfway).choose("taken")
	d.text("Niets.")
	d.keys("tab")
	if d.m.plan.WorkingVersion != 2 || d.m.plan.Midyear.TakenOut != "Niets." {
		t.Errorf("version %d, %+v", d.m.plan.WorkingVersion, d.m.plan.Midyear)
	}
	d.m.top().(*halfway).choose("goal:d1")
	d.keys("left")
	if got := plan.GoalHalfway(d.m.plan, "d1"); got != plan.GoalLetGo {
		t.Errorf("the goal is %s", got)
	}
}

func TestHalfwayNeedsAPlanThatRunsAndAWord(t *testing.T) {
	p := winter(t)
	p.State = plan.Draft
	d := lookingBack(t, p, 2, 9, 10)
	d.keys("enter")
	d.sees("Dit kan als je plan loopt.")
	p = winter(t)
	p.Midyear = nil
	p.Goals, p.Activities, p.Agreements = nil, nil, nil
	d = lookingBack(t, p, 2, 9, 10)
	d.m.top().(*halfway).choose("done")
	d.keys("enter")
	d.sees("Schrijf eerst in een paar woorden wat er gelukt is.")
	if strings.Contains(d.frame(), "Doelen") || len(d.m.plan.Versions) != 0 {
		t.Errorf("without goals:\n%s", d.frame())
	}
}

func TestThePathNamesTheMomentsInTheirTime(t *testing.T) {
	p := winter(t)
	p.Midyear = nil
	p.Evidence = []plan.Evidence{{ID: "b1", Title: "Kaart", Audience: "coach"}}
	p.Moves = []plan.Move{{To: plan.Discussed}}
	p.Signatures = []plan.Signature{{Moment: "plan", Role: plan.RoleTeacher, Status: plan.Signed, Version: 1}}
	for month, want := range map[time.Month]string{1: "10 Halverwege             rond 9 feb 2027", 2: "10 Halverwege             volgende stap", 6: "11 Jaar afsluiten         volgende stap"} {
		d := lookingBack(t, p, 1, 1, 9)
		d.keys("esc")
		d.m.deps.Now = lookingBack(t, p, month, 20, 9).m.deps.Now
		d.sees(want)
	}
}
