package store

import (
	"errors"
	"os"
	"path/filepath"

	bolt "go.etcd.io/bbolt"
)

// A turn writes the whole store anew, so that nothing of the old files stays:
// behind a passphrase, without one, or without something that is erased. The
// new files are made in a folder of their own, next.part. The moment in which
// that is called next is the one in which the turn has happened; what is left
// to do then is done again by the next start where it was broken off:
//
//	next     the old files go, then it is called moving
//	moving   its files take the place of the old ones
//
// Files of the dossier that stay as they are stay where they are.
const (
	nextName   = "next"
	movingName = "moving"
	lockedEnd  = ".locked" // of a damaged file in a locked store
)

type turn struct {
	from, to box
	vault    vault // of to, where it has a key
	// drop says what does not come along, nil: everything comes.
	drop func(bucket, key, value []byte) bool
	// bare leaves copies and damaged files behind: nobody can say what they hold.
	bare bool
	all  bool // nothing comes along
}

// turn carries a turn out. After an error before its moment nothing changed.
func (s *Store) turn(t turn) error {
	if err := s.writable(); err != nil {
		return err
	}
	s.copying.stop()
	part := filepath.Join(s.dir, nextName+".part")
	if err := errors.Join(os.RemoveAll(part), makeDir(part)); err != nil {
		return failed(err)
	}
	h, err := s.prepareTurn(t, part)
	if err == nil {
		err = rename(part, filepath.Join(s.dir, nextName))
	}
	if err != nil {
		return errors.Join(failed(err), os.RemoveAll(part))
	}
	err = errors.Join(syncDir(s.dir), s.journal.close(), closeDatabase(s.db))
	s.db, s.bodies, s.session = nil, bodyCache{}, map[string]int{}
	if err == nil {
		err = settle(s.dir)
	}
	if err == nil {
		s.box, s.vault = t.to, t.vault
		err = s.attach()
	}
	if err == nil {
		s.journal = &journal{box: s.box, dir: s.dir}
		s.since, s.owed = 0, false
		err = s.journal.begin(h.seq + 1)
	}
	if err == nil {
		err = s.afterTurn()
	}
	if err != nil {
		return s.fail(err)
	}
	return nil
}

// prepareTurn makes the new files in a folder and returns the new head.
func (s *Store) prepareTurn(t turn, part string) (h head, err error) {
	db := filepath.Join(part, databaseName)
	err = createDatabase(db, func(to *bolt.Tx) error {
		for _, bucket := range buckets {
			to.Bucket(bucket).FillPercent = fillPercent
		}
		return guard(func() error {
			return s.db.View(func(tx *bolt.Tx) error {
				var err error
				h, err = t.pass(func(visit recordVisit) error { return eachRecord(tx, s.head, nil, visit) }, func(bucket, at, sealed []byte) error {
					return to.Bucket(bucket).Put(at, sealed)
				})
				return err
			})
		})
	}, nothing)
	if err != nil {
		return h, err
	}
	next := &Store{dir: part, opt: s.opt, box: t.to}
	if err := next.nameSnapshot(db, h); err != nil {
		return h, err
	}
	if info, err := os.Stat(filepath.Join(part, numbered(snapshotPrefix, h.seq))); err == nil {
		s.snapSize = info.Size()
	}
	if !t.all {
		if err := s.turnDays(t, part); err != nil {
			return h, err
		}
	}
	if t.from != t.to && !t.all {
		if err := s.turnFiles(t, next); err != nil {
			return h, err
		}
	}
	if !t.bare {
		if err := s.turnAside(t, part); err != nil {
			return h, err
		}
	}
	if t.to.k != nil {
		err = t.vault.write(part)
	}
	return h, errors.Join(err, syncDir(part))
}

type recordVisit func(bucket, at, sealed []byte) error

// pass hands the records of a source on, without what drops, and then the
// head, which it returns.
func (t turn) pass(source func(recordVisit) error, put recordVisit) (h head, err error) {
	var plans, records uint64
	err = source(func(bucket, at, sealed []byte) error {
		key, value, seq, err := t.from.record(bucket, at, sealed)
		if err != nil {
			return err
		}
		if &bucket[0] == &bMeta[0] {
			h, err = decodeHead(value)
			return err
		}
		if t.drop != nil && t.drop(bucket, key, value) {
			return nil
		}
		records++
		if &bucket[0] == &bSummary[0] {
			plans++
		}
		if t.from != t.to {
			at, sealed = t.to.at(bucket, key), t.to.seal(bucket, key, seq, value)
		}
		return put(bucket, at, sealed)
	})
	if err != nil {
		return h, err
	}
	h.plans, h.records, h.box = plans, records, t.to.id()
	return h, put(bMeta, headKey, box{}.seal(bMeta, headKey, h.seq, h.encode()))
}
