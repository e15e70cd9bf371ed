package store

import (
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
)

// A journal line is text, so that one damaged line does not take the others
// with it:
//
//	10 CHECKSUM NUMBER BASE64
//
// The two digits are the version and the algorithm (see box.go), the
// checksum is over everything else on the line.
type line struct {
	seq     uint64
	alg     byte
	payload []byte // as it stands in the line
}

const journalPrefix = "journal-"

func numbered(prefix string, n uint64) string { return fmt.Sprintf("%s%012d", prefix, n) }

// isNumbered reports whether name is prefix and a number.
func isNumbered(name, prefix string) bool {
	rest, ok := strings.CutPrefix(name, prefix)
	n, bad := strconv.ParseUint(rest, 10, 64)
	return ok && bad == nil && name == numbered(prefix, n)
}

// listNumbered returns the names in dir that are prefix and a number, with
// those numbers, in order.
func listNumbered(dir, prefix string) (names []string, numbers []uint64, err error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, nil, err
	}
	for _, e := range entries {
		if isNumbered(e.Name(), prefix) {
			n, _ := strconv.ParseUint(e.Name()[len(prefix):], 10, 64) // it is one
			names, numbers = append(names, e.Name()), append(numbers, n)
		}
	}
	sort.Slice(names, func(i, j int) bool { return numbers[i] < numbers[j] })
	sort.Slice(numbers, func(i, j int) bool { return numbers[i] < numbers[j] })
	return names, numbers, nil
}

func lineSum(head, body []byte) uint32 {
	return crc32.Update(crc32.Checksum(head, castagnoli), castagnoli, body)
}

// parseLine reports false for a line that does not hold and ErrNewer for one
// that holds and was written by a newer program.
func parseLine(l []byte) (line, bool, error) {
	if len(l) < 13 || l[2] != ' ' || l[11] != ' ' {
		return line{}, false, nil
	}
	sum, err := strconv.ParseUint(string(l[3:11]), 16, 32)
	if err != nil || uint32(sum) != lineSum(l[:2], l[12:]) {
		return line{}, false, nil
	}
	if l[0] != '0'+sealVersion || l[1] != '0'+algPlain && l[1] != '0'+algLocked {
		return line{}, false, ErrNewer
	}
	number, payload, _ := bytes.Cut(l[12:], []byte(" "))
	seq, err := strconv.ParseUint(string(number), 10, 64)
	return line{seq, l[1] - '0', payload}, err == nil, nil
}

func (l line) batch(bx box) (batch, error) {
	data, err := bx.payload(l)
	if err != nil {
		return batch{}, err
	}
	return decodeBatch(l.seq, data)
}

// readJournal returns the lines after transaction number after, in order,
// each number once. Lines that do not hold are left out: a torn last line is
// what a power cut leaves, and a gap shows in the numbers.
func readJournal(dir string, after uint64) ([]line, error) {
	names, starts, err := listNumbered(dir, journalPrefix)
	if err != nil {
		return nil, err
	}
	var out []line
	for i, name := range names {
		if i+1 < len(names) && starts[i+1] <= after+1 {
			continue // the next one begins early enough
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return nil, err
		}
		for raw := range bytes.SplitSeq(data, []byte("\n")) {
			l, ok, err := parseLine(raw)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			if ok && l.seq > after && (len(out) == 0 || l.seq > out[len(out)-1].seq) {
				out = append(out, l)
			}
		}
	}
	return out, nil
}

// follow returns as many lines as continue from transaction seq without a
// gap. Lines up to seq are passed over.
func follow(lines []line, seq uint64) []line {
	from := sort.Search(len(lines), func(i int) bool { return lines[i].seq > seq })
	end := from
	for end < len(lines) && lines[end].seq == seq+uint64(end-from)+1 {
		end++
	}
	return lines[from:end]
}

// journal is the file that lines are being added to.
type journal struct {
	box   box
	dir   string
	f     *os.File
	path  string
	size  int64
	fresh bool // the name may not be durable yet
	torn  bool // the last line has no end yet
}

// openJournal opens the last journal file for adding, if it begins after the
// newest snapshot; else the next line begins a new one.
func openJournal(bx box, dir string, snapshot uint64) (*journal, error) {
	j := &journal{box: bx, dir: dir}
	names, starts, err := listNumbered(dir, journalPrefix)
	if err != nil || len(names) == 0 || starts[len(starts)-1] <= snapshot {
		return j, err
	}
	if err := j.begin(starts[len(starts)-1]); err != nil {
		return nil, err
	}
	info, err := j.f.Stat()
	if err != nil {
		return nil, errors.Join(err, j.f.Close())
	}
	j.size = info.Size()
	j.fresh = j.size == 0
	if j.size > 0 {
		last := make([]byte, 1)
		if _, err := j.f.ReadAt(last, j.size-1); err != nil {
			return nil, errors.Join(err, j.f.Close())
		}
		j.torn = last[0] != '\n'
	}
	return j, nil
}

// begin opens the file whose first line is transaction seq. Its name becomes
// durable with that line.
func (j *journal) begin(seq uint64) error {
	j.path = filepath.Join(j.dir, numbered(journalPrefix, seq))
	f, err := os.OpenFile(j.path, os.O_CREATE|os.O_RDWR|os.O_APPEND, 0o600)
	if err != nil {
		return err
	}
	j.f, j.size, j.fresh, j.torn = f, 0, true, false
	return nil
}

// A refusedError says that a line was not written and that nothing of it is
// left: the next one may be.
type refusedError struct{ error }

func (e refusedError) Unwrap() error { return e.error }

// append writes one line and flushes it. Where there is no room for it the
// error is a refusedError.
func (j *journal) append(seq uint64, payload []byte) error {
	if j.f == nil {
		if err := j.begin(seq); err != nil {
			return refusedError{err}
		}
	} else if !sameFile(j.path, j.f) {
		return errChanged
	}
	l := j.box.line(seq, payload)
	if j.torn {
		l = append([]byte("\n"), l...)
	}
	if _, err := j.f.Write(l); err != nil {
		if failed(err).Reason == Full && j.f.Truncate(j.size) == nil {
			return refusedError{err}
		}
		return err
	}
	j.size, j.torn = j.size+int64(len(l)), false
	if err := j.f.Sync(); err != nil {
		return err
	}
	if j.fresh {
		j.fresh = false
		return syncDir(j.dir)
	}
	return nil
}

// last returns the number of the last line, 0 where there is none, and false
// where the last line does not hold.
func (j *journal) last() (uint64, bool) {
	if j.f == nil || j.size == 0 {
		return 0, true
	}
	if j.torn {
		return 0, false
	}
	for n := int64(4 << 10); ; n *= 8 {
		n = min(n, j.size)
		b := make([]byte, n)
		if _, err := j.f.ReadAt(b, j.size-n); err != nil {
			return 0, false
		}
		from := bytes.LastIndexByte(b[:n-1], '\n') + 1
		if from == 0 && n < j.size {
			continue // the line is longer than that
		}
		l, ok, err := parseLine(b[from : n-1])
		return l.seq, ok && err == nil
	}
}

// close closes the file; the next line begins a new one.
func (j *journal) close() error {
	if j.f == nil {
		return nil
	}
	err := j.f.Close()
	j.f, j.size, j.fresh, j.torn = nil, 0, false, false
	return err
}
