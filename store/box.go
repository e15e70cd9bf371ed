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
	algPlain    = 0 // not encrypted, a CRC-32C over everything
)

const sealHead = 2 + 4 + 8 // version, algorithm, checksum, transaction

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// A box gives bytes the form in which they go to disk, and takes them out of
// it again: values of the database, lines of the journal, and whole files
// (snapshots, copies, files of the dossier). Nothing of a plan goes to disk
// by another way. The zero box leaves them readable.
type box struct{}

// seal puts version, algorithm, checksum and the number of the transaction
// in front of a value. bbolt has no checksums of its own: one flipped bit in
// a value would go unseen. Bucket and key are part of the sum, so that a
// value in the wrong place is noticed too.
func (box) seal(bucket, key []byte, seq uint64, value []byte) []byte {
	out := make([]byte, sealHead, sealHead+len(value))
	out[0], out[1] = sealVersion, algPlain
	binary.BigEndian.PutUint64(out[6:], seq)
	out = append(out, value...)
	binary.BigEndian.PutUint32(out[2:], sealSum(bucket, key, out))
	return out
}

func sealSum(bucket, key, sealed []byte) uint32 {
	sum := crc32.Checksum(bucket, castagnoli)
	sum = crc32.Update(sum, castagnoli, []byte{0})
	sum = crc32.Update(sum, castagnoli, key)
	sum = crc32.Update(sum, castagnoli, sealed[:2])
	return crc32.Update(sum, castagnoli, sealed[6:])
}

// A sealError is a value whose checksum does not hold.
type sealError struct{ bucket, key string }

func (e *sealError) Error() string {
	return fmt.Sprintf("value %q in %q does not hold", e.key, e.bucket)
}

// unseal returns the value, which points into sealed, and its transaction.
// A value that does not hold is a [*sealError], one by a newer program
// [ErrNewer].
func (box) unseal(bucket, key, sealed []byte) (value []byte, seq uint64, err error) {
	if len(sealed) < sealHead || sealSum(bucket, key, sealed) != binary.BigEndian.Uint32(sealed[2:]) {
		return nil, 0, &sealError{string(bucket), string(key)}
	}
	if sealed[0] > sealVersion || sealed[1] != algPlain {
		return nil, 0, ErrNewer
	}
	return sealed[sealHead:], binary.BigEndian.Uint64(sealed[6:]), nil
}

// line returns a transaction as a line of the journal.
func (box) line(seq uint64, payload []byte) []byte {
	body := fmt.Sprintf("%d %s", seq, base64.RawStdEncoding.EncodeToString(payload))
	head := [2]byte{'0' + sealVersion, '0' + algPlain}
	return fmt.Appendf(nil, "%s %08x %s\n", head[:], lineSum(head[:], []byte(body)), body)
}

// payload returns what line put into a line.
func (box) payload(l line) ([]byte, error) {
	return base64.RawStdEncoding.DecodeString(string(l.payload))
}

// wrap returns a writer for the content of a whole file. Close ends it and
// leaves w open.
func (box) wrap(w io.Writer) (io.WriteCloser, error) { return plainFile{w}, nil }

// unwrap returns the content of a whole file that wrap wrote.
func (box) unwrap(r io.Reader) (io.Reader, error) { return r, nil }

// write writes the content of a whole file.
func (bx box) write(w io.Writer, content []byte) error {
	f, err := bx.wrap(w)
	if err == nil {
		_, err = f.Write(content)
	}
	if err != nil {
		return err
	}
	return f.Close()
}

type plainFile struct{ io.Writer }

func (plainFile) Close() error { return nil }
