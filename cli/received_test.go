package cli

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"bekwaam/plan"
	"bekwaam/tui"
)

// TestReceived follows a file from the teacher to the board: what each screen
// is told about it.
func TestReceived(t *testing.T) {
	w, _ := testWorld(t)
	teacher := testDesk(t, w)
	p := smallPlan(t, teacher)
	p.Profile.Board, p.Profile.Manager = "Stichting Stroomdal", &plan.Person{Name: "Karim Aziz"}
	if _, err := teacher.MakeKey("Noor Bakker", "leerkracht"); err != nil {
		t.Fatal(err)
	}
	made, err := teacher.Sign(p, plan.Actor{Name: "Noor Bakker", At: w.Now()}, "")
	if err != nil {
		t.Fatal(err)
	}

	w2, _ := testWorld(t)
	board := testDesk(t, w2)
	inbox := board.downloads()
	if err := os.MkdirAll(inbox, 0o700); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(made.File)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(inbox, "plan.pdf")
	for name, b := range map[string][]byte{"plan.pdf": data, "note.pdf": []byte("%PDF-1.4\nno"), "cut.pdf": data[:len(data)/2], "list.txt": nil} {
		if err := os.WriteFile(filepath.Join(inbox, name), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	old := time.Now().Add(-time.Hour)
	for _, name := range []string{"note.pdf", "cut.pdf"} {
		if err := os.Chtimes(filepath.Join(inbox, name), old, old); err != nil {
			t.Fatal(err)
		}
	}
	files, err := board.Received()
	if err != nil || len(files) != 3 || files[0].Path != path {
		t.Fatalf("received %+v, %v", files, err)
	}
	for name, want := range map[string]tui.Unreadable{"none.pdf": tui.FileMissing, "cut.pdf": tui.FileBroken, "note.pdf": tui.FileBroken, "list.txt": tui.FileMissing} {
		if _, err := board.Judge(filepath.Join(inbox, name)); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", name, err, want)
		}
	}

	j, err := board.Judge(path)
	if err != nil {
		t.Fatal(err)
	}
	if !j.HasPlan || j.Teacher != "Noor Bakker" || j.Match != "yes" || j.Pages < 1 || len(j.Signed) != 1 || !j.Signed[0].Holds || len(j.Signed[0].Words) != 6 ||
		j.Signed[0].Known != "new" || len(j.Strange) != 1 {
		t.Errorf("judged %+v", j)
	}
	if _, err := board.SignAs(path, "board"); !errors.Is(err, errNoKey) {
		t.Errorf("signed without a key: %v", err)
	}
	if err := board.Pin(path, "0000", false); err == nil {
		t.Error("a key that is not in the file was pinned")
	}
	if err := board.Pin(path, j.Signed[0].Fingerprint, false); err != nil {
		t.Fatal(err)
	}
	if j, _ = board.Judge(path); j.Signed[0].Known != "known" || len(j.Strange) != 0 {
		t.Errorf("after comparing the words: %+v", j)
	}
	if _, err := board.MakeKey("Bo Rijk", "bestuur"); err != nil {
		t.Fatal(err)
	}
	if len(j.CanSign) == 0 {
		t.Fatal("nobody can sign")
	}
	for _, role := range j.CanSign {
		if role.Says == "" {
			t.Errorf("%s signs without words", role.ID)
		}
	}
	out, err := board.SignAs(path, j.CanSign[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := os.ReadFile(path); err != nil || string(again) != string(data) {
		t.Error("the file that came was changed")
	}
	if j, err = board.Judge(out.File); err != nil || len(j.Signed) != 2 || len(j.Strange) != 0 {
		t.Errorf("signed twice: %+v, %v", j, err)
	}
}
