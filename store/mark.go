package store

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// A session that ends well leaves a mark: how the database was when it was
// closed. While the mark fits, the database is the one that this program
// left, and need not be read from end to end before it is opened. Whatever is
// written afterwards changes the meta pages, so that a mark that was left
// standing by a killed program does not fit any more.
type mark struct {
	size  int64
	mtime int64 // nanoseconds
	meta  string
	seq   uint64
}

const markName = "clean"

// markOf describes the database at path, closed after transaction seq.
func markOf(path string, seq uint64) (mark, error) {
	f, err := os.Open(path)
	if err != nil {
		return mark{}, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return mark{}, err
	}
	sum := sha256.New() // the two meta pages: the root of everything
	if _, err := io.CopyN(sum, f, int64(2*os.Getpagesize())); err != nil && !errors.Is(err, io.EOF) {
		return mark{}, err
	}
	return mark{info.Size(), info.ModTime().UnixNano(), fmt.Sprintf("%x", sum.Sum(nil)), seq}, nil
}

func (m mark) String() string {
	body := fmt.Sprintf("1 %d %d %s %d", m.size, m.mtime, m.meta, m.seq)
	return fmt.Sprintf("%s %08x\n", body, crc32.Checksum([]byte(body), castagnoli))
}

// readMark returns the mark in dir, or false where there is none that holds.
func readMark(dir string) (mark, bool) {
	data, err := os.ReadFile(filepath.Join(dir, markName))
	if err != nil || len(data) > 300 {
		return mark{}, false
	}
	var m mark
	if _, err := fmt.Sscanf(string(data), "1 %d %d %64s %d", &m.size, &m.mtime, &m.meta, &m.seq); err != nil {
		return mark{}, false
	}
	return m, m.String() == string(data)
}

// marked reports whether the last session ended well and nobody touched the
// database since.
func (s *Store) marked() (mark, bool) {
	m, ok := readMark(s.dir)
	if !ok {
		return mark{}, false
	}
	now, err := markOf(s.path(), m.seq)
	return m, err == nil && now == m
}

// leaveMark writes the mark of a database that was closed. It is not flushed:
// a mark that a power cut takes or tears only costs a check.
func (s *Store) leaveMark() {
	m, err := markOf(s.path(), s.head.seq)
	if err != nil {
		return
	}
	path := filepath.Join(s.dir, markName)
	if old, err := os.ReadFile(path); err == nil && strings.TrimSpace(string(old)) == strings.TrimSpace(m.String()) {
		return
	}
	_ = os.WriteFile(path, []byte(m.String()), 0o600)
}

// dropMark sees to it that the next start reads everything. Where not even
// that works the mark still fits only a database without later changes.
func (s *Store) dropMark() { _ = remove(filepath.Join(s.dir, markName)) }
