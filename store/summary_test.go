package store

import (
	"encoding/binary"
	"slices"
	"testing"

	"bekwaam/plan"
)

func TestASummaryKnowsTheVersionThatIsSigned(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	p := draft("a", "Noor")
	save(t, s, p, "new")
	signed := func(want int) {
		t.Helper()
		page, _, err := s.Page(ByChange, "", 9)
		if err != nil || len(page) != 1 || page[0].Signed != want {
			t.Fatalf("signed %+v, %v, want %d", page, err, want)
		}
	}
	signed(0)
	p.Signatures = []plan.Signature{{Moment: "plan", Role: plan.RoleTeacher, Name: "Noor", Status: plan.Signed, Version: 3}}
	save(t, s, p, "sign")
	signed(3)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = open(t, dir)
	signed(3)
}

// What an older program wrote ends before the signed version.
func TestASummaryOfAnOlderProgramIsRead(t *testing.T) {
	now := Summary{ID: "a", SchoolYear: "2026-2027", Teacher: "Noor", Framework: "nl-po", State: plan.Draft, Revision: 4, Updated: "2026-10-12T10:00:00Z", Signed: 2, change: 9, first: 1}
	now.kept, now.NoStanding = 3, true
	whole := now.encode()
	if got, err := decodeSummary(whole); err != nil || got != now {
		t.Errorf("a whole one: %+v, %v", got, err)
	}
	old := slices.Clone(whole[:len(whole)-2]) // without the last two numbers
	old[0] = 1
	for _, x := range []struct {
		data []byte
		want int
	}{{old, SignedUnknown}, {binary.AppendUvarint(slices.Clone(old), 2), 2}} {
		want := now
		want.Signed, want.kept = x.want, 0
		got, err := decodeSummary(x.data)
		if err != nil || got != want || got.count() != 4 {
			t.Errorf("read as %+v, %v", got, err)
		}
		if again, err := decodeSummary(got.encode()); err != nil || again != got {
			t.Errorf("written and read again: %+v, %v", again, err)
		}
	}
	for n := range old {
		if _, err := decodeSummary(old[:n]); err == nil {
			t.Errorf("the first %d of %d bytes were taken for a summary", n, len(old))
		}
	}
}
