package store

import (
	"bytes"
	"fmt"
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
		return walk(tx.b.Bucket(bucket), bucket, func(k, value, _ []byte) error {
			out = append(out, Named{string(k), bytes.Clone(value)})
			return nil
		})
	})
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

// Draft is a text that is being written and is not in the plan yet.
type Draft struct {
	Field string // as the caller names it
	Text  string
}

// PutDraft keeps the text of a field that is being written, in place of the
// one before. The next revision of the plan drops it.
func (s *Store) PutDraft(id, field, text string) error {
	return s.Update(func(tx *Tx) error { return tx.PutDraft(id, field, text) })
}

// PutDraft is [Store.PutDraft] within a transaction.
func (tx *Tx) PutDraft(id, field, text string) error {
	if id == "" || len(id) > maxID || len(field) > maxID {
		return fmt.Errorf("draft of %.40q cannot be stored", id)
	}
	tx.put(bDraft, draftKey(id, field), []byte(text))
	return nil
}

// Drafts returns the drafts of a plan, by field.
func (s *Store) Drafts(id string) ([]Draft, error) {
	var out []Draft
	err := s.read(func(tx *Tx) error {
		out = nil
		prefix := draftKey(id, "")
		c := tx.b.Bucket(bDraft).Cursor()
		for k, sealed := c.Seek(prefix); bytes.HasPrefix(k, prefix); k, sealed = c.Next() {
			value, _, err := unseal(bDraft, k, sealed)
			if err != nil {
				return err
			}
			out = append(out, Draft{string(k[len(prefix):]), string(value)})
		}
		return nil
	})
	return out, err
}

func (tx *Tx) dropDrafts(id string) error {
	prefix := draftKey(id, "")
	c := tx.b.Bucket(bDraft).Cursor()
	for k, _ := c.Seek(prefix); bytes.HasPrefix(k, prefix); k, _ = c.Next() {
		tx.put(bDraft, bytes.Clone(k), nil)
	}
	for _, o := range tx.ops { // drafts of this transaction
		if &o.bucket[0] == &bDraft[0] && bytes.HasPrefix(o.key, prefix) {
			tx.put(bDraft, o.key, nil)
		}
	}
	return nil
}

func draftKey(id, field string) []byte { return []byte(id + "\x00" + field) }
