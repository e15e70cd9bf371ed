package store

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// HasPassphrase reports whether the store in dir is behind a passphrase,
// without opening it.
func HasPassphrase(dir string) bool {
	_, there, err := vaultsIn(dir)
	return there || err != nil
}

// IsLocked reports whether this store is behind a passphrase.
func (s *Store) IsLocked() bool {
	is := false
	_ = s.own(func() error {
		is = s.box.k != nil
		return nil
	})
	return is
}

// ByCode reports whether the store was opened with the code of its recovery
// sheet: the passphrase is lost, and a new one is due.
func (s *Store) ByCode() bool { return s.byCode }

// Lock puts the store behind a passphrase: everything is written anew, locked,
// and the old files are removed. code is that of the recovery sheet, which
// must be safe before. A store that has a passphrase is given a new data key.
//
// Errors: [ErrShort], [ErrCode], a [*FailedError]; before the moment in which
// it happens the store is then as it was.
func (s *Store) Lock(passphrase, code string) error {
	raw := make([]byte, dataKeySize)
	if _, err := io.ReadFull(s.opt.Rand, raw); err != nil {
		return err
	}
	k, err := newDataKey(raw)
	if err != nil {
		return err
	}
	v := vault{id: k.id}
	if err := v.lockPass(k, passphrase, s.opt.Work); err != nil {
		return err
	}
	if err := v.lockCode(k, code); err != nil {
		return err
	}
	return s.own(func() error { return s.turn(turn{from: s.box, to: box{k}, vault: v}) })
}

// Unlock takes the passphrase away: everything is written anew, readable.
func (s *Store) Unlock() error {
	return s.own(func() error {
		if s.box.k == nil {
			return nil
		}
		return s.turn(turn{from: s.box})
	})
}

// ChangePassphrase locks the data key with another passphrase. Nothing else is
// written. Backups that were made before open with the old one.
func (s *Store) ChangePassphrase(passphrase string) error {
	return s.rewriteVault(func(v *vault) error { return v.lockPass(s.box.k, passphrase, s.opt.Work) })
}

// ChangeCode locks the data key with the code of another recovery sheet; the
// one before opens nothing here any more.
func (s *Store) ChangeCode(code string) error {
	return s.rewriteVault(func(v *vault) error { return v.lockCode(s.box.k, code) })
}

func (s *Store) rewriteVault(change func(*vault) error) error {
	return s.own(func() error {
		if err := s.writable(); err != nil {
			return err
		}
		if s.box.k == nil {
			return ErrNoVault
		}
		v := s.vault
		if err := change(&v); err != nil {
			return err
		}
		if err := v.write(s.dir); err != nil {
			return failed(err)
		}
		s.vault, s.byCode = v, false
		return nil
	})
}

// Opens reports with nil that a passphrase, or the code of the recovery sheet,
// is the right one.
func (s *Store) Opens(secret string) error {
	var v vault
	if err := s.own(func() error { v = s.vault; return nil }); err != nil {
		return err
	}
	if v.id == 0 {
		return ErrNoVault
	}
	_, _, err := v.open(secret)
	return err
}

// openVault finds out what the files of the store are locked with. Where one
// of the two vaults is gone or damaged it is made anew.
func (s *Store) openVault() error {
	vaults, there, err := vaultsIn(s.dir)
	switch {
	case errors.Is(err, ErrNewer):
		return ErrNewer
	case err != nil:
		return failed(err)
	case !there && looksLocked(s.dir):
		return ErrNoVault
	case !there:
		return nil
	case len(vaults) == 0:
		return ErrNoVault
	case s.opt.Secret == "":
		return ErrLocked
	}
	for i, v := range vaults {
		if i > 0 && string(v.bytes()) == string(vaults[0].bytes()) {
			break
		}
		var k *dataKey
		k, s.byCode, err = v.open(s.opt.Secret)
		if err != nil {
			continue
		}
		s.box, s.vault = box{k}, v
		if len(vaults) == 2 && string(vaults[0].bytes()) == string(vaults[1].bytes()) {
			return nil
		}
		if err := v.write(s.dir); err == nil {
			s.repairs = append(s.repairs, Repair{Code: RepairVault})
		}
		return nil
	}
	return err
}

// looksLocked reports whether snapshots or the journal in dir are locked.
func looksLocked(dir string) bool {
	begins := func(name, with string) bool {
		f, err := os.Open(filepath.Join(dir, name))
		if err != nil {
			return false
		}
		defer f.Close()
		b := make([]byte, len(with))
		_, err = io.ReadFull(f, b)
		return err == nil && string(b) == with
	}
	snaps, _, _ := listNumbered(dir, snapshotPrefix)
	for _, name := range snaps {
		if begins(name, fmt.Sprintf("%s%d%d\n", snapshotMagic, snapshotVersion, algLocked)) {
			return true
		}
	}
	journals, _, _ := listNumbered(dir, journalPrefix)
	for _, name := range journals {
		if begins(name, string([]byte{'0' + sealVersion, '0' + algLocked})) {
			return true
		}
	}
	return false
}

// lockOut is wrap for what leaves the store: the vault stands in front, so
// that the passphrase or the recovery sheet opens it anywhere.
func lockOut(bx box, v vault, w io.Writer) (io.WriteCloser, error) {
	if bx.k != nil {
		if _, err := w.Write(v.bytes()); err != nil {
			return nil, err
		}
	}
	return bx.wrap(w)
}

// unlock returns what lockOut wrote, with the box that it was locked with. A
// file of this store opens by itself, another one with its secret.
func (s *Store) unlock(r io.Reader, secret string) (io.Reader, box, error) {
	b := bufio.NewReader(r)
	if head, _ := b.Peek(len(vaultMagic)); string(head) != vaultMagic {
		return b, box{}, nil
	}
	v, err := readVault(b)
	if err != nil {
		return nil, box{}, err
	}
	bx := s.box
	if bx.id() != v.id {
		if secret == "" {
			return nil, box{}, ErrLocked
		}
		k, _, err := v.open(secret)
		if err != nil {
			return nil, box{}, err
		}
		bx = box{k}
	}
	plain, err := bx.unwrap(b)
	return plain, bx, err
}

// IsLockedFile reports whether what a file begins with is that of a locked
// backup or emergency file.
func IsLockedFile(begin []byte) bool { return strings.HasPrefix(string(begin), vaultMagic) }

// ReadLocked returns the content of a locked file in one piece, at most limit
// bytes. secret is not needed where this store made it.
func (s *Store) ReadLocked(r io.Reader, secret string, limit int64) ([]byte, error) {
	plain, _, err := s.unlock(r, secret)
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(plain, limit+1))
	if err == nil && int64(len(data)) > limit {
		err = ErrDamaged
	}
	return data, err
}
