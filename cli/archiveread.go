package cli

import (
	"archive/zip"
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"bekwaam/store"
)

// maxInArchive is the largest file in an archive, in bytes.
const maxInArchive = 4 << 30

var errArchive = errors.New("not a whole archive")

// checkArchive reads a whole archive, as one does before what it was made of
// is erased.
func (r *run) checkArchive(path string) error {
	f, err := r.openBackup(path)
	if err != nil {
		return err
	}
	defer f.Close()
	if _, _, err := readArchive(f); err != nil {
		return r.refuse("cli.err.not-backup", "File", path)
	}
	return nil
}

// isArchive reports whether a file begins as a zip file does.
func isArchive(f *os.File) bool {
	head := make([]byte, 4)
	_, err := f.ReadAt(head, 0)
	return err == nil && string(head) == "PK\x03\x04"
}

// readArchive returns the part that puts everything back, and the others by
// their hash, after each of them was read and is what the list says.
func readArchive(f *os.File) (back *io.SectionReader, byHash map[string]*zip.File, err error) {
	info, err := f.Stat()
	if err != nil {
		return nil, nil, err
	}
	z, err := zip.NewReader(f, info.Size())
	if err != nil {
		return nil, nil, fmt.Errorf("%w: %w", errArchive, err)
	}
	byName, byHash := map[string]*zip.File{}, map[string]*zip.File{}
	for _, x := range z.File {
		if byName[x.Name] != nil || x.UncompressedSize64 > maxInArchive {
			return nil, nil, fmt.Errorf("%w: %.80q", errArchive, x.Name)
		}
		byName[x.Name] = x
	}
	sums := byName[archiveSums]
	if sums == nil {
		return nil, nil, fmt.Errorf("%w: no list", errArchive)
	}
	list, err := sums.Open()
	if err != nil {
		return nil, nil, fmt.Errorf("%w: %w", errArchive, err)
	}
	defer list.Close()
	lines := bufio.NewScanner(io.LimitReader(list, 64<<20))
	for lines.Scan() {
		want, name, _ := strings.Cut(lines.Text(), "  ")
		x := byName[name]
		if x == nil || byHash[want] == x || hashIn(x) != want {
			return nil, nil, fmt.Errorf("%w: %.80q", errArchive, name)
		}
		byHash[want] = x
		delete(byName, name)
		if name != archiveRestore {
			continue
		}
		at, err := x.DataOffset()
		if err != nil || x.Method != zip.Store {
			return nil, nil, fmt.Errorf("%w: %.80q", errArchive, name)
		}
		back = io.NewSectionReader(f, at, int64(x.UncompressedSize64))
	}
	if lines.Err() != nil || back == nil || len(byName) != 1 {
		return nil, nil, errArchive
	}
	return back, byHash, nil
}

func hashIn(x *zip.File) string {
	r, err := x.Open()
	if err != nil {
		return ""
	}
	defer r.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, io.LimitReader(r, maxInArchive+1)); err != nil {
		return ""
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// bringArchived takes the files of the dossier out of an archive.
func (s *session) bringArchived(byHash map[string]*zip.File) error {
	missing, err := s.st.MissingFiles()
	if err != nil {
		return err
	}
	lost := 0
	for _, f := range missing {
		x := byHash[f.Hash]
		if x == nil {
			lost++
			continue
		}
		r, err := x.Open()
		if err == nil {
			err = errors.Join(s.st.BringFile(f.Hash, r), r.Close())
		}
		if errors.Is(err, store.ErrDamaged) {
			lost++
			continue
		}
		if err != nil {
			return err
		}
	}
	if lost > 0 {
		s.remark("cli.restore.files-missing", "Count", lost)
	}
	return nil
}
