package store

import (
	"bytes"
	"slices"

	bolt "go.etcd.io/bbolt"
)

// An Erasure says what goes for good.
type Erasure struct {
	Plans    []string // their ids
	Contacts []string // names under which keys of people are pinned
	Settings []string // their names
	All      bool     // everything, with keys, settings and the passphrase
}

// Erase removes what x names from everything in the directory of the store:
// the database, the journal, snapshots and days are written anew without it,
// the old files go, and so do files of the dossier that no plan speaks of any
// more, copies and damaged files. What is on a disk beyond the names of files
// is out of reach; only a passphrase helps against that.
//
// Copies elsewhere stay as they are: those in the folder of
// [Store.AutoBackup], and files that were made for somebody.
func (s *Store) Erase(x Erasure) error {
	return s.own(func() error {
		if err := s.writable(); err != nil {
			return err
		}
		t := turn{from: s.box, to: s.box, vault: s.vault, bare: true}
		if x.All {
			t = turn{from: s.box, bare: true, all: true, drop: func(_, _, _ []byte) bool { return true }}
			return s.turn(t)
		}
		loose, err := s.looseFiles(x.Plans)
		if err != nil {
			return err
		}
		t.drop = x.drops(loose)
		return s.turn(t)
	})
}

// drops tells the records that go.
func (x Erasure) drops(files map[string]bool) func(bucket, key, value []byte) bool {
	return func(bucket, key, value []byte) bool {
		switch &bucket[0] {
		case &bSummary[0]:
			return slices.Contains(x.Plans, string(key))
		case &bBody[0], &bRevision[0], &bVersion[0]:
			id, _, _ := bytes.Cut(key, []byte{0})
			return slices.Contains(x.Plans, string(id))
		case &bByChange[0], &bByTeacher[0]:
			sum, err := decodeSummary(value)
			return err == nil && slices.Contains(x.Plans, sum.ID)
		case &bContact[0]:
			return slices.Contains(x.Contacts, string(key))
		case &bSetting[0]:
			return slices.Contains(x.Settings, string(key))
		case &bFile[0]:
			return files[string(key)]
		}
		return false
	}
}

// looseFiles returns the files of the dossier of which only the given plans
// speak: the hash stands in no revision and no version of another one.
func (s *Store) looseFiles(plans []string) (map[string]bool, error) {
	files, err := s.files()
	if err != nil || len(files) == 0 {
		return nil, err
	}
	loose := map[string]bool{}
	for _, f := range files {
		loose[f.Hash] = true
	}
	keep := func(doc []byte) {
		for hash := range loose {
			if bytes.Contains(doc, []byte(hash)) {
				delete(loose, hash)
			}
		}
	}
	err = s.view(func(b *bolt.Tx) error {
		tx := &Tx{s: s, b: b, h: s.head}
		err := walk(s.box, tx.b.Bucket(bBody), bBody, func(key, _ []byte) error {
			id, _, _ := bytes.Cut(key, []byte{0})
			if slices.Contains(plans, string(id)) {
				return nil
			}
			doc, err := tx.document(string(id), numberOf(key))
			keep(doc)
			return err
		})
		if err != nil {
			return err
		}
		return walk(s.box, tx.b.Bucket(bVersion), bVersion, func(key, value []byte) error {
			id, _, _ := bytes.Cut(key, []byte{0})
			if doc, ok := inflate(value[1:]); ok && !slices.Contains(plans, string(id)) {
				keep(doc)
			}
			return nil
		})
	})
	return loose, err
}
