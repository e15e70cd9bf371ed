package store

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// seenName is a list of how each file of the dossier lay on disk when it was
// last known to be whole: hash, bytes on disk, time of change. It only saves
// work: without it, and where a line does not fit, a file is read.
const seenName = "files.seen"

// LostFile is a file of the dossier that is not as it came in: gone, or
// changed by something else than this program.
type LostFile struct {
	File
	Gone bool
}

type trace struct{ size, changed int64 }

// LookAtFiles returns the files of the dossier that are gone or changed. A
// file that lies there as it did at the last look is not read again;
// [Store.VerifyFile] reads it whatever its time says.
func (s *Store) LookAtFiles() ([]LostFile, error) {
	files, err := s.Files()
	if err != nil || len(files) == 0 {
		return nil, err
	}
	seen, fresh := s.readSeen(), map[string]trace{}
	same := len(seen) == len(files)
	var lost []LostFile
	for _, f := range files {
		path, err := s.filePath(f.Hash)
		if err != nil {
			return nil, err
		}
		info, err := os.Lstat(path)
		if err != nil {
			if !errors.Is(err, os.ErrNotExist) {
				return nil, failed(err)
			}
			lost, same = append(lost, LostFile{f, true}), false
			continue
		}
		name, now := filepath.Base(path), trace{info.Size(), info.ModTime().UnixNano()}
		if seen[name] != now {
			same = false
			switch err := s.VerifyFile(f.Hash); {
			case errors.Is(err, ErrDamaged), err != nil && !info.Mode().IsRegular():
				lost = append(lost, LostFile{f, false})
				continue
			case errors.Is(err, ErrNoFile):
				lost = append(lost, LostFile{f, true})
				continue
			case err != nil:
				return nil, failed(err)
			}
		}
		fresh[name] = now
	}
	if !same {
		s.writeSeen(fresh)
	}
	return lost, nil
}

func (s *Store) readSeen() map[string]trace {
	out := map[string]trace{}
	f, err := os.Open(filepath.Join(s.dir, seenName))
	if err != nil {
		return out
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		var name string
		var m trace
		if n, err := fmt.Sscan(lines.Text(), &name, &m.size, &m.changed); n == 3 && err == nil {
			out[name] = m
		}
	}
	return out
}

// writeSeen notes what was seen. Where that is not possible the next look
// takes longer, and that is all.
func (s *Store) writeSeen(fresh map[string]trace) {
	var b strings.Builder
	for name, m := range fresh {
		fmt.Fprintf(&b, "%s %d %d\n", name, m.size, m.changed)
	}
	_ = s.own(func() error {
		if s.writable() != nil {
			return nil
		}
		_ = writeAside(filepath.Join(s.dir, seenName), func(w io.Writer) error { _, err := io.WriteString(w, b.String()); return err })
		return nil
	})
}

// note adds one file that was just written to what was seen, so that the next
// look need not read it.
func (s *Store) note(hash string) {
	path, err := s.filePath(hash)
	if err != nil {
		return
	}
	info, err := os.Lstat(path)
	if err != nil {
		return
	}
	f, err := os.OpenFile(filepath.Join(s.dir, seenName), os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o600)
	if err != nil {
		return
	}
	_, _ = fmt.Fprintf(f, "%s %d %d\n", filepath.Base(path), info.Size(), info.ModTime().UnixNano())
	_ = f.Close()
}
