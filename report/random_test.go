package report

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"bekwaam/pdf"
	"bekwaam/plan"
	"bekwaam/text"
)

// dice makes plans that nobody would write and somebody might.
type dice struct{ *rand.Rand }

var syllables = strings.Fields("le zen re ken groep kring ouder gesprek de het een van toets rust vraag coach team uur jaar WWWWWWWWWWWWWWWWWWWWWWWWW Łódź Юлия נועה 王 👍 – € “zo”")

// says is a text of at most n words, now and then in paragraphs.
func (d dice) says(n int) string {
	var out strings.Builder
	for range d.IntN(n + 1) {
		for range 1 + d.IntN(3) {
			out.WriteString(syllables[d.IntN(len(syllables))])
		}
		out.WriteString([]string{" ", " ", " ", " ", ", ", ". ", "\n"}[d.IntN(7)])
	}
	return strings.TrimSpace(out.String())
}

func (d dice) date() text.Date {
	return text.Date{Year: 2026, Month: 8, Day: 1}.AddDays(d.IntN(365))
}

func (d dice) few(most int) int { // often none, seldom many
	return d.IntN(1 + d.IntN(1+d.IntN(most+1)))
}

func (d dice) plan(t testing.TB) plan.Plan {
	p := starter(t)
	p.Profile.Group, p.Profile.Function = d.says(12), d.says(6)
	p.Goals, p.Activities, p.Evidence, p.Agreements, p.Notes, p.Reflections = nil, nil, nil, nil, nil, nil
	p.Evaluation, p.CarriedOver = nil, nil
	for i := range d.few(6) {
		p.Goals = append(p.Goals, plan.Goal{ID: fmt.Sprintf("d%d", i), Title: d.says(8), Question: "Hoe " + d.says(40), WhyForPupils: d.says(60),
			TargetBehaviour: d.says(200), Signs: d.says(30), Deadline: d.date(), LinkSchool: d.says(20)})
	}
	for i := range d.few(60) {
		h := plan.Quarters(d.IntN(80))
		a := plan.Activity{ID: fmt.Sprintf("a%d", i), Kind: "lezen", Description: d.says(30), From: d.date(), Hours: &h, Cost: plan.Cents(d.IntN(100_000)),
			Status: []string{plan.Planned, plan.Done, plan.Dropped, plan.Wanted}[d.IntN(4)], Note: d.says(15)}
		if a.To = a.From; len(p.Goals) > 0 {
			a.Goals = []string{p.Goals[d.IntN(len(p.Goals))].ID}
		}
		p.Activities = append(p.Activities, a)
	}
	for i := range d.few(120) {
		p.Evidence = append(p.Evidence, plan.Evidence{ID: fmt.Sprintf("b%d", i), Kind: "lesontwerp", Title: d.says(25), Date: d.date(), Audience: "board", Note: d.says(9)})
	}
	for i := range d.few(60) {
		p.Agreements = append(p.Agreements, plan.Agreement{ID: fmt.Sprintf("g%d", i), Who: d.says(4), What: d.says(60), ByWhen: d.date(), Done: d.IntN(2) == 0})
	}
	for i := range d.few(12) {
		p.Notes = append(p.Notes, plan.Note{ID: fmt.Sprintf("n%d", i), Kind: "vraag", About: "plan", By: "Wil", Date: d.date(), Text: d.says(250)})
		p.Reflections = append(p.Reflections, plan.Reflection{ID: fmt.Sprintf("r%d", i), Date: d.date(), Text: d.says(900)})
	}
	p.Conditions = plan.Conditions{Support: d.says(40), Time: d.says(500), Promises: []string{d.says(30), d.says(5)}}
	return p
}

// TestRandomBreaks: in no plan does a page end with a heading, begin with a
// total, or leave a row of a table by itself. What was seen last time can be
// seen again with SEED.
func TestRandomBreaks(t *testing.T) {
	n, seed := 40, uint64(20261122)
	if os.Getenv("CI") != "" {
		n = 800
	}
	if s := os.Getenv("SEED"); s != "" {
		if _, err := fmt.Sscan(s, &seed); err != nil {
			t.Fatal(err)
		}
	}
	d := dice{rand.New(rand.NewPCG(seed, 1))}
	audiences := []plan.Audience{plan.Board, plan.Coach, plan.Self}
	pages := 0
	for i := range n {
		e := plan.For(d.plan(t), pack(t), audiences[i%3], "")
		name := fmt.Sprintf("seed %d, plan %d for %s", seed, i, e.Info.Audience)
		tr := trace(t, e)
		breaks(t, name, tr)
		pages += tr[len(tr)-1].page
		if i%20 == 0 { // the rest takes longer
			for _, f := range pdf.Check(render(t, e)) {
				t.Errorf("%s: %s", name, f)
			}
		}
		if t.Failed() {
			return
		}
	}
	if pages < 6*n {
		t.Errorf("%d pages in %d plans are too few to see anything", pages, n)
	}
}
