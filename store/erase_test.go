package store

import (
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"bekwaam/plan"
)

// canary is a text that nothing else has.
func canary(n int) string { return fmt.Sprintf("kanarie-%03d-%x", n, 0x9e3779b97f4a7c15*uint64(n+1)) }

func canaries(n int) (out []string) {
	for i := range n {
		out = append(out, canary(i))
	}
	return out
}

// sing types canaries into a plan, eight in one act, edits them and deletes
// them again, and puts some elsewhere; watch is called after each act with how
// many there are.
func sing(t *testing.T, s *Store, n int, watch func(n int)) {
	t.Helper()
	p := draft("zang", "Noor Bakker")
	save(t, s, p, "new")
	for i := 0; i < n; i += len(p.Goals) {
		for _, text := range []func(int) string{canary, func(i int) string { return "anders " + canary(i) }, func(int) string { return "" }} {
			for j := range p.Goals {
				p.Goals[j].Title = text(i + j)
			}
			save(t, s, p, "edit")
			watch(i + len(p.Goals))
		}
		if err := s.Update(func(tx *Tx) error {
			if _, err := tx.Append(entry(draft(canary(i+2), canary(i+3)), "new")); err != nil {
				return err
			}
			if err := tx.PutContact(canary(i), []byte(canary(i+1))); err != nil {
				return err
			}
			return tx.PutSetting(canary(i+4), canary(i+5))
		}); err != nil {
			t.Fatal(err)
		}
		if i%40 == 0 {
			if _, err := s.PutFile(strings.NewReader(strings.Repeat(canary(i+6)+" ", 40))); err != nil {
				t.Fatal(err)
			}
		}
		watch(i + len(p.Goals))
	}
}

// plain returns everything that is to be read below dir without any key: the
// files as they are, what is deflated in them, and the values of databases,
// journals and snapshots.
func plain(t *testing.T, dir string) []byte {
	t.Helper()
	var out bytes.Buffer
	for name, data := range state(t, dir) {
		out.WriteString(name + "\n" + data + "\n")
		out.Write(unpackedIn([]byte(data)))
		for raw := range strings.SplitSeq(data, "\n") {
			if l, ok, err := parseLine([]byte(raw)); ok && err == nil {
				if b, err := l.batch(box{}); err == nil {
					for _, o := range b.ops {
						out.Write(shown(o.bucket, o.key, o.value))
					}
				}
			}
		}
		if records, err := parseSnapshot([]byte(data)); err == nil {
			_ = eachIn(records, func(bucket, at, sealed []byte) error {
				if key, value, _, err := (box{}).record(bucket, at, sealed); err == nil {
					out.Write(shown(bucket, key, value))
				}
				return nil
			})
		}
		// Deflated documents anywhere: a database is not parsed, it is searched.
		if strings.HasSuffix(name, ".db") {
			for i := range len(data) - 1 {
				if data[i] == bodyWhole && data[i+1]&0x06 == 0x04 { // as deflate begins
					out.Write(inflateSome([]byte(data[i+1 : min(i+4096, len(data))])))
				}
			}
		}
	}
	return out.Bytes()
}

// shown is a record with its document read, whole or a difference.
func shown(bucket, key, value []byte) []byte {
	out := slices.Concat(key, []byte("\n"), value, []byte("\n"))
	if string(bucket) != string(bBody) && string(bucket) != string(bVersion) {
		return out
	}
	for _, from := range []int{1, 6, 7} {
		if len(value) > from {
			out = append(out, inflateSome(value[from:])...)
		}
	}
	return out
}

var inflater = sync.Pool{New: func() any { return flate.NewReader(nil) }}

// inflateSome is what data has deflated from its beginning on.
func inflateSome(data []byte) []byte {
	r := inflater.Get().(io.ReadCloser)
	defer inflater.Put(r)
	_ = r.(flate.Resetter).Reset(bytes.NewReader(data), nil) // never fails
	out, _ := io.ReadAll(io.LimitReader(r, 64<<10))
	return out
}

func found(data []byte, texts []string) (out []string) {
	for _, s := range texts {
		if bytes.Contains(data, []byte(s)) {
			out = append(out, s)
		}
	}
	return out
}

func TestTwoHundredCanariesInALockedStore(t *testing.T) {
	t.Parallel()
	const n = 200
	all := canaries(n)
	dir, copies := t.TempDir(), t.TempDir()
	s, err := Open(dir, Options{Clock: func() time.Time { return noon }, Work: testWork, SnapshotEvery: 40, Child: childOfTests})
	if err != nil {
		t.Fatal(err)
	}
	lockIt(t, s)
	acts := 0
	sing(t, s, n, func(i int) {
		if hits := holding(t, dir, all[i-8:i]...); len(hits) > 0 {
			t.Fatalf("after canary %d: %v", i, hits)
		}
		if acts++; acts%50 == 0 {
			if _, err := s.AutoBackup(copies); err != nil {
				t.Fatal(err)
			}
			if _, err := s.Check(); err != nil {
				t.Fatal(err)
			}
			if hits := append(found(plain(t, dir), all), found(plain(t, copies), all)...); len(hits) > 0 {
				t.Fatalf("after canary %d: %v", i, hits)
			}
		}
	})
	if _, err := s.Emergency(copies, load(t, s, canary(10)), noon); err != nil {
		t.Fatal(err)
	}
	closeStore(t, s)
	if hits := append(found(plain(t, dir), all), found(plain(t, copies), all)...); len(hits) > 0 {
		t.Errorf("at the end: %v", hits)
	}
	// The search finds them where they are.
	s = opened(t, dir, testPhrase)
	if err := s.Unlock(); err != nil {
		t.Fatal(err)
	}
	if hits := found(plain(t, dir), all); len(hits) < n {
		t.Errorf("only %d of %d canaries are found in a readable store", len(hits), n)
	}
	lockIt(t, s)
	if hits := found(plain(t, dir), all); len(hits) > 0 {
		t.Errorf("locked again: %v", hits)
	}
}

func TestTwoHundredCanariesAreErased(t *testing.T) {
	t.Parallel()
	const n = 200
	all := canaries(n)
	dir := t.TempDir()
	s, err := Open(dir, Options{Clock: func() time.Time { return noon }, SnapshotEvery: 40})
	if err != nil {
		t.Fatal(err)
	}
	save(t, s, draft("blijft", "Daan Willems"), "new")
	sing(t, s, n, func(int) {})
	if err := os.WriteFile(filepath.Join(dir, "damaged-20261012-100000-0.db"), []byte(canary(1)), 0o600); err != nil {
		t.Fatal(err)
	}
	if hits := found(plain(t, dir), all); len(hits) < n {
		t.Fatalf("only %d of %d canaries are found before", len(hits), n)
	}
	x := Erasure{Plans: []string{"zang"}}
	for i := range n {
		x.Plans, x.Contacts, x.Settings = append(x.Plans, canary(i)), append(x.Contacts, canary(i)), append(x.Settings, canary(i))
	}
	if err := s.Erase(x); err != nil {
		t.Fatal(err)
	}
	if hits := found(plain(t, dir), all); len(hits) > 0 {
		t.Errorf("after erasing: %v", hits)
	}
	if got := load(t, s, "blijft"); got.Profile.Name != "Daan Willems" {
		t.Error("something else went too")
	}
	if files, err := s.Files(); err != nil || len(files) > 0 {
		t.Errorf("files %v, %v", files, err)
	}
	r, err := s.Examine(func(plan.Plan) {})
	if err != nil || len(r.Problems) > 0 || r.Plans != 1 {
		t.Errorf("%+v, %v", r, err)
	}
	save(t, s, draft("nieuw", "Yara"), "new")
	want := digest(t, s)
	closeStore(t, s)
	if s := opened(t, dir, ""); digest(t, s) != want || len(s.Repaired()) > 0 {
		t.Errorf("repaired %v, or other digest", s.Repaired())
	}
}

func TestEverythingIsErased(t *testing.T) {
	t.Parallel()
	for _, locked := range []bool{false, true} {
		dir, _ := rich(t)
		s := opened(t, dir, "")
		if locked {
			lockIt(t, s)
		}
		if err := s.Erase(Erasure{All: true}); err != nil {
			t.Fatal(err)
		}
		if n, err := s.Count(); err != nil || n != 0 || s.IsLocked() || HasPassphrase(dir) {
			t.Errorf("%d plans, %v", n, err)
		}
		if hits := found(plain(t, dir), []string{"tekst 24", "Noor Bakker", "bewijsstuk", "sleutel", "Ilse"}); len(hits) > 0 {
			t.Errorf("locked %v: %v", locked, hits)
		}
		save(t, s, draft("noor", "Noor"), "new")
		closeStore(t, s)
		if s := opened(t, dir, ""); load(t, s, "noor").Profile.Name != "Noor" {
			t.Error("a new beginning did not hold")
		}
	}
}

// What another plan speaks of stays.
func TestOnlyLooseFilesAreErased(t *testing.T) {
	t.Parallel()
	s := open(t, t.TempDir())
	var hashes []string
	for _, text := range []string{"van de een", "van de ander", "van allebei"} {
		f, err := s.PutFile(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		hashes = append(hashes, f.Hash)
	}
	one, other := draft("een", "Noor"), draft("ander", "Daan")
	one.Signatures = []plan.Signature{{Role: "teacher", Source: hashes[0]}, {Role: "manager", Source: hashes[2]}}
	other.Signatures = []plan.Signature{{Role: "teacher", Source: hashes[1]}, {Role: "manager", Source: hashes[2]}}
	save(t, s, one, "new")
	save(t, s, other, "new")
	other.Signatures = nil // it still stands in an earlier revision
	save(t, s, other, "edit")
	if err := s.Erase(Erasure{Plans: []string{"een"}}); err != nil {
		t.Fatal(err)
	}
	for i, want := range []error{ErrNoFile, nil, nil} {
		if err := s.VerifyFile(hashes[i]); !errors.Is(err, want) {
			t.Errorf("file %d: %v", i, err)
		}
	}
	if _, err := s.Load("een"); !errors.Is(err, ErrNoPlan) {
		t.Error(err)
	}
}
