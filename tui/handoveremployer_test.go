package tui

import (
	"strings"
	"testing"

	"bekwaam/plan"
	"bekwaam/text"
)

// TestAFileForEachEmployer is made one after the other, of one signed version.
func TestAFileForEachEmployer(t *testing.T) {
	p := twoJobs(t)
	p.Activities[0].Employer = "w1"
	d := with(t, p)
	d.m.deps.Work.(*desk).key = &Key{Name: "Noor Bakker", Fingerprint: "00", Words: strings.Fields("anker lente trommel vijver kaars meeuw")}
	d.run(d.m.openStep(8))
	d.on("S80")
	d.size(80, 30)
	d.sees("Voor wie is dit bestand?", "● basisschool De Wilgenhof", "○ De Papieren Brug", "Dit staat erin, 3 bladzijden", "2 activiteiten")
	d.m.top().(*handover).list.choose("for:w2")
	d.keys("space")
	d.sees("● De Papieren Brug", "Dit staat erin, 2 bladzijden", "1 activiteit:")
	d.keys("o")
	d.sees("De proef staat open")
	d.m.top().(*handover).list.choose("sign")
	d.keys("enter")
	d.on("S81")
	d.sees("Voor        De Papieren Brug", "Truus van Karton")
	if f := d.frame(); strings.Contains(f, "Karim Aziz") || strings.Contains(f, "Stroomdal") {
		t.Errorf("the other employer is named:\n%s", f)
	}
	d.keys("t")
	d.on("S82")
	d.sees("Voor       De Papieren Brug", "Nu het bestand voor basisschool De Wilgenhof")
	signatures := len(d.m.plan.Signatures)
	d.m.top().(*signed).list.choose("for:w1")
	d.keys("enter")
	d.on("S80")
	d.sees("● basisschool De Wilgenhof", "○ De Papieren Brug, bestand gemaakt")
	d.m.top().(*handover).list.choose("sign")
	d.keys("enter t")
	d.on("S82")
	d.sees("Voor       basisschool De Wilgenhof", "bestuur-w1.pdf", "Het bestand voor De Papieren Brug")
	if len(d.m.plan.Signatures) != signatures || d.m.plan.SignedVersion() != 1 {
		t.Errorf("signed again: %+v", d.m.plan.Signatures)
	}
	d.m.top().(*signed).list.choose("for:w2")
	d.keys("enter")
	d.sees("Voor       De Papieren Brug", "bestuur.pdf", "Het bestand voor basisschool De Wilgenhof")
	d.keys("esc")
	d.run(d.m.openStep(8))
	d.on("S82")
}

// TestANewVersionNeedsItsOwnFiles: what was made of an older version does not
// count.
func TestANewVersionNeedsItsOwnFiles(t *testing.T) {
	p := twoJobs(t)
	c, err := plan.Sign(p, plan.Actor{Name: "Noor Bakker", At: fixed()}, "00")
	if err != nil {
		t.Fatal(err)
	}
	d := with(t, c.Plan)
	d.m.deps.Work.(*desk).key = &Key{Name: "Noor Bakker", Fingerprint: "00"}
	d.m.settings.Made = map[string]Made{"noor/w1": {File: "/tmp/a", Version: 1}, "noor/w2": {File: "/tmp/b", Version: 1}}
	d.run(d.m.openStep(8))
	d.on("S82")
	if c, err = plan.NewVersion(d.m.plan, plan.Actor{Name: "Noor Bakker", At: fixed()}); err != nil {
		t.Fatal(err)
	}
	d.run(d.m.commit(c))
	d.run(d.m.openStep(8))
	d.on("S80")
	if f := d.frame(); strings.Contains(f, "bestand gemaakt") {
		t.Errorf("a file of an older version counts:\n%s", f)
	}
}

// TestWhoAlsoEvaluates: in Flanders a sentence says so, the evaluation of each
// goal stays out until it is ticked, and a word of what stays at home is asked
// about.
func TestWhoAlsoEvaluates(t *testing.T) {
	d := inFramework(t, "vl")
	p := d.m.plan.Clone()
	p.Evaluation = &plan.Evaluation{Date: text.Date{Year: 2027, Month: 6, Day: 1}, PerGoal: []plan.GoalEvaluation{{Goal: "d1", Result: "kanarie"}}}
	d = with(t, p)
	d.m.deps.Work.(*desk).key = &Key{Name: "Noor Bakker", Fingerprint: "00"}
	d.run(d.m.openStep(8))
	d.sees("Deze persoon beoordeelt je ook. Evaluatie per doel gaat daarom niet mee", "[ ] evaluatie per doel")
	payload := func() string { return string(d.m.top().(*handover).edition(d.m.env()).Payload()) }
	if strings.Contains(payload(), "kanarie") {
		t.Error("the evaluation leaves though nobody ticked it")
	}
	d.m.top().(*handover).list.choose("evaluation")
	d.keys("space")
	d.sees("[x] evaluatie per doel", "Deze persoon beoordeelt je ook.")
	if f := d.frame(); strings.Contains(f, "gaat daarom niet mee") || !strings.Contains(payload(), "kanarie") {
		t.Errorf("ticked, and it stays:\n%s", f)
	}
	p.Goals[0].Title = "Mijn TADD halen"
	d = with(t, p)
	d.run(d.m.openStep(8))
	d.keys("esc")
	d.run(d.m.openStep(8))
	if d.m.top().ID() == "S74" {
		d.keys("esc")
	}
	d.sees("hier staat iets over TADD.")
	nl := with(t, noor(t))
	nl.m.deps.Work.(*desk).key = &Key{Name: "Noor Bakker", Fingerprint: "00"}
	nl.run(nl.m.openStep(8))
	if f := nl.frame(); strings.Contains(f, "beoordeelt je ook") {
		t.Errorf("said of a board that does not:\n%s", f)
	}
}
