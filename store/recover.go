package store

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	bolt "go.etcd.io/bbolt"
)

// chain is a snapshot and the journal lines that follow it: everything that
// is needed to make the database anew.
type chain struct {
	records []byte // of the snapshot; nil where the journal begins at 1
	base    uint64
	lines   []line
	missing int      // transactions that a bad snapshot had and nothing else has
	bad     []string // snapshots that do not hold
}

func (c chain) end() uint64 { return c.base + uint64(len(c.lines)) }

// findChain returns the newest chain that holds, or ErrDamaged.
func findChain(dir string) (chain, error) {
	names, at, err := listNumbered(dir, snapshotPrefix)
	if err != nil {
		return chain{}, failed(err)
	}
	var c chain
	newest := uint64(0)
	for i := len(names) - 1; i >= 0 && c.records == nil; i-- {
		newest = max(newest, at[i])
		c.records, err = readSnapshot(filepath.Join(dir, names[i]))
		switch {
		case err == nil:
			c.base = at[i]
		case errors.Is(err, errSnapshot):
			c.bad = append(c.bad, names[i])
		case errors.Is(err, ErrNewer):
			return chain{}, ErrNewer
		default:
			return chain{}, failed(err)
		}
	}
	all, err := readJournal(dir, c.base)
	switch {
	case errors.Is(err, ErrNewer):
		return chain{}, ErrNewer
	case err != nil:
		return chain{}, failed(err)
	}
	c.lines = follow(all, c.base)
	if c.records == nil && len(c.lines) == 0 {
		return chain{}, ErrDamaged
	}
	if newest > c.end() {
		c.missing = int(newest - c.end())
	}
	return c, nil
}

// load fills an empty database from the chain.
func (c chain) load(tx *bolt.Tx) error {
	h := head{}
	if c.records != nil {
		if err := fill(tx, c.records); err != nil {
			return err
		}
		var err error
		if h, err = readHead(tx); err != nil {
			return err
		}
	}
	for _, l := range c.lines {
		b, err := l.batch()
		if err == nil {
			h, err = apply(tx, b, h.records)
		}
		if err != nil {
			return err
		}
	}
	return putHead(tx, h)
}

// rebuild makes the database anew from the newest chain and sets the old one
// aside. Nothing is touched before the new one is safe on disk.
func (s *Store) rebuild() error {
	c, err := findChain(s.dir)
	if err != nil {
		return err
	}
	if c.end() < s.head.seq {
		return ErrDamaged // the database, as far as it can be read, has more
	}
	var old string
	err = createDatabase(s.path(), c.load, func() error {
		_ = closeDatabase(s.db) // whatever it says, it is not used again
		s.db = nil
		info, err := os.Stat(s.path())
		if errors.Is(err, os.ErrNotExist) {
			return nil
		}
		if err == nil && info.Size() == 0 {
			return os.Remove(s.path())
		}
		old, err = setAside(s.dir, databaseName, s.opt.Clock())
		return err
	})
	if err != nil {
		return failed(err)
	}
	if err := s.attach(); err != nil {
		return failed(err)
	}
	s.bodies = bodyCache{}
	if c.end() > 0 || old != "" {
		s.repairs = append(s.repairs, Repair{Code: RepairDatabase, File: old})
	}
	for _, name := range c.bad {
		if err := s.snapshotAside(name); err != nil {
			return err
		}
	}
	s.lost = c.missing
	return nil
}

func (s *Store) snapshotAside(name string) error {
	to, err := setAside(s.dir, name, s.opt.Clock())
	if err != nil {
		return failed(err)
	}
	s.repairs = append(s.repairs, Repair{Code: RepairSnapshot, File: to})
	return nil
}

// catchUp does again what the journal has and the database has not, and sees
// to it that a snapshot and a journal reach as far as the database does.
func (s *Store) catchUp() error {
	names, at, err := listNumbered(s.dir, snapshotPrefix)
	if err != nil {
		return failed(err)
	}
	renew := false
	for len(names) > 0 && !snapshotLooksWhole(filepath.Join(s.dir, names[len(names)-1])) {
		if err := s.snapshotAside(names[len(names)-1]); err != nil {
			return err
		}
		names, at, renew = names[:len(names)-1], at[:len(at)-1], true
	}
	base := uint64(0)
	if len(names) > 0 {
		base = at[len(at)-1]
		if info, err := os.Stat(filepath.Join(s.dir, names[len(names)-1])); err == nil {
			s.snapSize = info.Size()
		}
	}
	if base > s.head.seq { // an older copy of the database was put back
		if err := s.rebuild(); err != nil {
			return err
		}
	}
	lines, err := readJournal(s.dir, base)
	switch {
	case errors.Is(err, ErrNewer):
		return ErrNewer
	case err != nil:
		return failed(err)
	}
	if n := len(lines); n > 0 && lines[n-1].seq > s.head.seq {
		if err := s.replay(follow(lines, s.head.seq)); err != nil {
			return err
		}
		s.lost = max(s.lost, int(lines[n-1].seq-s.head.seq))
	}
	reach := base + uint64(len(follow(lines, base)))
	s.since = int(reach - base)
	if s.journal, err = openJournal(s.dir, base); err != nil {
		return failed(err)
	}
	if s.lost == 0 && !renew && reach >= s.head.seq && len(names) > 0 {
		return nil
	}
	switch {
	case s.head.seq == 0 || renew:
	case len(names) == 0:
		s.repairs = append(s.repairs, Repair{Code: RepairSnapshot})
	case reach < s.head.seq:
		s.repairs = append(s.repairs, Repair{Code: RepairJournal})
	}
	return s.renew()
}

// replay does the transactions of lines in one.
func (s *Store) replay(lines []line) error {
	if len(lines) == 0 {
		return nil
	}
	h := s.head
	err := guard(func() error {
		return s.db.Update(func(tx *bolt.Tx) error {
			for _, l := range lines {
				b, err := l.batch()
				if err == nil {
					h, err = apply(tx, b, h.records)
				}
				if err != nil {
					return err
				}
			}
			return nil
		})
	})
	if isDamage(err) {
		return s.rebuild()
	}
	if err != nil {
		return failed(err)
	}
	s.head = h
	s.repairs = append(s.repairs, Repair{Code: RepairReplay, Count: len(lines)})
	return nil
}

// renew makes a snapshot because the ones there are, or the journal, do not
// reach as far as the database, or reach beyond it after a gap.
func (s *Store) renew() error {
	if s.lost > 0 {
		file, err := s.journalAside()
		if err != nil {
			return failed(err)
		}
		s.repairs = append(s.repairs, Repair{Code: RepairLost, File: file, Count: s.lost})
		s.lost = 0
	}
	// A full disk must not keep a person from reading: the database is whole,
	// and the snapshot is tried again after the next transaction.
	s.owed = s.snapshot() != nil
	return nil
}

// journalAside sets the journal files aside that have lines beyond the
// database: the numbers of those lines will be given out again. It returns
// the name of the last.
func (s *Store) journalAside() (last string, err error) {
	if err := s.journal.close(); err != nil {
		return "", err
	}
	names, starts, err := listNumbered(s.dir, journalPrefix)
	for i, name := range names {
		if i+1 < len(names) && starts[i+1] <= s.head.seq+1 {
			continue
		}
		if last, err = setAside(s.dir, name, s.opt.Clock()); err != nil {
			break
		}
	}
	return last, err
}

// repair is rebuild for a store in use: it only takes a chain that has
// everything.
func (s *Store) repair() error {
	c, err := findChain(s.dir)
	if err == nil && c.end() != s.head.seq {
		err = ErrDamaged
	}
	if err != nil {
		return err
	}
	return s.rebuild()
}

const suspectName = "suspect"

// suspect reports whether the last session ended with a fault, so that the
// database is worth reading in full.
func (s *Store) suspect() bool {
	_, err := os.Lstat(filepath.Join(s.dir, suspectName))
	return err == nil
}

func (s *Store) unsuspect() error {
	if !s.suspect() {
		return nil
	}
	if err := os.Remove(filepath.Join(s.dir, suspectName)); err != nil {
		return failed(err)
	}
	return nil
}

// checkAll reads every value.
func (s *Store) checkAll() error {
	return guard(func() error {
		return s.db.View(func(tx *bolt.Tx) error { return writeSnapshot(io.Discard, tx, s.head) })
	})
}
