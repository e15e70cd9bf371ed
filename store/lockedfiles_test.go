package store

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestALockedBackupOpensAnywhere(t *testing.T) {
	t.Parallel()
	dir, _ := rich(t)
	s := opened(t, dir, "")
	code := lockIt(t, s)
	want := digest(t, s)
	var backup bytes.Buffer
	if err := s.Backup(&backup, true); err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(backup.Bytes(), []byte(backupAbout)) || !IsLockedFile(backup.Bytes()) {
		t.Error("the backup can be read")
	}
	for _, secret := range []string{testPhrase, code} {
		for _, locked := range []bool{false, true} {
			to := opened(t, t.TempDir(), "")
			if locked {
				lockIt(t, to)
			}
			for wrong, want := range map[string]error{"": ErrLocked, "helemaal niet goed": ErrPassphrase} {
				if _, err := to.Restore(bytes.NewReader(backup.Bytes()), wrong); !errors.Is(err, want) {
					t.Errorf("%q: %v", wrong, err)
				}
			}
			if _, err := to.Restore(bytes.NewReader(backup.Bytes()), secret); err != nil {
				t.Fatal(err)
			}
			if digest(t, to) != want || to.IsLocked() != locked {
				t.Error("something else was put back")
			}
		}
	}
	if _, err := s.Restore(bytes.NewReader(backup.Bytes()), ""); err != nil {
		t.Error("a store does not know its own backup:", err)
	}
	for _, at := range []int{20, 60, 400, backup.Len() / 2, backup.Len() - 3} {
		bad := bytes.Clone(backup.Bytes())
		bad[at] ^= 1
		if _, err := s.Restore(bytes.NewReader(bad), testPhrase); !errors.Is(err, ErrNotBackup) && !errors.Is(err, ErrPassphrase) {
			t.Errorf("a bit at %d: %v", at, err)
		}
	}
}

func TestDailyCopiesAreLockedToo(t *testing.T) {
	t.Parallel()
	dir, _ := rich(t)
	s := opened(t, dir, "")
	folder := t.TempDir()
	if _, err := s.AutoBackup(folder); err != nil {
		t.Fatal(err)
	}
	lockIt(t, s)
	path, err := s.AutoBackup(folder)
	if err != nil {
		t.Fatal(err)
	}
	if found := holding(t, folder, "Noor Bakker", "bewijsstuk", backupAbout); len(found) > 0 {
		t.Errorf("in the folder of copies: %v", found)
	}
	to := opened(t, t.TempDir(), "")
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := to.Restore(f, testPhrase); err != nil {
		t.Fatal(err)
	}
	if missing, err := to.BringFiles(filepath.Join(folder, AutoFiles)); err != nil || missing > 0 {
		t.Errorf("%d files are missing, %v", missing, err)
	}
	if digest(t, to) != digest(t, s) {
		t.Error("other digest")
	}
	files, err := to.Files()
	if err != nil || len(files) != 1 || to.VerifyFile(files[0].Hash) != nil {
		t.Errorf("%v, %v", files, err)
	}
}

func TestAnEmergencyFileIsLockedToo(t *testing.T) {
	t.Parallel()
	dir, _ := rich(t)
	s := opened(t, dir, "")
	lockIt(t, s)
	path, err := s.Emergency(t.TempDir(), draft("noor", "Noor Bakker"), noon)
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil || bytes.Contains(data, []byte("Noor")) || !IsLockedFile(data) || !strings.HasSuffix(path, backupSuffix) {
		t.Errorf("%s: %v", path, err)
	}
	elsewhere := opened(t, t.TempDir(), "")
	if _, err := elsewhere.ReadLocked(bytes.NewReader(data), "", 1<<20); !errors.Is(err, ErrLocked) {
		t.Error(err)
	}
	plain, err := elsewhere.ReadLocked(bytes.NewReader(data), testPhrase, 1<<20)
	if err != nil || !bytes.Contains(plain, []byte("Noor Bakker")) {
		t.Errorf("%.40s, %v", plain, err)
	}
	if _, err := s.ReadLocked(bytes.NewReader(data), "", 10); !errors.Is(err, ErrDamaged) {
		t.Error("more than asked for:", err)
	}
}

// A turn that is broken off anywhere has happened or has not.
func TestATurnHappensAtOnce(t *testing.T) {
	dir, want := rich(t)
	whole := state(t, dir)
	was := here
	t.Cleanup(func() { here = was })
	turned := map[bool]int{}
	for n := 1; ; n++ {
		dir := t.TempDir()
		unpackTo(t, dir, whole)
		s := opened(t, dir, "")
		calls := 0
		here.rename = func(from, to string) error {
			if calls++; calls >= n {
				return errors.New("the power is gone")
			}
			return was.rename(from, to)
		}
		code, err := NewRecoveryCode()
		if err != nil {
			t.Fatal(err)
		}
		err = s.Lock(testPhrase, code)
		_ = s.Close()
		here = was
		if err == nil {
			break
		}
		// Killed twice: the next start is broken off as well.
		here.rename = func(string, string) error { return errors.New("the power is gone again") }
		if s, err := openWith(t, dir, testPhrase); err == nil {
			_ = s.Close()
		}
		here = was
		s = opened(t, dir, testPhrase)
		if digest(t, s) != want {
			t.Errorf("broken off at %d: other digest", n)
		}
		turned[s.IsLocked()]++
		if s.IsLocked() {
			if found := holding(t, dir, "tekst 24", "Noor Bakker", "bewijsstuk"); len(found) > 0 {
				t.Errorf("broken off at %d: %v", n, found)
			}
		}
		closeStore(t, s)
		for _, name := range []string{nextName, movingName, nextName + ".part"} {
			if _, err := os.Lstat(filepath.Join(dir, name)); err == nil {
				t.Errorf("broken off at %d: %s stays", n, name)
			}
		}
	}
	if turned[true] == 0 || turned[false] == 0 {
		t.Errorf("turned %v", turned)
	}
}

func TestLockedFilesAreReadToTheEnd(t *testing.T) {
	t.Parallel()
	dir, _ := rich(t)
	s := opened(t, dir, "")
	lockIt(t, s)
	f, err := s.PutFile(io.LimitReader(strings.NewReader(strings.Repeat("bewijs ", 40000)), 200_000))
	if err != nil || s.VerifyFile(f.Hash) != nil {
		t.Fatal(err)
	}
	path, err := s.filePath(f.Hash)
	if err != nil || strings.Contains(path, f.Hash) {
		t.Errorf("%s, %v", path, err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, at := range []int{30, 120, 300, len(data) / 2, len(data) - 1} {
		bad := bytes.Clone(data)
		bad[at] ^= 4
		if err := os.WriteFile(path, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := s.VerifyFile(f.Hash); !errors.Is(err, ErrDamaged) {
			t.Errorf("a bit at %d: %v", at, err)
		}
	}
	if err := os.WriteFile(path, data[:len(data)-100], 0o600); err != nil {
		t.Fatal(err)
	}
	if err := s.VerifyFile(f.Hash); !errors.Is(err, ErrDamaged) {
		t.Errorf("cut off: %v", err)
	}
}

func TestAKeyIsNeverPrinted(t *testing.T) {
	t.Parallel()
	k, err := newDataKey(bytes.Repeat([]byte{0xab}, 32))
	if err != nil {
		t.Fatal(err)
	}
	for _, format := range []string{"%v", "%+v", "%#v", "%s", "%x"} {
		for _, x := range []any{k, box{k}, turn{to: box{k}}} {
			if s := fmt.Sprintf(format, x); strings.Contains(strings.ToLower(s), "abab") || strings.Contains(s, "171 171") {
				t.Errorf("%s of %T: %s", format, x, s)
			}
		}
	}
}
