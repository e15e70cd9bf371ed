package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"

	bolt "go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"
)

const (
	databaseName  = "plans.db"
	damagedPrefix = "damaged-"
	boltWait      = time.Second
	closeWait     = 500 * time.Millisecond
	growth        = 128 << 10 // bytes by which the file grows; else it would double
)

// openDatabase opens an existing database and reads its head. bbolt would
// turn an empty or missing file into a new database without a word; that is
// an error here.
func openDatabase(path string, readOnly bool) (*bolt.DB, head, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, head{}, err
	}
	if info.Size() == 0 {
		return nil, head{}, &faultError{"empty file"}
	}
	var db *bolt.DB
	var h head
	err = guard(func() error {
		var err error
		db, err = bolt.Open(path, 0o600, &bolt.Options{
			Timeout:      boltWait,
			ReadOnly:     readOnly,
			FreelistType: bolt.FreelistMapType,
			NoStatistics: true,
			OpenFile: func(path string, flag int, mode os.FileMode) (*os.File, error) {
				return os.OpenFile(path, flag&^os.O_CREATE, mode)
			},
		})
		if err != nil {
			return err
		}
		db.AllocSize = growth
		return db.View(func(tx *bolt.Tx) error {
			if tx.Size() > info.Size() {
				return &faultError{"file is cut off"}
			}
			h, err = readHead(tx)
			return err
		})
	})
	if err != nil {
		return nil, head{}, errors.Join(err, closeDatabase(db))
	}
	return db, h, nil
}

func readHead(tx *bolt.Tx) (head, error) {
	for _, b := range buckets {
		if tx.Bucket(b) == nil {
			return head{}, &sealError{bucket: string(b)}
		}
	}
	value, seq, err := box{}.unseal(bMeta, headKey, tx.Bucket(bMeta).Get(headKey))
	if err != nil {
		return head{}, err
	}
	h, err := decodeHead(value)
	if err == nil && h.seq != seq {
		err = &sealError{string(bMeta), string(headKey)}
	}
	return h, err
}

// createDatabase makes a whole database aside, flushes and renames it, so
// that no moment exists in which a half-made one could be found. makeRoom is
// called once the new one is safe on disk and before it gets its name.
func createDatabase(path string, load func(*bolt.Tx) error, makeRoom func() error) error {
	part := path + ".part"
	if err := remove(part); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	db, err := bolt.Open(part, 0o600, &bolt.Options{Timeout: boltWait, FreelistType: bolt.FreelistMapType, NoStatistics: true})
	if err != nil {
		return err
	}
	db.AllocSize = growth
	err = db.Update(func(tx *bolt.Tx) error {
		for _, b := range buckets {
			if _, err := tx.CreateBucket(b); err != nil {
				return err
			}
		}
		return load(tx)
	})
	err = errors.Join(err, db.Close())
	if err != nil {
		return errors.Join(err, remove(part))
	}
	if err := makeRoom(); err != nil {
		return err
	}
	if err := rename(part, path); err != nil {
		return err
	}
	return syncDir(filepath.Dir(path))
}

// isDamage tells a database that does not hold from a disk that does not
// give it, a lock, and a newer program.
func isDamage(err error) bool {
	var path *fs.PathError
	var errno syscall.Errno
	return err != nil && !errors.As(err, &path) && !errors.As(err, &errno) &&
		!errors.Is(err, ErrNewer) && !errors.Is(err, ErrNoVault) && !errors.Is(err, berrors.ErrTimeout)
}

// closeDatabase closes db, but never waits for long: after a fault bbolt may
// hold its own locks for ever.
func closeDatabase(db *bolt.DB) error {
	if db == nil {
		return nil
	}
	done := make(chan error, 1)
	go func() { done <- guard(db.Close) }()
	select {
	case err := <-done:
		return err
	case <-time.After(closeWait):
		return &faultError{"database does not close"}
	}
}

// setAside renames a file that does not hold, so that it stays for whoever
// wants to look. It returns the new name.
func setAside(dir, name string, now time.Time) (string, error) {
	stamp := now.UTC().Format("20060102-150405")
	for i := 0; ; i++ {
		to := fmt.Sprintf("%s%s-%d-%s", damagedPrefix, stamp, i, name)
		if name == databaseName {
			to = fmt.Sprintf("%s%s-%d.db", damagedPrefix, stamp, i)
		}
		if _, err := os.Lstat(filepath.Join(dir, to)); err == nil {
			continue
		}
		return to, rename(filepath.Join(dir, name), filepath.Join(dir, to))
	}
}
