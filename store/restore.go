package store

import (
	"archive/tar"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"
	"path/filepath"
	"strings"

	bolt "go.etcd.io/bbolt"
)

// A content is what a backup holds, checked and ready.
type content struct {
	records []byte
	from    box               // how it was locked
	keys    bool              // whether the person's own keys are among them
	files   map[string]string // hash → path of a file that waits for its name
}

// Restore puts a backup in the place of everything in the store and returns
// the path of the copy that it made of that before, "" where there was
// nothing. A backup without keys leaves those that are there. Files of the
// dossier stay, and those of the backup come beside them.
//
// Errors: [ErrNotBackup], [ErrNewer], [ErrLocked], [ErrPassphrase], [ErrCode],
// a [*FailedError]. The store is then as it was.
//
// A backup behind a passphrase needs its secret, a passphrase or the code of a
// recovery sheet, unless this store made it with the key that it still has.
// What was put back is behind the passphrase that this store has, or none.
func (s *Store) Restore(r io.Reader, secret string) (before string, err error) {
	c, err := s.readBackup(r, secret)
	defer func() {
		for _, path := range c.files {
			_ = remove(path) // what got its name is not there any more
		}
	}()
	if err != nil {
		return "", err
	}
	err = s.own(func() error {
		before, err = s.replace(c)
		s.from = c.from
		return err
	})
	return before, err
}

// readBackup reads a backup to its end before anything is believed.
func (s *Store) readBackup(r io.Reader, secret string) (c content, err error) {
	plain, from, err := s.unlock(r, secret)
	if errors.Is(err, ErrLocked) || errors.Is(err, ErrPassphrase) || errors.Is(err, ErrCode) || errors.Is(err, ErrNewer) {
		return c, err
	}
	if err != nil {
		return c, fmt.Errorf("%w: %w", ErrNotBackup, err)
	}
	c.from = from
	c.files = map[string]string{}
	sums := &behind{r: plain, sum: sha256.New()}
	t := tar.NewReader(sums)
	want, whole := 0, false
	for i := 0; ; i++ {
		h, err := t.Next()
		if errors.Is(err, io.EOF) && whole && len(c.files) == want {
			if n, err := sums.Read(make([]byte, 1)); n > 0 || !errors.Is(err, io.EOF) {
				return c, ErrNotBackup
			}
			return c, nil
		}
		if err != nil || h.Typeflag != tar.TypeReg || len(h.PAXRecords) > 0 { // sparse files are said there
			return c, fmt.Errorf("%w: %v", ErrNotBackup, err)
		}
		switch {
		case whole:
			err = ErrNotBackup
		case i > 1 && h.Name == backupSum && h.Size == block:
			sum := lastBlock(sums.sum.Sum(nil))
			data, bad := io.ReadAll(t)
			if whole = string(data) == sum; !whole || bad != nil {
				err = ErrNotBackup
			}
		case i == 0 && h.Name == backupAbout && h.Size < 4096:
			want, c.keys, err = readAbout(t)
		case i == 1 && h.Name == backupSnapshot && h.Size <= maxSnapshot:
			c.records, err = takeSnapshot(t, h.Size)
		case i > 1 && strings.HasPrefix(h.Name, backupFiles) && h.Size <= maxBackupFile:
			err = s.takeFile(t, strings.TrimPrefix(h.Name, backupFiles), c.files)
		default:
			err = ErrNotBackup
		}
		switch {
		case err == nil, errors.Is(err, ErrNewer):
		case errors.As(err, new(*FailedError)):
			return c, err
		default:
			err = fmt.Errorf("%w: %w", ErrNotBackup, err)
		}
		if err != nil {
			return c, err
		}
	}
}

// takeSnapshot reads a snapshot of size bytes. Nothing is kept of what does not
// begin as one.
func takeSnapshot(r io.Reader, size int64) ([]byte, error) {
	data := make([]byte, len(snapshotMagic))
	if _, err := io.ReadFull(r, data); err != nil || string(data) != snapshotMagic {
		return nil, ErrNotBackup
	}
	whole := bytes.NewBuffer(make([]byte, 0, min(size, mostAtOnce)+bytes.MinRead))
	whole.Write(data)
	if _, err := whole.ReadFrom(io.LimitReader(r, maxSnapshot)); err != nil {
		return nil, err
	}
	return parseSnapshot(whole.Bytes())
}

// mostAtOnce is how much room is made for what a file says is in it.
const mostAtOnce = 32 << 20

// behind hashes what is read, a block behind the reader: when a header was
// read, everything before it.
type behind struct {
	r    io.Reader
	sum  hash.Hash
	last []byte
}

func (b *behind) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	b.last = append(b.last, p[:n]...)
	if over := len(b.last) - block; over > 0 {
		b.sum.Write(b.last[:over])
		b.last = append(b.last[:0], b.last[over:]...)
	}
	return n, err
}

// readAbout reads the first file of a backup: how many files of the dossier
// follow, and whether the keys are in it.
func readAbout(r io.Reader) (files int, keys bool, err error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return 0, false, err
	}
	var format int
	var with string
	if _, err := fmt.Sscanf(string(data), backupMagic+"%d\nfiles %d\nkeys %s\n", &format, &files, &with); err != nil {
		if _, err := fmt.Sscanf(string(data), backupMagic+"%d\n", &format); err == nil && format > backupFormat {
			return 0, false, ErrNewer
		}
		return 0, false, ErrNotBackup
	}
	if format > backupFormat {
		return 0, false, ErrNewer
	}
	return files, with == "yes", nil
}

// takeFile keeps a file of the dossier aside until its name is believed.
func (s *Store) takeFile(r io.Reader, hash string, into map[string]string) error {
	if _, err := s.filePath(hash); err != nil {
		return err
	}
	root := filepath.Join(s.dir, filesName)
	if err := makeDir(root); err != nil {
		return failed(err)
	}
	part, err := os.CreateTemp(root, "*.part")
	if err != nil {
		return failed(err)
	}
	into[hash] = part.Name()
	sum := sha256.New()
	w, err := s.box.wrap(part)
	if err == nil {
		_, err = io.Copy(io.MultiWriter(w, sum), r)
	}
	if err == nil {
		err = w.Close()
	}
	if err == nil {
		err = part.Sync()
	}
	if err := errors.Join(err, part.Close()); err != nil {
		return err
	}
	if hex.EncodeToString(sum.Sum(nil)) != hash {
		return ErrNotBackup
	}
	return nil
}

const restoreName = "restore.part"

// replace makes c the content of the store. The moment in which it becomes
// that is the one in which its snapshot gets a name: a start after it makes
// the database from the newest snapshot.
func (s *Store) replace(c content) (before string, err error) {
	if err := s.writable(); err != nil {
		return "", err
	}
	path := filepath.Join(s.dir, restoreName)
	defer func() { _ = remove(path) }()
	h, err := s.prepare(path, c)
	if err != nil {
		return "", err
	}
	if s.head.seq > 0 {
		if before, err = s.copyAside("before-restore"); err != nil {
			return "", failed(err)
		}
	}
	for hash, part := range c.files {
		if err := s.nameFile(part, hash); err != nil {
			return "", err
		}
	}
	if err := s.nameSnapshot(path, h); err != nil {
		return "", failed(err)
	}
	s.copying.stop()
	s.bodies, s.session = bodyCache{}, map[string]int{}
	err = errors.Join(s.journal.close(), closeDatabase(s.db))
	s.db = nil
	if err == nil {
		err = errors.Join(rename(path, s.path()), syncDir(s.dir))
	}
	if err == nil {
		err = s.attach()
	}
	if err != nil {
		return before, s.fail(err)
	}
	s.ids.Store(max(s.ids.Load(), s.head.ids))
	s.since = 0
	if err := s.migrate(); err != nil {
		return before, err
	}
	s.owed = s.snapshot() != nil
	return before, nil
}

// prepare makes a database of c at path and returns its head: the content as
// the next transaction of this store.
func (s *Store) prepare(path string, c content) (head, error) {
	var h head
	err := createDatabase(path, func(tx *bolt.Tx) error {
		if err := fill(tx, c.records, box{}, s.box); err != nil {
			return err
		}
		var err error
		if h, err = readHead(tx); err != nil {
			return err
		}
		if !c.keys {
			if err := s.carryKeys(tx); err != nil {
				return err
			}
		}
		h.seq, h.ids, h.changes = s.head.seq+1, max(h.ids, s.ids.Load()), max(h.changes, s.head.changes)
		h.records = 0
		for _, bucket := range buckets[1:] {
			err := walk(s.box, tx.Bucket(bucket), bucket, func(_, _ []byte) error { h.records++; return nil })
			if err != nil {
				return err
			}
		}
		h.box = s.box.id()
		return putHead(tx, h)
	}, nothing)
	switch {
	case err == nil, errors.Is(err, ErrNewer):
		return h, err
	case isReadDamage(err) || errors.Is(err, errShort) || errors.Is(err, ErrNoVault):
		return h, fmt.Errorf("%w: %w", ErrNotBackup, err)
	}
	return h, failed(err)
}

// carryKeys puts the keys that are here into a restored database.
func (s *Store) carryKeys(to *bolt.Tx) error {
	return guard(func() error {
		return s.db.View(func(tx *bolt.Tx) error {
			return each(tx.Bucket(bKey), bKey, func(at, sealed []byte) error { return to.Bucket(bKey).Put(at, sealed) })
		})
	})
}

// nameSnapshot writes the snapshot of a prepared database.
func (s *Store) nameSnapshot(path string, h head) error {
	db, _, err := openDatabase(path, false)
	if err != nil {
		return err
	}
	snap := filepath.Join(s.dir, numbered(snapshotPrefix, h.seq))
	err = writeAside(snap, func(w io.Writer) error {
		return db.View(func(tx *bolt.Tx) error { return writeSnapshot(w, tx, h) })
	})
	return errors.Join(err, closeDatabase(db))
}
