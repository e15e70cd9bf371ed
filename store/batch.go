package store

import (
	"encoding/binary"
	"errors"
	"fmt"

	bolt "go.etcd.io/bbolt"
)

// The buckets. A journal line names a bucket by its place in this list, so
// that new ones are only ever added at the end.
var (
	bMeta      = []byte("meta")       // head
	bSummary   = []byte("summary")    // plan → summary
	bBody      = []byte("body")       // plan, revision → document
	bRevision  = []byte("revision")   // plan, revision → who, when, act
	bVersion   = []byte("version")    // plan, version → frozen document
	bByChange  = []byte("by-change")  // change, plan → summary
	bByTeacher = []byte("by-teacher") // teacher, year, plan → summary
	bKey       = []byte("key")        // name → bytes
	bContact   = []byte("contact")    // name → bytes
	bSetting   = []byte("setting")    // name → bytes
	bFile      = []byte("file")       // hash → size

	buckets = [][]byte{bMeta, bSummary, bBody, bRevision, bVersion, bByChange, bByTeacher, bKey, bContact, bSetting, bFile}
)

// bucketNumber is the place of a bucket in the list.
func bucketNumber(bucket []byte) byte {
	for i, b := range buckets {
		if &b[0] == &bucket[0] {
			return byte(i)
		}
	}
	panic(fmt.Sprintf("no bucket %q", bucket))
}

// head is what the store knows of itself. It is part of every transaction.
type head struct {
	format  byte   // of everything in the store; not in the journal
	seq     uint64 // transactions, and the number of the last
	ids     uint64 // ids given out
	changes uint64 // revisions of all plans: the order of "changed last"
	plans   uint64
	records uint64 // values in all buckets but meta; not in the journal
	box     uint32 // the data key of everything else, 0 for none; not in the journal
}

// The formats of a store so far: 1 keeps every revision, 2 thins the old ones
// out. A program refuses a format above its own.
const storeFormat = 2

var headKey = []byte("head")

func (h head) encode() []byte {
	out := []byte{h.format}
	for _, n := range []uint64{h.seq, h.ids, h.changes, h.plans, h.records} {
		out = binary.AppendUvarint(out, n)
	}
	if h.box != 0 {
		out = binary.AppendUvarint(out, uint64(h.box))
	}
	return out
}

func decodeHead(b []byte) (head, error) {
	if len(b) == 0 {
		return head{}, errShort
	}
	if b[0] > storeFormat {
		return head{}, ErrNewer
	}
	if b[0] == 0 {
		return head{}, &sealError{string(bMeta), string(headKey)}
	}
	r := &reader{b: b[1:]}
	h := head{b[0], r.uvarint(), r.uvarint(), r.uvarint(), r.uvarint(), r.uvarint(), 0}
	if len(r.b) > 0 {
		h.box = uint32(r.uvarint())
	}
	return h, r.err
}

// An op puts a value or, where it is nil, deletes a key.
type op struct {
	bucket, key, value []byte
}

// batch is one transaction: what the head becomes, and what is put.
type batch struct {
	head head
	ops  []op
}

func (b batch) encode() []byte {
	var out []byte
	for _, n := range []uint64{b.head.ids, b.head.changes, b.head.plans, uint64(len(b.ops))} {
		out = binary.AppendUvarint(out, n)
	}
	for _, o := range b.ops {
		put := byte(1)
		if o.value == nil {
			put = 0
		}
		out = append(out, bucketNumber(o.bucket), put)
		out = appendBytes(out, o.key)
		if put == 1 {
			out = appendBytes(out, o.value)
		}
	}
	return out
}

func decodeBatch(seq uint64, data []byte) (batch, error) {
	r := &reader{b: data}
	b := batch{head: head{seq: seq, ids: r.uvarint(), changes: r.uvarint(), plans: r.uvarint()}}
	for n := r.uvarint(); n > 0 && r.err == nil; n-- {
		bucket, put := r.byte(), r.byte()
		if int(bucket) >= len(buckets) {
			return batch{}, ErrNewer
		}
		o := op{bucket: buckets[bucket], key: r.bytes()}
		if put == 1 {
			o.value = r.bytes()
		}
		b.ops = append(b.ops, o)
	}
	return b, r.err
}

// fillPercent is how full a page is when it is split: keys of a plan come in
// their order, so that what is before a split does not grow any more.
const fillPercent = 0.9

// apply carries a batch out after the head before. It returns the head with
// its records counted on.
func apply(bx box, tx *bolt.Tx, b batch, before head) (head, error) {
	h := b.head
	h.format, h.records, h.box = before.format, before.records, before.box
	for _, o := range b.ops {
		bk := tx.Bucket(o.bucket)
		if bk == nil {
			return head{}, &sealError{bucket: string(o.bucket)}
		}
		at := bx.at(o.bucket, o.key)
		had := bk.Get(at) != nil
		var err error
		switch {
		case o.value != nil:
			if !had {
				h.records++
			}
			bk.FillPercent = fillPercent
			err = bk.Put(at, bx.seal(o.bucket, o.key, h.seq, o.value))
		case had:
			h.records--
			err = bk.Delete(at)
		}
		if err != nil {
			return head{}, err
		}
	}
	return h, putHead(tx, h)
}

func putHead(tx *bolt.Tx, h head) error {
	return tx.Bucket(bMeta).Put(headKey, box{}.seal(bMeta, headKey, h.seq, h.encode()))
}

// errShort is returned for data that ends too early.
var errShort = errors.New("data ends too early")

// appendBytes appends b with its length in front.
func appendBytes(out, b []byte) []byte {
	out = binary.AppendUvarint(out, uint64(len(b)))
	return append(out, b...)
}

// reader reads numbers and bytes one after another; after the first error it
// returns only zeros.
type reader struct {
	b   []byte
	err error
}

func (r *reader) uvarint() uint64 {
	n, size := binary.Uvarint(r.b)
	if r.err != nil || size <= 0 {
		r.err = errShort
		return 0
	}
	r.b = r.b[size:]
	return n
}

func (r *reader) byte() byte {
	if r.err != nil || len(r.b) == 0 {
		r.err = errShort
		return 0
	}
	c := r.b[0]
	r.b = r.b[1:]
	return c
}

func (r *reader) bytes() []byte {
	n := r.uvarint()
	if r.err != nil || n > uint64(len(r.b)) {
		r.err = errShort
		return []byte{}
	}
	b := r.b[:n:n]
	r.b = r.b[n:]
	return b
}
