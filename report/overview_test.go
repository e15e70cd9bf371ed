package report

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"bekwaam/plan"
)

// section returns the words of a part of the pages, from its heading up to the
// next one that is known.
func sectionOf(words, from string, ends ...string) string {
	_, rest, ok := strings.Cut(words, squeeze(from))
	if !ok {
		return ""
	}
	for _, end := range ends {
		if before, _, ok := strings.Cut(rest, squeeze(end)); ok {
			rest = before
		}
	}
	return rest
}

// TestEveryViewPrintsTheSame prints a whole year through each view, for the
// teacher and for the board: the overview names the same goals and, for the
// teacher, the same evidence; the picture has the same competences.
func TestEveryViewPrintsTheSame(t *testing.T) {
	for _, name := range []string{"starter", "secondary", "flemish"} {
		p := world(t, name)
		p.Language = "nl"
		f, _ := pack(t).Framework(p.Profile.Framework)
		views := []string{plan.ByArea}
		for _, o := range plan.ViewsOf(f, pack(t)) {
			views = append(views, o.ID)
		}
		for _, a := range []plan.Audience{plan.Self, plan.Board} {
			var want map[string][]string
			for _, view := range views {
				p.Share.View = view
				e := plan.For(p, pack(t), a, "")
				words := squeeze(shown(t, render(t, e)))
				over := sectionOf(words, "Overzicht: ", "Wat telt bij", "Beoordeling van het", "Waar ik begon", "Wat niet in dit document")
				if over == "" {
					t.Fatalf("%s for %s, %s: no overview", name, a, view)
				}
				got := map[string][]string{}
				for _, g := range e.Plan.LiveGoals() {
					if title := squeeze(firstOf(g.Title, g.Question)); strings.Contains(over, title) {
						got["goals"] = append(got["goals"], g.ID)
					}
				}
				for _, x := range e.Plan.Evidence {
					if strings.Contains(over, squeeze(x.Title)) {
						got["evidence"] = append(got["evidence"], x.ID)
					}
				}
				place := sectionOf(words, "Mijn plek", "Wat anderen zagen")
				for _, v := range e.Plan.Views {
					if s, _ := e.Competence(v.Competence); strings.Contains(place, squeeze(s.Name)) {
						got["views"] = append(got["views"], v.Competence)
					}
				}
				if want == nil {
					want = got
				}
				if !maps.EqualFunc(got, want, slices.Equal) {
					t.Errorf("%s for %s, %s: %v, want %v", name, a, view, got, want)
				}
				if group := e.Info.View.Groups[0].Name; !strings.Contains(over, squeeze(capital(group))) && len(e.Covered()[0].Goals) > 0 {
					t.Errorf("%s for %s, %s: the group %q is not named", name, a, view, group)
				}
			}
			if a == plan.Self && (len(want["views"]) != len(p.Views) || len(want["evidence"]) == 0) {
				t.Errorf("%s: one's own pages show %v", name, want)
			}
			if a == plan.Board && len(want["evidence"]) > 0 {
				t.Errorf("%s: a board reads what a piece is about: %v", name, want)
			}
		}
		p.Share.View = ""
		if words := squeeze(shown(t, render(t, plan.For(p, pack(t), plan.Board, "")))); strings.Contains(words, squeeze("Overzicht:")) {
			t.Errorf("%s: an overview that nobody asked for", name)
		}
	}
}

func firstOf(list ...string) string {
	for _, s := range list {
		if s != "" {
			return s
		}
	}
	return ""
}

// TestAMovedPlanPrintsEverything moves a plan to a framework that lost half of
// what it names: one's own pages have all of it, under its old words.
func TestAMovedPlanPrintsEverything(t *testing.T) {
	p := starter(t)
	from, _ := pack(t).Framework("nl-po")
	g := *from
	g.Areas = slices.Clone(from.Areas)
	for i := range g.Areas {
		list := g.Areas[i].Competences
		g.Areas[i].Competences = list[:1:1]
	}
	world := *pack(t)
	world.Version = "9"
	with, err := world.With(g)
	if err != nil {
		t.Fatal(err)
	}
	to, _ := with.Framework("nl-po")
	c, _, err := plan.Remap(p, from, to, nil)
	if err != nil {
		t.Fatal(err)
	}
	q := c.Plan
	if len(plan.Orphans(q, to)) < 5 {
		t.Fatal("too little was left behind")
	}
	words := squeeze(shown(t, render(t, plan.For(q, with, plan.Self, ""))))
	if !strings.Contains(words, squeeze("Niet meer in dit kader")) {
		t.Error("what was left behind has no place of its own")
	}
	want := func(s string) {
		if !strings.Contains(words, squeeze(s)) {
			t.Errorf("not on the pages: %q", s)
		}
	}
	for _, v := range p.Views {
		_, c, _ := from.Competence(v.Competence)
		want(from.Say(c.Name, "nl"))
		want(v.Note)
	}
	for _, x := range p.LiveGoals() {
		want(firstOf(x.Title, x.Question))
	}
	for _, x := range p.Evidence {
		want(x.Title)
	}
	for _, n := range p.Notes {
		want(n.Text)
	}
	for _, r := range p.Reflections {
		want(r.Text)
	}
	if strings.Contains(words, "nl-po/") {
		t.Error("an id stands on a page")
	}
}

// TestTheOrderOfADecisionIsPrinted wants each line that counts with its goals
// and evidence on one's own pages, and nothing of it on those of the board.
func TestTheOrderOfADecisionIsPrinted(t *testing.T) {
	p := starter(t)
	e := plan.For(p, pack(t), plan.Self, "")
	words := squeeze(shown(t, render(t, e)))
	part := sectionOf(words, "Wat telt bij het besluit over basisbekwaam", "Waar ik begon")
	if part == "" || len(e.Info.Gates) != 1 {
		t.Fatal("no order of a decision")
	}
	for _, group := range e.Info.Gates[0].Groups {
		for _, l := range group.Lines {
			if !strings.Contains(part, squeeze(l.Name)) || !strings.Contains(part, squeeze(l.Sentence)) {
				t.Errorf("%s is not in it", l.Name)
			}
		}
	}
	for _, x := range p.Evidence {
		if len(x.Competences) > 0 && !strings.Contains(part, squeeze(x.Title)) {
			t.Errorf("%s is not in it", x.Title)
		}
	}
	if strings.Contains(part, "%") {
		t.Error("a measure in a list")
	}
	if strings.Contains(squeeze(shown(t, render(t, plan.For(p, pack(t), plan.Board, "")))), squeeze("Wat telt bij")) {
		t.Error("a board reads the order of a decision")
	}
}

// TestAGoalSaysNowAndThen: what a goal leads to is for all who read it, where
// the teacher stands for the teacher alone.
func TestAGoalSaysNowAndThen(t *testing.T) {
	p := starter(t)
	id := p.Goals[0].Competences[0]
	p.Goals[0].Aims = []plan.Aim{{Competence: id, Phase: "vak"}}
	p.Views = []plan.View{{Competence: id, Fits: "start"}}
	f, _ := pack(t).Framework("nl-po")
	_, c, _ := f.Competence(id)
	now, then := "nu: "+f.Say(c.Indicators["start"], "nl"), "straks: "+f.Say(c.Indicators["vak"], "nl")
	for a, both := range map[plan.Audience]bool{plan.Self: true, plan.Board: false} {
		words := squeeze(shown(t, render(t, plan.For(p, pack(t), a, ""))))
		if !strings.Contains(words, squeeze(then)) {
			t.Errorf("%s: where it leads is not there", a)
		}
		if strings.Contains(words, squeeze(now)) != both {
			t.Errorf("%s: where the teacher stands is there: %v", a, !both)
		}
	}
}

// TestTheFrameworkIsNamed wants its version and days in the small print, and
// what to do once it is over.
func TestTheFrameworkIsNamed(t *testing.T) {
	p := starter(t)
	old, _ := pack(t).Framework("nl-po")
	f := *old
	f.ValidTo = "2026-12-31"
	ended := pack(t).Holding(&f)
	words := squeeze(shown(t, render(t, plan.For(p, ended, plan.Board, ""))))
	for _, s := range []string{"versie 0.1.0-draft, geldig vanaf 1 augustus 2017", "Het geldt tot en met 31 december 2026", "Die dag is voorbij: kijk in je cao na wat nu geldt."} {
		if !strings.Contains(words, squeeze(s)) {
			t.Errorf("not said: %q", s)
		}
	}
	words = squeeze(shown(t, render(t, plan.For(p, pack(t), plan.Board, ""))))
	if !strings.Contains(words, squeeze("geldig vanaf 1 augustus 2017")) || strings.Contains(words, squeeze("Die dag is voorbij")) {
		t.Error("one that holds is said to be over")
	}
}
