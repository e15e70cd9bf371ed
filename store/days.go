package store

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"
)

// Beside the two newest snapshots one stays of each of the last fourteen days
// on which something was saved: everything but the revisions before the last
// one of each plan. They share what did not change from one day to the next:
// the records of a snapshot are cut into pieces, a piece is a file named after
// its hash, and a day is a list of pieces.
//
//	days/2026-10-12-N    "bekwaam/day 10\n", the number of the last transaction,
//	                     the SHA-256 of each piece, and of all this
//	days/piece-HASH      records as in a snapshot, deflated
const (
	daysName    = "days"
	dayMagic    = "bekwaam/day "
	piecePrefix = "piece-"
)

// A Day is a state of the store that can be put back.
type Day struct {
	Date string // 2026-10-12, by the clock of that day
	seq  uint64
	name string
}

// listDays returns the days that are kept, the oldest first: by the store's
// own count, so that no clock can push one out.
func listDays(dir string) ([]Day, error) {
	entries, err := os.ReadDir(filepath.Join(dir, daysName))
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	var out []Day
	for _, e := range entries {
		var n uint64
		name := e.Name()
		if len(name) < 11 {
			continue
		}
		_, bad := time.Parse("2006-01-02", name[:10])
		if _, err := fmt.Sscanf(name[10:], "-%d", &n); err == nil && bad == nil && name == dayName(name[:10], n) {
			out = append(out, Day{name[:10], n, name})
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].seq < out[j].seq })
	return out, nil
}

func dayName(date string, seq uint64) string { return fmt.Sprintf("%s-%012d", date, seq) }

// Days returns the days of which everything can be put back, the newest
// first.
func (s *Store) Days() ([]Day, error) {
	days, err := listDays(s.dir)
	for i, j := 0, len(days)-1; i < j; i, j = i+1, j-1 {
		days[i], days[j] = days[j], days[i]
	}
	return days, err
}

// keepDay makes today's state the one of today. Another of today gives way.
func (s *Store) keepDay() error {
	dir := filepath.Join(s.dir, daysName)
	if err := makeDir(dir); err != nil {
		return err
	}
	days, err := listDays(s.dir)
	if err != nil {
		return err
	}
	today := s.opt.Clock().Format("2006-01-02")
	if n := len(days); n > 0 && days[n-1].Date == today && days[n-1].seq == s.head.seq {
		return nil
	}
	cut := newDay(dir, s.head.seq, s.snapSize)
	err = guard(func() error {
		return s.db.View(func(tx *bolt.Tx) error { return eachOfToday(s.box, tx, s.head, cut.add) })
	})
	if err == nil {
		err = cut.name(dayName(today, s.head.seq))
	}
	if err != nil {
		return err
	}
	if n := len(days); n > 0 && days[n-1].Date == today {
		err = remove(filepath.Join(dir, days[n-1].name))
	}
	return errors.Join(err, s.pruneDays())
}

// dayWriter writes a day: pieces, and the list of them.
type dayWriter struct {
	cutter
	dir  string
	list []byte
}

// newDay begins the day after transaction seq in dir, of a store of that many
// bytes.
func newDay(dir string, seq uint64, size int64) *dayWriter {
	d := &dayWriter{dir: dir, list: binary.BigEndian.AppendUint64(fmt.Appendf(nil, "%s%d%d\n", dayMagic, sealVersion, algPlain), seq)}
	d.cutter = cutter{least: pieceSize(size), put: func(records []byte) error {
		hash := sha256.Sum256(records)
		d.list = append(d.list, hash[:]...)
		return keepPiece(dir, hash, records)
	}}
	return d
}

// name ends the day and gives it its name.
func (d *dayWriter) name(name string) error {
	if err := d.flush(); err != nil {
		return err
	}
	sum := sha256.Sum256(d.list)
	return writeAside(filepath.Join(d.dir, name), func(w io.Writer) error {
		_, err := w.Write(append(d.list, sum[:]...))
		return err
	})
}

func keepPiece(dir string, hash [32]byte, records []byte) error {
	path := filepath.Join(dir, piecePrefix+hex.EncodeToString(hash[:]))
	if info, err := os.Lstat(path); err == nil && info.Size() > 0 {
		return nil
	}
	return writeAside(path, func(w io.Writer) error {
		_, err := w.Write(deflate(nil, records))
		return err
	})
}

// pruneDays keeps fourteen days, and less where all snapshots together would
// be three times as large as the database; and the pieces of those.
func (s *Store) pruneDays() error {
	dir := filepath.Join(s.dir, daysName)
	days, err := listDays(s.dir)
	if err != nil {
		return err
	}
	for len(days) > daysKept {
		if err := remove(filepath.Join(dir, days[0].name)); err != nil {
			return err
		}
		days = days[1:]
	}
	for {
		if err := s.prunePieces(dir, days); err != nil {
			return err
		}
		if len(days) == 0 || !s.overBudget() {
			return nil
		}
		if err := remove(filepath.Join(dir, days[0].name)); err != nil {
			return err
		}
		days = days[1:]
	}
}

// prunePieces removes the pieces that no day has. Where a day cannot be read
// nothing is removed: its pieces are not known.
func (s *Store) prunePieces(dir string, days []Day) error {
	used := map[string]bool{}
	for _, d := range days {
		hashes, err := d.pieces(s.dir)
		if err != nil {
			return nil
		}
		for _, h := range hashes {
			used[piecePrefix+hex.EncodeToString(h)] = true
		}
	}
	entries, err := os.ReadDir(dir)
	for _, e := range entries {
		if name := e.Name(); strings.HasPrefix(name, piecePrefix) && !used[name] || strings.HasSuffix(name, ".part") {
			err = errors.Join(err, remove(filepath.Join(dir, name)))
		}
	}
	return err
}

// snapshotBudget is how many times as large as the database all snapshots
// together may be.
const snapshotBudget = 3

func (s *Store) overBudget() bool {
	info, err := os.Stat(s.path())
	return err == nil && s.snapshotBytes() > snapshotBudget*info.Size()
}

// snapshotBytes is the size of all snapshots and days together.
func (s *Store) snapshotBytes() int64 {
	var n int64
	count := func(dir, prefix string) {
		entries, _ := os.ReadDir(dir)
		for _, e := range entries {
			if info, err := e.Info(); err == nil && strings.HasPrefix(e.Name(), prefix) {
				n += info.Size()
			}
		}
	}
	count(s.dir, snapshotPrefix)
	count(filepath.Join(s.dir, daysName), "")
	return n
}

// pieces returns the hashes of the pieces of a day, or errSnapshot.
func (d Day) pieces(dir string) ([][]byte, error) {
	data, err := os.ReadFile(filepath.Join(dir, daysName, d.name))
	if err != nil {
		return nil, err
	}
	n := len(data) - sha256.Size
	if n < 0 || sha256.Sum256(data[:n]) != [sha256.Size]byte(data[n:]) {
		return nil, errSnapshot
	}
	head := fmt.Sprintf("%s%d%d\n", dayMagic, sealVersion, algPlain)
	rest, ok := bytes.CutPrefix(data[:n], []byte(head))
	if !ok {
		return nil, ErrNewer
	}
	if len(rest) < 8 || len(rest)%sha256.Size != 8 || binary.BigEndian.Uint64(rest) != d.seq {
		return nil, errSnapshot
	}
	var out [][]byte
	for rest = rest[8:]; len(rest) > 0; rest = rest[sha256.Size:] {
		out = append(out, rest[:sha256.Size])
	}
	return out, nil
}

// read returns the records of a day, as readSnapshot does.
func (d Day) read(dir string) ([]byte, error) {
	hashes, err := d.pieces(dir)
	if err != nil {
		return nil, err
	}
	var out []byte
	for _, hash := range hashes {
		records, err := readPiece(dir, hash)
		if err != nil {
			return nil, err
		}
		out = append(out, records...)
	}
	return append(out, 0), nil
}

func pieceFile(dir string, hash []byte) string {
	return filepath.Join(dir, daysName, piecePrefix+hex.EncodeToString(hash))
}

// readPiece returns the records of a piece, or errSnapshot.
func readPiece(dir string, hash []byte) ([]byte, error) {
	data, err := os.ReadFile(pieceFile(dir, hash))
	if errors.Is(err, os.ErrNotExist) {
		err = errSnapshot
	}
	if err != nil {
		return nil, err
	}
	records, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(data)), maxSnapshot))
	if err != nil || sha256.Sum256(records) != [sha256.Size]byte(hash) {
		return nil, errSnapshot
	}
	return records, nil
}

// pieceSize is the least size of a piece in a store of that many bytes: small
// enough that what a day changes is small, large enough that the pieces are
// not many.
func pieceSize(store int64) int {
	n := 1 << 10
	for int64(n)*256 < store && n < 128<<10 {
		n *= 2
	}
	return n
}

// cutter cuts records into pieces. Where it cuts depends on the keys and not
// on what stands before, so that a change stays in its piece.
type cutter struct {
	least int
	buf   []byte
	put   func([]byte) error
}

func (c *cutter) add(key, record []byte) error {
	if len(c.buf) >= c.least && (checksum(key)%8 == 0 || len(c.buf) >= 8*c.least) {
		if err := c.flush(); err != nil {
			return err
		}
	}
	c.buf = append(c.buf, record...)
	return nil
}

func (c *cutter) flush() error {
	if len(c.buf) == 0 {
		return nil
	}
	err := c.put(c.buf)
	c.buf = c.buf[:0]
	return err
}
