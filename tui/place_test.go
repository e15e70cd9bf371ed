package tui

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"bekwaam/plan"
)

func TestThePictureShowsWhoStandsWhere(t *testing.T) {
	d := pictureOpen(t)
	d.sees("nog geen  startbekwaam basisbekwaam vakbekwaam",
		"Relatie met leerlingen       ·         ·            ik           ·",
		"Zelfstandigheid en verantwo… weet ik niet",
		"Geen cijfer en geen oordeel.", "ik = jij nu, gezien = zo lees jij een observatie, doel = waar je naartoe wilt.",
		"› Routines en leertijd         ·         ik           doel         ·",
		"esc terug   enter lees   2 voorstellen   n observatie   > verder   ? hulp")
	if f, _, _ := strings.Cut(d.frame(), "ik = jij nu"); strings.Contains(f, "gezien") || strings.Contains(f, "Ilse") {
		t.Errorf("words of others have a place in the table before the teacher read them:\n%s", f)
	}
	d.keys("end")
	d.sees("Niet bekeken: 23 zinnen in 6 gebieden. Dat mag zo blijven.")
	d.keys("right")
	d.on("S31")
	d.keys("left")
	d.on("S30")
	d.keys("l")
	d.on("S31")
	d.keys("h")
	d.on("S30")
	d.keys("2")
	d.on("S31")
	d.keys("1")
	d.on("S30")
	d.keys(">")
	d.on("S40")
}

func TestThePictureInTheSmallWindow(t *testing.T) {
	d := pictureOpen(t)
	d.size(60, 16)
	d.sees("nog geen start   basis   vak", "Zelfstandigheid en vera… weet ik niet", "Geen cijfer en geen oordeel.")
}

func TestThePictureHasAPlaceForEveryAnswer(t *testing.T) {
	d := begun(t)
	e := d.m.env()
	tests := []struct {
		fits string
		seen map[string]int
		aims map[string]bool
		want string
	}{
		{"geen", nil, nil, "ik · · ·"},
		{"vak", nil, map[string]bool{"basis": true}, "· · doel ik"},
		{"basis", nil, map[string]bool{"basis": true}, "· · ik doel ·"},
		{"", nil, map[string]bool{"start": true}, "· doel · ·"},
		{"weet-niet", nil, nil, "weet ik niet"},
		{"weet-niet", nil, map[string]bool{"start": true}, "weet ik niet doel"},
		{"start", map[string]int{"start": 1}, nil, "· ik gezien · ·"},
		{"start", map[string]int{"basis": 2}, map[string]bool{"basis": true}, "· ik gezien 2 doel ·"},
		{"", map[string]int{"geen": 1, "vak": 3}, nil, "gezien · · gezien 3"},
	}
	for _, test := range tests {
		line := ladderOf(e).line("", marks(e, test.fits, test.seen, test.aims))
		if got := strings.Join(strings.Fields(ansi.Strip(line)), " "); got != test.want {
			t.Errorf("%q %v: %q, want %q", test.fits, test.aims, got, test.want)
		}
	}
}

func TestAnEmptyPictureLeadsOn(t *testing.T) {
	d := begun(t)
	d.run(d.m.openStep(3))
	d.sees("Je hebt nog geen zin gekozen. Dat geeft niet:", "enter kies een paar zinnen")
	d.keys("2")
	d.sees("Kies eerst een paar zinnen als je voorstellen wilt.", "› Een eigen vraag")
	d.keys("x")
	d.sees("Alleen een voorstel kun je weglaten.")
	d.keys("1 enter")
	d.on("S20")
}

func TestReadACompetence(t *testing.T) {
	d := readingOpen(t)
	d.sees("3 Mijn plek · Routines en leertijd", "› startbekwaam · jij nu", "basisbekwaam · je doel", "vakbekwaam",
		"Wat anderen schreven", "6 okt 2026 · Ilse Vermeer", "wachtte je tot het stil was.")
	d.keys("enter")
	d.on("S22")
	d.sees("Routines en leertijd, 1 van 4")
	d.keys("3 esc")
	d.on("S30b")
	d.sees("basisbekwaam · jij nu · je doel")
	d.keys("esc")
	d.on("S30")
	d.sees("› Routines en leertijd")
	d.keys("up enter")
	d.sees("Je koos: weet ik niet.")
}

func TestProposalsGiveTheirReasons(t *testing.T) {
	d := proposalsOpen(t)
	d.sees("› Routines en leertijd",
		"Waarom   Je wilt hier dit jaar eerst aan werken. Je koos startbekwaam.",
		"Ilse Vermeer schreef hier iets over op 6 okt.",
		"Nu       Je oefent vaste routines", "Straks   Je wisselt vlot van activiteit",
		"Begrip nagaan", "Omgaan met storend gedrag",
		"Waarom   Je wilt dit graag. Ilse schreef hier iets over op 6 okt.",
		`Een eigen vraag     "Als we van taal naar rekenen gaan ben ik zo vijf…"`,
		"1 De kinderen komen uit zichzelf naar me toe.", "3 Lesdoel en verwachting?  (voorstel uit je zinnen)",
		"[ Verder naar 4 Doelen ]")
	d.keys("down")
	d.sees("› Begrip nagaan")
	if strings.Contains(d.frame(), "vaste routines") {
		t.Errorf("a proposal that is not selected is unfolded:\n%s", d.frame())
	}
}

func TestLeaveAProposalOutAndBringItBack(t *testing.T) {
	d := proposalsOpen(t)
	d.keys("x")
	d.sees("Weggelaten. Toets u zet het terug.", "› Begrip nagaan", "Je vraagt niet alleen")
	if !slices.Contains(d.m.plan.Focus.SetAside, routines) {
		t.Errorf("set aside: %v", d.m.plan.Focus.SetAside)
	}
	d.keys("x x")
	d.sees("Er is nu geen voorstel.", "› Een eigen vraag")
	d.keys("u u u")
	d.sees("› Routines en leertijd")
	d.keys("end enter")
	d.on("S40")
}

func TestTheOwnReasonForAFocus(t *testing.T) {
	d := proposalsOpen(t)
	d.keys("t")
	d.sees("Waarom juist dit?", "esc klaar met schrijven")
	d.text("Omdat ik rust wil. 1 x")
	d.keys("esc")
	if f := d.m.plan.Focus; f.Reason != "Omdat ik rust wil. 1 x" || !slices.Equal(f.Competences, []string{routines}) {
		t.Errorf("focus %+v", f)
	}
	d.sees("Omdat ik rust wil. 1 x", "? hulp")
	d.keys("u")
	if f := d.m.plan.Focus; f.Reason != "" {
		t.Errorf("after undo %+v", f)
	}
}

func TestLinesAboutWhatGoesWell(t *testing.T) {
	d := proposalsOpen(t)
	lines := func(want ...string) {
		t.Helper()
		if got := d.m.plan.Start.Strengths; !slices.Equal(got, want) {
			t.Errorf("lines %q, want %q", got, want)
		}
	}
	const one, two = "De kinderen komen uit zichzelf naar me toe.", "Mijn lessen staan op maandag klaar."
	d.m.top().(*proposals).list.choose("s/2")
	d.keys("enter enter") // a proposal that is left as it was is not kept
	lines(one, two)
	d.keys("t")
	d.text("Ik ken x en 1")
	d.run(d.m.leave())
	d.text(".")
	d.keys("enter")
	lines(one, two, "Ik ken x en 1.")
	d.sees("› 3 Ik ken x en 1.")
	d.keys("up t")
	for range 40 {
		d.keys("backspace")
	}
	d.run(d.m.leave()) // a pause while the line is empty
	d.text("Rust")
	d.keys("esc")
	lines(one, "Rust", "Ik ken x en 1.")
	d.keys("t backspace backspace backspace backspace")
	d.run(d.m.leave())
	d.keys("esc")
	lines(one, "Ik ken x en 1.")
	d.keys("t esc")
	lines(one, "Ik ken x en 1.")
}

func TestAnOwnQuestionStaysPrivate(t *testing.T) {
	d := proposalsOpen(t)
	d.m.top().(*proposals).list.choose("own")
	d.keys("enter")
	d.on("S41")
	if len(d.m.plan.Goals) != 0 {
		t.Errorf("a goal was made before a word was written: %+v", d.m.plan.Goals)
	}
	d.text("Hoe kan ik rustig wisselen?")
	d.keys("esc")
	d.on("S40")
	if len(d.m.plan.Goals) != 1 {
		t.Fatalf("%d goals", len(d.m.plan.Goals))
	}
	if g := d.m.plan.Goals[0]; g.Question != "Hoe kan ik rustig wisselen?" || g.OwnChoice != "eigen keuze" {
		t.Errorf("the goal is %+v", g)
	}
}

func TestAGoalTakesItsProposalAway(t *testing.T) {
	d := proposalsOpen(t)
	d.keys("enter esc esc")
	d.run(d.m.openStep(3))
	d.keys("2")
	if strings.Contains(d.frame(), "vaste routines") {
		t.Errorf("a competence with a goal is proposed:\n%s", d.frame())
	}
	d.sees("› Begrip nagaan")
}

func TestAFrozenPlanMakesNoGoal(t *testing.T) {
	p := surveyed(t)
	p.Versions = []plan.Version{{Number: 1, Reason: plan.ReasonSigned}}
	d := at(t, p, 3, "2 enter")
	d.on("S31")
	d.sees("Deze versie is getekend.")
}
