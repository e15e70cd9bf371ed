package store

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"bekwaam/plan"
)

const testPhrase = "anker lente trommel vijver"

// testWork makes trying a passphrase cost a millisecond.
const testWork = 6

func openWith(t *testing.T, dir, secret string) (*Store, error) {
	t.Helper()
	s, err := Open(dir, Options{Clock: func() time.Time { return noon }, Wait: 100 * time.Millisecond, Secret: secret, Work: testWork, Child: childOfTests, SnapshotEvery: 10})
	if err == nil {
		t.Cleanup(func() { _ = s.Close() })
	}
	return s, err
}

// opened is openWith for a secret that fits.
func opened(t *testing.T, dir, secret string) *Store {
	t.Helper()
	s, err := openWith(t, dir, secret)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// lockIt puts a store behind testPhrase and returns the recovery code.
func lockIt(t *testing.T, s *Store) string {
	t.Helper()
	code, err := NewRecoveryCode()
	if err == nil {
		err = s.Lock(testPhrase, code)
	}
	if err != nil {
		t.Fatal(err)
	}
	return code
}

// rich makes a store with some of everything, closed, not locked.
func rich(t *testing.T) (dir, want string) {
	t.Helper()
	dir, _ = filled(t)
	s := opened(t, dir, "")
	if _, err := s.PutFile(strings.NewReader("een bewijsstuk")); err != nil {
		t.Fatal(err)
	}
	if err := s.PutContact("Ilse Vermeer", []byte("contact")); err != nil {
		t.Fatal(err)
	}
	for i, name := range []string{"Yara Smit", "Daan Willems", "Ab Aarts"} {
		save(t, s, draft(fmt.Sprintf("plan-%d", i), name), "new")
	}
	e := entry(draft("plan-0", "Yara Smit"), "sign")
	e.Freeze = 1
	if _, err := s.Append(e); err != nil {
		t.Fatal(err)
	}
	want = digest(t, s)
	closeStore(t, s)
	return dir, want
}

// holding returns the files below dir, by content and by name, that have one of
// some texts in them.
func holding(t *testing.T, dir string, texts ...string) (found []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return err
		}
		data := []byte(d.Name())
		if d.Type().IsRegular() {
			all, err := os.ReadFile(path)
			if err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
			data = append(data, all...)
			data = append(data, unpackedIn(all)...)
		}
		for _, s := range texts {
			if bytes.Contains(data, []byte(s)) {
				found = append(found, filepath.Base(path)+": "+s)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// unpackedIn is what a file has deflated, as far as it can be made out: the
// pieces of days and what follows the first line of a snapshot.
func unpackedIn(data []byte) []byte {
	return append(inflateSome(data), inflateSome(data[bytes.IndexByte(data, '\n')+1:])...)
}

func dayCount(t *testing.T, s *Store) int {
	t.Helper()
	days, err := s.Days()
	if err != nil {
		t.Fatal(err)
	}
	return len(days)
}

func TestALockedStoreHoldsTheSame(t *testing.T) {
	t.Parallel()
	dir, want := rich(t)
	s := opened(t, dir, "")
	days := dayCount(t, s)
	code := lockIt(t, s)
	check := func(s *Store, when string) {
		t.Helper()
		if got := digest(t, s); got != want {
			t.Errorf("%s: other digest", when)
		}
		page, _, err := s.Page(ByTeacher, "", 2)
		if err != nil || names(page) != "plan-2plan-1" {
			t.Errorf("%s: by teacher %s, %v", when, names(page), err)
		}
		if id, err := s.Find("plan-1"); err != nil || id != "plan-1" {
			t.Errorf("%s: found %s, %v", when, id, err)
		}
		var several *AmbiguousError
		if _, err := s.Find("plan"); !errors.As(err, &several) || len(several.IDs) != 3 {
			t.Errorf("%s: %v", when, err)
		}
		if revs, err := s.AllRevisions("noor"); err != nil || len(revs) != 25 {
			t.Errorf("%s: %d revisions, %v", when, len(revs), err)
		}
		if contacts, err := s.Contacts(); err != nil || len(contacts) != 1 || contacts[0].Name != "Ilse Vermeer" {
			t.Errorf("%s: contacts %v, %v", when, contacts, err)
		}
		if r, err := s.Examine(func(plan.Plan) {}); err != nil || len(r.Problems) > 0 || r.Days != days {
			t.Errorf("%s: %+v, %v", when, r, err)
		}
		all, err := s.Days()
		if err != nil || len(all) == 0 {
			t.Fatalf("%s: %v, %v", when, all, err)
		}
		if plans, err := s.PlansOf(all[0]); err != nil || len(plans) == 0 {
			t.Errorf("%s: %d plans of a day, %v", when, len(plans), err)
		}
		if repairs, err := s.Check(); err != nil || len(repairs) > 0 {
			t.Errorf("%s: check %v, %v", when, repairs, err)
		}
	}
	check(s, "just locked")
	closeStore(t, s)
	for _, secret := range []string{testPhrase, " " + testPhrase + " ", code, strings.ToLower(strings.Join(CodeLines(code), "\n"))} {
		s := opened(t, dir, secret)
		if s.ByCode() != (secret != testPhrase && strings.TrimSpace(secret) != testPhrase) {
			t.Errorf("by code: %v", s.ByCode())
		}
		if len(s.Repaired()) > 0 {
			t.Errorf("repaired %v", s.Repaired())
		}
		check(s, "opened")
		closeStore(t, s)
	}
	s = opened(t, dir, testPhrase)
	save(t, s, load(t, s, "noor"), "edit")
	want = digest(t, s)
	if err := s.Unlock(); err != nil {
		t.Fatal(err)
	}
	if HasPassphrase(dir) {
		t.Error("still has a passphrase")
	}
	if digest(t, s) != want {
		t.Error("unlocked: other digest")
	}
	closeStore(t, s)
	if got := digest(t, opened(t, dir, "")); got != want {
		t.Error("opened without a passphrase: other digest")
	}
}

func TestAWrongSecretIsNamed(t *testing.T) {
	t.Parallel()
	dir, _ := rich(t)
	s := opened(t, dir, "")
	code := lockIt(t, s)
	closeStore(t, s)
	other, err := NewRecoveryCode()
	if err != nil {
		t.Fatal(err)
	}
	slip := []byte(code)
	slip[30] = codeLetters[(strings.IndexByte(codeLetters, slip[30])+1)%len(codeLetters)]
	for secret, want := range map[string]error{
		"": ErrLocked, "iets heel anders": ErrPassphrase, testPhrase + "x": ErrPassphrase, strings.ToUpper(testPhrase): ErrPassphrase,
		other: ErrCode, string(slip): ErrCode, code[:len(code)-1]: ErrCode,
	} {
		if _, err := openWith(t, dir, secret); !errors.Is(err, want) {
			t.Errorf("%q: %v, not %v", secret, err, want)
		}
	}
	s = opened(t, dir, testPhrase)
	if err := s.Opens(code); err != nil {
		t.Error(err)
	}
	if err := s.Opens("fout en nog eens fout"); !errors.Is(err, ErrPassphrase) {
		t.Error(err)
	}
	if err := s.Lock("kort", code); !errors.Is(err, ErrShort) {
		t.Error(err)
	}
	if err := s.Lock(testPhrase, "geen code"); !errors.Is(err, ErrCode) {
		t.Error(err)
	}
}

func TestAnotherPassphraseRewritesOnlyTheVault(t *testing.T) {
	t.Parallel()
	dir, want := rich(t)
	s := opened(t, dir, "")
	code := lockIt(t, s)
	before := state(t, dir)
	if err := s.ChangePassphrase("een andere zin"); err != nil {
		t.Fatal(err)
	}
	fresh, err := NewRecoveryCode()
	if err == nil {
		err = s.ChangeCode(fresh)
	}
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range state(t, dir) {
		if same := before[name] == data; same == (name == vaultName || name == vaultTwin) {
			t.Errorf("%s is the same: %v", name, same)
		}
	}
	closeStore(t, s)
	for _, old := range []string{testPhrase, code} {
		if _, err := openWith(t, dir, old); !errors.Is(err, ErrPassphrase) && !errors.Is(err, ErrCode) {
			t.Errorf("an old secret: %v", err)
		}
	}
	for _, secret := range []string{fresh, "een andere zin"} {
		s := opened(t, dir, secret)
		if digest(t, s) != want {
			t.Error("other digest")
		}
		closeStore(t, s)
	}
}

// state is every file below dir, by its path.
func state(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			var data []byte
			data, err = os.ReadFile(path)
			name, _ := filepath.Rel(dir, path)
			out[name] = string(data)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// The promise of the store holds behind a passphrase too.
func TestTheLossOfAnyOneFileLosesNothingLocked(t *testing.T) {
	t.Parallel()
	dir, _ := rich(t)
	s := opened(t, dir, "")
	lockIt(t, s)
	for i := range 12 { // over a snapshot, and lines after it
		p := load(t, s, "noor")
		p.Goals[0].Title = fmt.Sprintf("na %d", i)
		save(t, s, p, "edit")
	}
	want := digest(t, s)
	s.since = 0
	closeStore(t, s)
	whole := state(t, dir)
	for _, file := range []string{databaseName, journalPrefix, snapshotPrefix, lockName, vaultName, vaultTwin} {
		for name, spoil := range spoilers {
			dir := t.TempDir()
			unpackTo(t, dir, whole)
			path := one(t, dir, file)
			if file == vaultName {
				path = filepath.Join(dir, vaultName)
			}
			data, err := os.ReadFile(path)
			if err == nil {
				err = spoil(path, data)
			}
			if err != nil {
				t.Fatal(err)
			}
			s, err := openWith(t, dir, testPhrase)
			if err != nil {
				t.Errorf("%s %s: %v", file, name, err)
				continue
			}
			if got := digest(t, s); got != want || slices.Contains(codes(s), RepairLost) {
				t.Errorf("%s %s: repaired %v, and something is missing", file, name, codes(s))
			}
			if strings.HasPrefix(file, vaultName) && name != "longer" && !slices.Contains(codes(s), RepairVault) {
				t.Errorf("%s %s: repaired %v", file, name, codes(s))
			}
			closeStore(t, s)
			if err := os.Remove(filepath.Join(dir, vaultName)); err != nil {
				t.Errorf("%s %s: %v", file, name, err)
			}
			if s = opened(t, dir, testPhrase); digest(t, s) != want {
				t.Errorf("%s %s: the next loss", file, name)
			}
			closeStore(t, s)
		}
	}
}

func unpackTo(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, data := range files {
		path := filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte(data), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
}

// Without both vaults nothing opens; nothing is changed, and nothing is begun.
func TestWithoutAVaultNothingIsTouched(t *testing.T) {
	t.Parallel()
	for _, gone := range [][]string{{}, {databaseName}, {databaseName, snapshotPrefix}, {databaseName, journalPrefix}} {
		dir, want := rich(t)
		s := opened(t, dir, "")
		lockIt(t, s)
		closeStore(t, s)
		whole := state(t, dir)
		removeAll(t, dir, append(gone, vaultName)...)
		before := state(t, dir)
		if _, err := openWith(t, dir, ""); !errors.Is(err, ErrNoVault) {
			t.Errorf("without %v: %v", gone, err)
		}
		after := state(t, dir)
		delete(before, lockName)
		for name := range before {
			if before[name] != after[name] {
				t.Errorf("without %v: %s was touched", gone, name)
			}
		}
		unpackTo(t, dir, map[string]string{vaultName: whole[vaultName]})
		if s := opened(t, dir, testPhrase); len(gone) < 2 && digest(t, s) != want {
			t.Errorf("without %v: other digest", gone)
		}
	}
}
