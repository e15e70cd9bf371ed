package store

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestTwoSnapshotsStayWithTheirJournal(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	p := draft("noor", "Noor Bakker")
	for range 5 {
		save(t, s, p, "edit")
		if err := s.Snapshot(); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Snapshot(); err != nil { // nothing new: no file
		t.Fatal(err)
	}
	_, snaps, _ := listNumbered(dir, snapshotPrefix)
	_, journals, _ := listNumbered(dir, journalPrefix)
	if !slices.Equal(snaps, []uint64{4, 5}) || !slices.Equal(journals, []uint64{5, 6}) {
		t.Errorf("snapshots %v, journals %v", snaps, journals)
	}
	want := digest(t, s)
	closeStore(t, s)

	// Even the database and the newest snapshot may both go.
	if err := os.Remove(filepath.Join(dir, databaseName)); err != nil {
		t.Fatal(err)
	}
	truncate(t, dir, numbered(snapshotPrefix, 5))
	s = open(t, dir)
	if digest(t, s) != want {
		t.Errorf("something is missing, repaired %v", codes(s))
	}
	if got := codes(s); !slices.Contains(got, RepairDatabase) || slices.Contains(got, RepairLost) {
		t.Errorf("repaired %v", got)
	}
}

func TestASnapshotOfADamagedDatabaseIsNotMade(t *testing.T) {
	dir, want := filled(t)
	s := open(t, dir)
	h := s.head
	s.head.records++ // as if a value had gone without a trace
	if err := s.snapshot(); !isReadDamage(err) {
		t.Errorf("snapshot: %v", err)
	}
	s.head = h
	if _, at, _ := listNumbered(dir, snapshotPrefix); !slices.Equal(at, []uint64{10, 20}) {
		t.Errorf("snapshots %v", at)
	}
	if digest(t, s) != want {
		t.Error("something is missing")
	}
}
