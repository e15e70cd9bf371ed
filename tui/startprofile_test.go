package tui

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"bekwaam/plan"
	"bekwaam/text"
)

func init() {
	maps.Copy(fixtures, map[string]func(testing.TB) *driver{"S24": startProfileOpen})
}

// startProfileOpen is S24 with a strength and a question.
func startProfileOpen(t testing.TB) *driver {
	p := noor(t)
	p.Start.Brought = &plan.StartProfile{From: "Pabo De Verzonnen Hogeschool", Date: text.Date{Year: 2026, Month: 6, Day: 30},
		Strengths: []string{"Ik zie snel wie er niet mee kan."}, Questions: []string{"Hoe blijf ik rustig als het druk wordt?"}}
	d := with(t, p)
	d.run(d.m.openStep(2))
	d.m.top().(*survey).list.choose("start")
	d.keys("enter")
	return d
}

// TestStartProfileOnceAndEverywhere: written down once, it stands where it
// helps, and the coach gets it only where that was ticked.
func TestStartProfileOnceAndEverywhere(t *testing.T) {
	d := with(t, noor(t))
	d.run(d.m.openStep(2))
	d.sees("○ Startprofiel van je opleiding                0 van 6")
	d.m.top().(*survey).list.choose("start")
	d.keys("enter")
	d.on("S24")
	d.text("Pabo")
	d.keys("tab")
	d.text("30-6-2026")
	d.keys("tab")
	d.text("geduld")
	d.keys("tab tab")
	d.text("humor")
	d.keys("tab")
	d.text("Hoe houd ik het rustig?")
	d.keys("tab")
	b := d.m.plan.Start.Brought
	if b == nil || b.From != "Pabo" || b.Date.Day != 30 || !slices.Equal(b.Strengths, []string{"geduld", "", "humor"}) || len(b.Questions) != 1 {
		t.Fatalf("start profile %+v", b)
	}
	e := plan.For(d.m.plan, d.m.deps.Pack, plan.Coach, "")
	if strings.Contains(string(e.Payload()), "geduld") {
		t.Error("the coach reads it though nobody ticked that")
	}
	d.m.top().(*startProfile).choose("coach")
	d.keys("right")
	for a, want := range map[plan.Audience]bool{plan.Coach: true, plan.Self: true, plan.Board: false} {
		if got := strings.Contains(string(plan.For(d.m.plan, d.m.deps.Pack, a, "").Payload()), "geduld"); got != want {
			t.Errorf("%s: %v, want %v", a, got, want)
		}
	}
	d.keys("ctrl+z esc")
	if len(d.m.plan.Share.Coach) != 0 {
		t.Error("undo did not take the tick back")
	}
	d.on("S21")
	d.sees("◐ Startprofiel van je opleiding                3 van 6")
	d.show(newOpenQuestions(d.m.env()))
	d.keys("end tab tab tab tab tab tab")
	d.sees("Sterk volgens je startprofiel: geduld · humor", "Leervragen uit je startprofiel: Hoe houd ik het rustig?")
	d.run(d.m.openStep(4))
	d.keys("n")
	d.on("S41")
	d.sees("Uit je startprofiel: Hoe houd ik het rustig?")
	d.text("Hoe houd ik het rustig?")
	d.keys("tab")
	if q := broughtQuestion(d.m.plan); q != "" {
		t.Errorf("offered though a goal asks it: %q", q)
	}
	d.run(d.m.openStep(2))
	d.show(newStartProfile(d.m))
	for range 12 {
		d.keys("shift+tab")
	}
	for _, id := range []string{"from", "date", "strength1", "strength3", "question1"} {
		d.m.top().(*startProfile).choose(id)
		d.keys("ctrl+u tab")
	}
	if d.m.plan.Start.Brought != nil {
		t.Errorf("emptied, and there is %+v", d.m.plan.Start.Brought)
	}
}

// TestRouteIntoTeaching is a fact with dates; no phase follows from it.
func TestRouteIntoTeaching(t *testing.T) {
	d := step1(t, noor(t), "year")
	if strings.Contains(d.frame(), "Weg naar het onderwijs") {
		t.Errorf("asked of somebody who did not look at the year:\n%s", d.frame())
	}
	d.sees("Langs een andere weg")
	d.keys("space esc")
	d.sees("Weg naar het onderwijs          gewone opleiding, afgerond")
	d.m.top().(*profile).choose("route")
	d.sees("Een feit,", "geen fase.")
	d.keys("right")
	d.sees("zij-instromer", "Sinds", "Vastgelegd door")
	d.keys("tab")
	d.text("1 sep 2026")
	d.keys("tab tab")
	d.text("Stichting Stroomdal")
	d.keys("tab")
	want := plan.RouteFact{Route: "zij-instroom", Since: text.Date{Year: 2026, Month: 9, Day: 1}, By: "Stichting Stroomdal"}
	if r := d.m.plan.Profile.Routes; len(r) != 1 || r[0].Route != want.Route || r[0].Since != want.Since || r[0].By != want.By || d.m.plan.Profile.PhaseRecorded != nil {
		t.Errorf("recorded %+v", r)
	}
	if e := plan.For(d.m.plan, d.m.deps.Pack, plan.Board, ""); e.Word("route", "zij-instroom") != "zij-instromer" {
		t.Errorf("the board reads %q", e.Word("route", "zij-instroom"))
	}
	d.m.top().(*profile).choose("route-until")
	d.text("1 aug 2026")
	d.keys("tab")
	d.sees("past hier niet")
	d.m.top().(*profile).choose("route")
	d.keys("left")
	if len(d.m.plan.Profile.Routes) != 0 {
		t.Errorf("still %+v", d.m.plan.Profile.Routes)
	}
	d.keys("ctrl+z")
	if len(d.m.plan.Profile.Routes) != 1 {
		t.Error("undo did not bring it back")
	}
}

// TestStudyInVocationalEducation is asked there, and long courses come with it.
func TestStudyInVocationalEducation(t *testing.T) {
	d := inFramework(t, "nl-mbo")
	d.run(d.m.openStep(1))
	d.m.top().(*profile).choose("pdg")
	d.sees("PDG-traject                     nee", "Volg je een PDG-traject?")
	d.keys("right tab")
	d.text("1-9-2025")
	d.keys("tab shift+tab shift+tab right")
	p := d.m.plan.Profile
	f, _ := p.Fact("pdg")
	if p.PDG != "done" || f.Since.Year != 2025 {
		t.Errorf("%s since %v", p.PDG, f.Since)
	}
	d.keys("right")
	if p = d.m.plan.Profile; p.PDG != "none" || len(p.Routes) != 0 {
		t.Errorf("%s with %+v", p.PDG, p.Routes)
	}
	d = inFramework(t, "vl")
	d.run(d.m.openStep(1))
	if strings.Contains(d.frame(), "PDG") {
		t.Errorf("asked in Flanders:\n%s", d.frame())
	}
}
