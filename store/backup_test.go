package store

import (
	"archive/tar"
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"bekwaam/plan"
)

// backedUp makes a store with two files in its dossier, and a backup of it.
func backedUp(t *testing.T) (s *Store, backup []byte) {
	t.Helper()
	dir, _ := filled(t)
	s = open(t, dir)
	for _, text := range []string{"foto van het bord", "lesplan"} {
		if _, err := s.PutFile(strings.NewReader(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.PutContact("ilse", []byte("kaart van Ilse")); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := s.Backup(&out, true); err != nil {
		t.Fatal(err)
	}
	return s, out.Bytes()
}

func TestABackupBringsEverythingBackButTheKeys(t *testing.T) {
	from, backup := backedUp(t)
	if bytes.Contains(backup, []byte("sleutel")) {
		t.Error("the key is in the backup")
	}
	to := open(t, t.TempDir())
	if err := to.PutKey("mine", []byte("eigen")); err != nil {
		t.Fatal(err)
	}
	before, err := to.Restore(bytes.NewReader(backup), "")
	if err != nil || before == "" {
		t.Fatalf("%q, %v", before, err)
	}
	keys, err := to.Keys()
	if err != nil || len(keys) != 1 || string(keys[0].Data) != "eigen" {
		t.Errorf("keys %v, %v", keys, err)
	}
	if err := errors.Join(to.PutKey("mine", nil), from.PutKey("own", nil)); err != nil {
		t.Fatal(err)
	}
	if digest(t, to) != digest(t, from) {
		t.Error("not everything came back")
	}
	files, err := to.Files()
	if err != nil || len(files) != 2 {
		t.Errorf("files %v, %v", files, err)
	}
	for _, f := range files {
		if err := to.VerifyFile(f.Hash); err != nil {
			t.Error(err)
		}
	}
	r, err := to.Examine(func(plan.Plan) {})
	if err != nil || len(r.Problems) > 0 || r.Revisions != 25 {
		t.Errorf("examined: %+v, %v", r, err)
	}
	// It goes on from there, and survives the loss of the database.
	save(t, to, load(t, to, "noor"), "edit")
	want := digest(t, to)
	closeStore(t, to)
	if err := os.Remove(to.path()); err != nil {
		t.Fatal(err)
	}
	if to = open(t, to.dir); digest(t, to) != want {
		t.Errorf("something is missing, repaired %v", codes(to))
	}
}

func TestWhatWasThereIsCopiedBeforeABackupIsPutBack(t *testing.T) {
	_, backup := backedUp(t)
	dir, _ := filled(t)
	s := open(t, dir)
	save(t, s, draft("piet", "Piet"), "new")
	want := digest(t, s)
	before, err := s.Restore(bytes.NewReader(backup), "")
	if err != nil || digest(t, s) == want {
		t.Fatalf("%v", err)
	}
	f, err := os.Open(before)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := s.Restore(f, ""); err != nil {
		t.Fatal(err)
	}
	if digest(t, s) != want {
		t.Error("what was there does not come back")
	}
}

// A program that is killed while it restores leaves the one or the other.
func TestARestoreHappensAtOnce(t *testing.T) {
	_, backup := backedUp(t)
	dir, want := filled(t)
	s := open(t, dir)
	c, err := s.readBackup(bytes.NewReader(backup), "")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, restoreName)
	err = s.own(func() error {
		h, err := s.prepare(path, c)
		if err == nil {
			err = s.nameSnapshot(path, h)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	killed := t.TempDir()
	if err := os.CopyFS(killed, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	after := open(t, killed)
	contacts, err := after.Contacts()
	if err != nil || len(contacts) != 1 {
		t.Errorf("contacts %v, %v", contacts, err)
	}
	removeAll(t, dir, snapshotPrefix+"000000000027")
	earlier := t.TempDir()
	if err := os.CopyFS(earlier, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	if s := open(t, earlier); digest(t, s) != want {
		t.Errorf("before the name was given: repaired %v", codes(s))
	}
}

func TestABackupThatIsNotWholeIsRefused(t *testing.T) {
	_, backup := backedUp(t)
	dir, want := filled(t)
	s := open(t, dir)
	refused := func(what string, data []byte, want error) {
		t.Helper()
		if _, err := s.Restore(bytes.NewReader(data), ""); !errors.Is(err, want) {
			t.Errorf("%s: %v", what, err)
		}
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 100 {
		refused("cut off", backup[:r.IntN(len(backup)-2*block)], ErrNotBackup)
		bad := bytes.Clone(backup)
		at, bit := r.IntN(len(bad)), r.IntN(8)
		bad[at] ^= 1 << bit
		if _, err := s.Restore(bytes.NewReader(bad), ""); !errors.Is(err, ErrNotBackup) && !errors.Is(err, ErrNewer) {
			t.Errorf("bit %d of byte %d changed: %v", bit, at, err)
		}
	}
	refused("longer", append(bytes.Clone(backup), 0), ErrNotBackup)
	if digest(t, s) != want {
		t.Error("a refused backup changed something")
	}
	if left, _ := filepath.Glob(filepath.Join(dir, filesName, "*.part")); len(left) > 0 {
		t.Errorf("left %v", left)
	}
	_, hash, _ := strings.Cut(hashIn(t, backup), "/")
	for name, build := range map[string]func(*tar.Writer){
		"empty":      func(*tar.Writer) {},
		"only words": func(w *tar.Writer) { put(w, backupAbout, "bekwaam/backup 1\nfiles 0\nkeys no\n") },
		"other words": func(w *tar.Writer) {
			put(w, backupAbout, "iets anders")
			put(w, backupSnapshot, "x")
		},
		"a way out": func(w *tar.Writer) {
			put(w, backupAbout, "bekwaam/backup 1\nfiles 1\nkeys no\n")
			put(w, backupSnapshot, snapshotOf(t, backup))
			put(w, backupFiles+"../../../../tmp/weg", "x")
		},
		"another content": func(w *tar.Writer) {
			put(w, backupAbout, "bekwaam/backup 1\nfiles 1\nkeys no\n")
			put(w, backupSnapshot, snapshotOf(t, backup))
			put(w, backupFiles+hash, "iets anders")
		},
		"a link": func(w *tar.Writer) {
			put(w, backupAbout, "bekwaam/backup 1\nfiles 1\nkeys no\n")
			put(w, backupSnapshot, snapshotOf(t, backup))
			_ = w.WriteHeader(&tar.Header{Typeflag: tar.TypeSymlink, Name: backupFiles + hash, Linkname: "/etc/passwd"})
		},
		"fewer files": func(w *tar.Writer) {
			put(w, backupAbout, "bekwaam/backup 1\nfiles 2\nkeys no\n")
			put(w, backupSnapshot, snapshotOf(t, backup))
		},
		"no snapshot": func(w *tar.Writer) {
			put(w, backupAbout, "bekwaam/backup 1\nfiles 0\nkeys no\n")
			put(w, "iets", "x")
		},
	} {
		var out bytes.Buffer
		w := tar.NewWriter(&out)
		build(w)
		_ = w.Flush()
		put(w, backupSum, lastBlock(sha256Of(out.Bytes())))
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		refused(name, out.Bytes(), ErrNotBackup)
	}
	var out bytes.Buffer
	w := tar.NewWriter(&out)
	put(w, backupAbout, "bekwaam/backup 2\nanders\n")
	refused("newer", out.Bytes(), ErrNewer)
	if digest(t, s) != want {
		t.Error("a refused backup changed something")
	}
}

func put(w *tar.Writer, name, content string) {
	_ = w.WriteHeader(&tar.Header{Typeflag: tar.TypeReg, Name: name, Mode: 0o600, Size: int64(len(content))})
	_, _ = io.WriteString(w, content)
}

func snapshotOf(t *testing.T, backup []byte) string {
	t.Helper()
	r := tar.NewReader(bytes.NewReader(backup))
	for {
		h, err := r.Next()
		if err != nil {
			t.Fatal(err)
		}
		if h.Name == backupSnapshot {
			data, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			return string(data)
		}
	}
}

func hashIn(t *testing.T, backup []byte) string {
	t.Helper()
	r := tar.NewReader(bytes.NewReader(backup))
	for {
		h, err := r.Next()
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(h.Name, backupFiles) {
			return h.Name
		}
	}
}

// A snapshot that says it becomes enormous takes no memory.
func TestABackupThatGrowsWithoutEndIsRefused(t *testing.T) {
	s := open(t, t.TempDir())
	body := fmt.Appendf(nil, "%s%d%d\n", snapshotMagic, snapshotVersion, algPlain)
	body = deflate(body, make([]byte, 300<<20))
	body = append(body, 0, 0, 0, 0, 0, 0, 0, 0)
	sum := sha256Of(body)
	var out bytes.Buffer
	w := tar.NewWriter(&out)
	put(w, backupAbout, "bekwaam/backup 1\nfiles 0\nkeys no\n")
	put(w, backupSnapshot, string(append(body, sum...)))
	_ = w.Flush()
	put(w, backupSum, lastBlock(sha256Of(out.Bytes())))
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	if _, err := s.Restore(&out, ""); !errors.Is(err, ErrNotBackup) {
		t.Errorf("restore: %v", err)
	}
	runtime.ReadMemStats(&after)
	if took := after.TotalAlloc - before.TotalAlloc; took > 100<<20 {
		t.Errorf("took %d MB", took>>20)
	}
}

func TestBackupsIntoAFolder(t *testing.T) {
	s, _ := backedUp(t)
	now := noon
	s.opt.Clock = func() time.Time { return now }
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "bekwaam-2020-01-01-vreemd.bekwaam"), []byte("van iemand anders"), 0o600); err != nil {
		t.Fatal(err)
	}
	var last string
	for range 20 {
		for range 2 {
			var err error
			if last, err = s.AutoBackup(dir); err != nil {
				t.Fatal(err)
			}
		}
		now = now.Add(24 * time.Hour)
	}
	all, err := filepath.Glob(filepath.Join(dir, "bekwaam-*.bekwaam"))
	if err != nil || len(all) != daysKept+1 || !strings.HasPrefix(filepath.Base(last), "bekwaam-2026-10-31-") {
		t.Errorf("%v, last %s, %v", all, last, err)
	}
	files, err := os.ReadDir(filepath.Join(dir, AutoFiles))
	if err != nil || len(files) != 2 {
		t.Errorf("files %v, %v", files, err)
	}
	f, err := os.Open(last)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	to := open(t, t.TempDir())
	if _, err := to.Restore(f, ""); err != nil {
		t.Fatal(err)
	}
	missing, err := to.MissingFiles()
	if err != nil || len(missing) != 2 {
		t.Fatalf("missing %v, %v", missing, err)
	}
	for i, x := range missing {
		content, err := os.Open(filepath.Join(dir, AutoFiles, missing[(i+1)%2].Hash))
		if err != nil {
			t.Fatal(err)
		}
		if err := to.BringFile(x.Hash, content); !errors.Is(err, ErrDamaged) {
			t.Errorf("the wrong content: %v", err)
		}
		_ = content.Close()
		if content, err = os.Open(filepath.Join(dir, AutoFiles, x.Hash)); err != nil {
			t.Fatal(err)
		}
		if err := to.BringFile(x.Hash, content); err != nil {
			t.Error(err)
		}
		_ = content.Close()
	}
	if missing, err := to.MissingFiles(); err != nil || len(missing) != 0 {
		t.Errorf("still missing %v, %v", missing, err)
	}
	for _, bad := range []string{filepath.Join(dir, "nergens"), last} {
		if _, err := s.AutoBackup(bad); err == nil {
			t.Errorf("made a backup in %s", bad)
		}
	}
}
