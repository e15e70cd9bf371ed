package tui

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
)

// atTable is a program on the screen for a round at one table.
func atTable(t testing.TB) *driver {
	t.Helper()
	d := withNoor(t)
	d.run(d.m.openStep(7))
	d.m.top().(*coachRound).list.choose("table")
	d.keys("enter")
	d.on("S78")
	return d
}

// TestAtOneTable goes the whole round on one screen: write down what was said
// and agreed, and both confirm it.
func TestAtOneTable(t *testing.T) {
	d := atTable(t)
	s := d.m.top().(*table)
	d.sees("Wat Ilse Vermeer zei", "Afspraken, lees ze hardop", "Karim Aziz: Donderdagmiddag staat vrij in het rooster. · 1 nov 2026")
	if len(d.m.plan.Talks) != 0 {
		t.Fatal("looking made a report")
	}
	d.keys("t")
	d.text("Over de overgang na het buitenspelen.")
	d.keys("esc")
	if len(d.m.plan.Talks) != 1 || d.m.plan.Talks[0].Now().Summary != "Over de overgang na het buitenspelen." {
		t.Fatalf("talks %+v", d.m.plan.Talks)
	}

	d.keys("n")
	d.on("S78b")
	d.text("Tel je ook af bij het opruimen")
	d.keys("?")
	d.keys("tab tab enter")
	d.on("S78")
	if n := d.m.plan.Notes; len(n) != 1 || n[0].Via != plan.NoteSaid || n[0].By != "Ilse Vermeer" || n[0].RecordedBy != "Noor Bakker" || n[0].Text != "Tel je ook af bij het opruimen?" {
		t.Fatalf("notes %+v", n)
	}
	d.keys("home")
	d.sees("vraag: Tel je ook af bij het opruimen?")

	s.list.choose("mine")
	d.keys("enter")
	d.sees("Bevestigd door Noor Bakker", "✓ Noor Bakker bevestigde dit")
	s.list.choose("key")
	d.keys("enter")
	d.on("S78c")
	d.send(tea.PasteMsg{Content: "/x/ilse.p12"})
	d.keys("tab tab enter")
	d.sees("Er is niets bevestigd")
	d.keys("tab")
	d.text("geheim")
	d.keys("tab enter")
	d.on("S78")
	id := d.m.plan.Talks[0].ID
	if !d.m.plan.TalkAgreed(id) {
		t.Fatalf("not confirmed by both: %+v", d.m.plan.Confirmations)
	}
	d.sees("met een eigen sleutel")
	d.keys("u")
	if d.m.plan.TalkAgreed(id) {
		t.Error("u took nothing back")
	}
	s.list.choose("paper")
	d.keys("enter")
	if !d.m.plan.TalkAgreed(id) {
		t.Error("paper does not count")
	}

	// A later agreement goes into the next text; both words on the earlier one stay.
	c, err := plan.AddAgreement(d.m.plan, plan.Agreement{ID: "g9", Who: "Ilse Vermeer", What: "Ik kom kijken.", Audience: string(plan.Coach)})
	d.run(commit(c, err)(d.m))
	d.sees("In je plan staan nu andere afspraken")
	s.list.choose("sync")
	d.keys("enter end")
	if d.m.plan.TalkAgreed(id) || len(d.m.plan.Confirmations) != 2 || len(d.m.plan.Talks[0].Forms) != 2 {
		t.Errorf("after a change: %d words, %d forms", len(d.m.plan.Confirmations), len(d.m.plan.Talks[0].Forms))
	}
	d.sees("bevestigde op 28 sep 2026 een eerdere tekst")
	d.keys("end enter tab")
	d.on("S185")
	d.keys("tab enter")
	d.on("S78")
	w := d.m.deps.Work.(*desk)
	if len(w.printed) != 1 || len(w.printed[0].Parts) != 3 || len(w.printed[0].Parts[1].Items) != 2 {
		t.Errorf("printed %+v", w.printed)
	}
}

func TestTableWithoutACoach(t *testing.T) {
	p := noor(t)
	p.Profile.Coach, p.Agreements = nil, nil
	d := with(t, p)
	d.run(d.m.openStep(7))
	d.m.top().(*coachRound).list.choose("table")
	d.keys("enter")
	d.on("S78")
	d.sees("Nog geen afspraken.", "Noor Bakker: dit is wat we bespraken")
	d.keys("n")
	d.on("S78")
	d.sees("Er is nog geen coach genoteerd.")
	d.m.top().(*table).list.choose("new")
	d.keys("enter")
	d.on("S60b")
}

// withComments is a program at home with a copy of the coach's file in which
// somebody wrote with another program.
func withComments(t testing.TB) *driver {
	d := withNoor(t)
	sentTo(t, d)
	w := d.m.deps.Work.(*desk)
	w.tray.files = []Received{{Path: "/x/coach.pdf", Name: "Noor-Bakker-2026-2027-v1-coach.pdf", Folder: "Downloads", At: fixed()}}
	w.packets.written = map[string][]plan.Note{"/x/coach.pdf": {
		{ID: "c1", Kind: plan.NoteQuestion, About: "d1", By: "Ilse V.", Text: "Bij welke overgang?"},
		{ID: "c2", Kind: plan.NoteSuggestion, About: "plan", By: "Ilse V.", Text: "Begin klein."}}}
	d.keys("esc esc")
	return d
}

func TestCommentsOfOtherPrograms(t *testing.T) {
	d := withComments(t)
	d.keys("o enter")
	d.on("S72c")
	d.sees("na te gaan", "Ilse V. · Doel 1 Vlotte overgangen", "Bij welke overgang?", "› Neem over")
	d.keys("end enter")
	d.on("S06")
	if len(d.m.plan.Notes) != 0 {
		t.Fatal("they were taken in")
	}
	d.keys("enter enter")
	d.on("S73")
	d.sees("Overgenomen: 2 notities", "gemaakt in een ander programma", "Ilse V.")
	d.keys("u")
	if len(d.m.plan.Notes) != 0 {
		t.Error("u left them")
	}
	d.keys("U esc esc o enter")
	d.on("S72c")
	d.sees("Deze opmerkingen nam je al over", "› Neem niet over")
}
