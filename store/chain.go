package store

import (
	"errors"
	"os"
	"path/filepath"

	bolt "go.etcd.io/bbolt"
)

// chain is a snapshot and the journal lines that follow it: everything that
// is needed to make the database anew.
type chain struct {
	records []byte // of the snapshot; nil where the journal begins at 1
	base    uint64
	lines   []line
	day     string   // where it begins at the snapshot of a day
	missing int      // transactions that a bad snapshot had and nothing else has
	bad     []string // snapshots that do not hold
}

func (c chain) end() uint64 { return c.base + uint64(len(c.lines)) }

// findChain returns the newest chain that holds, or ErrDamaged.
func findChain(dir string) (chain, error) {
	names, at, err := listNumbered(dir, snapshotPrefix)
	if err != nil {
		return chain{}, failed(err)
	}
	var c chain
	newest := uint64(0)
	for i := len(names) - 1; i >= 0 && c.records == nil; i-- {
		newest = max(newest, at[i])
		c.records, err = readSnapshot(filepath.Join(dir, names[i]))
		switch {
		case err == nil:
			c.base = at[i]
		case errors.Is(err, errSnapshot):
			c.bad = append(c.bad, names[i])
		case errors.Is(err, ErrNewer):
			return chain{}, ErrNewer
		default:
			return chain{}, failed(err)
		}
	}
	if c.records == nil {
		c.fromDay(dir)
	}
	all, err := readJournal(dir, c.base)
	switch {
	case errors.Is(err, ErrNewer):
		return chain{}, ErrNewer
	case err != nil:
		return chain{}, failed(err)
	}
	c.lines = follow(all, c.base)
	if c.records == nil && len(c.lines) == 0 {
		return chain{}, ErrDamaged
	}
	if newest > c.end() {
		c.missing = int(newest - c.end())
	}
	return c, nil
}

// fromDay begins the chain at the newest day that holds, where no snapshot
// does.
func (c *chain) fromDay(dir string) {
	days, _ := listDays(dir) // none is none
	for i := len(days) - 1; i >= 0 && c.records == nil; i-- {
		if records, err := days[i].read(dir); err == nil {
			c.records, c.base, c.day = records, days[i].seq, days[i].Date
		}
	}
}

// load fills an empty database from the chain.
func (c chain) load(bx box, tx *bolt.Tx) error {
	h := head{format: storeFormat, box: bx.id()}
	if c.records != nil {
		if err := fill(tx, c.records, bx, bx); err != nil {
			return err
		}
		var err error
		if h, err = readHead(tx); err != nil {
			return err
		}
		if h.box != bx.id() {
			return ErrNoVault
		}
	}
	for _, l := range c.lines {
		b, err := l.batch(bx)
		if err == nil {
			h, err = apply(bx, tx, b, h)
		}
		if err != nil {
			return err
		}
	}
	return putHead(tx, h)
}

// rebuild makes the database anew from the newest chain and sets the old one
// aside. Nothing is touched before the new one is safe on disk.
func (s *Store) rebuild() error {
	c, err := findChain(s.dir)
	if err != nil {
		return err
	}
	// The database, as far as it can be read, may have more: it stays beside.
	c.missing = max(c.missing, int(max(s.seen, s.head.seq))-int(c.end()))
	var old string
	load := func(tx *bolt.Tx) error { return c.load(s.box, tx) }
	err = createDatabase(s.path(), load, func() error {
		if !s.faulted || here.windows { // Windows renames nothing that is mapped
			_ = closeDatabase(s.db) // whatever it says, it is not used again
		}
		s.db, s.faulted = nil, false
		info, err := os.Stat(s.path())
		if errors.Is(err, os.ErrNotExist) {
			return nil
		}
		if err == nil && info.Size() == 0 {
			return remove(s.path())
		}
		old, err = setAside(s.dir, databaseName, s.opt.Clock())
		return err
	})
	if err != nil {
		return failed(err)
	}
	if err := s.attach(); err != nil {
		return failed(err)
	}
	s.bodies = bodyCache{}
	if c.end() > 0 || old != "" {
		s.repairs = append(s.repairs, Repair{Code: RepairDatabase, File: old})
	}
	if c.day != "" {
		s.repairs = append(s.repairs, Repair{Code: RepairDay, File: c.day})
	}
	for _, name := range c.bad {
		if err := s.snapshotAside(name); err != nil {
			return err
		}
	}
	s.lost = c.missing
	return nil
}

func (s *Store) snapshotAside(name string) error {
	to, err := setAside(s.dir, name, s.opt.Clock())
	if err != nil {
		return failed(err)
	}
	s.repairs = append(s.repairs, Repair{Code: RepairSnapshot, File: to})
	return nil
}

// repair is rebuild for a store in use: it only takes a chain that has
// everything.
func (s *Store) repair() error {
	c, err := findChain(s.dir)
	if err == nil && c.end() != s.head.seq {
		err = ErrDamaged
	}
	if err != nil {
		return err
	}
	return s.rebuild()
}
