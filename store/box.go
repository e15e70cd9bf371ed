package store

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
)

// Every stored value, journal line and snapshot begins with these two.
const (
	sealVersion = 1
	algPlain    = 0 // readable
	algLocked   = 1 // behind the data key, see cipher.go
)

const sealHead = 2 + 4 + 8 // version, algorithm, checksum, transaction

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// A box gives bytes the form in which they go to disk, and takes them out of
// it again: keys and values of the database, lines of the journal, and whole
// files (copies, files of the dossier). Nothing of a plan goes to disk by
// another way. The zero box leaves them readable; one with a key locks
// everything but the head of the store, which only counts.
type box struct{ k *dataKey }

func (bx box) alg() byte {
	if bx.k == nil {
		return algPlain
	}
	return algLocked
}

// id tells one data key from another; 0 is none.
func (bx box) id() uint32 {
	if bx.k == nil {
		return 0
	}
	return bx.k.id
}

// open reports whether a value of a bucket is readable in any store.
func (bx box) open(bucket []byte) bool { return bx.k == nil || &bucket[0] == &bMeta[0] }

// seal puts version, algorithm, checksum and the number of the transaction
// in front of a value. bbolt has no checksums of its own: one flipped bit in
// a value would go unseen. Bucket and key are part of the sum, so that a
// value in the wrong place is noticed too. The sum is over what is on disk:
// whoever checks a store needs no key.
func (bx box) seal(bucket, key []byte, seq uint64, value []byte) []byte {
	at := bx.at(bucket, key)
	out := make([]byte, sealHead, sealHead+len(value)+locked+len(key)+2)
	out[0], out[1] = sealVersion, algPlain
	binary.BigEndian.PutUint64(out[6:], seq)
	if bx.open(bucket) {
		out = append(out, value...)
	} else {
		out[1] = algLocked
		out = bx.k.lock(out, append(appendBytes(nil, key), value...), bucket, at, out[6:sealHead])
	}
	binary.BigEndian.PutUint32(out[2:], sealSum(bucket, at, out))
	return out
}

func sealSum(bucket, at, sealed []byte) uint32 {
	sum := crc32.Checksum(bucket, castagnoli)
	sum = crc32.Update(sum, castagnoli, []byte{0})
	sum = crc32.Update(sum, castagnoli, at)
	sum = crc32.Update(sum, castagnoli, sealed[:2])
	return crc32.Update(sum, castagnoli, sealed[6:])
}

// A sealError is a value whose checksum does not hold.
type sealError struct{ bucket, key string }

func (e *sealError) Error() string {
	return fmt.Sprintf("value %q in %q does not hold", e.key, e.bucket)
}

// intact checks a value without opening it.
func intact(bucket, at, sealed []byte) error {
	if len(sealed) < sealHead || sealSum(bucket, at, sealed) != binary.BigEndian.Uint32(sealed[2:]) {
		return &sealError{string(bucket), string(at)}
	}
	if sealed[0] > sealVersion || sealed[1] > algLocked {
		return ErrNewer
	}
	return nil
}

// unseal returns the value that stands at a place in a bucket and its
// transaction. A value that does not hold is a [*sealError], one by a newer
// program [ErrNewer], one behind another key or none [ErrNoVault].
func (bx box) unseal(bucket, at, sealed []byte) (value []byte, seq uint64, err error) {
	_, value, seq, err = bx.record(bucket, at, sealed)
	return value, seq, err
}

// record is unseal with the key as it was before it took its place.
func (bx box) record(bucket, at, sealed []byte) (key, value []byte, seq uint64, err error) {
	if err := intact(bucket, at, sealed); err != nil {
		return nil, nil, 0, err
	}
	seq = binary.BigEndian.Uint64(sealed[6:])
	switch alg := sealed[1]; {
	case alg == algPlain && bx.open(bucket):
		return at, sealed[sealHead:], seq, nil
	case alg == algLocked && bx.k == nil:
		return nil, nil, 0, ErrNoVault
	case alg == algPlain:
		return nil, nil, 0, &sealError{string(bucket), string(at)}
	}
	data, ok := bx.k.unlock(sealed[sealHead:], bucket, at, sealed[6:sealHead])
	r := &reader{b: data}
	key = r.bytes()
	if !ok || r.err != nil {
		return nil, nil, 0, &sealError{string(bucket), string(at)}
	}
	return key, r.b, seq, nil
}

// recode gives a record the form of another box.
func (bx box) recode(to box, bucket, at, sealed []byte) (newAt, newSealed []byte, err error) {
	if bx == to {
		return at, sealed, intact(bucket, at, sealed)
	}
	key, value, seq, err := bx.record(bucket, at, sealed)
	if err != nil {
		return nil, nil, err
	}
	if &bucket[0] == &bMeta[0] && string(key) == string(headKey) {
		h, err := decodeHead(value)
		if err != nil {
			return nil, nil, err
		}
		h.box = to.id()
		value = h.encode()
	}
	return to.at(bucket, key), to.seal(bucket, key, seq, value), nil
}

// line returns a transaction as a line of the journal.
func (bx box) line(seq uint64, payload []byte) []byte {
	if bx.k != nil {
		payload = bx.k.lock(nil, payload, bJournal, binary.BigEndian.AppendUint64(nil, seq))
	}
	body := fmt.Sprintf("%d %s", seq, base64.RawStdEncoding.EncodeToString(payload))
	head := [2]byte{'0' + sealVersion, '0' + bx.alg()}
	return fmt.Appendf(nil, "%s %08x %s\n", head[:], lineSum(head[:], []byte(body)), body)
}

var bJournal = []byte("journal") // what a line is locked as

// payload returns what line put into a line.
func (bx box) payload(l line) ([]byte, error) {
	data, err := base64.RawStdEncoding.DecodeString(string(l.payload))
	switch {
	case err != nil:
		return nil, err
	case l.alg != bx.alg():
		return nil, ErrNoVault
	case bx.k == nil:
		return data, nil
	}
	data, ok := bx.k.unlock(data, bJournal, binary.BigEndian.AppendUint64(nil, l.seq))
	if !ok {
		return nil, ErrNoVault
	}
	return data, nil
}

// wrap returns a writer for the content of a whole file. Close ends it and
// leaves w open.
func (bx box) wrap(w io.Writer) (io.WriteCloser, error) {
	if bx.k == nil {
		return plainFile{w}, nil
	}
	return bx.k.wrap(w)
}

// unwrap returns the content of a whole file that wrap wrote. What was changed
// since is [ErrDamaged] where it is read.
func (bx box) unwrap(r io.Reader) (io.Reader, error) {
	if bx.k == nil {
		return r, nil
	}
	return bx.k.unwrap(r)
}

type plainFile struct{ io.Writer }

func (plainFile) Close() error { return nil }
