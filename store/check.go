package store

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	bolt "go.etcd.io/bbolt"
)

// errStopped ends a check because the store is being closed.
var errStopped = errors.New("stopped")

// copying is a copy of the database that is being made beside everything
// else. A read transaction holds its pages; it ends where it is used, since the
// owner may be waiting for that to make the database larger.
type copying struct {
	stopped atomic.Bool
	done    chan struct{} // closed when nothing is read any more
}

// stop ends the copying, and never waits for long. The zero pointer copies
// nothing.
func (c *copying) stop() {
	if c == nil {
		return
	}
	c.stopped.Store(true)
	select {
	case <-c.done:
	case <-time.After(closeWait):
	}
}

// until writes to w until the copying is stopped.
type until struct {
	w io.Writer
	c *copying
}

func (u until) Write(b []byte) (int, error) {
	if u.c.stopped.Load() {
		return 0, errStopped
	}
	return u.w.Write(b)
}

const checkName = "check.part"

// Check reads everything that makes the database and its snapshots, in a
// child where there is one, while the store goes on being used. It returns
// what it put right, and ErrDamaged where something could not be. Nothing is
// checked where there is no room for a copy or the store is being closed.
func (s *Store) Check() ([]Repair, error) {
	before := len(s.Repaired())
	err := s.checkDatabase()
	if err == nil {
		err = s.checkSnapshots()
	}
	after := s.Repaired()
	return after[min(before, len(after)):], err
}

func (s *Store) checkDatabase() error {
	if s.opt.Child == nil {
		return s.own(func() error {
			if err := s.usable(); err != nil {
				return nil
			}
			return s.mend(s.checkHere())
		})
	}
	path := filepath.Join(s.dir, checkName)
	defer func() { _ = remove(path) }()
	err := s.copyTo(path)
	if isReadDamage(err) {
		return s.own(func() error { return s.mend(err) })
	}
	if err != nil {
		return nil // the store is whole as far as anybody knows
	}
	_, err = s.apart(path)
	if !isReadDamage(err) {
		return nil
	}
	return s.own(func() error { return s.mend(err) })
}

// mend makes the database anew where err is damage.
func (s *Store) mend(err error) error {
	if !isReadDamage(err) || s.usable() != nil {
		return nil
	}
	s.copying.stop()
	if s.repair() != nil {
		s.dropMark()
		return ErrDamaged
	}
	return nil
}

// copyTo writes the database as it is now to a file.
func (s *Store) copyTo(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	c := &copying{done: make(chan struct{})}
	var tx *bolt.Tx
	err = s.own(func() error {
		if err := s.usable(); err != nil {
			return err
		}
		s.copying = c
		return guard(func() error {
			var err error
			tx, err = s.db.Begin(false)
			return err
		})
	})
	if err == nil {
		err = guard(func() error {
			defer func() { _ = tx.Rollback() }() // it holds back whoever makes the database larger
			_, err := tx.WriteTo(until{f, c})
			return err
		})
	}
	close(c.done)
	return errors.Join(err, f.Close())
}

// checkSnapshots sets aside what does not hold of the snapshots and makes a
// new one instead.
func (s *Store) checkSnapshots() error {
	names, _, err := listNumbered(s.dir, snapshotPrefix)
	if err != nil {
		return nil
	}
	for _, name := range names {
		_, err := readSnapshot(filepath.Join(s.dir, name))
		if !errors.Is(err, errSnapshot) {
			continue // also where it was pushed out meanwhile
		}
		err = s.own(func() error {
			if s.usable() != nil {
				return nil
			}
			if err := s.snapshotAside(name); err != nil {
				return err
			}
			return s.snapshot()
		})
		if err != nil {
			return err
		}
	}
	return nil
}
