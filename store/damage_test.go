package store

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// filled makes a store with two snapshots, a journal with lines after the
// newest, and a clean database, as a killed program leaves it.
func filled(t *testing.T) (dir, want string) {
	t.Helper()
	dir = t.TempDir()
	s, err := Open(dir, Options{Clock: func() time.Time { return noon }, SnapshotEvery: 10})
	if err != nil {
		t.Fatal(err)
	}
	p := draft("noor", "Noor Bakker")
	for i := range 25 {
		p.Goals[i%8].Title = fmt.Sprintf("tekst %d", i)
		save(t, s, p, "edit")
	}
	if err := s.PutKey("own", []byte("sleutel")); err != nil {
		t.Fatal(err)
	}
	want = digest(t, s)
	s.since = 0 // no snapshot at the end
	closeStore(t, s)
	return dir, want
}

// one returns the name of the last file that begins with prefix.
func one(t *testing.T, dir, prefix string) string {
	t.Helper()
	all, err := filepath.Glob(filepath.Join(dir, prefix+"*"))
	if err != nil || len(all) == 0 {
		t.Fatalf("no %s in %s", prefix, dir)
	}
	return all[len(all)-1]
}

func codes(s *Store) []string {
	var out []string
	for _, r := range s.Repaired() {
		out = append(out, r.Code)
	}
	return out
}

// spoilers are what can happen to one file.
var spoilers = map[string]func(path string, data []byte) error{
	"deleted":   func(path string, data []byte) error { return os.Remove(path) },
	"emptied":   func(path string, data []byte) error { return os.Truncate(path, 0) },
	"halved":    func(path string, data []byte) error { return os.Truncate(path, int64(len(data)/2)) },
	"zeroed":    func(path string, data []byte) error { return os.WriteFile(path, make([]byte, len(data)), 0o600) },
	"one block": func(path string, data []byte) error { return os.Truncate(path, 512) },
	"text": func(path string, data []byte) error {
		return os.WriteFile(path, bytes.Repeat([]byte("dit is geen database\n"), 500), 0o600)
	},
	"longer": func(path string, data []byte) error {
		return os.WriteFile(path, append(data, "en nog wat"...), 0o600)
	},
}

func TestTheLossOfAnyOneFileLosesNothing(t *testing.T) {
	t.Parallel()
	for _, file := range []string{databaseName, journalPrefix, snapshotPrefix, lockName} {
		for name, spoil := range spoilers {
			t.Run(file+" "+name, func(t *testing.T) {
				dir, want := filled(t)
				path := one(t, dir, file)
				data, err := os.ReadFile(path)
				if err == nil {
					err = spoil(path, data)
				}
				if err != nil {
					t.Fatal(err)
				}
				s := open(t, dir)
				if got := digest(t, s); got != want {
					t.Errorf("repaired %v, and something is missing", codes(s))
				}
				if slices.Contains(codes(s), RepairLost) {
					t.Errorf("says that something is lost: %v", s.Repaired())
				}
				save(t, s, load(t, s, "noor"), "edit")
				want = digest(t, s)
				// And the next file may go as well.
				closeStore(t, s)
				if err := os.Remove(filepath.Join(dir, databaseName)); err != nil {
					t.Fatal(err)
				}
				s = open(t, dir)
				if got := digest(t, s); got != want {
					t.Error("what was repaired did not hold the next loss")
				}
				if got := codes(s); !slices.Contains(got, RepairDatabase) {
					t.Errorf("repaired %v, and the database was gone", got)
				}
			})
		}
	}
}

func TestDamagedPagesAreRebuiltWhenTheyAreRead(t *testing.T) {
	t.Parallel()
	dir, want := filled(t)
	whole, err := os.ReadFile(filepath.Join(dir, databaseName))
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(3, 4))
	for page := 0; page < len(whole)/4096; page++ {
		bad := bytes.Clone(whole)
		for i := range 4096 {
			bad[page*4096+i] = byte(r.Uint32() >> (page % 3 * 16)) // every third page zero
		}
		copyTo := t.TempDir()
		if err := os.CopyFS(copyTo, os.DirFS(dir)); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(copyTo, databaseName), bad, 0o600); err != nil {
			t.Fatal(err)
		}
		s := open(t, copyTo)
		if got := digest(t, s); got != want {
			t.Errorf("page %d: something is missing, repaired %v", page, codes(s))
		}
		if revs, err := s.AllRevisions("noor"); err != nil || len(revs) != 25 {
			t.Errorf("page %d: %d revisions, %v", page, len(revs), err)
		}
		for n := 1; n <= 25; n++ {
			if p, err := s.LoadRevision("noor", n); err != nil || p.Goals[(n-1)%8].Title != fmt.Sprintf("tekst %d", n-1) {
				t.Errorf("page %d: revision %d: %v", page, n, err)
			}
		}
		closeStore(t, s)
	}
}

func TestADatabaseThatIsSetAsideStays(t *testing.T) {
	dir, _ := filled(t)
	if err := os.WriteFile(filepath.Join(dir, databaseName), []byte("kapot"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := open(t, dir)
	got := s.Repaired()
	if len(got) == 0 || got[0].Code != RepairDatabase || !strings.HasPrefix(got[0].File, "damaged-20261012-100000-0.db") {
		t.Fatalf("repaired %v", got)
	}
	if data, err := os.ReadFile(filepath.Join(dir, got[0].File)); err != nil || string(data) != "kapot" {
		t.Errorf("%q, %v", data, err)
	}
}

func TestTooMuchDamageIsNeverANewStart(t *testing.T) {
	for name, spoil := range map[string]func(t *testing.T, dir string){
		"only a broken database": func(t *testing.T, dir string) {
			removeAll(t, dir, journalPrefix, snapshotPrefix)
			truncate(t, dir, databaseName)
		},
		"only an empty journal": func(t *testing.T, dir string) {
			removeAll(t, dir, snapshotPrefix, databaseName)
			truncate(t, dir, journalPrefix)
		},
		"only broken snapshots": func(t *testing.T, dir string) {
			removeAll(t, dir, journalPrefix, databaseName)
			truncate(t, dir, snapshotPrefix)
		},
		"only what was set aside": func(t *testing.T, dir string) {
			removeAll(t, dir, journalPrefix, snapshotPrefix)
			if err := os.Rename(filepath.Join(dir, databaseName), filepath.Join(dir, "damaged-20260101-000000-0.db")); err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir, _ := filled(t)
			if err := os.RemoveAll(filepath.Join(dir, daysName)); err != nil {
				t.Fatal(err)
			}
			spoil(t, dir)
			before, _ := os.ReadDir(dir)
			if _, err := Open(dir, Options{}); !errors.Is(err, ErrDamaged) {
				t.Errorf("open: %v", err)
			}
			after, _ := os.ReadDir(dir)
			if fmt.Sprint(before) != fmt.Sprint(after) {
				t.Errorf("changed the directory from %v to %v", before, after)
			}
		})
	}
}

func removeAll(t *testing.T, dir string, prefixes ...string) {
	t.Helper()
	for _, prefix := range prefixes {
		all, _ := filepath.Glob(filepath.Join(dir, prefix+"*"))
		for _, path := range all {
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func truncate(t *testing.T, dir, prefix string) {
	t.Helper()
	all, _ := filepath.Glob(filepath.Join(dir, prefix+"*"))
	for _, path := range all {
		if err := os.Truncate(path, 0); err != nil {
			t.Fatal(err)
		}
	}
}

func TestALossIsNamed(t *testing.T) {
	dir, _ := filled(t)
	// Three files: the database, the newest snapshot, and the journal that
	// leads up to it.
	removeAll(t, dir, databaseName, numbered(journalPrefix, 11))
	truncate(t, dir, numbered(snapshotPrefix, 20))
	s := open(t, dir)
	want := []Repair{{Code: RepairDatabase}, {Code: RepairSnapshot, File: "damaged-20261012-100000-0-snap-000000000020"},
		{Code: RepairLost, File: "damaged-20261012-100000-0-journal-000000000021", Count: 16}}
	if got := s.Repaired(); !slices.Equal(got, want) {
		t.Errorf("repaired %+v, want %+v", got, want)
	}
	p := load(t, s, "noor")
	if p.Revision != 10 {
		t.Errorf("revision %d, want 10", p.Revision)
	}
	if rev := save(t, s, p, "edit"); rev.N != 11 {
		t.Errorf("next revision %d", rev.N)
	}
	closeStore(t, s)
	if s = open(t, dir); load(t, s, "noor").Revision != 11 || len(s.Repaired()) > 0 {
		t.Errorf("repaired %v at the next start", s.Repaired())
	}
}

func TestATornLastLineIsNothing(t *testing.T) {
	dir, want := filled(t)
	path := one(t, dir, journalPrefix)
	f, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString("10 1234abcd 27 AAAAaaaa"); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	s := open(t, dir)
	if got := codes(s); len(got) > 0 || digest(t, s) != want {
		t.Errorf("repaired %v", got)
	}
	save(t, s, load(t, s, "noor"), "edit")
	want = digest(t, s)
	s.since = 0
	closeStore(t, s)
	if err := os.Remove(filepath.Join(dir, databaseName)); err != nil {
		t.Fatal(err)
	}
	if s = open(t, dir); digest(t, s) != want {
		t.Error("the line after the torn one was not found")
	}
}

func TestALineWithoutItsTransactionIsDoneAgain(t *testing.T) {
	dir, _ := filled(t)
	old, err := os.ReadFile(filepath.Join(dir, databaseName))
	if err != nil {
		t.Fatal(err)
	}
	s := open(t, dir)
	p := load(t, s, "noor")
	p.Goals[0].Title = "de laatste"
	save(t, s, p, "edit")
	want := digest(t, s)
	s.since = 0
	closeStore(t, s)
	if err := os.WriteFile(filepath.Join(dir, databaseName), old, 0o600); err != nil {
		t.Fatal(err)
	}
	s = open(t, dir)
	if got := s.Repaired(); len(got) != 1 || got[0] != (Repair{Code: RepairReplay, Count: 1}) || digest(t, s) != want {
		t.Errorf("repaired %v", got)
	}
}

func TestAnOlderDatabasePutBackIsBroughtUp(t *testing.T) {
	dir, _ := filled(t)
	old, err := os.ReadFile(filepath.Join(dir, databaseName))
	if err != nil {
		t.Fatal(err)
	}
	s, err := Open(dir, Options{SnapshotEvery: 2})
	if err != nil {
		t.Fatal(err)
	}
	for range 9 {
		save(t, s, load(t, s, "noor"), "edit")
	}
	want := digest(t, s)
	closeStore(t, s)
	if err := os.WriteFile(filepath.Join(dir, databaseName), old, 0o600); err != nil {
		t.Fatal(err)
	}
	if s = open(t, dir); digest(t, s) != want {
		t.Errorf("repaired %v", codes(s))
	}
}

func TestANewerStoreIsRefusedUnharmed(t *testing.T) {
	for _, file := range []string{"database", "journal", "snapshot"} {
		t.Run(file, func(t *testing.T) {
			dir, _ := filled(t)
			makeNewer(t, dir, file)
			before := contents(t, dir)
			if _, err := Open(dir, Options{}); !errors.Is(err, ErrNewer) {
				t.Errorf("open: %v", err)
			}
			if contents(t, dir) != before {
				t.Error("a newer store was changed")
			}
		})
	}
}

// contents is everything in dir but the lock.
func contents(t *testing.T, dir string) string {
	t.Helper()
	var out strings.Builder
	err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() || e.Name() == lockName {
			return err
		}
		data, err := os.ReadFile(path)
		fmt.Fprintf(&out, "%s %d %x\n", e.Name(), len(data), checksum(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out.String()
}
