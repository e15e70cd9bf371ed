package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"bekwaam/plan"
)

var noon = time.Date(2026, 10, 12, 10, 0, 0, 0, time.UTC)

func open(t *testing.T, dir string) *Store {
	t.Helper()
	s, err := Open(dir, Options{Clock: func() time.Time { return noon }, Wait: 100 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// draft is a plan with some text in it.
func draft(id, teacher string) plan.Plan {
	p := plan.Plan{Format: plan.Format, Version: plan.FormatVersion, ID: id, Language: "nl", State: plan.Draft, WorkingVersion: 1}
	p.Profile.Name, p.Profile.SchoolYear, p.Profile.Framework = teacher, "2026-2027", "nl-po"
	for i := range 8 {
		p.Goals = append(p.Goals, plan.Goal{ID: fmt.Sprintf("d%d", i+1), Title: strings.Repeat(fmt.Sprintf("doel %d ", i), 20)})
	}
	return p
}

func entry(p plan.Plan, act string) Entry {
	return Entry{Plan: p, Rev: plan.Revision{At: plan.At(noon), By: p.Profile.Name, Act: plan.Act{Name: act}}}
}

func save(t *testing.T, s *Store, p plan.Plan, act string) plan.Revision {
	t.Helper()
	rev, err := s.Append(entry(p, act))
	if err != nil {
		t.Fatal(err)
	}
	return rev
}

func load(t *testing.T, s *Store, id string) plan.Plan {
	t.Helper()
	p, err := s.Load(id)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func digest(t *testing.T, s *Store) string {
	t.Helper()
	d, err := s.Digest()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func closeStore(t *testing.T, s *Store) {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestWhatWasSavedIsThereAfterAnotherStart(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := open(t, dir)
	p := draft("noor", "Noor Bakker")
	save(t, s, p, "new")
	for i := range 30 {
		p.Goals[i%8].Title = fmt.Sprintf("Uitleg in kleine stappen, keer %d", i)
		rev := save(t, s, p, "edit")
		if rev.N != i+2 || rev.State != plan.Draft {
			t.Fatalf("revision %+v, want number %d", rev, i+2)
		}
	}
	closeStore(t, s)

	s = open(t, dir)
	if got := s.Repaired(); len(got) > 0 {
		t.Errorf("repaired %v after a clean end", got)
	}
	p.Revision = 31
	if got := load(t, s, "noor"); string(plan.WriteJSON(got)) != string(plan.WriteJSON(p)) {
		t.Errorf("loaded\n%s\nwant\n%s", plan.WriteJSON(got), plan.WriteJSON(p))
	}
	for n := 2; n <= 31; n++ {
		got, err := s.LoadRevision("noor", n)
		if err != nil {
			t.Fatal(err)
		}
		if want := fmt.Sprintf("Uitleg in kleine stappen, keer %d", n-2); got.Goals[(n-2)%8].Title != want || got.Revision != n {
			t.Errorf("revision %d: %q, want %q", n, got.Goals[(n-2)%8].Title, want)
		}
	}
	if _, err := s.LoadRevision("noor", 32); !errors.Is(err, ErrNoRevision) {
		t.Errorf("revision 32: %v", err)
	}
	if _, err := s.Load("piet"); !errors.Is(err, ErrNoPlan) {
		t.Errorf("plan piet: %v", err)
	}
}

func TestRevisionsKeepWhatTheCallerSays(t *testing.T) {
	s := open(t, t.TempDir())
	p := draft("noor", "Noor Bakker")
	save(t, s, p, "new")
	e := entry(p, "goal.remove")
	e.Rev.Act.Args, e.Rev.Undoes = []string{"d3"}, 1
	if _, err := s.Append(e); err != nil {
		t.Fatal(err)
	}
	for range 5 {
		save(t, s, p, "edit")
	}
	all, err := s.AllRevisions("noor")
	if err != nil || len(all) != 7 {
		t.Fatalf("%d revisions, %v", len(all), err)
	}
	want := plan.Revision{N: 2, At: plan.At(noon), By: "Noor Bakker", Act: e.Rev.Act, State: plan.Draft, Undoes: 1}
	if !reflect.DeepEqual(all[1], want) {
		t.Errorf("got %+v, want %+v", all[1], want)
	}
	some, err := s.Revisions("noor", 3, 2)
	if err != nil || !reflect.DeepEqual(some, all[2:4]) {
		t.Errorf("from 3, two: %v, %v", some, err)
	}
}

func TestFirstRevisionOfAnImportedPlanKeepsItsNumber(t *testing.T) {
	s := open(t, t.TempDir())
	p := draft("sanne", "Sanne de Wit")
	p.Revision = 41
	if rev := save(t, s, p, "import"); rev.N != 41 {
		t.Errorf("first revision %d, want 41", rev.N)
	}
	if rev := save(t, s, p, "edit"); rev.N != 42 {
		t.Errorf("next revision %d, want 42", rev.N)
	}
	if _, err := s.LoadRevision("sanne", 1); !errors.Is(err, ErrNoRevision) {
		t.Errorf("revision 1: %v", err)
	}
	if all, err := s.AllRevisions("sanne"); err != nil || len(all) != 2 {
		t.Errorf("%d revisions, %v", len(all), err)
	}
}

func TestAFrozenVersionNeverChanges(t *testing.T) {
	s := open(t, t.TempDir())
	p := draft("noor", "Noor Bakker")
	save(t, s, p, "new")
	e := entry(p, "sign")
	e.Freeze = 1
	if _, err := s.Append(e); err != nil {
		t.Fatal(err)
	}
	p.Goals[0].Title = "iets anders"
	save(t, s, p, "edit")
	got, err := s.LoadVersion("noor", 1)
	if err != nil || got.Goals[0].Title == "iets anders" || got.Revision != 2 {
		t.Errorf("version 1: %q, revision %d, %v", got.Goals[0].Title, got.Revision, err)
	}
	e.Plan = p
	var frozen *FrozenError
	if _, err := s.Append(e); !errors.As(err, &frozen) || frozen.Version != 1 {
		t.Errorf("freezing version 1 again: %v", err)
	}
	if _, err := s.LoadVersion("noor", 2); !errors.Is(err, ErrNoVersion) {
		t.Errorf("version 2: %v", err)
	}
	if load(t, s, "noor").Revision != 3 {
		t.Error("the refused act left something behind")
	}
}

func TestAppendAllIsAllOrNothing(t *testing.T) {
	s := open(t, t.TempDir())
	a, b := draft("a", "Ayse"), draft("", "zonder id")
	if _, err := s.AppendAll([]Entry{entry(a, "new"), entry(b, "new")}); err == nil {
		t.Fatal("a plan without an id was stored")
	}
	if n, _ := s.Count(); n != 0 {
		t.Errorf("%d plans, want none", n)
	}
	// What was never stored must not be what the next one differs from.
	a.Goals[0].Title = "heel iets anders dan daarnet"
	save(t, s, a, "new")
	a.Goals[1].Title = "en nog wat"
	revs, err := s.AppendAll([]Entry{entry(a, "edit"), entry(a, "edit"), entry(draft("b", "Bram"), "new")})
	if err != nil || revs[0].N != 2 || revs[1].N != 3 || revs[2].N != 1 {
		t.Fatalf("%v, %v", revs, err)
	}
	if got := load(t, s, "a"); got.Goals[0].Title != a.Goals[0].Title || got.Goals[1].Title != a.Goals[1].Title {
		t.Errorf("loaded %q", got.Goals[0].Title)
	}
	if n, _ := s.Count(); n != 2 {
		t.Errorf("%d plans, want 2", n)
	}
}

func TestOnlyTheOwnerMayRead(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "nieuw")
	s := open(t, dir)
	save(t, s, draft("noor", "Noor"), "new")
	if _, err := s.PutFile(strings.NewReader("bewijs")); err != nil {
		t.Fatal(err)
	}
	closeStore(t, s)
	err := filepath.Walk(dir, func(path string, info os.FileInfo, err error) error {
		if err != nil {
			return err
		}
		if info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s has mode %v", path, info.Mode())
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.PutSetting("a", "b"); !errors.Is(err, ErrClosed) {
		t.Errorf("after close: %v", err)
	}
}

func TestASecondProgramIsRefusedInTime(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := open(t, dir)
	start := time.Now()
	_, err := Open(dir, Options{})
	var inUse *InUseError
	if !errors.As(err, &inUse) || !inUse.Since.Equal(noon) || inUse.PID != os.Getpid() {
		t.Errorf("second open: %v", err)
	}
	if d := time.Since(start); d > 2*time.Second {
		t.Errorf("second open took %v", d)
	}
	closeStore(t, s)
	open(t, dir)
}
