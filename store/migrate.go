package store

import (
	"fmt"
	"io"
	"path/filepath"

	bolt "go.etcd.io/bbolt"
)

const copiesName = "copies"

// migrate brings a store of an earlier format, which was checked in full, to
// the format of this program. Before that it is copied whole; without room
// for a copy it is opened for reading only.
func (s *Store) migrate() error {
	if s.head.format == storeFormat || s.readOnly != nil {
		return nil
	}
	if _, err := s.copyAside(fmt.Sprintf("format-%d", s.head.format)); err != nil {
		s.readOnly = failed(err)
		return nil
	}
	h := s.head
	h.format = storeFormat
	err := guard(func() error {
		return s.db.Update(func(tx *bolt.Tx) error { return putHead(tx, h) })
	})
	if err != nil {
		return failed(err)
	}
	s.head = h
	s.owed = s.snapshot() != nil // one of the new format
	return nil
}

// copyAside keeps a copy of everything but the files of the dossier, which
// never change, below copies, and returns its path. what is the first part of
// the name.
func (s *Store) copyAside(what string) (string, error) {
	dir := filepath.Join(s.dir, copiesName)
	if err := makeDir(dir); err != nil {
		return "", err
	}
	path, err := freeName(dir, what+"-"+s.opt.Clock().Format("20060102-150405"), backupSuffix)
	if err != nil {
		return "", err
	}
	return path, writeAside(path, func(w io.Writer) error { return s.writeBackup(w, false, true) })
}
