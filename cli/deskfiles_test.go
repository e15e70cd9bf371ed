package cli

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bekwaam/plan"
	"bekwaam/store"
	"bekwaam/tui"
)

func TestFilesOfTheScreens(t *testing.T) {
	w, _ := borderRun(t)
	d := testDesk(t, w)
	files := deskFiles{d}
	dir := t.TempDir()
	for name, data := range map[string]string{"kaart.txt": "Bij de deur staan.", ".verborgen": "x", "Aap.txt": "y"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "zolder"), 0o700); err != nil {
		t.Fatal(err)
	}
	f, err := files.Folder(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, x := range f.Items {
		names = append(names, x.Name)
	}
	if got := strings.Join(names, " "); got != "zolder Aap.txt kaart.txt" || f.Parent != filepath.Dir(dir) {
		t.Errorf("in the folder %s, above it %s", got, f.Parent)
	}
	small := smallPlan(t, d)
	if _, err := d.st.Append(store.Entry{Plan: small, Rev: plan.Revision{Act: plan.Act{Name: "new"}}}); err != nil {
		t.Fatal(err)
	}
	for name, take := range map[string]func() (tui.Made, error){
		".ics": func() (tui.Made, error) { return files.Calendar(small, "nl") },
		".csv": func() (tui.Made, error) { return files.Table(small, tableHours, "en") },
		".zip": func() (tui.Made, error) { return files.Everything("nl") },
	} {
		made, err := take()
		if info, missing := os.Stat(made.File); err != nil || missing != nil || info.Size() == 0 || filepath.Ext(made.File) != name || made.Shown == "" {
			t.Errorf("%s: %+v, %v", name, made, err)
		}
	}
	x, err := files.Keep(filepath.Join(dir, "kaart.txt"))
	if err != nil || x.Bytes != 18 || x.Name != "kaart.txt" {
		t.Fatalf("%+v, %v", x, err)
	}
	if _, err := files.Keep(dir); !errors.Is(err, tui.NoFile) {
		t.Errorf("a folder: %v", err)
	}
	if _, err := files.Keep(filepath.Join(dir, "weg")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("nothing there: %v", err)
	}
	p := plan.Plan{Evidence: []plan.Evidence{{ID: "e1", File: x}}}
	if lost := files.Lost(p); len(lost) != 0 {
		t.Errorf("lost %v", lost)
	}
	kept := filepath.Join(d.st.Dir(), "files", x.Hash[:2], x.Hash)
	if err := os.WriteFile(kept, []byte("iets anders"), 0o600); err != nil {
		t.Fatal(err)
	}
	if gone, lost := files.Lost(p)["e1"]; !lost || gone {
		t.Errorf("changed behind the program: %v, %v", lost, gone)
	}
}
