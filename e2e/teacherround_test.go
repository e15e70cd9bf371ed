package e2e

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestCoachRound lets a teacher make a file for the coach on the screens, a
// coach answer it by commands, and the teacher take the answer in, accept a
// note, reply to one and leave one, all on the screens again.
func TestCoachRound(t *testing.T) {
	t.Parallel()
	teacher, coach := t.TempDir(), t.TempDir()
	planFor(t, teacher)
	make := k("Enter Enter")
	x := start(t, 80, 24, teacher)
	x.until("2026–2027")
	x.send(k("Enter"), 0)
	x.until("Jouw pad")
	x.onStep(7)
	x.until("Dit gaat mee naar Ilse Vermeer", "› [ Maak het bestand voor Ilse Vermeer ]")
	x.send(make[:1], 0)
	x.until("Maak mijn sleutel en het bestand")
	x.send(make[1:], 0)
	x.until("De beurt is aan Ilse Vermeer", "Bestand gemaakt", "bewaard")
	x.send(k("C-c C-c"), 0)
	x.until("ENDED 0")

	sent := only(t, filepath.Join(teacher, "bekwaam", "*-v1-coach.pdf"))
	back := answerByCommands(t, coach, sent)
	copyFile(t, back, filepath.Join(teacher, "bekwaam", "zz-v1-terug.pdf"))

	// Days later: o, enter, z, enter; then a, r and x.
	read := join(k("o"), k("Enter"), k("z"), k("Enter"))
	x = start(t, 80, 24, teacher)
	x.until("Mijn plannen")
	x.send(read[:1], 0)
	x.until("Een bestand openen", "› zz-v1-terug.pdf")
	x.send(read[1:2], 0)
	x.until("Van wie is deze sleutel?", "Ilse Vermeer")
	x.send(read[2:3], 0)
	x.until("terug met vragen", "3 notities", "› Neem over")
	x.send(read[3:], 0)
	x.until("Overgenomen: 3 notities van Ilse Vermeer", "› ○ dit zag ik werken")
	x.send(join(k("a r"), free("Na het buitenspelen."), k("Escape")), 0)
	x.until("Jij: Na het buitenspelen.")
	x.send(k("x"), 0)
	x.until("Geen notities open", "› [ Maak versie 2 voor Ilse Vermeer ]", "bewaard")
	x.send(k("C-c C-c"), 0)
	x.until("ENDED 0")

	if n := counted(make); n != 2 {
		t.Errorf("making the file takes %d keys, want 2", n)
	}
	if n := counted(read); n != 4 {
		t.Errorf("reading the answer takes %d keys, want 4", n)
	}
	out, code := run(t, teacher, "show", "latest", "--json")
	if code != 0 {
		t.Fatalf("show ends with %d", code)
	}
	var doc struct {
		State   string `json:"state"`
		Answers []struct {
			State, Text string
		} `json:"answers"`
	}
	if err := json.Unmarshal([]byte(out), &doc); err != nil {
		t.Fatal(err)
	}
	var states []string
	for _, a := range doc.Answers {
		states = append(states, a.State)
	}
	if !slices.Equal(states, []string{"accepted", "answered", "set-aside"}) || doc.State != "returned" {
		t.Errorf("answers %v, state %s", states, doc.State)
	}
	if _, code := run(t, teacher, "doctor"); code != 0 {
		t.Errorf("doctor ends with %d", code)
	}
}

// planFor puts a plan of Noor Bakker with one goal and a coach into a folder.
func planFor(t *testing.T, dir string) {
	t.Helper()
	x := start(t, 80, 24, dir)
	for _, p := range shortest() {
		for _, v := range p.on {
			switch p.screens {
			case "S50 S51 S52", "S60", "S70", "S74", "S80 S81 S82":
				continue
			}
			x.until(v.until)
			x.send(v.keys, 0)
		}
	}
	x.until("Nog geen activiteit", "bewaard")
	x.send(k("C-c C-c"), 0)
	x.until("ENDED 0")
}

// onStep opens a step of the path, on which the mark stands somewhere.
func (x *terminal) onStep(n int) {
	x.t.Helper()
	x.send(k("Home"), 0)
	for range n - 1 {
		x.send(k("Down"), 0)
	}
	x.send(k("Enter"), 0)
}

// answerByCommands is a coach's answer to a file: something seen, a question
// and a suggestion, with a question as the outcome.
func answerByCommands(t *testing.T, dir, sent string) string {
	t.Helper()
	do := func(args ...string) string {
		t.Helper()
		out, code := run(t, dir, args...)
		if code != 0 {
			t.Fatalf("%v ends with %d:\n%s", args, code, out)
		}
		return out
	}
	do("key", "create", "--name", "Ilse Vermeer", "--alg", "p256")
	do("import", sent)
	var doc struct {
		Goals []struct{ ID string }
	}
	if err := json.Unmarshal([]byte(do("show", "latest", "--json")), &doc); err != nil || len(doc.Goals) == 0 {
		t.Fatalf("the coach has no goals: %v", err)
	}
	for _, n := range [][2]string{{"strength", "Je telt af."}, {"question", "Welke overgang?"}, {"suggestion", "Probeer wisbordjes."}} {
		do("note", "latest", "--on", doc.Goals[0].ID, "--kind", n[0], "--text", n[1])
	}
	back := filepath.Join(dir, "terug.pdf")
	do("return", "latest", "-o", back, "--outcome", "question", "--reason", "Zullen we samen kiezen?")
	return back
}

// only is the one file with such a name.
func only(t *testing.T, pattern string) string {
	t.Helper()
	list, err := filepath.Glob(pattern)
	if err != nil || len(list) != 1 {
		t.Fatalf("%s: %v, %v", pattern, list, err)
	}
	return list[0]
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	b, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if strings.HasPrefix(string(b), "%PDF") {
		err = os.WriteFile(to, b, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}
