package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// settle finishes a turn that has happened. It can be broken off anywhere and
// begun again.
func settle(dir string) error {
	next, moving := filepath.Join(dir, nextName), filepath.Join(dir, movingName)
	entries, err := os.ReadDir(next)
	if err == nil {
		files := false
		for _, e := range entries {
			files = files || e.Name() == filesName
		}
		if err := removeOld(dir, files); err != nil {
			return err
		}
		if err := errors.Join(syncDir(dir), rename(next, moving), syncDir(dir)); err != nil {
			return err
		}
	} else if !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if entries, err = os.ReadDir(moving); errors.Is(err, os.ErrNotExist) {
		return nil
	}
	for _, e := range entries {
		err = errors.Join(err, rename(filepath.Join(moving, e.Name()), filepath.Join(dir, e.Name())))
	}
	if err != nil {
		return err
	}
	return syncDir(dir)
}

// removeOld removes what a turn made anew.
func removeOld(dir string, files bool) error {
	entries, err := os.ReadDir(dir)
	for _, e := range entries {
		name := e.Name()
		switch {
		case name == databaseName, name == daysName, name == copiesName, name == markName, name == vaultName, name == vaultTwin, name == seenName,
			isNumbered(name, snapshotPrefix), isNumbered(name, journalPrefix), strings.HasPrefix(name, damagedPrefix),
			strings.HasSuffix(name, ".part"), name == filesName && files:
			err = errors.Join(err, removeTree(filepath.Join(dir, name)))
		}
	}
	return err
}

// removeTree removes a file or a folder with everything in it.
func removeTree(path string) error {
	return here.again(func() error { return os.RemoveAll(path) })
}

// afterTurn removes the files of the dossier that nothing in the store has any
// more; the folder moving says that it is still to be done.
func (s *Store) afterTurn() error {
	moving := filepath.Join(s.dir, movingName)
	if _, err := os.Lstat(moving); errors.Is(err, os.ErrNotExist) {
		return nil
	}
	files, err := s.files()
	if err != nil {
		return err
	}
	known := map[string]bool{}
	for _, f := range files {
		known[s.box.fileName(f.Hash)] = true
	}
	root := filepath.Join(s.dir, filesName)
	shelves, err := os.ReadDir(root)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	for _, shelf := range shelves {
		dir := filepath.Join(root, shelf.Name())
		if !shelf.IsDir() {
			if err := removeTree(dir); err != nil {
				return err
			}
			continue
		}
		entries, err := os.ReadDir(dir)
		if err != nil {
			return err
		}
		for _, e := range entries {
			if !known[e.Name()] {
				if err := removeTree(filepath.Join(dir, e.Name())); err != nil {
					return err
				}
			}
		}
		_ = os.Remove(dir) // where it is empty
	}
	if err := removeTree(moving); err != nil {
		return fmt.Errorf("after a turn: %w", err)
	}
	return nil
}
