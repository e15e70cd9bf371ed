package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
)

// made are the files that a worked case gives: each edition, and the board's
// after the teacher signed it.
func made(t *testing.T, program, store, out string, env ...string) {
	t.Helper()
	// Signing is on record in the store, so each run has one of its own.
	dir := filepath.Join(t.TempDir(), "store")
	if err := os.CopyFS(dir, os.DirFS(store)); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"export", "latest", "-o", filepath.Join(out, "self.pdf"), "--audience", "self"},
		{"export", "latest", "-o", filepath.Join(out, "self.json"), "--audience", "self"},
		{"export", "latest", "-o", filepath.Join(out, "board.pdf"), "--audience", "board"},
		{"sign", filepath.Join(out, "board.pdf"), "--as", "teacher", "-o", filepath.Join(out, "signed.pdf")},
	} {
		cmd := exec.Command(program, append([]string{"--data", dir}, args...)...)
		cmd.Env = append(append(os.Environ(), "SOURCE_DATE_EPOCH="+epoch, "LANG=nl_NL.UTF-8", "HOME="+dir), env...)
		if b, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v %v: %v\n%s", env, args, err, b)
		}
	}
}

// TestSameFilesEverywhere makes the same files on one and on two processors
// and, in CI, with a build for 32 bits: not one byte differs.
func TestSameFilesEverywhere(t *testing.T) {
	t.Parallel()
	type variant struct{ name, program, env string }
	variants := []variant{{"first", build(t), "GOMAXPROCS=1"}, {"second", build(t), "GOMAXPROCS=2"}}
	if os.Getenv("CI") != "" && runtime.GOOS == "linux" && runtime.GOARCH == "amd64" {
		path := filepath.Join(t.TempDir(), "bekwaam")
		cmd := exec.Command("go", "build", "-o", path, "bekwaam")
		cmd.Env = append(os.Environ(), "GOARCH=386", "CGO_ENABLED=0")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("go build for 386: %v\n%s", err, out)
		}
		variants = append(variants, variant{"386", path, "GOMAXPROCS=2"})
	}
	for name, alg := range map[string]string{"starter": "p256", "secondary": "rsa3072", "flemish": "p256"} {
		store := t.TempDir()
		must(t, store, 0, "import", filepath.Join("..", "plan", "testdata", name+".yaml"))
		must(t, store, 0, "key", "create", "--name", "Noor Bedachtsma", "--alg", alg)
		first := t.TempDir()
		for i, v := range variants {
			out := first
			if i > 0 {
				out = t.TempDir()
			}
			made(t, v.program, store, out, v.env)
			files, err := os.ReadDir(first)
			if err != nil || len(files) != 4 {
				t.Fatalf("%d files (%v)", len(files), err)
			}
			for _, f := range files {
				a, err1 := os.ReadFile(filepath.Join(first, f.Name()))
				b, err2 := os.ReadFile(filepath.Join(out, f.Name()))
				if err1 != nil || err2 != nil || string(a) != string(b) {
					t.Errorf("%s: %s of the %s run is another file (%v, %v)", name, f.Name(), v.name, err1, err2)
				}
			}
		}
	}
}
