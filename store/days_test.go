package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"bekwaam/plan"
)

func TestFourteenDaysStay(t *testing.T) {
	t.Parallel()
	w := newWorked(t)
	titles := map[string]string{}
	for day := range 20 {
		w.act("edit", time.Minute, 0)
		w.act("edit", time.Minute, 0)
		if day%3 == 0 {
			if err := w.s.Snapshot(); err != nil { // in the middle of the day
				t.Fatal(err)
			}
			w.act("edit", time.Minute, 0)
		}
		titles[w.now.Format("2006-01-02")] = w.p.Goals[0].Title
		w.close()
		w.now = w.now.Add(24 * time.Hour)
		w.open()
	}
	days, err := w.s.Days()
	if err != nil || len(days) != daysKept {
		t.Fatalf("%d days, %v", len(days), err)
	}
	for i, d := range days {
		if want := w.now.AddDate(0, 0, -i-1).Format("2006-01-02"); d.Date != want {
			t.Errorf("day %d is %s, want %s", i, d.Date, want)
		}
		plans, err := w.s.PlansOf(d)
		if err != nil || len(plans) != 1 || plans[0].Goals[0].Title != titles[d.Date] {
			t.Errorf("%s: %v, %v", d.Date, plans, err)
		}
	}
	pieces, _ := filepath.Glob(filepath.Join(w.dir, daysName, piecePrefix+"*"))
	if len(pieces) > 5*daysKept {
		t.Errorf("%d pieces are left", len(pieces))
	}
	if left, _ := filepath.Glob(filepath.Join(w.dir, "*.part*")); len(left) > 0 {
		t.Errorf("left %v", left)
	}
}

// A clock that runs ahead for a day, or back, pushes no day out.
func TestNoClockPushesDaysOut(t *testing.T) {
	w := newWorked(t)
	day := func(now time.Time) {
		t.Helper()
		w.now = now
		w.open()
		w.act("edit", time.Minute, 0)
		w.close()
	}
	right := w.now
	w.close()
	day(right)
	day(right.AddDate(70, 0, 0))
	day(right.AddDate(-20, 0, 0))
	for i := range 5 {
		day(right.AddDate(0, 0, i+1))
	}
	w.open()
	days, err := w.s.Days()
	if err != nil || len(days) != 8 {
		t.Fatalf("days %v, %v", days, err)
	}
	var dates []string
	for _, d := range days {
		dates = append(dates, d.Date)
	}
	for _, want := range []string{"2096-08-17", "2006-08-17", "2026-08-17", "2026-08-22"} {
		if !slices.Contains(dates, want) {
			t.Errorf("no %s in %v", want, dates)
		}
	}
}

func TestADayBringsBackWhatNothingElseHas(t *testing.T) {
	dir, want := filled(t)
	removeAll(t, dir, databaseName, journalPrefix, snapshotPrefix)
	s := open(t, dir)
	if got := s.Repaired(); len(got) == 0 || got[0].Code != RepairDatabase && got[0].Code != RepairDay {
		t.Errorf("repaired %v", got)
	}
	if !slices.Contains(codes(s), RepairDay) {
		t.Errorf("does not say that it is the state of a day: %v", codes(s))
	}
	p := load(t, s, "noor")
	if p.Revision != 20 { // the last snapshot of the day
		t.Errorf("revision %d", p.Revision)
	}
	save(t, s, p, "edit")
	closeStore(t, s)
	s = open(t, dir)
	if got := load(t, s, "noor"); got.Revision != 21 || len(s.Repaired()) > 0 || digest(t, s) == want {
		t.Errorf("revision %d, repaired %v", got.Revision, codes(s))
	}
	if r, err := s.Examine(func(plan.Plan) {}); err != nil || len(r.Problems) > 0 {
		t.Errorf("examined: %+v, %v", r, err)
	}
}

func TestADamagedDayIsNamedAndMadeAnew(t *testing.T) {
	for name, spoil := range map[string]func(path string) error{
		"removed": os.Remove,
		"emptied": func(path string) error { return os.Truncate(path, 0) },
		"changed": func(path string) error {
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			data[len(data)/2] ^= 1
			return os.WriteFile(path, data, 0o600)
		},
	} {
		for _, file := range []string{piecePrefix, "2"} {
			if file == "2" && name == "removed" {
				continue // a day that was never kept
			}
			t.Run(fmt.Sprint(name, " ", file), func(t *testing.T) {
				dir, _ := filled(t)
				if err := spoil(one(t, filepath.Join(dir, daysName), file)); err != nil {
					t.Fatal(err)
				}
				s := open(t, dir)
				days, err := s.Days()
				if err != nil || len(days) != 1 {
					t.Fatalf("days %v, %v", days, err)
				}
				if _, err := s.PlansOf(days[0]); !errors.Is(err, ErrNotBackup) {
					t.Errorf("plans of a damaged day: %v", err)
				}
				r, err := s.Examine(func(plan.Plan) {})
				if want := []Problem{{Code: BadDay, Name: "2026-10-12"}}; err != nil || !slices.Equal(r.Problems, want) {
					t.Fatalf("examined: %+v, %v", r, err)
				}
				if left, err := s.Mend(r.Problems); err != nil || len(left) > 0 {
					t.Fatalf("left %v, %v", left, err)
				}
				if r, err = s.Examine(func(plan.Plan) {}); err != nil || len(r.Problems) > 0 || r.Days != 1 {
					t.Errorf("examined again: %+v, %v", r, err)
				}
			})
		}
	}
}
