package store

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	bolt "go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"
)

// open finds out what there is and makes a whole of it.
func (s *Store) open() error {
	if err := settle(s.dir); err != nil {
		return failed(err)
	}
	isNew, err := s.tidy()
	if err != nil {
		return failed(err)
	}
	if err := s.openVault(); err != nil {
		return err
	}
	if err := s.openFiles(isNew); err != nil {
		return err
	}
	if err := s.afterTurn(); err != nil {
		return failed(err)
	}
	return nil
}

// openFiles opens the database and what goes with it.
func (s *Store) openFiles(isNew bool) (err error) {
	if isNew {
		first := func(tx *bolt.Tx) error { return putHead(tx, head{format: storeFormat, box: s.box.id()}) }
		if err := createDatabase(s.path(), first, nothing); err != nil {
			return failed(err)
		}
	}
	m, marked := s.marked()
	checked := isNew || !marked || s.opt.Full
	if checked && !isNew {
		err = s.checkFirst()
	}
	if err == nil && s.db == nil {
		err = s.attach()
	}
	if err == nil && !checked && (s.head.seq != m.seq || s.head.format != storeFormat) {
		checked = true
		err = errors.Join(closeDatabase(s.db))
		if s.db = nil; err == nil {
			err = s.checkFirst()
		}
		if err == nil && s.db == nil {
			err = s.attach()
		}
	}
	switch {
	case err == nil:
	case errors.Is(err, os.ErrNotExist) || isDamage(err):
		err := s.rebuild()
		if errors.Is(err, ErrDamaged) && s.opt.Anew {
			err = s.anew()
		}
		if err != nil {
			return err
		}
	case errors.Is(err, ErrNewer):
		return ErrNewer
	case errors.Is(err, ErrNoVault):
		return ErrNoVault
	case errors.Is(err, berrors.ErrTimeout):
		return &InUseError{}
	default:
		return failed(err)
	}
	if !checked && s.journalEnds() {
		return nil
	}
	if err := s.catchUp(); err != nil {
		return err
	}
	return s.migrate()
}

// tidy removes what a killed program left half-written, and reports whether
// there is nothing here at all. A directory with a journal, a snapshot, files
// or something set aside is never a new one.
func (s *Store) tidy() (isNew bool, err error) {
	entries, err := os.ReadDir(s.dir)
	if err != nil {
		return false, err
	}
	isNew = true
	for _, e := range entries {
		name := e.Name()
		switch {
		case strings.HasSuffix(name, ".part"):
			err = errors.Join(err, removeTree(filepath.Join(s.dir, name)))
		case name == databaseName, name == vaultName, name == vaultTwin, name == filesName, name == daysName, name == copiesName, name == markName,
			strings.HasPrefix(name, snapshotPrefix), strings.HasPrefix(name, journalPrefix), strings.HasPrefix(name, damagedPrefix):
			isNew = false
		}
	}
	return isNew, err
}

// checkFirst reads everything before the database is used: in a child, or
// where there is none here, in which case the database is open afterwards.
func (s *Store) checkFirst() error {
	if _, err := os.Stat(s.path()); err != nil {
		return err
	}
	s.opt.Checking()
	if s.opt.Child != nil {
		seq, err := s.apart(s.path())
		if err != nil && !errors.Is(err, errNoChild) {
			s.seen = seq
			return err
		}
		if err == nil {
			return nil
		}
	}
	if err := s.attach(); err != nil {
		return err
	}
	s.seen = s.head.seq
	return s.checkHere()
}

// checkHere reads every value in this process.
func (s *Store) checkHere() error {
	return guard(func() error {
		return s.db.View(func(tx *bolt.Tx) error { return writeSnapshot(io.Discard, tx, s.head) })
	})
}

// journalEnds reports whether the newest snapshot and the journal lead to the
// head of the database, without reading all of them.
func (s *Store) journalEnds() bool {
	snaps, at, err := listNumbered(s.dir, snapshotPrefix)
	if err != nil || len(snaps) == 0 || s.head.seq == 0 {
		return false
	}
	base := at[len(at)-1]
	path := filepath.Join(s.dir, snaps[len(snaps)-1])
	info, err := os.Stat(path)
	if err != nil || base > s.head.seq || !snapshotLooksWhole(path) {
		return false
	}
	j, err := openJournal(s.box, s.dir, base)
	if err != nil {
		return false
	}
	last, ok := j.last()
	if !ok || last != s.head.seq && (last != 0 || base != s.head.seq) {
		_ = j.close() // it is opened again
		return false
	}
	s.journal, s.snapSize, s.since = j, info.Size(), int(s.head.seq-base)
	return true
}
