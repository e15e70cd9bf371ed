package seal_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"bekwaam/internal/need"
)

// Programs of others agree that the files and signatures are good.

func run(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Errorf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return string(out)
}

func save(t *testing.T, name string, b []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestPdfsig(t *testing.T) {
	need.Tool(t, "pdfsig", "certutil")
	w := newWorld(t)
	// Without a database that exists, pdfsig calls good files unknown.
	db := "sql:" + t.TempDir()
	run(t, "certutil", "-N", "-d", db, "--empty-password")
	out := run(t, "pdfsig", "-nssdir", db, save(t, "signed.pdf", w.signed[4]))
	for s, n := range map[string]int{"Signature is Valid": 4, "ETSI.CAdES.detached": 4, "  - Total document signed": 1, "Noor Bakker": 1} {
		if got := strings.Count(out, s); got < n {
			t.Errorf("%q %d times, want %d:\n%s", s, got, n, out)
		}
	}
	flipped := []byte(string(w.signed[4]))
	flipped[len(w.signed[0])-400] ^= 1
	if out, _ := exec.Command("pdfsig", "-nssdir", db, save(t, "flipped.pdf", flipped)).CombinedOutput(); strings.Contains(string(out), "Signature is Valid") {
		t.Errorf("a flipped byte is valid:\n%s", out)
	}
}
