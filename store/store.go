package store

import (
	"crypto/rand"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/gofrs/flock"
	bolt "go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"
)

// Options are what a store takes from outside. The zero value is for use.
type Options struct {
	Clock         func() time.Time // default time.Now
	Rand          io.Reader        // default crypto/rand
	Wait          time.Duration    // for another program to leave; default 1.5 s
	SnapshotEvery int              // transactions between two snapshots; default 200
}

// Store is an open store. Its methods may be called from several goroutines;
// each waits for the other.
type Store struct {
	dir  string
	opt  Options
	lock *flock.Flock

	mu       sync.Mutex
	db       *bolt.DB
	info     os.FileInfo // of the database as it was opened
	journal  *journal
	head     head
	ids      uint64 // ids given out, at least head.ids
	since    int    // transactions since the newest snapshot
	snapSize int64  // bytes of the newest snapshot
	owed     bool   // a snapshot is needed and could not be made
	lost     int    // transactions known to have been there, while opening
	repairs  []Repair
	failed   *FailedError
	readOnly *FailedError // why only reading is possible
	closed   bool
	bodies   bodyCache
}

// Open opens the store in dir and makes a new one where there was none. What
// a killed program or a damaged file left is put right; see [Store.Repaired].
//
// Errors: an [*InUseError] where another program has it open, [ErrNewer],
// [ErrDamaged] where too much is gone to rebuild from, a [*FailedError] where
// the disk does not take or give what is needed. Where the disk is full and
// there is something to read the store opens, and changes are refused.
func Open(dir string, opt Options) (*Store, error) {
	if opt.Clock == nil {
		opt.Clock = time.Now
	}
	if opt.Rand == nil {
		opt.Rand = rand.Reader
	}
	if opt.Wait == 0 {
		opt.Wait = 1500 * time.Millisecond
	}
	if opt.SnapshotEvery == 0 {
		opt.SnapshotEvery = 200
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, failed(err)
	}
	s := &Store{dir: dir, opt: opt}
	var err error
	if s.lock, err = takeLock(dir, opt.Wait, opt.Clock()); err != nil {
		if inUse := (*InUseError)(nil); errors.As(err, &inUse) {
			return nil, inUse
		}
		return nil, failed(err)
	}
	if err := s.open(); err != nil {
		if s.journal != nil {
			err = errors.Join(err, s.journal.close())
		}
		return nil, errors.Join(err, closeDatabase(s.db), s.lock.Unlock())
	}
	s.ids = s.head.ids
	return s, nil
}

// open finds out what there is and makes a whole of it.
func (s *Store) open() error {
	isNew, err := s.tidy()
	if err != nil {
		return failed(err)
	}
	if isNew {
		if err := createDatabase(s.path(), func(tx *bolt.Tx) error { return putHead(tx, head{}) }, nothing); err != nil {
			return failed(err)
		}
	}
	err = s.attach()
	if err == nil && s.suspect() {
		err = s.checkAll()
	}
	switch {
	case err == nil:
	case errors.Is(err, os.ErrNotExist) || isDamage(err):
		if err := s.rebuild(); err != nil {
			return err
		}
	case errors.Is(err, ErrNewer):
		return ErrNewer
	case errors.Is(err, berrors.ErrTimeout):
		return &InUseError{}
	default:
		return failed(err)
	}
	if err := s.catchUp(); err != nil {
		return err
	}
	return s.unsuspect()
}

func nothing() error { return nil }

// attach opens the database that is there.
func (s *Store) attach() error {
	var err error
	if s.db, s.head, err = openDatabase(s.path()); err == nil {
		s.info, err = os.Stat(s.path())
	}
	return err
}

func (s *Store) path() string { return filepath.Join(s.dir, databaseName) }

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
			err = errors.Join(err, os.Remove(filepath.Join(s.dir, name)))
		case name == databaseName, name == filesName, strings.HasPrefix(name, snapshotPrefix),
			strings.HasPrefix(name, journalPrefix), strings.HasPrefix(name, "damaged-"):
			isNew = false
		}
	}
	return isNew, err
}

// Repaired returns what was put right since the store was opened.
func (s *Store) Repaired() []Repair {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Repair(nil), s.repairs...)
}

// Dir returns the directory of the store.
func (s *Store) Dir() string { return s.dir }

// Close closes the store after a last snapshot. It never waits for long;
// after a failed write it leaves the database alone and only gives up the
// lock.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return nil
	}
	s.closed = true
	if s.failed != nil {
		_ = s.journal.close() // what went wrong was said already
		return s.lock.Unlock()
	}
	if s.since > 0 && s.worthwhile() {
		_ = s.snapshot() // the journal has everything; nothing is lost without
	}
	return errors.Join(closeDatabase(s.db), s.journal.close(), s.lock.Unlock())
}

// worthwhile keeps closing quick: a snapshot is as large as the store, and
// the last one with the journal says the same.
func (s *Store) worthwhile() bool {
	const small = 8 << 20
	return s.snapSize < small || s.journal.size > s.snapSize/4
}

// due reports whether it is time for a snapshot: enough transactions, and
// enough in the journal that the work is in proportion.
func (s *Store) due() bool {
	const large = 32 << 20
	return s.owed || s.since >= s.opt.SnapshotEvery && s.journal.size >= min(s.snapSize/4, large)
}

func (s *Store) usable() error {
	switch {
	case s.closed:
		return ErrClosed
	case s.failed != nil:
		return s.failed
	}
	return nil
}

func (s *Store) writable() error {
	if err := s.usable(); err != nil {
		return err
	}
	if s.readOnly != nil {
		return s.readOnly
	}
	return nil
}
