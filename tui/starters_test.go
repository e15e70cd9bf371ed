package tui

import (
	"fmt"
	"strings"
	"testing"

	"bekwaam/plan"
	"bekwaam/text"
)

// named is a plan like Noor's, of somebody else.
func named(t testing.TB, id, name, school string) plan.Plan {
	p := noor(t)
	p.ID, p.Profile.Name, p.Profile.School = id, name, school
	return p
}

// fiveStarters are as many starters, each at another point of the round.
func fiveStarters(t testing.TB) *driver {
	second := secondVersion(t)
	first := newPair(t, named(t, "daan", "Daan Willems", "De Vuurtoren"))
	first.take(first.file())
	back := newPair(t, named(t, "yara", "Yara Smit", "De Wilgenhof"))
	back.take(back.file())
	back.note("y1", plan.NoteQuestion, "d1", "Wat is je eerste stap?")
	back.note("y2", plan.NoteQuestion, "d2", "Hoe merk je dat?")
	back.give(plan.OutcomeQuestion, "Kies.")
	goes := newPair(t, named(t, "thijs", "Thijs de Boer", "Het Kompas"))
	goes.take(goes.file())
	goes.coaches(plan.EditReview(*goes.coach, "talk", func(r *plan.Review) { r.Talk = text.Date{Year: 2026, Month: 10, Day: 2} }))
	goes.give(plan.OutcomeDiscussed, "")
	d := asCoach(t, second, first, back, goes)
	d.m.settings.Starters = []Reminder{{ID: "r1", Name: "Lotte Jansen", School: "invalpool", Talk: "2026-10-27"}}
	d.m.stack = []screen{roleHome(d.m)}
	d.run(d.m.entered())
	return d
}

func TestStarters(t *testing.T) {
	d := fiveStarters(t)
	d.on("S140")
	d.sees("Jij bent aan zet", "Daan Willems     De Vuurtoren     versie 1, 14 sep      nieuw", "Noor Bakker", "3 veranderd",
		"De starter is aan zet", "Yara Smit", "terug, 15 sep", "2 vragen open", "Loopt", "Thijs de Boer", "besproken, 15 sep", "gesprek 2 okt",
		"Nog niets ontvangen", "Lotte Jansen", "gesprek 27 okt", "Deze week", "gesprek met Thijs de Boer over versie 1", "5 starters",
		"1e startjaar, tot en met 31 jul 2027")
	d.keys("w")
	d.sees("Op volgorde van naam.")
	if f := d.frame(); strings.Index(f, "Daan") > strings.Index(f, "Lotte") || strings.Index(f, "Lotte") > strings.Index(f, "Noor") || strings.Contains(f, "Loopt") {
		t.Errorf("not by name:\n%s", f)
	}
	d.keys("w")
	if f := d.frame(); strings.Index(f, "Thijs") > strings.Index(f, "Lotte") || strings.Index(f, "Lotte") > strings.Index(f, "Yara") {
		t.Errorf("not by the next talk:\n%s", f)
	}
	d.keys("w /")
	d.text("wilg yara")
	d.sees("Yara Smit")
	if strings.Contains(d.frame(), "Daan") {
		t.Error("the search leaves others")
	}
	d.text("x")
	d.sees("Geen starter met")
	d.keys("esc")
	d.sees("Daan Willems")
	d.keys("/")
	d.text("thijs")
	d.keys("enter enter")
	d.on("S141")
	d.sees("Niets veranderd sinds 15 sep.")
	d.keys("esc")
	d.on("S140")
	d.keys("esc")
	d.sees("Daan")
}

func TestNoStarters(t *testing.T) {
	d := asCoach(t)
	d.on("S140")
	d.sees("Nog geen starters. Toets o opent het bestand dat je kreeg")
	d.keys("enter")
	d.sees("Er is nog geen starter")
	d.keys("n")
	d.on("S140b")
	d.text("Lotte Jansen")
	d.keys("tab")
	d.text("invalpool")
	d.keys("tab")
	d.text("27 okt")
	d.keys("tab enter")
	d.on("S140")
	d.sees("Lotte Jansen     invalpool", "gesprek 27 okt", "1 starter")
	d.keys("enter")
	d.on("S140b")
	d.text(" de Wit")
	d.keys("esc")
	d.sees("Lotte Jansen de…")
	d.keys("d")
	d.sees("Weggehaald: Lotte Jansen de Wit. Toets u zet de naam terug.", "Nog geen starters")
	d.keys("u")
	d.sees("Lotte Jansen de…", "staat er weer")
	d.keys("n esc")
	d.sees("1 starter")
	d.keys("o")
	d.on("S06")
}

func TestTalksOfAllStarters(t *testing.T) {
	d := fiveStarters(t)
	w := d.m.deps.Work.(*desk)
	d.keys("s")
	d.sees("gesprekken.ics")
	if len(w.talks) != 2 || w.talks[0].Title != "gesprek met Thijs de Boer" || w.talks[0].Day.Day != 2 || w.talks[1].ID != "r1" {
		t.Fatalf("%+v", w.talks)
	}
	d.keys("end d s")
	if len(w.talks) != 2 || !w.talks[1].Off || w.talks[1].ID != "r1" {
		t.Errorf("a talk that is off: %+v", w.talks)
	}
	d.keys("s")
	if len(w.talks) != 1 {
		t.Errorf("it is told more than once: %+v", w.talks)
	}
	d = asCoach(t)
	d.keys("s")
	d.sees("Er is nog geen gesprek gepland.")
}

func TestTheCoachingEnds(t *testing.T) {
	x := secondVersion(t)
	x.coaches(plan.EditReview(*x.coach, "private", func(r *plan.Review) { r.Private = []plan.PrivateNote{{ID: "z", About: "d1", Text: "kanarie"}} }))
	d := asCoach(t, x)
	d.keys("d")
	d.on("S144")
	d.sees("Wat wil je bewaren?", "› Nog niet afronden")
	d.keys("enter")
	d.on("S140")
	d.keys("d down down enter")
	d.on("S140")
	d.sees("Afgerond: Noor Bakker. Toets u maakt het ongedaan.", "Alle starters zijn van eerder.")
	if p := d.m.plan; p.Review.Ended == "" || len(p.Review.Private) != 0 {
		t.Errorf("%+v", p.Review)
	}
	d.keys("f")
	d.sees("Afgerond", "Noor Bakker")
	d.keys("d")
	d.sees("al afgerond")
	d.keys("u")
	if p := d.m.plan; p.Review.Ended != "" || len(p.Review.Private) != 1 {
		t.Errorf("after undo %+v", p.Review)
	}
}

func TestRolesAndTheirHomes(t *testing.T) {
	d := newDriver(t)
	d.sees("● leraar", "○ starterscoach", "○ bestuur")
	d.keys("down enter enter enter")
	d.on("S140")
	d.sees("bekwaam · coach")
	d = newDriver(t)
	d.keys("down down enter enter down enter")
	d.on("S06")
	if d.m.settings.Role != roleBoard || d.m.settings.Language != "en" {
		t.Errorf("%+v", d.m.settings)
	}
	d.show(&settingsScreen{})
	d.keys("down down down down right esc")
	d.on("S03")
}

// manyStarters is a list of plans as a store gives it, without any plan.
func manyStarters(n int) []PlanRow {
	rows := make([]PlanRow, n)
	for i := range rows {
		turn := []plan.Turn{plan.TurnCoach, plan.TurnStarter, plan.TurnNobody}[i%3]
		year := 2017 + i%10
		rows[i] = PlanRow{ID: fmt.Sprintf("p%d", i), SchoolYear: fmt.Sprintf("%d-%d", year, year+1), Teacher: fmt.Sprintf("Starter %d", i), Framework: "nl-po",
			Coached: plan.Standing{Turn: turn, School: "De Wilgenhof", Version: 1 + i%4, Since: plan.Instant(fmt.Sprintf("2026-09-%02dT10:00:00Z", 1+i%28)), News: i % 5, Open: i % 3, InductionYear: 1 + i%3}}
	}
	return rows
}

// BenchmarkStarters is a key on the queue of a coach, with one starter and
// with five hundred of ten years.
func BenchmarkStarters(b *testing.B) {
	for _, n := range []int{1, 500} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			d := asCoach(b)
			d.m.rows = manyStarters(n)
			d.keys("f")
			for i := 0; b.Loop(); i++ {
				d.keys([]string{"down", "up"}[i%2])
				d.m.View()
			}
		})
	}
}
