package cli

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"bekwaam/internal/need"
)

// TestAnArchiveOpensWithoutTheProgram unpacks an archive with nothing of ours,
// and lets sha256sum check its list; a changed file is then named.
func TestAnArchiveOpensWithoutTheProgram(t *testing.T) {
	need.Tool(t, "sha256sum")
	w, _ := testWorld(t)
	said := &bytes.Buffer{}
	w.Err = said
	dir := t.TempDir()
	note := filepath.Join(dir, "verslag met spaties.txt")
	if err := os.WriteFile(note, []byte("Wat ik zag."), 0o600); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "alles.zip")
	for _, args := range [][]string{{"import", "testdata/cases/starter.yaml"}, {"evidence", "latest", "add", note, "--title", "Verslag", "--kind", "lesontwerp"}, {"archive", "-o", file}} {
		if code := Run(w, args); code != Done {
			t.Fatalf("%v: code %d, %s", args, code, said)
		}
	}
	z, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	out := filepath.Join(dir, "out")
	var names []string
	for _, x := range z.File {
		names = append(names, x.Name)
		r, err := x.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		path := filepath.Join(out, x.Name)
		if err == nil {
			err = os.MkdirAll(filepath.Dir(path), 0o700)
		}
		if err == nil {
			err = os.WriteFile(path, data, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, want := range []string{"LEESMIJ.txt", "plans/2026-2027-Noor-Bedachtsma.json", "pdf/2026-2027-Noor-Bedachtsma.pdf", "files/verslag-met-spaties.txt", "restore/everything.bekwaam", "SHA256SUMS"} {
		if !strings.Contains(strings.Join(names, "\n"), want) {
			t.Errorf("no %s in %q", want, names)
		}
	}
	check := func() (string, error) {
		cmd := exec.Command("sha256sum", "-c", "SHA256SUMS")
		cmd.Dir = out
		said, err := cmd.CombinedOutput()
		return string(said), err
	}
	if said, err := check(); err != nil || strings.Count(said, ": OK") != len(names)-1 {
		t.Errorf("%v: %s", err, said)
	}
	if err := os.WriteFile(filepath.Join(out, "LEESMIJ.txt"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	if said, err := check(); err == nil || !strings.Contains(said, "LEESMIJ.txt: FAILED") {
		t.Errorf("nobody noticed: %s", said)
	}
}
