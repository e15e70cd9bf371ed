package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestFilesThatWereChangedAreNamed changes, removes and replaces files of the
// dossier behind the program's back, and wants each to be named at the next
// look, and those alone.
func TestFilesThatWereChangedAreNamed(t *testing.T) {
	s := open(t, t.TempDir())
	var files []File
	for i := range 5 {
		f, err := s.PutFile(strings.NewReader(fmt.Sprint("bewijs ", i)))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	look := func() map[string]bool {
		t.Helper()
		lost, err := s.LookAtFiles()
		if err != nil {
			t.Fatal(err)
		}
		out := map[string]bool{}
		for _, l := range lost {
			out[l.Hash] = l.Gone
		}
		return out
	}
	if got := look(); len(got) != 0 {
		t.Fatalf("%v", got)
	}
	path := func(i int) string {
		p, err := s.filePath(files[i].Hash)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	for _, err := range []error{
		os.Remove(path(0)),
		os.WriteFile(path(1), []byte("bewijs X"), 0o600), // as long as it was
		os.Chtimes(path(2), time.Now(), time.Now().Add(time.Hour)),
		os.Remove(path(3)), os.Mkdir(path(3), 0o700),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for range 2 { // told again until it is put right
		got := look()
		gone, changed := got[files[0].Hash]
		if len(got) != 3 || !changed || !gone || got[files[1].Hash] || got[files[3].Hash] {
			t.Fatalf("%v", got)
		}
		if _, told := got[files[1].Hash]; !told {
			t.Error("the changed file is not told")
		}
	}
	if err := os.Remove(path(3)); err != nil {
		t.Fatal(err)
	}
	for _, i := range []int{0, 1, 3} {
		if err := s.BringFile(files[i].Hash, strings.NewReader(fmt.Sprint("bewijs ", i))); err != nil {
			t.Fatal(err)
		}
	}
	if got := look(); len(got) != 0 {
		t.Errorf("after they were brought back: %v", got)
	}
	if err := os.WriteFile(filepath.Join(s.dir, seenName), []byte("nothing of use\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := look(); len(got) != 0 {
		t.Errorf("without the list: %v", got)
	}
}

// TestManyFilesStayQuick keeps two thousand files, a gigabyte in all, many of
// them mostly empty; without CI a tenth of them. A look at them reads none,
// and adding one more takes no longer than the first did.
func TestManyFilesStayQuick(t *testing.T) {
	count, large := 2000, int64(5<<20)
	if os.Getenv("CI") == "" {
		count = 200
	}
	s := open(t, t.TempDir())
	put := func(i int) time.Duration {
		f, err := os.Create(filepath.Join(t.TempDir(), "sparse"))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if _, err := f.Write(binary.BigEndian.AppendUint64(nil, uint64(i))); err != nil {
			t.Fatal(err)
		}
		size := int64(2048)
		if i%10 == 0 {
			size = large
		}
		if err := errors.Join(f.Truncate(size), seek(f)); err != nil {
			t.Fatal(err)
		}
		start := time.Now()
		if _, err := s.PutFile(f); err != nil {
			t.Fatal(err)
		}
		return time.Since(start)
	}
	for i := range count {
		put(i)
	}
	if put(3) > 2*time.Second || put(count+1) > 2*time.Second {
		t.Error("adding a small file beside many takes over two seconds")
	}
	files, err := s.Files()
	if err != nil || len(files) != count+1 {
		t.Fatalf("%d files, %v: the same file was to be kept once", len(files), err)
	}
	start := time.Now()
	lost, err := s.LookAtFiles()
	if took := time.Since(start); err != nil || len(lost) != 0 || took > 2*time.Second {
		t.Errorf("a look took %v and found %v, %v", took, lost, err)
	} else {
		t.Logf("%d files looked at in %v", len(files), took)
	}
}

func seek(f *os.File) error { _, err := f.Seek(0, 0); return err }
