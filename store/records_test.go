package store

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"bekwaam/plan"
)

func TestKeysContactsAndSettings(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	p := draft("noor", "Noor Bakker")
	save(t, s, p, "new")
	for _, err := range []error{
		s.PutKey("own", []byte{1, 2, 3}), s.PutContact("ilse", []byte("ilse")), s.PutContact("oud", []byte("x")), s.PutContact("oud", nil),
		s.PutSetting("lang", "en"), s.PutSetting("leeg", ""),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	closeStore(t, s)
	s = open(t, dir)
	keys, err := s.Keys()
	if want := []Named{{"own", []byte{1, 2, 3}}}; err != nil || !reflect.DeepEqual(keys, want) {
		t.Errorf("keys %v, %v", keys, err)
	}
	contacts, err := s.Contacts()
	if want := []Named{{"ilse", []byte("ilse")}}; err != nil || !reflect.DeepEqual(contacts, want) {
		t.Errorf("contacts %v, %v", contacts, err)
	}
	if v, ok, err := s.Setting("lang"); v != "en" || !ok || err != nil {
		t.Errorf("setting %q %v %v", v, ok, err)
	}
	if v, ok, _ := s.Setting("leeg"); v != "" || !ok {
		t.Errorf("empty setting %q %v", v, ok)
	}
	if _, ok, _ := s.Setting("nooit"); ok {
		t.Error("a setting that was never put")
	}
}

func TestNewIDsSortAndDiffer(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	last := ""
	for range 100 {
		id := s.NewID()
		if len(id) != 26 || id <= last || strings.ToLower(id) != id {
			t.Fatalf("id %q after %q", id, last)
		}
		last = id
	}
	save(t, s, draft(last, "Noor"), "new")
	closeStore(t, s)
	s = open(t, dir)
	if id := s.NewID(); id <= last {
		t.Errorf("id %q after %q of the last start", id, last)
	}
}

func TestFilesOfTheDossier(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	f, err := s.PutFile(strings.NewReader("lesplan"))
	if err != nil || f.Size != 7 {
		t.Fatalf("%v, %v", f, err)
	}
	if again, err := s.PutFile(strings.NewReader("lesplan")); err != nil || again != f {
		t.Errorf("the same file again: %v, %v", again, err)
	}
	if all, err := s.Files(); err != nil || len(all) != 1 || all[0] != f {
		t.Errorf("files %v, %v", all, err)
	}
	if err := s.VerifyFile(f.Hash); err != nil {
		t.Error(err)
	}
	path := filepath.Join(dir, "files", f.Hash[:2], f.Hash)
	if err := os.WriteFile(path, []byte("lesplam"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := s.VerifyFile(f.Hash); !errors.Is(err, ErrDamaged) {
		t.Errorf("a changed file: %v", err)
	}
	for _, hash := range []string{strings.Repeat("a", 64), "../../etc/passwd", "", strings.ToUpper(f.Hash)} {
		if _, err := s.OpenFile(hash); !errors.Is(err, ErrNoFile) {
			t.Errorf("file %q: %v", hash, err)
		}
	}
}

func TestDigestIsOfWhatIsHeld(t *testing.T) {
	fillStore := func(t *testing.T, turned bool) *Store {
		s := open(t, t.TempDir())
		a, b := draft("a", "Ayse"), draft("b", "Bram")
		if turned {
			a, b = b, a
		}
		save(t, s, a, "new")
		save(t, s, b, "new")
		if err := s.PutKey("own", []byte("k")); err != nil {
			t.Fatal(err)
		}
		return s
	}
	one, two := fillStore(t, false), fillStore(t, true)
	if digest(t, one) != digest(t, two) {
		t.Error("two stores with the same plans differ")
	}
	before := digest(t, one)
	if err := one.PutSetting("lang", "en"); err != nil {
		t.Fatal(err)
	}
	if digest(t, one) != before {
		t.Error("a setting is part of the digest")
	}
	for _, change := range []func() error{
		func() error { return one.PutContact("ilse", []byte("i")) },
		func() error { return one.PutKey("own", []byte("l")) },
		func() error { _, err := one.PutFile(strings.NewReader("x")); return err },
		func() error { _, err := one.Append(entry(draft("a", "Ayse"), "edit")); return err },
	} {
		if err := change(); err != nil {
			t.Fatal(err)
		}
		if d := digest(t, one); d == before {
			t.Error("a change is not in the digest")
		} else {
			before = d
		}
	}
}

func TestEmergencyTouchesNoStore(t *testing.T) {
	dir := t.TempDir()
	p := draft("noor", "Noor")
	s := &Store{} // no file of a store is needed
	first, err := s.Emergency(dir, p, noon)
	if err != nil || filepath.Base(first) != "bekwaam-nood-2026-10-12-1000.json" {
		t.Fatalf("%s, %v", first, err)
	}
	second, err := s.Emergency(dir, p, noon)
	if err != nil || second == first {
		t.Errorf("second: %s, %v", second, err)
	}
	data, err := os.ReadFile(first)
	if err != nil || string(data) != string(plan.WriteJSON(p)) {
		t.Errorf("%s, %v", data, err)
	}
	if _, err := s.Emergency(filepath.Join(dir, "nergens"), p, noon); err == nil {
		t.Error("wrote to a directory that is not there")
	}
}
