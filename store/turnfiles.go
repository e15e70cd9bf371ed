package store

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// turnDays writes the days anew. One that does not hold is left behind.
func (s *Store) turnDays(t turn, part string) error {
	days, err := listDays(s.dir)
	if err != nil || len(days) == 0 {
		return err
	}
	dir := filepath.Join(part, daysName)
	if err := makeDir(dir); err != nil {
		return err
	}
	if drop := t.drop; drop != nil {
		// Settings name files and plans, and no day brings them back.
		t.drop = func(bucket, key, value []byte) bool { return &bucket[0] == &bSetting[0] || drop(bucket, key, value) }
	}
	for _, d := range days {
		records, err := d.read(s.dir)
		if err != nil {
			continue
		}
		cut := newDay(dir, d.seq, s.snapSize)
		_, err = t.pass(func(visit recordVisit) error { return eachIn(records, visit) }, func(bucket, at, sealed []byte) error {
			return cut.add(at, record(bucket, at, sealed))
		})
		if err == nil {
			err = cut.name(d.name)
		}
		if err != nil && !isReadDamage(err) && !errors.Is(err, ErrNoVault) {
			return err
		}
	}
	return nil
}

// turnFiles writes the files of the dossier in their new form. One that cannot
// be read any more is left behind.
func (s *Store) turnFiles(t turn, next *Store) error {
	root := filepath.Join(next.dir, filesName)
	if err := makeDir(root); err != nil {
		return err
	}
	files, err := s.files()
	if err != nil {
		return err
	}
	for _, x := range files {
		in, err := s.OpenFile(x.Hash)
		if errors.Is(err, ErrNoFile) || errors.Is(err, ErrDamaged) {
			continue
		}
		if err != nil {
			return err
		}
		path := filepath.Join(root, "turning")
		err = writeAside(path, func(w io.Writer) error { return copyWrapped(t.to, w, in) })
		_ = in.Close()
		if errors.Is(err, ErrDamaged) {
			continue
		}
		if err == nil {
			err = next.nameFile(path, x.Hash)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// copyWrapped writes what r has in the form of a box.
func copyWrapped(to box, w io.Writer, r io.Reader) error {
	f, err := to.wrap(w)
	if err == nil {
		_, err = io.Copy(f, r)
	}
	if err != nil {
		return err
	}
	return f.Close()
}

// turnAside writes copies and damaged files in their new form.
func (s *Store) turnAside(t turn, part string) error {
	names, err := filepath.Glob(filepath.Join(s.dir, copiesName, "*"+backupSuffix))
	if err != nil {
		return err
	}
	for _, path := range names {
		if err := makeDir(filepath.Join(part, copiesName)); err != nil {
			return err
		}
		err := turnFile(path, filepath.Join(part, copiesName, filepath.Base(path)), func(r io.Reader) (io.Reader, error) {
			plain, _, err := s.unlock(r, "")
			return plain, err
		}, t.lockTo)
		if err != nil {
			return err
		}
	}
	entries, err := os.ReadDir(s.dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		name := e.Name()
		if !strings.HasPrefix(name, damagedPrefix) || !e.Type().IsRegular() {
			continue
		}
		open, to := func(r io.Reader) (io.Reader, error) { return r, nil }, name
		if bare, was := strings.CutSuffix(name, lockedEnd); was {
			open, to = t.from.unwrap, bare
		}
		if t.to.k != nil {
			to += lockedEnd
		}
		if err := turnFile(filepath.Join(s.dir, name), filepath.Join(part, to), open, t.to.wrap); err != nil {
			return err
		}
	}
	return nil
}

// lockTo is wrap with the vault in front, so that the file opens elsewhere.
func (t turn) lockTo(w io.Writer) (io.WriteCloser, error) { return lockOut(t.to, t.vault, w) }

// turnFile writes a file in another form. One that is of another key, or does
// not hold, stays as it is: it was locked already, or is nobody's.
func turnFile(from, to string, open func(io.Reader) (io.Reader, error), wrap func(io.Writer) (io.WriteCloser, error)) error {
	f, err := os.Open(from)
	if err != nil {
		return err
	}
	defer f.Close()
	err = writeAside(to, func(out io.Writer) error {
		r, err := open(f)
		if err != nil {
			return err
		}
		w, err := wrap(out)
		if err == nil {
			_, err = io.Copy(w, r)
		}
		if err != nil {
			return err
		}
		return w.Close()
	})
	if errors.Is(err, ErrDamaged) || errors.Is(err, ErrLocked) || errors.Is(err, ErrNoVault) {
		return writeAside(to, func(out io.Writer) error {
			if _, err := f.Seek(0, io.SeekStart); err != nil {
				return err
			}
			_, err := io.Copy(out, f)
			return err
		})
	}
	return err
}
