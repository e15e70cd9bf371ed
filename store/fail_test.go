package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

func TestReasons(t *testing.T) {
	for _, x := range []struct {
		err  error
		want string
	}{
		{&fs.PathError{Op: "write", Err: syscall.ENOSPC}, Full},
		{fmt.Errorf("a: %w", syscall.EDQUOT), Full},
		{&fs.PathError{Op: "open", Err: syscall.EACCES}, Denied},
		{syscall.EROFS, Denied},
		{errChanged, Changed},
		{&faultError{"invalid memory address"}, Changed},
		{syscall.EIO, Other},
		{errors.New("x"), Other},
		{&FailedError{Reason: Full, Err: errors.New("x")}, Full},
	} {
		if got := failed(x.err); got.Reason != x.want {
			t.Errorf("%v: %s, want %s", x.err, got.Reason, x.want)
		}
	}
}

func TestAfterAFailedWriteNothingMoreIsWritten(t *testing.T) {
	for name, x := range map[string]struct {
		harm func(t *testing.T, s *Store)
		want string
	}{
		"journal closed": {func(t *testing.T, s *Store) { _ = s.journal.f.Close() }, Changed},
		"journal removed": {func(t *testing.T, s *Store) {
			removeAll(t, s.dir, journalPrefix)
		}, Changed},
		"database replaced": {func(t *testing.T, s *Store) {
			if err := os.Rename(s.path(), s.path()+".x"); err != nil {
				t.Fatal(err)
			}
			data, err := os.ReadFile(s.path() + ".x")
			if err == nil {
				err = os.WriteFile(s.path(), data, 0o600)
			}
			if err != nil {
				t.Fatal(err)
			}
		}, Changed},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			s := open(t, dir)
			p := draft("noor", "Noor Bakker")
			save(t, s, p, "new")
			x.harm(t, s)
			p.Goals[0].Title = "niet bewaard"
			_, err := s.Append(entry(p, "edit"))
			var f *FailedError
			if !errors.As(err, &f) || f.Reason != x.want {
				t.Fatalf("append: %v", err)
			}
			for what, err := range map[string]error{
				"append": second(s.Append(entry(p, "edit"))), "setting": s.PutSetting("a", "b"), "load": second(s.Load("noor")),
			} {
				if !errors.As(err, &f) {
					t.Errorf("%s: %v", what, err)
				}
			}
			start := time.Now()
			closeStore(t, s)
			if d := time.Since(start); d > 3*time.Second {
				t.Errorf("close took %v", d)
			}
			// The database is still held by this process, as it was left alone.
			again := t.TempDir()
			if err := os.CopyFS(again, os.DirFS(dir)); err != nil {
				t.Fatal(err)
			}
			s = open(t, again)
			if p := load(t, s, "noor"); p.Revision < 1 {
				t.Errorf("revision %d", p.Revision)
			}
		})
	}
}

func second[T any](_ T, err error) error { return err }

func TestADatabaseCutOffWhileOpenIsReadAgain(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := open(t, dir)
	p := draft("noor", "Noor Bakker")
	save(t, s, p, "new")
	want := digest(t, s)
	if err := os.Truncate(s.path(), 0); err != nil {
		t.Fatal(err)
	}
	if got := digest(t, s); got != want {
		t.Error("something is missing")
	}
	if got := codes(s); len(got) != 1 || got[0] != RepairDatabase {
		t.Errorf("repaired %v", got)
	}
	save(t, s, p, "edit")
}

func TestAMistakeOfACallerIsNoDamage(t *testing.T) {
	s := open(t, t.TempDir())
	save(t, s, draft("noor", "Noor Bakker"), "new")
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic did not come through")
			}
		}()
		_ = s.Update(func(*Tx) error { return []error{}[len(s.dir)] })
	}()
	func() {
		defer func() { _ = recover() }()
		_ = s.Update(func(*Tx) error { panic("vergissing") })
	}()
	save(t, s, draft("noor", "Noor Bakker"), "edit")
	if got := codes(s); len(got) > 0 {
		t.Errorf("repaired %v", got)
	}
}

func TestAFullDiskIsNamed(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Log("no /dev/full here")
		return
	}
	s := open(t, t.TempDir())
	save(t, s, draft("noor", "Noor Bakker"), "new")
	_ = s.journal.f.Close()
	s.journal.f, s.journal.path = full, "/dev/full"
	var f *FailedError
	if err := s.PutSetting("a", "b"); !errors.As(err, &f) || f.Reason != Full {
		t.Errorf("put: %v", err)
	}
}

func TestAFullDiskAtTheStartLetsOneRead(t *testing.T) {
	s := open(t, t.TempDir())
	save(t, s, draft("noor", "Noor Bakker"), "new")
	if err := s.onlyRead(0, syscall.EIO); err == nil {
		t.Error("goes on after a broken disk")
	}
	if err := s.journal.close(); err != nil {
		t.Fatal(err)
	}
	if err := s.onlyRead(0, syscall.ENOSPC); err != nil {
		t.Fatal(err)
	}
	var f *FailedError
	if err := s.PutSetting("a", "b"); !errors.As(err, &f) || f.Reason != Full {
		t.Errorf("put: %v", err)
	}
	if p := load(t, s, "noor"); p.Revision != 1 {
		t.Errorf("revision %d", p.Revision)
	}
}

func TestAPlaceWhereNothingMayBeWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "bestand")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var f *FailedError
	if _, err := Open(file, Options{}); !errors.As(err, &f) {
		t.Errorf("open of a file: %v", err)
	}
	if _, err := Open(filepath.Join(file, "in"), Options{}); !errors.As(err, &f) {
		t.Errorf("open below a file: %v", err)
	}
}

func TestAFullReadLeavesNoHalfFile(t *testing.T) {
	s := open(t, t.TempDir())
	if _, err := s.PutFile(&brokenReader{}); err == nil {
		t.Fatal("a file that could not be read was stored")
	}
	left, err := filepath.Glob(filepath.Join(s.dir, filesName, "*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left %s", strings.Join(left, " "))
	}
	if err := s.PutSetting("a", "b"); err != nil {
		t.Errorf("and the store goes on: %v", err)
	}
}

type brokenReader struct{}

func (*brokenReader) Read(b []byte) (int, error) { return 0, errors.New("unreadable") }
