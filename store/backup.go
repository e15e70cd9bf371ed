package store

import (
	"archive/tar"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"
)

// A backup is a tar file:
//
//	bekwaam.txt     "bekwaam/backup 1", how many files of the dossier follow,
//	                whether the person's own keys are in it; more for people
//	store.snapshot  a snapshot, as they lie in the directory of a store
//	files/HASH      files of the dossier, where they were asked for
//	bekwaam.sha256  the SHA-256 of every byte before, so that nothing in a
//	                backup can change unseen
//
// Where the store has a passphrase the backup is an age file with the vault of
// the store in front of it (locking.go), and what is within is readable. Without
// one, what goes out of the directory of the store has no keys in it: whoever
// reads it could sign with them.
const (
	backupSuffix = ".bekwaam"
	backupFormat = 1
	backupMagic  = "bekwaam/backup "

	backupAbout    = "bekwaam.txt"
	backupSnapshot = "store.snapshot"
	backupFiles    = "files/"
	backupSum      = "bekwaam.sha256"
)

// What a backup may hold; a store is far below.
const (
	maxSnapshot   = 512 << 20
	maxBackupFile = 4 << 30
)

// ErrNotBackup is returned for a file that is no backup, or not a whole one.
var ErrNotBackup = errors.New("not a whole backup")

// Backup writes a backup of everything to w, with or without the files of the
// dossier. A file of the dossier that is not what it was is an error that
// names it.
func (s *Store) Backup(w io.Writer, withFiles bool) error {
	return s.own(func() error {
		if err := s.usable(); err != nil {
			return err
		}
		return s.writeBackup(w, withFiles, s.box.k != nil)
	})
}

// BackupParts writes a backup with or without the files of the dossier and the
// person's own keys. In a store with a passphrase the keys always go along,
// behind it.
func (s *Store) BackupParts(w io.Writer, withFiles, withKeys bool) error {
	return s.own(func() error {
		if err := s.usable(); err != nil {
			return err
		}
		return s.writeBackup(w, withFiles, withKeys || s.box.k != nil)
	})
}

func (s *Store) writeBackup(out io.Writer, withFiles, withKeys bool) error {
	var files []File
	var err error
	if withFiles {
		if files, err = s.files(); err != nil {
			return err
		}
	}
	w, err := lockOut(s.box, s.vault, out)
	if err != nil {
		return err
	}
	sum := sha256.New()
	t := tar.NewWriter(io.MultiWriter(w, sum))
	now := s.opt.Clock().Truncate(time.Second)
	add := func(name string, size int64, r io.Reader) error {
		h := &tar.Header{Typeflag: tar.TypeReg, Name: name, Mode: 0o600, Size: size, ModTime: now, Format: tar.FormatUSTAR}
		if err := t.WriteHeader(h); err != nil {
			return err
		}
		_, err := io.Copy(t, r)
		return err
	}
	var snap bytes.Buffer
	err = s.view(func(tx *bolt.Tx) error {
		snap.Reset()
		if withKeys {
			return recodeSnapshot(s.box, box{}, &snap, tx, s.head)
		}
		return recodeSnapshot(s.box, box{}, &snap, tx, s.head, bKey)
	})
	if err != nil {
		return err
	}
	keys := "no"
	if withKeys {
		keys = "yes"
	}
	about := fmt.Sprintf("%s%d\nfiles %d\nkeys %s\nstore format %d, %d plans, %d transactions, %s\n", backupMagic, backupFormat, len(files), keys,
		s.head.format, s.head.plans, s.head.seq, now.UTC().Format(time.RFC3339))
	if err := add(backupAbout, int64(len(about)), strings.NewReader(about)); err != nil {
		return err
	}
	if err := add(backupSnapshot, int64(snap.Len()), &snap); err != nil {
		return err
	}
	for _, x := range files {
		if err := s.backupFile(x, add); err != nil {
			return err
		}
	}
	if err := t.Flush(); err != nil {
		return err
	}
	last := lastBlock(sum.Sum(nil))
	if err := add(backupSum, int64(len(last)), strings.NewReader(last)); err != nil {
		return err
	}
	if err := t.Close(); err != nil {
		return err
	}
	return w.Close()
}

// block is how a tar file is cut.
const block = 512

// lastBlock is the content of the last file in a backup: a whole block, so
// that no byte of it is without meaning.
func lastBlock(sum []byte) string { return fmt.Sprintf("%-511x\n", sum) }

func (s *Store) backupFile(x File, add func(string, int64, io.Reader) error) error {
	f, err := s.OpenFile(x.Hash)
	if err != nil {
		return err
	}
	defer f.Close()
	sum := sha256.New()
	if err := add(backupFiles+x.Hash, x.Size, io.TeeReader(f, sum)); err != nil {
		return fmt.Errorf("%w: file %s", ErrDamaged, x.Hash)
	}
	if hex.EncodeToString(sum.Sum(nil)) != x.Hash {
		return fmt.Errorf("%w: file %s", ErrDamaged, x.Hash)
	}
	return nil
}

// AutoBackup writes today's backup into dir, which must be there, in place of
// an earlier one of today, and the files of the dossier that are not there
// yet. Of the backups that it made it keeps the newest fourteen. It returns
// the path.
func (s *Store) AutoBackup(dir string) (string, error) {
	if info, err := os.Stat(dir); err != nil {
		return "", err
	} else if !info.IsDir() {
		return "", &os.PathError{Op: "open", Path: dir, Err: errors.New("not a folder")}
	}
	id, err := s.backupID()
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, autoName(s.opt.Clock(), id))
	if err := writeAside(path, func(w io.Writer) error { return s.Backup(w, false) }); err != nil {
		return "", err
	}
	files, err := s.Files()
	if err != nil {
		return path, err
	}
	for _, x := range files {
		if err := s.copyFile(x.Hash, filepath.Join(dir, AutoFiles)); err != nil {
			return path, err
		}
	}
	if err := s.dropReadable(dir, id, files); err != nil {
		return path, err
	}
	return path, pruneAuto(dir, id)
}

// dropReadable removes what AutoBackup put into dir while the store had no
// passphrase: the backup that was just made has all of it.
func (s *Store) dropReadable(dir, id string, files []File) error {
	if !s.IsLocked() {
		return nil
	}
	names, err := autoBackups(dir, id)
	if err != nil {
		return err
	}
	for _, name := range names {
		path := filepath.Join(dir, name)
		if readable(path) {
			err = errors.Join(err, remove(path))
		}
	}
	for _, f := range files {
		path := filepath.Join(dir, AutoFiles, f.Hash)
		if _, bad := os.Lstat(path); bad == nil {
			err = errors.Join(err, remove(path))
		}
	}
	return err
}

// readable reports whether a backup has no vault in front of it.
func readable(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, len(vaultMagic))
	_, err = io.ReadFull(f, head)
	return err == nil && !IsLockedFile(head)
}

const (
	autoPrefix = "bekwaam-"
	daysKept   = 14
)

// AutoFiles is the folder for files of the dossier beside the backups that
// AutoBackup made.
const AutoFiles = "bekwaam-files"

// copyFile copies a file of the dossier to dir, as it is here, where it is not
// there.
func (s *Store) copyFile(hash, dir string) error {
	from, err := s.filePath(hash)
	if err != nil {
		return err
	}
	to := filepath.Join(dir, filepath.Base(from))
	if _, err := os.Lstat(to); err == nil {
		return nil
	}
	if err := makeDir(dir); err != nil {
		return err
	}
	f, err := os.Open(from)
	if errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("%w: %s", ErrNoFile, hash)
	}
	if err != nil {
		return err
	}
	defer f.Close()
	return writeAside(to, func(w io.Writer) error {
		_, err := io.Copy(w, f)
		return err
	})
}

// backupIDName is the setting that tells the backups of this store from those
// of another computer in the same folder.
const backupIDName = "backup.id"

func (s *Store) backupID() (string, error) {
	id, ok, err := s.Setting(backupIDName)
	if ok || err != nil {
		return id, err
	}
	all := s.NewID()
	id = all[len(all)-6:]
	return id, s.PutSetting(backupIDName, id)
}

func autoName(now time.Time, id string) string {
	return autoPrefix + now.Format("2006-01-02") + "-" + id + backupSuffix
}

// pruneAuto removes the oldest of the backups that AutoBackup made of this
// store. By their names: no other file is ever touched.
func pruneAuto(dir, id string) error {
	names, err := autoBackups(dir, id)
	if err != nil {
		return err
	}
	for len(names) > daysKept {
		err = errors.Join(err, remove(filepath.Join(dir, names[0])))
		names = names[1:]
	}
	return err
}

// autoBackups returns the names of the backups that AutoBackup made of the
// store with that id, the oldest first.
func autoBackups(dir, id string) ([]string, error) {
	entries, err := os.ReadDir(dir) // by name
	if err != nil {
		return nil, err
	}
	var out []string
	for _, e := range entries {
		day, ok := strings.CutPrefix(e.Name(), autoPrefix)
		day, is := strings.CutSuffix(day, "-"+id+backupSuffix)
		if _, err := time.Parse("2006-01-02", day); ok && is && err == nil {
			out = append(out, e.Name())
		}
	}
	return out, nil
}

// freeName returns a path in dir that is not taken: stem, a number where it
// must, and suffix.
func freeName(dir, stem, suffix string) (string, error) {
	for i := 1; ; i++ {
		name := stem + suffix
		if i > 1 {
			name = fmt.Sprintf("%s-%d%s", stem, i, suffix)
		}
		path := filepath.Join(dir, name)
		if _, err := os.Lstat(path); errors.Is(err, os.ErrNotExist) {
			return path, nil
		} else if err != nil {
			return "", err
		}
	}
}
