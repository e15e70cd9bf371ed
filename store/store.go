package store

import (
	"crypto/rand"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gofrs/flock"
	bolt "go.etcd.io/bbolt"
)

// Options are what a store takes from outside. The zero value is for use.
type Options struct {
	Clock         func() time.Time // default time.Now
	Rand          io.Reader        // default crypto/rand
	Wait          time.Duration    // for another program to leave; default 1.5 s
	SnapshotEvery int              // transactions between two snapshots; default 200

	// Child returns the command that runs [CheckMain] on a database in a
	// process of its own. Without one the check is made here.
	Child func(path string) *exec.Cmd
	// Full asks that everything is checked before the store is opened, even
	// where the last session ended well.
	Full bool
	// Secret is the passphrase of the store or the code of its recovery sheet,
	// where it has them.
	Secret string
	// Work is the power of two that trying a new passphrase costs; 0 is the
	// usual one. Only tests want less.
	Work int
	// Anew asks that a store of which nothing can be brought back is set aside
	// and begun anew, so that a backup can be put back.
	Anew bool
	// Checking is called before a check that has to be waited for.
	Checking func()
}

// Store is an open store. Its methods may be called from several goroutines;
// one after another is carried out by the owner.
type Store struct {
	dir    string
	opt    Options
	lock   *flock.Flock
	vault  vault // zero where there is no passphrase
	from   box   // of the backup that was put back last
	byCode bool  // opened by the code of the recovery sheet
	owner  *owner
	box    box

	ids    atomic.Uint64 // ids given out, at least head.ids
	idLock sync.Mutex    // of opt.Rand

	// The rest belongs to the owner.
	db       *bolt.DB
	info     os.FileInfo // of the database as it was opened
	journal  *journal
	head     head
	began    uint64         // the last transaction when the store was opened
	session  map[string]int // plan → first revision of this session
	since    int            // transactions since the newest snapshot
	snapSize int64          // bytes of the newest snapshot
	owed     bool           // a snapshot is needed and could not be made
	lost     int            // transactions known to have been there, while opening
	repairs  []Repair
	failed   *FailedError
	readOnly *FailedError // why only reading is possible
	copying  *copying     // a check that reads beside
	seen     uint64       // the last transaction of a database that does not hold
	faulted  bool         // the database faulted and is not touched again
	tending  bool         // the history is being thinned out
	bodies   bodyCache
}

// Open opens the store in dir and makes a new one where there was none. What
// a killed program or a damaged file left is put right; see [Store.Repaired].
// Where the last session ended well only the beginning, the head and the end
// of the journal are looked at, and [Store.Check] does the rest.
//
// Errors: an [*InUseError] where another program has it open, [ErrNewer],
// [ErrDamaged] where too much is gone to rebuild from, [ErrLocked] and
// [ErrPassphrase] or [ErrCode] without the right secret, [ErrNoVault], a [*FailedError] where
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
	if opt.Checking == nil {
		opt.Checking = func() {}
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, failed(err)
	}
	s := &Store{dir: dir, opt: opt, session: map[string]int{}}
	var err error
	if s.lock, err = takeLock(dir, opt.Wait, opt.Clock()); err != nil {
		if inUse := (*InUseError)(nil); errors.As(err, &inUse) {
			return nil, inUse
		}
		return nil, failed(err)
	}
	s.owner = newOwner()
	s.owner.run(func() {
		if err = s.open(); err == nil {
			return
		}
		if s.journal != nil {
			err = errors.Join(err, s.journal.close())
		}
		err = errors.Join(err, closeDatabase(s.db), s.lock.Unlock())
		s.owner.end()
	})
	if err != nil {
		return nil, err
	}
	s.opt.Secret = ""
	s.ids.Store(s.head.ids)
	s.began = s.head.seq
	return s, nil
}

// own runs fn in the owner and returns its error, or [ErrClosed].
func (s *Store) own(fn func() error) (err error) {
	if !s.owner.run(func() { err = fn() }) {
		return ErrClosed
	}
	return err
}

func nothing() error { return nil }

// attach opens the database that is there.
func (s *Store) attach() error {
	var err error
	if s.db, s.head, err = openDatabase(s.path(), false); err == nil {
		s.info, err = os.Stat(s.path())
	}
	if err == nil && s.head.box != s.box.id() {
		err = errors.Join(errBox(s.box), closeDatabase(s.db))
		s.db = nil
	}
	return err
}

// errBox is what a database is that was not locked with this box: behind a key
// that nobody has, or, where there is a key, one that was put there by hand
// and does not belong.
func errBox(bx box) error {
	if bx.k == nil {
		return ErrNoVault
	}
	return &faultError{"database of another key"}
}

func (s *Store) path() string { return filepath.Join(s.dir, databaseName) }

// Repaired returns what was put right since the store was opened.
func (s *Store) Repaired() []Repair {
	var out []Repair
	_ = s.own(func() error {
		out = append(out, s.repairs...)
		return nil
	})
	return out
}

// Dir returns the directory of the store.
func (s *Store) Dir() string { return s.dir }

// Changed reports whether anything was saved since the store was opened.
func (s *Store) Changed() bool {
	changed := false
	_ = s.own(func() error {
		changed = s.head.seq != s.began
		return nil
	})
	return changed
}

// Close closes the store after a last snapshot. It never waits for long;
// after a failed write it leaves the database alone and only gives up the
// lock.
func (s *Store) Close() error {
	err := s.own(s.close)
	if err == ErrClosed {
		return nil
	}
	return err
}

func (s *Store) close() error {
	s.copying.stop()
	defer s.owner.end()
	if s.failed != nil {
		_ = s.journal.close() // what went wrong was said already
		return s.lock.Unlock()
	}
	if s.since > 0 && s.readOnly == nil {
		_ = s.thinAll() // another time will do
		if s.failed == nil && s.worthwhile() {
			_ = s.snapshot() // the journal has everything; nothing is lost without
		}
		s.compact()
	}
	if s.failed != nil {
		return errors.Join(s.journal.close(), s.lock.Unlock())
	}
	err := errors.Join(closeDatabase(s.db), s.journal.close())
	if err == nil && s.readOnly == nil {
		s.leaveMark()
	}
	return errors.Join(err, s.lock.Unlock())
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
	if s.failed != nil {
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
