package tui

import (
	"maps"
	"testing"

	"bekwaam/plan"
	"bekwaam/text"
)

func init() {
	maps.Copy(fixtures, map[string]func(testing.TB) *driver{
		"S20": questionsOpen, "S21": surveyOpen, "S22": sentenceOpen, "S23": mySchoolOpen,
		"S30": witnessedOpen, "S30b": readWitnessOpen, "S31": proposalsOpen,
	})
}

// view is an own view on a competence of nl-po, in short.
func view(id, fits string, want int, note string) plan.View {
	return plan.View{Competence: "nl-po/" + id, Fits: fits, Want: want, Note: note}
}

// surveyed is the plan of Noor Bakker after step 2: four open questions,
// twelve sentences and four statements.
func surveyed(t testing.TB) plan.Plan {
	p := noor(t)
	p.Survey.Open = map[string]string{
		"trots":    "Dinsdag, toen iedereen doorwerkte terwijl ik aan de instructietafel zat.",
		"wringt":   "Als we van taal naar rekenen gaan ben ik zo vijf minuten kwijt. Dan wordt het druk en ga ik harder praten. Na de pauze is het nog erger.",
		"leerling": "Voor de stille kinderen bij rekenen.",
		"later":    "Dat ik zie wie het snapt voordat ik nakijk.",
	}
	p.Survey.Context = map[string]int{"coach-wie": 4, "coach-veilig": 4, "les-gezien": 3, "peers": 2}
	p.Views = []plan.View{
		view("klimaat/relatie", "basis", 1, ""),
		view("klimaat/groep", "start", 2, ""),
		view("klimaat/gedrag", "start", 3, ""),
		view("klimaat/eigen-rol-leerling", "weet-niet", 0, ""),
		view("organisatie/routines", "start", 4, ""),
		view("organisatie/overzicht", "start", 2, ""),
		view("organisatie/voorbereiding", "basis", 1, ""),
		view("organisatie/zelfwerk", "start", 2, ""),
		view("instructie/lesdoel", "basis", 1, ""),
		view("instructie/uitleg", "start", 2, ""),
		view("instructie/begrip", "start", 4, "Bij rekenen zie ik het pas als ik nakijk."),
		view("instructie/inoefenen", "start", 2, ""),
	}
	p.Goals = nil
	for i := range p.Activities {
		p.Activities[i].Goals = nil
	}
	p.Start.Strengths = []string{"De kinderen komen uit zichzelf naar me toe.", "Mijn lessen staan op maandag klaar."}
	p.Observations = []plan.Observation{{ID: "o1", Date: text.Date{Year: 2026, Month: 10, Day: 6}, By: &plan.Person{Name: "Ilse Vermeer", Role: plan.RoleCoach},
		Competences: []string{"nl-po/organisatie/routines", "nl-po/klimaat/gedrag"}, Text: "Bij de overgang naar rekenen wachtte je tot het stil was. Dat duurde vier minuten."}}
	return p
}

// aimed is the same plan with the goals chosen.
func aimed(t testing.TB) plan.Plan {
	p, goals := surveyed(t), noor(t).Goals
	goals[1].Aims = []plan.Aim{{Competence: "nl-po/instructie/begrip", Phase: "basis"}}
	p.Goals = goals
	return p
}

// at opens a step with a plan and types keys.
func at(t testing.TB, p plan.Plan, step int, keys string) *driver {
	d := with(t, p)
	d.run(d.m.openStep(step))
	d.keys(keys)
	return d
}

func questionsOpen(t testing.TB) *driver {
	d := at(t, surveyed(t), 2, "home enter")
	d.m.top().(*openQuestions).choose("wringt")
	return d
}

func surveyOpen(t testing.TB) *driver { return at(t, surveyed(t), 2, "") }

func sentenceOpen(t testing.TB) *driver {
	p := surveyed(t)
	p.Views = append(p.Views[:10:10], p.Views[11:]...)
	d := at(t, p, 2, "")
	d.m.top().(*survey).list.choose("nl-po/instructie")
	d.keys("enter 2 4 t")
	d.text("Bij rekenen zie ik het pas als ik nakijk.")
	d.keys("esc")
	return d
}

func mySchoolOpen(t testing.TB) *driver {
	d := at(t, surveyed(t), 2, "end up enter")
	d.keys("up")
	return d
}

func pictureOpen(t testing.TB) *driver {
	return at(t, aimed(t), 3, "down down down down")
}

func readingOpen(t testing.TB) *driver { return at(t, aimed(t), 3, "down down down down enter") }

func proposalsOpen(t testing.TB) *driver { return at(t, surveyed(t), 3, "2") }
