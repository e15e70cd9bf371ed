package store

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// openChecked opens a store and reports whether all of it was read first.
func openChecked(t *testing.T, dir string) (s *Store, checked bool) {
	t.Helper()
	s, err := Open(dir, Options{Clock: func() time.Time { return noon }, Child: childOfTests, Checking: func() { checked = true }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s, checked
}

func TestAStoreThatEndedWellIsNotReadFromEndToEnd(t *testing.T) {
	for name, x := range map[string]struct {
		spoil func(dir string) error
		check bool
	}{
		"ended well": {func(string) error { return nil }, false},
		"no mark":    {func(dir string) error { return os.Remove(filepath.Join(dir, markName)) }, true},
		"empty mark": {func(dir string) error { return os.Truncate(filepath.Join(dir, markName), 0) }, true},
		"torn mark":  {func(dir string) error { return os.Truncate(filepath.Join(dir, markName), 40) }, true},
		"other mark": {func(dir string) error {
			return os.WriteFile(filepath.Join(dir, markName), []byte(mark{1, 2, "00", 3}.String()), 0o600)
		}, true},
		"touched": {func(dir string) error {
			return os.Chtimes(filepath.Join(dir, databaseName), time.Time{}, noon)
		}, true},
		"longer": {func(dir string) error {
			f, err := os.OpenFile(filepath.Join(dir, databaseName), os.O_APPEND|os.O_WRONLY, 0)
			if err != nil {
				return err
			}
			_, err = f.WriteString("x")
			return errors.Join(err, f.Close())
		}, true},
		"other meta page": {func(dir string) error { return sameTime(dir, func(data []byte) { data[8] ^= 1 }) }, true},
	} {
		t.Run(name, func(t *testing.T) {
			dir, want := filled(t)
			if err := x.spoil(dir); err != nil {
				t.Fatal(err)
			}
			s, checked := openChecked(t, dir)
			if checked != x.check {
				t.Errorf("read from end to end: %v", checked)
			}
			if digest(t, s) != want {
				t.Errorf("something is missing, repaired %v", codes(s))
			}
			closeStore(t, s)
			if s, checked := openChecked(t, dir); checked || digest(t, s) != want {
				t.Error("the next start does not find the mark")
			}
		})
	}
}

// sameTime changes the database without a trace in its size and time.
func sameTime(dir string, change func([]byte)) error {
	path := filepath.Join(dir, databaseName)
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	change(data)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		return err
	}
	return os.Chtimes(path, time.Time{}, info.ModTime())
}

func TestAJournalThatEndsElsewhereIsReadWhole(t *testing.T) {
	for name, spoil := range map[string]func(t *testing.T, dir string){
		"gone":    func(t *testing.T, dir string) { removeAll(t, dir, journalPrefix) },
		"emptied": func(t *testing.T, dir string) { truncate(t, dir, journalPrefix) },
		"no snapshot": func(t *testing.T, dir string) {
			removeAll(t, dir, snapshotPrefix)
		},
		"cut": func(t *testing.T, dir string) {
			path := one(t, dir, journalPrefix)
			info, err := os.Stat(path)
			if err == nil {
				err = os.Truncate(path, info.Size()-3)
			}
			if err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir, want := filled(t)
			spoil(t, dir)
			s := open(t, dir)
			if digest(t, s) != want || len(s.Repaired()) == 0 {
				t.Errorf("repaired %v", codes(s))
			}
			closeStore(t, s)
			if err := os.Remove(filepath.Join(dir, databaseName)); err != nil {
				t.Fatal(err)
			}
			if s = open(t, dir); digest(t, s) != want {
				t.Error("the database could not be made from what was repaired")
			}
		})
	}
}

func TestAFailureTakesTheMarkAway(t *testing.T) {
	dir, _ := filled(t)
	s := open(t, dir)
	_ = s.journal.f.Close()
	if err := s.PutSetting("a", "b"); err == nil {
		t.Fatal("saved into a closed file")
	}
	closeStore(t, s)
	if _, ok := readMark(dir); ok {
		t.Error("the mark of a good end stayed")
	}
}

func TestWhatAKilledProgramLeftIsReadFirst(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := open(t, dir)
	p := draft("noor", "Noor Bakker")
	save(t, s, p, "new")
	closeStore(t, s)
	s = open(t, dir)
	save(t, s, p, "edit")
	killed := t.TempDir()
	if err := os.CopyFS(killed, os.DirFS(dir)); err != nil { // as it is now, with the mark of before
		t.Fatal(err)
	}
	if s, checked := openChecked(t, killed); !checked || load(t, s, "noor").Revision != 2 {
		t.Errorf("read from end to end: %v", checked)
	}
}
