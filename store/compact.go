package store

import (
	"os"

	bolt "go.etcd.io/bbolt"
)

// A database never becomes smaller by itself, and what was removed can be
// read in it until something else is written there.
const (
	wasteful = 3         // times a snapshot
	waste    = 512 << 10 // bytes that are not worth the work
)

// compact writes the database anew where most of it is empty. That it fails
// is no loss: the one that is there stays.
func (s *Store) compact() {
	info, err := os.Stat(s.path())
	if err != nil || s.failed != nil || info.Size() < wasteful*s.snapSize+waste {
		return
	}
	_ = s.rewrite()
}

// rewrite writes the database anew, with nothing in it that was removed, and
// opens that one.
func (s *Store) rewrite() error {
	load := func(to *bolt.Tx) error {
		return guard(func() error {
			return s.db.View(func(tx *bolt.Tx) error {
				for _, bucket := range buckets {
					b := to.Bucket(bucket)
					b.FillPercent = fillPercent
					err := each(tx.Bucket(bucket), bucket, func(at, sealed []byte) error { return b.Put(at, sealed) })
					if err != nil {
						return err
					}
				}
				return nil
			})
		})
	}
	err := createDatabase(s.path(), load, func() error {
		err := closeDatabase(s.db)
		s.db = nil
		return err
	})
	if s.db == nil {
		if err := s.attach(); err != nil {
			return s.fail(err)
		}
	}
	return err
}
