package store

import (
	"bytes"
	"errors"
	"path/filepath"

	bolt "go.etcd.io/bbolt"

	"bekwaam/plan"
)

// eachOfToday visits what tx sees as records of a snapshot, without the
// revisions before the last one of each plan. The numbers of transactions
// stay, so that what did not change gives the same record every day.
func eachOfToday(bx box, tx *bolt.Tx, h head, visit func(at, record []byte) error) error {
	t := today{bx: bx, tx: tx, visit: visit}
	for _, bucket := range buckets[1:] {
		b := tx.Bucket(bucket)
		if b == nil {
			return &sealError{bucket: string(bucket)}
		}
		var err error
		switch {
		case bytes.Equal(bucket, bBody), bytes.Equal(bucket, bRevision):
			err = walk(bx, tx.Bucket(bSummary), bSummary, func(_, value []byte) error { return t.last(bucket, value) })
		case bytes.Equal(bucket, bSummary), bytes.Equal(bucket, bByChange), bytes.Equal(bucket, bByTeacher):
			err = each(b, bucket, func(at, sealed []byte) error { return t.summary(bucket, at, sealed) })
		default:
			err = each(b, bucket, func(at, sealed []byte) error { return t.add(bucket, at, sealed) })
		}
		if err != nil {
			return err
		}
	}
	h.records = t.records
	return visit(headKey, record(bMeta, headKey, box{}.seal(bMeta, headKey, h.seq, h.encode())))
}

type today struct {
	bx      box
	tx      *bolt.Tx
	visit   func(at, record []byte) error
	records uint64
}

func record(bucket, at, sealed []byte) []byte {
	return appendBytes(appendBytes([]byte{bucketNumber(bucket) + 1}, at), sealed)
}

func (t *today) add(bucket, at, sealed []byte) error {
	t.records++
	return t.visit(at, record(bucket, at, sealed))
}

// summary adds a summary that knows of one revision only.
func (t *today) summary(bucket, at, sealed []byte) error {
	key, value, seq, err := t.bx.record(bucket, at, sealed)
	if err != nil {
		return err
	}
	sum, err := decodeSummary(value)
	if err != nil {
		return err
	}
	sum.first, sum.kept = sum.Revision, 1
	return t.add(bucket, at, t.bx.seal(bucket, key, seq, sum.encode()))
}

// last adds what a bucket has of the last revision of a plan: of its document
// also the whole one that it differs from.
func (t *today) last(bucket, summary []byte) error {
	sum, err := decodeSummary(summary)
	if err != nil {
		return err
	}
	at := t.bx.at(bucket, docKey(sum.ID, sum.Revision))
	sealed := t.tx.Bucket(bucket).Get(at)
	body, _, err := t.bx.unseal(bucket, at, sealed)
	if err != nil {
		return err
	}
	if bytes.Equal(bucket, bBody) && len(body) > 0 && body[0] == bodyDelta {
		r := &reader{b: body[1:]}
		base := t.bx.at(bBody, docKey(sum.ID, int(r.uvarint())))
		if whole := t.tx.Bucket(bBody).Get(base); whole != nil {
			if err := t.add(bBody, base, whole); err != nil {
				return err
			}
		}
	}
	return t.add(bucket, at, sealed)
}

const dayPart = "day.part"

// PlansOf returns the plans as they were on a day, or [ErrNotBackup] where the
// day does not hold.
func (s *Store) PlansOf(d Day) (plans []plan.Plan, err error) {
	err = s.own(func() error {
		if err := s.usable(); err != nil {
			return err
		}
		records, err := d.read(s.dir)
		if errors.Is(err, errSnapshot) {
			return ErrNotBackup
		}
		if err != nil {
			return failed(err)
		}
		path := filepath.Join(s.dir, dayPart)
		defer func() { _ = remove(path) }()
		if err := createDatabase(path, func(tx *bolt.Tx) error { return fill(tx, records, s.box, s.box) }, nothing); err != nil {
			return failed(err)
		}
		db, h, err := openDatabase(path, true)
		if err != nil {
			return failed(err)
		}
		err = guard(func() error {
			return db.View(func(b *bolt.Tx) error {
				plans, err = (&Tx{s: &Store{box: s.box}, b: b, h: h}).plans()
				return err
			})
		})
		return errors.Join(err, closeDatabase(db))
	})
	return plans, err
}

// plans returns every plan as it is.
func (tx *Tx) plans() (out []plan.Plan, err error) {
	err = walk(tx.s.box, tx.b.Bucket(bSummary), bSummary, func(_, value []byte) error {
		sum, err := decodeSummary(value)
		if err != nil {
			return err
		}
		doc, err := tx.revision(sum, sum.Revision)
		if err != nil {
			return err
		}
		p, err := decode(doc)
		out = append(out, p)
		return err
	})
	return out, err
}
