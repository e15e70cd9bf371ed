package store

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"bekwaam/internal/need"
)

// TestDamageIsFoundInAChild spoils a database in ways that make whoever reads
// it fault, panic or go round for ever. The child may; the store does not.
func TestDamageIsFoundInAChild(t *testing.T) {
	t.Parallel()
	dir, want := filled(t)
	whole, err := os.ReadFile(filepath.Join(dir, databaseName))
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(9, 10))
	rounds := 12
	if os.Getenv("CI") != "" {
		rounds = 60
	}
	for round := range rounds {
		bad := bytes.Clone(whole)
		page, from := r.IntN(len(whole)/4096), r.IntN(len(whole)/4096)
		switch round % 4 {
		case 0: // pages that point to themselves and to each other
			copy(bad[page*4096:(page+1)*4096], whole[from*4096:(from+1)*4096])
		case 1:
			bad = bad[:page*4096+r.IntN(4096)]
		case 2:
			for i := range 64 {
				bad[page*4096+i] = byte(r.Uint32())
			}
		case 3:
			for range 40 {
				bad[r.IntN(len(bad))] ^= 1 << r.IntN(8)
			}
		}
		copied := t.TempDir()
		if err := os.CopyFS(copied, os.DirFS(dir)); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(copied, databaseName), bad, 0o600); err != nil {
			t.Fatal(err)
		}
		start := time.Now()
		s, checked := openChecked(t, copied)
		if !checked || digest(t, s) != want {
			t.Errorf("round %d: something is missing, repaired %v", round, codes(s))
		}
		if took := time.Since(start); took > childStart {
			t.Errorf("round %d: took %v", round, took)
		}
		closeStore(t, s)
	}
}

func TestAChildThatDoesNotAnswer(t *testing.T) {
	need.Tool(t, "sh")
	for name, x := range map[string]struct {
		script  string
		line    string
		late    bool
		noChild bool
	}{
		"answers":    {"echo BEGIN; echo OK 7", "OK 7", false, false},
		"hangs":      {"echo BEGIN; exec sleep 60", "", true, false},
		"dies":       {"echo BEGIN; kill -9 $$", "", false, false},
		"not ours":   {"echo usage: something", "", false, true},
		"says much":  {"echo BEGIN; exec yes", "y", false, false},
		"other exit": {"exit 3", "", false, true},
	} {
		start := time.Now()
		line, late, err := runChild(exec.Command("sh", "-c", x.script), 200*time.Millisecond)
		if line != x.line || late != x.late || errors.Is(err, errNoChild) != x.noChild {
			t.Errorf("%s: %q, late %v, %v", name, line, late, err)
		}
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%s: took %v", name, took)
		}
	}
	if _, _, err := runChild(exec.Command("/nergens/bekwaam"), time.Second); !errors.Is(err, errNoChild) {
		t.Errorf("no program: %v", err)
	}
}

func TestWithoutAChildTheCheckIsMadeHere(t *testing.T) {
	dir, want := filled(t)
	if err := sameTime(dir, func(data []byte) { copy(data[len(data)/2:], bytes.Repeat([]byte{0x55}, 4096)) }); err != nil {
		t.Fatal(err)
	}
	s, err := Open(dir, Options{Full: true, Child: func(string) *exec.Cmd { return exec.Command("/nergens/bekwaam") }})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if digest(t, s) != want {
		t.Errorf("something is missing, repaired %v", codes(s))
	}
}

func TestTheChildSaysWhatItFinds(t *testing.T) {
	dir, _ := filled(t)
	path := filepath.Join(dir, databaseName)
	says := func(word string, code int) {
		t.Helper()
		var out bytes.Buffer
		if got := CheckMain(path, &out); got != code || !strings.HasPrefix(out.String(), "BEGIN\n"+word+" ") {
			t.Errorf("says %q, code %d", out.String(), got)
		}
	}
	says("OK 26", 0)
	if err := os.Chmod(path, 0); err != nil {
		t.Fatal(err)
	}
	if os.Getuid() != 0 {
		says("ERROR", 1)
	}
	if err := os.Chmod(path, 0o600); err != nil {
		t.Fatal(err)
	}
	makeNewer(t, dir, "database")
	says("NEWER", 1)
	if err := os.WriteFile(path, []byte("kapot"), 0o600); err != nil {
		t.Fatal(err)
	}
	says("BAD", 1)
}

// A disk that forgets leaves the size, the time and the beginning of a file as
// they were.
func TestWhatRottedUnseenIsFoundBeside(t *testing.T) {
	t.Parallel()
	dir, want := filled(t)
	seen := 0
	for page := 2; page < 12; page++ {
		copied := t.TempDir()
		if err := os.CopyFS(copied, os.DirFS(dir)); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(filepath.Join(dir, databaseName))
		if err == nil {
			err = os.Chtimes(filepath.Join(copied, databaseName), time.Time{}, info.ModTime())
		}
		if err == nil {
			err = sameTime(copied, func(data []byte) {
				for i := 100; i < 4096; i += 97 {
					data[page*4096+i] ^= 0xff
				}
			})
		}
		if err != nil {
			t.Fatal(err)
		}
		s, checked := openChecked(t, copied)
		if checked {
			t.Fatal("read from end to end before the start")
		}
		atOpen := len(s.Repaired())
		found, err := s.Check()
		if err != nil || len(found) > 1 || len(found) == 1 && found[0].Code != RepairDatabase {
			t.Errorf("page %d: found %v, %v", page, found, err)
		}
		if atOpen == 0 {
			seen += len(found)
		}
		if digest(t, s) != want {
			t.Errorf("page %d: something is missing", page)
		}
		if found, err := s.Check(); err != nil || len(found) > 0 {
			t.Errorf("page %d: found again: %v, %v", page, found, err)
		}
		closeStore(t, s)
	}
	if seen == 0 {
		t.Error("nothing was found that was not seen at the start")
	}
}

func TestASnapshotThatRottedIsMadeAnew(t *testing.T) {
	t.Parallel()
	dir, want := filled(t)
	path := one(t, dir, snapshotPrefix)
	data, err := os.ReadFile(path)
	if err == nil {
		data[len(data)/2] ^= 1
		err = os.WriteFile(path, data, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	s, _ := openChecked(t, dir)
	if found, err := s.Check(); err != nil || len(found) != 1 || found[0].Code != RepairSnapshot {
		t.Fatalf("found %v, %v", found, err)
	}
	closeStore(t, s)
	if err := os.Remove(filepath.Join(dir, databaseName)); err != nil {
		t.Fatal(err)
	}
	if s = open(t, dir); digest(t, s) != want {
		t.Errorf("something is missing, repaired %v", codes(s))
	}
}

func TestSavingGoesOnWhileTheRestIsChecked(t *testing.T) {
	t.Parallel()
	dir, _ := filled(t)
	s, _ := openChecked(t, dir)
	var stop atomic.Bool
	done := make(chan int)
	go func() {
		n := 0
		for ; !stop.Load(); n++ {
			p := draft("noor", "Noor Bakker")
			for i := range p.Goals { // so much that the database grows all the time
				p.Goals[i].WhyForPupils = selftestText(8*n + i)
			}
			if _, err := s.Append(entry(p, "edit")); err != nil {
				t.Error(err)
				break
			}
		}
		done <- n
	}()
	for range 5 {
		if found, err := s.Check(); err != nil || len(found) > 0 {
			t.Errorf("found %v, %v", found, err)
		}
	}
	stop.Store(true)
	if n := <-done; n < 5 {
		t.Errorf("only %d saved meanwhile", n)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "*.part")); len(left) > 0 {
		t.Errorf("left %v", left)
	}
}

func TestClosingDoesNotWaitForACheck(t *testing.T) {
	t.Parallel()
	for range 5 {
		dir, want := filled(t)
		s, _ := openChecked(t, dir)
		done := make(chan error)
		go func() {
			_, err := s.Check()
			done <- err
		}()
		closeStore(t, s)
		if err := <-done; err != nil && !errors.Is(err, ErrClosed) {
			t.Errorf("check: %v", err)
		}
		if s = open(t, dir); digest(t, s) != want || len(s.Repaired()) > 0 {
			t.Errorf("repaired %v", codes(s))
		}
		closeStore(t, s)
	}
}
