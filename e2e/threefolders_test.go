package e2e

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// most is how many keys a coach may need beside free text, from the home to
// the file that is given back.
const most = 40

// TestThreeFolders goes the whole round on the screens of three people, each
// with a folder of their own: the teacher gives a plan, the coach reads, notes,
// agrees and gives it back, the teacher accepts a note and leaves one and
// signs, the coach signs, and the board checks and signs.
func TestThreeFolders(t *testing.T) {
	t.Parallel()
	teacher, coach, board := t.TempDir(), t.TempDir(), t.TempDir()
	planFor(t, teacher)
	x := start(t, 80, 24, teacher)
	x.until("2026–2027")
	x.send(k("Enter"), 0)
	x.until("Jouw pad")
	x.onStep(7)
	x.until("› [ Maak het bestand voor Ilse Vermeer ]")
	x.send(k("Enter"), 0)
	x.until("Maak mijn sleutel en het bestand")
	x.send(k("Enter"), 0)
	x.until("De beurt is aan Ilse Vermeer", "Bestand gemaakt", "bewaard")
	x.leave()
	hand(t, only(t, filepath.Join(teacher, "bekwaam", "*-v1-coach.pdf")), coach, "van-Noor.pdf")

	if n := coachReads(t, coach); n > most {
		t.Errorf("the coach needs %d keys beside free text, want at most %d", n, most)
	} else {
		t.Logf("the coach needs %d keys beside free text", n)
	}
	hand(t, only(t, filepath.Join(coach, "bekwaam", "*-v1-terug.pdf")), teacher, "zz-terug.pdf")

	// The teacher takes the answer in, decides on each note, and signs.
	x = start(t, 80, 24, teacher)
	x.until("Mijn plannen")
	x.send(k("o"), 0)
	x.until("› zz-terug.pdf")
	x.send(k("Enter"), 0)
	x.until("Van wie is deze sleutel?", "Ilse Vermeer")
	x.send(k("w"), 0)
	x.until("besproken", "3 notities", "› Neem over")
	x.send(k("Enter"), 0)
	x.until("Overgenomen: 3 notities van Ilse Vermeer")
	x.send(k("a"), 0)
	x.until("2 notities open")
	x.send(k("x"), 0)
	x.until("1 notitie open")
	x.send(k("a"), 0)
	x.until("Geen notities open", "bewaard")
	x.send(k(">"), 0)
	x.until("8 Tekenen en doorgeven")
	x.send(k("Enter"), 0)
	x.until("Je tekent")
	x.send(k("t"), 0)
	x.until("Je plan is getekend", "bewaard")
	x.leave()
	answered(t, teacher)

	signed := only(t, filepath.Join(teacher, "bekwaam", "*-bestuur.pdf"))
	hand(t, signed, coach, "zz-plan.pdf")
	coachSigns(t, coach)
	hand(t, only(t, filepath.Join(coach, "bekwaam", "zz-plan-coach.pdf")), board, "plan.pdf")
	boardSigns(t, board)

	last := only(t, filepath.Join(board, "bekwaam", "plan-*.pdf"))
	out, code := run(t, board, "verify", last, "--json")
	if code != 0 {
		t.Fatalf("verify ends with %d:\n%s", code, out)
	}
	var found []struct {
		Finding    string
		Signatures []struct{ Role, Name string }
	}
	if err := json.Unmarshal([]byte(out), &found); err != nil || len(found) != 1 {
		t.Fatalf("%v: %s", err, out)
	}
	if f := found[0]; f.Finding != "in-order" || len(f.Signatures) != 3 || f.Signatures[1].Name != "Ilse Vermeer" {
		t.Errorf("%+v", f)
	}
	for _, dir := range []string{teacher, coach, board} {
		if _, code := run(t, dir, "doctor"); code != 0 {
			t.Errorf("doctor ends with %d", code)
		}
	}
}

// hand puts a file where somebody gets to see what came by mail.
func hand(t *testing.T, from, dir, name string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Join(dir, "Downloads"), 0o700); err != nil {
		t.Fatal(err)
	}
	copyFile(t, from, filepath.Join(dir, "Downloads", name))
}

func (x *terminal) leave() {
	x.t.Helper()
	x.send(k("C-c C-c"), 0)
	x.until("ENDED 0")
}

// pass is the passphrase of the coach's key.
const pass = "vier woorden die ik onthoud"

// coachReads is the coach's part, from the first start to the file that is
// given back. It returns how many keys that took, without the questions of the
// first start.
func coachReads(t *testing.T, dir string) int {
	t.Helper()
	x := start(t, 80, 24, dir)
	x.until("Wie ben je?")
	x.send(k("Down Enter Enter Enter"), 0)
	x.until("Mijn starters", "Nog geen starters")
	count := 0
	keys := func(until string, list ...[]key) {
		t.Helper()
		x.until(until)
		all := join(list...)
		count += counted(all)
		x.send(all, 0)
	}
	keys("Nog geen starters", k("o"))
	keys("› van-Noor.pdf", k("Enter"))
	keys("Van wie is deze sleutel?", k("w"))
	keys("› Neem over", k("Enter"))
	keys("Alles is nieuw.", k("Down Down 1"), free("Je telt af met je hand en wacht."), k("Escape"))
	keys("1 dit zag ik werken", k("2"), free("Bij welke overgang verlies je de meeste tijd?"), k("Escape"))
	keys("2 vraag", k(">"))
	keys("Het gesprek is van Noor", k("n"), free("Ik kom kijken bij de rekenles."), k("Escape"), free("17 nov"), k("Escape"))
	keys("Ilse Vermeer    17 nov 2026", k(">"))
	keys("2 notities, 1 afspraak, jouw uitkomst", k("Enter Enter"))
	keys("Typ een wachtzin", free(pass), k("Enter Enter"))
	keys("› [ Maak het bestand voor Noor Bakker ]", k("Enter"))
	x.until("De beurt is aan Noor Bakker.", "Besproken, 28 sep 2026.", "bewaard")
	x.send(k("Enter"), 0)
	x.until("Mijn starters", "Loopt", "Noor Bakker", "1 starter")
	x.leave()
	return count
}

// answered asks what the teacher's plan says after the round.
func answered(t *testing.T, dir string) {
	t.Helper()
	out, code := run(t, dir, "show", "latest", "--json")
	if code != 0 {
		t.Fatalf("show ends with %d", code)
	}
	var doc struct {
		State      string
		Answers    []struct{ State string }
		Agreements []struct{ Who, What string }
	}
	if err := json.Unmarshal([]byte(out), &doc); err != nil {
		t.Fatal(err)
	}
	states := map[string]int{}
	for _, a := range doc.Answers {
		states[a.State]++
	}
	if doc.State != "discussed" || states["accepted"] != 2 || states["set-aside"] != 1 {
		t.Errorf("state %s, answers %v", doc.State, states)
	}
	if n := len(doc.Agreements); n == 0 || doc.Agreements[n-1].What != "Ik kom kijken bij de rekenles." || doc.Agreements[n-1].Who != "Ilse Vermeer" {
		t.Errorf("agreements %+v", doc.Agreements)
	}
}

// coachSigns opens the board's file in the coach's program and signs it.
func coachSigns(t *testing.T, dir string) {
	t.Helper()
	x := start(t, 80, 24, dir)
	x.until("Mijn starters")
	x.send(k("o"), 0)
	x.until("› zz-plan.pdf")
	x.send(k("Enter"), 0)
	x.until("Handtekeningen controleren", "› Teken als coach")
	x.send(k("Enter"), 0)
	x.until("t     teken nu")
	x.send(k("t"), 0)
	x.until("De wachtzin van je sleutel")
	x.send(join(free(pass), k("Enter")), 0)
	x.until("Je sleutel is open", "t     teken nu")
	x.send(k("t"), 0)
	x.until("✓ coach", "Getekend.")
	x.leave()
}

// boardSigns opens the file in the program of somebody of the board, compares
// the words of both keys, and signs.
func boardSigns(t *testing.T, dir string) {
	t.Helper()
	x := start(t, 80, 24, dir)
	x.until("Wie ben je?")
	x.send(k("Down Down Enter Enter Enter"), 0)
	x.until("Een bestand openen", "› plan.pdf")
	x.send(k("Enter"), 0)
	x.until("Handtekeningen controleren", "Van twee weet je nog niet zeker", "✓ coach")
	for range 2 {
		x.toward("Down", "› Vergelijk de zes woorden")
		x.send(k("Enter"), 0)
		x.until("Van wie is deze sleutel?")
		x.send(k("w"), 0)
		x.until("Handtekeningen controleren", "is onthouden")
	}
	x.until("In orde: twee handtekeningen kloppen")
	x.toward("Home", "› Teken als")
	x.send(k("Enter"), 0)
	x.until("t     teken nu")
	x.send(k("t"), 0)
	x.until("Naam op de handtekening")
	x.send(join(free("Karim Aziz"), k("Tab Tab Tab Enter")), 0)
	x.until("t     teken nu", "sleutel is gemaakt")
	x.send(k("t"), 0)
	x.until("In orde: drie handtekeningen kloppen")
	x.leave()
}
