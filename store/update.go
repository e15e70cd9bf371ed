package store

import (
	"errors"
	"fmt"
	"os"

	bolt "go.etcd.io/bbolt"
)

// Tx gathers what one transaction changes. It sees its own changes.
type Tx struct {
	s   *Store
	b   *bolt.Tx
	h   head
	ops []op
	at  map[string]int // bucket and key → place in ops
}

// Update runs fn and then makes everything that it put durable, all of it or
// nothing. Where fn returns an error nothing is changed. fn may run a second
// time, when the first run came upon damage that could be repaired.
func (s *Store) Update(fn func(*Tx) error) error {
	return s.own(func() error { return s.update(fn) })
}

// update is Update within the owner.
func (s *Store) update(fn func(*Tx) error) error {
	if err := s.writable(); err != nil {
		return err
	}
	var tx *Tx
	err := s.view(func(b *bolt.Tx) error {
		tx = &Tx{s: s, b: b, h: s.head, at: map[string]int{}}
		return fn(tx)
	})
	if err != nil || len(tx.ops) == 0 {
		return err
	}
	tx.h.seq++
	tx.h.ids = s.ids.Load()
	return s.commit(batch{tx.h, tx.ops})
}

// commit writes the line, flushes it, then the transaction. After an error
// nothing is certain, so that nothing more is tried; but where there was no
// room for the line everything is as it was, and the next one may fit.
func (s *Store) commit(b batch) error {
	if !s.unchanged() {
		return s.fail(errChanged)
	}
	if err := s.journal.append(b.head.seq, b.encode()); err != nil {
		if errors.As(err, new(refusedError)) {
			f := failed(err)
			f.again = true
			return f
		}
		return s.fail(err)
	}
	h := s.head
	err := guard(func() error {
		return s.db.Update(func(tx *bolt.Tx) error {
			var err error
			h, err = apply(s.box, tx, b, s.head)
			return err
		})
	})
	if err != nil {
		return s.fail(err)
	}
	s.head = h
	if s.since++; s.due() && !s.tending {
		s.tend()
	}
	return nil
}

// tend thins the history out and makes a snapshot of the rest.
func (s *Store) tend() {
	s.tending = true
	defer func() { s.tending = false }()
	if s.thinAll() != nil || s.failed != nil {
		return
	}
	s.keep()
}

// keep makes a snapshot. That it fails is no loss: the journal goes on. Where
// it came upon damage the database is made anew while there is a chain.
func (s *Store) keep() {
	err := s.snapshot()
	if err == nil {
		return
	}
	s.since = 0 // not again at once
	if isReadDamage(err) {
		_ = s.repair()
	}
}

// unchanged reports whether the database still is the file that was opened.
func (s *Store) unchanged() bool {
	info, err := os.Stat(s.path())
	return err == nil && os.SameFile(info, s.info)
}

// fail ends the use of the store.
func (s *Store) fail(err error) error {
	s.failed = failed(err)
	s.dropMark() // the next start reads everything
	return s.failed
}

// view reads. Where it comes upon damage it makes the database anew and reads
// again; what then still does not hold is ErrDamaged.
func (s *Store) view(fn func(*bolt.Tx) error) error {
	err := guard(func() error { return s.db.View(fn) })
	if !isReadDamage(err) {
		return err
	}
	s.faulted = errors.As(err, new(*faultError))
	if cause := s.repair(); cause != nil {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	err = guard(func() error { return s.db.View(fn) })
	if isReadDamage(err) {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return err
}

// read is view for the methods of Store.
func (s *Store) read(fn func(*Tx) error) error {
	return s.own(func() error {
		if err := s.usable(); err != nil {
			return err
		}
		return s.view(func(b *bolt.Tx) error { return fn(&Tx{s: s, b: b, h: s.head}) })
	})
}

// isReadDamage reports whether err comes from a database that does not hold.
func isReadDamage(err error) bool {
	var fault *faultError
	var value *sealError
	return errors.As(err, &fault) || errors.As(err, &value)
}

// get returns the value of a key as this transaction sees it, or nil. The
// value is valid until the transaction ends.
func (tx *Tx) get(bucket, key []byte) ([]byte, error) {
	if i, ok := tx.at[place(bucket, key)]; ok {
		return tx.ops[i].value, nil
	}
	at := tx.s.box.at(bucket, key)
	sealed := tx.b.Bucket(bucket).Get(at)
	if sealed == nil {
		return nil, nil
	}
	value, _, err := tx.s.box.unseal(bucket, at, sealed)
	return value, err
}

// put stores a value; a nil value deletes the key.
func (tx *Tx) put(bucket, key, value []byte) {
	at := place(bucket, key)
	if i, ok := tx.at[at]; ok {
		tx.ops[i].value = value
		return
	}
	tx.at[at] = len(tx.ops)
	tx.ops = append(tx.ops, op{bucket, key, value})
}

func place(bucket, key []byte) string { return string(bucket) + "\x00" + string(key) }
