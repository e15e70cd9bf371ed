package store

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash"
	"slices"
	"strings"
)

// Digest returns one line over everything that a person would miss: plans
// with their notes and their list of evidence, frozen versions, files of the
// dossier, keys and contacts, but not settings or the order of use.
// Stores that hold the same have the same digest, with a passphrase or without.
func (s *Store) Digest() (string, error) {
	sum := sha256.New()
	err := s.read(func(tx *Tx) error {
		sum.Reset()
		err := tx.inOrder(bSummary, func(id, value []byte) error {
			one, err := decodeSummary(value)
			if err != nil {
				return err
			}
			doc, err := tx.revision(one, one.Revision)
			add(sum, bBody, id, doc)
			return err
		})
		if err != nil {
			return err
		}
		err = tx.inOrder(bVersion, func(key, value []byte) error {
			doc, ok := inflate(value[1:])
			if !ok {
				return &sealError{string(bVersion), string(key)}
			}
			add(sum, bVersion, key, doc)
			return nil
		})
		for _, bucket := range [][]byte{bFile, bKey, bContact} {
			if err != nil {
				return err
			}
			err = tx.inOrder(bucket, func(key, value []byte) error {
				add(sum, bucket, key, value)
				return nil
			})
		}
		return err
	})
	if err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// inOrder visits a bucket in the order of its keys: as it stands there in a
// readable store, else sorted.
func (tx *Tx) inOrder(bucket []byte, visit func(key, value []byte) error) error {
	if tx.s.box.k == nil {
		return walk(box{}, tx.b.Bucket(bucket), bucket, visit)
	}
	var keys []string
	err := walk(tx.s.box, tx.b.Bucket(bucket), bucket, func(key, _ []byte) error {
		keys = append(keys, string(key))
		return nil
	})
	slices.SortFunc(keys, strings.Compare)
	for _, key := range keys {
		if err != nil {
			return err
		}
		var value []byte
		if value, err = tx.get(bucket, []byte(key)); err == nil {
			err = visit([]byte(key), value)
		}
	}
	return err
}

// add hashes parts with their lengths, so that nothing can move from one to
// the next unseen.
func add(sum hash.Hash, parts ...[]byte) {
	for _, p := range parts {
		sum.Write(binary.AppendUvarint(nil, uint64(len(p))))
		sum.Write(p)
	}
}
