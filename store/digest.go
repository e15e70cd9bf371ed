package store

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash"
)

// Digest returns one line over everything that a person would miss: plans
// with their notes and their list of evidence, frozen versions, files of the
// dossier, keys and contacts, but not settings or the order of use.
// Stores that hold the same have the same digest.
func (s *Store) Digest() (string, error) {
	sum := sha256.New()
	err := s.read(func(tx *Tx) error {
		sum.Reset()
		err := walk(s.box, tx.b.Bucket(bSummary), bSummary, func(id, value, _ []byte) error {
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
		err = walk(s.box, tx.b.Bucket(bVersion), bVersion, func(key, value, _ []byte) error {
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
			err = walk(s.box, tx.b.Bucket(bucket), bucket, func(key, value, _ []byte) error {
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

// add hashes parts with their lengths, so that nothing can move from one to
// the next unseen.
func add(sum hash.Hash, parts ...[]byte) {
	for _, p := range parts {
		sum.Write(binary.AppendUvarint(nil, uint64(len(p))))
		sum.Write(p)
	}
}
