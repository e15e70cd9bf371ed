package e2e

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"bekwaam/internal/need"
)

// caseDir is a store with the worked case, and its board edition.
func caseDir(t *testing.T) (dir, board string) {
	t.Helper()
	dir = t.TempDir()
	must(t, dir, 0, "import", filepath.Join("..", "plan", "testdata", "starter.yaml"))
	board = filepath.Join(t.TempDir(), "board.pdf")
	must(t, dir, 0, "export", "latest", "-o", board, "--audience", "board")
	return dir, board
}

// must runs a command that has to end with code and returns what it prints.
func must(t *testing.T, dir string, code int, args ...string) string {
	t.Helper()
	out, got := run(t, dir, args...)
	if got != code {
		t.Fatalf("%v ends with %d, want %d\n%s", args, got, code, out)
	}
	return out
}

func tool(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
	return string(out)
}

// TestBoardEditionForOthers lets independent readers look at the exported and
// at the signed file.
func TestBoardEditionForOthers(t *testing.T) {
	t.Parallel()
	need.Tool(t, "qpdf", "pdffonts", "pdfinfo", "pdfsig", "pdfdetach", "certutil")
	dir, board := caseDir(t)
	must(t, dir, 0, "key", "create", "--name", "Noor Bedachtsma")
	signed := filepath.Join(t.TempDir(), "signed.pdf")
	must(t, dir, 0, "sign", board, "--as", "teacher", "-o", signed)
	for _, file := range []string{board, signed} {
		tool(t, "qpdf", "--check", file)
		fonts := strings.Split(strings.TrimSpace(tool(t, "pdffonts", file)), "\n")[2:]
		for _, f := range fonts {
			if !regexp.MustCompile(`yes (yes|no)\s+yes`).MatchString(f) {
				t.Errorf("a font is not embedded or has no Unicode: %s", f)
			}
		}
		if len(fonts) == 0 || !regexp.MustCompile(`Tagged:\s+yes`).MatchString(tool(t, "pdfinfo", file)) {
			t.Errorf("%s has %d fonts or is not tagged", file, len(fonts))
		}
		data := filepath.Join(t.TempDir(), "data.json")
		tool(t, "pdfdetach", "-save", "1", "-o", data, file)
		again := t.TempDir()
		must(t, again, 0, "import", data)
	}
	db := "sql:" + t.TempDir()
	tool(t, "certutil", "-N", "-d", db, "--empty-password")
	if out := tool(t, "pdfsig", "-nssdir", db, signed); !strings.Contains(out, "Signature is Valid") {
		t.Errorf("pdfsig says:\n%s", out)
	}
}

// TestBoardEditionComesBack makes the same edition twice, and once more from
// its own data in an empty store: the bytes are the same each time.
func TestBoardEditionComesBack(t *testing.T) {
	t.Parallel()
	dir, board := caseDir(t)
	first, err := os.ReadFile(board)
	if err != nil {
		t.Fatal(err)
	}
	same := func(dir string) {
		t.Helper()
		file := filepath.Join(t.TempDir(), "again.pdf")
		must(t, dir, 0, "export", "latest", "-o", file, "--audience", "board")
		again, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first, again) {
			t.Error("another edition, though nothing changed")
		}
	}
	same(dir)
	other := t.TempDir()
	must(t, other, 3, "import", board)
	must(t, other, 0, "import", "--accept-unsigned", board)
	same(other)
}

// TestFlippedByte signs a file and changes one byte of it, at many places.
func TestFlippedByte(t *testing.T) {
	t.Parallel()
	dir, board := caseDir(t)
	must(t, dir, 0, "key", "create", "--name", "Noor Bedachtsma", "--alg", "p256")
	must(t, dir, 0, "sign", board, "--as", "teacher", "-o", board+".s.pdf")
	must(t, dir, 0, "verify", board+".s.pdf")
	data, err := os.ReadFile(board + ".s.pdf")
	if err != nil {
		t.Fatal(err)
	}
	for i := range 20 {
		spoiled := bytes.Clone(data)
		spoiled[(2*i+1)*len(data)/41] ^= 1
		file := filepath.Join(t.TempDir(), "spoiled.pdf")
		if err := os.WriteFile(file, spoiled, 0o600); err != nil {
			t.Fatal(err)
		}
		must(t, dir, 1, "verify", file)
	}
}
