package tui

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"bekwaam/plan"
)

func TestAnotherViewGroupsAnew(t *testing.T) {
	d := at(t, evidenced(t), 3, "")
	before, revision := d.frame(), d.m.plan.Revision
	d.sees("Geordend: per gebied. Toets w ordent anders.", "Pedagogisch klimaat en relatie")
	for _, want := range []string{"Gebieden van de bekwaamheidseisen (2017)", "Vier kritische handelingen (POS)", "Zeven competenties (2005)",
		"Observatiedomeinen (label)", "Domeinen van het beroepsbeeld"} {
		d.keys("w")
		d.sees("Geordend: "+want, "In je plan verandert niets.")
	}
	d.keys("w w w")
	d.sees("Geordend: Vier kritische handelingen (POS)", "1 handelen in klassensituaties")
	if d.m.plan.Revision != revision {
		t.Error("looking in another way changed the plan")
	}
	if got := d.m.settings.Views["nl-po"]; got != "pos" {
		t.Errorf("remembered as %q", got)
	}
	d.keys("3")
	d.on("S92")
	d.sees("Vier kritische handelingen (POS)", "1 handelen in klassensituaties")
	d.keys("w w w w")
	d.keys("1")
	if after := d.frame(); strings.Contains(after, "kritische") || !strings.Contains(before, "Pedagogisch klimaat") {
		t.Errorf("by area again:\n%s", after)
	}
}

func TestAViewOfTwoItemsNamesACompetenceTwice(t *testing.T) {
	d := at(t, evidenced(t), 3, "w w w")
	rows := d.m.top().(*picture).rows(d.m.env())
	seen := map[string]bool{}
	for _, id := range ids(rows) {
		if seen[id] {
			t.Errorf("the row %s is there twice", id)
		}
		seen[id] = true
	}
	if competenceAt(rowFor(routines, 2)) != routines || competenceAt(routines) != routines {
		t.Error("a row does not know its competence")
	}
}

// randomPlan names some competences of a framework in every way.
func randomPlan(r *rand.Rand, p plan.Plan, all []string) plan.Plan {
	some := func(most int) []string {
		list := slices.Clone(all)
		r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		return list[:1+r.IntN(most)]
	}
	p.Views, p.Observations, p.Goals, p.Evidence, p.Activities, p.Notes = nil, nil, nil, nil, nil, nil
	for i, id := range some(12) {
		p.Views = append(p.Views, plan.View{Competence: id, Fits: []string{"geen", "start", "basis", "vak", "weet-niet"}[r.IntN(5)], Want: 2, Note: fmt.Sprintf("toelichting %d", i)})
	}
	for i := range 3 {
		g := plan.Goal{ID: fmt.Sprintf("d%d", i), Title: fmt.Sprintf("Doel nummer %d", i), Competences: some(3)}
		g.Aims = []plan.Aim{{Competence: g.Competences[0], Phase: "basis"}}
		p.Goals = append(p.Goals, g)
		p.Evidence = append(p.Evidence, plan.Evidence{ID: fmt.Sprintf("b%d", i), Kind: "verslag", Title: fmt.Sprintf("Stuk nummer %d", i), Audience: plan.Private, Competences: some(3)})
		p.Notes = append(p.Notes, plan.Note{ID: fmt.Sprintf("n%d", i), Kind: "vraag", About: g.ID, By: "Ilse", Text: fmt.Sprintf("Vraag nummer %d?", i)})
	}
	return p
}

// shownOn gathers what the picture and the coverage show: competences with a
// view or an aim, goals, and pieces of evidence.
func shownOn(d *driver) map[string][]string {
	e := d.m.env()
	all := map[string]map[string]bool{"picture": {}, "goals": {}, "evidence": {}, "competences": {}}
	for _, id := range ids(newPicture().rows(e)) {
		all["picture"][competenceAt(id)] = true
	}
	s := newCoverage()
	for _, id := range ids(s.rows(e)) {
		s.list.choose(id)
		group, ok := strings.CutPrefix(id, groupRow)
		if !ok {
			continue
		}
		for _, r := range s.rows(e) {
			if r.ID != id {
				continue
			}
			words := strings.Join(strings.Fields(strings.Join(r.Lines, " ")), " ")
			for _, g := range e.plan.Goals {
				if strings.Contains(words, g.Title) {
					all["goals"][g.ID] = true
				}
			}
			for _, x := range e.plan.Evidence {
				if strings.Contains(words, x.Title) {
					all["evidence"][x.ID] = true
				}
			}
		}
		for _, id := range ids((&coveredGroup{group: group}).rows(e)) {
			all["competences"][id] = true
		}
	}
	out := map[string][]string{}
	for what, set := range all {
		out[what] = slices.Sorted(maps.Keys(set))
	}
	return out
}

// TestEveryViewShowsTheSame looks at random plans through every overlay of
// every framework: the screens show the same competences, goals and evidence.
func TestEveryViewShowsTheSame(t *testing.T) {
	for seed := range uint64(8) {
		r := rand.New(rand.NewPCG(seed, 21))
		d := inFramework(t, []string{"nl-po", "nl-vo", "nl-mbo", "vl"}[seed%4])
		p := randomPlan(r, d.m.plan, d.m.framework().CompetenceIDs())
		if r.IntN(2) == 0 { // something that the framework does not have
			p.Evidence[0].Competences = append(p.Evidence[0].Competences, p.Profile.Framework+"/vroeger/iets")
		}
		d.m.plan = p
		var want map[string][]string
		for _, view := range views(d.m.env()) {
			d.m.settings.Views = map[string]string{p.Profile.Framework: view}
			got := shownOn(d)
			if want == nil {
				want = got
			}
			if !maps.EqualFunc(got, want, slices.Equal) {
				t.Errorf("seed %d, %s: %v, want %v", seed, view, got, want)
			}
		}
		if len(want["goals"]) != 3 || len(want["evidence"]) != 3 {
			t.Errorf("seed %d: not everything is shown: %v", seed, want)
		}
		for _, v := range p.Views {
			if !slices.Contains(want["picture"], v.Competence) {
				t.Errorf("seed %d: the view on %s is not in the picture", seed, v.Competence)
			}
		}
	}
}

func TestCoverageLeadsOn(t *testing.T) {
	d := at(t, evidenced(t), 3, "3")
	d.on("S92")
	d.sees("Per doel", "1 Vlotte overgangen", "Lesbezoek 1 · Observatieverslag · 17 nov 2026", "Leeg is niet erg: dit is je eerste jaar.")
	d.keys("enter")
	d.on("S41")
	d.keys("esc")
	d.on("S40")
	d = at(t, evidenced(t), 3, "3 down down down enter")
	d.on("S92b")
	d.sees("Routines en leertijd", "startbekwaam", "doel 1: Vlotte overgangen", "Lesbezoek 1")
	d.keys("enter")
	d.on("S30b")
	d.sees("Doelen", "doel 1: Vlotte overgangen")
	d.keys("esc esc left")
	d.on("S31")
	d.keys("right right")
	d.on("S95")
	d.keys("left >")
	d.on("S40")

	p := evidenced(t)
	p.Evidence, p.Goals = nil, nil
	d = at(t, p, 3, "3")
	d.sees("Nog geen bewijs om te ordenen.", "0       0            –")
	d.size(60, 16)
	d.keys("end")
	d.sees("Nog geen bewijs")
}

func TestADecisionIsAList(t *testing.T) {
	d := at(t, evidenced(t), 3, "4")
	d.on("S95")
	d.sees("Het besluit over basisbekwaam", "Het bestuur besluit", "Hoe zeker: bron zonder zichtbare datum", "1 handelen in klassensituaties")
	for _, mark := range []string{"%", "█", "✓", "◐"} {
		if strings.Contains(d.frame(), mark) {
			t.Errorf("a measure on a list:\n%s", d.frame())
		}
	}
	d.m.top().(*decision).list.choose(routines)
	d.sees("doel 1, 2 stukken bewijs", "basisbekwaam: Je wisselt vlot van activiteit", "Lesbezoek 1 · Observatieverslag")
	d.keys("enter")
	d.on("S30b")
	d = inFramework(t, "vl")
	d.run(d.m.openStep(3))
	if strings.Contains(d.frame(), "besluit") {
		t.Errorf("a decision where nothing is judged:\n%s", d.frame())
	}
	d.show(newDecision())
	d.sees("Dit kader noemt geen besluit.")
	d.keys("enter")
	d.on("S95")
}

func TestTheFrameworkSaysWhatItRestsOn(t *testing.T) {
	d := at(t, evidenced(t), 3, "b")
	d.on("S171")
	d.size(80, 60)
	d.sees("Primair onderwijs (Nederland)", "Versie 0.1.0-draft, geldig vanaf 1 augustus 2017.", "Hoe zeker: bron met een datum, ouder dan de afspraken",
		"2017: https://zoek.officielebekendmakingen.nl/stb-2017-148.html", "● Per gebied", "○ Vier kritische handelingen (POS)", "Het besluit over basisbekwaam")
	d.keys("enter")
	d.sees("Dit is alleen om te lezen.")
	d.m.top().(*frameworkPage).list.choose(viewRow + "pos")
	d.keys("enter")
	d.sees("● Vier kritische handelingen (POS)")
	d.m.top().(*frameworkPage).list.choose(decisionRow + "basisbekwaam")
	d.keys("enter")
	d.on("S95")
	d.keys("esc")
	d.on("S05")

	old := *d.m.framework()
	old.ValidTo = "2026-07-31"
	d.m.deps.Pack = d.m.deps.Pack.Holding(&old)
	d.show(&frameworkPage{})
	d.size(80, 24)
	d.sees("geldig van 1 augustus 2017 tot en met 31 juli 2026.", "! De einddatum is voorbij: kijk na in je cao wat nu geldt.")

	d = inFramework(t, "vl")
	d.run(d.m.openStep(3))
	d.keys("b")
	d.size(80, 90)
	d.sees("doorgroeiend (geen decretale fase)", "een hulp van dit pakket, zonder wettelijke status", "laatste vijf nog nazien in Edulex")
}

func TestGuaranteesGatherWhatIsThere(t *testing.T) {
	d := at(t, promisedPlan(t), 2, "end up enter w")
	d.on("S96")
	d.sees("De lerende leraar", "Leert de starter wat nodig is, op een eigen manier?", "2 antwoorden, 1 voorwaarde, 1 activiteit, 1 kaart")
	if strings.ContainsAny(d.frame(), "█▒%") {
		t.Errorf("a bar:\n%s", d.frame())
	}
	d.keys("down down enter")
	d.on("S96b")
	d.sees("Waarborg: De organisatie", "Tijd in het rooster   Donderdagmiddag vrij.")
	d.keys("enter")
	d.on("S23")
	d.keys("esc")
	d.on("S96b")
	g := d.m.top().(*guarantee)
	for row, screen := range map[string]string{conditionRow + "time": "S60", agreedRow + "g1": "S61"} {
		d.m.stack = append(d.m.stack[:2:2], g)
		g.list.choose(row)
		d.keys("enter")
		if got := d.m.top().ID(); got != screen && !strings.HasPrefix(got, "S60") {
			t.Errorf("%s leads to %s", row, got)
		}
	}
	d = at(t, promisedPlan(t), 7, "w enter")
	d.on("S96b")
	for range 12 {
		d.keys("down")
	}
	card := d.m.top().(*guarantee)
	if id := card.list.at(card.rows(d.m.env())); !strings.HasPrefix(id, cardRow) {
		t.Fatalf("the last row is %s", id)
	}
	d.keys("enter")
	if d.m.top().ID() == "S96b" {
		t.Error("a card does not open")
	}
	d = inFramework(t, "vl")
	d.run(d.m.openStep(6))
	d.keys("w")
	d.sees("Vier waarborgen")
	d.size(60, 16)
	d.sees("De lerende leraar")
}

func TestAGoalSaysNowAndThen(t *testing.T) {
	p := aimed(t)
	d := with(t, p)
	d.run(d.m.openStep(4))
	d.keys("home enter")
	d.on("S41")
	d.m.top().(*goalForm).choose("competence")
	d.sees("Nu       Je oefent vaste routines voor begin", "Straks   Je wisselt vlot van activiteit")
	d.size(60, 16)
	d.sees("Nu       Je oefent vaste routines")
	p.Goals[0].Competences = append(p.Goals[0].Competences, "nl-po/klimaat/gedrag")
	d = with(t, p)
	d.run(d.m.openStep(4))
	d.keys("home enter")
	d.m.top().(*goalForm).choose("competence")
	d.size(80, 40)
	d.sees("Routines en leertijd", "Omgaan met storend gedrag", "Nu       Je reageert")
}
