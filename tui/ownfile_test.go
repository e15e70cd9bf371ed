package tui

import (
	"errors"
	"strings"
	"testing"
	"time"

	"bekwaam/plan"
	"bekwaam/store"
	"bekwaam/text"
)

// ownFiles is what the desk of a test does with files of one's own: it works
// with the real store and keeps the files in memory.
type ownFiles struct {
	st   *store.Store
	docs map[string]plan.Plan
	made []string // passphrases of the files that were made
}

func (w *desk) OwnFile(path string, inHand plan.Plan) (Own, error) {
	doc, ok := w.own.docs[path]
	if !ok {
		return Own{}, FileMissing
	}
	f := Own{Path: path, Name: "Noor-Bakker-2026-2027-alles-van-mij.pdf", Doc: doc, Sealed: true, From: "Noor Bakker", Mine: true, At: fixed().AddDate(0, 0, -1)}
	if w.fail != nil {
		f.Refused = w.fail
		return f, nil
	}
	read := doc
	doc.EditionInfo = nil
	p, err := w.own.st.Load(doc.ID)
	if errors.Is(err, store.ErrNoPlan) {
		f.Took.Changes = []plan.Change{{Plan: doc, Act: plan.Act{Name: plan.ActImport, Fixed: true}}}
		return f, nil
	}
	f.Plan = p
	trail, at := trailOf(w.own.st, p.ID)
	f.Again = func(pick func(plan.Conflict) plan.Pick) (plan.OwnFile, error) {
		return plan.TakeOwn(p, doc, read, trail, func(i int) plan.Plan { return at[i] }, pick)
	}
	if f.Took, err = f.Again(nil); err != nil {
		f.Refused = err
	}
	return f, nil
}

// trailOf is what a plan in a store went through.
func trailOf(st *store.Store, id string) (plan.Trail, []plan.Plan) {
	revs, err := st.AllRevisions(id)
	if err != nil {
		panic(err)
	}
	var trail plan.Trail
	var at []plan.Plan
	for _, r := range plan.Went(revs) {
		p, err := st.LoadRevision(id, r.N)
		if err != nil {
			panic(err)
		}
		trail, at = append(trail, plan.StateDigest(p)), append(at, p)
	}
	return trail, at
}

func (w *desk) MakeOwn(p plan.Plan, passphrase string) (Made, error) {
	if w.fail != nil {
		return Made{}, w.fail
	}
	w.own.made = append(w.own.made, passphrase)
	return Made{File: "/x/eigen.pdf", Shown: "Documenten › bekwaam › eigen.pdf", At: fixed()}, nil
}

// ownFileOf is the file that another computer made, which had the plan as it
// was some acts ago and went on with it.
func ownFileOf(t testing.TB, d *driver, goOn func(plan.Plan) plan.Plan, ago int) plan.Plan {
	t.Helper()
	trail, at := trailOf(d.st, d.m.plan.ID)
	trail, p := trail[ago:], at[ago]
	if goOn != nil {
		p = goOn(p)
		trail = append(plan.Trail{plan.StateDigest(p)}, trail...)
	}
	doc, _, err := plan.Read(plan.For(p, d.m.pack(), plan.Self, "").WithAncestors(trail).Payload())
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// ownNoor is a program with a plan as a store reads it.
func ownNoor(t testing.TB) *driver {
	p, _, err := plan.Read(plan.WriteJSON(withNoor(t).m.plan))
	if err != nil {
		t.Fatal(err)
	}
	return with(t, p)
}

// onTwoComputers is a program with a plan that both computers changed: the
// learning question and the deadline of a goal both, an agreement only there.
func onTwoComputers(t testing.TB) *driver {
	d := ownNoor(t)
	first := d.m.plan.Goals[0].ID
	edit := func(p plan.Plan, signs string, month int) plan.Plan {
		c, err := plan.EditGoal(p, first, "signs", func(g *plan.Goal) { g.Signs, g.Deadline = signs, text.Date{Year: 2027, Month: month, Day: 1} })
		if err != nil {
			t.Fatal(err)
		}
		return c.Plan
	}
	d.run(d.m.commit(plan.Change{Plan: edit(d.m.plan, "Ze weten of ze het snappen.", 1), Act: plan.Act{Name: "goal.edit"}}))
	before := d.m.plan
	d.run(d.m.commit(plan.Change{Plan: edit(before, "Ze leggen hun wisbordje pas neer als ik rondkijk.", 2), Act: plan.Act{Name: "goal.edit"}}))
	doc := ownFileOf(t, d, func(p plan.Plan) plan.Plan {
		c, err := plan.AddAgreement(edit(p, "Ze laten hun bordje zien en ik weet wie hulp nodig heeft.", 3), plan.Agreement{ID: "elders", What: "Samen kijken"})
		if err != nil {
			t.Fatal(err)
		}
		return c.Plan
	}, 1)
	return withOwn(d, doc)
}

// withOwn puts a file of one's own into the folders, and opens the list of
// them.
func withOwn(d *driver, doc plan.Plan) *driver {
	const path = "/x/eigen.pdf"
	w := d.m.deps.Work.(*desk)
	w.own.st, w.own.docs = d.st, map[string]plan.Plan{path: doc}
	w.tray.files = []Received{{Path: path, Name: "Noor-Bakker-2026-2027-alles-van-mij.pdf", Folder: "Downloads", At: time.Date(2026, 9, 27, 16, 31, 0, 0, time.UTC)}}
	w.tray.judged = map[string]Judged{path: {Path: path, Name: "Noor-Bakker-2026-2027-alles-van-mij.pdf", Audience: "self", HasPlan: true}}
	d.m.stack = []screen{newHome(d.m)}
	d.keys("o")
	d.on("S06")
	return d
}

func TestTwoTexts(t *testing.T) {
	d := onTwoComputers(t)
	before := d.m.plan
	d.keys("enter")
	d.on("S72d")
	d.sees("op beide computers", "2 velden veranderde je op beide computers", "› Kies tussen twee teksten, bij 2 velden", "jou, met je eigen sleutel")
	d.keys("enter")
	d.on("S168")
	d.sees("Op twee computers veranderde je hetzelfde veld. Welke tekst wil je houden?", "1 van 2 velden", "27 sep")
	d.keys("esc")
	d.on("S72d")
	if d.m.plan.Revision != before.Revision {
		t.Fatal("looking changed the plan")
	}
	d.keys("enter")
	// The fields come in the order of the document: the deadline, the signs.
	d.sees("1 feb 2027", "1 mrt 2027")
	if strings.Contains(d.frame(), "allebei") {
		t.Error("two dates can both stay")
	}
	d.keys("2")
	d.sees("2 van 2 velden", "Ze weten of ze het snappen.", "Ze leggen hun wisbordje", "Ze laten hun bordje zien", "3 allebei")
	d.keys("left")
	d.sees("1 van 2 velden")
	d.keys("enter 3")
	d.on("S05")
	d.sees("Overgenomen van je andere computer. Toets u maakt het ongedaan.")
	g := d.m.plan.Goals[0]
	if g.Deadline.Month != 3 || g.Signs != "Ze leggen hun wisbordje pas neer als ik rondkijk.\nZe laten hun bordje zien en ik weet wie hulp nodig heeft." {
		t.Errorf("%v %q", g.Deadline, g.Signs)
	}
	if at := len(d.m.plan.Agreements) - 1; d.m.plan.Agreements[at].ID != "elders" {
		t.Error("what only the other computer had did not come")
	}
	if p, err := d.st.LoadRevision(d.m.plan.ID, before.Revision+1); err != nil || p.Goals[0].Signs != "Ze laten hun bordje zien en ik weet wie hulp nodig heeft." {
		t.Errorf("the state of the other computer is not kept: %v", err)
	}
	d.keys("u")
	if p := d.m.plan; plan.StateDigest(p) != plan.StateDigest(before) {
		t.Errorf("undo: %v", plan.Diff(before, p))
	}
	d.keys("U")
	if g := d.m.plan.Goals[0]; !strings.Contains(g.Signs, "\n") {
		t.Errorf("redo: %q", g.Signs)
	}
	if err := d.m.failed; err != nil {
		t.Error(err)
	}
	if p, err := d.st.Load(d.m.plan.ID); err != nil || plan.StateDigest(p) != plan.StateDigest(d.m.plan) {
		t.Errorf("not what is on disk: %v", err)
	}
}

// One's own words everywhere: nothing changes but the history.
func TestMineStays(t *testing.T) {
	d := onTwoComputers(t)
	doc := ownFileOf(t, d, func(p plan.Plan) plan.Plan {
		c, err := plan.EditGoal(p, p.Goals[0].ID, "signs", func(g *plan.Goal) { g.Signs = "Anders." })
		if err != nil {
			t.Fatal(err)
		}
		return c.Plan
	}, 1)
	withOwn(d, doc)
	before := d.m.plan
	d.keys("enter enter 1")
	d.sees("Overgenomen. Wat je niet koos, staat in de geschiedenis.")
	if plan.StateDigest(d.m.plan) != plan.StateDigest(before) || d.m.plan.Revision != before.Revision+2 {
		t.Errorf("%v", plan.Diff(before, d.m.plan))
	}
	withOwn(d, doc)
	d.keys("enter")
	d.on("S72d")
	d.sees("ouder dan wat hier staat")
}

func TestOwnFileOfEachKind(t *testing.T) {
	newer := func(p plan.Plan) plan.Plan {
		c, err := plan.AskCoach(p, "Van de andere computer")
		if err != nil {
			t.Fatal(err)
		}
		return c.Plan
	}
	d := ownNoor(t)
	withOwn(d, ownFileOf(t, d, newer, 0))
	d.keys("enter")
	d.sees("nieuwer dan hier", "› Neem over", "0 nieuw, 1 veranderd, 0 weg")
	d.keys("enter")
	d.on("S05")
	if d.m.plan.QuestionToCoach != "Van de andere computer" {
		t.Error("it was not taken in")
	}
	d.keys("u")
	if d.m.plan.QuestionToCoach == "Van de andere computer" {
		t.Error("it cannot be undone")
	}

	d = ownNoor(t)
	withOwn(d, ownFileOf(t, d, nil, 0))
	d.keys("enter")
	d.sees("Er is niets nieuws.", "› Neem niet over")
	d.keys("up enter")
	if len(d.m.deps.Work.(*desk).opened) != 1 {
		t.Error("the PDF was not opened")
	}
	d.keys("down enter")
	d.on("S06")

	// A computer that does not have the plan yet.
	other := ownNoor(t)
	doc := ownFileOf(t, other, nil, 0)
	d = newDriver(t)
	d.m.settings.Started = true
	withOwn(d, doc)
	d.keys("enter")
	d.sees("dat hier nog niet staat", "› Neem over")
	d.keys("enter")
	d.on("S05")
	if d.m.plan.ID != doc.ID || len(d.m.plan.Goals) != len(doc.Goals) {
		t.Error("the plan did not come")
	}

	for code, words := range map[string]string{CodeAltered: "veranderd nadat het werd gemaakt", plan.CodeCopy: "past niet bij het plan"} {
		d = ownNoor(t)
		withOwn(d, ownFileOf(t, d, nil, 0))
		d.m.deps.Work.(*desk).fail = &plan.Error{Code: code}
		d.keys("enter")
		d.sees(words, "› Neem niet over")
	}
}

func TestFileForAnotherComputer(t *testing.T) {
	d := ownNoor(t)
	d.show(&settingsScreen{})
	d.m.top().(*settingsScreen).list.choose(otherRow)
	d.keys("enter")
	d.on("S178")
	d.sees("ook wat alleen voor jou is", "Wachtzin, mag leeg blijven")
	d.keys("tab tab enter")
	d.on("S170")
	d.sees("Gemaakt: Documenten › bekwaam › eigen.pdf")
	d.keys("enter")
	d.text("vier losse woorden")
	d.keys("tab tab enter")
	d.on("S178")
	d.sees("niet")
	d.text("vier losse woorden")
	d.keys("tab enter")
	w := d.m.deps.Work.(*desk)
	if made := strings.Join(w.own.made, ","); made != ",vier losse woorden" {
		t.Errorf("made %q\n%s", made, d.frame())
	}
	d.keys("enter")
	w.fail = errors.New("no room")
	d.keys("tab tab enter")
	d.on("S178")
	if len(w.own.made) != 2 {
		t.Error("made all the same")
	}
	d.m.plan = plan.Plan{}
	d.keys("esc")
	if strings.Contains(d.frame(), "Andere computer") {
		t.Error("a file of no plan")
	}
}

func init() {
	fixtures["S72d"] = func(t testing.TB) *driver { d := onTwoComputers(t); d.keys("enter"); return d }
	fixtures["S168"] = func(t testing.TB) *driver { d := onTwoComputers(t); d.keys("enter enter 1"); return d }
	fixtures["S178"] = func(t testing.TB) *driver {
		d := ownNoor(t)
		d.show(&settingsScreen{})
		d.m.carryOut([]effect{openOwnMaking()})
		return d
	}
}
