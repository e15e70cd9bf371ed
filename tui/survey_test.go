package tui

import (
	"strings"
	"testing"

	"bekwaam/plan"
	"bekwaam/text"
)

// walk types keys, counts them, and types free text that is not counted.
type walk struct {
	*driver
	count int
}

func (w *walk) keys(names string) {
	w.count += len(strings.Fields(names))
	w.driver.keys(names)
}

// TestTheShortestPathThroughExploring walks steps 2 and 3 with exactly the
// keys of the shortest path: 2, 28 and 2.
func TestTheShortestPathThroughExploring(t *testing.T) {
	w := &walk{driver: begun(t)}
	w.run(w.m.openStep(2))
	counted := func(screens string, want int) {
		t.Helper()
		if w.count != want {
			t.Errorf("%s: %d keys, want %d", screens, w.count, want)
		}
		w.count = 0
	}
	w.on("S20")
	w.text("Dinsdag werkte iedereen door.")
	w.keys("tab")
	w.text("Als we van taal naar rekenen gaan.")
	w.keys("esc")
	counted("S20", 2)
	w.on("S21")
	if n := len(w.m.plan.Survey.Open); n != 2 {
		t.Errorf("%d open questions were kept", n)
	}
	w.keys("down enter")
	w.on("S22")
	w.sees("Klassenmanagement en organisatie", "Routines en leertijd, 1 van 4")
	for range 4 {
		w.keys("2 4 enter")
	}
	w.on("S21")
	w.keys("enter")
	w.sees("Instructie en lesopbouw", "1 van 4")
	for range 4 {
		w.keys("3 2 enter")
	}
	w.on("S21")
	w.keys(">")
	counted("S21 S22", 28)
	w.on("S30")
	w.keys("2 enter")
	counted("S30 S31", 2)
	if n := len(w.m.plan.Views); n != 8 {
		t.Errorf("%d views, want 8", n)
	}
	if v := w.m.plan.ViewOf("nl-po/instructie/lesdoel"); v.Fits != "basis" || v.Want != 2 {
		t.Errorf("the view is %+v", v)
	}
	if len(w.m.plan.Goals) != 1 {
		t.Fatalf("%d goals, want 1", len(w.m.plan.Goals))
	}
	g := w.m.plan.Goals[0]
	if g.Title != "Routines en leertijd" || g.OwnChoice != "eigen keuze" || g.Deadline.String() != "2027-02-09" ||
		len(g.Aims) != 1 || g.Aims[0].Phase != "basis" {
		t.Errorf("the goal is %+v", g)
	}
	w.on("S41")
	w.driver.keys("esc")
	w.on("S40")
}

func TestOpenQuestionsComeFirstOnce(t *testing.T) {
	d := begun(t)
	d.run(d.m.openStep(2))
	d.on("S20")
	d.sees("2 Vragen aan jezelf · open vragen", "te zien voor: alleen jij", "Genoeg? Met esc ga je naar de onderdelen.")
	d.keys("esc")
	d.on("S21")
	d.sees("Kies een gebied. Drie of vier zinnen zijn al een begin.", "0 van 6", "0 van 16")
	d.keys("esc")
	d.on("S05")
	d.run(d.m.openStep(2))
	d.on("S20") // still nothing answered
	d.text("Een antwoord")
	d.keys("esc esc")
	d.run(d.m.openStep(2))
	d.on("S21")
	d.sees("◐ Open vragen", "1 van 6", "Kies waar je een vraag hebt.")
	d.keys("home enter")
	d.on("S20")
	if got := d.m.top().(*openQuestions).here().ID(); got != "wringt" {
		t.Errorf("the focus is on %s, want the first empty field", got)
	}
}

func TestOpenQuestionInHandShowsFourLines(t *testing.T) {
	d := questionsOpen(t)
	d.sees("2 Waar loop je telkens weer tegenaan?", "het druk en ga ik harder praten. Na de pauze is het nog erger.")
	if strings.Contains(d.frame(), "Dan wordt…") {
		t.Errorf("the answer in hand is cut:\n%s", d.frame())
	}
	d.keys("enter")
	d.text("Ook op vrijdag.")
	d.keys("tab")
	if got := d.m.plan.Survey.Open["wringt"]; !strings.HasSuffix(got, "nog erger.\nOok op vrijdag.") {
		t.Errorf("kept %q", got)
	}
	d.keys("ctrl+z")
	if got := d.m.plan.Survey.Open["wringt"]; strings.Contains(got, "vrijdag") {
		t.Errorf("after undo %q", got)
	}
	d.sees("Ongedaan: een open vraag")
}

func TestEmptyAnAreaAndBringItBack(t *testing.T) {
	d := surveyOpen(t)
	d.m.top().(*survey).list.choose("nl-po/organisatie")
	d.keys("d")
	d.sees("Leeggemaakt: 4 zinnen. Toets u zet ze terug.", "› ○ Klassenmanagement en organisatie             0 van 4")
	d.keys("u")
	d.sees("› ✓ Klassenmanagement en organisatie             4 van 4")
	d.keys("end d")
	d.sees("Alleen antwoorden bij zinnen kun je leegmaken.")
	d.keys("home d")
	d.sees("Alleen antwoorden bij zinnen kun je leegmaken.")
	d.m.top().(*survey).list.choose("nl-po/activeren")
	d.keys("d")
	d.sees("Hier is nog niets ingevuld.")
	if n := len(d.m.plan.Views); n != 12 {
		t.Errorf("%d views, want 12", n)
	}
}

func TestTheHubOpensAtTheNextUsefulThing(t *testing.T) {
	d := surveyOpen(t)
	d.sees("› ○ Leerlingen activeren", "Wat je nu hebt is genoeg voor stap 3.", "✓ Instructie en lesopbouw")
	d.keys("enter")
	d.sees("Leerlingen activeren", "1 van 4")
	d.keys("esc end enter")
	d.on("S30")
	p := surveyed(t)
	p.Views = p.Views[:1]
	d = at(t, p, 2, "home down enter")
	d.sees("2 van 5") // the first open sentence
	d = at(t, p, 2, "end up enter")
	d.on("S23")
}

func TestTheHubWithEverythingAnswered(t *testing.T) {
	p := surveyed(t)
	d := with(t, p)
	e := d.m.env()
	p.Views = nil
	for _, id := range e.fw.CompetenceIDs() {
		p.Views = append(p.Views, plan.View{Competence: id, Fits: "start", Want: 1})
	}
	p.Views[4].Fits = ""
	d = at(t, p, 2, "")
	d.sees("› ◐ Pedagogisch klimaat en relatie               4 van 5")
	p.Views[4].Fits = "geen"
	d = at(t, p, 2, "")
	d.sees("› ◐ Over mijn school")
	for _, c := range e.pack().Survey.Context {
		p.Survey.Context[c.ID] = 3
	}
	d = at(t, p, 2, "")
	d.sees("› [ Verder naar 3 Mijn plek ]", "✓ Over mijn school                             16 van 16")
}

func TestAnswerTheStatements(t *testing.T) {
	d := mySchoolOpen(t)
	d.sees("Klopt dit voor jou?   1 nee   2 een beetje   3 grotendeels   4 ja", "4 ja", "3 grotendeels", "Leren met anderen")
	d.keys("1")
	if got := d.m.plan.Survey.Context["peers"]; got != 1 {
		t.Errorf("the answer is %d", got)
	}
	d.sees("› Ik leer van de lessen en het materiaal van collega's.")
	d.keys("5")
	d.sees("› Ik leer van de lessen en het materiaal van collega's.")
	d.keys("u")
	d.sees("› " + text.Pad("Ik spreek regelmatig andere starters.", 62) + "2 een beetje")
	d.keys("end enter")
	d.on("S21")
	d.keys("enter")
	d.sees("› Ik leer van de lessen") // the first one without an answer
	d.keys("home")
	d.sees("Begeleiding", "› Ik weet wie mij begeleidt")
	d.keys("enter")
	d.sees("› Ik kan mijn begeleider")
	d.keys("esc")
	d.on("S21")
}

func TestEveryThemeHasAName(t *testing.T) {
	d := begun(t)
	for _, lang := range []string{"nl", "en"} {
		e := d.m.env()
		e.t = d.m.deps.Texts(lang)
		for _, c := range e.pack().Survey.Context {
			if themeName(e, c.Theme) == "" {
				t.Errorf("%s: no name for theme %s", lang, c.Theme)
			}
		}
	}
}

func TestTheLastQuestionSaysWhereToGoOn(t *testing.T) {
	d := questionsOpen(t)
	d.keys("tab tab tab tab")
	if strings.Contains(d.frame(), "Dit is de laatste vraag") {
		t.Errorf("said before it was asked:\n%s", d.frame())
	}
	d.keys("tab")
	d.sees("Dit is de laatste vraag. Met esc ga je naar de onderdelen.")
}
