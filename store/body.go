package store

import (
	"encoding/binary"

	"bekwaam/plan"
)

// A body is the document of one revision:
//
//	0, deflated document
//	1, revision it differs from, CRC-32C of the document, deflated difference
//
// The revision it differs from is always a whole one, so that two reads are
// enough for any document.
const (
	bodyWhole = 0
	bodyDelta = 1
)

// A difference larger than a third of a whole body is not worth it: the
// document is then kept whole and the next ones differ from that.
const deltaWorth = 3

// bodyCache keeps the whole document that the last body read or written
// differs from. It holds only what is in the database already.
type bodyCache struct {
	plan     string
	revision int
	document []byte
	size     int // of the body as stored
}

// docKey is the key of something of a plan with a number.
func docKey(id string, n int) []byte {
	return binary.BigEndian.AppendUint64(append([]byte(id), 0), uint64(n))
}

// numberOf is the number in a key that docKey made.
func numberOf(key []byte) int { return int(binary.BigEndian.Uint64(key[len(key)-8:])) }

// document returns the document of a revision as it was stored.
func (tx *Tx) document(id string, n int) ([]byte, error) {
	key := docKey(id, n)
	body, err := tx.get(bBody, key)
	if err != nil || body == nil {
		return nil, orMissing(err, ErrNoRevision)
	}
	bad := &sealError{string(bBody), string(key)}
	if body[0] == bodyWhole {
		doc, ok := inflate(body[1:])
		if !ok {
			return nil, bad
		}
		return doc, nil
	}
	r := &reader{b: body[1:]}
	of := int(r.uvarint())
	if body[0] != bodyDelta || r.err != nil || len(r.b) < 4 {
		return nil, bad
	}
	base, err := tx.whole(id, of)
	if err != nil {
		return nil, err
	}
	delta, ok := inflate(r.b[4:])
	if !ok {
		return nil, bad
	}
	doc, ok := patch(base.document, delta)
	if !ok || checksum(doc) != binary.BigEndian.Uint32(r.b) {
		return nil, bad
	}
	return doc, nil
}

// whole returns a body that is kept whole, from the cache where it is there.
func (tx *Tx) whole(id string, n int) (bodyCache, error) {
	if c := tx.s.bodies; c.plan == id && c.revision == n {
		return c, nil
	}
	key := docKey(id, n)
	body, err := tx.get(bBody, key)
	if err != nil {
		return bodyCache{}, err
	}
	bad := &sealError{string(bBody), string(key)}
	if len(body) == 0 || body[0] != bodyWhole {
		return bodyCache{}, bad
	}
	doc, ok := inflate(body[1:])
	if !ok {
		return bodyCache{}, bad
	}
	c := bodyCache{id, n, doc, len(body)}
	if _, pending := tx.at[place(bBody, key)]; !pending {
		tx.s.bodies = c
	}
	return c, nil
}

// putBody stores the document of revision n, whole or as the difference from
// the body that revision before differs from. before is 0 where there is none.
func (tx *Tx) putBody(id string, n, before int, doc []byte) error {
	if before > 0 {
		base, err := tx.baseOf(id, before)
		if err != nil {
			return err
		}
		out := binary.AppendUvarint([]byte{bodyDelta}, uint64(base.revision))
		out = binary.BigEndian.AppendUint32(out, checksum(doc))
		delta := diff(base.document, doc)
		out = deflate(out, delta)
		if made, ok := patch(base.document, delta); ok && string(made) == string(doc) && len(out)*deltaWorth <= base.size {
			tx.put(bBody, docKey(id, n), out)
			return nil
		}
	}
	tx.put(bBody, docKey(id, n), deflate([]byte{bodyWhole}, doc))
	return nil
}

// baseOf returns the whole body that revision n is or differs from.
func (tx *Tx) baseOf(id string, n int) (bodyCache, error) {
	body, err := tx.get(bBody, docKey(id, n))
	if err != nil {
		return bodyCache{}, err
	}
	if len(body) > 0 && body[0] == bodyDelta {
		r := &reader{b: body[1:]}
		n = int(r.uvarint())
	}
	return tx.whole(id, n)
}

// decode reads a document that this store wrote.
func decode(doc []byte) (plan.Plan, error) {
	p, err := plan.Decode(doc)
	if plan.Code(err) == plan.CodeNewer {
		return plan.Plan{}, ErrNewer
	}
	return p, err
}

// orMissing returns err, or missing where there is none.
func orMissing(err, missing error) error {
	if err != nil {
		return err
	}
	return missing
}
