package store

import (
	"bufio"
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"
	"path/filepath"
	"slices"

	bolt "go.etcd.io/bbolt"
)

// A snapshot holds every value, sealed as it is in the database:
//
//	"bekwaam/snapshot 20\n", version and algorithm
//	deflated: bucket number + 1, key, value, and so on; 0 at the end
//	length of all the above (8 bytes), SHA-256 of all the above (32 bytes)
//
// Version 1 was not deflated.
const (
	snapshotVersion = 2
	snapshotPrefix  = "snap-"
	snapshotMagic   = "bekwaam/snapshot "
	snapshotTail    = 8 + sha256.Size
	snapshotsKept   = 2
)

// mostDeflated is how much smaller what a store holds can become: documents
// are deflated already.
const mostDeflated = 32

var errSnapshot = errors.New("snapshot does not hold")

// counter hashes and counts what passes.
type counter struct {
	w    io.Writer
	hash hash.Hash
	n    uint64
}

func (c *counter) Write(b []byte) (int, error) {
	c.hash.Write(b)
	c.n += uint64(len(b))
	return c.w.Write(b)
}

// eachRecord visits what tx sees, as it stands there, without the buckets to
// leave out. Every value is checked on the way and counted at the end: a
// snapshot of a damaged database would push out a good one.
func eachRecord(tx *bolt.Tx, h head, without [][]byte, visit func(bucket, at, sealed []byte) error) error {
	var records uint64
	for i, bucket := range buckets {
		b := tx.Bucket(bucket)
		if b == nil {
			return &sealError{bucket: string(bucket)}
		}
		leave := contains(without, bucket)
		err := each(b, bucket, func(at, sealed []byte) error {
			if i > 0 {
				records++
			}
			if leave {
				return nil
			}
			return visit(bucket, at, sealed)
		})
		if err != nil {
			return err
		}
	}
	if records != h.records {
		return &faultError{fmt.Sprintf("%d values found, %d expected", records, h.records)}
	}
	return nil
}

func contains(buckets [][]byte, bucket []byte) bool {
	return slices.ContainsFunc(buckets, func(b []byte) bool { return bytes.Equal(b, bucket) })
}

// writeSnapshot writes what tx sees, as it stands there, without the buckets
// to leave out.
func writeSnapshot(out io.Writer, tx *bolt.Tx, h head, without ...[]byte) error {
	return recodeSnapshot(box{}, box{}, out, tx, h, without...)
}

// recodeSnapshot is writeSnapshot from one box to another.
func recodeSnapshot(from, to box, out io.Writer, tx *bolt.Tx, h head, without ...[]byte) error {
	if from != to {
		h.box = to.id()
	}
	alg := algPlain
	if h.box != 0 {
		alg = algLocked
	}
	buf := bufio.NewWriterSize(out, 1<<16)
	c := &counter{w: buf, hash: sha256.New()}
	fmt.Fprintf(c, "%s%d%d\n", snapshotMagic, snapshotVersion, alg)
	z := deflaters.Get().(*flate.Writer)
	defer deflaters.Put(z)
	z.Reset(c)
	err := eachRecord(tx, h, without, func(bucket, at, sealed []byte) error {
		at, sealed, err := from.recode(to, bucket, at, sealed)
		if err == nil {
			_, err = z.Write(record(bucket, at, sealed))
		}
		return err
	})
	if err == nil {
		_, err = z.Write([]byte{0})
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		return err
	}
	if _, err := c.Write(binary.BigEndian.AppendUint64(nil, c.n)); err != nil {
		return err
	}
	if _, err := buf.Write(c.hash.Sum(nil)); err != nil {
		return err
	}
	return buf.Flush()
}

// walk visits every value of a bucket, opened, with its key, in the order in
// which they stand there; only in a readable store that is the order of keys.
func walk(bx box, b *bolt.Bucket, bucket []byte, visit func(key, value []byte) error) error {
	return each(b, bucket, func(at, sealed []byte) error {
		key, value, _, err := bx.record(bucket, at, sealed)
		if err == nil {
			err = visit(key, value)
		}
		return err
	})
}

// each visits every value of a bucket as it stands there, checked. One out of
// order is a fault: damaged pages can form a ring.
func each(b *bolt.Bucket, bucket []byte, visit func(at, sealed []byte) error) error {
	var before []byte
	c := b.Cursor()
	for k, sealed := c.First(); k != nil; k, sealed = c.Next() {
		if before != nil && bytes.Compare(before, k) >= 0 {
			return &faultError{"keys out of order"}
		}
		before = k
		err := intact(bucket, k, sealed)
		if err == nil {
			err = visit(k, sealed)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// snapshotLooksWhole tells a whole snapshot from one that is cut off or
// emptied without reading it all.
func snapshotLooksWhole(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || info.Size() < snapshotTail {
		return false
	}
	tail := make([]byte, 8)
	if _, err := f.ReadAt(tail, info.Size()-snapshotTail); err != nil {
		return false
	}
	return binary.BigEndian.Uint64(tail) == uint64(info.Size()-snapshotTail)
}

// readSnapshot returns the records of a snapshot once its hash holds.
func readSnapshot(path string) ([]byte, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return parseSnapshot(data)
}

func parseSnapshot(data []byte) ([]byte, error) {
	n := len(data) - sha256.Size
	if n < snapshotTail-sha256.Size || sha256.Sum256(data[:n]) != [sha256.Size]byte(data[n:]) {
		return nil, errSnapshot
	}
	rest, ok := bytes.CutPrefix(data[:n-8], []byte(snapshotMagic))
	if !ok || len(rest) < 4 {
		return nil, errSnapshot
	}
	switch string(rest[:3]) {
	case fmt.Sprintf("%d%d\n", 1, algPlain):
		return rest[3:], nil
	case fmt.Sprintf("%d%d\n", snapshotVersion, algPlain), fmt.Sprintf("%d%d\n", snapshotVersion, algLocked):
		limit := min(int64(len(rest))*mostDeflated+1<<20, maxSnapshot)
		records, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(rest[3:])), limit+1))
		if err != nil || int64(len(records)) > limit {
			return nil, errSnapshot
		}
		return records, nil
	}
	return nil, ErrNewer
}

// fill puts the records of a snapshot into an empty database, in the form of
// another box where that is asked for.
func fill(tx *bolt.Tx, records []byte, from, to box) error {
	return eachIn(records, func(bucket, at, sealed []byte) error {
		if from != to {
			var err error
			if at, sealed, err = from.recode(to, bucket, at, sealed); err != nil {
				return err
			}
		}
		return tx.Bucket(bucket).Put(at, sealed)
	})
}

// eachIn visits the records of a snapshot.
func eachIn(records []byte, visit func(bucket, at, sealed []byte) error) error {
	r := &reader{b: records}
	for n := r.byte(); n != 0 && r.err == nil; n = r.byte() {
		if int(n) > len(buckets) {
			return ErrNewer
		}
		if err := visit(buckets[n-1], r.bytes(), r.bytes()); err != nil {
			return err
		}
	}
	return r.err
}

// Snapshot makes a snapshot now, where anything was saved since the last: a
// way back from what is about to be done.
func (s *Store) Snapshot() error {
	return s.own(func() error {
		if err := s.writable(); err != nil || s.since == 0 {
			return err
		}
		if err := s.snapshot(); err != nil {
			return failed(err)
		}
		return nil
	})
}

// snapshot writes everything to a new snapshot, begins a new journal file,
// and removes what is older than the snapshots kept.
func (s *Store) snapshot() error {
	path := filepath.Join(s.dir, numbered(snapshotPrefix, s.head.seq))
	err := writeAside(path, func(w io.Writer) error {
		return guard(func() error {
			return s.db.View(func(tx *bolt.Tx) error { return writeSnapshot(w, tx, s.head) })
		})
	})
	if err != nil {
		return err
	}
	if info, err := os.Stat(path); err == nil {
		s.snapSize = info.Size()
	}
	s.since, s.owed = 0, false
	// The new journal file is made at once, so that the next start sees by its
	// name that it need not read the ones before.
	if err := errors.Join(s.journal.close(), s.journal.begin(s.head.seq+1), prune(s.dir)); err != nil {
		return err
	}
	_ = s.keepDay() // a second line: without it there are the two snapshots
	return nil
}

// prune keeps the newest snapshots, and the journal from the oldest of those
// on.
func prune(dir string) error {
	snaps, at, err := listNumbered(dir, snapshotPrefix)
	if err != nil || len(snaps) <= snapshotsKept {
		return err
	}
	old := len(snaps) - snapshotsKept
	for _, name := range snaps[:old] {
		err = errors.Join(err, remove(filepath.Join(dir, name)))
	}
	files, starts, listErr := listNumbered(dir, journalPrefix)
	err = errors.Join(err, listErr)
	for i := 0; i+1 < len(files) && starts[i+1] <= at[old]+1; i++ {
		err = errors.Join(err, remove(filepath.Join(dir, files[i])))
	}
	return err
}
