package store

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// windows is a system on which the first tries fail with err.
func windows(fails int, err error) (s system, slept *time.Duration, tries *int) {
	slept, tries = new(time.Duration), new(int)
	do := func() error {
		*tries++
		if *tries <= fails {
			return &os.LinkError{Op: "rename", Err: err}
		}
		return nil
	}
	return system{
		windows: true,
		rename:  func(string, string) error { return do() },
		remove:  func(string) error { return do() },
		open:    func(string) (*os.File, error) { return nil, errors.New("a directory cannot be opened") },
		sleep:   func(d time.Duration) { *slept += d },
	}, slept, tries
}

func TestWhatAScannerHoldsIsTriedAgain(t *testing.T) {
	for _, x := range []struct {
		err    error
		fails  int
		tries  int
		failed bool
	}{
		{windowsAccessDenied, 0, 1, false},
		{windowsAccessDenied, 3, 4, false},
		{windowsSharing, patience, patience + 1, false},
		{windowsSharing, 1000, patience + 1, true},
		{syscall.Errno(2), 1000, 1, true},    // not there
		{syscall.Errno(1224), 1000, 1, true}, // mapped: waiting does not help
	} {
		s, slept, tries := windows(x.fails, x.err)
		err := s.again(func() error { return s.rename("a", "b") })
		if (err != nil) != x.failed || *tries != x.tries {
			t.Errorf("%v failing %d times: %d tries, %v", x.err, x.fails, *tries, err)
		}
		if *slept > time.Second {
			t.Errorf("%v: waited %v", x.err, *slept)
		}
		s, _, tries = windows(x.fails, x.err)
		if err := s.again(func() error { return s.remove("a") }); (err != nil) != x.failed || *tries != x.tries {
			t.Errorf("%v removing: %d tries, %v", x.err, *tries, err)
		}
	}
	// Elsewhere the same numbers mean something else.
	s, _, tries := windows(1, windowsAccessDenied)
	s.windows = false
	if err := s.again(func() error { return s.rename("a", "b") }); err == nil || *tries != 1 {
		t.Errorf("%d tries, %v", *tries, err)
	}
}

func TestADirectoryIsFlushedWhereThatCanBe(t *testing.T) {
	s, _, _ := windows(0, nil)
	if err := s.syncDir("a"); err != nil {
		t.Errorf("on Windows: %v", err)
	}
	s.windows = false
	if err := s.syncDir("a"); err == nil {
		t.Error("a directory that cannot be opened counts as flushed")
	}
}

// asWindows makes this system behave like Windows where a file is renamed or
// removed: not while it is open or mapped here, and only at the second try.
func asWindows(t *testing.T) *int {
	t.Helper()
	before, refused := here, new(int)
	t.Cleanup(func() { here = before })
	scanned := map[string]bool{}
	once := func(path string) error {
		if isOpenHere(t, path) {
			t.Errorf("%s is renamed or removed while it is open", filepath.Base(path))
			return &os.PathError{Op: "rename", Path: path, Err: syscall.Errno(1224)}
		}
		if !scanned[path] {
			scanned[path] = true
			*refused++
			return &os.PathError{Op: "rename", Path: path, Err: windowsSharing}
		}
		return nil
	}
	here = system{
		windows: true,
		rename: func(from, to string) error {
			if err := errors.Join(once(from), heldOpen(t, to)); err != nil {
				return err
			}
			return os.Rename(from, to)
		},
		remove: func(path string) error {
			if err := once(path); err != nil {
				return err
			}
			return os.Remove(path)
		},
		open:  func(path string) (*os.File, error) { return nil, errors.New("no such thing") },
		sleep: func(time.Duration) {},
	}
	return refused
}

func heldOpen(t *testing.T, path string) error {
	if _, err := os.Lstat(path); err == nil && isOpenHere(t, path) {
		t.Errorf("%s is replaced while it is open", filepath.Base(path))
		return &os.PathError{Op: "rename", Path: path, Err: windowsAccessDenied}
	}
	return nil
}

// isOpenHere reports whether this process has path open.
func isOpenHere(t *testing.T, path string) bool {
	t.Helper()
	fds, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		return false // only known on Linux
	}
	for _, fd := range fds {
		if to, err := os.Readlink("/proc/self/fd/" + fd.Name()); err == nil && to == path {
			return true
		}
	}
	return false
}

// TestAStoreLivesWithTheRulesOfWindows goes through everything that renames
// and removes files.
func TestAStoreLivesWithTheRulesOfWindows(t *testing.T) {
	refused := asWindows(t)
	dir, want := filled(t)
	if err := os.WriteFile(filepath.Join(dir, databaseName), []byte("kapot"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := open(t, dir)
	if got := digest(t, s); got != want {
		t.Errorf("something is missing, repaired %v", codes(s))
	}
	for range 30 {
		save(t, s, load(t, s, "noor"), "edit")
	}
	if err := s.Snapshot(); err != nil {
		t.Fatal(err)
	}
	if err := s.own(s.rewrite); err != nil {
		t.Fatal(err)
	}
	days, err := s.Days()
	if err != nil || len(days) != 1 {
		t.Fatalf("days %v, %v", days, err)
	}
	if plans, err := s.PlansOf(days[0]); err != nil || len(plans) != 1 {
		t.Fatalf("plans %v, %v", plans, err)
	}
	want = digest(t, s)
	var backup bytes.Buffer
	if err := s.Backup(&backup, true); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Restore(&backup, ""); err != nil {
		t.Fatal(err)
	}
	if digest(t, s) != want {
		t.Error("the backup is not what was saved")
	}
	closeStore(t, s)
	if *refused < 10 {
		t.Errorf("only %d renames were held up", *refused)
	}
	if s = open(t, dir); digest(t, s) != want || len(s.Repaired()) > 0 {
		t.Errorf("repaired %v at the next start", codes(s))
	}
}
