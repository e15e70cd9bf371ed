package tui

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"bekwaam/continuum"
	"bekwaam/plan"
	"bekwaam/text"
)

func (d *driver) goals() string { return strings.Join(goalIDs(d.m.plan.LiveGoals()), " ") }

func TestGoalsInOrder(t *testing.T) {
	d := goalsOpen(t)
	d.on("S40")
	d.sees("› 1 Vlotte overgangen", "eerst", "Routines en leertijd: startbekwaam → basisbekwaam, terugkijken 9 feb 2027",
		"zonder onderdeel uit het kader, nog geen datum", "[ Verder naar 5 Activiteiten ]")
	d.keys("down -")
	if got := d.goals(); got != "d1 d3 d2" {
		t.Errorf("order is %s", got)
	}
	d.keys("+ +")
	if got := d.goals(); got != "d2 d1 d3" {
		t.Errorf("order is %s", got)
	}
	d.sees("› 1 Zien wie het snapt")
	d.keys("+")
	d.sees("Dit doel kan niet verder die kant op.")
	d.keys("u")
	if got := d.goals(); got != "d1 d2 d3" {
		t.Errorf("after undo the order is %s", got)
	}
}

func TestGoalRemovedAndBack(t *testing.T) {
	d := goalsOpen(t)
	d.keys("down d")
	d.sees("Weggehaald: doel 2. Toets u zet het terug.", "› 2 Elke week muziek")
	d.keys("up u")
	d.sees("Ongedaan: doel Zien wie het snapt is terug", "› 2 Zien wie het snapt")
}

func TestGoalKeptForNextYear(t *testing.T) {
	d := goalsOpen(t)
	d.keys("down m")
	d.sees("bewaard voor 2027–2028", "Bewaard voor 2027–2028: Zien wie het snapt.", "› ", "2 Elke week muziek")
	if got := d.goals(); got != "d1 d3" {
		t.Errorf("goals of this year are %s", got)
	}
	d.keys("home down -") // the last one of this year stays the last
	d.sees("Dit doel kan niet verder die kant op.")
	d.keys("+")
	if got := d.goals(); got != "d3 d1" {
		t.Errorf("past the kept goal the order is %s", got)
	}
	d.m.top().(*goalList).list.choose("d2")
	d.keys("m")
	d.sees("Terug in dit jaar: Zien wie het snapt.")
	if len(d.m.plan.LiveGoals()) != 3 {
		t.Errorf("goals of this year are %s", d.goals())
	}
}

func TestOneQuestionOfTheSelectedGoalFirst(t *testing.T) {
	d := goalsOpen(t)
	d.sees("Doel 1: over welk vak, welke les of welke leerlingen gaat dit doel?")
	d.keys("down down")
	d.sees("Doel 3: in je doel staat nog niet wat leerlingen ervan merken.")
	p := planned(t)
	for _, id := range []string{"d4", "d5"} {
		p.Goals = append(p.Goals, plan.Goal{ID: id, Title: id})
	}
	d = with(t, p)
	d.run(d.m.openStep(4))
	d.keys("end")
	d.sees("Je plan heeft meer dan drie doelen. Welke kies je als eerste?")
}

func TestNoGoalYet(t *testing.T) {
	d := goalsEmpty(t)
	d.sees("Nog geen doel. Toets n begint er een. Je drie voorstellen uit stap 3 staan", "› [ Verder naar 5 Activiteiten ]")
	d.keys("d")
	d.sees("Kies eerst een doel.")
	d.keys("n esc")
	d.on("S40")
	if len(d.m.plan.Goals) != 0 {
		t.Errorf("an untouched goal was kept: %+v", d.m.plan.Goals)
	}
	d.keys("n")
	d.on("S41")
	d.sees("doel 1 van 1", "9 feb 2027", "eigen keuze")
	d.text("Hoe kan ik beter uitleggen?")
	d.keys("esc")
	d.on("S40")
	d.sees("› 1 Hoe kan ik beter uitleggen?")
	g := d.m.plan.Goals
	if len(g) != 1 || g[0].OwnChoice != "eigen keuze" || g[0].Deadline != (text.Date{Year: 2027, Month: 2, Day: 9}) {
		t.Errorf("goals are %+v", g)
	}
	d.keys("u")
	if len(d.m.plan.Goals) != 0 {
		t.Errorf("after undo goals are %+v", d.m.plan.Goals)
	}
}

// TestShortestWayThroughTheGoals counts as the storyboard does: thirteen times
// tab or enter past all fields, and one key to go on.
func TestShortestWayThroughTheGoals(t *testing.T) {
	p := planned(t)
	p.Goals, p.Activities = nil, nil
	p.Goals = []plan.Goal{plan.GoalOn(p, framework(t, p), "d1", "nl-po/organisatie/routines")}
	d := with(t, p)
	d.run(d.m.openStep(3))
	d.run(d.m.push(newGoal(d.m, "d1")))
	d.on("S41")
	d.text("Hoe kan ik vlot wisselen van activiteit?")
	d.keys("tab tab tab tab tab tab tab tab tab tab tab tab enter")
	d.on("S40")
	d.sees("› 1 Routines en leertijd", "Hoe kan ik vlot wisselen van activiteit?")
	d.keys(">")
	if got := d.m.stepHere(); got != 5 {
		t.Errorf("on step %d", got)
	}
}

func framework(t testing.TB, p plan.Plan) *continuum.Framework {
	t.Helper()
	f, ok := newDriver(t).m.deps.Pack.Framework(p.Profile.Framework)
	if !ok {
		t.Fatal("no framework")
	}
	return f
}

func TestGoalFieldsAreSaved(t *testing.T) {
	d := goalOpen(t)
	d.sees("Wat zien of doen zij", "te zien: jij en je coach", "› Waaraan merken leerlingen dit over drie maanden?", "[ Klaar ]")
	d.text(" Ook Sem.")
	d.keys("enter")
	d.text("En Mila.")
	d.keys("tab")
	if got, want := d.m.plan.Goals[0].Signs, "Ze pakken zelf hun spullen en beginnen, zonder dat ik iets herhaal. Ook Sem.\nEn Mila."; got != want {
		t.Errorf("signs are %q", got)
	}
	f := d.m.top().(*goalForm)
	f.choose("deadline")
	d.text("31-2")
	d.keys("tab")
	d.sees("Die dag bestaat niet: 31-2.", "› Terugkijken op")
	d.keys("esc")
	d.on("S41")
	d.keys("backspace backspace backspace backspace")
	d.text("24 jun")
	d.keys("enter")
	d.sees("24 jun 2027", "› Waarom dit doel")
	d.keys("right")
	if g := d.m.plan.Goals[0]; g.Deadline != (text.Date{Year: 2027, Month: 6, Day: 24}) || g.OwnChoice != "afspraak" {
		t.Errorf("goal is %+v", g)
	}
	d.keys("ctrl+z ctrl+z")
	d.sees("9 feb 2027", "eigen keuze")
	d.keys("esc")
	d.on("S40")
}

func TestBadDateLeavesOnTheSecondEsc(t *testing.T) {
	d := goalOpen(t)
	d.m.top().(*goalForm).choose("deadline")
	d.text("morgen")
	d.keys("esc")
	d.on("S41")
	d.sees("Dat begreep ik niet: morgen.")
	d.keys("esc")
	d.on("S40")
	if got := d.m.plan.Goals[0].Deadline; got != (text.Date{Year: 2027, Month: 2, Day: 9}) {
		t.Errorf("date is %v", got)
	}
}

func TestExampleIsNotPartOfThePlan(t *testing.T) {
	p := planned(t)
	p.Goals[0].TargetBehaviour = ""
	d := with(t, p)
	d.run(d.m.openStep(4))
	d.keys("enter")
	if got := d.m.top().(*goalForm).here().ID(); got != "behaviour" {
		t.Errorf("the first empty field is %s", got)
	}
	d.sees("Bijvoorbeeld: Je wisselt vlot van activiteit")
	d.keys("tab")
	if got := d.m.plan.Goals[0].TargetBehaviour; got != "" {
		t.Errorf("stored %q", got)
	}
	d.keys("shift+tab")
	d.text("Ik")
	if f := d.frame(); strings.Contains(f, "Bijvoorbeeld") {
		t.Errorf("the example stays beside what is typed:\n%s", f)
	}
}

func TestChoosingAPart(t *testing.T) {
	d := goalsOpen(t)
	d.keys("down down enter")
	d.m.top().(*goalForm).choose("competence")
	d.sees("› Onderdeel", "zonder onderdeel uit het")
	d.keys("enter")
	d.on("S41b")
	d.sees("● zonder onderdeel uit het kader", "Pedagogisch klimaat en relatie")
	d.text("groepsv")
	d.sees("› ○ Groepsvorming en veiligheid")
	if f := d.frame(); strings.Contains(f, "Heldere uitleg") {
		t.Errorf("does not narrow:\n%s", f)
	}
	d.text("xx")
	d.sees("Geen onderdeel met „groepsvxx”.")
	d.keys("esc")
	d.on("S41b")
	d.text("groepsvorming")
	d.keys("enter")
	d.on("S41")
	g := d.m.plan.Goals[2]
	if !slices.Equal(g.Competences, []string{"nl-po/klimaat/groep"}) || len(g.Aims) != 1 || g.Aims[0].Phase != "basis" {
		t.Errorf("goal is %+v", g)
	}
	d.sees("Groepsvorming en", "startbekwaam →", "› [ Klaar ]")
	d.keys("shift+tab enter home up up enter")
}

func TestEditorGivesTheTextBack(t *testing.T) {
	d := goalOpen(t)
	d.keys("ctrl+e")
	if d.m.waiting == nil {
		t.Fatal("nothing waits for the editor")
	}
	d.keys("x") // typed too early: held back
	d.send(workMsg{d.m.waiting.id, "Ze beginnen zelf.\n", nil})
	if got := d.m.plan.Goals[0].Signs; !strings.HasPrefix(got, "Ze beginnen zelf.") {
		t.Errorf("signs are %q", got)
	}
	d.m.deps.Work.(*desk).fail = errNotSaved
	d.keys("ctrl+e")
	d.sees("Je eigen tekstprogramma ging niet open. Je tekst staat hier nog.")
	d.m.top().(*goalForm).choose("title")
	d.keys("ctrl+e")
	d.sees("Dit werkt alleen in een lange tekst.")
}

func TestSignedPlanKeepsItsGoals(t *testing.T) {
	d := with(t, planned(t))
	c, err := plan.Sign(d.m.plan, plan.Actor{Name: "Noor Bakker", At: fixed()}, "00")
	if err != nil {
		t.Fatal(err)
	}
	d.run(d.m.commit(c))
	d.run(d.m.openStep(4))
	d.keys("d")
	d.sees("Deze versie is getekend.")
	d.keys("enter")
	d.m.top().(*goalForm).choose("title")
	d.text("x")
	d.keys("tab")
	d.sees("Deze versie is getekend.")
	if f := d.frame(); strings.Contains(f, "overgangenx") {
		t.Errorf("the field keeps what the plan did not take:\n%s", f)
	}
}

func TestGoalByMouse(t *testing.T) {
	d := goalOpen(t)
	d.keys("esc enter")
	d.send(tea.MouseClickMsg{X: 55, Y: 2, Button: tea.MouseLeft})
	d.on("S41b")
}

func TestNameOfAGoalIsOneLine(t *testing.T) {
	p := planned(t)
	p.Goals[0].Title, p.Goals[0].Question = "", "Eén regel\nen nog een"
	d := with(t, p)
	d.run(d.m.openStep(4))
	d.keys("m")
	exact(t, d)
	d.sees("Eén regel en nog een", "bewaard voor 2027–2028")
	d.keys("u")
	exact(t, d)
}
