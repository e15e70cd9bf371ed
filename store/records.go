package store

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// Named is something kept under a name as the bytes it came in.
type Named struct {
	Name string
	Data []byte
}

// Keys returns the keys of the person, by name. What they hold is known to
// whoever put them.
func (s *Store) Keys() ([]Named, error) { return s.named(bKey) }

// Contacts returns the pinned contacts, by name.
func (s *Store) Contacts() ([]Named, error) { return s.named(bContact) }

func (s *Store) named(bucket []byte) ([]Named, error) {
	var out []Named
	err := s.read(func(tx *Tx) error {
		out = nil
		return walk(s.box, tx.b.Bucket(bucket), bucket, func(k, value []byte) error {
			out = append(out, Named{string(k), bytes.Clone(value)})
			return nil
		})
	})
	slices.SortFunc(out, func(a, b Named) int { return strings.Compare(a.Name, b.Name) })
	return out, err
}

// PutKey keeps a key under a name. Nil data removes it.
func (s *Store) PutKey(name string, data []byte) error {
	return s.Update(func(tx *Tx) error { return tx.PutKey(name, data) })
}

// PutContact keeps a contact under a name. Nil data removes it.
func (s *Store) PutContact(name string, data []byte) error {
	return s.Update(func(tx *Tx) error { return tx.PutContact(name, data) })
}

// PutSetting keeps a setting. Settings are no part of the digest.
func (s *Store) PutSetting(name, value string) error {
	return s.Update(func(tx *Tx) error { return tx.PutSetting(name, value) })
}

// PutKey is [Store.PutKey] within a transaction.
func (tx *Tx) PutKey(name string, data []byte) error { return tx.putNamed(bKey, name, data) }

// PutContact is [Store.PutContact] within a transaction.
func (tx *Tx) PutContact(name string, data []byte) error { return tx.putNamed(bContact, name, data) }

// PutSetting is [Store.PutSetting] within a transaction.
func (tx *Tx) PutSetting(name, value string) error {
	return tx.putNamed(bSetting, name, []byte(value))
}

// DropSetting removes a setting.
func (tx *Tx) DropSetting(name string) error { return tx.putNamed(bSetting, name, nil) }

func (tx *Tx) putNamed(bucket []byte, name string, data []byte) error {
	if name == "" || len(name) > maxID {
		return fmt.Errorf("name %.40q cannot be stored", name)
	}
	tx.put(bucket, []byte(name), data)
	return nil
}

// Setting returns a setting, and whether it was ever put.
func (s *Store) Setting(name string) (value string, ok bool, err error) {
	err = s.read(func(tx *Tx) error {
		b, err := tx.get(bSetting, []byte(name))
		value, ok = string(b), b != nil
		return err
	})
	return value, ok, err
}
