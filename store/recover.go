package store

import (
	"errors"
	"os"
	"path/filepath"

	bolt "go.etcd.io/bbolt"
)

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
			return s.onlyRead(base, err)
		}
		s.lost = max(s.lost, int(lines[n-1].seq-s.head.seq))
	}
	reach := base + uint64(len(follow(lines, base)))
	s.since = int(reach - base)
	if s.journal, err = openJournal(s.box, s.dir, base); err != nil {
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

// onlyRead opens the store for reading where the disk does not take what the
// journal still has: a person can read, and is told at the first change.
func (s *Store) onlyRead(base uint64, err error) error {
	f := failed(err)
	if f.Reason != Full && f.Reason != Denied {
		return f
	}
	if err := closeDatabase(s.db); err != nil {
		return f
	}
	if err := s.attach(); err != nil {
		return f
	}
	if s.journal, err = openJournal(s.box, s.dir, base); err != nil {
		return f
	}
	s.readOnly = f
	return nil
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
				b, err := l.batch(s.box)
				if err == nil {
					h, err = apply(s.box, tx, b, h)
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
