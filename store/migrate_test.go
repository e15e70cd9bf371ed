package store

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bekwaam/plan"
)

func sha256Of(b []byte) []byte {
	sum := sha256.Sum256(b)
	return sum[:]
}

var update = flag.Bool("update", false, "write the store of the present format, for the programs to come")

// Stores of every format so far, as a program of that time left them, with
// the digest that they had then.
var formats = []struct {
	format int
	digest string
}{
	{1, "0420fab984e21d3004d79b16709d289c7f708cc23d5a34eb898ef8c69bfe40eb"},
	{2, "0420fab984e21d3004d79b16709d289c7f708cc23d5a34eb898ef8c69bfe40eb"},
}

func formatFile(format int) string {
	return filepath.Join("testdata", fmt.Sprintf("format-%d.tar.gz", format))
}

// unpack puts a store of an earlier format into a directory of its own.
func unpack(t *testing.T, format int) (dir string) {
	t.Helper()
	data, err := os.ReadFile(formatFile(format))
	if err != nil {
		t.Fatal(err)
	}
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	dir = t.TempDir()
	r := tar.NewReader(z)
	for {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return dir
		}
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, filepath.FromSlash(h.Name))
		if h.Typeflag == tar.TypeDir {
			err = os.MkdirAll(path, 0o700)
		} else if content, bad := io.ReadAll(r); bad != nil {
			err = bad
		} else {
			err = os.WriteFile(path, content, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestStoresOfEveryFormatOpen(t *testing.T) {
	if *update {
		pack(t, storeFormat)
	}
	if last := formats[len(formats)-1].format; last != storeFormat {
		t.Fatalf("there is no store of format %d in testdata", storeFormat)
	}
	for _, x := range formats {
		t.Run(fmt.Sprint("format ", x.format), func(t *testing.T) {
			dir := unpack(t, x.format)
			old, err := os.ReadFile(filepath.Join(dir, databaseName))
			if err != nil {
				t.Fatal(err)
			}
			s, checked := openChecked(t, dir)
			if digest(t, s) != x.digest || len(s.Repaired()) > 0 {
				t.Errorf("digest %s, repaired %v", digest(t, s), codes(s))
			}
			if s.head.format != storeFormat || !checked {
				t.Errorf("format %d, read from end to end: %v", s.head.format, checked)
			}
			examineAll(t, s)
			page, _, err := s.Page(ByChange, "", 9)
			if err != nil || len(page) != 3 || page[0].ID != "oefening" || page[0].Revision != 30 {
				t.Errorf("plans %v, %v", page, err)
			}
			copies, _ := filepath.Glob(filepath.Join(dir, copiesName, "format-*"+backupSuffix))
			if x.format == storeFormat {
				if len(copies) > 0 {
					t.Errorf("copied a store of this format: %v", copies)
				}
				return
			}
			if len(copies) != 1 || !strings.HasPrefix(filepath.Base(copies[0]), fmt.Sprintf("format-%d-", x.format)) {
				t.Fatalf("copies %v", copies)
			}
			// The copy is of the old format, and can be put back.
			f, err := os.Open(copies[0])
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			to := open(t, t.TempDir())
			if _, err := to.Restore(f, ""); err != nil {
				t.Fatal(err)
			}
			if digest(t, to) != x.digest {
				t.Error("the copy does not hold everything")
			}
			examineAll(t, to)
			// An old database put back among new files is brought up again.
			closeStore(t, s)
			if err := os.WriteFile(filepath.Join(dir, databaseName), old, 0o600); err != nil {
				t.Fatal(err)
			}
			if s = open(t, dir); digest(t, s) != x.digest {
				t.Errorf("repaired %v", codes(s))
			}
			// And it can be made from its old snapshots and journal alone.
			dir = unpack(t, x.format)
			if err := os.Remove(filepath.Join(dir, databaseName)); err != nil {
				t.Fatal(err)
			}
			if s = open(t, dir); digest(t, s) != x.digest || s.head.format != storeFormat {
				t.Errorf("without its database: repaired %v", codes(s))
			}
		})
	}
}

// examineAll asks that everything in the file of a format is there.
func examineAll(t *testing.T, s *Store) {
	t.Helper()
	r, err := s.Examine(func(plan.Plan) {})
	want := []int{3, 33, 1, 1}
	if got := []int{r.Plans, r.Revisions, r.Versions, r.Files}; err != nil || len(r.Problems) > 0 && r.Problems[0].Code != NoFile || !slices.Equal(got, want) {
		t.Errorf("examined: %+v, %v", r, err)
	}
}

func TestAFormatIsOnlyChangedAfterACopy(t *testing.T) {
	dir := unpack(t, 1)
	// Where copies would lie there is something else.
	if err := os.WriteFile(filepath.Join(dir, copiesName), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(filepath.Join(dir, databaseName))
	if err != nil {
		t.Fatal(err)
	}
	s := open(t, dir)
	if digest(t, s) != formats[0].digest {
		t.Error("cannot be read")
	}
	var f *FailedError
	if err := s.PutSetting("a", "b"); !errors.As(err, &f) {
		t.Errorf("put: %v", err)
	}
	closeStore(t, s)
	after, err := os.ReadFile(filepath.Join(dir, databaseName))
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("the database was changed, %v", err)
	}
}

// pack writes a store of this format with the content of the first.
func pack(t *testing.T, format int) {
	t.Helper()
	dir := unpack(t, 1)
	closeStore(t, open(t, dir))
	if err := os.RemoveAll(filepath.Join(dir, copiesName)); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	w := tar.NewWriter(z)
	if err := w.AddFS(os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(w.Close(), z.Close(), os.WriteFile(formatFile(format), out.Bytes(), 0o600)); err != nil {
		t.Fatal(err)
	}
}
