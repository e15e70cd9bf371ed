package tui

import (
	"strings"
	"testing"
)

// TestAQuestionLeadsToItsField of the goal that it is about.
func TestAQuestionLeadsToItsField(t *testing.T) {
	p := noor(t)
	p.Goals[0].KeptFor = "2027-2028"
	d := with(t, p)
	d.run(d.m.openStep(7))
	for range 20 {
		d.keys("up")
		if r := d.m.top().(*coachRound); r.list.at(r.rows(d.m.env())) == "q0" {
			break
		}
	}
	d.sees("Doel 1: waar raakt dit doel aan")
	if strings.Contains(d.frame(), "Doel 2") {
		t.Errorf("a goal that is kept for later counts:\n%s", d.frame())
	}
	for i, q := range questions(d.m.env()) {
		if q.check == "evidence" {
			for range i {
				d.keys("down")
			}
		}
	}
	d.keys("enter")
	d.on("S41")
	if got := d.m.top().(*goalForm).here().ID(); got != "evidence" {
		t.Errorf("the focus is on %s", got)
	}
}

// TestTabGoesRoundTheKey because the focus begins on its last field.
func TestTabGoesRoundTheKey(t *testing.T) {
	d := fixtures["S74"](t)
	d.keys("tab")
	if got := d.m.top().(*keyScreen).here().ID(); got != "name" {
		t.Errorf("tab goes to %s", got)
	}
}

// TestTabGoesToWhatIsAskedAboutAText and enter to the text itself.
func TestTabGoesToWhatIsAskedAboutAText(t *testing.T) {
	d := fixtures["S80"](t)
	d.keys("tab")
	d.sees("Er is nu geen vraag over een tekst.")
	p := d.m.plan.Clone()
	p.Goals[0].Question = "Hoe kan ik leerling Sem beter helpen?"
	d = with(t, p)
	d.m.deps.Work.(*desk).key = &Key{}
	d.run(d.m.openStep(8))
	d.sees("hier lijkt een naam te staan")
	d.keys("tab")
	d.sees("› ! Doel 1")
	d.keys("tab tab enter")
	d.on("S41")
}

func TestTheSixWordsCanBeCopied(t *testing.T) {
	d := fixtures["S82"](t)
	d.selected("Open de pdf")
	d.keys("up c")
	d.selected("Sleutel")
	d.sees("Gekopieerd.")
	d.m.deps.Work.(*desk).fail = errNotSaved
	d.keys("c")
	d.sees("de zes woorden staan op het scherm")
	d.keys("down enter")
	d.sees("Er is geen venster om de pdf te openen.")
	d.keys("down enter")
	d.sees("Er is geen venster om de map te openen.")
}

// TestWhatThePDFCannotShow is said before anything is signed.
func TestWhatThePDFCannotShow(t *testing.T) {
	p := noor(t)
	p.Profile.Name = "Noor 王"
	d := with(t, p)
	d.m.deps.Work.(*desk).key = &Key{}
	d.run(d.m.openStep(8))
	d.sees("De pdf heeft geen letter voor 王.")
}
