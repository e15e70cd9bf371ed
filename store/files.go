package store

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	bolt "go.etcd.io/bbolt"
)

const filesName = "files"

// File is a file of the dossier. Its name is its SHA-256 in 64 lower-case
// hexadecimal digits, so that the same file is kept once.
type File struct {
	Hash string
	Size int64
}

// PutFile copies r into the store and returns what it is called there. It is
// durable when PutFile returns.
func (s *Store) PutFile(r io.Reader) (File, error) {
	if err := s.own(s.writable); err != nil {
		return File{}, err
	}
	root := filepath.Join(s.dir, filesName)
	if err := makeDir(root); err != nil {
		return File{}, failed(err)
	}
	part, err := os.CreateTemp(root, "*.part")
	if err != nil {
		return File{}, failed(err)
	}
	defer os.Remove(part.Name()) // nothing once it was renamed
	sum := sha256.New()
	var n int64
	w, err := s.box.wrap(part)
	if err == nil {
		n, err = io.Copy(io.MultiWriter(w, sum), r)
	}
	if err == nil {
		err = w.Close()
	}
	if err == nil {
		err = part.Sync()
	}
	if err := errors.Join(err, part.Close()); err != nil {
		return File{}, failed(err)
	}
	f := File{hex.EncodeToString(sum.Sum(nil)), n}
	if err := s.nameFile(part.Name(), f.Hash); err != nil {
		return File{}, err
	}
	s.note(f.Hash)
	return f, s.Update(func(tx *Tx) error {
		tx.put(bFile, []byte(f.Hash), binary.AppendUvarint(nil, uint64(n)))
		return nil
	})
}

// makeDir makes a directory whose name is durable.
func makeDir(dir string) error {
	err := os.Mkdir(dir, 0o700)
	if errors.Is(err, os.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return syncDir(filepath.Dir(dir))
}

func (s *Store) filePath(hash string) (string, error) {
	b, err := hex.DecodeString(hash)
	if err != nil || len(b) != sha256.Size || hex.EncodeToString(b) != hash {
		return "", fmt.Errorf("%w: %.80q", ErrNoFile, hash)
	}
	name := s.box.fileName(hash)
	return filepath.Join(s.dir, filesName, name[:2], name), nil
}

// OpenFile opens a file of the dossier for reading.
func (s *Store) OpenFile(hash string) (io.ReadCloser, error) {
	path, err := s.filePath(hash)
	if err != nil {
		return nil, err
	}
	f, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("%w: %s", ErrNoFile, hash)
	}
	if err != nil {
		return nil, err
	}
	plain, err := s.box.unwrap(f)
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return openFile{plain, f}, nil
}

// openFile is a file of the dossier as it came in.
type openFile struct {
	io.Reader
	f *os.File
}

func (o openFile) Close() error { return o.f.Close() }

// VerifyFile reads a file and returns ErrDamaged where it is not what it was,
// ErrNoFile where it is gone.
func (s *Store) VerifyFile(hash string) error {
	f, err := s.OpenFile(hash)
	if err != nil {
		return err
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return err
	}
	if hex.EncodeToString(sum.Sum(nil)) != hash {
		return fmt.Errorf("%w: file %s", ErrDamaged, hash)
	}
	return nil
}

// Files returns the files of the dossier, by hash.
func (s *Store) Files() (out []File, err error) {
	err = s.own(func() error {
		if err := s.usable(); err != nil {
			return err
		}
		out, err = s.files()
		return err
	})
	return out, err
}

func (s *Store) files() (out []File, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		out = nil
		return walk(s.box, tx.Bucket(bFile), bFile, func(k, value []byte) error {
			n, _ := binary.Uvarint(value)
			out = append(out, File{string(k), int64(n)})
			return nil
		})
	})
	slices.SortFunc(out, func(a, b File) int { return strings.Compare(a.Hash, b.Hash) })
	return out, err
}

// MissingFiles returns the files of the dossier that are not on this
// computer.
func (s *Store) MissingFiles() ([]File, error) {
	files, err := s.Files()
	return slices.DeleteFunc(files, func(f File) bool {
		path, err := s.filePath(f.Hash)
		if err == nil {
			_, err = os.Lstat(path)
		}
		return err == nil
	}), err
}

// BringFiles brings back the files of the dossier that are missing here and lie
// in dir, where [Store.AutoBackup] put them, also those of the store of which
// the last backup was put back. It returns how many are still missing.
func (s *Store) BringFiles(dir string) (missing int, err error) {
	files, err := s.MissingFiles()
	if err != nil {
		return 0, err
	}
	for _, x := range files {
		found := false
		for _, bx := range []box{s.from, s.box, {}} {
			found = found || s.bringFrom(bx, filepath.Join(dir, bx.fileName(x.Hash)), x.Hash) == nil
		}
		if !found {
			missing++
		}
	}
	return missing, nil
}

func (s *Store) bringFrom(bx box, path, hash string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	plain, err := bx.unwrap(f)
	if err != nil {
		return err
	}
	return s.BringFile(hash, plain)
}

// BringFile brings a file of the dossier back. What is not that file is
// refused with [ErrDamaged].
func (s *Store) BringFile(hash string, r io.Reader) error {
	parts := map[string]string{}
	err := s.takeFile(r, hash, parts)
	defer func() { _ = remove(parts[hash]) }() // nothing once it was renamed
	if errors.Is(err, ErrNotBackup) {
		return fmt.Errorf("%w: file %s", ErrDamaged, hash)
	}
	if err != nil {
		return err
	}
	return s.nameFile(parts[hash], hash)
}

// nameFile gives a file that was written aside its name.
func (s *Store) nameFile(part, hash string) error {
	path, err := s.filePath(hash)
	if err != nil {
		return err
	}
	if err := makeDir(filepath.Dir(path)); err != nil {
		return failed(err)
	}
	if err := errors.Join(rename(part, path), syncDir(filepath.Dir(path))); err != nil {
		return failed(err)
	}
	return nil
}
