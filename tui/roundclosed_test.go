package tui

import (
	"strings"
	"testing"

	"bekwaam/plan"
)

// TestSendAClosedYear: a year that is closed can still be read by somebody; of
// it only what was made for whom, and the notes, are new.
func TestSendAClosedYear(t *testing.T) {
	p := shared(t)
	p.State = plan.Closed
	p.Versions = []plan.Version{{Number: p.WorkingVersion, Reason: plan.ReasonClosed, At: plan.At(fixed()), By: p.Profile.Name}}
	d := with(t, p)
	d.m.deps.Work.(*desk).key = &Key{Name: "Noor Bakker", Fingerprint: "own"}
	d.run(d.m.openStep(7))
	d.on("S70")
	d.keys("t")
	d.sees("Dit jaar is afgesloten.")
	s := d.m.top().(*coachRound)
	s.list.choose("g:" + plan.GroupReflections)
	d.keys("space")
	d.sees("[x] reflecties: 2")
	d.keys("space")
	d.sees("[ ] reflecties: 2")
	s.list.choose("make")
	d.keys("enter")
	d.on("S71")
	d.sees("versie 1 gemaakt voor Ilse Vermeer", "Versie 1 staat vast", "Laat iemand anders meelezen", "afgesloten")
	if strings.Contains(d.frame(), "voor versie") {
		t.Errorf("a closed year is said to go on:\n%s", d.frame())
	}
	now := d.m.plan
	if now.State != plan.Closed || now.WorkingVersion != p.WorkingVersion || len(now.Versions) != 1 || len(now.Sent) != 1 {
		t.Fatalf("%s, version %d, %d versions", now.State, now.WorkingVersion, len(now.Versions))
	}
	e, ok := plan.Reissue(now, nil, now.Sent[0])
	if !ok {
		t.Fatal("the file cannot be made again")
	}
	arrives(d, answerTo(t, e.Document(), plan.OutcomeDiscussed, "", fiveNotes()...), "known")
	d.keys("o enter enter")
	d.on("S73")
	d.m.top().(*roundNotes).list.choose("n5")
	d.keys("a")
	d.sees("Het jaar is afgesloten: neem de afspraak mee naar volgend jaar.")
	if len(d.m.plan.Agreements) != len(p.Agreements) || d.m.plan.NoteState("n5") != plan.NoteAccepted {
		t.Errorf("%d agreements, the note is %s", len(d.m.plan.Agreements), d.m.plan.NoteState("n5"))
	}
}
